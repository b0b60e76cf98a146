"""Everything that pages are drawn from: read, checked and put together, as far as it is not known from the last build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from generator import check, interface, load, manuscripts, reading, recording, tree
from generator.accounts import Accounts
from generator.cache import FILES, Known, State
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic, errors, in_order
from generator.folder import Entry, entries
from generator.grounds import Grounds
from generator.index import Question
from generator.practice import Account
from generator.questions import questions
from generator.reading import Progress
from generator.registry import Registry
from generator.settings import Settings, today
from generator.tree import Leaf


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


def silent(_stage: str, _done: int, _all: int) -> None:
    """Progress that tells nobody."""


def gather(
    settings: Settings, now: Grounds, last: State | None, progress: Progress = silent,
    meanwhile: Callable[[Registry], object] | None = None,
) -> Gathered:  # fmt: skip
    """Read and check registry and entries.

    ``meanwhile`` begins something else that needs the registry. ``last`` is used as far as it rests on the same program and registry.
    """
    day = today()
    is_same = last is not None and (last.grounds.program, last.grounds.registry) == (now.program, now.registry)
    last = last if is_same and last and last.day <= day else None
    registry, said = (last.registry, last.said) if last and last.day == day else check.registry(settings)
    if registry is None:
        return Gathered(None, in_order(said), 0, {}, [], [], None)
    words = [] if last and last.grounds.theme == now.theme else interface.breaking(settings, registry)
    is_laid_out = last is not None and bool(now.shell) and last.grounds.shell == now.shell  # which pages are a part of
    pages = [] if is_laid_out else manuscripts.faults(settings, registry)
    every, strays = entries(settings)
    files = sum(len(entry.names) for entry in every)
    before = last.entries if last else {}
    known, unread = _sorted(every, before)
    if meanwhile and not words and not pages:
        meanwhile(registry)
    new = reading.read(settings, registry, day, unread, progress)
    known |= new.known
    is_kept = last is not None and last.grounds.ledger == now.ledger
    together = _together(settings, every, known, new, last if is_kept else None)
    found = [*said, *words, *pages, *strays, *together]
    found += [one for entry in known.values() for one in reading.diagnostics(entry.diagnostics)]
    found += [one for entry in new.faulty for one in reading.diagnostics(entry.diagnostics)]
    if errors(found):
        return Gathered(None, in_order(found), files, known, [], [], None)
    tell = partial(_account, new.accounts, {entry.id: entry for entry in every})
    catalogue = Catalogue.of(registry, (one.practice for one in known.values()), tell)
    may_differ = changed(before, known) if last else None
    return Gathered(catalogue, in_order(found), files, known, said, together, may_differ)


def _sorted(every: Sequence[Entry], before: Mapping[str, Known]) -> tuple[dict[str, Known], list[Entry]]:
    """The entries that are as they were, and those that must be read."""
    known: dict[str, Known] = {}
    unread = []
    for entry in every:
        one = before.get(entry.key)
        if one and _is_same(entry, FILES.decode(one.files)):
            known[entry.key] = one
        else:
            unread.append(entry)
    return known, unread


def _is_same(entry: Entry, files: Mapping[str, Leaf]) -> bool:
    names = entry.names.values()
    return len(names) == len(files) and all(
        name in files and tree.known(f"{entry.place}/{name}", files[name]) for name in names
    )


def _together(
    settings: Settings, every: Sequence[Entry], known: Mapping[str, Known], new: reading.Read, last: State | None
) -> list[Diagnostic]:
    """What is said of all entries together, of which some are ``new``."""
    if last and not new.faulty and known.keys() == last.entries.keys():
        before = last.entries
        if all(one.facts == before[own].facts for own, one in new.known.items()):
            return last.together
    packed = {entry.key: entry.facts for entry in new.faulty} | {own: one.facts for own, one in known.items()}
    return check.together(settings, [one for entry in every for one in reading.facts(packed[entry.key])])


def changed(before: Mapping[str, Known], known: Mapping[str, Known]) -> set[Question]:
    """The questions whose answers may differ, from the entries that do."""
    found: set[Question] = set()
    for own in {*before, *known}:
        old, new = before.get(own), known.get(own)
        if old is new:
            continue
        was, now = old.practice if old else None, new.practice if new else None
        found |= {("account", one.id) for one in (was, now) if one}
        if was is None or now is None or not reading.is_same(was, now):
            found |= questions(was, now)
    return found


def _account(accounts: Accounts, files: Mapping[str, Entry], id: str) -> Account:
    """The account of an entry that was read just now, or is read again because nothing else of it was needed."""
    if id in accounts:
        return accounts.of(id)
    original, *translations = (load.read(path, path.name) for path in files[id].paths)
    documents = {}
    for language, document in zip(files[id].translations, translations, strict=True):
        if isinstance(document, Diagnostic):
            raise OSError(f"{document.span.path} has changed while the site was built; build again")
        documents[language] = document
    if isinstance(original, Diagnostic):
        raise OSError(f"{original.span.path} has changed while the site was built; build again")
    return recording.account_of(original, documents)
