"""Which pages rest on the answer to which question.

What is kept may say too much: that a page rests on what it no longer asks. Then it is drawn once more than it must be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec import Raw, msgpack

from generator.cache import State

_NUMBERS = msgpack.Decoder(list[int])
_ENCODER = msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class Rests:
    """The paths of pages below their language, and by question, packed, the numbers of those that rest on its answer."""

    pages: list[str]
    numbers: dict[str, Raw]

    @classmethod
    def of(cls, state: State) -> Rests:
        """Those of the last build."""
        return cls(state.pages, state.rests)

    def on(self, questions: Iterable[str]) -> set[str]:
        """The paths of the pages that rest on any of these."""
        return {self.pages[number] for question in questions for number in self._resting(question)}

    def after(self, pages: list[str], drawn: Mapping[str, set[str]]) -> Rests:
        """The same for the pages there are now, of which some were drawn and rest on these questions.

        Pages keep their numbers as long as most of them are still there.
        """
        there = set(pages)
        if len(there) < len(self.pages) * 0.9:
            return self._moved(pages).after(pages, drawn)
        place = {path: number for number, path in enumerate(self.pages)}
        new = [path for path in pages if path not in place]
        place |= {path: len(self.pages) + number for number, path in enumerate(new)}
        asked: defaultdict[str, list[int]] = defaultdict(list)
        for path in sorted(drawn.keys() & there):
            for question in drawn[path]:
                asked[question].append(place[path])
        changed = {
            question: Raw(_ENCODER.encode(sorted({*self._resting(question), *numbers})))
            for question, numbers in sorted(asked.items())
        }
        return Rests([*self.pages, *new], self.numbers | changed)

    def _resting(self, question: str) -> list[int]:
        packed = self.numbers.get(question)
        return _NUMBERS.decode(packed) if packed else []

    def _moved(self, pages: list[str]) -> Rests:
        """The same with new numbers."""
        place = {path: number for number, path in enumerate(pages)}
        moved = [place.get(path, -1) for path in self.pages]
        numbers = {
            question: [moved[number] for number in self._resting(question) if moved[number] >= 0]
            for question in self.numbers
        }
        return Rests(pages, {question: Raw(_ENCODER.encode(own)) for question, own in numbers.items() if own})
