"""The site map: every page in every language, each with its alternates (sitemaps.org 0.9 with xhtml links)."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from generator.head import addresses
from generator.views import Edition

PART = 10_000
"""Addresses in one file. sitemaps.org allows 50,000 and 50 MB; with alternates in six languages an address takes 1 KB."""

NAME = "sitemap.xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def draw(editions: list[Edition], paths: Iterable[str]) -> dict[str, bytes]:
    """The files of the site map, of the pages at the paths below each language: one, or an index and its parts."""
    rows = [_row(editions, edition, path) for path in paths for edition in editions]
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
    return _file("urlset", f'{_SPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml"', rows)


def _file(element: str, spaces: str, rows: list[str]) -> bytes:
    return "\n".join([_XML, f"<{element} {spaces}>", *rows, f"</{element}>\n"]).encode()


def _row(editions: list[Edition], edition: Edition, path: str) -> str:
    values = {hole: escape(address) for hole, address in addresses(edition, path).items()}
    links = [(other.language, values[f"ALTERNATE_{other.language}"]) for other in editions]
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'
        for language, address in [*links, ("x-default", values["DEFAULT"])]
    )
    return f"<url><loc>{values['CANONICAL']}</loc>{alternates}</url>"
