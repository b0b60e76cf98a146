"""What is near a practice: what it was adapted from, and what shares provisions and themes with it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.index import Question
from generator.practice import Practice

RELATED = 3
NEIGHBOURS = 40  # how many candidates of one provision and theme are weighed


@dataclass(frozen=True, eq=False)
class Nearness:
    """Which practices are near each other, among all of them in the order of their ids.

    ``named`` gives the practice of an id, present or former; the questions that are answered are added to ``asked``.
    """

    practices: tuple[Practice, ...]
    named: Callable[[str], Practice | None]
    asked: set[Question]

    def prepare(self) -> None:
        """Make every index now."""
        _ = (self._pairs, self._number)

    def of(self, practice: Practice) -> tuple[Practice, ...]:
        """What is nearest to a practice by shared provisions and themes, from other States first; the nearest first.

        Only candidates that share a provision and a theme are weighed, at most ``NEIGHBOURS`` a pair.
        """
        asked, pairs, near = self.asked, self._pairs, []
        number = self._number[practice.id]
        for provision in practice.provisions:
            for theme in practice.themes:
                question, around = pairs[provision, theme]
                asked.add(question)
                near += around if len(around) <= NEIGHBOURS else _around(around, number)
        weights = Counter(near)
        weights.pop(number, None)
        for model in filter(None, map(self.named, practice.adapted_from)):
            weights[self._number[model.id]] += 100
        return tuple(self._heaviest(weights, practice.countries))

    def _heaviest(self, weights: Mapping[int, int], countries: tuple[str, ...]) -> list[Practice]:
        """The practices that weigh most, by their numbers; of those that weigh alike, first the ones not from these States."""
        found: list[Practice] = []
        for weight in sorted({*sorted(weights.values())[-RELATED:]}, reverse=True):
            alike = [self.practices[number] for number in sorted([n for n, w in weights.items() if w == weight])]
            own: list[Practice] = []
            room = RELATED - len(found)
            for other in alike:
                if other.countries == countries != ():
                    own.append(other)
                else:
                    found.append(other)
                    room -= 1
                    if not room:
                        return found
            found += own[:room]
        return found

    @cached_property
    def _number(self) -> Mapping[str, int]:
        """The place of each practice among all, by its id; counting numbers is faster than counting ids."""
        return {practice.id: number for number, practice in enumerate(self.practices)}

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, str], tuple[Question, list[int]]]:
        """The numbers of the practices of a provision and a theme, in their order, and the question that is answered so."""
        found: dict[tuple[str, str], tuple[Question, list[int]]] = {}
        for number, practice in enumerate(self.practices):
            for provision in practice.provisions:
                for theme in practice.themes:
                    pair = provision, theme
                    if pair not in found:
                        found[pair] = ("near", f"{provision}/{theme}"), []
                    found[pair][1].append(number)
        return found


def questions(before: Practice | None, now: Practice | None) -> set[Question]:
    """The questions whose answers a change of one practice can have changed; ``None`` where there is none."""
    if before and now and _place(before) == _place(now):
        return set()
    both = [one for one in (before, now) if one]
    return {("near", f"{ref}/{theme}") for one in both for ref in one.provisions for theme in one.themes}


def _place(practice: Practice) -> tuple[tuple[str, ...], ...]:
    """What decides which practices are near it."""
    return practice.provisions, practice.themes, practice.countries


def _around(numbers: list[int], number: int) -> list[int]:
    """Those of many numbers in order that are nearest to one of them in that order."""
    first = max(0, min(bisect_left(numbers, number) - NEIGHBOURS // 2, len(numbers) - NEIGHBOURS))
    return numbers[first : first + NEIGHBOURS]
