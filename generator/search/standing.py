"""Whether the index that stands can stay as it is, so that a build in which nothing of search has changed loads nothing of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum

from generator.cache import Index


class Indexing(Enum):
    """What a build does about the index: make it, leave it for another time, or publish none."""

    NOW = "now"
    LATER = "later"
    NONE = "none"


def stands(last: Index, ground: bytes, changed: Collection[str] | None, there: Mapping[str, bytes]) -> bool:
    """Whether an index made now would be the last one. ``ground``, ``changed`` and ``there`` are those of `indexing.indexed`."""
    return last.ground == ground and changed is not None and not changed and not last.waiting and are(last.files, there)


def left(last: Index, changed: Collection[str] | None, there: Mapping[str, bytes]) -> Index:
    """The index as it is, for another time: of what is known, only that these entries wait."""
    if not are(last.files, there):
        return Index()
    ground, waiting = (b"", ()) if changed is None else (last.ground, tuple(sorted({*last.waiting, *changed})))
    return Index(ground, last.shards, last.others, waiting, last.vocabularies)


def are(files: Mapping[str, bytes], there: Mapping[str, bytes]) -> bool:
    """Whether the files are there as their hashes say."""
    return all(there.get(path) == hash for path, hash in files.items())
