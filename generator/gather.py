"""Everything that pages are drawn from: read, checked and put together, as far as it is not known from the last build."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import msgspec

from generator import check, load, practice, tree
from generator.cache import Known, State
from generator.catalogue import Catalogue, Question, questions
from generator.commons import Commons
from generator.diagnostics import Diagnostic, Problem, errors, in_order
from generator.folder import Entry, entries
from generator.grounds import Grounds
from generator.practice import Account
from generator.registry import Registry
from generator.rules.several import Facts
from generator.settings import Settings, today
from generator.tree import Leaf
from generator.workers import spread

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it, and how much there is."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read: the catalogue, ``None`` where there are errors, what was found, and how many files of entries there are.

    ``known``, what was ``said`` of the registry and what of all entries ``together`` are for the next build. ``changed``
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


class Reading(msgspec.Struct, array_like=True, gc=False):
    """An entry after reading: its key, its account in MessagePack, what is known of it unless it has errors, and what was said."""

    key: str
    account: memoryview
    known: Known | None
    diagnostics: tuple[Diagnostic, ...]
    facts: tuple[Facts, ...]


_READINGS = msgspec.msgpack.Decoder(list[Reading])
_ACCOUNT = msgspec.msgpack.Decoder(Account)
_ENCODER = msgspec.msgpack.Encoder()


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
    every, strays = entries(settings)
    files = sum(len(entry.names) for entry in every)
    before = last.entries if last else {}
    known, unread = _sorted(every, before)
    if meanwhile:
        meanwhile(registry)
    readings = _readings(settings, registry, day, unread, progress)
    known |= {reading.key: reading.known for reading in readings if reading.known}
    is_kept = last is not None and last.grounds.ledger == now.ledger
    together = _together(settings, every, known, readings, last if is_kept else None)
    found = [*said, *strays, *together]
    found += [one for entry in known.values() for one in entry.diagnostics]
    found += [one for reading in readings if not reading.known for one in reading.diagnostics]
    if errors(found):
        return Gathered(None, in_order(found), files, {}, [], [], None)
    accounts = {reading.known.practice.id: reading.account for reading in readings if reading.known}
    tell = partial(_account, accounts, {entry.id: entry for entry in every})
    catalogue = Catalogue.of(registry, (one.practice for one in known.values()), tell)
    changed = _changed(before, known) if last else None
    return Gathered(catalogue, in_order(found), files, known, said, together, changed)


def key(entry: Entry) -> str:
    """The name under which an entry is known from one build to the next."""
    return f"{entry.folder}/{entry.id}"


def _sorted(every: Sequence[Entry], before: Mapping[str, Known]) -> tuple[dict[str, Known], list[Entry]]:
    """The entries that are as they were, and those that must be read."""
    known: dict[str, Known] = {}
    unread = []
    for entry in every:
        own = key(entry)
        one = before.get(own)
        if one and _is_same(entry, one.files):
            known[own] = one
        else:
            unread.append(entry)
    return known, unread


def _is_same(entry: Entry, files: Mapping[str, Leaf]) -> bool:
    names = entry.names.values()
    return len(names) == len(files) and all(
        name in files and tree.known(f"{entry.place}/{name}", files[name]) for name in names
    )


def _readings(
    settings: Settings,
    registry: Registry,
    day: date,
    unread: Sequence[Entry],
    progress: Progress,
) -> list[Reading]:
    readings: list[Reading] = []
    commons = Commons()
    done = 0
    for count, data in spread(partial(_read, settings, registry, day), unread):
        readings += _compact(_READINGS.decode(data), commons)
        done += count
        progress("Reading entries", done, len(unread))
    return readings


def _compact(readings: list[Reading], commons: Commons) -> list[Reading]:
    """The same in less memory, and so that a worker that looks at one does not get a copy of much else.

    Accounts lie side by side in one buffer, and what entries have in common is there once.
    """
    whole = memoryview(b"".join([reading.account for reading in readings]))
    start = 0
    for reading in readings:
        end = start + len(reading.account)
        reading.account = whole[start:end]
        start = end
        if known := reading.known:
            reading.known = Known(known.files, commons.share(known.practice), known.facts, known.diagnostics)
            reading.facts, reading.diagnostics = known.facts, known.diagnostics  # equal, but read back twice
    return readings


def _read(settings: Settings, registry: Registry, day: date, chunk: Sequence[Entry]) -> bytes:
    return _ENCODER.encode([_reading(settings, registry, day, entry) for entry in chunk])


def _reading(settings: Settings, registry: Registry, day: date, entry: Entry) -> Reading:
    # Taken before the files are read, so that a change in between shows the next time.
    stamps = {language: tree.stamp(f"{entry.place}/{name}") for language, name in entry.names.items()}
    checked = check.entry(entry, settings, registry, day)
    original, said = checked.original, tuple(_alone(one) for one in checked.diagnostics)
    if original is None or errors(said):
        return Reading(key(entry), memoryview(b""), None, said, checked.facts)
    hashes = {"": original.hash} | {language: one.hash for language, one in checked.translations.items()}
    leaves = {
        entry.names[language]: Leaf(hash, stamp) for language, hash in hashes.items() if (stamp := stamps[language])
    }
    account = memoryview(_ENCODER.encode(practice.account_of(original, checked.translations)))
    record = practice.from_documents(entry.id, original, checked.translations)
    return Reading(key(entry), account, Known(leaves, record, checked.facts, said), said, checked.facts)


def _together(
    settings: Settings,
    every: Sequence[Entry],
    known: Mapping[str, Known],
    readings: Sequence[Reading],
    last: State | None,
) -> list[Diagnostic]:
    if last and not readings and known.keys() == last.entries.keys():
        return last.together
    if (
        last
        and known.keys() == last.entries.keys()
        and all(reading.known and reading.facts == last.entries[reading.key].facts for reading in readings)
    ):
        return last.together
    facts = {reading.key: reading.facts for reading in readings}
    facts |= {own: one.facts for own, one in known.items()}
    return check.together(settings, [one for entry in every for one in facts[key(entry)]])


def _changed(before: Mapping[str, Known], known: Mapping[str, Known]) -> set[Question]:
    """The questions whose answers may differ, from the entries that do."""
    changed: set[Question] = set()
    for own in {*before, *known}:
        old, new = before.get(own), known.get(own)
        if old is new:
            continue
        was, now = old.practice if old else None, new.practice if new else None
        changed |= {("account", one.id) for one in (was, now) if one}
        if was is None or now is None or _ENCODER.encode(was) != _ENCODER.encode(now):
            changed |= questions(was, now)
    return changed


def _account(accounts: Mapping[str, memoryview], files: Mapping[str, Entry], id: str) -> Account:
    """The account of an entry that was read just now, or is read again because nothing else of it was needed."""
    if id in accounts:
        return _ACCOUNT.decode(accounts[id])
    original, *translations = (load.read(path, path.name) for path in files[id].paths)
    documents = {}
    for language, document in zip(files[id].translations, translations, strict=True):
        if isinstance(document, Diagnostic):
            raise OSError(f"{document.span.path} has changed while the site was built; build again")
        documents[language] = document
    if isinstance(original, Diagnostic):
        raise OSError(f"{original.span.path} has changed while the site was built; build again")
    return practice.account_of(original, documents)


def _alone(one: Diagnostic) -> Diagnostic:
    problem = one.problem
    return Diagnostic(one.code, one.severity, Problem(problem.span.alone(), problem.message, problem.advice))
