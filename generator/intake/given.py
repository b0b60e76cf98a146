"""What was given as an answer, and where: the cells of a file, and the practices in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.document import Mapping as Group
from generator.document import Scalar
from generator.source import Source, Span

FORMULA = re.compile(r"=|[+@-][\d+]*\w+[|(!]")
"""How a text begins that a spreadsheet takes for a formula."""


@dataclass(frozen=True, slots=True)
class Cell(Source):
    """The source of one cell: its text stands at the line and column that are its row and column in the table.

    So a diagnostic points to a cell as to a place in a file. The lines of the text stand in one.
    """

    row: int
    column: int

    def whole(self) -> Span:
        """The place of the cell."""
        end = len(self.text) - self.row + 2
        return Span(self, self.row, self.column, self.row, max(end, self.column + 1))


class Given(NamedTuple):
    """An answer with the code of its question; the place of an empty one is known, too."""

    code: str
    answer: Scalar


class Submission(NamedTuple):
    """A practice as it was given: its fields as a file of an entry would hold them, each in its own place.

    ``start`` is where it begins, ``places`` say where the questions stand that have no answer.
    """

    start: Span
    root: Group
    places: Mapping[str, Span]


class Read(NamedTuple):
    """The practices in a file, and what is wrong with it."""

    submissions: tuple[Submission, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


def cell(path: str, row: int, column: int, text: str) -> Scalar:
    """The text of a cell of a table, rows and columns counted from 1."""
    value = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    before = "\n" * (row - 1) + " " * (column - 1)
    source = Cell(path, before + value.replace("\n", " "), row, column)
    return Scalar(source, len(before), len(before) + len(value), value, plain=False)


def in_its_cell(found: Diagnostic) -> Diagnostic:
    """A fault of some words of a cell has the place of the cell: a column is that of the table, and not one of the text."""
    source = found.span.source
    return replace(found, problem=replace(found.problem, span=source.whole())) if isinstance(source, Cell) else found


def part(scalar: Scalar, start: int, end: int) -> Scalar:
    """The characters of a scalar between two offsets, without white space around them, where they stand."""
    text = scalar.value[start:end]
    start += len(text) - len(text.lstrip())
    value = text.strip()
    begin = scalar.start + start
    return Scalar(scalar.source, begin, begin + len(value), value, plain=False)
