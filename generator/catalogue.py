"""All practices, and the questions one can ask of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import attrgetter

from msgspec import Struct, field

from generator import shelves
from generator.columns import Columns, columns, ordered
from generator.counts import Counts
from generator.index import Index, Question
from generator.nearness import Nearness, Neighbour
from generator.practice import Account, Practice
from generator.registry import Article, Registry
from generator.translated import sorted_by_state

Practices = tuple[Practice, ...]

OTHERS = 3


def _untold(id: str) -> Account:
    raise LookupError(f"this catalogue has no account of {id}")


class Catalogue(Struct, frozen=True, dict=True):
    """The practices of an observatory, in the order of their ids, over its registry; the withdrawn entries stand apart.

    ``tell`` gives the account of a practice by its id. ``asked`` gathers the questions that were asked, until it is
    emptied: everything a page shows of practices comes from here, so what was asked while it was drawn is what it
    rests on. The module ``questions`` says which of them a practice bears on.
    """

    registry: Registry
    practices: tuple[Practice, ...]
    withdrawn: tuple[Practice, ...] = ()
    tell: Callable[[str], Account] = _untold
    asked: set[Question] = field(default_factory=set)

    @classmethod
    def of(cls, registry: Registry, entries: Iterable[Practice], tell: Callable[[str], Account] = _untold) -> Catalogue:
        """The catalogue of all entries, in whatever order they come."""
        ordered = sorted(entries, key=attrgetter("id"))
        standing = tuple(entry for entry in ordered if not entry.is_withdrawn)
        return cls(registry, standing, tuple(entry for entry in ordered if entry.is_withdrawn), tell)

    def account(self, id: str) -> Account:
        """What the page of a practice tells beyond what lists show."""
        self.asked.add(("account", id))
        return self.tell(id)

    @cached_property
    def by_id(self) -> Index[Practice]:
        """The practices by id."""
        return Index("practice", self._practice, self.asked)

    @cached_property
    def by_article(self) -> Index[Practices]:
        """The practices that bear on an article, by its number: each once, those that stand under it first."""
        found = self._sorted(attrgetter("articles"))
        own_first = {
            number: tuple(sorted(practices, key=lambda practice: practice.article != number))
            for number, practices in found.items()
        }
        return Index("article", own_first, self.asked)

    @cached_property
    def by_provision(self) -> Index[Practices]:
        """The practices that bear on a provision, by its reference."""
        return Index("provision", self._sorted(attrgetter("provisions")), self.asked)

    @cached_property
    def by_country(self) -> Index[Practices]:
        """The practices of a State, by its code; those without a named State are in none."""
        return Index("country", self._of_state, self.asked)

    @cached_property
    def by_theme(self) -> Index[Practices]:
        """The practices on a theme, by its id."""
        return Index("theme", self._sorted(attrgetter("themes")), self.asked)

    @cached_property
    def by_document(self) -> Index[Mapping[str, Practices]]:
        """The practices that rest on a document, by its id and paragraph."""
        found: dict[str, dict[str, list[Practice]]] = defaultdict(lambda: defaultdict(list))
        for practice in self.practices:
            for source in practice.sources:
                for paragraph in source.paragraphs:
                    found[source.document][paragraph].append(practice)
        each_once = {
            document: {paragraph: tuple(dict.fromkeys(resting)) for paragraph, resting in paragraphs.items()}
            for document, paragraphs in found.items()
        }
        return Index("document", each_once, self.asked)

    @cached_property
    def tombstone(self) -> Index[Practice]:
        """The withdrawn entries by id."""
        return Index("tombstone", {entry.id: entry for entry in self.withdrawn}, self.asked)

    @cached_property
    def alias(self) -> Index[str]:
        """The id of an entry, withdrawn ones included, by each of its former ids."""
        every = (*self.practices, *self.withdrawn)
        return Index("alias", {alias: entry.id for entry in every for alias in entry.aliases}, self.asked)

    def named(self, id: str) -> Practice | None:
        """The practice of an id, present or former; none where it was withdrawn."""
        return self.by_id.get(self.alias.get(id, id))

    @cached_property
    def taken(self) -> Index[tuple[str, ...]]:
        """The ids that no entry can be given though no practice has them, withdrawn ones and former ones, by the name of their shelf."""
        depth = shelves.depth(len(self.practices))
        found: defaultdict[str, list[str]] = defaultdict(list)
        former = (alias for entry in (*self.practices, *self.withdrawn) for alias in entry.aliases)
        for id in sorted({*(entry.id for entry in self.withdrawn), *former}):
            found[shelves.shelf(id, depth)].append(id)
        return Index("taken", {shelf: tuple(ids) for shelf, ids in found.items()}, self.asked)

    @property
    def every(self) -> Practices:
        """All practices, by id."""
        self.asked.add(("practice", ""))
        return self.practices

    @property
    def latest(self) -> Practices:
        """The practices by date of review and then of submission, newest first."""
        self.asked.add(("practice", ""))
        return self._latest

    @cached_property
    def _latest(self) -> Practices:
        return tuple(
            sorted(self.practices, key=lambda practice: (practice.review.date, practice.submission.date), reverse=True)
        )

    @property
    def translated(self) -> Mapping[str, Mapping[str, Practices]]:
        """The practices of each state (``translated.STATES``) in each language that is published."""
        self.asked.add(("translated", ""))
        return self._translated

    @cached_property
    def _translated(self) -> Mapping[str, Mapping[str, Practices]]:
        codes = [language.code for language in self.registry.published]
        return {code: sorted_by_state(self.practices, code) for code in codes}

    @cached_property
    def by_shelf(self) -> Index[Practices]:
        """The practices whose cards lie on a shelf, in the order of their places, by its name."""
        found: defaultdict[str, list[Practice]] = defaultdict(list)
        depth = shelves.depth(len(self.practices))
        for practice in self._rows:
            found[shelves.shelf(practice.id, depth)].append(practice)
        return Index("shelf", {name: tuple(practices) for name, practices in found.items()}, self.asked)

    @property
    def rows(self) -> Practices:
        """All practices in the order of the columns."""
        self.asked.add(("columns", ""))
        return self._rows

    def titles(self, language: str) -> list[str]:
        """The titles of all practices in the order of the columns, in a language or in that of their original."""
        self.asked.add(("titles", ""))
        return [practice.said("title", language)[0] for practice in self._rows]

    @property
    def columns(self) -> Columns:
        """What all practices are narrowed and sorted by; made once."""
        self.asked.add(("columns", ""))
        return self._columns

    @cached_property
    def _rows(self) -> Practices:
        return ordered(self.practices)

    @cached_property
    def _columns(self) -> Columns:
        return columns(self.registry, self._rows)

    def covered(self, article: Article) -> int:
        """How many of an article's provisions have a practice."""
        return sum(provision.ref in self.by_provision for provision in article.provisions)

    def prepare(self) -> None:
        """Make every index now, so that processes forked from this one share them."""
        _ = (self.by_id, self.by_article, self.by_provision, self.by_country, self.by_theme, self.by_document)
        _ = (self.tombstone, self.alias, self._latest, self._translated)
        _ = (self.by_shelf, self.taken, self._columns)
        self.nearness.prepare()

    def group(self, practice: Practice) -> frozenset[str]:
        """The regional groups of the States that a practice names."""
        countries = self.registry.countries
        return frozenset([countries[code].group for code in practice.countries])

    def others(self, practice: Practice) -> tuple[Practices, int]:
        """Others of the first State that a practice names: the first of them, and how many more there are."""
        if not practice.countries:
            return (), 0
        code = practice.countries[0]
        self.asked.add(("others", code))
        of_state = self._of_state[code]
        first = tuple(other for other in of_state[: OTHERS + 1] if other is not practice)[:OTHERS]
        return first, len(of_state) - 1 - len(first)

    @cached_property
    def counts(self) -> Counts:
        """How many practices there are, by what the pictures show."""
        return Counts(self.registry, lambda: self.every, self.by_article, self.by_provision)

    @cached_property
    def nearness(self) -> Nearness:
        """Which practices are near each other."""
        return Nearness(self.practices, self.asked)

    def related(self, practice: Practice) -> tuple[Neighbour, ...]:
        """What is near a practice and why, the nearest first."""
        return self.nearness.of(practice)

    @cached_property
    def _practice(self) -> Mapping[str, Practice]:
        return {practice.id: practice for practice in self.practices}

    @cached_property
    def _of_state(self) -> Mapping[str, Practices]:
        return self._sorted(attrgetter("countries"))

    def _sorted(self, keys: Callable[[Practice], Iterable[str]]) -> dict[str, Practices]:
        found: dict[str, list[Practice]] = defaultdict(list)
        for practice in self.practices:
            for key in keys(practice):
                found[key].append(practice)
        return {key: tuple(practices) for key, practices in found.items()}
