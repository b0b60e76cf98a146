"""What was given as an answer, and where: the cells of a file, and the practices in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from msgspec.structs import replace

from generator.characters import looks
from generator.diagnostics import Diagnostic
from generator.document import Mapping as Group
from generator.document import Scalar
from generator.source import Source, Span

FORMULA = re.compile(r"=|[+@-][\d+]*\w+[|(!]")
"""How a text begins that a spreadsheet takes for a formula."""


class Cell(Source, frozen=True):
    """The source of one cell: its text stands at the line and column that are its row and column in the table.

    So a diagnostic points to a cell as to a place in a file, of which nothing else is kept. The lines of the text stand in one.
    """

    row: int
    column: int

    def lines(self, first: int, last: int) -> list[str]:
        """The text of the cell in its column, where its row is among the lines."""
        return [" " * (self.column - 1) + self.text] if first <= self.row <= last else []

    def whole(self) -> Span:
        """The place of the cell."""
        return Span(self, self.row, self.column, self.row, self.column + max(len(self.text), 1))

    def _place(self, offset: int) -> tuple[int, int]:
        return self.row, self.column + offset


class Given(NamedTuple):
    """An answer with the code of its question; the place of an empty one is known, too."""

    code: str
    answer: Scalar


class Submission(NamedTuple):
    """A practice as it was given: its fields as a file of an entry would hold them, each in its own place.

    ``start`` is where it begins, ``places`` say where the questions stand that have no answer, and ``faults`` are what was found
    while its answers were looked for, such as one that has no question.
    """

    start: Span
    root: Group
    places: Mapping[str, Span]
    faults: tuple[Diagnostic, ...] = ()


class Read(NamedTuple):
    """The practices in a file, and what is wrong with it beside them."""

    submissions: tuple[Submission, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def cell(path: str, row: int, column: int, text: str) -> Scalar:
    """The text of a cell of a table, rows and columns counted from 1."""
    value = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return Scalar(Cell(path, value.replace("\n", " "), row, column), 0, len(value), value, plain=False)


def chosen(answer: str, unchosen: Set[str]) -> str:
    """An answer that is chosen from a list, a line each, without lines in which nothing was chosen."""
    return "\n".join(line for line in answer.split("\n") if looks(line) not in unchosen)


def in_its_cell(found: Diagnostic) -> Diagnostic:
    """A fault of some words of a cell has the place of the cell: a column is that of the table, and not one of the text."""
    source = found.span.source
    return moved(found, source.whole()) if isinstance(source, Cell) else found


def moved(found: Diagnostic, span: Span) -> Diagnostic:
    """The same fault at another place."""
    return replace(found, problem=replace(found.problem, span=span))


def part(scalar: Scalar, start: int, end: int) -> Scalar:
    """The characters of a scalar between two offsets, without white space around them, where they stand."""
    text = scalar.value[start:end]
    start += len(text) - len(text.lstrip())
    value = text.strip()
    begin = scalar.start + start
    return Scalar(scalar.source, begin, begin + len(value), value, plain=False)
