"""Which pages rest on the answer to which question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.cache import State


@dataclass(frozen=True, slots=True)
class Rests:
    """The paths of pages below their language, and by question the numbers of those that rest on its answer."""

    pages: list[str]
    numbers: dict[str, list[int]]

    @classmethod
    def of(cls, state: State) -> Rests:
        """Those of the last build."""
        return cls(state.pages, state.rests)

    def on(self, questions: Iterable[str]) -> set[str]:
        """The paths of the pages that rest on any of these."""
        return {self.pages[number] for question in questions for number in self.numbers.get(question, ())}

    def after(self, pages: list[str], drawn: Mapping[str, set[str]]) -> Rests:
        """The same for the pages there are now, of which some were drawn and rest on these questions."""
        place = {path: number for number, path in enumerate(pages)}
        if pages == self.pages:
            gone = {place[path] for path in drawn if path in place}
            numbers = {
                question: own if gone.isdisjoint(own) else [number for number in own if number not in gone]
                for question, own in self.numbers.items()
            }
        else:
            moved = [place[path] if path in place and path not in drawn else -1 for path in self.pages]
            numbers = {
                question: [moved[number] for number in own if moved[number] >= 0]
                for question, own in self.numbers.items()
            }
        for path in sorted(drawn.keys() & place.keys()):
            for question in drawn[path]:
                numbers.setdefault(question, []).append(place[path])
        return Rests(pages, {question: sorted(own) for question, own in sorted(numbers.items()) if own})
