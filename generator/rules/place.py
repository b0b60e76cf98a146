"""Where in the file something stands that was found inside a text."""

from __future__ import annotations

from generator.document import Scalar
from generator.source import Span


def within(scalar: Scalar, found: str, line: int = 0) -> Span:
    """The place of some words of a text, from a line of it (counted from 0) on; the text's own where they stand otherwise.

    Only texts after ``|`` keep their lines in the file; in others the words are looked for from the beginning.
    """
    span = scalar.span
    lines = span.source.text.split("\n")
    first = span.line - 1
    if lines[first][span.column - 1 : span.column] == "|":
        first += 1 + line
    words = found.split("\n")[0]
    for number in range(first, min(span.end_line, len(lines))):
        column = lines[number].find(words, span.column - 1 if number == span.line - 1 else 0)
        if words and column >= 0:
            return Span(span.source, number + 1, column + 1, number + 1, column + 1 + len(words))
    return span
