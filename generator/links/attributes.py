"""Which attributes of HTML lead somewhere, and how several addresses stand in one."""

from __future__ import annotations

import re
from collections.abc import Iterator

NOTHING = ""
LINK = "link"
ID = "id"
SEVERAL = "several"
"""Addresses with sizes, as in ``srcset``."""
CONTENT = "content"
"""What a ``meta`` says: an address where it redirects, or where it is one of this site."""

_KINDS = {
    **dict.fromkeys(("href", "xlink:href", "src", "action", "formaction", "poster", "data", "cite"), LINK),
    **dict.fromkeys(("srcset", "imagesrcset"), SEVERAL),
    "id": ID,
    "content": CONTENT,
}
_REFRESH = re.compile(r"\s*\d+[\d.]*\s*[;,]\s*url\s*=\s*['\"]?([^'\"]*)", re.IGNORECASE)


def kind(name: str) -> str:
    """What an attribute is to us, by its name in small letters."""
    return _KINDS.get(name, NOTHING)


def several(value: str) -> Iterator[str]:
    """The addresses of a ``srcset``."""
    for part in value.split(","):
        yield from part.split()[:1]


def told(value: str, site_url: str) -> Iterator[str]:
    """The address in a ``meta``'s ``content``: that of a redirection, or a whole one below the site."""
    refresh = value[:1].isdigit() and _REFRESH.fullmatch(value)
    if refresh:
        yield refresh[1]
    elif value.startswith(site_url) and not any(sign.isspace() for sign in value):
        yield value
