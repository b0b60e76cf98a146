"""Words side by side on a terminal, in any script: Chinese signs are two columns wide, and Arabic ones keep the order."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional, category, combining, east_asian_width

BETWEEN = "  "
LEFT_TO_RIGHT = "\u200e"
"""A mark without width: what stands on both of its sides is not put into another order by a terminal that writes Arabic from the right."""

_FROM_THE_RIGHT = frozenset({"R", "AL"})


def width(text: str) -> int:
    """The columns that a terminal gives a text: two for wide signs, none for marks."""
    return sum(0 if combining(c) or category(c) == "Cf" else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def left(text: str, columns: int) -> str:
    """A text at the left of some columns."""
    return text + " " * (columns - width(text))


def right(text: str, columns: int) -> str:
    """A text at the right of some columns."""
    return " " * (columns - width(text)) + text


def row(cells: Sequence[str]) -> str:
    """Cells as wide as their columns, beside each other from left to right, whatever the script of each."""
    is_mixed = any(bidirectional(c) in _FROM_THE_RIGHT for cell in cells for c in cell)
    mark = LEFT_TO_RIGHT if is_mixed else ""
    return (mark + f"{BETWEEN}{mark}".join(cells)).rstrip(f" {mark}")
