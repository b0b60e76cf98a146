"""Which pages exist. A family of pages is a module with ``pages(catalogue)``, and a line here."""

from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.pages import articles, countries, documents, home, practices, redirects, reference, themes, tombstones
from generator.views import Page

FAMILIES = (home, articles, countries, themes, documents, practices, tombstones, redirects, reference)


def every(catalogue: Catalogue) -> Iterator[Page]:
    """The pages of every language that rest on the catalogue, family by family."""
    for family in FAMILIES:
        yield from family.pages(catalogue)
