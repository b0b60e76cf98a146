"""What browsers are told to refuse: the policy of every page, the same and more as headers for servers, and whom to tell of a hole.

No page has a script or a style of its own: what runs and what paints are files of the site, so the policy needs no hashes
and names no other host.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.registry import Security

PAGES = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
"""The Content-Security-Policy that stands in every page, for hosts where no header can be set.

Search runs a WebAssembly of ours, which only ``'wasm-unsafe-eval'`` lets where the policy is a header; it allows no ``eval``. It
fetches its files from this site, and its field is a form that leads to a page of it.
"""

REFERRER = "same-origin"
"""The Referrer-Policy: other sites are not told which entry a reader comes from."""

HEADERS = {
    "Content-Security-Policy": f"{PAGES}; frame-ancestors 'none'",  # pages cannot say who may frame them
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What a server should send with every page."""

NGINX = "# Include this in the server block, and in each location that adds a header of its own.\n"
WELL_KNOWN = ".well-known/security.txt"
_OUTWARD = re.compile(r'<a href="(?=https?://)')


def files(security: Security | None, site_url: str) -> Iterator[tuple[str, str]]:
    """Path and text of each file: ``_headers`` is read by Netlify and Cloudflare Pages, those in ``headers/`` are for other servers."""
    yield "_headers", "/*\n" + _headers("  {}: {}")
    yield "headers/nginx.conf", NGINX + _headers('add_header {} "{}" always;')
    yield "headers/Caddyfile", "# Import this in the site block.\nheader {\n" + _headers('\t{} "{}"') + "}\n"
    if security:
        yield WELL_KNOWN, security_txt(security, site_url)


def security_txt(security: Security, site_url: str) -> str:
    """The text of ``security.txt`` (RFC 9116); ``site_url`` ends in a slash."""
    fields = {
        "Contact": security.contact,
        "Expires": f"{security.expires}T00:00:00Z",
        "Preferred-Languages": ", ".join(security.languages),
        "Canonical": f"{site_url}{WELL_KNOWN}",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def outward(html: str) -> str:
    """A hand-written page whose links to other sites say ``rel="noopener"``, as those of entries do."""
    return _OUTWARD.sub('<a rel="noopener" href="', html)


def _headers(line: str) -> str:
    return "".join(line.format(name, value) + "\n" for name, value in HEADERS.items())
