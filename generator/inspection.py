"""Entries, read and checked one by one, in whatever process; what came of each is packed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Raw

from generator import check, recording, tree
from generator.diagnostics import Diagnostic, Problem, errors
from generator.folder import Entry
from generator.packed import NOTHING, Reading, packed
from generator.registry import Registry
from generator.settings import Settings
from generator.tree import Leaf


def inspect(settings: Settings, registry: Registry, day: date, entries: Sequence[Entry]) -> tuple[bytes, bytes]:
    """What came of each, packed, and the accounts of all, one behind the other."""
    accounts: list[bytes] = []
    readings = [_inspected(settings, registry, day, entry, accounts) for entry in entries]
    return packed(readings), b"".join(accounts)


def _inspected(settings: Settings, registry: Registry, day: date, entry: Entry, accounts: list[bytes]) -> Reading:
    # Taken before the files are read, so that a change in between shows the next time.
    stamps = {language: tree.stamp(f"{entry.place}/{name}") for language, name in entry.names.items()}
    checked = check.entry(entry, settings, registry, day)
    original, found = checked.original, checked.diagnostics
    said = Raw(packed([alone(one) for one in found])) if found else NOTHING
    facts = Raw(packed(checked.facts))
    if original is None or errors(found):
        return Reading(entry.key, entry.id, 0, NOTHING, NOTHING, facts, said)
    hashes = {"": original.hash} | {language: one.hash for language, one in checked.translations.items()}
    leaves = {
        entry.names[language]: Leaf(hash, stamp) for language, hash in hashes.items() if (stamp := stamps[language])
    }
    record, told = recording.both(entry.id, original, checked.translations)
    account = packed(told)
    accounts.append(account)
    return Reading(entry.key, entry.id, len(account), Raw(packed(record)), Raw(packed(leaves)), facts, said)


def alone(one: Diagnostic) -> Diagnostic:
    """A diagnostic without the rest of the file that it is about."""
    problem = one.problem
    return Diagnostic(one.code, one.severity, Problem(problem.span.alone(), problem.message, problem.advice))
