"""A Document in the one form of the house: the order of its fields, quotes, brackets, lines, and its comments between them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator import scribe
from generator.document import Document, Mapping, Node, Scalar, Sequence
from generator.formatting.brackets import described, fields, in_brackets, item_of, name, stays
from generator.formatting.notes import Notes, Place, notes
from generator.kinds import Kind, Markdown, Prose, Record


def laid_out(document: Document, record: Record, head: Iterable[str] = ()) -> str:
    """The text of a file whose fields are described by a record, below the comments of ``head`` and its own."""
    page = _Page(notes(document))
    page.remark([*head, *page.notes.head], 0)
    page.mapping(document.root, record, 0)
    return "\n".join(page.lines) + "\n"


@dataclass
class _Page:
    """The lines so far, and the comments that go between them."""

    notes: Notes
    lines: list[str] = field(default_factory=list)

    def remark(self, some: Iterable[str], margin: int) -> None:
        """Comments on lines of their own; an empty line neither begins the file nor follows another."""
        for line in some:
            if line:
                self.lines.append(" " * margin + line)
            elif self.lines and self.lines[-1]:
                self.lines.append("")

    def mapping(self, node: Mapping, record: Record | None, margin: int) -> None:
        """The fields of a mapping below one another."""
        for number, key, value, kind in fields(node, record):
            self._entry(f"{name(key)}:", value, kind, (node.start, number), margin)
        self.remark(self.notes.ends.get(node.start, ()), margin)
        if not node.pairs:
            self.lines.append(" " * margin + "{}")

    def _sequence(self, node: Sequence, kind: Kind | None, margin: int) -> None:
        for number, item in enumerate(node.items):
            self._entry("-", item, kind, (node.start, number), margin)
        self.remark(self.notes.ends.get(node.start, ()), margin)

    def _entry(self, begin: str, value: Node, kind: Kind | None, place: Place, margin: int) -> None:
        """A key or a hyphen with its value and the comments around it."""
        *others, beside = self.notes.beside.get(place) or [""]
        self.remark([*self.notes.above.get(place, ()), *others], margin)
        indent, before = " " * margin, margin + len(begin) + 1
        beside = f"  {beside}" if beside else ""
        further = margin + 2
        if isinstance(value, Scalar):
            first, *lines = _scalar(value, kind, before, margin + 2, bool(beside))
            self.lines.append(f"{indent}{begin} {first}".rstrip() + beside)
            self.lines += [f"{indent}  {line}" if line else "" for line in lines]
            further = margin if first[:1] in ("|", ">") else further  # else it would be text
        elif value.start not in self.notes.around and (line := in_brackets(value, kind, before)) is not None:
            self.lines.append(f"{indent}{begin} {line}{beside}")
        elif begin == "-":
            self.remark([beside.strip()] if beside else [], margin)
            self._behind_hyphen(value, kind, margin)
        else:
            self.lines.append(f"{indent}{begin}{beside}")
            self._below(value, kind, margin + 2)
        self.remark(self.notes.below.get(place, ()), further)

    def _below(self, node: Mapping | Sequence, kind: Kind | None, margin: int) -> None:
        """A mapping or list on lines of its own, no empty one first."""
        at = len(self.lines)
        if isinstance(node, Mapping):
            self.mapping(node, described(kind), margin)
        else:
            self._sequence(node, item_of(kind), margin)
        if not self.lines[at]:
            del self.lines[at]

    def _behind_hyphen(self, node: Mapping | Sequence, kind: Kind | None, margin: int) -> None:
        """A mapping or list whose first line stands behind a hyphen; comments above that line stand above the hyphen."""
        at = len(self.lines)
        self._below(node, kind, margin + 2)
        while self.lines[at].lstrip()[:1] in ("", "#"):
            self.lines[at] = self.lines[at][2:]
            at += 1
        self.lines[at] = f"{' ' * margin}- {self.lines[at][margin + 2 :]}"


def _scalar(node: Scalar, kind: Kind | None, before: int, margin: int, is_noted: bool) -> list[str]:
    """A value as lines, the first of which stands behind its name.

    Where a comment stands beside it, it keeps its quotes or its lack of them: what looks like a comment may be a lost text, and
    the check tells by that.
    """
    written = node.source.text[node.start : node.end]
    is_block = written[:1] in ("|", ">") and not node.plain
    if stays(node) or (is_noted and node.plain):
        return [node.value]
    if not node.value and is_block and isinstance(kind, Prose | Markdown):
        return [">-" if isinstance(kind, Prose) else "|"]
    if is_noted and not is_block:
        return [json.dumps(node.value, ensure_ascii=False)]
    broken = [line.strip() for line in written.rstrip("\n").split("\n")[is_block:]]
    return scribe.lines(node.value, kind, before, margin, broken)
