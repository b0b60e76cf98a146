"""Where something stands: a text that was read, and a stretch of it."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct


class Source(Struct, frozen=True, gc=False):
    """A file as it was read: its path as shown to people, and its text, whose lines end in ``\\n``."""

    path: str
    text: str

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break; empty beyond the end."""
        return next(iter(self.lines(number, number)), "") if number > 0 else ""

    def lines(self, first: int, last: int) -> list[str]:
        """The texts of the lines from one number to another, as far as there are such."""
        return self.text.split("\n")[first - 1 : last]

    def start(self) -> Span:
        """The first character of the file, for faults of the file as a whole."""
        return Span(self, 1, 1, 1, 1)

    def find(self, offset: int, length: int = 1) -> Span:
        """The stretch of ``length`` characters at a character offset."""
        line, column = self._place(offset)
        return Span(self, line, column, line, column + length)

    def between(self, start: int, end: int) -> Span:
        """The stretch between two character offsets; the one after that of the end stands for a line after the last."""
        return Span(self, *self._place(start), *self._place(end))

    def _place(self, offset: int) -> tuple[int, int]:
        line = self.text.count("\n", 0, offset) + 1
        if offset > len(self.text):
            return line + 1, 1
        return line, offset - self.text.rfind("\n", 0, offset)


class Span(NamedTuple):
    """A stretch of a source: lines and columns counted from 1 in characters, the end exclusive."""

    source: Source
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def path(self) -> str:
        """The path of the source."""
        return self.source.path

    def alone(self) -> Span:
        """The same stretch in a source without its other lines: light enough to be sent between processes."""
        first = self.source.line(self.line)
        return self._replace(source=Source(self.path, "\n" * (self.line - 1) + first))
