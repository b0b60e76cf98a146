"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.diagnostics import Problem, Severity
from generator.document import Document, Mapping, Node, Scalar, Sequence
from generator.fields import Field, Kind, ListOf, Record, Texts
from generator.registry import Registry


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that stands where a field is described: its path (``sources[0].url``), the kind it should have, and the value."""

    name: str
    kind: Kind
    node: Node
    key: Scalar | None


@dataclass(frozen=True)
class Subject:
    """One file with what it should look like and what stands around it.

    ``id`` is the stem of the file's name without the language of a translation, ``folder`` the name of its folder,
    ``language`` that of a translation's file name (empty for an original), ``original`` what a translation translates.
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
        return tuple(_slots("", self.record, self.document.root, None))

    @cached_property
    def records(self) -> tuple[tuple[str, Record, Mapping], ...]:
        """Every mapping with described fields, with its path; the first is the file itself, with an empty path."""
        inner = ((slot.name, slot.kind, slot.node) for slot in self.slots)
        return ("", self.record, self.document.root), *(
            (name, kind, node) for name, kind, node in inner if isinstance(kind, Record) and isinstance(node, Mapping)
        )

    def known(self) -> Registry:
        """The registry; rules that need one are not run while the registry itself is checked."""
        if self.registry is None:
            raise LookupError("this rule needs a registry")
        return self.registry

    def scalars(self, kind: type[object]) -> Iterator[tuple[Slot, Scalar]]:
        """The single values of a kind, wherever they stand."""
        for slot in self.slots:
            if isinstance(slot.kind, kind) and isinstance(slot.node, Scalar):
                yield slot, slot.node


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its stable code, how bad a breach is, and the generator that finds breaches, whose docstring explains it.

    The docstring's first line names the fault; then comes why it matters, and a wrong and a right example.
    """

    code: str
    severity: Severity
    find: Callable[..., Iterator[Problem]]

    @property
    def name(self) -> str:
        """The name in words and hyphens: ``unknown-field``."""
        return self.find.__name__.replace("_", "-")

    @property
    def explanation(self) -> str:
        """Markdown: the fault, why it matters, a wrong and a right example."""
        from inspect import getdoc

        return getdoc(self.find) or ""


def _slots(name: str, kind: Kind, node: Node, key: Scalar | None) -> Iterator[Slot]:
    if name:
        yield Slot(name, kind, node, key)
    if isinstance(kind, Record) and isinstance(node, Mapping):
        described: dict[str, Field] = {field.name: field for field in kind.fields}
        for pair in node.pairs:
            field = described.get(pair.key.value)
            if field is not None:
                yield from _slots(f"{name}.{field.name}" if name else field.name, field.kind, pair.value, pair.key)
    elif isinstance(kind, ListOf) and isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from _slots(f"{name}[{number}]", kind.kind, item, None)
    elif isinstance(kind, Texts) and isinstance(node, Mapping):
        from generator.fields import Prose

        for pair in node.pairs:
            yield Slot(f"{name}.{pair.key.value}", Prose(kind.limit), pair.value, pair.key)
