"""By what the page Explore narrows: the facets and their values, in the words of a language.

The keys and values stand in addresses that people send to each other, so they are ids and never words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.columns import NOT_NAMED, ORGANIZATIONS
from generator.edition import Edition
from generator.labels import CHANNEL, EVIDENCE, N_, STATUS
from generator.registry import Texts
from generator.translated import STATES
from generator.views import Text


class Choice(Struct, frozen=True, gc=False):
    """A value of a facet: what stands in the address, its label, and where it has one a number before that.

    ``short`` is what it is called where it is chosen, if not by its label.
    """

    value: str
    label: Text
    number: str = ""
    short: str = ""


class Facet(Struct, frozen=True, gc=False):
    """A facet: its key in the address, its name, its values, whether readers see them at once, and whether there are many."""

    key: str
    label: str
    choices: tuple[Choice, ...]
    is_open: bool
    is_long: bool


MANY = 20

TIER = {"full": N_("Full entry"), "snapshot": N_("Snapshot")}
TRANSLATION = {
    "original": N_("original"),
    "official": N_("official translation"),
    "reviewed": N_("reviewed translation"),
    "draft": N_("draft translation"),
    "machine": N_("translated by a program"),
    "outdated": N_("outdated translation"),
    "missing": N_("not translated yet"),
}


def facets(edition: Edition) -> Iterator[Facet]:
    """All of them, in the order in which they are offered."""
    catalogue, say = edition.catalogue, edition.words.say
    registry = catalogue.registry

    def facet(key: str, label: str, choices: Iterable[Choice], is_open: bool = False) -> Facet:
        values = tuple(choices)
        return Facet(key, say(label), values, is_open, len(values) > MANY)

    def named(texts: Mapping[str, Texts]) -> list[Choice]:
        return [Choice(id, edition.text(own)) for id, own in texts.items()]

    def said(messages: Mapping[str, str], values: Iterable[str]) -> list[Choice]:
        return [Choice(value, own(say(messages[value]))) for value in values]

    def own(text: str) -> Text:
        return edition.written(text, edition.language)

    article, islands = say("Article %(number)s"), N_("Small island developing States")
    articles = [
        Choice(one.number, edition.text(one.titles), one.number, article % {"number": one.number})
        for one in registry.articles
    ]
    provisions = [Choice(one.ref, edition.text(one.headings), one.ref, one.ref) for one in registry.provisions.values()]
    groups = named({group.id: group.labels for group in registry.regional_groups})
    outside = said({ORGANIZATIONS: N_("Organizations"), NOT_NAMED: N_("State not named")}, (ORGANIZATIONS, NOT_NAMED))
    years = sorted(catalogue.columns.columns["year"].values, reverse=True)
    languages = [Choice(code, own(edition.language_name(code))) for code in edition.languages]
    yield facet("article", N_("Article"), articles, is_open=True)
    yield facet("provision", N_("Provision"), provisions)
    yield facet("group", N_("Regional group"), [*groups, *outside], is_open=True)
    yield facet("sids", islands, [Choice("yes", own(say("only these")), short=say(islands))])
    yield facet("state", N_("State"), [Choice(code, edition.state(code)) for code in edition.order])
    yield facet("theme", N_("Theme"), named({one.id: one.labels for one in registry.themes.values()}))
    yield facet("measure", N_("Measure"), named({one.id: one.labels for one in registry.measures.values()}))
    yield facet("status", N_("Status"), said(STATUS, STATUS))
    yield facet("year", N_("Year submitted"), [Choice(year, own(year)) for year in years])
    yield facet("channel", N_("Channel"), said(CHANNEL, CHANNEL))
    yield facet("evidence", N_("Evidence"), said(EVIDENCE, EVIDENCE))
    yield facet("tier", N_("Entry"), said(TIER, TIER))
    yield facet("language", N_("Language of the original"), languages)
    yield facet("translation", N_("Translation"), said(TRANSLATION, STATES))
