"""The files of an observatory as they are or were, by the ids that git gives their content, and a folder made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from generator import files
from generator.load import LEDGER_SIZE_LIMIT
from generator.reviewing.repository import Blob, Repository

ENTRIES = "practices"
REGISTRY = "registry"
AROUND = ("docs", "theme", "generator", "mkdocs.yml")
"""What else pages are made of."""

PARTS = (ENTRIES, REGISTRY, *AROUND)
_LINK = "120000"


def ids(root: Path, commit: str) -> dict[str, str]:
    """The ids that git would give to the files of a folder, by path; nothing is the id of what is no regular file.

    How long they are is that of the id of a commit of the same repository.
    """
    kind = "sha256" if len(commit) == 64 else "sha1"
    return {path: _id(root / path, kind) for part in PARTS for path in _below(root, part)}


def told(blobs: Mapping[str, Blob]) -> dict[str, str]:
    """The ids of the files of a revision, by path, as those of a folder: nothing is the id of a link."""
    return {path: "" if blob.mode == _LINK else blob.id for path, blob in blobs.items()}


def touched(before: Mapping[str, str], now: Mapping[str, str]) -> set[str]:
    """The paths at which something else stands, or stood."""
    return {path for path in {*before, *now} if before.get(path) != now.get(path) and not _is_left_out(path)}


def lay_out(repository: Repository, blobs: Mapping[str, Blob], folder: Path) -> None:
    """Write files of a revision into a folder. Nothing is read through what was a link there."""
    plain = {path: blob for path, blob in blobs.items() if blob.mode != _LINK and blob.size <= LEDGER_SIZE_LIMIT}
    for path, data in zip(plain, repository.contents([blob.id for blob in plain.values()]), strict=True):
        _place(folder, path).write_bytes(data)
    for path in blobs.keys() - plain.keys():
        place = _place(folder, path)
        if blobs[path].mode == _LINK:
            place.symlink_to("elsewhere")
        else:
            with place.open("wb") as file:
                file.truncate(blobs[path].size)  # too large to be read, which is all that is asked of it


def _place(folder: Path, path: str) -> Path:
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _below(root: Path, part: str) -> list[str]:
    whole = root / part
    if whole.is_file():
        return [part]
    return [Path(place, name).relative_to(root).as_posix() for place, name in files.named_below(whole)]


def _id(path: Path, kind: str) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    return hashlib.new(kind, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _is_left_out(path: str) -> bool:
    """Whether a file is none that an observatory reads: hidden, about its folder, or left there by Python."""
    parts = path.split("/")
    return any(part.startswith((".", "README.")) or part in ("README", "__pycache__") for part in parts)
