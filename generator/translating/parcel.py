"""What is exported of one entry: its texts for a translation platform, one monolingual YAML file a language, in a folder.

    FOLDER/en/ita-plans/en.yml          the original; the first folder is named after its language
    FOLDER/en/ita-plans/fr.yml          its translation, with an empty text where there is none
    FOLDER/en/ita-plans/exported.json   what all of them were made from, which a platform does not touch

The texts of a list have keys of their own, `item-1` and so on, so that one that is not translated moves no other one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec
from msgspec import Struct

from generator.document import Document, Node, Scalar
from generator.document import Mapping as Group
from generator.document import Sequence as List
from generator.fields import TRANSLATED
from generator.kinds import Kind, ListOf, Markdown, item_of
from generator.marks import fingerprint
from generator.phrase import Phrase, phrase
from generator.registry import Registry
from generator.rules.values import is_mark
from generator.scribe import field, quoted
from generator.translating.sibling import ORDER

RECORD = "exported.json"
_ITEM = re.compile(r"item-([1-9][0-9]?)")
_KINDS = {one.name: one.kind for one in TRANSLATED}


class Key(NamedTuple):
    """A text of an entry: its field, and in a list the number of the item, from 1 (0 elsewhere)."""

    field: str
    item: int

    def __str__(self) -> str:
        return f"{self.field}.{self.item}" if self.item else self.field


class Record(Struct, forbid_unknown_fields=True):
    """What a parcel was made from.

    ``observatory`` is its name, ``id`` and ``language`` are those of the original, ``original`` its marks by field, and
    ``translations`` the fingerprints of the translated texts by language and key.
    """

    observatory: str
    id: str
    language: str
    original: dict[str, str]
    translations: dict[str, dict[str, str]]


def observatory(registry: Registry) -> str:
    """The name by which an observatory knows its own exports."""
    names = registry.observatory.citation_name
    return names.get("en") or next(iter(names.values()))


_RECORD = msgspec.json.Decoder(Record)


class NoRecordError(Exception):
    """What was to be the record of a parcel is none; ``why`` says so."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


def record(text: str) -> Record:
    """The record of a parcel from its file; raises NoRecordError where it is none."""
    try:
        read = _RECORD.decode(text)
    except (msgspec.MsgspecError, RecursionError):
        raise NoRecordError(phrase("this is not as an export has written it")) from None
    marks = [*read.original.values(), *(mark for some in read.translations.values() for mark in some.values())]
    if not all(is_mark(mark) for mark in marks):
        raise NoRecordError(phrase("this has marks in it that no export has written"))
    return read


def recorded(record: Record) -> str:
    """The file of a record."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def scalars_of(document: Document) -> dict[Key, Scalar]:
    """The texts of an original or a translation with their places; an empty one is none."""
    return {key: scalar for key, scalar in _scalars(document) if scalar.value.strip()}


def texts(document: Document) -> dict[Key, str]:
    """The texts alone."""
    return {key: scalar.value.strip() for key, scalar in scalars_of(document).items()}


def prints(some: Mapping[Key, str]) -> dict[str, str]:
    """The fingerprints of texts, by key."""
    return {str(key): fingerprint(text) for key, text in some.items()}


def written(original: Mapping[Key, str], said: Mapping[Key, str], notes: bool) -> str:
    """The file of one language: every key of the original, with what is said of it, else an empty text.

    ``notes`` tell translators what a text is; platforms take them from the file of the original.
    """
    lines: list[str] = []
    for key in original:
        kind = _KINDS[key.field]
        if key.item < 2:
            lines += [f"# {_note(kind)}\n"] if notes else []
            lines += [f"{key.field}:\n"] if key.item else []
        if key.item:
            lines.append(f"  item-{key.item}: {quoted(said.get(key, ''))}\n")
        else:
            lines.append(field(key.field, said.get(key, ""), kind))
    return "".join(lines)


def understood(document: Document) -> Document:
    """The file of one language as a translation is written: lists of items, and no empty texts. Places stay as they are."""
    pairs = []
    for key, node in document.root.pairs:
        value = _listed(node) if isinstance(_KINDS.get(key.value), ListOf) else node
        if not _is_empty(value):
            pairs.append((key, value))
    root = document.root
    return Document(document.source, Group(root.source, root.start, root.end, tuple(pairs)))


def _scalars(document: Document) -> Iterator[tuple[Key, Scalar]]:
    for name in ORDER:
        node = document.root.get(name)
        if isinstance(node, Scalar):
            yield Key(name, 0), node
        for number, item in enumerate(node.items if isinstance(node, List) else (), 1):
            if isinstance(item, Scalar):
                yield Key(name, number), item


def _listed(node: Node) -> Node:
    """The items of a list that stand under keys, in their order up to the last one; a missing one is an empty text."""
    if not isinstance(node, Group):
        return node
    items = {int(found[1]): value for key, value in node.pairs if (found := _ITEM.fullmatch(key.value))}
    if len(items) < len(node.pairs) or not all(isinstance(item, Scalar) for item in items.values()):
        return node  # something else stands there, which the checks tell
    nothing = Scalar(node.source, node.start, node.start, "")
    each = tuple(items.get(number, nothing) for number in range(1, max(items, default=0) + 1))
    return List(node.source, node.start, node.end, each)


def _is_empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.value.strip()
    if isinstance(node, List):
        return all(_is_empty(item) for item in node.items)
    return not node.pairs


def _note(kind: Kind) -> str:
    kind = item_of(kind)
    what = "Markdown" if isinstance(kind, Markdown) else "Plain text"
    return f"{what}, at most {getattr(kind, 'limit', 0):,} characters."
