"""The division of the treaty: its articles, an article, a provision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.counts import NOT_NAMED
from generator.edition import Edition
from generator.figures.choice import chosen
from generator.figures.coverage import Coverage, coverage, states_of
from generator.figures.years import Years, years
from generator.labels import FREQUENCY
from generator.page import Page, Sheet
from generator.pages.listing import Listing, listings
from generator.practice import Practice
from generator.registry import Article, Provision
from generator.views import Card, Square, Text

CARDS = 12


class ProvisionRow(Struct, frozen=True, gc=False):
    """A provision in the list of its article."""

    ref: str
    slug: str
    path: str
    heading: Text
    count: int


class ArticleRow(Struct, frozen=True, gc=False):
    """An article in the list of articles, with its provisions."""

    number: str
    path: str
    title: Text
    asks: Text
    count: int
    strip: tuple[Square, ...]
    covered: int
    provisions: tuple[ProvisionRow, ...]


class Articles(Struct, frozen=True, gc=False):
    """The list of articles."""

    instrument: Text
    division: Text
    articles: tuple[ArticleRow, ...]


class Discussion(Struct, frozen=True, gc=False):
    """How often the subsidiary body took the article up, and where that is said."""

    frequency: str
    topic: Text
    path: str
    paragraph: str


class ArticleView(Struct, frozen=True, gc=False):
    """An article."""

    row: ArticleRow
    title_verified: bool
    states: int
    discussion: Discussion
    coverage: Coverage
    years: Years
    cards: tuple[Card, ...]


class GroupOfPractices(Struct, frozen=True, gc=False):
    """The practices on a provision from the States of one regional group."""

    id: str
    label: Text
    practices: Listing


class ProvisionView(Struct, frozen=True, gc=False):
    """A provision: its practices by regional group, and the other provisions of its article.

    ``narrowing`` is where a long list can be narrowed, empty where it is short.
    """

    ref: str
    heading: Text
    article: ArticleRow
    count: int
    states: int
    groups: tuple[GroupOfPractices, ...]
    narrowing: str
    others: tuple[ProvisionRow, ...]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then each article with its provisions."""
    yield Page("articles/", "articles", "articles.html", draw_list)
    for article in catalogue.registry.articles:
        yield Page(f"articles/{article.number}/", "articles", "article.html", partial(draw_article, article.number))
        for provision in article.provisions:
            path = f"articles/{article.number}/{provision.slug}/"
            yield Page(path, "articles", "provision.html", partial(draw_provision, provision.ref))


def draw_list(edition: Edition) -> Sheet:
    """All articles."""
    registry = edition.catalogue.registry
    instrument, division = edition.text(registry.observatory.instrument), edition.text(registry.observatory.division)
    view = Articles(instrument, division, tuple(row(edition, article) for article in registry.articles))
    described = edition.words.say("%(instrument)s, %(division)s") % {
        "instrument": instrument.value, "division": division.value,
    }  # fmt: skip
    return Sheet(edition.words.say("Articles"), described, view)


def draw_article(number: str, edition: Edition) -> Sheet:
    """One article."""
    catalogue = edition.catalogue
    article = catalogue.registry.article[number]
    practices = catalogue.by_article.get(number, ())
    own = row(edition, article)
    view = ArticleView(
        row=own,
        title_verified=own.title.language in article.verified,
        states=len(states_of(practices)),
        discussion=Discussion(
            ""
            if article.topic and article.frequency == "not-stated"
            else edition.words.say(FREQUENCY[article.frequency]),
            edition.text(article.topic),
            f"documents/{article.document}/" if article.document else "",
            article.paragraph,
        ),
        coverage=coverage(edition, article),
        years=years(edition, catalogue.counts.submitted(number), number),
        cards=edition.cards(practices[:CARDS]),
    )
    title = edition.words.say("Article %(number)s: %(title)s") % {"number": number, "title": own.title.value}
    return Sheet(title, own.asks.value, view)


def draw_provision(ref: str, edition: Edition) -> Sheet:
    """One provision."""
    catalogue = edition.catalogue
    provision = catalogue.registry.provisions[ref]
    article = row(edition, catalogue.registry.article[provision.article])
    practices = catalogue.by_provision.get(ref, ())
    heading = edition.text(provision.headings)
    groups = _by_group(edition, practices)
    view = ProvisionView(
        ref, heading, article, len(practices), len(states_of(practices)),
        groups,
        chosen(provision=ref) if any(group.practices.lines for group in groups) else "",
        tuple(other for other in article.provisions if other.ref != ref),
    )  # fmt: skip
    title = edition.words.say("Provision %(ref)s: %(heading)s") % {"ref": ref, "heading": heading.value}
    return Sheet(title, article.title.value, view)


def row(edition: Edition, article: Article) -> ArticleRow:
    """An article in a list."""
    catalogue = edition.catalogue
    return ArticleRow(
        article.number,
        f"articles/{article.number}/",
        edition.text(article.titles),
        edition.text(article.asks),
        len(catalogue.by_article.get(article.number, ())),
        edition.strip(article.number),
        catalogue.covered(article),
        tuple(_provision_row(edition, provision) for provision in article.provisions),
    )


def _provision_row(edition: Edition, provision: Provision) -> ProvisionRow:
    path = f"articles/{provision.article}/{provision.slug}/"
    count = len(edition.catalogue.by_provision.get(provision.ref, ()))
    return ProvisionRow(provision.ref, provision.slug, path, edition.text(provision.headings), count)


def _by_group(edition: Edition, practices: tuple[Practice, ...]) -> tuple[GroupOfPractices, ...]:
    groups = list(_grouped(edition, practices))
    found = listings(edition, [practices for _, _, practices in groups])
    return tuple(GroupOfPractices(id, label, listing) for (id, label, _), listing in zip(groups, found, strict=True))


def _grouped(edition: Edition, practices: tuple[Practice, ...]) -> Iterator[tuple[str, Text, list[Practice]]]:
    """Anchor, label and practices of each regional group that has some, then of what is in none."""
    catalogue = edition.catalogue
    of_group: defaultdict[str, list[Practice]] = defaultdict(list)
    elsewhere, unnamed = [], []
    for practice in practices:
        groups = catalogue.group(practice)
        for group in groups:
            of_group[group].append(practice)
        if not groups:
            unnamed.append(practice)
        elif groups == {""}:
            elsewhere.append(practice)
    for term in catalogue.registry.regional_groups:
        if term.id in of_group:
            yield term.id, edition.text(term.labels), of_group[term.id]
    if elsewhere:
        yield "organizations", edition.written(edition.words.say("Organizations"), edition.language), elsewhere
    if unnamed:
        yield NOT_NAMED, edition.written(edition.words.say("State not named"), edition.language), unnamed
