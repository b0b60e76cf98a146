"""Entries that may be about the same practice as one that came in: of the same State and provision, with near words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from generator.document import Document, values
from generator.practice import Practice
from generator.rules.several import facts

NEAR_TITLE = 75  # of 100; the nearest of 503 pairs of the entries there are, none of which is a pair of twins, have 70
NEAR_TEXT = 72  # likewise 69
MOST = 5
"""How many are named for an entry."""


class Alike(Struct, frozen=True):
    """An entry that is like one that came in: their ids, its title, what both bear on, and how near title and summary are (0 to 100)."""

    id: str
    other: str
    title: str
    countries: tuple[str, ...]
    provisions: tuple[str, ...]
    near_title: int
    near_text: int


def alike(incoming: Mapping[str, Document], practices: Iterable[Practice]) -> list[Alike]:
    """What is like the entries that came in, by their ids; the likest first."""
    by_place: defaultdict[tuple[str, str], list[Practice]] = defaultdict(list)
    for practice in practices:
        if not practice.is_withdrawn:
            for place in _places(practice.countries, practice.provisions):
                by_place[place].append(practice)
    found: list[Alike] = []
    told: set[tuple[str, str]] = set()
    for id, document in incoming.items():
        if facts(id, document).is_withdrawn:
            continue
        places = _places(values(document.root.get("countries")), values(document.root.get("provisions")))
        near = {practice.id: practice for place in places for practice in by_place.get(place, ())}
        near.pop(id, None)
        measured = (_measured(id, document, practice) for practice in near.values())
        likest = sorted(filter(_is_near, measured), key=lambda one: (-max(one.near_title, one.near_text), one.other))
        new = [one for one in likest[:MOST] if (one.other, id) not in told]
        told |= {(id, one.other) for one in new}
        found += new
    return found


def _places(countries: Sequence[str], provisions: Sequence[str]) -> list[tuple[str, str]]:
    return [(country, provision) for country in countries or ("",) for provision in provisions]


def _measured(id: str, document: Document, practice: Practice) -> Alike:
    """How near the two are, in the language in which the one that came in is written."""
    from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

    language = document.text("language")
    title, _ = practice.said("title", language)
    summary, _ = practice.said("summary", language)
    countries, provisions = values(document.root.get("countries")), values(document.root.get("provisions"))
    return Alike(
        id,
        practice.id,
        practice.title,
        tuple(code for code in practice.countries if code in countries),
        tuple(ref for ref in practice.provisions if ref in provisions),
        round(token_sort_ratio(document.text("title").casefold(), title.casefold())),
        round(token_set_ratio(document.text("summary").casefold(), summary.casefold())),
    )


def _is_near(one: Alike) -> bool:
    return one.near_title >= NEAR_TITLE or one.near_text >= NEAR_TEXT
