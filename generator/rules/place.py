"""Where in the file something stands that was found inside a text."""

from __future__ import annotations

import re

from generator.document import Scalar
from generator.source import Source, Span

_IN_LINES = re.compile(r"\|[-+0-9]{0,2}\s*(?:#.*)?$")
"""How a text begins that keeps its lines; a table that does not come from a file of YAML begins with more."""


def within(scalar: Scalar, found: str, line: int | None = None) -> Span:
    """The place of some words of a text, on a line of it (counted from 0) where that is known.

    Only texts after ``|`` keep their lines in the file; in others the words are looked for from the
    beginning. Words that are not found have the place of the whole text.
    """
    span = scalar.span
    lines = span.source.text.split("\n")
    first, last = span.line - 1, min(span.end_line, len(lines))
    if line is not None and _IN_LINES.match(lines[first], span.column - 1):
        first += 1 + line
        last = min(first + 1, len(lines))
        span = _line(span.source, lines, first)
    words = found.split("\n")[0]
    for number in range(first, last):
        column = lines[number].find(words, scalar.span.column - 1 if number == scalar.span.line - 1 else 0)
        if words and column >= 0:
            return Span(span.source, number + 1, column + 1, number + 1, column + 1 + len(words))
    return span


def of_words(scalar: Scalar, start: int, end: int) -> Span:
    """The place of the words between two offsets of a text, whatever line breaks of the file they span.

    Words that are written with escapes have the place of the whole text.
    """
    words = re.compile(r"\s+".join(map(re.escape, scalar.value[start:end].split())))
    earlier = len(words.findall(scalar.value, 0, start))
    source = scalar.source
    places = [found.span() for found in words.finditer(source.text, scalar.start, scalar.end)]
    return source.between(*places[earlier]) if earlier < len(places) else scalar.span


def _line(source: Source, lines: list[str], number: int) -> Span:
    text = lines[number] if number < len(lines) else ""
    return Span(source, number + 1, len(text) - len(text.lstrip()) + 1, number + 1, len(text) + 1)
