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

_SAYING = ("texts", "translations")


def questions(before: Practice | None, now: Practice | None) -> set[Question]:
    """The questions whose answers a change of one practice can have changed; ``None`` where there is none.

    Its account is none of them: that can change while the practice stays as it is. Where nothing differs but what it says, lists hold
    the same practices in the same order; whoever shows its texts has asked for the practice itself (`Edition.of`).
    """
    both = [one for one in (before, now) if one]
    found = {(index, one.id) for one in both for index in ("practice", "tombstone")}
    if before is None or now is None or _titles(before) != _titles(now):
        found.add(("titles", ""))
    if before and now and _silent(before) == _silent(now):
        return found
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


def _titles(practice: Practice) -> tuple[str, Mapping[str, str]]:
    return practice.title, {code: one.texts["title"] for code, one in practice.translations.items()}


def _silent(practice: Practice) -> list[object]:
    """All of a practice but what it says, in whatever language."""
    said = {code: (one.status, one.outdated) for code, one in practice.translations.items()}
    return [said, *(getattr(practice, name) for name in Practice.__struct_fields__ if name not in _SAYING)]


def _translated(practice: Practice) -> tuple[str, str, Mapping[str, str]]:
    """What decides where it stands among the translations; in other languages than these it is missing."""
    return practice.article, practice.language, {code: practice.state_in(code) for code in practice.translations}
