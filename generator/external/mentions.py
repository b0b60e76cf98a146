"""The web addresses that people wrote into entries, registry and hand-written pages, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator import load, registrar
from generator.document import Document, Scalar
from generator.fields import PRACTICE, TRANSLATION
from generator.folder import entries
from generator.kinds import Address, Markdown, Record
from generator.rules.slots import Slots
from generator.settings import Settings
from generator.source import Source
from generator.text import addresses


class Mention(NamedTuple):
    """An address where it stands: its file as people are told it, the line from 1, and the field, empty in a hand-written page."""

    url: str
    path: str
    line: int
    field: str


def mentions(settings: Settings) -> list[Mention]:
    """Every ``http`` and ``https`` address, in the order of files and lines.

    Files that cannot be read are left out: `observatory check` tells of them.
    """
    return sorted(_all(settings), key=lambda one: (one.path, one.line, one.url))


def _all(settings: Settings) -> Iterator[Mention]:
    for read in registrar.read(settings):
        if isinstance(read, Document):
            yield from _in_document(read, registrar.record(read.source.path))
    every, _ = entries(settings)
    for entry in every:
        for path in entry.paths:
            document = load.read(path, settings.shown(path))
            if isinstance(document, Document):
                yield from _in_document(document, PRACTICE if path == entry.original else TRANSLATION)
    for path in sorted(settings.docs.rglob("*.md")):
        page = Source(settings.shown(path), path.read_text(encoding="utf-8", errors="replace"))
        for url in dict.fromkeys(addresses(page.text)):
            yield Mention(url, page.path, _line(page, url, 1), "")


def _in_document(document: Document, record: Record) -> Iterator[Mention]:
    slots = Slots(record, document.root)
    for slot, scalar in slots.scalars[Address]:
        if scalar.value.lower().startswith(("http://", "https://")):
            yield Mention(scalar.value, document.source.path, scalar.span.line, slot.name)
    for slot, scalar in slots.scalars[Markdown]:
        if "://" in scalar.value:
            yield from _in_markdown(document.source, slot.name, scalar)


def _in_markdown(source: Source, field: str, scalar: Scalar) -> Iterator[Mention]:
    for url in dict.fromkeys(addresses(scalar.value)):
        yield Mention(url, source.path, _line(source, url, scalar.span.line), field)


def _line(source: Source, url: str, first: int) -> int:
    """The line in which an address is found from some line on; that line where it is written in another way."""
    lines = source.text.split("\n")
    return next((number for number, line in enumerate(lines[first - 1 :], first) if url in line), first)
