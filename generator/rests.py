"""Which pages rest on the answer to which question.

What is kept may say too much: that a page rests on what it no longer asks. Then it is drawn once more than it must be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Raw, Struct, msgpack

from generator.cache import State

_NUMBERS = msgpack.Decoder(list[int])
_REST = msgpack.Decoder(dict[str, Raw])
_ENCODER = msgpack.Encoder()


class Rests(Struct, frozen=True):
    """The paths of pages below their language, and by question, packed, the numbers of those that rest on its answer."""

    pages: list[str]
    numbers: dict[str, Raw]

    @classmethod
    def of(cls, state: State) -> Rests:
        """Those of the last build."""
        return cls(state.pages, _REST.decode(state.rests))

    @property
    def packed(self) -> Raw:
        """Which pages rest on what, as a state keeps it."""
        return Raw(_ENCODER.encode(self.numbers))

    def on(self, questions: Iterable[str]) -> set[str]:
        """The paths of the pages that rest on any of these."""
        return {self.pages[number] for question in questions for number in self.of_question(question)}

    def of_question(self, question: str) -> list[int]:
        """The numbers of the pages that rest on the answer to a question."""
        packed = self.numbers.get(question)
        return _NUMBERS.decode(packed) if packed else []

    def moved(self, pages: list[str]) -> Rests:
        """The same with new numbers: those of these pages, in their order."""
        place = {path: number for number, path in enumerate(pages)}
        moved = [place.get(path, -1) for path in self.pages]
        numbers = {
            question: [moved[number] for number in self.of_question(question) if moved[number] >= 0]
            for question in self.numbers
        }
        return Rests(pages, {question: Raw(_ENCODER.encode(own)) for question, own in numbers.items() if own})


class Resting:
    """What pages rest on that are drawn now, noted as they come, beside what is known of the others.

    ``pages`` are the paths of all pages there are now. They keep their numbers as long as most of them are still there.
    """

    def __init__(self, before: Rests, pages: list[str]) -> None:
        self._before = before.moved(pages) if len(pages) < len(before.pages) * 0.9 else before
        numbers = {path: number for number, path in enumerate(self._before.pages)}
        new = [path for path in pages if path not in numbers]
        self._pages = [*self._before.pages, *new]
        self._numbers = numbers | {path: len(numbers) + number for number, path in enumerate(new)}
        self._asked: defaultdict[str, list[int]] = defaultdict(list)

    def note(self, path: str, questions: Iterable[str]) -> None:
        """A page asked these questions when it was drawn in a language."""
        number = self._numbers[path]
        for question in questions:
            asking = self._asked[question]
            if not asking or asking[-1] != number:  # its other languages come next, and ask much the same
                asking.append(number)

    def all(self) -> Rests:
        """What all pages rest on, those that were not drawn too."""
        before = self._before
        changed = {
            question: Raw(_ENCODER.encode(sorted({*before.of_question(question), *numbers})))
            for question, numbers in sorted(self._asked.items())
        }
        return Rests(self._pages, before.numbers | changed)
