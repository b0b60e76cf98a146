"""The page at the root of the site, which asks for the language."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator import policy
from generator.edition import Edition
from generator.registry import Language
from generator.templates import Templates


class Threshold(Struct, frozen=True):
    """The languages with the observatory's name in each."""

    language: str
    title: str
    description: str
    url: str
    languages: tuple[Language, ...]
    names: Mapping[str, str]
    policy: str
    referrer: str


def draw(editions: list[Edition], templates: Mapping[str, Templates], guarded: bool) -> bytes:
    """The page, which needs no script to work; ``guarded`` by the policy of every page."""
    default = editions[0].catalogue.registry.default_language
    first = next(edition for edition in editions if edition.language == default)
    observatory = first.catalogue.registry.observatory
    view = Threshold(
        default,
        first.text(observatory.citation_name).value,
        first.text(observatory.lead).value,
        first.site_url,
        first.catalogue.registry.published,
        {edition.language: edition.text(observatory.citation_name).value for edition in editions},
        policy.PAGES if guarded else "",
        policy.REFERRER,
    )
    return templates[default].draw("threshold.html", view=view).encode()
