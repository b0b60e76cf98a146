"""Explore: all practices, narrowed by what the entries know; without scripts, a bounded list by article that leads to all of them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.labels import N_
from generator.page import Page, Sheet
from generator.pages.articles import ArticleRow, row
from generator.pages.facets import Facet, facets
from generator.pages.spoken import Spoken, spoken
from generator.views import Mention

LISTED = 30
"""Practices of an article in the list without scripts; the pages of its provisions have all."""

SORTS = {
    "best": N_("best match first"),
    "newest": N_("newest first"),
    "state": N_("by State"),
    "article": N_("by article"),
    "title": N_("by title"),
}
SAID = {
    "remove": N_("Remove"),
    "chosen": N_("Chosen: %(n)s"),
    "shown": N_("%(n)s of %(all)s shown"),
    "compare": N_("Compare: %(title)s"),
    "full": N_("Four practices are chosen. Take one away to choose another."),
    "facet": N_("The address asks for “%(facet)s”, which this page does not know. It was left out."),
    "value": N_("The address asks for “%(value)s” under “%(facet)s”, which is not known here. It was left out."),
    "others": N_("More parts of the address are not known here. They were left out as well."),
    "cut": N_("The question is longer than %(n)s characters. It was cut there."),
    "unreachable": N_("The search could not be reached, so the list is not narrowed by your words."),
    "unloaded": N_("The list could not be loaded, so it cannot be narrowed. All practices stand below, by article."),
    "searching": N_("Searching…"),
    "missing": N_("Some entries could not be loaded. Try again later."),
    "nothing": N_("No practice fits this choice"),
    "unfound": N_("Nothing found for “%(words)s”"),
}


class Listed(Struct, frozen=True, gc=False):
    """An article with the first of its practices."""

    row: ArticleRow
    practices: tuple[Mention, ...]


class Explore(Struct, frozen=True, gc=False):
    """The page."""

    facets: tuple[Facet, ...]
    sorts: tuple[tuple[str, str], ...]
    words: tuple[Spoken, ...]
    articles: tuple[Listed, ...]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page("explore/", "explore", "explore.html", draw)


def draw(edition: Edition) -> Sheet:
    """The page in one language."""
    words = edition.words
    counted = {
        "count": words.forms("%(n)s practice", "%(n)s practices"),
        "so far": words.forms("%(n)s practice found so far", "%(n)s practices found so far"),
        "comparing": words.forms("Compare %(n)s practice", "Compare %(n)s practices"),
    }
    view = Explore(
        tuple(facets(edition)),
        tuple((key, words.say(label)) for key, label in SORTS.items()),
        spoken(edition, SAID, counted),
        tuple(_listed(edition, article.number) for article in edition.catalogue.registry.articles),
    )
    return Sheet(words.say("Explore practices"), words.say("All practices, narrowed by what the entries know."), view)


def _listed(edition: Edition, number: str) -> Listed:
    catalogue = edition.catalogue
    practices = catalogue.by_article.get(number, ())
    return Listed(row(edition, catalogue.registry.article[number]), edition.mentions(practices[:LISTED]))
