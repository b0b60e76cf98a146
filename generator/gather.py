"""Everything that pages are drawn from: read, checked and put together, as far as it is not known from the last build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from generator import load, packed, reading, recording
from generator.accounts import Accounts
from generator.cache import FILES, Known, State
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic, errors, in_order
from generator.folder import named
from generator.grounds import Grounds
from generator.index import Question
from generator.practice import Account
from generator.questions import questions
from generator.registry import Registry
from generator.seen import Seen, seen
from generator.settings import Settings, today
from generator.workers import Progress, silent


class Gathered(Struct, frozen=True):
    """What was read: the catalogue, ``None`` where there are errors, what was found, and how many files of entries there are.

    ``known`` are the entries without errors; with what was ``said`` of the registry and what of all entries ``together`` they are for the
    next build. ``changed``
    are the questions to the catalogue whose answers may differ from those of the last one, ``None`` where nothing is known
    of that.
    """

    catalogue: Catalogue | None
    diagnostics: list[Diagnostic]
    files: int
    known: Mapping[str, Known]
    said: list[Diagnostic]
    together: list[Diagnostic]
    changed: set[Question] | None


def gather(
    settings: Settings, now: Grounds, last: State | None, progress: Progress = silent,
    meanwhile: Callable[[Registry], object] | None = None, entries: Callable[[], Seen | None] = lambda: None,
) -> Gathered:  # fmt: skip
    """Read and check registry and entries.

    ``meanwhile`` begins something else that needs the registry. ``last`` is used as far as it rests on the same program and registry.
    ``entries`` are those that somebody has seen, beside the last ones.
    """
    day = today()
    is_same = last is not None and (last.grounds.program, last.grounds.registry) == (now.program, now.registry)
    last = last if is_same and last and last.day <= day else None
    registry, said = (last.registry, last.said) if last and last.day == day else _registry(settings)
    if registry is None:
        return Gathered(None, in_order(said), 0, {}, [], [], None)
    words = [] if last and last.grounds.theme == now.theme else _words(settings, registry)
    is_laid_out = last is not None and bool(now.shell) and last.grounds.shell == now.shell  # which pages are a part of
    pages = [] if is_laid_out else _pages(settings, registry)
    before = last.entries if last else {}
    there = (entries() if last else None) or seen(settings, {})
    unread = {entry.key for entry in there.unread}
    known = {key: before[key] for key in there.keys if key not in unread}
    if meanwhile and not words and not pages:
        meanwhile(registry)
    new = reading.read(settings, registry, day, there.unread, progress, there.inspected)
    known |= new.known
    is_kept = last is not None and last.grounds.ledger == now.ledger
    together = _together(settings, there.keys, known, new, last if is_kept else None)
    found = [*said, *words, *pages, *there.strays, *together]
    found += [one for entry in known.values() for one in packed.diagnostics(entry.diagnostics)]
    found += [one for entry in new.faulty for one in packed.diagnostics(entry.diagnostics)]
    if errors(found):
        return Gathered(None, in_order(found), there.files, known, [], [], None)
    keys = {one.practice.id: key for key, one in known.items()}
    tell = partial(_account, settings, new.accounts, known, keys)
    catalogue = Catalogue.of(registry, (one.practice for one in known.values()), tell)
    may_differ = changed(before, known) if last else None
    return Gathered(catalogue, in_order(found), there.files, known, said, together, may_differ)


# What checks is loaded where something must be checked: after a small change that is one entry, which another process has read.


def _registry(settings: Settings) -> tuple[Registry | None, list[Diagnostic]]:
    from generator import check

    return check.registry(settings)


def _words(settings: Settings, registry: Registry) -> list[Diagnostic]:
    from generator import interface

    return interface.breaking(settings, registry)


def _pages(settings: Settings, registry: Registry) -> list[Diagnostic]:
    from generator import manuscripts

    return manuscripts.faults(settings, registry)


def _together(
    settings: Settings, keys: Sequence[str], known: Mapping[str, Known], new: reading.Read, last: State | None
) -> list[Diagnostic]:
    """What is said of all entries together, of which some are ``new``."""
    if last and not new.faulty and known.keys() == last.entries.keys():
        before = last.entries
        if all(one.facts == before[own].facts for own, one in new.known.items()):
            return last.together
    from generator import check

    facts = {entry.key: entry.facts for entry in new.faulty} | {own: one.facts for own, one in known.items()}
    return check.together(settings, [one for key in keys for one in packed.facts(facts[key])])


def changed(before: Mapping[str, Known], known: Mapping[str, Known]) -> set[Question]:
    """The questions whose answers may differ, from the entries that do."""
    found: set[Question] = set()
    for own in {*before, *known}:
        old, new = before.get(own), known.get(own)
        if old is new:
            continue
        was, now = old.practice if old else None, new.practice if new else None
        found |= {("account", one.id) for one in (was, now) if one}
        if was is None or now is None or not packed.is_same(was, now):
            found |= questions(was, now)
    return found


def _account(
    settings: Settings, accounts: Accounts, known: Mapping[str, Known], keys: Mapping[str, str], id: str
) -> Account:
    """The account of an entry that was read just now, or is read again because nothing else of it was needed."""
    if id in accounts:
        return accounts.of(id)
    key = keys[id]
    entry = named(settings, key, FILES.decode(known[key].files))
    original, *translations = (load.read(path, path.name) for path in entry.paths)
    documents = {}
    for language, document in zip(entry.translations, translations, strict=True):
        if isinstance(document, Diagnostic):
            raise OSError(f"{document.span.path} has changed while the site was built; build again")
        documents[language] = document
    if isinstance(original, Diagnostic):
        raise OSError(f"{original.span.path} has changed while the site was built; build again")
    return recording.account_of(original, documents)
