"""The files of the hand-written pages, read with the care that entries are read with; the engine would take what it gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from generator import handwritten, load, rules
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.fields import TRANSLATION_STATUSES
from generator.kinds import Choice, Field, Line, Prose, Record, Reference
from generator.registry import Registry
from generator.rules.finding import findings
from generator.rules.manuscripts import Manuscript, front_matter
from generator.rules.subject import Subject
from generator.settings import Settings, today
from generator.source import Source

FRONT = Record(
    (
        Field("title", Line(), "What the page is called.", "About this site"),
        Field("description", Prose(), "What it is about, for search engines.", "What counts as an entry."),
        Field(
            "translation",
            Record(
                (
                    Field("status", Choice(TRANSLATION_STATUSES), "Who translated the page.", "machine", True),
                    Field("original", Reference("languages"), "The language it was translated from.", "en", True),
                )
            ),
            "How the page came to be in its language.",
            "{status: machine, original: en}",
        ),
    )
)
"""What may stand before the text of a page; all of it may be left out."""


def files(settings: Settings, known: Registry) -> list[Path]:
    """The files of the pages of all published languages."""
    folders = [settings.docs / language.code for language in known.published]
    return [folder / path for folder in folders for path in handwritten.pages(folder)]


def faults(settings: Settings, known: Registry) -> list[Diagnostic]:
    """What is wrong with them."""
    return [found for language in known.published for found in _faults(settings, known, settings.docs / language.code)]


def values(source: Source) -> dict[str, Any]:
    """What stands before the text of a page, every value a text; nothing where that cannot be read."""
    read = _front(source)
    return cast(dict[str, Any], plain(read.root)) if isinstance(read, Document) else {}


def _faults(settings: Settings, known: Registry, folder: Path) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for path in handwritten.pages(folder):
        shown = settings.shown(folder / path)
        twin = first.setdefault(handwritten.address(path), shown)
        read = load.read_text(folder / path, shown)
        if isinstance(read, Diagnostic):
            yield read
            continue
        yield from findings(rules.MANUSCRIPT, Manuscript(read, "" if twin == shown else twin))
        front = _front(read)
        if isinstance(front, Diagnostic):
            yield front
        elif front:
            yield from findings(rules.FRONT_MATTER, Subject(front, FRONT, known, today()))


def _front(source: Source) -> Document | Diagnostic | None:
    """What stands before the text; its lines have the numbers that they have in the file."""
    found = front_matter(source.text)
    return load.parse(Source(source.path, f"\n{found}")) if found else None
