"""The broken links of a site that had none before some of its files were written anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Set
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.links.leads import Leads
from generator.links.target import addresses, canonical, file_of
from generator.links.whole import astray, confirmed, leads_of, read
from generator.tree import digest


def broken_since(
    old: Path, before: Mapping[str, bytes], new: Path, paths: Collection[str], written: Set[str], site_url: str,
    origin: Callable[[str], str],
) -> list[Diagnostic] | None:  # fmt: skip
    """The broken links of the site in the folder ``new``, whose files lie at ``paths``; none where all must be looked at.

    ``before`` are the hashes of the files of the site in the folder ``old``, whose links were sound. Only links from what
    was written can be broken now, unless something is gone that other files may lead to: a file, or an id of a page.
    """
    there = addresses(paths)
    if not before.keys() <= set(paths):
        return None
    found = read(new, sorted(written), site_url, there)
    for path in written & before.keys():
        data = _bytes(old / path)
        if data is None or digest(data) != before[path]:
            return None
        if set(leads_of(path, data, site_url).ids) - set(found.get(canonical(path), Leads((), ())).ids):
            return None
    anchored = {
        address for leads in found.values() for to in leads.to for address, mark, _ in [to.partition("#")] if mark
    }
    for address in anchored - found.keys():
        data = _bytes(new / file_of(address))
        if data is not None:
            found[address] = Leads((), leads_of(file_of(address), data, site_url).ids)
    return confirmed(astray(found, there), new, site_url, there, origin)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
