"""The attributes of interest on a page as a real parser meets them, with their places: slow, for the few pages in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from generator.links.attributes import CONTENT, ID, LINK, NOTHING, SEVERAL, kind, several, told

_SAYING = ("og:", "twitter:")


class Attribute(NamedTuple):
    """An attribute: its kind, its value without entities, the line and column of its tag (from 1), and the tag as written."""

    kind: str
    value: str
    line: int
    column: int
    tag: str


def read(html: str) -> list[Attribute]:
    """The attributes of interest, in their order."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.found


def links(html: str, site_url: str) -> Iterator[tuple[str, Attribute]]:
    """Every link of a page, with the attribute it stands in."""
    for one in read(html):
        if one.kind == LINK:
            yield one.value, one
        elif one.kind == SEVERAL:
            yield from ((link, one) for link in several(one.value))
        elif one.kind == CONTENT:
            yield from ((link, one) for link in told(one.value, site_url))


def ids(html: str) -> Iterator[Attribute]:
    """Every id of a page."""
    return (one for one in read(html) if one.kind == ID)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Attribute] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        for name, value in attrs:
            what = kind(name)
            if what != NOTHING and value is not None and (what != CONTENT or _leads(dict(attrs))):
                self.found.append(Attribute(what, value, line, column + 1, self.get_starttag_text() or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)


def _leads(meta: dict[str, str | None]) -> bool:
    """Whether a ``meta`` redirects, or tells other sites an address, rather than describing the page."""
    said = meta.get("property") or meta.get("name") or ""
    return (meta.get("http-equiv") or "").lower() == "refresh" or said.startswith(_SAYING)
