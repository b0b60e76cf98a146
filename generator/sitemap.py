"""The site map: every page in every language, each with its alternates (sitemaps.org 0.9 with xhtml links)."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from generator.head import addresses
from generator.views import Edition

LIMIT = 50_000  # addresses a site map may hold, by sitemaps.org


def draw(editions: list[Edition], paths: Iterable[str]) -> bytes:
    """The site map of the pages at the paths below each language."""
    rows = [_row(editions, edition, path) for path in paths for edition in editions]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
            *rows,
            "</urlset>\n",
        ]
    ).encode()


def _row(editions: list[Edition], edition: Edition, path: str) -> str:
    values = {hole: escape(address) for hole, address in addresses(edition, path).items()}
    links = [(other.language, values[f"ALTERNATE_{other.language}"]) for other in editions]
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
        for language, address in [*links, ("x-default", values["DEFAULT"])]
    )
    return f"<url><loc>{values['CANONICAL']}</loc>{alternates}</url>"
