"""The index of every language, made again where its records have changed.

Below `search/` stand, for each language, `<language>.json`, which lists what there is, the folders of its shards and the parts of its
vocabulary; and once what runs in the browser: Pagefind's script and its WebAssembly, a file a language.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from pathlib import Path

from msgspec import Raw, Struct, msgpack

from generator import tree
from generator.cache import Index, Shard
from generator.edition import Edition
from generator.observatory import Observatory
from generator.search import naming, program, vocabulary
from generator.search.bundle import WORDS, bundle, named, words
from generator.search.listing import FOLDER, listed, own, parts, paths, script, standing, wasm
from generator.search.records import Record, record
from generator.search.shards import shards
from generator.search.standing import are
from generator.workers import Aside, cores, spread

MARK = 8
"""Bytes of a record's fingerprint, of which a shard keeps one a record."""
Progress = Callable[[str, int, int], None]


class Telling(Enum):
    """What the vocabulary of a language has to be told of a shard: nothing, which words are others than before, or all of them."""

    NOTHING = "nothing"
    CHANGES = "changes"
    ALL = "all"


class Task(Struct, frozen=True):
    """A shard that may have to be made again: its language, name and ids, what is known of it, the files it brings, and what it tells.

    ``changed`` are the ids of entries that may differ from those that are known, ``None`` for all.

    What runs in the browser comes with every shard that is made, so of each such file that is missing one task is told to write it.
    """

    language: str
    name: str
    ids: list[str]
    last: Shard | None
    changed: frozenset[str] | None
    brings: frozenset[str]
    telling: Telling


class _Made(Struct, array_like=True):
    """What came of a task: the shard, the files that were written, those that run in the browser, and packed the words gone and come."""

    key: str
    shard: Shard
    written: list[str]
    shared: dict[str, bytes]
    told: Raw


_MADE = msgpack.Decoder(list[_Made])
_TOLD = msgpack.Decoder(tuple[list[str], list[str]])


class Making:
    """An index in the making: shards that have changed are made at its end or, where it is ``aside``, while others work until then.

    ``ground`` is a fingerprint of what it rests on besides entries. ``changed`` are the ids of entries that may differ from those of
    the ``last`` index, ``None`` for all; ``there`` are the hashes of the files that the ``folder`` has.
    """

    def __init__(
        self, observatory: Observatory, ground: bytes, last: Index, changed: Collection[str] | None, folder: str,
        there: Mapping[str, bytes], aside: bool = False,
    ) -> None:  # fmt: skip
        self._observatory, self._ground, self._folder, self._there = observatory, ground, folder, there
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
        named = {edition.language: naming.named(edition) for edition in self._observatory.editions}
        done, whole = 0, sum(len(task.ids) for task in self._tasks)
        for data in self._made() if self._aside is None else (self._aside.answer() for _ in self._tasks):
            for made in _MADE.decode(data):
                kept[made.key] = made.shard
                told[made.key] = made.told
                written.update(made.written)
                shared |= made.shared
                done += made.shard.count
                progress("Indexing for search", done, whole)
        others = {path: hash for path, hash in shared.items() if not path.endswith(".json")}
        vocabularies: dict[str, list[str]] = {}
        for language, names in named.items():
            changes = [_TOLD.decode(told.get(key, _NOTHING)) for key in own(language, kept)]
            vocabularies[language], files = parts(language, changes, self._vocabularies.get(language), self._folder)
            path, data = listed(language, kept, vocabularies[language], names)
            files[path] = data
            others |= {path: self._there[path] for path in paths(language, vocabularies[language]) if path not in files}
            for path, data in files.items():
                others[path] = tree.digest(data)
                if self._there.get(path) != others[path]:
                    tree.write(self._folder, path, data)
                    written.add(path)
        return Index(self._ground, dict(sorted(kept.items())), dict(sorted(others.items())), (), vocabularies), written

    def close(self) -> None:
        """Leave nothing of it running."""
        if self._aside:
            self._aside.close()

    def _made(self) -> Iterator[bytes]:
        """What comes of each task, in MessagePack."""
        threads = 1 if len(self._tasks) > 1 else cores()
        work = partial(_make, self._observatory, self._folder, self._there, threads)
        return (data for _, data in spread(work, self._tasks, 1))

    def _sorted(self, last: Index, changed: set[str] | None) -> tuple[dict[str, Shard], list[Task]]:
        """The shards that are as they were, and those that must be looked at."""
        kept, tasks = {}, []
        codes = self._observatory.codes
        marks = {name: _of_ids(ids) for name, ids in self._parted.items()}
        touched = {name for name, ids in self._parted.items() if changed is None or not changed.isdisjoint(ids)}
        missing = {name for name in (script(), *map(wasm, codes)) if f"{FOLDER}/{name}" not in self._shared}
        for language in codes:
            telling = self._telling(language)
            for name, ids in self._parted.items():
                key = f"{language}/{name}"
                known = last.shards.get(key)
                if known and not are(known.files, self._there):
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


