"""The States: all by regional group, and each with an entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.figures.choice import chosen
from generator.figures.timeline import Timeline, timeline
from generator.labels import PARTY_ACT, PARTY_STATE
from generator.page import Page, Sheet
from generator.pages.listing import Listing, listings
from generator.practice import Practice
from generator.registry import Country
from generator.views import Square, Text, Tile, TileGroup


class StateRow(Struct, frozen=True, gc=False):
    """A State with an entry, in the list."""

    tile: Tile
    count: int
    articles: tuple[str, ...]


class Countries(Struct, frozen=True, gc=False):
    """The list of States: tiles by regional group, and those with an entry by name."""

    groups: tuple[TileGroup, ...]
    ungrouped: tuple[Tile, ...]
    states: tuple[StateRow, ...]
    total: int
    policy: Text
    unnamed: int


class Glance(Struct, frozen=True, gc=False):
    """An article as a line of the overview of one State."""

    number: str
    title: Text
    path: str
    strip: tuple[Square, ...]
    refs: tuple[str, ...]


class ArticleSection(Struct, frozen=True, gc=False):
    """The practices of a State that stand under one article."""

    number: str
    title: Text
    path: str
    practices: Listing


class Exchange(Struct, frozen=True, gc=False):
    """A line of assistance offered, needed or received, with the practice that says so."""

    note: Text
    provider: str
    title: Text
    path: str


class CountryView(Struct, frozen=True, gc=False):
    """A State; ``narrowing`` is where a long list of its practices can be narrowed, empty where it is short."""

    code: str
    name: Text
    group: Text
    standing: str
    practices: int
    articles: int
    all_articles: int
    reviewed: str
    glance: tuple[Glance, ...]
    sections: tuple[ArticleSection, ...]
    narrowing: str
    timeline: Timeline
    offered: tuple[Exchange, ...]
    needed: tuple[Exchange, ...]
    received: tuple[Exchange, ...]
    elsewhere: tuple[tuple[Text, str], ...]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then a page for each State with an entry."""
    yield Page("countries/", "countries", "countries.html", draw_list)
    for code in sorted(catalogue.by_country):
        yield Page(f"countries/{code.lower()}/", "countries", "country.html", partial(draw_country, code))


def draw_list(edition: Edition) -> Sheet:
    """All States."""
    catalogue = edition.catalogue
    tiles = [tile for group in edition.tile_groups for tile in group.tiles] + list(edition.ungrouped)
    states = [_row(catalogue, tile) for tile in tiles if tile.path]
    view = Countries(
        edition.tile_groups,
        edition.ungrouped,
        tuple(sorted(states, key=lambda row: edition.order[row.tile.code])),
        len(tiles),
        edition.text(catalogue.registry.policy),
        sum(not practice.countries for practice in catalogue.every),
    )
    description = edition.words.say("States by regional group, each with its entries.")
    return Sheet(edition.words.say("States"), description, view)


def draw_country(code: str, edition: Edition) -> Sheet:
    """One State."""
    catalogue = edition.catalogue
    registry = catalogue.registry
    country = registry.countries[code]
    practices = catalogue.by_country[code]
    name = edition.text(country.names)
    group = next((edition.text(group.labels) for group in registry.regional_groups if group.id == country.group), None)
    glance = tuple(_glance(edition, number, practices) for number in registry.article)
    sections = _sections(edition, practices)
    view = CountryView(
        code=code,
        name=name,
        group=group or edition.written("", edition.language),
        standing=_standing(edition, country),
        practices=len(practices),
        articles=sum(bool(line.refs) for line in glance),
        all_articles=len(registry.articles),
        reviewed=max(practice.review.date for practice in practices),
        glance=glance,
        sections=sections,
        narrowing=chosen(state=code) if any(section.practices.lines for section in sections) else "",
        timeline=timeline(edition, code, practices),
        offered=_exchange(edition, practices, "offered"),
        needed=_exchange(edition, practices, "needed"),
        received=_exchange(edition, practices, "received"),
        elsewhere=tuple((edition.text(other.title), other.url) for other in registry.observatory.elsewhere),
    )
    description = edition.words.count("%(n)s practice of %(state)s", "%(n)s practices of %(state)s", len(practices))
    return Sheet(name.value, description % {"n": edition.words.number(len(practices)), "state": name.value}, view)


def _row(catalogue: Catalogue, tile: Tile) -> StateRow:
    practices = catalogue.by_country[tile.code]
    articles = {practice.article for practice in practices}
    return StateRow(tile, len(practices), tuple(sorted(articles, key=int)))


def _glance(edition: Edition, number: str, practices: tuple[Practice, ...]) -> Glance:
    own = {ref for practice in practices for ref in practice.provisions}
    article = edition.catalogue.registry.article[number]
    refs = tuple(provision.ref for provision in article.provisions if provision.ref in own)
    return Glance(
        number, edition.text(article.titles), f"articles/{number}/", edition.strip(number, own.__contains__), refs
    )


def _sections(edition: Edition, practices: tuple[Practice, ...]) -> tuple[ArticleSection, ...]:
    under: defaultdict[str, list[Practice]] = defaultdict(list)
    for practice in practices:
        under[practice.article].append(practice)
    articles = [article for article in edition.catalogue.registry.articles if article.number in under]
    found = listings(edition, [under[article.number] for article in articles], row=2)
    return tuple(
        ArticleSection(article.number, edition.text(article.titles), f"articles/{article.number}/", listing)
        for article, listing in zip(articles, found, strict=True)
    )


def _exchange(edition: Edition, practices: tuple[Practice, ...], kind: str) -> tuple[Exchange, ...]:
    return tuple(
        Exchange(
            edition.written(item.note, practice.language),
            item.provider,
            edition.of(practice, "title"),
            f"practices/{practice.id}/",
        )
        for practice in practices
        for item in getattr(practice, kind)
    )


def _standing(edition: Edition, country: Country) -> str:
    """How the State stands to the treaty, as far as that was verified; empty where the registry says nothing of it."""
    words = edition.words
    if country.act and country.since:
        return words.say(PARTY_ACT[country.act]) % {"date": words.moment(country.since)}
    return words.say(PARTY_STATE[country.party]) if country.party else ""
