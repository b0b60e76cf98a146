"""The values of a file beside the descriptions of their fields, sorted by what rules ask for."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from generator.document import Mapping, Node, Scalar
from generator.document import Sequence as List
from generator.fields import Field, Kind, ListOf, Prose, Record, Texts
from generator.source import Span


class Slot(NamedTuple):
    """A value that stands where a field is described: its path (``sources.url``) and the kind expected.

    ``field`` is the description, and ``key`` its name in the file, ``None`` for an item of a list.
    """

    name: str
    kind: Kind
    node: Node
    key: Scalar | None
    field: Field | None

    @property
    def called(self) -> str:
        """What it is called in a message."""
        return f"`{self.name}`" if self.key else f"an item of `{self.name}`"

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
        return self.mapping.pairs[0].key.span if self.mapping.pairs else self.mapping.span


class Slots:
    """The values of a file by what rules ask for, so that it is walked through once.

    ``scalars`` are single values by kind, ``lists`` and ``multilingual`` texts what stands where they should,
    ``records`` the mappings with described fields, the file itself first. Then what is wrong with the shape:
    names in a record that are no field of it (``unknown``), records without all they need (``incomplete``),
    values that hold nothing (``empty``), and those of another shape than their kind's (``misfits``).
    """

    def __init__(self, record: Record, root: Mapping) -> None:
        self.scalars: defaultdict[type[Kind], list[tuple[Slot, Scalar]]] = defaultdict(list)
        self.lists: list[tuple[Slot, ListOf, List]] = []
        self.multilingual: list[tuple[Slot, Mapping]] = []
        self.records: list[Described] = []
        self.unknown: list[tuple[Described, Scalar]] = []
        self.incomplete: list[Described] = []
        self.empty: list[Slot] = []
        self.misfits: list[Slot] = []
        self._describe(Described("", record, root))

    def _describe(self, described: Described) -> None:
        self.records.append(described)
        name, record, mapping = described
        fields = record.by_name
        required = 0
        for key, value in mapping.pairs:
            field = fields.get(key.value)
            if field is None:
                self.unknown.append((described, key))
            else:
                required += field.required
                self._add(Slot(f"{name}.{key.value}" if name else key.value, field.kind, value, key, field))
        if required < len(record.required):
            self.incomplete.append(described)

    def _add(self, slot: Slot) -> None:
        name, kind, node, _, field = slot
        if type(node) is Scalar:
            value = node.value
            if not value or value.isspace() or (node.plain and len(value) < 5 and value in _NOTHING):
                self.empty.append(slot)
            elif type(kind) in _OF_SEVERAL:
                self.misfits.append(slot)
            else:
                self.scalars[type(kind)].append((slot, node))
        elif not node[3]:  # neither items nor pairs
            self.empty.append(slot)
        elif type(kind) is ListOf and type(node) is List:
            self.lists.append((slot, kind, node))
            for item in node.items:
                self._add(Slot(name, kind.kind, item, None, field))
        elif type(kind) is Record and type(node) is Mapping:
            self._describe(Described(name, kind, node))
        elif type(kind) is Texts and type(node) is Mapping:
            self.multilingual.append((slot, node))
            text = Prose(kind.limit)
            for key, words in node.pairs:
                self._add(Slot(f"{name}.{key.value}", text, words, key, None))
        else:
            self.misfits.append(slot)


_NOTHING = frozenset({"~", "null", "Null", "NULL"})
_OF_SEVERAL = frozenset({ListOf, Record, Texts})
