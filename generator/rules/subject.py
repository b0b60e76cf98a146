"""What a rule may look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from generator.document import Document, Mapping, Node, Pair, Scalar
from generator.document import Sequence as List
from generator.fields import Field, Kind, Line, ListOf, Markdown, Prose, Record, Reference, Texts
from generator.registry import Registry
from generator.source import Source, Span


class Slot(NamedTuple):
    """A value that stands where a field is described: its path (``sources.url``), the kind it should have, and the value.

    ``field`` is the description, and ``key`` its name in the file, ``None`` for an item of a list.
    """

    name: str
    kind: Kind
    node: Node
    key: Scalar | None
    field: Field | None


class Text(NamedTuple):
    """A value of a kind that is read as words: a line, prose or Markdown."""

    slot: Slot
    scalar: Scalar

    @property
    def value(self) -> str:
        """The words."""
        return self.scalar.value


class Described(NamedTuple):
    """A mapping with described fields, and its path (empty for the file itself)."""

    name: str
    record: Record
    mapping: Mapping

    def head(self) -> Span:
        """Where it begins, for what is missing in it: its first name."""
        return self.mapping.pairs[0].key.span if self.mapping.pairs else self.mapping.span


@dataclass(frozen=True)
class Subject:
    """One file with what it should look like and what stands around it.

    ``id`` is the stem of the file's name without the language of a translation, ``folder`` where it stands below
    ``practices/``, ``language`` that of a translation's file name (empty for an original), ``original`` what a
    translation translates.
    """

    document: Document
    record: Record
    registry: Registry | None
    today: date
    id: str = ""
    folder: str = ""
    language: str = ""
    original: Document | None = None

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Every value that stands where a field is described, in the order of the file."""
        found: list[Slot] = []
        _walk(found, "", self.record, self.document.root)
        return tuple(found)

    @cached_property
    def records(self) -> tuple[Described, ...]:
        """Every mapping with described fields; the first is the file itself."""
        inner = (
            Described(slot.name, slot.kind, slot.node)
            for slot in self.of(Record)
            if isinstance(slot.kind, Record) and isinstance(slot.node, Mapping)
        )
        return Described("", self.record, self.document.root), *inner

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every value that is read as words."""
        return tuple(
            Text(slot, slot.node)
            for slot in self.slots
            if type(slot.kind) in (Line, Prose, Markdown) and type(slot.node) is Scalar
        )

    @cached_property
    def words(self) -> str:
        """All of the texts in one, for a rule to see quickly whether it need look at them one by one."""
        return "\n".join([text.value for text in self.texts])

    def name(self) -> Span:
        """Where a fault of the file's name stands: at its beginning, without a line of it, which would mislead."""
        return Source(self.document.source.path, "").start()

    def of(self, kind: type[object]) -> Sequence[Slot]:
        """The values that stand where a kind is described, in the order of the file."""
        return self._by_kind.get(kind, ())

    def scalars(self, kind: type[object]) -> Iterator[tuple[Slot, Scalar]]:
        """The single values of a kind, wherever they stand; empty ones have a rule of their own."""
        for slot in self.of(kind):
            if type(slot.node) is Scalar and slot.node.value:
                yield slot, slot.node

    def references(self, to: str) -> Iterator[Scalar]:
        """The ids that stand where one of the registry is expected."""
        for slot, scalar in self.scalars(Reference):
            if isinstance(slot.kind, Reference) and slot.kind.to == to:
                yield scalar

    def known(self) -> Registry:
        """The registry; rules that need one are not run before it has been read."""
        if self.registry is None:
            raise LookupError("this rule needs a registry")
        return self.registry

    @cached_property
    def _by_kind(self) -> dict[type[object], list[Slot]]:
        found: defaultdict[type[object], list[Slot]] = defaultdict(list)
        for slot in self.slots:
            found[type(slot.kind)].append(slot)
        return found


def _walk(found: list[Slot], name: str, kind: Kind, node: Node, field: Field | None = None) -> None:
    """Add what stands inside a value; nothing where it has not the shape its kind asks for."""
    if type(node) is Mapping:
        if type(kind) is Record:
            for key, value in node.pairs:
                inner = kind.by_name.get(key.value)
                if inner is not None:
                    path = f"{name}.{key.value}" if name else key.value
                    _add(found, Slot(path, inner.kind, value, key, inner))
        elif type(kind) is Texts:
            found.extend(_text(name, kind, pair) for pair in node.pairs)
    elif type(node) is List and type(kind) is ListOf:
        for item in node.items:
            _add(found, Slot(name, kind.kind, item, None, field))


def _add(found: list[Slot], slot: Slot) -> None:
    found.append(slot)
    if type(slot.node) is not Scalar:
        _walk(found, slot.name, slot.kind, slot.node, slot.field)


def _text(name: str, kind: Texts, pair: Pair) -> Slot:
    return Slot(f"{name}.{pair.key.value}", Prose(kind.limit), pair.value, pair.key, None)
