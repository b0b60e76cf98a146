"""A YAML file as plain values that remember where each key and value stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.source import Source, Span


class Scalar(NamedTuple):
    """A single value: always a string, whatever YAML makes of it; ``plain`` where it has no quotes."""

    span: Span
    value: str
    plain: bool = True


class Sequence(NamedTuple):
    """A list of values."""

    span: Span
    items: tuple[Node, ...]


class Pair(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys with values, in the order of the file; no key stands twice."""

    span: Span
    pairs: tuple[Pair, ...]

    def get(self, name: str) -> Node | None:
        """The value of a key."""
        for key, value in self.pairs:
            if key.value == name:
                return value
        return None

    def key(self, name: str) -> Scalar | None:
        """The key itself, for its place."""
        for key, _ in self.pairs:
            if key.value == name:
                return key
        return None

    def text(self, name: str) -> str:
        """The text of a key; empty where it is missing or no text."""
        node = self.get(name)
        return node.value if isinstance(node, Scalar) else ""


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its source and the mapping at its root."""

    source: Source
    root: Mapping

    def text(self, name: str) -> str:
        """The text of a top-level key; empty where it is missing or no text."""
        return self.root.text(name)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """The single values of a list; nothing where the node is no list."""
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def values(node: Node | None) -> tuple[str, ...]:
    """The single values of a list as strings."""
    return tuple(item.value for item in scalars(node))


def joined(node: Node | None) -> str:
    """The text of a field as it is hashed: the statements of a list one a line."""
    return node.value if isinstance(node, Scalar) else "\n".join(values(node))


def plain(node: Node) -> object:
    """The node as plain strings, lists and dicts."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {pair.key.value: plain(pair.value) for pair in node.pairs}
