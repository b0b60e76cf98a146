"""Where the card of a practice lies among small files that are fetched when they are shown.

A practice has a **place**, a number of 32 bits made of its id; practices lie in the order of their places, and the
first bits of the place name its **shelf**. So a practice that comes or goes changes one shelf, until there are so many
that shelves are halved.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

FULL = 16
"""Cards on a shelf at most, on the average: a list of thirty takes about as many files, so they are small."""

DEEPEST = 16


def place(id: str) -> int:
    """The place of an id: its CRC-32, which a browser works out in a few lines."""
    return crc32(id.encode())


def depth(count: int) -> int:
    """How many bits name a shelf where there are so many practices."""
    return min(DEEPEST, max(0, (count - 1) // FULL).bit_length())


def shelf(id: str, depth: int) -> str:
    """The name of its shelf: the bits there are and the number that they make, ``4-11``."""
    return f"{depth}-{place(id) >> (32 - depth)}"


def every(depth: int) -> Iterator[str]:
    """The names of all shelves at a depth; some may be empty."""
    return (f"{depth}-{number}" for number in range(1 << depth))


def possible(id: str) -> Iterator[str]:
    """Its shelf at every depth that there may be."""
    return (shelf(id, bits) for bits in range(DEEPEST + 1))
