"""What a page leads to and which anchors it has, found fast: a fraction of the time it takes to draw the page.

One regular expression finds the tags; their attributes fall apart at the double quotes. Where a page is written in
another way (single quotes, none), or where a text makes it doubtful, ``careful`` reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from html import escape, unescape
from itertools import compress
from typing import NamedTuple

from generator.links import careful
from generator.links.attributes import ID, LINK, SEVERAL, kind, several, told
from generator.links.target import resolve


class Leads(NamedTuple):
    """What a page leads to within the site, each once, as addresses with their anchors, and its ids in their order.

    A plain value of strings, small enough to be kept between builds.
    """

    to: tuple[str, ...]
    ids: tuple[str, ...]


def extract(html: bytes, address: str, site_url: str) -> Leads:
    """What a page in UTF-8, or a piece of one, leads to; ``address`` is that of the page, ``site_url`` ends with a slash."""
    found = _quoted(html)
    if found is None:
        found = [(one.kind, escape(one.value).encode()) for one in careful.read(html.decode("utf-8", "replace"))]
    way = _way(site_url, address.rpartition("/")[0].rpartition("/")[0])
    known = way.known.get
    to: dict[str | None, None] = {}
    ids = []
    for what, value in found:
        if what == LINK:
            to[known(value) or way.to(value, address)] = None
        elif what == ID:
            ids.append(_plain(value))
        else:
            those = several(_plain(value)) if what == SEVERAL else told(_plain(value), site_url)
            to |= dict.fromkeys(resolve(one, address, site_url) for one in those)
    return Leads(tuple(one for one in to if one is not None), tuple(ids))


def merged(parts: Iterable[Leads]) -> Leads:
    """The leads of a page from those of its pieces, such as the shell and what hangs in it."""
    every = tuple(parts)
    return Leads(
        tuple(dict.fromkeys(one for part in every for one in part.to)), tuple(id for part in every for id in part.ids)
    )


# A ">" inside of a value ends the tag too early. Its quotes do not come in pairs then, and the ">" that is put between tags
# comes to stand in a value: the page is doubtful.
_TAG = re.compile(rb"<[a-zA-Z][\w:-]*+(\s[^>]*+)>")
_NAMED = re.compile(rb"[\s/>]*+(?:[^\s\"'=<>/]++[\s/>]++)*?([^\s\"'=<>/]+)\s*=\s*")
_BARE = re.compile(rb"[\s/>]*+(?:[^\s\"'=<>/]++[\s/>]*+)*+")
_DOUBT = "doubt"


class _Kinds(dict[bytes, str]):
    """What stands before a double quote, by what the attribute is; filled as it is asked."""

    def __missing__(self, piece: bytes) -> str:
        named = _NAMED.fullmatch(piece)
        found = kind(named[1].decode("utf-8", "replace").lower()) if named else _DOUBT
        if len(self) < 10_000:
            self[piece] = found
        return found


_KINDS = _Kinds()


def _quoted(html: bytes) -> list[tuple[str, bytes]] | None:
    """The attributes of interest with their values; ``None`` where not every value stands in double quotes."""
    pieces = b">".join(_TAG.findall(html)).split(b'"')
    if not _BARE.fullmatch(pieces.pop()) or len(pieces) % 2:
        return None
    values = pieces[1::2]
    kinds = [*map(_KINDS.__getitem__, pieces[::2])]
    if _DOUBT in kinds or b">" in b"".join(values):
        return None
    return [*compress(zip(kinds, values, strict=True), kinds)]


# Without escapes, queries and what a browser would take away, such as dots.
_PLAIN = re.compile(rb"(?:[\w-][\w.-]*+/)*+(?!index\.html$)(?:[\w-][\w.-]*+)?")
_UP = re.compile(rb"\A(?:\.\./)++")
_ANCHOR = re.compile(rb"(?!(?i:top)$)[\w.-]*+")
_MEMORY = 20_000


class _Way:
    """Where links of pages with the same parent folder lead. Those that begin with ``../`` lead all of them to the same place."""

    def __init__(self, site_url: str, parent: str) -> None:
        self._site = site_url
        self._start = site_url.encode()
        self._above = parent.split("/") if parent else []
        self.known: dict[bytes, str] = {}

    def to(self, link: bytes, address: str) -> str | None:
        """The address that a link leads to; ``None`` where it leads out of the site."""
        found = self._quickly(link, address)
        if found is None:
            found = resolve(_plain(link), address, self._site)
        if found is not None and link[:3] == b"../" and "/" in address:
            if len(self.known) >= _MEMORY:
                self.known.clear()
            self.known[link] = found
        return found

    def _quickly(self, link: bytes, address: str) -> str | None:
        """The same for the usual forms; ``None`` where it takes more."""
        if link[:1] == b"#":
            return address + link.decode() if len(link) > 1 and _ANCHOR.fullmatch(link, 1) else None
        if link.startswith(self._start):
            rest = link[len(self._start) :]
            return rest.decode() if _PLAIN.fullmatch(rest) else None
        rest, _, anchor = link.partition(b"#")
        steps = (len(rest) - len(_UP.sub(b"", rest))) // 3
        if (
            not 0 < steps <= address.count("/")
            or not _PLAIN.fullmatch(rest, 3 * steps)
            or not _ANCHOR.fullmatch(anchor)
        ):
            return None
        below = "/".join([*self._above[: len(self._above) + 1 - steps], rest[3 * steps :].decode()])
        return f"{below}#{anchor.decode()}" if anchor else below


def _plain(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return unescape(text) if "&" in text else text


@lru_cache(maxsize=256)
def _way(site_url: str, parent: str) -> _Way:
    return _Way(site_url, parent)
