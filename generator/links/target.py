"""Where a link leads: a link as written, on a page of the site, to the address of a page or file of the site.

An address is a path below the site, decoded, without ``index.html``: ``en/themes/``, ``assets/mark.svg``, and empty for
the first page. Behind a ``#`` it has an anchor.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urljoin, urlsplit

ANYWHERE = frozenset({"404.html"})
"""Pages that are shown at any address, so that a relative link on them leads nowhere for sure."""

_INDEX = "index.html"


def resolve(link: str, address: str, site_url: str) -> str | None:
    """The address that a link leads to, ``None`` where it leads out of the site.

    ``link`` is an attribute's value without entities, ``address`` that of the page, ``site_url`` ends with a slash. What
    cannot be there keeps a form that no address has: it begins with a slash where it leaves the site's folder on its host.
    """
    link = link.strip()
    if link.startswith("#"):
        return _anchored(address, link[1:])
    try:
        own, said = urlsplit(site_url), urlsplit(link)
        to = urlsplit(urljoin(site_url + address, link))
    except ValueError:
        return f"/{link}"
    if to.scheme not in ("http", "https") or to.netloc.lower() != own.netloc.lower():
        return None
    if not to.path.startswith(own.path):
        return None if said.netloc else to.path
    if address in ANYWHERE and not said.netloc and not said.path.startswith("/"):
        return f"/{link}"
    return _anchored(canonical(_decoded(to.path[len(own.path) :])), to.fragment)


def canonical(path: str) -> str:
    """The address of a file: a page named ``index.html`` is known by its folder."""
    return path[: -len(_INDEX)] if path.endswith(f"/{_INDEX}") or path == _INDEX else path


def addresses(files: Iterable[str]) -> frozenset[str]:
    """The addresses of the files of a site, whose paths have forward slashes."""
    return frozenset(canonical(path.replace("#", "%23")) for path in files)


def _decoded(path: str) -> str:
    return unquote(path).replace("#", "%23")  # a "#" of a name stays apart from that of an anchor


def _anchored(address: str, fragment: str) -> str:
    """With its anchor, where it has one: ``#top`` is the top of every page, and ``:~:`` begins what is only for browsers."""
    anchor = unquote(fragment).partition(":~:")[0]
    return f"{address}#{anchor}" if anchor and anchor.lower() != "top" else address


def file_of(address: str) -> str:
    """The path of the file that is served at an address."""
    return f"{address}index.html" if not address or address.endswith("/") else address
