"""A shard that is made again: its records, indexed by Pagefind, in the files in which they are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path

from msgspec import Raw, Struct, msgpack

from generator import tree
from generator.cache import Shard
from generator.edition import Edition
from generator.observatory import Observatory
from generator.search import keeping, program
from generator.search.bundle import WORDS, bundle, named, words
from generator.search.listing import FOLDER, script, wasm
from generator.search.records import Record, record


class Place(Struct, frozen=True):
    """Where an index is written: the ``folder`` of the site, of whose files ``there`` are the hashes, and the ``cache``."""

    folder: str
    there: Mapping[str, bytes]
    cache: str


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

    @property
    def key(self) -> str:
        """The language and the name, under which the shard is known."""
        return f"{self.language}/{self.name}"


class Made(Struct, array_like=True):
    """What came of a task: the shard, the files that were written, those that run in the browser, and packed the words gone and come."""

    key: str
    shard: Shard
    written: list[str]
    shared: dict[str, bytes]
    told: Raw


MADE = msgpack.Decoder(list[Made])
TOLD = msgpack.Decoder(tuple[list[str], list[str]])


def make(observatory: Observatory, place: Place, threads: int, tasks: Sequence[Task]) -> bytes:
    """What comes of some shards, in MessagePack; raises UnindexedError and OSError."""
    return msgpack.encode([_shard(observatory.edition(task.language), task, place, threads) for task in tasks])


def _shard(edition: Edition, task: Task, place: Place, threads: int) -> Made:
    last, own = task.last, place.folder
    if last and not task.brings and _is_same(edition, task, last, place.cache):
        return Made(task.key, last, [], {}, _told(set(), _words(own, last) if task.telling is Telling.ALL else set()))
    records: list[Record] = []
    made = program.index(_noted(_records(edition, task, place.cache), records), task.language, threads)
    files, whole = bundle(records, made), _running(made, task.language)
    folder = f"{FOLDER}/{task.language}/{named(files)}"
    below = {f"{folder}/{name}": data for name, data in files.items()}
    runs = {f"{FOLDER}/{name}": whole[name] for name in task.brings}
    hashes = {path: tree.digest(data) for path, data in below.items()}
    shared = {path: tree.digest(data) for path, data in runs.items()}
    written = [path for path, hash in (hashes | shared).items() if place.there.get(path) != hash]
    for path in written:
        tree.write(own, path, (below | runs)[path])
    now = words(files) if task.telling is not Telling.NOTHING else set()
    before = _words(own, last) if last and task.telling is Telling.CHANGES else set()
    packed = [keeping.packed(one) for one in records]
    keeping.keep(place.cache, task.key, packed)
    shard = Shard(of_ids(task.ids), keeping.marks(packed), folder, hashes, len(records))
    return Made(task.key, shard, written, shared, _told(before - now, now - before))


def _told(gone: set[str], come: set[str]) -> Raw:
    return Raw(msgpack.encode((sorted(gone), sorted(come))))


NOTHING = _told(set(), set())


def _words(folder: str, shard: Shard) -> set[str]:
    """The words of a shard that is there."""
    return words({path: (Path(folder) / path).read_bytes() for path in shard.files if path.endswith(WORDS)})


def _is_same(edition: Edition, task: Task, last: Shard, cache: str) -> bool:
    """Whether the records are those of the last index; of ids that are the same, only the changed ones are looked at."""
    if last.ids != of_ids(task.ids):
        return False
    places = [place for place, id in enumerate(task.ids) if task.changed is None or id in task.changed]
    now = [keeping.packed(_record(edition, task.ids[place])) for place in places]
    is_same = keeping.marks(now) == keeping.marks_at(last.records, places)
    if is_same and task.changed is None:
        keeping.keep(cache, task.key, now)
    return is_same


def _records(edition: Edition, task: Task, cache: str) -> Iterator[Record]:
    """The records of a shard: those that have changed, or that nobody kept, are made."""
    if task.last is None or task.changed is None:
        yield from (_record(edition, id) for id in task.ids)
        return
    before = keeping.known(cache, task.key, task.last.records)
    for id in task.ids:
        kept = None if id in task.changed else before.get(id)
        yield kept or _record(edition, id)


def _record(edition: Edition, id: str) -> Record:
    return record(edition, edition.catalogue.by_id[id], edition.catalogue.account(id))


def _noted(records: Iterable[Record], into: list[Record]) -> Iterator[Record]:
    """The records, each put into a list once it is asked for: so they are made while others are indexed."""
    for one in records:
        into.append(one)
        yield one


def _running(made: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """What runs in the browser of all that Pagefind made, by the names it is published under."""
    runs = made.get(f"wasm.{language}.pagefind", made["wasm.unknown.pagefind"])
    return {script(): made["pagefind-worker.js"], wasm(language): runs}


def of_ids(ids: Sequence[str]) -> bytes:
    """The fingerprint of some ids in their order."""
    return tree.digest("\n".join(ids).encode())
