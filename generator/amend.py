"""A YAML file changed in a few words: every other character of it stays, comments and line endings included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.document import Document, Node, Sequence
from generator.phrase import phrase
from generator.source import Span


class Change(NamedTuple):
    """New words for a stretch of a line; an empty stretch is a place to put them in."""

    span: Span
    words: str


def amended(text: str, changes: Iterable[Change]) -> str:
    """A text with some stretches of its lines written anew. It may have line endings of any kind, unlike the spans' source."""
    ending = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    for span, words in sorted(changes, key=lambda change: (change.span.line, change.span.column), reverse=True):
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + words.replace("\n", ending) + line[span.end_column - 1 :]
    return "\n".join(lines)


def with_item(document: Document, name: str, item: str) -> Change:
    """The change that adds an item to a list at the root of a file; to a new one at its end, where it has none.

    Raises ValueError where the file is written in a way that this cannot follow.
    """
    listed = document.root.get(name)
    if listed is None:
        return _at_the_end(document, f"{name}: [{item}]")
    if not isinstance(listed, Sequence) or not listed.items:
        raise ValueError(phrase("`%(name)s` is no list", name=name))
    last = listed.items[-1].span
    source = last.source
    if _begins_with(listed, "["):
        return Change(_after(last), f", {item}")
    dash = source.line(last.line)[: last.column - 1]
    if dash.strip() != "-":
        raise ValueError(phrase("`%(name)s` is written in an unusual way", name=name))
    end = len(source.line(last.end_line)) + 1
    return Change(Span(source, last.end_line, end, last.end_line, end), f"\n{dash}{item}")


def _at_the_end(document: Document, line: str) -> Change:
    if _begins_with(document.root, "{"):
        raise ValueError(phrase("the whole file stands in braces"))
    source = document.source
    number = source.text.count("\n") + 1
    end = len(source.line(number)) + 1
    return Change(Span(source, number, end, number, end), f"{line}\n" if end == 1 else f"\n{line}\n")


def _after(span: Span) -> Span:
    return Span(span.source, span.end_line, span.end_column, span.end_line, span.end_column)


def _begins_with(node: Node, sign: str) -> bool:
    return node.span.source.line(node.span.line)[node.span.column - 1 :].startswith(sign)
