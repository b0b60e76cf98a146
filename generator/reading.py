"""Entries, read and checked in workers. What comes back of each stays packed until somebody asks.

What a page of another entry shows lies together in memory then, apart from all else: a worker that looks at a record gets
a copy of the memory around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from msgspec import Raw, Struct, msgpack

from generator import check, recording, tree
from generator.accounts import Accounts
from generator.cache import Known
from generator.commons import Commons
from generator.diagnostics import Diagnostic, Problem, errors
from generator.folder import Entry
from generator.phrase import as_data, from_data
from generator.practice import Practice
from generator.registry import Registry
from generator.rules.several import Facts
from generator.settings import Settings
from generator.tree import Leaf
from generator.workers import spread

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it, and how much there is."""

NOTHING = Raw(b"\x90")  # an empty array


class Reading(Struct, array_like=True, gc=False):
    """An entry after reading: key, id, how long its account is, and the rest in MessagePack; no record where it has errors."""

    key: str
    id: str
    account: int
    practice: Raw
    files: Raw
    facts: Raw
    diagnostics: Raw

    @property
    def is_sound(self) -> bool:
        """Whether it has no errors."""
        return self.practice != NOTHING


_READINGS = msgpack.Decoder(list[Reading])
_PRACTICE = msgpack.Decoder(Practice)
_FACTS = msgpack.Decoder(tuple[Facts, ...])
_DIAGNOSTICS = msgpack.Decoder(tuple[Diagnostic, ...], dec_hook=from_data)
_ENCODER = msgpack.Encoder(enc_hook=as_data)


class Read(Struct, frozen=True):
    """Entries that were read: those without errors by their keys, the accounts of these, and the others."""

    known: dict[str, Known]
    accounts: Accounts
    faulty: list[Reading]


def read(settings: Settings, registry: Registry, day: date, unread: Sequence[Entry], progress: Progress) -> Read:
    """Read and check entries."""
    whole, commons, done = Read({}, Accounts(), []), Commons(), 0
    for number, (packed, told) in spread(partial(_read, settings, registry, day), unread):
        some = _READINGS.decode(packed)
        sound = [one for one in some if one.is_sound]
        whole.accounts.add(told, ((one.id, one.account) for one in sound))
        # Chunk by chunk, while others are being read: later this process would work alone, and hold all that came at once.
        whole.known.update((one.key, _known(one, commons)) for one in sound)
        whole.faulty.extend(one for one in some if not one.is_sound)
        done += number
        progress("Reading entries", done, len(unread))
    return whole


def _known(one: Reading, commons: Commons) -> Known:
    said = NOTHING if one.diagnostics == NOTHING else one.diagnostics.copy()
    # As copies, else each would hold on to all that came with it.
    return Known(one.files.copy(), commons.share(_PRACTICE.decode(one.practice)), one.facts.copy(), said)


def facts(packed: Raw) -> tuple[Facts, ...]:
    """Facts, unpacked."""
    return _FACTS.decode(packed)


def diagnostics(packed: Raw) -> tuple[Diagnostic, ...]:
    """Diagnostics, unpacked; most entries have none."""
    return () if packed == NOTHING else _DIAGNOSTICS.decode(packed)


def is_same(one: Practice, other: Practice) -> bool:
    """Whether two records say the same."""
    return _ENCODER.encode(one) == _ENCODER.encode(other)


def _read(settings: Settings, registry: Registry, day: date, chunk: Sequence[Entry]) -> tuple[bytes, bytes]:
    accounts: list[bytes] = []
    readings = [_reading(settings, registry, day, entry, accounts) for entry in chunk]
    return _ENCODER.encode(readings), b"".join(accounts)


def _reading(settings: Settings, registry: Registry, day: date, entry: Entry, accounts: list[bytes]) -> Reading:
    # Taken before the files are read, so that a change in between shows the next time.
    stamps = {language: tree.stamp(f"{entry.place}/{name}") for language, name in entry.names.items()}
    checked = check.entry(entry, settings, registry, day)
    original, found = checked.original, checked.diagnostics
    said = _packed([_alone(one) for one in found]) if found else NOTHING
    facts = _packed(checked.facts)
    if original is None or errors(found):
        return Reading(entry.key, entry.id, 0, NOTHING, NOTHING, facts, said)
    hashes = {"": original.hash} | {language: one.hash for language, one in checked.translations.items()}
    leaves = {
        entry.names[language]: Leaf(hash, stamp) for language, hash in hashes.items() if (stamp := stamps[language])
    }
    record, told = recording.both(entry.id, original, checked.translations)
    account = _ENCODER.encode(told)
    accounts.append(account)
    return Reading(entry.key, entry.id, len(account), _packed(record), _packed(leaves), facts, said)


def _packed(value: object) -> Raw:
    return Raw(_ENCODER.encode(value))


def _alone(one: Diagnostic) -> Diagnostic:
    problem = one.problem
    return Diagnostic(one.code, one.severity, Problem(problem.span.alone(), problem.message, problem.advice))
