"""All practices, and the questions one can ask of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from generator.practice import Practice, article_of
from generator.registry import Article, Registry

Index = Mapping[str, tuple[Practice, ...]]
RELATED = 3
NEIGHBOURS = 40  # how many candidates of one provision and theme are weighed


@dataclass(frozen=True)
class Catalogue:
    """The practices of an observatory, in the order of their ids, over its registry."""

    registry: Registry
    practices: tuple[Practice, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Practice]:
        """The practices by id."""
        return {practice.id: practice for practice in self.practices}

    @cached_property
    def by_article(self) -> Index:
        """The practices that bear on an article, by its number: each once, those that stand under it first."""
        found = self._index(lambda practice: dict.fromkeys(article_of(ref) for ref in practice.provisions))
        return {
            number: tuple(sorted(practices, key=lambda practice: practice.article != number))
            for number, practices in found.items()
        }

    @cached_property
    def by_provision(self) -> Index:
        """The practices that bear on a provision, by its reference."""
        return self._index(lambda practice: practice.provisions)

    @cached_property
    def by_country(self) -> Index:
        """The practices of a State, by its code; those without a named State are in none."""
        return self._index(lambda practice: practice.countries)

    @cached_property
    def by_theme(self) -> Index:
        """The practices on a theme, by its id."""
        return self._index(lambda practice: practice.themes)

    @cached_property
    def by_document(self) -> Mapping[str, Mapping[str, tuple[Practice, ...]]]:
        """The practices that rest on a document, by its id and paragraph."""
        found: dict[str, dict[str, list[Practice]]] = defaultdict(lambda: defaultdict(list))
        for practice in self.practices:
            for source in practice.sources:
                for paragraph in source.paragraphs:
                    found[source.document][paragraph].append(practice)
        return {
            document: {paragraph: tuple(dict.fromkeys(resting)) for paragraph, resting in paragraphs.items()}
            for document, paragraphs in found.items()
        }

    @cached_property
    def latest(self) -> tuple[Practice, ...]:
        """The practices by date of review and then of submission, newest first."""
        return tuple(
            sorted(self.practices, key=lambda practice: (practice.review.date, practice.submission.date), reverse=True)
        )

    def covered(self, article: Article) -> int:
        """How many of an article's provisions have a practice."""
        return sum(provision.ref in self.by_provision for provision in article.provisions)

    def prepare(self) -> None:
        """Make every index now, so that processes forked from this one share them."""
        _ = (self.by_id, self.by_article, self.by_provision, self.by_country, self.by_theme, self.by_document)
        _ = (self.latest, self._pairs, self._places)

    def group(self, practice: Practice) -> frozenset[str]:
        """The regional groups of the States that a practice names."""
        return frozenset(self.registry.countries[code].group for code in practice.countries)

    def related(self, practice: Practice) -> tuple[Practice, ...]:
        """What is nearest to a practice by shared provisions and themes, from other States first; the nearest first.

        Only candidates that share a provision and a theme are weighed, at most ``NEIGHBOURS`` a pair.
        """
        pairs = [(provision, theme) for provision in practice.provisions for theme in practice.themes]
        weights: Counter[str] = Counter()
        for pair in pairs:
            weights.update(self._near(pair, practice.id))
        weights.pop(practice.id, None)
        for ref in practice.adapted_from:
            weights[ref] += 100
        least = min(nlargest(RELATED, weights.values()), default=0)
        nearest = sorted(
            (-weight, self.by_id[id].countries == practice.countries != (), id)
            for id, weight in weights.items()
            if weight >= least
        )
        return tuple(self.by_id[id] for _, _, id in nearest[:RELATED])

    def _near(self, pair: tuple[str, str], id: str) -> Sequence[str]:
        around = self._pairs[pair]
        if len(around) > NEIGHBOURS:
            place = self._places[pair][id]
            first = max(0, min(place - NEIGHBOURS // 2, len(around) - NEIGHBOURS))
            around = around[first : first + NEIGHBOURS]
        return around

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for practice in self.practices:
            for provision in practice.provisions:
                for theme in practice.themes:
                    found[provision, theme].append(practice.id)
        return found

    @cached_property
    def _places(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        return {
            pair: {id: place for place, id in enumerate(ids)}
            for pair, ids in self._pairs.items()
            if len(ids) > NEIGHBOURS
        }

    def _index(self, keys: Callable[[Practice], Iterable[str]]) -> Index:
        found: dict[str, list[Practice]] = defaultdict(list)
        for practice in self.practices:
            for key in keys(practice):
                found[key].append(practice)
        return {key: tuple(practices) for key, practices in found.items()}
