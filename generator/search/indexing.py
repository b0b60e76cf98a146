"""The index of every language, made again where its records have changed.

Below `search/` stand, for each language, `<language>.json`, which lists what there is, and the folders of its shards; and once what
runs in the browser: Pagefind's script and its WebAssembly, a file a language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b

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
from generator.workers import cores, spread

FOLDER = "search"
Progress = Callable[[str, int, int], None]


class Task(Struct, frozen=True):
    """A shard that may have to be made again: its language, name and ids, what is known of it, and the files it brings.

    What runs in the browser comes with every shard that is made, so of each such file that is missing one task is told to write it.
    """

    language: str
    name: str
    ids: list[str]
    last: Shard | None
    brings: frozenset[str]


class _Made(Struct, array_like=True):
    """What came of a task: the shard, the files that were written, and those that run in the browser."""

    key: str
    shard: Shard
    written: list[str]
    shared: dict[str, bytes]


_MADE = msgpack.Decoder(list[_Made])


def indexed(
    observatory: Observatory, ground: bytes, last: Index, changed: Collection[str] | None, folder: str,
    there: Mapping[str, bytes], progress: Progress,
) -> tuple[Index, set[str]]:  # fmt: skip
    """The index as it should be, and the files that were written into ``folder`` for it.

    ``ground`` is a fingerprint of what it rests on besides entries. ``changed`` are the ids of entries that may differ from those of
    the ``last`` index, ``None`` for all; ``there`` are the hashes of the files that the folder has. Raises UnindexedError and OSError.
    """
    touched = {*changed, *last.waiting} if changed is not None and last.ground == ground else None
    written: set[str] = set()
    shared = {path: hash for path, hash in last.others.items() if there.get(path) == hash and path.count("/") == 1}
    kept, tasks = _sorted(observatory, last, touched, there, shared)
    done, whole = 0, sum(len(task.ids) for task in tasks)
    threads = 1 if len(tasks) > 1 else cores()
    work = partial(_make, observatory, folder, there, threads)
    for _, data in spread(work, tasks, 1):
        for made in _MADE.decode(data):
            kept[made.key] = made.shard
            written.update(made.written)
            shared |= made.shared
            done += made.shard.count
            progress("Indexing for search", done, whole)
    listed = {path: hash for path, hash in shared.items() if not path.endswith(".json")}
    for edition in observatory.editions:
        data = _listed(edition, kept)
        path = f"{FOLDER}/{edition.language}.json"
        listed[path] = tree.digest(data)
        if there.get(path) != listed[path]:
            tree.write(folder, path, data)
            written.add(path)
    return Index(ground, dict(sorted(kept.items())), dict(sorted(listed.items()))), written


def _sorted(
    observatory: Observatory, last: Index, changed: set[str] | None, there: Mapping[str, bytes], shared: Collection[str]
) -> tuple[dict[str, Shard], list[Task]]:
    """The shards that are as they were, and those that must be looked at."""
    kept, tasks = {}, []
    parted = shards(practice.id for practice in observatory.catalogue.practices)
    marks = {name: _of_ids(ids) for name, ids in parted.items()}
    touched = {name for name, ids in parted.items() if changed is None or not changed.isdisjoint(ids)}
    missing = {_script(), *map(_wasm, observatory.codes)}.difference(shared)
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
                tasks.append(Task(language, name, ids, known, frozenset(brings)))
                missing -= brings
    return kept, sorted(tasks, key=lambda task: -len(task.ids))


def _make(
    observatory: Observatory, folder: str, there: Mapping[str, bytes], threads: int, tasks: Sequence[Task]
) -> bytes:
    made = [_shard(observatory.edition(task.language), task, folder, there, threads) for task in tasks]
    return msgpack.encode(made)


def _shard(edition: Edition, task: Task, folder: str, there: Mapping[str, bytes], threads: int) -> _Made:
    key, catalogue = f"{task.language}/{task.name}", edition.catalogue
    records = [record(edition, catalogue.by_id[id], catalogue.account(id)) for id in task.ids]
    ids, mark = _of_ids(task.ids), _digest(map(msgpack.encode, records))
    if task.last and task.last.records == mark and not task.brings:
        return _Made(key, Shard(ids, mark, task.last.folder, task.last.files, len(records)), [], {})
    files, whole = _published(records, task.language, threads)
    place = f"{FOLDER}/{task.language}/{named(files)}"
    below = {f"{place}/{name}": data for name, data in files.items()}
    runs = {f"{FOLDER}/{name}": whole[name] for name in task.brings}
    hashes = {path: tree.digest(data) for path, data in below.items()}
    shared = {path: tree.digest(data) for path, data in runs.items()}
    written = [path for path, hash in (hashes | shared).items() if there.get(path) != hash]
    for path in written:
        tree.write(folder, path, (below | runs)[path])
    return _Made(key, Shard(ids, mark, place, hashes, len(records)), written, shared)


def _published(records: Sequence[Record], language: str, threads: int) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The files of a shard, and those that run in the browser, by the names they are published under."""
    made = program.index(records, language, threads)
    wasm = made.get(f"wasm.{language}.pagefind", made["wasm.unknown.pagefind"])
    runs = {_script(): made["pagefind-worker.js"], _wasm(language): wasm}
    return bundle(records, made), runs


def _script() -> str:
    return f"pagefind-{version()}.js"


def _wasm(language: str) -> str:
    return f"pagefind-{version()}.{language}.wasm"


def _listed(edition: Edition, kept: Mapping[str, Shard]) -> bytes:
    """What there is in a language, for the browser."""
    own = [shard for key, shard in sorted(kept.items()) if key.startswith(f"{edition.language}/")]
    listing = {
        "script": _script(),
        "wasm": _wasm(edition.language),
        "leaflet": LEAFLET,
        "shards": [[shard.folder.removeprefix(f"{FOLDER}/"), shard.count] for shard in own],
        **naming.named(edition),
    }
    return json.dumps(listing, ensure_ascii=False, separators=(",", ":")).encode()


def _of_ids(ids: Sequence[str]) -> bytes:
    return tree.digest("\n".join(ids).encode())


def _digest(parts: Iterable[bytes]) -> bytes:
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(4, "little") + part)
    return whole.digest()
