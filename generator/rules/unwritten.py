"""Rules for the hand-written pages, of which each published language should have the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Problem
from generator.phrase import phrase
from generator.source import Source


class Gap(NamedTuple):
    """A hand-written page that is not there, and the one that is shown in its place."""

    place: str
    lent: str


def unwritten_page(gap: Gap) -> Iterator[Problem]:
    """A hand-written page is not there in a published language.

    It is shown in another language, marked as such, because the switch of languages leads from each page to the same one.

    Wrong:

        docs/en/about.md, and no docs/pt/about.md, where the site is published in English and Portuguese

    Right:

        docs/en/about.md and docs/pt/about.md
    """
    advice = phrase("translate %(page)s; until then readers see that page", page=gap.lent)
    yield Problem(Source(gap.place, "").start(), phrase("there is no page %(page)s", page=gap.place), advice)
