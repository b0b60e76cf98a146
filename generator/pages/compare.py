"""Compare: two to four practices side by side, put together by a script from their own pages."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.labels import N_
from generator.page import Page, Sheet
from generator.pages.spoken import spoken

SAID = {
    "state": N_("State"),
    "summary": N_("Summary"),
    "provisions": N_("Provisions"),
    "source": N_("Source"),
    "unsaid": N_("not stated"),
    "shared": N_("in all"),
    "none": N_("No practice is chosen yet."),
    "one": N_("One practice is chosen. Choose another to compare it with."),
    "unknown": N_("There is no practice with the id “%(id)s”. It was left out."),
    "withdrawn": N_("The practice with the id “%(id)s” was withdrawn. It was left out."),
    "unreachable": N_("The page of the practice “%(id)s” could not be loaded. It was left out."),
    "many": N_("Only four practices fit beside each other. The others were left out."),
    "ready": N_("%(n)s practices beside each other."),
    "away": N_("Take away"),
    "remove": N_("Take away: %(title)s"),
}


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page; it holds nothing by itself, so search engines need not know it."""
    yield Page("compare/", "explore", "compare.html", draw, listed=False)


def draw(edition: Edition) -> Sheet:
    """The page in one language."""
    words = edition.words
    lead = words.say("Two to four practices side by side, field by field.")
    return Sheet(words.say("Compare practices"), lead, spoken(edition, SAID, {}))
