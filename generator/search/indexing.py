"""The index of every language, made again where its records have changed.

Below `search/` stand, for each language, `<language>.json`, which lists what there is, the folders of its shards and the parts of its
vocabulary; and once what runs in the browser: Pagefind's script and its WebAssembly, a file a language.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial

from msgspec import Raw

from generator import tree
from generator.cache import Index, Shard
from generator.observatory import Observatory
from generator.search import keeping, naming, vocabulary
from generator.search.listing import FOLDER, listed, own, parts, paths, script, standing, wasm
from generator.search.sharding import MADE, NOTHING, TOLD, Place, Task, Telling, make, of_ids
from generator.search.shards import shards
from generator.search.standing import are
from generator.workers import Aside, cores, spread

Progress = Callable[[str, int, int], None]


class Making:
    """An index in the making: shards that have changed are made at its end or, where it is ``aside``, while others work until then.

    ``ground`` is a fingerprint of what it rests on besides entries. ``changed`` are the ids of entries that may differ from those of
    the ``last`` index, ``None`` for all.
    """

    def __init__(
        self, observatory: Observatory, ground: bytes, last: Index, changed: Collection[str] | None, place: Place,
        aside: bool = False,
    ) -> None:  # fmt: skip
        self._observatory, self._ground, self._place = observatory, ground, place
        there = place.there
        touched = {*changed, *last.waiting} if changed is not None and last.ground == ground else None
        self._shared = {
            path: hash for path, hash in last.others.items() if there.get(path) == hash and path.count("/") == 1
        }
        self._parted = shards(practice.id for practice in observatory.catalogue.practices)
        keys = [f"{language}/{name}" for language in observatory.codes for name in self._parted]
        self._vocabularies = {} if touched is None else standing(last, keys, there)
        self._kept, self._tasks = self._sorted(last, touched)
        self._aside = Aside(self._made) if aside and self._tasks else None

    def end(self, progress: Progress) -> tuple[Index, set[str]]:
        """The index as it should be, and the files that were written into the folder for it; raises UnindexedError and OSError."""
        written: set[str] = set()
        kept, shared = self._kept, self._shared
        told: dict[str, Raw] = {}
        counts = naming.counts(self._observatory.catalogue)
        named = {edition.language: naming.named(edition, counts) for edition in self._observatory.editions}
        done, whole = 0, sum(len(task.ids) for task in self._tasks)
        for data in self._made() if self._aside is None else (self._aside.answer() for _ in self._tasks):
            for made in MADE.decode(data):
                kept[made.key] = made.shard
                told[made.key] = made.told
                written.update(made.written)
                shared |= made.shared
                done += made.shard.count
                progress("Indexing for search", done, whole)
        others = {path: hash for path, hash in shared.items() if not path.endswith(".json")}
        vocabularies: dict[str, list[str]] = {}
        for language, names in named.items():
            changes = [TOLD.decode(told.get(key, NOTHING)) for key in own(language, kept)]
            vocabularies[language], files = parts(
                language, changes, self._vocabularies.get(language), self._place.folder
            )
            path, data = listed(language, kept, vocabularies[language], names)
            files[path] = data
            others |= {
                path: self._place.there[path] for path in paths(language, vocabularies[language]) if path not in files
            }
            for path, data in files.items():
                others[path] = tree.digest(data)
                if self._place.there.get(path) != others[path]:
                    tree.write(self._place.folder, path, data)
                    written.add(path)
        keeping.forget(self._place.cache, kept)
        return Index(self._ground, dict(sorted(kept.items())), dict(sorted(others.items())), (), vocabularies), written

    def close(self) -> None:
        """Leave nothing of it running."""
        if self._aside:
            self._aside.close()

    def _made(self) -> Iterator[bytes]:
        """What comes of each task, in MessagePack."""
        threads = 1 if len(self._tasks) > 1 else cores()
        work = partial(make, self._observatory, self._place, threads)
        return (data for _, data in spread(work, self._tasks, 1))

    def _sorted(self, last: Index, changed: set[str] | None) -> tuple[dict[str, Shard], list[Task]]:
        """The shards that are as they were, and those that must be looked at."""
        kept, tasks = {}, []
        codes = self._observatory.codes
        marks = {name: of_ids(ids) for name, ids in self._parted.items()}
        touched = {name for name, ids in self._parted.items() if changed is None or not changed.isdisjoint(ids)}
        missing = {name for name in (script(), *map(wasm, codes)) if f"{FOLDER}/{name}" not in self._shared}
        for language in codes:
            telling = self._telling(language)
            for name, ids in self._parted.items():
                key = f"{language}/{name}"
                known = last.shards.get(key)
                if known and not are(known.files, self._place.there):
                    known = None
                brings = missing.intersection({script(), wasm(language)})
                is_same = known and not brings and name not in touched and known.ids == marks[name]
                if known and is_same and telling is not Telling.ALL:
                    kept[key] = known
                else:
                    mine = None if changed is None else frozenset(changed.intersection(ids))
                    tasks.append(Task(language, name, ids, known, mine, frozenset(brings), telling))
                    missing -= brings
        return kept, sorted(tasks, key=lambda task: -len(task.ids))

    def _telling(self, language: str) -> Telling:
        """What a language's vocabulary has to be told."""
        if not vocabulary.count(len(self._parted)):
            return Telling.NOTHING
        return Telling.CHANGES if language in self._vocabularies else Telling.ALL
