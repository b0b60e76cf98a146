"""How many practices there are by provision, regional group, year and measure: what the pictures show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache, cached_property

from msgspec import Struct, field

from generator.index import Index
from generator.practice import Practice
from generator.registry import Registry

NOT_NAMED = "not-named"
"""Stands for a regional group where a practice names no State."""

Practices = tuple[Practice, ...]
Grouped = Mapping[str, int]
"""How many practices there are by regional group."""

Submitted = Mapping[tuple[str, tuple[str, ...]], int]
"""How many practices there are by the year in which they were submitted and by their measures."""


class Counts(Struct, frozen=True, eq=False, dict=True):
    """The counts of ``every`` practice, or of those ``of_article`` or ``of_provision``, by their numbers; each is made once."""

    registry: Registry
    every: Callable[[], Practices]
    of_article: Index[Practices]
    of_provision: Index[Practices]
    _grouped: dict[str, Grouped] = field(default_factory=dict)
    _submitted: dict[str, Submitted] = field(default_factory=dict)

    def grouped(self, ref: str) -> Grouped:
        """Those of a provision by regional group; a practice of two States of a group counts once in it."""
        practices = self.of_provision.get(ref, ())
        if ref not in self._grouped:
            found: Counter[str] = Counter()
            for countries, count in Counter([one.countries for one in practices]).items():
                for group in self._groups(countries):
                    found[group] += count
            self._grouped[ref] = found
        return self._grouped[ref]

    def submitted(self, article: str = "") -> Submitted:
        """Those of an article, or all, by year and measures."""
        practices = self.of_article.get(article, ()) if article else self.every()
        if article not in self._submitted:
            self._submitted[article] = Counter([(one.submission.date[:4], one.measures) for one in practices])
        return self._submitted[article]

    @cached_property
    def _groups(self) -> Callable[[tuple[str, ...]], set[str]]:
        """The regional groups of States, by their codes."""
        countries = self.registry.countries
        return cache(lambda codes: {countries[code].group for code in codes} or {NOT_NAMED})
