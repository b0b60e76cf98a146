"""Practices in a list: the first as cards, the others as lines, so that a page of many stays small and is soon looked through."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from generator.edition import Edition
from generator.practice import Practice
from generator.views import Card, Mention

CARDS = 24
"""How many practices of a page are cards at most; the others are lines."""


class Listing(Struct, frozen=True, gc=False):
    """Practices in their order: those that are cards, and then those that are lines."""

    cards: tuple[Card, ...]
    lines: tuple[Mention, ...]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.cards) + len(self.lines)


def listings(edition: Edition, sections: Sequence[Sequence[Practice]], row: int = 3) -> tuple[Listing, ...]:
    """The sections of a page, whose cards are shared between them, so many in a ``row``; where there are few practices, all are cards."""
    shares = shared_out([len(section) for section in sections], CARDS, row)
    return tuple(_listing(edition, section, share) for section, share in zip(sections, shares, strict=True))


def _listing(edition: Edition, practices: Sequence[Practice], share: int) -> Listing:
    return Listing(edition.cards(practices[:share]), edition.mentions(practices[share:]))


def shared_out(counts: Sequence[int], most: int, row: int) -> list[int]:
    """How many of each section are cards: a row of each in turn, as long as there are some."""
    shares = [0] * len(counts)
    left, given = most, most
    while given:
        before = left
        for section, count in enumerate(counts):
            more = min(row, count - shares[section])
            if more <= left:
                shares[section] += more
                left -= more
        given = before - left
    return shares
