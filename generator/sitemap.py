"""The site map: every page in every language its text is in (sitemaps.org 0.9).

Which pages are the same in other languages stands in the pages themselves, and not here a second time.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from generator.edition import Edition
from generator.head import alternates

PART = 50_000
"""Addresses in one file, at most what sitemaps.org allows."""

NAME = "sitemap.xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def draw(editions: list[Edition], pages: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, bytes]:
    """The files of the site map: one, or an index and its parts.

    The pages are paths below each language, with the languages of their text; none where it is in every one.
    """
    rows = [row for path, languages in pages for row in _rows(editions[0], path, languages)]
    if len(rows) <= PART:
        return {NAME: _urls(rows)}
    parts = {
        f"sitemap-{number}.xml": _urls(rows[start : start + PART])
        for number, start in enumerate(range(0, len(rows), PART), start=1)
    }
    root = escape(editions[0].site_url)
    listed = [f"<sitemap><loc>{root}{name}</loc></sitemap>" for name in parts]
    return {NAME: _file("sitemapindex", _SPACE, listed), **parts}


def _urls(rows: list[str]) -> bytes:
    return _file("urlset", _SPACE, rows)


def _file(element: str, spaces: str, rows: list[str]) -> bytes:
    return "\n".join([_XML, f"<{element} {spaces}>", *rows, f"</{element}>\n"]).encode()


def _rows(edition: Edition, path: str, languages: tuple[str, ...]) -> list[str]:
    """The rows of a page, one a language; its alternates end with one for readers of any other language, which is none of its own."""
    return [f"<url><loc>{escape(address)}</loc></url>" for _, address in alternates(edition, path, languages)[:-1]]
