"""How far the translations are: of every entry in every language, as its pages say it, and in total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator import reading
from generator.fields import TRANSLATION_STATUSES
from generator.folder import Entry
from generator.registry import Registry
from generator.settings import Settings, today
from generator.workers import Progress


@dataclass(frozen=True, slots=True)
class Total:
    """The entries of one language by their state: originals, translations that fit their originals, by status, and the rest."""

    language: str
    is_published: bool
    original: int
    outdated: int
    missing: int
    by_status: dict[str, int]

    @property
    def current(self) -> int:
        """The translations that fit their originals."""
        return sum(self.by_status.values())


@dataclass(frozen=True, slots=True)
class Status:
    """The state of every entry by id and language, a total for each language, and the ids of entries with errors, which have none."""

    states: dict[str, dict[str, str]]
    totals: tuple[Total, ...]
    faulty: tuple[str, ...]


def status(
    settings: Settings, registry: Registry, some: Sequence[Entry], languages: Sequence[str], progress: Progress
) -> Status:
    """The state of some entries in some languages. Withdrawn ones, which have no page, are left out."""
    read = reading.read(settings, registry, today(), some, progress)
    practices = [one.practice for one in read.known.values() if not one.practice.is_withdrawn]
    states = {one.id: {language: one.state_in(language) for language in languages} for one in practices}
    totals = tuple(_total(registry, language, [state[language] for state in states.values()]) for language in languages)
    return Status(states, totals, tuple(one.id for one in read.faulty))


def _total(registry: Registry, language: str, states: Sequence[str]) -> Total:
    count = Counter(states)
    by_status = {one: count[one] for one in TRANSLATION_STATUSES}
    is_published = registry.languages[language].published
    return Total(language, is_published, count["original"], count["outdated"], count["missing"], by_status)
