"""The records of each shard as they were last indexed, kept between builds: what an unchanged entry says is not gathered again.

A file a shard lies in the cache and is never trusted: its records are taken where they have the fingerprints that the index keeps.
"""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Raw, msgpack

from generator import tree
from generator.search.records import Record

FOLDER = "records"

_MARK = 8  # bytes of a record's fingerprint, of which a shard keeps one a record
_MOST = 1 << 26  # bytes that a file may unpack to; a shard of full entries has a hundredth of it
_FAST = 1  # it is read once, and takes a fifth of its size already
_RECORDS = msgpack.Decoder(list[Raw])
_RECORD = msgpack.Decoder(Record)


def packed(record: Record) -> bytes:
    """A record as it is kept, and as its fingerprint is taken."""
    return msgpack.encode(record)


def marks(records: Iterable[bytes | Raw]) -> bytes:
    """The beginnings of the fingerprints of packed records, one behind the other."""
    return b"".join(tree.digest(memoryview(one))[:_MARK] for one in records)


def marks_at(marks: bytes, places: Iterable[int]) -> bytes:
    """Those of the records at some places."""
    return b"".join(marks[place * _MARK : (place + 1) * _MARK] for place in places)


def known(cache: str, key: str, marks_of_last: bytes) -> dict[str, Record]:
    """The records of a shard by id; none where they are not those that were last indexed."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(_path(cache, key).read_bytes(), _MOST)
        records = _RECORDS.decode(data) if unpacking.eof else []
        if marks(records) != marks_of_last:
            return {}
        return {one.id: one for one in map(_RECORD.decode, records)}
    except (OSError, zlib.error, msgspec.MsgspecError, ValueError):
        return {}


def keep(cache: str, key: str, records: Sequence[bytes]) -> None:
    """Keep the packed records of a shard for the next build, which makes them again where that cannot be done."""
    with suppress(OSError):
        tree.write(cache, f"{FOLDER}/{key}", zlib.compress(msgpack.encode([Raw(one) for one in records]), _FAST))


def forget(cache: str, keys: Collection[str]) -> None:
    """Keep nothing of other shards than these."""
    for folder in _below(Path(cache, FOLDER)):
        for path in _below(folder):
            if f"{folder.name}/{path.name}" not in keys:
                _remove(path)


def _below(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except NotADirectoryError:
        folder.unlink()
    except FileNotFoundError:
        pass
    return []


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def _path(cache: str, key: str) -> Path:
    return Path(cache, FOLDER, key)
