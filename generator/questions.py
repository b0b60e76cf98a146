"""Which questions to the catalogue may be answered differently once an entry has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter

from generator import nearness, shelves
from generator.columns import fact
from generator.index import Question
from generator.practice import Practice

_KEYS: Mapping[str, Callable[[Practice], Iterable[str]]] = {
    "article": attrgetter("articles"),
    "provision": attrgetter("provisions"),
    "country": attrgetter("countries"),
    "theme": attrgetter("themes"),
    "shelf": lambda practice: shelves.possible(practice.id),
    "document": lambda practice: [source.document for source in practice.sources],
}


def questions(before: Practice | None, now: Practice | None) -> set[Question]:
    """The questions whose answers a change of one practice can have changed; ``None`` where there is none.

    Its account is none of them: that can change while the practice stays as it is.
    """
    both = [one for one in (before, now) if one]
    found = {(index, one.id) for one in both for index in ("practice", "tombstone")}
    found |= {("tombstone", "") for one in both if one.is_withdrawn}
    found |= {("alias", alias) for one in both for alias in one.aliases}
    gone = {id for one in both for id in (*one.aliases, *((one.id,) if one.is_withdrawn else ()))}
    found |= {("taken", shelf) for id in gone for shelf in shelves.possible(id)}
    before, now = (one if one and not one.is_withdrawn else None for one in (before, now))
    both = [one for one in (before, now) if one]
    if not both:
        return found
    for index, keys in _KEYS.items():
        found |= {(index, key) for one in both for key in ("", *keys(one))}
    found.add(("practice", ""))
    if before is None or now is None or before.countries != now.countries:
        found |= {("others", code) for one in both for code in one.countries}
    if before is None or now is None or _translated(before) != _translated(now):
        found.add(("translated", ""))
    if before is None or now is None or fact(before) != fact(now):
        found.add(("columns", ""))
    return found | nearness.questions(before, now)


def _translated(practice: Practice) -> tuple[str, str, Mapping[str, str]]:
    """What decides where it stands among the translations; in other languages than these it is missing."""
    return practice.article, practice.language, {code: practice.state_in(code) for code in practice.translations}
