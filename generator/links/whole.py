"""The links of a whole site: the values of all its pages joined, and those that lead nowhere told with their places."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.links import faults
from generator.links.leads import Leads, extract
from generator.links.target import addresses, canonical, file_of, resolve
from generator.workers import spread

TOLD = 3
"""On how many pages the same fault is told: what stands in the shell stands on thousands."""


class Stray(NamedTuple):
    """A suspect: the page, and the address that it leads to, or the id, behind a ``#`` of its own, that it has twice."""

    kind: str
    page: str
    target: str


def astray(found: Mapping[str, Leads], there: Set[str]) -> list[Stray]:
    """What leads nowhere, by the leads of every page and the addresses of all files of the site; sorted by page."""
    ids = {address: frozenset(leads.ids) for address, leads in found.items()}
    strays = []
    for page, leads in found.items():
        for target in leads.to:
            address, _, anchor = target.partition("#")
            if address not in there:
                strays.append(Stray(faults.ADDRESS, page, target))
            elif anchor and address in ids and anchor not in ids[address]:
                strays.append(Stray(faults.ANCHOR, page, target))
        if len(ids[page]) < len(leads.ids):
            twice = [id for id, times in Counter(leads.ids).items() if times > 1]
            strays += [Stray(faults.ID, page, f"#{id}") for id in twice]
    return sorted(strays, key=lambda one: (one.page, one.kind, one.target))


def broken_in(
    folder: Path, paths: Iterable[str], site_url: str, origin: Callable[[str], str] = lambda _page: ""
) -> list[Diagnostic]:
    """The broken links of a site whose files lie at these paths, with forward slashes, in a folder.

    ``origin`` says what file the text of a page probably comes from, by its address.
    """
    files = sorted(paths)
    there = addresses(files)
    return confirmed(astray(read(folder, files, site_url, there), there), folder, site_url, there, origin)


def read(folder: Path, paths: Iterable[str], site_url: str, there: Set[str]) -> dict[str, Leads]:
    """The leads of files, by address, without those that are settled already by the addresses that are there."""
    readable = [path for path in paths if path.endswith(tuple(_READERS))]
    found: dict[str, Leads] = {}
    for _, part in spread(partial(_read, folder, site_url, there), readable):
        found |= part
    return found


def confirmed(
    strays: Iterable[Stray], folder: Path, site_url: str, there: Set[str], origin: Callable[[str], str]
) -> list[Diagnostic]:
    """The suspects that stand up to a real parser, each with its place; a fault of many pages is told on the first few."""
    alike = defaultdict(list)
    for stray in strays:
        alike[stray.kind, stray.target].append(stray.page)
    told = []
    for (kind, target), pages in alike.items():
        left = len(pages)
        known: list[Diagnostic] = []
        for page in pages:
            text = (folder / file_of(page)).read_text(encoding="utf-8", errors="replace")
            known += faults.found(
                faults.Suspect(kind, page, file_of(page), target, text, site_url, there, origin(page))
            )
            left -= 1
            if len(known) >= TOLD:
                break
        told += faults.and_on(known, left)
    return sorted(told, key=Diagnostic.place)


def leads_of(path: str, data: bytes, site_url: str) -> Leads:
    """The leads of a file of the site, by its path; of one that cannot hold links, none."""
    reader = _READERS.get(path[path.rfind(".") :])
    return reader(data, canonical(path), site_url) if reader else Leads((), ())


def _read(folder: Path, site_url: str, there: Set[str], chunk: Sequence[str]) -> dict[str, Leads]:
    """The leads of files without those that are settled already, so that little travels between processes."""
    read = {}
    for path in chunk:
        page = canonical(path)
        with open(f"{folder}/{path}", "rb") as file:  # noqa: PTH123 - pathlib takes as long as the reading
            leads = leads_of(path, file.read(), site_url)
        read[page] = Leads(tuple(to for to in leads.to if to not in there and not _own(to, page, leads)), leads.ids)
    return read


def _own(target: str, page: str, leads: Leads) -> bool:
    address, _, anchor = target.partition("#")
    return address == page and anchor in leads.ids


_CSS = re.compile(
    rb"/\*.*?\*/|url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^\"'\s)]+))\s*\)|@import\s+[\"']([^\"']*)[\"']", re.DOTALL
)
_TEXT = re.compile(rb"<(?:loc|link|image:loc)>\s*([^<]*?)\s*</")


def _style_sheet(css: bytes, address: str, site_url: str) -> Leads:
    return _leads((next(filter(None, match), b"") for match in _CSS.findall(css)), address, site_url)


def _xml(xml: bytes, address: str, site_url: str) -> Leads:
    """The addresses in a site map or a feed; ids are another thing there."""
    written = _leads(_TEXT.findall(xml), address, site_url)
    return Leads(tuple(dict.fromkeys((*written.to, *extract(xml, address, site_url).to))), ())


def _leads(links: Iterable[bytes], address: str, site_url: str) -> Leads:
    to = (resolve(link.decode("utf-8", "replace"), address, site_url) for link in links if link)
    return Leads(tuple(dict.fromkeys(one for one in to if one is not None)), ())


_READERS = {".html": extract, ".css": _style_sheet, ".xml": _xml}
