"""What a rule may look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.document import Document, Node, Scalar
from generator.kinds import Kind, Line, Markdown, Prose, Record
from generator.registry import Registry
from generator.rules.slots import Slot, Slots
from generator.source import Source, Span

if TYPE_CHECKING:
    from generator.losses import Loss

_READABLE = 2 * Markdown().limit  # characters; a longer text has a rule of its own
_ENTITY = re.compile(r"&[#\w]+;")
_UNDERLINE = re.compile(r"\n[ >]*[=-]+[ \t]*(?:\n|\Z)")


def _is_suspect(markdown: str) -> bool:
    """Whether a parser need look at a text; much cheaper than to load one."""
    return (
        "<" in markdown
        or "[" in markdown
        or "#" in markdown
        or "|" in markdown
        or "```" in markdown
        or "~~~" in markdown
        or ("&" in markdown and bool(_ENTITY.search(markdown)))
        or bool(_UNDERLINE.search(markdown))
    )


class Pair(NamedTuple):
    """The name of a field and its value."""

    key: Scalar
    value: Node


class Subject(Struct, frozen=True, dict=True):
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

    @cached_property
    def slots(self) -> Slots:
        """Its values, sorted."""
        return Slots(self.record, self.document.root)

    def scalars(self, kind: type[Kind]) -> Sequence[tuple[Slot, Scalar]]:
        """The single values of a kind other than references; those that are empty or misfits have rules of their own."""
        return self.slots.scalars.get(kind, ())

    @cached_property
    def plain_texts(self) -> Sequence[tuple[Slot, Scalar]]:
        """The values that are read as words, and shown as they stand."""
        return [*self.scalars(Line), *self.scalars(Prose)]

    @cached_property
    def texts(self) -> Sequence[tuple[Slot, Scalar]]:
        """The values that are read as words."""
        return [*self.plain_texts, *self.scalars(Markdown)]

    @cached_property
    def words(self) -> str:
        """All of the texts in one, for a rule to see quickly whether it need look at them one by one."""
        return "\n".join([self.plain_words, *(scalar.value for _, scalar in self.scalars(Markdown))])

    @cached_property
    def plain_words(self) -> str:
        """Those of the texts in one that are shown as they stand."""
        return "\n".join([scalar.value for _, scalar in self.plain_texts])

    def field(self, name: str) -> Pair | None:
        """A field of the file itself: its name, for the place, and its value."""
        pair = self._fields.get(name)
        return Pair(*pair) if pair else None

    def references(self, to: str) -> Sequence[Scalar]:
        """The ids that stand where one of the registry is expected."""
        return [scalar for _, scalar in self.slots.scalars.get(to, ())]

    @cached_property
    def losses(self) -> Sequence[tuple[Slot, Scalar, Loss]]:
        """What a reader of the Markdown texts would not get.

        Most files need no parser of Markdown, so it is not loaded for them. A text that is far too long
        is not read: it has a rule of its own.
        """
        limit = _READABLE
        readable = [one for one in self.scalars(Markdown) if len(one[1].value) < limit]
        whole = "\n".join([scalar.value for _, scalar in readable])
        if not _is_suspect(whole):
            return ()
        from generator.losses import losses, may_lose

        if not may_lose(whole):
            return ()
        return [
            (slot, scalar, loss)
            for slot, scalar in readable
            if _is_suspect(scalar.value)
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
        other.__dict__["slots"] = self.slots
        return other

    def name(self) -> Span:
        """The place of a fault of the file's name: before its first line, which would mislead."""
        return Source(self.document.source.path, "").start()

    @cached_property
    def _fields(self) -> dict[str, tuple[Scalar, Node]]:
        return {pair[0].value: pair for pair in self.document.root.pairs}
