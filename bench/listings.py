"""Which lists of practices a site has, so that every tool draws the same ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from model import Entry
from vocabulary import Labels, Vocabulary, label, slug

FAMILIES: dict[str, Callable[[Entry], Iterable[str]]] = {
    "countries": lambda entry: (entry.country,),
    "articles": lambda entry: entry.articles,
    "provisions": lambda entry: entry.provisions,
    "themes": lambda entry: entry.themes,
    "documents": lambda entry: entry.documents,
}


@dataclass(frozen=True)
class Form:
    """How a list is drawn: this many practices as cards (all if ``None``), the others as lines or not."""

    cards: int | None = None
    lines: bool = False

    def divide(self, entries: Sequence[Entry]) -> tuple[Sequence[Entry], Sequence[Entry]]:
        """Those that are cards, and those that are lines."""
        cards = entries[: self.cards]
        return cards, entries[len(cards) :] if self.lines else ()


FORMS = {  # as our own pages draw them
    "countries": Form(cards=24, lines=True),
    "articles": Form(cards=12),
    "provisions": Form(cards=24, lines=True),
    "themes": Form(cards=24, lines=True),
    "documents": Form(cards=0, lines=True),
    "practices": Form(cards=0),  # we have no page of all practices
}


@dataclass(frozen=True)
class Listing:
    """The practices that share a State, article, provision, theme or document, by its id."""

    key: str
    labels: Labels
    entries: tuple[Entry, ...]

    @property
    def address(self) -> str:
        """The id as it stands in addresses: ``ITA`` → ``ita``, ``6.1(a)`` → ``6-1-a``."""
        return slug(self.key).lower()

    def label(self, language: str) -> str:
        """What it is called."""
        return label(self.labels, language)


@dataclass(frozen=True)
class Corpus:
    """Everything that is written in each tool's form: entries, their lists by family, languages, and what they refer to."""

    entries: list[Entry]
    families: dict[str, list[Listing]]
    languages: tuple[str, ...]
    known: Vocabulary


def listings(entries: list[Entry], vocabulary: Vocabulary) -> dict[str, list[Listing]]:
    """The lists of each family, in the order of the registry; those without a practice have no page."""
    found = {family: _grouped(entries, keys) for family, keys in FAMILIES.items()}
    return {
        family: [
            Listing(key, labels, tuple(groups[key]))
            for key, labels in _labels(family, vocabulary).items()
            if key in groups
        ]
        for family, groups in found.items()
    }


def _labels(family: str, known: Vocabulary) -> dict[str, Labels]:
    if family == "documents":
        return {paper.id: paper.labels for paper in known.papers.values()}
    labels: dict[str, Labels] = getattr(known, family)
    return labels


def _grouped(entries: list[Entry], keys: Callable[[Entry], Iterable[str]]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        for key in keys(entry):
            groups.setdefault(key, []).append(entry)
    return groups
