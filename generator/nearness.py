"""What is near a practice, and why: what was adapted from what, and what shares provisions and themes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache
from math import sqrt
from typing import NamedTuple

from msgspec import Struct

from generator.index import Question
from generator.practice import Practice

RELATED = 3
NEIGHBOURS = 40  # how many candidates of one provision and theme are weighed

MODEL, COPY = "model", "copy"
_ADAPTED = {MODEL: 300.0, COPY: 100.0}  # more than any number of shared provisions and themes weighs
_SAME_MEASURE = 1.3


class Neighbour(NamedTuple):
    """A practice near another one, and why.

    ``adapted`` is ``model`` where the other was adapted from it, ``copy`` where it was adapted from the other, else
    empty. The provisions and themes are those both have; ``same_state`` is whether both name a State in common.
    """

    practice: Practice
    adapted: str
    provisions: tuple[str, ...]
    themes: tuple[str, ...]
    same_state: bool


class Nearness(Struct, frozen=True, eq=False, dict=True):
    """Which practices are near each other, among all of them in the order of their ids.

    The questions that are answered are added to ``asked``.
    """

    practices: tuple[Practice, ...]
    asked: set[Question]

    def prepare(self) -> None:
        """Make every index now."""
        _ = (self._number, self._named, self._breadth, self._copies)
        for provision, numbers in self._of_provision.items():
            for theme in {theme for number in numbers for theme in self.practices[number].themes}:
                self._pair(provision, theme)

    def of(self, practice: Practice) -> tuple[Neighbour, ...]:
        """The nearest of a practice, at most ``RELATED``, the nearest first.

        What it was adapted from comes first, then what was adapted from it, then what shares most. Sharing counts more
        between entries that bear on little, because one that bears on everything is near everybody; and more where the
        kind of measure is the same. Of those that are alike, other States come first, then the order of ids.
        """
        found, asked = self._last(practice.id)
        self.asked.update(asked)
        return found

    @cached_property
    def _last(self) -> Callable[[str], tuple[tuple[Neighbour, ...], set[Question]]]:
        """The nearest of a practice by its id; those of the last one are kept, since its languages are drawn in turn."""
        return lru_cache(maxsize=1)(self._nearest)

    def _nearest(self, id: str) -> tuple[tuple[Neighbour, ...], set[Question]]:
        asked: set[Question] = set()
        number = self._number[id]
        practice, breadth = self.practices[number], self._breadth
        weights = {other: pairs * breadth[other] for other, pairs in self._shared(practice, number, asked).items()}
        adapted = self._adapted(practice, asked)
        weights |= {other: _ADAPTED[kind] for other, kind in adapted.items()}
        weights.pop(number, None)
        least = min(sorted(weights.values())[-RELATED:], default=0.0) / _SAME_MEASURE
        ranked = [self._rank(practice, other, weight) for other, weight in weights.items() if weight >= least]
        nearest = sorted(ranked)[:RELATED]
        found = [_neighbour(practice, self.practices[other], adapted.get(other, "")) for _, _, other in nearest]
        return tuple(found), asked

    def _rank(self, practice: Practice, number: int, weight: float) -> tuple[float, bool, int]:
        """By what a candidate is sorted."""
        other = self.practices[number]
        if not {*practice.measures}.isdisjoint(other.measures):
            weight *= _SAME_MEASURE
        return -weight, other.countries == practice.countries != (), number

    def _shared(self, practice: Practice, number: int, asked: set[Question]) -> Mapping[int, int]:
        """How many pairs of provision and theme others share with a practice: at most ``NEIGHBOURS`` others a pair."""
        near: list[int] = []
        for provision in practice.provisions:
            for theme in practice.themes:
                question, around = self._pair(provision, theme)
                asked.add(question)
                near += around if len(around) <= NEIGHBOURS else _around(around, number)
        return Counter(near)

    def _adapted(self, practice: Practice, asked: set[Question]) -> Mapping[int, str]:
        """What a practice was adapted from, and the first of those that were adapted from it."""
        found: dict[int, str] = {}
        for name in (practice.id, *practice.aliases):
            asked.add(("copies", name))
            found |= dict.fromkeys(self._copies.get(name, [])[:RELATED], COPY)
        for name in practice.adapted_from:
            model = self._named.get(name)
            asked |= {("alias", name), ("practice", name if model is None else self.practices[model].id)}
            if model is not None:
                found[model] = MODEL
        return found

    @cached_property
    def _number(self) -> Mapping[str, int]:
        """The place of each practice among all, by its id; counting numbers is faster than counting ids."""
        return {practice.id: number for number, practice in enumerate(self.practices)}

    @cached_property
    def _named(self) -> Mapping[str, int]:
        """The same by former ids as well."""
        former = {alias: number for number, practice in enumerate(self.practices) for alias in practice.aliases}
        return {**former, **self._number}

    @cached_property
    def _breadth(self) -> list[float]:
        """What each shared pair of provision and theme weighs, by the number of the practice: less where it has many."""
        return [1 / sqrt(len(one.provisions) * len(one.themes)) for one in self.practices]

    @cached_property
    def _copies(self) -> Mapping[str, list[int]]:
        """The numbers of the practices that were adapted from one, by the id by which they name it."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, practice in enumerate(self.practices):
            for name in practice.adapted_from:
                found[name].append(number)
        return found

    @cached_property
    def _pair(self) -> Callable[[str, str], tuple[Question, list[int]]]:
        """The numbers of the practices of a provision and a theme, in their order, and the question that is answered so.

        Made when they are first asked for, because a build that draws a page or two needs few.
        """
        return cache(self._of_pair)

    def _of_pair(self, provision: str, theme: str) -> tuple[Question, list[int]]:
        practices = self.practices
        around = [number for number in self._of_provision[provision] if theme in practices[number].themes]
        return ("near", f"{provision}/{theme}"), around

    @cached_property
    def _of_provision(self) -> Mapping[str, list[int]]:
        """The numbers of the practices of a provision, in their order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, practice in enumerate(self.practices):
            for provision in practice.provisions:
                found[provision].append(number)
        return found


def questions(before: Practice | None, now: Practice | None) -> set[Question]:
    """The questions whose answers a change of one practice can have changed; ``None`` where there is none."""
    if before and now and _place(before) == _place(now):
        return set()
    both = [one for one in (before, now) if one]
    near = {("near", f"{ref}/{theme}") for one in both for ref in one.provisions for theme in one.themes}
    return near | {("copies", name) for one in both for name in one.adapted_from}


def _place(practice: Practice) -> tuple[tuple[str, ...], ...]:
    """What decides which practices are near it, and why."""
    return practice.provisions, practice.themes, practice.countries, practice.measures, practice.adapted_from


def _neighbour(practice: Practice, other: Practice, adapted: str) -> Neighbour:
    return Neighbour(
        other,
        adapted,
        _both(practice.provisions, other.provisions),
        _both(practice.themes, other.themes),
        not {*practice.countries}.isdisjoint(other.countries),
    )


def _both(ones: Iterable[str], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([one for one in ones if one in others])


def _around(numbers: list[int], number: int) -> list[int]:
    """Those of many numbers in order that are nearest to one of them in that order."""
    first = max(0, min(bisect_left(numbers, number) - NEIGHBOURS // 2, len(numbers) - NEIGHBOURS))
    return numbers[first : first + NEIGHBOURS]
