"""The review of a change: everything that is told of it, as one record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import partial

from msgspec import Struct

from generator import gather, reading
from generator.accounts import Accounts
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic, Severity
from generator.document import Document
from generator.gather import Gathered
from generator.grounds import grounds
from generator.observatory import publishable
from generator.practice import Account
from generator.reviewing.changes import ADDED, EntryChange
from generator.reviewing.comparison import Read, compared, read
from generator.reviewing.likeness import Alike, alike
from generator.reviewing.reach import PageChange, reach
from generator.reviewing.registered import FileChange, registered
from generator.reviewing.sides import Sides
from generator.settings import today
from generator.workers import Progress, silent


class Review(Struct, frozen=True):
    """What a change comes to.

    ``before`` and ``now`` are commits, the second one empty for the files as they stand. ``language`` is that of who sent the change
    in, where it tells, else empty; ``languages`` are those of the site. ``around`` counts other files that pages are made of, by
    folder; what changes with them is not looked at. ``pages`` is ``None`` where there are errors, because no page is drawn then. ``faults``
    are those of the files that differ, and all other errors; errors come first.
    """

    before: str
    now: str
    language: str
    languages: tuple[str, ...]
    entries: tuple[EntryChange, ...]
    registry: tuple[FileChange, ...]
    around: dict[str, int]
    pages: tuple[PageChange, ...] | None
    alike: tuple[Alike, ...]
    faults: tuple[Diagnostic, ...]


def review(sides: Sides, language: str, progress: Progress) -> Review:
    """What is different between two sides; titles of pages in a language, where one is given, else in that of who sent it in.

    Raises LanguageError where the registry publishes a language that there are no rules for, and TemplateError.
    """
    before = {entry.id: read(sides.before, entry) for entry in sides.entries(sides.before)}
    now = {entry.id: read(sides.now, entry) for entry in sides.entries(sides.now)}
    changes = compared(before, now)
    gathered = gather.gather(sides.now, grounds(sides.now), None, progress)
    said = _language(changes)
    return Review(
        sides.commit_before,
        sides.commit_now,
        said,
        tuple(one.code for one in gathered.catalogue.registry.published) if gathered.catalogue else (),
        tuple(changes),
        tuple(registered(path, sides.before, sides.now) for path in sides.registry),
        sides.around,
        tuple(_pages(sides, gathered, gathered.catalogue, language or said)) if gathered.catalogue else None,
        tuple(alike(_incoming(changes, now), (known.practice for known in gathered.known.values()))),
        tuple(_faults(gathered.diagnostics, sides.paths)),
    )


def _language(changes: Iterable[EntryChange]) -> str:
    """The language in which most new entries are written, else most new translations; empty where there are none."""
    entries = Counter(one.language for one in changes if one.change == ADDED and one.language)
    translations = Counter(made.language for one in changes for made in one.translations if made.change == ADDED)
    most = (entries or translations).most_common(1)
    return most[0][0] if most else ""


def _incoming(changes: Iterable[EntryChange], now: Mapping[str, Read]) -> dict[str, Document]:
    """The originals that came or changed, by id."""
    found = ((one.id, now[one.id].original) for one in changes if one.change and one.id in now)
    return {id: original for id, original in found if original}


def _pages(sides: Sides, gathered: Gathered, catalogue: Catalogue, language: str) -> list[PageChange]:
    """The pages that will change. The entries as they were are looked at by the registry as it is."""
    registry = catalogue.registry
    entries = sides.entries(sides.before)
    read = reading.read(sides.before, registry, today(), entries, silent)
    old = read.known
    new = {key: known for key, known in gathered.known.items() if known.practice.id in sides.ids}
    stayed = [known.practice for key, known in gathered.known.items() if key not in new]
    tell = partial(_told, read.accounts, catalogue)
    earlier = Catalogue.of(registry, [*stayed, *(known.practice for known in old.values())], tell)
    observatories = publishable(sides.now, earlier), publishable(sides.now, catalogue)
    return reach(*observatories, gather.changed(old, new), language)


def _told(accounts: Accounts, catalogue: Catalogue, id: str) -> Account:
    """The account of an entry as it was, which is that of today where the entry is none of those that differ."""
    return accounts.of(id) if id in accounts else catalogue.tell(id)


def _faults(every: Iterable[Diagnostic], paths: frozenset[str]) -> list[Diagnostic]:
    own = [one for one in every if one.span.path in paths or one.severity is Severity.ERROR]
    return sorted(own, key=lambda one: one.severity is not Severity.ERROR)
