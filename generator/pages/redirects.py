"""The former addresses of entries: each leads to the present one, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator import policy
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.page import Page, Sheet


class Redirect(Struct, frozen=True):
    """The way to an entry's present address: its id and whole address, and what the page says of itself."""

    id: str
    url: str
    language: str
    direction: str
    policy: str
    referrer: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A bare page a former id, of which search engines are not told."""
    for alias in sorted(catalogue.alias):
        yield Page(f"practices/{alias}/", "", "redirect.html", partial(draw, alias), listed=False)


def draw(alias: str, edition: Edition) -> Sheet:
    """The way from one former address."""
    id = edition.catalogue.alias[alias]
    url = f"{edition.site_url}{edition.language}/practices/{id}/"
    title = edition.words.say("This entry has a new address")
    view = Redirect(id, url, edition.language, edition.words.direction, policy.PAGES, policy.REFERRER)
    return Sheet(title, "", view)
