"""A YAML file as plain values that remember where each key and value stands."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.source import Source, Span


class Scalar(Struct, frozen=True, gc=False, array_like=True):
    """A single value: always a string, whatever YAML makes of it; ``plain`` where it has no quotes.

    Like the other nodes it keeps two character offsets, because a hundred of them are made for each file, and
    their lines and columns are only asked for when something is wrong.
    """

    source: Source
    start: int
    end: int
    value: str
    plain: bool = True

    @property
    def span(self) -> Span:
        """Where it stands, with its quotation marks."""
        return self.source.between(self.start, self.end)

    def alone(self) -> Scalar:
        """The same value in a source without other lines: light enough to be sent between processes."""
        text = self.source.text
        begins = text.rfind("\n", 0, self.start) + 1
        ends = text.find("\n", max(self.start, self.end - 1))
        before = text.count("\n", 0, begins)
        lines = "\n" * before + text[begins : ends if ends >= 0 else None]
        moved = begins - before
        return Scalar(Source(self.source.path, lines), self.start - moved, self.end - moved, self.value, self.plain)


class Sequence(Struct, frozen=True, gc=False):
    """A list of values."""

    source: Source
    start: int
    end: int
    items: tuple[Node, ...]

    @property
    def span(self) -> Span:
        """Where it stands; a list without brackets reaches to what comes after it."""
        return self.source.between(self.start, self.end)


class Mapping(Struct, frozen=True, gc=False):
    """Keys with values, in the order of the file; no key stands twice.

    A pair of them has no class of its own, which would take a tenth of the time of reading.
    """

    source: Source
    start: int
    end: int
    pairs: tuple[tuple[Scalar, Node], ...]

    @property
    def span(self) -> Span:
        """Where it stands; one without braces reaches to what comes after it."""
        return self.source.between(self.start, self.end)

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


class Document(Struct, frozen=True):
    """One file: its source, the mapping at its root, and the hash of its bytes where it was read from a file."""

    source: Source
    root: Mapping
    hash: bytes = b""

    def text(self, name: str) -> str:
        """The text of a top-level key; empty where it is missing or no text."""
        return self.root.text(name)


def scalars(node: Node | None) -> Iterator[Scalar]:
    """The single values of a list; nothing where the node is no list."""
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Scalar))


def every_scalar(node: Node) -> Iterator[Scalar]:
    """All single values at and below a node, and the names of all fields, in the order of the text."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from every_scalar(item)
    else:
        for key, value in node.pairs:
            yield key
            yield from every_scalar(value)


def values(node: Node | None) -> tuple[str, ...]:
    """The single values of a list as strings."""
    return tuple(item.value for item in scalars(node))


def joined(node: Node | None) -> str:
    """The text of a field as it is hashed: the statements of a list one a line."""
    return node.value if isinstance(node, Scalar) else "\n".join(values(node))


def plain(node: Node) -> object:
    """The node as plain strings, lists and dicts."""
    if type(node) is Scalar:
        return node.value
    if type(node) is Sequence:
        return [item.value if type(item) is Scalar else plain(item) for item in node.items]
    if type(node) is Mapping:
        return {key.value: value.value if type(value) is Scalar else plain(value) for key, value in node.pairs}
    raise TypeError(node)
