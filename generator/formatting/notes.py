"""The comments of a file and its empty lines, each with the key or item that it stands at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.document import Document, Mapping, Node, Scalar, Sequence, every_scalar

Place = tuple[int, int]
"""A key or an item: the offset at which the mapping or list around it begins, and its number there."""

MODELINE = "# yaml-language-server:"
_COMMENT = re.compile("#[^\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(#[^\n]*)?")


@dataclass
class Notes:
    """Comments as they are, without the white space around them; an empty text stands for an empty line.

    ``head`` is the top of the file. What stands ``above`` and ``beside`` a key or an item is kept by its place, and so is what
    stands further in ``below`` it; what comes at the end of a mapping or list by the offset at which that begins.
    """

    head: list[str] = field(default_factory=list)
    above: dict[Place, list[str]] = field(default_factory=dict)
    beside: dict[Place, list[str]] = field(default_factory=dict)
    below: dict[Place, list[str]] = field(default_factory=dict)
    ends: dict[int, list[str]] = field(default_factory=dict)
    around: set[int] = field(default_factory=set)
    """The beginnings of the mappings and lists with a comment in them."""


class _Stop(NamedTuple):
    """A key or an item in the order of the file; ``parent`` is the number of the one that it stands in."""

    place: Place
    start: int
    column: int
    within: Mapping | Sequence
    parent: int | None


class _Mark(NamedTuple):
    """A comment: where it begins, its column, its text, and whether it has its line for itself."""

    start: int
    column: int
    text: str
    alone: bool


def notes(document: Document) -> Notes:
    """The comments of a file."""
    text = document.source.text
    stops = list(_stops(document.root, None, []))
    taken = Notes()
    starts = [stop.start for stop in stops]
    for mark in _marks(document):
        _place(mark, text, stops, bisect_left(starts, mark.start), taken)
    last = -1
    for stop in stops:
        if stop.start > last and not is_flow(stop.within) and _line_before_is_empty(text, stop.start):
            taken.above.setdefault(stop.place, []).append("")
        last = max(last, stop.start)
    _head(taken, stops)
    return taken


def texts(document: Document) -> list[str]:
    """The texts of all comments of a file, sorted."""
    return sorted(mark.text for mark in _marks(document))


def _stops(node: Node, parent: int | None, stops: list[_Stop]) -> list[_Stop]:
    """All keys and items, each before what it holds. No deeper than the reader lets a file be."""
    if isinstance(node, Scalar):
        return stops
    column = _column(node.source.text, node.start)
    inside = node.pairs if isinstance(node, Mapping) else [(item, item) for item in node.items]
    for number, (begin, value) in enumerate(inside):
        stops.append(_Stop((node.start, number), begin.start, column, node, parent))
        _stops(value, len(stops) - 1, stops)
    return stops


def _marks(document: Document) -> Iterator[_Mark]:
    """The comments: what begins with ``#`` outside of keys and values."""
    text, at = document.source.text, 0
    for scalar in every_scalar(document.root):
        yield from _between(text, at, scalar.start)
        written = text[scalar.start : scalar.end]
        at = max(at, scalar.start + len(written.rstrip()))
        if not scalar.plain and (header := _HEADER.match(written)) and header[1]:
            yield _mark(text, scalar.start + header.start(1), header[1])
            at = max(at, scalar.start + header.end())
    yield from _between(text, at, len(text))


def _between(text: str, at: int, end: int) -> Iterator[_Mark]:
    for found in _COMMENT.finditer(text, at, max(at, end)):
        yield _mark(text, found.start(), found.group())


def _mark(text: str, start: int, words: str) -> _Mark:
    before = text[start - _column(text, start) : start]
    alone = not before.strip("-? ") or before.strip() == "..."
    return _Mark(start, len(before) - len(before.lstrip()) if before.strip() else len(before), words.rstrip(), alone)


def _place(mark: _Mark, text: str, stops: list[_Stop], after: int, taken: Notes) -> None:
    """Put a comment to what it stands at: the key or item on its line or below it, or the end of what is above it."""
    said = ["", mark.text] if mark.alone and _line_before_is_empty(text, mark.start) else [mark.text]
    if after == 0:
        (taken.above.setdefault(stops[0].place, []) if stops else taken.head).extend(said)
        return
    before, following = after - 1, stops[after] if after < len(stops) else None
    brackets = _brackets(mark.start, stops, before)
    if not mark.alone:
        stop = _outside(mark.start, stops, before)
        taken.beside.setdefault(stop.place, []).append(mark.text)
    elif following and (following.start < brackets.end if brackets else mark.column <= following.column):
        stop = following
        taken.above.setdefault(stop.place, []).extend(said)
    else:
        stop = _outside(mark.start, stops, before) if brackets else _above(mark, stops, before)
        if brackets or stop.column == mark.column:
            taken.ends.setdefault(stop.within.start, []).extend(said)
        else:
            taken.below.setdefault(stop.place, []).extend(said)
    _note(stop, stops, taken)


def _note(stop: _Stop, stops: list[_Stop], taken: Notes) -> None:
    taken.around.add(stop.within.start)
    while stop.parent is not None:
        stop = stops[stop.parent]
        taken.around.add(stop.within.start)


def _brackets(at: int, stops: list[_Stop], number: int | None) -> Mapping | Sequence | None:
    """The innermost brackets around an offset, as far as a key or item stands before it in them."""
    while number is not None:
        within = stops[number].within
        if is_flow(within) and within.start < at < within.end:
            return within
        number = stops[number].parent
    return None


def _outside(at: int, stops: list[_Stop], number: int) -> _Stop:
    """The last key or item before an offset; where its brackets have been closed since, what they belong to."""
    stop = stops[number]
    while is_flow(stop.within) and stop.within.end <= at and stop.parent is not None:
        stop = stops[stop.parent]
    return stop


def _above(mark: _Mark, stops: list[_Stop], number: int) -> _Stop:
    """The last key or item before a comment that begins at its column or left of it."""
    stop = _outside(mark.start, stops, number)
    while stop.column > mark.column and stop.parent is not None:
        stop = stops[stop.parent]
    return stop


def _head(taken: Notes, stops: list[_Stop]) -> None:
    """Part the top of the file from what stands above its first key: at the last empty line, and below the modeline."""
    if not stops:
        return
    above = taken.above.pop(stops[0].place, [])
    modelines = [number for number, line in enumerate(above) if line.startswith(MODELINE)]
    empty = [number for number, line in enumerate(above) if not line]
    cut = max((*(number + 1 for number in modelines), *(number + 1 for number in empty)), default=0)
    taken.head[:0] = above[:cut]
    if above[cut:]:
        taken.above[stops[0].place] = above[cut:]


def is_flow(node: Mapping | Sequence) -> bool:
    """Whether it stands in brackets or braces in the file."""
    return node.source.text[node.start : node.start + 1] in ("[", "{")


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset) - 1


def _line_before_is_empty(text: str, offset: int) -> bool:
    begin = text.rfind("\n", 0, offset)
    return begin > 0 and not text[text.rfind("\n", 0, begin) + 1 : begin].strip()
