"""What the last build knew, kept in a folder between builds.

It holds nothing that could not be made again, and is never trusted: what is missing, damaged, written by another version
of the program, or rests on files that have changed since, is made again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import IO

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import asdict

from generator.diagnostics import Diagnostic
from generator.frame import Frame
from generator.grounds import Grounds
from generator.phrase import as_data, from_data
from generator.practice import Practice
from generator.registry import Registry
from generator.tree import Leaf, Stamp, digest

try:
    import fcntl
except ImportError:  # Windows has no such locks
    fcntl = None  # type: ignore[assignment]

STATE = "state"
SITE = "site"
ENGINE = "engine"
PATIENCE = 2.0  # seconds; the workers of a build that was killed hold on for a moment
_MARK = b"observatory 1\n"


class Known(Struct, frozen=True, array_like=True, gc=False):
    """An entry that was read and had no errors: its record, and packed its files by name, its facts and what was said of it."""

    files: Raw
    practice: Practice
    facts: Raw
    diagnostics: Raw


FILES = msgspec.msgpack.Decoder(dict[str, Leaf])
"""Unpacks the files of an entry."""


class Setup(Struct, frozen=True):
    """What the engine's settings say to us: the public address, and where the site goes."""

    site_url: str
    site_dir: str


class Shell(Struct, frozen=True):
    """What the engine drew: a frame per language, section and depth (``en practices 3``), and files of its own, hashed."""

    frames: dict[str, Frame]
    files: dict[str, bytes]

    @property
    def parts(self) -> list[str]:
        """All that the frames consist of, in their order by name."""
        return [part for name, frame in sorted(self.frames.items()) for part in (name, *frame.pieces, *frame.holes)]


class Shard(Struct, frozen=True, array_like=True, gc=False):
    """A shard of the index: fingerprints of its ids and of each record, its folder, the hashes of its files, and how many records."""

    ids: bytes
    records: bytes
    folder: str
    files: dict[str, bytes]
    count: int


class Index(Struct, frozen=True):
    """What search asks, as it was published.

    ``ground`` is a fingerprint of what it rests on besides entries. The ``shards`` are by language and name (``en/s01``),
    ``others`` the hashes of the files beside them, and ``waiting`` the ids of entries that have changed and are not indexed again yet.
    ``vocabularies`` name the parts of the vocabulary of each language, in their order.
    """

    ground: bytes = b""
    shards: dict[str, Shard] = {}
    others: dict[str, bytes] = {}
    waiting: tuple[str, ...] = ()
    vocabularies: dict[str, list[str]] = {}

    @property
    def files(self) -> dict[str, bytes]:
        """The hashes of all its files."""
        return self.others | {path: hash for shard in self.shards.values() for path, hash in shard.files.items()}


class State(Struct):
    """All that is known.

    ``checked`` is whether every link was seen to lead somewhere, ``said`` what was said of the registry on that day;
    ``entries`` are by folder and id, and ``together`` is what was said of all of them at once. ``pages`` are the paths
    below each language, ``rests`` packed which of them rest on the answer to which question (`Rests`), and ``drawn`` a fingerprint
    of what else they rest on; ``beside`` are the files outside the languages, and ``beside_by`` a fingerprint of what those
    rest on. ``index`` is what search asks. ``leaves`` are the files of the site, ``marks`` the folders of its spare copy, and
    ``site_marks`` those of the site itself, which was published at ``site``.
    """

    checked: bool
    grounds: Grounds
    day: date
    registry: Registry
    said: list[Diagnostic]
    setup: Setup
    shell: Shell
    entries: dict[str, Known]
    together: list[Diagnostic]
    drawn: bytes
    beside_by: bytes
    beside: list[str]
    pages: list[str]
    rests: Raw
    index: Index
    leaves: dict[str, Leaf]
    marks: dict[str, Stamp]
    site_marks: dict[str, Stamp]
    site: str


Left = State | memoryview
"""What the last build left: in memory, or packed as it was kept in the folder."""


class _Files(Struct, array_like=True, gc=False):
    """Of a known entry, its files by name."""

    files: dict[str, Leaf]


class _Entries(Struct):
    """Of a state, what tells which entries are as they were."""

    registry: Registry
    entries: dict[str, _Files]


class _Site(Struct):
    """Of a state, what tells how the spare copy of the site is."""

    leaves: dict[str, Leaf]
    marks: dict[str, Stamp]


_DECODER = msgspec.msgpack.Decoder(State, dec_hook=from_data)
_ENCODER = msgspec.msgpack.Encoder(enc_hook=as_data)


class HeldError(Exception):
    """Another build uses the folder; the message says so."""


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Keeps other builds out of the folder; raises HeldError where one is at work there. Makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    with (folder / "lock").open("w") as lock:
        until = time.monotonic() + PATIENCE
        while not _locked(lock):
            if time.monotonic() > until:
                raise HeldError("another build of this observatory is at work; let it end first")
            time.sleep(0.05)
        yield


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def left(folder: Path) -> memoryview | None:
    """What the last build left in the folder, packed; nothing where that cannot be told for sure."""
    try:
        data = (folder / STATE).read_bytes()
    except OSError:
        return None
    head = len(_MARK) + 16
    body = memoryview(data)[head:]
    if not data.startswith(_MARK) or digest(body) != data[len(_MARK) : head]:
        return None
    return body


def unpacked(left: Left) -> State | None:
    """All of what the last build left; nothing where it was of another version."""
    if isinstance(left, State):
        return left
    try:
        return _DECODER.decode(left)
    except (msgspec.MsgspecError, ValueError):
        return None


def entries_of(left: Left) -> tuple[Registry, Mapping[str, Mapping[str, Leaf]]]:
    """The registry, and the files of each entry that was read, without the rest; raises MsgspecError and ValueError."""
    if isinstance(left, State):
        return left.registry, {key: FILES.decode(one.files) for key, one in left.entries.items()}
    found = msgspec.msgpack.decode(left, type=_Entries)
    return found.registry, {key: one.files for key, one in found.entries.items()}


def site_of(left: Left) -> tuple[Mapping[str, Leaf], Mapping[str, Stamp]]:
    """The files of the site, and the folders of its spare copy, without the rest; raises MsgspecError and ValueError."""
    found = left if isinstance(left, State) else msgspec.msgpack.decode(left, type=_Site)
    return found.leaves, found.marks


def packed_entries(entries: Mapping[str, Known]) -> Raw:
    """The entries as `save` packs them, which takes a third of its time, and can be done while others are waited for."""
    return Raw(_ENCODER.encode(entries))


def save(folder: Path, state: State, entries: Raw | None = None) -> None:
    """Put in place of what was there, in one step; the ``entries`` may have been packed before."""
    body = _ENCODER.encode({**asdict(state), "entries": entries} if entries else state)
    new = folder / f"{STATE}.new"
    with new.open("wb") as file:
        file.write(_MARK + digest(body))
        file.write(body)
    os.replace(new, folder / STATE)  # noqa: PTH105
