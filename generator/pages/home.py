"""The home page: what this is, the articles, the latest entries, the States."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.figures.coverage import GroupRow, reaches
from generator.figures.years import Years, years
from generator.page import Page, Sheet
from generator.registry import Article
from generator.views import Card, Square, Text, TileGroup

LATEST = 3
RADIUS, LABEL_RADIUS, CENTRE, GAP = 132, 159, 170, 5.0  # of the ring: in user units; the gap in degrees


class Arc(Struct, frozen=True, gc=False):
    """An article's part of the ring: two SVG paths, the whole and the covered part, and where its number stands."""

    article: str
    whole: str
    part: str
    x: float
    y: float


class ArticleCard(Struct, frozen=True, gc=False):
    """An article as a card."""

    number: str
    title: Text
    count: int
    strip: tuple[Square, ...]
    covered: int
    empty: tuple[str, ...]


class Home(Struct, frozen=True, gc=False):
    """The home page."""

    instrument: Text
    division: Text
    headline: Text
    lead: Text
    articles_heading: Text
    practices: int
    states: int
    covered: int
    provisions: int
    ring: tuple[Arc, ...]
    articles: tuple[ArticleCard, ...]
    latest: tuple[Card, ...]
    groups: tuple[TileGroup, ...]
    reaches: tuple[GroupRow, ...]
    years: Years


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page("", "home", "home.html", draw)


def draw(edition: Edition) -> Sheet:
    """The home page in one language."""
    catalogue = edition.catalogue
    registry = catalogue.registry
    observatory = registry.observatory
    cards = tuple(_card(edition, article) for article in registry.articles)
    view = Home(
        instrument=edition.text(observatory.instrument),
        division=edition.text(observatory.division),
        headline=edition.text(observatory.headline),
        lead=edition.text(observatory.lead),
        articles_heading=edition.text(observatory.articles_heading),
        practices=len(catalogue.every),
        states=len(catalogue.by_country),
        covered=sum(card.covered for card in cards),
        provisions=len(registry.provisions),
        ring=_ring(cards),
        articles=cards,
        latest=edition.cards(catalogue.latest[:LATEST]),
        groups=edition.tile_groups,
        reaches=reaches(edition),
        years=years(edition, catalogue.counts.submitted()),
    )
    return Sheet(view.headline.value, view.lead.value, view)


def _card(edition: Edition, article: Article) -> ArticleCard:
    strip = edition.strip(article.number)
    return ArticleCard(
        article.number,
        edition.text(article.titles),
        len(edition.catalogue.by_article.get(article.number, ())),
        strip,
        edition.catalogue.covered(article),
        tuple(square.ref for square in strip if not square.full),
    )


def _ring(cards: tuple[ArticleCard, ...]) -> tuple[Arc, ...]:
    """The ring of arcs, clockwise from the top: an arc an article, filled by the share of its provisions with an entry."""
    turn = 360 / max(1, len(cards))
    gap = min(GAP, turn / 4)
    arcs = []
    for number, card in enumerate(cards):
        start, end = number * turn + gap / 2, (number + 1) * turn - gap / 2
        share = card.covered / max(1, len(card.strip))
        middle = (start + end) / 2
        x, y = _point(middle, LABEL_RADIUS)
        arcs.append(
            Arc(card.number, _arc(start, end), _arc(start, start + (end - start) * share) if share else "", x, y)
        )
    return tuple(arcs)


def _arc(start: float, end: float) -> str:
    (x, y), (to_x, to_y) = _point(start, RADIUS), _point(end, RADIUS)
    return f"M{x} {y}A{RADIUS} {RADIUS} 0 {int(end - start > 180)} 1 {to_x} {to_y}"


def _point(degrees: float, radius: float) -> tuple[float, float]:
    angle = (degrees - 90) * pi / 180
    return round(CENTRE + radius * cos(angle), 1), round(CENTRE + radius * sin(angle), 1)
