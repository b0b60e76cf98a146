"""Entries, read and checked in workers. What comes back of each stays packed until somebody asks.

What a page of another entry shows lies together in memory then, apart from all else: a worker that looks at a record gets
a copy of the memory around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from msgspec import Struct

from generator.accounts import Accounts
from generator.cache import Known
from generator.commons import Commons
from generator.folder import Entry
from generator.packed import NOTHING, PRACTICE, READINGS, Reading
from generator.registry import Registry
from generator.settings import Settings
from generator.workers import Progress, spread

Inspected = tuple[bytes, bytes]
"""What came of some entries, packed, and their accounts."""


class Read(Struct, frozen=True):
    """Entries that were read: those without errors by their keys, the accounts of these, and the others."""

    known: dict[str, Known]
    accounts: Accounts
    faulty: list[Reading]


def read(
    settings: Settings, registry: Registry, day: date, unread: Sequence[Entry], progress: Progress,
    inspected: Inspected | None = None,
) -> Read:  # fmt: skip
    """Read and check entries, unless they are ``inspected``."""
    whole, commons, done = Read({}, Accounts(), []), Commons(), 0
    chunks: Iterable[tuple[int, Inspected]] = [(len(unread), inspected)] if inspected else ()
    if unread and not inspected:
        from generator.inspection import inspect  # with all rules, which a build after a small change does without

        chunks = spread(partial(inspect, settings, registry, day), unread)
    for number, (packed, told) in chunks:
        some = READINGS.decode(packed)
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
    return Known(one.files.copy(), commons.share(PRACTICE.decode(one.practice)), one.facts.copy(), said)