def _make(
    observatory: Observatory, folder: str, there: Mapping[str, bytes], threads: int, tasks: Sequence[Task]
) -> bytes:
    made = [_shard(observatory.edition(task.language), task, folder, there, threads) for task in tasks]
    return msgpack.encode(made)


def _shard(edition: Edition, task: Task, folder: str, there: Mapping[str, bytes], threads: int) -> _Made:
    key, ids, last = f"{task.language}/{task.name}", _of_ids(task.ids), task.last
    if last and not task.brings and _is_same(edition, task, last):
        return _Made(key, last, [], {}, _told(set(), _words(folder, last) if task.telling is Telling.ALL else set()))
    records: list[Record] = []
    made = program.index(_noted(_records(edition, task.ids), records), task.language, threads)
    files, whole = bundle(records, made), _running(made, task.language)
    place = f"{FOLDER}/{task.language}/{named(files)}"
    below = {f"{place}/{name}": data for name, data in files.items()}
    runs = {f"{FOLDER}/{name}": whole[name] for name in task.brings}
    hashes = {path: tree.digest(data) for path, data in below.items()}
    shared = {path: tree.digest(data) for path, data in runs.items()}
    written = [path for path, hash in (hashes | shared).items() if there.get(path) != hash]
    for path in written:
        tree.write(folder, path, (below | runs)[path])
    now = words(files) if task.telling is not Telling.NOTHING else set()
    before = _words(folder, last) if last and task.telling is Telling.CHANGES else set()
    shard = Shard(ids, _marks(records), place, hashes, len(records))
    return _Made(key, shard, written, shared, _told(before - now, now - before))


def _told(gone: set[str], come: set[str]) -> Raw:
    return Raw(msgpack.encode((sorted(gone), sorted(come))))


_NOTHING = _told(set(), set())


def _words(folder: str, shard: Shard) -> set[str]:
    """The words of a shard that is there."""
    return words({path: (Path(folder) / path).read_bytes() for path in shard.files if path.endswith(WORDS)})


def _is_same(edition: Edition, task: Task, last: Shard) -> bool:
    """Whether the records are those of the last index; of ids that are the same, only the changed ones are looked at."""
    if last.ids != _of_ids(task.ids):
        return False
    if task.changed is None:
        return last.records == _marks(_records(edition, task.ids))
    places = [place for place, id in enumerate(task.ids) if id in task.changed]
    now = _marks(_records(edition, [task.ids[place] for place in places]))
    return now == b"".join(last.records[place * MARK : (place + 1) * MARK] for place in places)


def _records(edition: Edition, ids: Iterable[str]) -> Iterator[Record]:
    catalogue = edition.catalogue
    return (record(edition, catalogue.by_id[id], catalogue.account(id)) for id in ids)


def _noted(records: Iterable[Record], into: list[Record]) -> Iterator[Record]:
    """The records, each put into a list once it is asked for: so they are made while others are indexed."""
    for one in records:
        into.append(one)
        yield one


def _running(made: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """What runs in the browser of all that Pagefind made, by the names it is published under."""
    runs = made.get(f"wasm.{language}.pagefind", made["wasm.unknown.pagefind"])
    return {script(): made["pagefind-worker.js"], wasm(language): runs}


def _of_ids(ids: Sequence[str]) -> bytes:
    return tree.digest("\n".join(ids).encode())


def _marks(records: Iterable[Record]) -> bytes:
    """The beginnings of the fingerprints of records, one behind the other."""
    return b"".join(tree.digest(msgpack.encode(one))[:MARK] for one in records)
