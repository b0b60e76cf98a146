"""Which entries are indexed together: in shards of a bounded size, of which a change touches one.

An entry's shard follows from its place (``shelves``), so from its id alone, and it stays there while others come and go. A shard that
outgrows the limit is halved by the next bit of the places, and the others stay as they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from generator import shelves

LIMIT = 200
"""How many records a shard has at most: the less, the less is indexed again after a change, and the more files a reader asks for."""

_BITS = 32

Placed = tuple[int, str]
"""The place of an id, and the id."""


def shards(ids: Iterable[str], limit: int = LIMIT) -> dict[str, list[str]]:
    """The ids of each shard, in their order, by its name: the first bits of their places, at least one letter long."""
    return dict(_parted("s", sorted((shelves.place(id), id) for id in ids), 0, limit))


def _parted(name: str, placed: Sequence[Placed], first: int, limit: int) -> Iterator[tuple[str, list[str]]]:
    """Those from the place ``first`` on, of which the name has the bits that all share."""
    depth = len(name) - 1
    if len(placed) <= limit or depth == _BITS:
        if placed:
            yield name, sorted(id for _, id in placed)
        return
    half = first + (1 << (_BITS - depth - 1))
    at = bisect_left(placed, (half, ""))
    yield from _parted(f"{name}0", placed[:at], first, limit)
    yield from _parted(f"{name}1", placed[at:], half, limit)
