"""The catalogue in one language: which text, name and address stand for a practice, a State, a theme on its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property, lru_cache

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.labels import STATUS, TEXTS
from generator.practice import Account, Practice, article_of
from generator.registry import Country, Language, Texts, slug
from generator.views import Card, Chip, Mention, Named, Original, Square, Text, Tile, TileGroup
from generator.words import Words

KEPT = 1_000  # cards, of which a worker would make ten thousand; about 1 KB each


class Edition(Struct, frozen=True, eq=False, dict=True):
    """The catalogue in one language: the choice of texts, names and addresses that every page shares.

    ``handwritten`` are the addresses of the hand-written pages below the language.
    """

    catalogue: Catalogue
    words: Words
    site_url: str
    handwritten: frozenset[str] = frozenset()

    @cached_property
    def language(self) -> str:
        """The code of the language."""
        return self.words.language

    @cached_property
    def languages(self) -> dict[str, Language]:
        """All languages of entries, by code."""
        return self.catalogue.registry.languages

    @cached_property
    def directions(self) -> dict[str, str]:
        """In which direction each of them is written."""
        return {code: language.direction for code, language in self.languages.items()}

    @cached_property
    def turned(self) -> dict[str, str]:
        """The languages that are written in the other direction than this one, with that direction."""
        own = self.words.direction
        return {code: language.direction for code, language in self.languages.items() if language.direction != own}

    def text(self, texts: Texts) -> Text:
        """A text of the registry in this language, else in English, else in the first there is."""
        for language in (self.language, "en", *texts):
            if value := texts.get(language):
                return self.written(value, language)
        return self.nothing

    def written(self, value: str, language: str) -> Text:
        """A text with the language it is written in."""
        return Text(value, language, self.turned.get(language, ""), language != self.language)

    @cached_property
    def nothing(self) -> Text:
        """No text."""
        return self.written("", self.language)

    def of(self, record: Practice | Account, name: str) -> Text:
        """A text field of a practice: its translation where there is one, else the original.

        Who shows it rests on that practice, whatever question led to it.
        """
        if type(record) is Practice:
            self.catalogue.asked.add(("practice", record.id))
        value, language = record.said(name, self.language)
        return self.written(value, language)

    def several(self, account: Account, name: str) -> tuple[Text, ...]:
        """A list field of a practice, like ``of`` each."""
        values, language = account.said(name, self.language)
        return tuple([self.written(value, language) for value in values])

    @cached_property
    def state(self) -> Callable[[str], Text]:
        """The name of a State, by its code."""
        return cache(self._state)

    def _state(self, code: str) -> Text:
        return self.text(self.catalogue.registry.countries[code].names)

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each State by the alphabet of this language, by its code; kept with the registry from build to build."""
        orders = self.catalogue.registry.orders
        if self.language not in orders:
            codes = sorted(
                self.catalogue.registry.countries, key=lambda code: self.words.collated(self.state(code).value)
            )
            orders[self.language] = {code: place for place, code in enumerate(codes)}
        return orders[self.language]

    @cached_property
    def chip(self) -> Callable[[str], Chip]:
        """A provision as a small link, by its reference."""
        return cache(self._chip)

    def _chip(self, ref: str) -> Chip:
        article = article_of(ref)
        return Chip(ref, article, f"articles/{article}/{slug(ref)}/")

    def card(self, practice: Practice) -> Card:
        """A practice in a list."""
        self.catalogue.asked.add(("practice", practice.id))  # here too, because a card that was kept asks nothing
        return self._kept_card(practice)

    def mentions(self, practices: Iterable[Practice]) -> tuple[Mention, ...]:
        """Practices in the lines of a list."""
        return tuple([self._mention(practice) for practice in practices])

    def cards(self, practices: Iterable[Practice]) -> tuple[Card, ...]:
        """Practices in a list."""
        return tuple([self.card(practice) for practice in practices])

    @cached_property
    def _kept_card(self) -> Callable[[Practice], Card]:
        return lru_cache(KEPT)(self._card)

    def _mention(self, practice: Practice) -> Mention:
        return Mention(
            f"practices/{practice.id}/",
            self.of(practice, "title"),
            tuple([self.state(code) for code in practice.countries]),
            tuple([self.chip(ref) for ref in practice.provisions]),
            self.words.say(STATUS[practice.status]),
        )

    def _card(self, practice: Practice) -> Card:
        return Card(
            practice.id,
            f"practices/{practice.id}/",
            practice.article,
            tuple(self.state(code) for code in practice.countries),
            practice.anonymous,
            self.of(practice, "title"),
            self.of(practice, "summary"),
            tuple(self.chip(ref) for ref in practice.provisions),
            self.measure(practice.measures[0]),
            practice.since,
            self.words.say(STATUS[practice.status]),
            self.translation_state(practice),
            self.original(practice.language),
        )

    @cached_property
    def tongue(self) -> Callable[[str], Text]:
        """The name of a language in that language, by its code."""
        return cache(lambda code: self.written(self.languages[code].name, code))

    def language_name(self, code: str) -> str:
        """What a language is called in this one; by its own name where nobody says."""
        return self.words.tongue(code) or self.languages[code].name

    @cached_property
    def original(self) -> Callable[[str], Original]:
        """A language that practices are written in, by its code."""
        return cache(
            lambda code: Original(code, self.language_name(code), self.turned.get(code, ""), code != self.language)
        )

    @cached_property
    def measure(self) -> Callable[[str], Text]:
        """The label of a measure, by its id."""
        return cache(self._measure)

    def _measure(self, id: str) -> Text:
        return self.text(self.catalogue.registry.measures[id].labels)

    @cached_property
    def theme(self) -> Callable[[str], Named]:
        """A theme with the address of its page, by its id."""
        return cache(self._theme)

    def _theme(self, id: str) -> Named:
        return Named(self.text(self.catalogue.registry.themes[id].labels), f"themes/{id}/")

    def translation_state(self, practice: Practice) -> str:
        """``original``, ``missing``, ``outdated`` or the status of the translation shown here."""
        return practice.state_in(self.language)

    def parts(self, practice: Practice) -> str:
        """The parts of its translation that are outdated, as a list in a sentence; empty where none is."""
        translation = practice.translations.get(self.language)
        outdated = translation.outdated if translation else ()
        return self.words.sequence(*[self.words.say(TEXTS[name]) for name in TEXTS if name in outdated])

    def strip(self, article: str, has: Callable[[str], bool] | None = None) -> tuple[Square, ...]:
        """An article's provisions as squares, full where ``has`` says so: by default, where any practice bears on it."""
        by_provision = self.catalogue.by_provision
        full = has or (lambda ref: ref in by_provision)
        provisions = self.catalogue.registry.article[article].provisions
        return tuple(Square(provision.ref, full(provision.ref)) for provision in provisions)

    @cached_property
    def members(self) -> dict[str, int]:
        """How many States each regional group has, by its id."""
        return Counter(country.group for country in self.catalogue.registry.countries.values())

    @property
    def tile_groups(self) -> tuple[TileGroup, ...]:
        """All States by regional group; those without one, like organizations, are in none."""
        self.catalogue.asked.add(("country", ""))
        return self._tile_groups

    @cached_property
    def _tile_groups(self) -> tuple[TileGroup, ...]:
        registry = self.catalogue.registry
        return tuple(
            self._tile_group(self.text(group.labels), [c for c in registry.countries.values() if c.group == group.id])
            for group in registry.regional_groups
        )

    @property
    def ungrouped(self) -> tuple[Tile, ...]:
        """The parties that belong to no regional group."""
        return self._tiles([c for c in self.catalogue.registry.countries.values() if not c.group])

    def _tile_group(self, label: Text, countries: list[Country]) -> TileGroup:
        tiles = self._tiles(countries)
        return TileGroup(label, tiles, sum(bool(tile.path) for tile in tiles))

    def _tiles(self, countries: list[Country]) -> tuple[Tile, ...]:
        by_country = self.catalogue.by_country
        tiles = [
            Tile(c.code, self.state(c.code), f"countries/{c.code.lower()}/" if c.code in by_country else "")
            for c in countries
        ]
        return tuple(sorted(tiles, key=lambda tile: self.order[tile.code]))
