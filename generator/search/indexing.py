"""The index of every language, made again where its records have changed.

Below `search/` stand, for each language, `<language>.json`, which lists what there is, and the folders of its shards; and once what
runs in the browser: Pagefind's script and its WebAssembly, a file a language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct, msgpack

from generator import tree
from generator.cache import Index, Shard
from generator.edition import Edition
from generator.observatory import Observatory
from generator.search import naming, program
from generator.search.bundle import LEAFLET, bundle, named
from generator.search.installed import version
from generator.search.records import Record, record
from generator.search.shards import shards
from generator.search.standing import are
from generator.workers import Aside, cores, spread

FOLDER = "search"
MARK = 8
"""Bytes of a record's fingerprint, of which a shard keeps one a record."""
Progress = Callable[[str, int, int], None]


class Task(Struct, frozen=True):
    """A shard that may have to be made again: its language, name and ids, what is known of it, and the files it brings.

    ``changed`` are the ids of entries that may differ from those that are known, ``None`` for all.

    What runs in the browser comes with every shard that is made, so of each such file that is missing one task is told to write it.
    """

    language: str
    name: str
    ids: list[str]
    last: Shard | None
    changed: frozenset[str] | None
    brings: frozenset[str]


class _Made(Struct, array_like=True):
    """What came of a task: the shard, the files that were written, and those that run in the browser."""

    key: str
    shard: Shard
    written: list[str]
    shared: dict[str, bytes]


_MADE = msgpack.Decoder(list[_Made])


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
        self._kept, self._tasks = _sorted(observatory, last, touched, there, self._shared)
        self._aside = Aside(self._made) if aside and self._tasks else None

    def end(self, progress: Progress) -> tuple[Index, set[str]]:
        """The index as it should be, and the files that were written into the folder for it; raises UnindexedError and OSError."""
        written: set[str] = set()
        kept, shared, folder = self._kept, self._shared, self._folder
        named = {edition.language: naming.named(edition) for edition in self._observatory.editions}
        done, whole = 0, sum(len(task.ids) for task in self._tasks)
        for data in self._made() if self._aside is None else (self._aside.answer() for _ in self._tasks):
            for made in _MADE.decode(data):
                kept[made.key] = made.shard
                written.update(made.written)
                shared |= made.shared
                done += made.shard.count
                progress("Indexing for search", done, whole)
        listed = {path: hash for path, hash in shared.items() if not path.endswith(".json")}
        for language, names in named.items():
            data = _listed(language, kept, names)
            path = f"{FOLDER}/{language}.json"
            listed[path] = tree.digest(data)
            if self._there.get(path) != listed[path]:
                tree.write(folder, path, data)
                written.add(path)
        return Index(self._ground, dict(sorted(kept.items())), dict(sorted(listed.items()))), written

    def close(self) -> None:
        """Leave nothing of it running."""
        if self._aside:
            self._aside.close()

    def _made(self) -> Iterator[bytes]:
        """What comes of each task, in MessagePack."""
        threads = 1 if len(self._tasks) > 1 else cores()
        work = partial(_make, self._observatory, self._folder, self._there, threads)
        return (data for _, data in spread(work, self._tasks, 1))


def _sorted(
    observatory: Observatory, last: Index, changed: set[str] | None, there: Mapping[str, bytes], shared: Collection[str]
) -> tuple[dict[str, Shard], list[Task]]:
    """The shards that are as they were, and those that must be looked at."""
    kept, tasks = {}, []
    parted = shards(practice.id for practice in observatory.catalogue.practices)
    marks = {name: _of_ids(ids) for name, ids in parted.items()}
    touched = {name for name, ids in parted.items() if changed is None or not changed.isdisjoint(ids)}
    missing = {name for name in (_script(), *map(_wasm, observatory.codes)) if f"{FOLDER}/{name}" not in shared}
    for language in observatory.codes:
        for name, ids in parted.items():
            key = f"{language}/{name}"
            known = last.shards.get(key)
            if known and not are(known.files, there):
                known = None
            brings = missing.intersection({_script(), _wasm(language)})
            if known and not brings and name not in touched and known.ids == marks[name]:
                kept[key] = known
            else:
                own = None if changed is None else frozenset(changed.intersection(ids))
                tasks.append(Task(language, name, ids, known, own, frozenset(brings)))
                missing -= brings
    return kept, sorted(tasks, key=lambda task: -len(task.ids))


def _make(
    observatory: Observatory, folder: str, there: Mapping[str, bytes], threads: int, tasks: Sequence[Task]
) -> bytes:
    made = [_shard(observatory.edition(task.language), task, folder, there, threads) for task in tasks]
    return msgpack.encode(made)


def _shard(edition: Edition, task: Task, folder: str, there: Mapping[str, bytes], threads: int) -> _Made:
    key, ids, last = f"{task.language}/{task.name}", _of_ids(task.ids), task.last
    if last and not task.brings and _is_same(edition, task, last):
        return _Made(key, last, [], {})
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
    return _Made(key, Shard(ids, _marks(records), place, hashes, len(records)), written, shared)


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
    wasm = made.get(f"wasm.{language}.pagefind", made["wasm.unknown.pagefind"])
    return {_script(): made["pagefind-worker.js"], _wasm(language): wasm}


def _script() -> str:
    return f"pagefind-{version()}.js"


def _wasm(language: str) -> str:
    return f"pagefind-{version()}.{language}.wasm"


def _listed(language: str, kept: Mapping[str, Shard], names: Mapping[str, Any]) -> bytes:
    """What there is in a language, for the browser."""
    own = [shard for key, shard in sorted(kept.items()) if key.startswith(f"{language}/")]
    listing = {
        "script": _script(),
        "wasm": _wasm(language),
        "leaflet": LEAFLET,
        "shards": [[shard.folder.removeprefix(f"{FOLDER}/"), shard.count] for shard in own],
        **names,
    }
    return json.dumps(listing, ensure_ascii=False, separators=(",", ":")).encode()


def _of_ids(ids: Sequence[str]) -> bytes:
    return tree.digest("\n".join(ids).encode())


def _marks(records: Iterable[Record]) -> bytes:
    """The beginnings of the fingerprints of records, one behind the other."""
    return b"".join(tree.digest(msgpack.encode(one))[:MARK] for one in records)
