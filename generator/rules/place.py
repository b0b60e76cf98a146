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
    span = whole = scalar.span
    source, first, last = span.source, span.line, span.end_line
    if line is not None and _IN_LINES.match(source.line(first), span.column - 1):
        first = last = first + 1 + line
        span = _line(source, first)
    words = found.split("\n")[0]
    for number, text in enumerate(source.lines(first, last), first):
        column = text.find(words, whole.column - 1 if number == whole.line else 0)
        if words and column >= 0:
            return Span(source, number, column + 1, number, column + 1 + len(words))
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


def _line(source: Source, number: int) -> Span:
    text = source.line(number)
    return Span(source, number, len(text) - len(text.lstrip()) + 1, number, len(text) + 1)
