"""Runs the rules: on the registry, on the interface words, on each entry by itself, then on all entries together.

An entry can be checked in any process; what is left to do together needs only the facts of each.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from generator import interface, ledger, load, manuscripts, registrar, rules
from generator.diagnostics import Diagnostic, errors, in_order, shortened
from generator.document import Document
from generator.fields import PRACTICE, TRANSLATION
from generator.files import below
from generator.folder import Entry, entries
from generator.ledger import Ledger
from generator.phrase import either, enumerated, phrase
from generator.registry import Registry
from generator.rules.finding import findings
from generator.rules.permanence import Published
from generator.rules.several import Facts, facts
from generator.rules.subject import Subject
from generator.settings import Settings, today


class Checked(Struct, frozen=True):
    """An entry after the checks: its documents, where they could be read, what was found, and its facts."""

    original: Document | None
    translations: Mapping[str, Document]
    diagnostics: list[Diagnostic]
    facts: tuple[Facts, ...]


class Report(Struct, frozen=True):
    """What was found, in how many files; ``entries`` is false where the registry's errors came first.

    ``ids`` are those of the entries that were looked at, former ones included: every address that a build would make.
    """

    diagnostics: list[Diagnostic]
    files: int
    entries: bool = True
    ids: frozenset[str] = frozenset()


def registry(settings: Settings, day: date | None = None) -> tuple[Registry | None, list[Diagnostic]]:
    """Read and check the registry as of a day, by default today; none where it has errors."""
    found: list[Diagnostic] = []
    subjects = []
    for read in registrar.read(settings):
        if isinstance(read, Diagnostic):
            found.append(read)
        else:
            path = read.source.path
            subject = Subject(read, registrar.record(path), None, day or today(), Path(path).stem)
            found += findings(rules.REGISTRY_FILE, subject)
            subjects.append(subject)
    if errors(found):
        return None, found
    whole = registrar.from_documents(subject.document for subject in subjects)
    for subject in subjects:
        found += findings(rules.REGISTRY, subject.knowing(whole))
    return (None if errors(found) else whole), found


def entry(files: Entry, settings: Settings, known: Registry, today: date) -> Checked:
    """Read and check the files of one entry."""
    found: list[Diagnostic] = []
    original = _read(files.original, settings, found)
    if original:
        found += findings(rules.ENTRY, Subject(original, PRACTICE, known, today, files.id, files.folder))
    translations = {}
    for language, path in files.translations.items():
        document = _read(path, settings, found)
        if document:
            translations[language] = document
            place = (files.id, files.folder, language, original, files.original is None)
            found += findings(rules.TRANSLATION, Subject(document, TRANSLATION, known, today, *place))
    return Checked(original, translations, found, _facts(files, settings, original))


def together(settings: Settings, every: Sequence[Facts]) -> list[Diagnostic]:
    """Check what only shows when all entries are looked at, from the facts of each, and that no published one is missing."""
    found = findings(rules.SEVERAL_ENTRIES, every, limit=sys.maxsize)
    read = ledger.read(settings)
    if isinstance(read, Diagnostic):
        return [*found, read]
    return [*found, *findings(rules.LEDGER, Published(read, every))]


def paths(settings: Settings, chosen: Sequence[str], today: date) -> Report:
    """Check the chosen files and folders, as ``Settings.shown`` gives them; everything where none is chosen.

    A translation is checked against its original, and every id against the names of all files, whatever is
    chosen.
    """
    known, found = registry(settings, today)
    every, strays = entries(settings)
    if known is None:
        return Report(in_order(found), len(_registry_files(settings)), entries=False)
    found += strays
    words = [path for path in below(settings.locales) if path.suffix in (".po", ".pot")]
    pages = manuscripts.files(settings, known)
    if any(is_chosen(settings.shown(path), chosen) for path in (settings.locales, settings.docs, *words, *pages)):
        found += interface.faults(settings, known) + manuscripts.faults(settings, known)
    about: list[Facts] = []
    unread: dict[str, Entry] = {}
    for files in every:
        if any(is_chosen(settings.shown(path), chosen) for path in files.paths):
            checked = entry(files, settings, known, today)
            found += checked.diagnostics
            about += checked.facts
        else:
            own = _facts(files, settings, None)
            unread |= {one.path: files for one in own}
            about += own
    about = _completed(about, unread, settings, is_chosen(settings.shown(settings.ledger), chosen))
    found += together(settings, about)
    read = (*_registry_files(settings), *words, *pages, *(path for files in every for path in files.paths))
    return Report(
        in_order(one for one in found if is_chosen(one.span.path, chosen)),
        sum(is_chosen(settings.shown(path), chosen) for path in read),
        ids=frozenset(id for one in about for id in (one.id, *(alias.value for alias in one.aliases))),
    )


def chosen(settings: Settings, path: str) -> str:
    """A path given by a person, as ``Settings.shown`` gives it; ValueError says why it cannot be checked."""
    absolute = Path(path).absolute()
    above, last = (absolute.parent, absolute.name) if absolute.name != ".." else (absolute, "")
    whole = Path(os.path.realpath(above), last)  # which takes links that lead to each other for what they are
    shown = settings.shown(whole)
    if not os.path.lexists(whole):
        raise ValueError(phrase("there is no file or folder %(path)s; look at its spelling", path=shortened(path, 200)))
    if whole == settings.root:
        return ""
    *others, last_one = folders = (settings.practices, settings.registry, settings.locales, settings.docs)
    if not is_chosen(shown, [settings.shown(folder) for folder in folders]):
        raise ValueError(
            phrase(
                "%(path)s is not in %(folders)s; only what is there can be checked",
                path=shortened(path, 200),
                folders=either(enumerated(*map(str, others)), str(last_one)),
            )
        )
    return shown


def _read(path: Path | None, settings: Settings, found: list[Diagnostic]) -> Document | None:
    read = load.read(path, settings.shown(path)) if path else None
    if isinstance(read, Diagnostic):
        found.append(read)
        return None
    return read


def _facts(files: Entry, settings: Settings, original: Document | None) -> tuple[Facts, ...]:
    if original:
        return (facts(files.id, original),)
    return (Facts(files.id, settings.shown(files.original)),) if files.original else ()


def _completed(
    about: Sequence[Facts], unread: Mapping[str, Entry], settings: Settings, ledger_too: bool
) -> list[Facts]:
    """The facts with those of entries that were not chosen, by path: of each that is named, and of all where an id is missing.

    An id that no file is called by may be a former one, which only the entries themselves can tell; so may be one in the
    ledger, where that is chosen.
    """
    read = ledger.read(settings) if ledger_too and unread else None
    named = {scalar.value for one in about for scalar in one.references}
    published = read.ids if isinstance(read, Ledger) else frozenset()
    is_missing = not (named | published) <= {one.id for one in about}
    whole: list[Facts] = []
    for one in about:
        files = unread.get(one.path)
        if files and (is_missing or one.id in named):
            whole += _facts(files, settings, _read(files.original, settings, []))
        else:
            whole.append(one)
    return whole


def is_chosen(shown: str, chosen: Collection[str]) -> bool:
    """Whether a file is one of those chosen, or in a folder that is; every one where none is chosen."""
    return not chosen or any(not one or shown == one or shown.startswith(f"{one}/") for one in chosen)


def _registry_files(settings: Settings) -> list[Path]:
    return list(below(settings.registry))
