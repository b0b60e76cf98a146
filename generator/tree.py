"""A folder of files that are known: written, and later found again as they were written, or told to be otherwise."""

from __future__ import annotations

import os
import shutil
import stat
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

Stamp = tuple[int, int, int, int]
"""What the file system says of a file: size in bytes, times of last change of content and of record in ns, and inode."""


_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


class Leaf(Struct, frozen=True, array_like=True, gc=False):
    """A file as it was written: a hash of its bytes, and what the file system said of it then."""

    hash: bytes
    stamp: Stamp


def digest(data: bytes | memoryview) -> bytes:
    """The hash of a file's bytes: the first 16 bytes of SHA-256, which processors have instructions for."""
    return sha256(data).digest()[:16]


def stamp(path: str) -> Stamp | None:
    """The stamp of a file or folder; none where it is missing, or is a link, a pipe or a device, which nobody may read."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino


def known(path: str, leaf: Leaf) -> Leaf | None:
    """The file as it is now, if it is as it was: by its stamp or, where that differs, by its bytes."""
    now = stamp(path)
    if now == leaf.stamp:
        return leaf
    return Leaf(leaf.hash, now) if now and now[0] == leaf.stamp[0] and _read(path) == leaf.hash else None


def write(folder: str, path: str, data: bytes) -> None:
    """Write a file below a folder; ``path`` has forward slashes.

    Always a new file: the old one may have a second name in the published site, which must not change.
    """
    file = (
        f"{folder}/{path}"  # strings and numbers, because pathlib and file objects take twice the time of the writing
    )
    above = file.rpartition("/")[0]
    try:
        os.mkdir(above)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(above, exist_ok=True)  # noqa: PTH103
    try:
        opened = os.open(file, _NEW, 0o666)
    except FileExistsError:
        os.unlink(file)  # noqa: PTH108
        opened = os.open(file, _NEW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(opened, rest) :]
    finally:
        os.close(opened)


def remove(folder: str, path: str) -> None:
    """Remove a file and the folders that it leaves empty, as far as they are still there."""
    file = Path(folder, path)
    file.unlink(missing_ok=True)
    for above in file.parents:
        if above == Path(folder):
            return
        try:
            above.rmdir()
        except FileNotFoundError:
            continue
        except OSError:  # something else is in it
            return


def link(source: str, folder: str, paths: Iterable[str]) -> None:
    """Give files of one folder a second name in another, or copy them where the file system has no links."""
    for path in paths:
        place = f"{folder}/{path}"
        try:
            os.link(f"{source}/{path}", place)
        except FileNotFoundError:
            Path(place).parent.mkdir(parents=True, exist_ok=True)
            _link(f"{source}/{path}", place)
        except OSError:
            _link(f"{source}/{path}", place)


def folders(paths: Iterable[str]) -> set[str]:
    """The folders in which files lie, without a final slash; the one at the top is empty."""
    found = {""}
    for path in paths:
        above = path.rpartition("/")[0]
        while above not in found:
            found.add(above)
            above = above.rpartition("/")[0]
    return found


class Unlike(Struct, frozen=True, array_like=True):
    """How files differ from what is known: those that have another stamp and the same bytes, and those that are not as they were."""

    stamped: dict[str, Leaf]
    lost: list[str]

    def applied(self, leaves: Mapping[str, Leaf]) -> dict[str, Leaf]:
        """The files that are as they were, as they are now."""
        found = {**leaves, **self.stamped}
        for path in self.lost:
            del found[path]
        return found


def unlike(folder: str, leaves: Mapping[str, Leaf], marks: Mapping[str, Stamp]) -> Unlike:
    """How the files of a folder differ from what is known of them. What lies there beside them is taken away.

    ``marks`` are the stamps of the folders: where one is as it was, nothing was added to it.
    """
    changed = {inner for inner, mark in marks.items() if stamp(f"{folder}/{inner}") != mark}
    if changed:
        _clear(folder, changed, leaves, marks)
    doubtful = [path for path, leaf in leaves.items() if stamp(f"{folder}/{path}") != leaf.stamp]
    found = {path: known(f"{folder}/{path}", leaves[path]) for path in doubtful}
    return Unlike({path: leaf for path, leaf in found.items() if leaf}, [path for path in doubtful if not found[path]])


def marks(folder: str, inner: Iterable[str]) -> dict[str, Stamp]:
    """The stamps of folders that are there."""
    return {path: mark for path in inner if (mark := stamp(f"{folder}/{path}"))}


def _clear(folder: str, changed: set[str], leaves: Mapping[str, Leaf], marks: Mapping[str, Stamp]) -> None:
    expected: defaultdict[str, set[str]] = defaultdict(set)
    for path in (*leaves, *filter(None, marks)):
        above, _, name = path.rpartition("/")
        if above in changed:
            expected[above].add(name)
    for inner in changed:
        try:
            there = list(os.scandir(f"{folder}/{inner}"))
        except OSError:
            continue
        for item in there:
            is_folder = item.is_dir(follow_symlinks=False)
            path = f"{inner}/{item.name}".lstrip("/")
            if item.name in expected[inner] and is_folder == (path in marks):
                continue
            if is_folder:
                shutil.rmtree(item.path)
            else:
                os.unlink(item.path)  # noqa: PTH108


def _link(source: str, place: str) -> None:
    try:
        os.link(source, place)
    except FileExistsError:
        os.unlink(place)  # noqa: PTH108
        _link(source, place)
    except OSError:
        shutil.copyfile(source, place)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123
            return digest(file.read())
    except OSError:
        return b""
