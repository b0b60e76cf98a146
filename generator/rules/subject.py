"""What a rule may look at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from generator.document import Document, Mapping, Node, Scalar
from generator.document import Sequence as List
from generator.fields import Field, Kind, Line, ListOf, Markdown, Prose, Record, Reference, Texts
from generator.registry import Registry
from generator.source import Source, Span

if TYPE_CHECKING:
    from generator.text import Loss

# HTML, images, links and headings need one of these: a bracket, or a line of nothing but = or -.
_SUSPECT = re.compile(r"[<\[#]|^[ >]*[=-]+[ ]*$", re.MULTILINE)


class Slot(NamedTuple):
    """A value that stands where a field is described: its path (``sources.url``), the kind it should have,
    and the value.

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


@dataclass(frozen=True)
class Subject:
    """One file with what it should look like and what stands around it.

    ``id`` is the stem of the file's name without the language of a translation, ``folder`` where it stands
    below ``practices/``, ``language`` that of a translation's file name (empty for an original), ``original``
    what a translation translates (``None`` also where that could not be read), ``is_orphan`` whether there is
    no such file.
    """

    document: Document
    record: Record
    registry: Registry | None
    today: date
    id: str = ""
    folder: str = ""
    language: str = ""
    original: Document | None = None
    is_orphan: bool = False

    def scalars(self, *kinds: type[Kind]) -> Sequence[tuple[Slot, Scalar]]:
        """The single values of some kinds; those that are empty or no single values have rules of their own."""
        return [one for kind in kinds for one in self._sorted.scalars.get(kind, ())]

    @cached_property
    def texts(self) -> Sequence[tuple[Slot, Scalar]]:
        """The values that are read as words."""
        return self.scalars(Line, Prose, Markdown)

    @cached_property
    def words(self) -> str:
        """All of the texts in one, for a rule to see quickly whether it need look at them one by one."""
        return "\n".join([scalar.value for _, scalar in self.texts])

    @property
    def lists(self) -> Sequence[tuple[Slot, ListOf, List]]:
        """The lists, where lists should stand."""
        return self._sorted.lists

    @property
    def multilingual(self) -> Sequence[tuple[Slot, Mapping]]:
        """The texts in several languages."""
        return self._sorted.multilingual

    @property
    def records(self) -> Sequence[Described]:
        """Every mapping with described fields; the first is the file itself."""
        return self._sorted.records

    @property
    def empty(self) -> Sequence[Slot]:
        """The values that hold nothing."""
        return self._sorted.empty

    @property
    def misfits(self) -> Sequence[Slot]:
        """The values that have not the shape their kind asks for."""
        return self._sorted.misfits

    def references(self, to: str) -> Sequence[Scalar]:
        """The ids that stand where one of the registry is expected."""
        return self._references.get(to, ())

    @cached_property
    def losses(self) -> Sequence[tuple[Slot, Scalar, Loss]]:
        """What a reader of the Markdown texts would not get. Most files need no parser of Markdown, so it is
        not loaded.
        """
        if not _SUSPECT.search(self.words):
            return ()
        from generator.text import losses

        return [
            (slot, scalar, loss)
            for slot, scalar in self.scalars(Markdown)
            if _SUSPECT.search(scalar.value)
            for loss in losses(scalar.value)
        ]

    def known(self) -> Registry:
        """The registry; rules that need one are not run before it has been read."""
        if self.registry is None:
            raise LookupError("this rule needs a registry")
        return self.registry

    def knowing(self, registry: Registry) -> Subject:
        """The same file beside a registry; what was sorted stays sorted."""
        other = replace(self, registry=registry)
        other.__dict__["_sorted"] = self._sorted
        return other

    def name(self) -> Span:
        """Where a fault of the file's name stands: at its beginning, without a line of it, which would
        mislead.
        """
        return Source(self.document.source.path, "").start()

    @cached_property
    def _sorted(self) -> _Sorted:
        found = _Sorted()
        found.records.append(Described("", self.record, self.document.root))
        slots: list[Slot] = []
        _walk(slots, "", self.record, self.document.root, None)
        for slot in slots:
            found.add(slot)
        return found

    @cached_property
    def _references(self) -> dict[str, list[Scalar]]:
        found: defaultdict[str, list[Scalar]] = defaultdict(list)
        for slot, scalar in self.scalars(Reference):
            if isinstance(slot.kind, Reference):
                found[slot.kind.to].append(scalar)
        return found


class _Sorted:
    """The values of a file by what rules ask for, so that they are walked through once and not by every rule."""

    def __init__(self) -> None:
        self.scalars: defaultdict[type[Kind], list[tuple[Slot, Scalar]]] = defaultdict(list)
        self.lists: list[tuple[Slot, ListOf, List]] = []
        self.multilingual: list[tuple[Slot, Mapping]] = []
        self.records: list[Described] = []
        self.empty: list[Slot] = []
        self.misfits: list[Slot] = []

    def add(self, slot: Slot) -> None:
        name, kind, node, _, _ = slot
        if type(node) is Scalar:
            value = node.value
            if not value or value.isspace() or (node.plain and len(value) < 5 and value in _NOTHING):
                self.empty.append(slot)
            elif type(kind) in _OF_SEVERAL:
                self.misfits.append(slot)
            else:
                self.scalars[type(kind)].append((slot, node))
        elif not node[1]:  # neither items nor pairs
            self.empty.append(slot)
        elif type(kind) is ListOf and type(node) is List:
            self.lists.append((slot, kind, node))
        elif type(kind) is Record and type(node) is Mapping:
            self.records.append(Described(name, kind, node))
        elif type(kind) is Texts and type(node) is Mapping:
            self.multilingual.append((slot, node))
        else:
            self.misfits.append(slot)


_NOTHING = frozenset({"~", "null", "Null", "NULL"})
_OF_SEVERAL = frozenset({ListOf, Record, Texts})


def _walk(found: list[Slot], name: str, kind: Kind, node: Node, field: Field | None) -> None:
    """Add what stands inside a value; nothing where it has not the shape its kind asks for."""
    if type(node) is Mapping:
        if type(kind) is Record:
            by_name = kind.by_name
            for key, value in node.pairs:
                inner = by_name.get(key.value)
                if inner is not None:
                    path = f"{name}.{key.value}" if name else key.value
                    found.append(Slot(path, inner.kind, value, key, inner))
                    if type(value) is not Scalar:
                        _walk(found, path, inner.kind, value, inner)
        elif type(kind) is Texts:
            text = Prose(kind.limit)
            found.extend(Slot(f"{name}.{key.value}", text, value, key, None) for key, value in node.pairs)
    elif type(node) is List and type(kind) is ListOf:
        item = kind.kind
        for value in node.items:
            found.append(Slot(name, item, value, None, field))
            if type(value) is not Scalar:
                _walk(found, name, item, value, field)
