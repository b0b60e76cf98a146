"""Which entries are indexed together: in shards of a bounded size, of which a change touches one.

An entry's place follows from its id alone, so it stays in its shard while others come and go. A shard that outgrows the limit
is parted in two, by the next bit of a hash of the ids, and the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

LIMIT = 1000
"""How many records a shard has at most."""

_BITS = 64


def shards(ids: Iterable[str], limit: int = LIMIT) -> dict[str, list[str]]:
    """The ids of each shard, in their order, by its name: the first bits of their hashes, at least one letter long."""
    return dict(_parted("s", sorted((_bits(id), id) for id in ids), limit))


def _parted(name: str, placed: list[tuple[str, str]], limit: int) -> Iterable[tuple[str, list[str]]]:
    if not placed:
        return
    if len(placed) <= limit:
        yield name, sorted(id for _, id in placed)
        return
    at = len(name) - 1
    for bit in "01":
        yield from _parted(name + bit, [one for one in placed if one[0][at] == bit], limit)


def _bits(id: str) -> str:
    number = int.from_bytes(blake2b(id.encode(), digest_size=_BITS // 8).digest(), "big")
    return f"{number:0{_BITS}b}"
