"""Which pages exist. A family of pages is a module with ``pages(catalogue)``, and a line here."""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.head import Section
from generator.page import Page
from generator.pages import (
    articles,
    compare,
    countries,
    documents,
    explore,
    form,
    home,
    practices,
    received,
    redirects,
    reference,
    themes,
    tombstones,
    translations,
)

OF_ENTRIES = frozenset({Section("practices", 3), Section("practices", 3, listed=False), Section("countries", 3)})
"""The sections of pages that are there only because of entries, so that frames can be drawn before entries are read."""

FAMILIES = (
    home, explore, compare, articles, countries, themes, documents, practices, tombstones, redirects, translations, received,
    reference, form,
)  # fmt: skip


def every(catalogue: Catalogue) -> Iterator[Page]:
    """The pages of every language that rest on the catalogue, family by family."""
    for family in FAMILIES:
        yield from family.pages(catalogue)
