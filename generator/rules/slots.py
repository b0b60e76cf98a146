"""The values of a file beside the descriptions of their fields, sorted by what rules ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from msgspec import Struct

from generator import sentences
from generator.document import Mapping, Node, Scalar
from generator.document import Sequence as List
from generator.kinds import Field, Kind, ListOf, Prose, Record, Reference, Texts, item_of
from generator.phrase import Phrase, named
from generator.source import Span


class Slot(Struct, frozen=True, eq=False, dict=True):
    """A place for values: its path (``sources.url``), the kind expected, and the field it belongs to.

    A value is an item where it has no name of its own in the file. There is one slot for all files, whatever
    stands there; only the languages of a text in several have one each, without a field.
    """

    name: str
    kind: Kind
    field: Field | None = None
    is_item: bool = False

    @property
    def called(self) -> Phrase:
        """What it is called in a message."""
        own = named(self.name)
        return sentences.ITEM.about(field=own) if self.is_item else own

    @cached_property
    def sort(self) -> type[Kind] | str | None:
        """What its single values are sorted by: their kind, or what they refer to; ``None`` where none is expected."""
        if isinstance(self.kind, Reference):
            return self.kind.to
        return None if isinstance(self.kind, ListOf | Record | Texts) else type(self.kind)

    @cached_property
    def limit(self) -> int:
        """How many characters or items it may hold; 0 where its kind does not say."""
        return getattr(self.kind, "limit", 0)

    @cached_property
    def is_required(self) -> bool:
        """Whether something must stand there."""
        return self.field is not None and self.field.required

    @cached_property
    def inside(self) -> dict[str, Slot]:
        """The slots of a record by the names of its fields."""
        before = f"{self.name}." if self.name else ""
        fields = self.kind.fields if isinstance(self.kind, Record) else ()
        return {field.name: Slot(before + field.name, field.kind, field) for field in fields}

    @cached_property
    def item(self) -> Slot:
        """The slot of a list's items."""
        return Slot(self.name, item_of(self.kind), self.field, True)


@cache
def _whole(record: Record) -> Slot:
    """The slot of a whole file."""
    return Slot("", record)


class Filled(NamedTuple):
    """A slot and what stands in it; ``key`` is its name in the file, ``None`` for an item of a list."""

    slot: Slot
    node: Node
    key: Scalar | None

    @property
    def place(self) -> Span:
        """Where to point: at a single value, at the name of anything else."""
        if self.key is None or (isinstance(self.node, Scalar) and self.node.value):
            return self.node.span
        return self.key.span


class Described(NamedTuple):
    """A mapping with described fields, and its path (empty for the file itself)."""

    name: str
    record: Record
    mapping: Mapping

    def head(self) -> Span:
        """Where it begins, for what is missing in it: its first name."""
        return self.mapping.pairs[0][0].span if self.mapping.pairs else self.mapping.span


class Slots:
    """The values of a file by what rules ask for, so that it is walked through once.

    ``scalars`` are single values by kind or by what they refer to, ``lists`` and ``multilingual`` texts what
    stands where they should, ``records`` the mappings with described fields, the file itself first. Then what
    is wrong with the shape: names in a record that are no field of it (``unknown``), records without all they
    need (``incomplete``), values that hold nothing (``empty``), and those of another shape than their kind's
    (``misfits``).
    """

    def __init__(self, record: Record, root: Mapping) -> None:
        self.scalars: defaultdict[type[Kind] | str, list[tuple[Slot, Scalar]]] = defaultdict(list)
        self.lists: list[tuple[Slot, ListOf, List]] = []
        self.multilingual: list[Filled] = []
        self.records: list[Described] = []
        self.unknown: list[tuple[Described, Scalar]] = []
        self.incomplete: list[Described] = []
        self.empty: list[Filled] = []
        self.misfits: list[Filled] = []
        self._describe(_whole(record), record, root)

    def of(self, record: Record) -> Sequence[Described]:
        """The mappings described by one record."""
        return [described for described in self.records if described.record is record]

    def _describe(self, slot: Slot, record: Record, mapping: Mapping) -> None:
        described = Described(slot.name, record, mapping)
        self.records.append(described)
        slots = slot.inside
        required = 0
        for key, value in mapping.pairs:
            inner = slots.get(key.value)
            if inner is None:
                self.unknown.append((described, key))
            else:
                required += inner.is_required
                self._add(inner, value, key)
        if required < len(record.required):
            self.incomplete.append(described)

    def _add(self, slot: Slot, node: Node, key: Scalar | None) -> None:
        kind = slot.kind
        if type(node) is Scalar:
            value = node.value
            if not value or value.isspace() or (len(value) < 5 and node.plain and value in _NOTHING):
                self.empty.append(Filled(slot, node, key))
            elif slot.sort is None:
                self.misfits.append(Filled(slot, node, key))
            else:
                self.scalars[slot.sort].append((slot, node))
        elif not (node.items if type(node) is List else node.pairs):  # type: ignore[union-attr]
            self.empty.append(Filled(slot, node, key))
        elif type(kind) is ListOf and type(node) is List:
            self.lists.append((slot, kind, node))
            item = slot.item
            for inner in node.items:
                self._add(item, inner, None)
        elif type(kind) is Record and type(node) is Mapping:
            self._describe(slot, kind, node)
        elif type(kind) is Texts and type(node) is Mapping:
            self.multilingual.append(Filled(slot, node, key))
            text = Prose(kind.limit)
            for language, words in node.pairs:
                self._add(Slot(f"{slot.name}.{language.value}", text), words, language)
        else:
            self.misfits.append(Filled(slot, node, key))


_NOTHING = frozenset({"~", "null", "Null", "NULL"})
