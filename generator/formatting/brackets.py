"""What of a file stands on one line: values, lists in brackets and fields in braces, in the order and with the quotes of the house."""

from __future__ import annotations

from collections.abc import Iterator

from generator import scribe
from generator.document import Mapping, Node, Scalar, Sequence
from generator.formatting.notes import is_flow
from generator.kinds import Hash, Kind, Line, ListOf, Markdown, Prose, Record
from generator.scribe import IN_BRACES, LIMIT, STATEMENT


def in_brackets(node: Mapping | Sequence, kind: Kind | None, before: int) -> str | None:
    """A list or mapping as it stands on one line behind ``before`` columns; nothing where its parts stand below one another."""
    line = _flow(node, kind)
    return line if line is None or before + len(line) <= LIMIT or _is_of_marks(kind) else None


def fields(node: Mapping, record: Record | None) -> Iterator[tuple[int, Scalar, Node, Kind | None]]:
    """The fields of a mapping as they are described in order, each with its number in the file, and with its kind.

    One that is not described stays behind the one that it stands behind.
    """
    known = record.names if record else ()
    ranks: list[int] = []
    for key, _ in node.pairs:
        ranks.append(known.index(key.value) if key.value in known else ranks[-1] if ranks else -1)
    for number in sorted(range(len(ranks)), key=ranks.__getitem__):
        key, value = node.pairs[number]
        described = record.field(key.value) if record else None
        yield number, key, value, described.kind if described else None


def name(key: Scalar, in_braces: bool = False) -> str:
    """The name of a field, as it stands before the colon."""
    return key.value if stays(key) else scribe.quoted(key.value, in_braces)


def described(kind: Kind | None) -> Record | None:
    """The record of a mapping; nothing where another kind of value should stand there."""
    return kind if isinstance(kind, Record) else None


def item_of(kind: Kind | None) -> Kind | None:
    """The kind of a list's items."""
    return kind.kind if isinstance(kind, ListOf) else None


def stays(scalar: Scalar) -> bool:
    """Whether a value without quotes is none that every reader of YAML takes for a text: quotes would make it one."""
    return scalar.plain and not scribe.is_text(scalar.value)


def _flow(node: Node, kind: Kind | None) -> str | None:
    """A value as it stands in brackets; nothing where a part of it must not, or nothing is there to be written."""
    if isinstance(node, Scalar):
        return _word(node, kind)
    if _stands_below(node, kind):
        return None
    if isinstance(node, Sequence):
        items = [word for item in node.items if (word := _flow(item, item_of(kind))) is not None]
        return f"[{', '.join(items)}]" if len(items) == len(node.items) else None
    pairs = [
        f"{name(key, True)}: {word}"
        for _, key, value, own in fields(node, described(kind))
        if (word := _flow(value, own)) is not None
    ]
    return f"{{{', '.join(pairs)}}}" if len(pairs) == len(node.pairs) else None


def _word(scalar: Scalar, kind: Kind | None) -> str | None:
    if stays(scalar):
        return scalar.value or None
    has_lines = "\n" in scalar.value or (isinstance(kind, Prose | Markdown) and scalar.value)
    return None if has_lines else scribe.word(scalar.value, kind, in_brackets=True)


def _stands_below(node: Mapping | Sequence, kind: Kind | None) -> bool:
    """Whether the parts stand below one another, however short they are. What is not described stays as it is."""
    if _is_of_marks(kind) or not (node.items if isinstance(node, Sequence) else node.pairs):
        return False
    if isinstance(node, Mapping) and isinstance(kind, Record):
        return len(node.pairs) > IN_BRACES or any(isinstance(value, Mapping) for _, value in node.pairs)
    if isinstance(node, Sequence) and isinstance(kind, ListOf):
        item = kind.kind
        return isinstance(item, Record | Prose | Markdown) or (isinstance(item, Line) and item.limit >= STATEMENT)
    return not is_flow(node)


def _is_of_marks(kind: Kind | None) -> bool:
    """Whether it holds the marks of originals, which commands write on one line and nobody reads."""
    return isinstance(kind, Record) and all(isinstance(field.kind, Hash) for field in kind.fields)
