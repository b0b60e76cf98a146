"""Which entries are as they were when they were last read, told by their files without reading them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator import tree
from generator.diagnostics import Diagnostic
from generator.folder import Entry, entries
from generator.reading import Inspected
from generator.settings import Settings
from generator.tree import Leaf


class Seen(Struct, frozen=True):
    """The keys of all entries in their order, those ``unread`` that are not as they were, how many files there are, and which are strays.

    ``inspected`` is what came of the unread ones, where somebody has read them already.
    """

    keys: list[str]
    unread: list[Entry]
    files: int
    strays: list[Diagnostic]
    inspected: Inspected | None = None


def seen(settings: Settings, before: Mapping[str, Mapping[str, Leaf]]) -> Seen:
    """The entries as they are, where ``before`` are the files of those that were read, by their keys and names."""
    every, strays = entries(settings)
    unread = [entry for entry in every if not _is_same(entry, before.get(entry.key))]
    return Seen([entry.key for entry in every], unread, sum(len(entry.names) for entry in every), strays)


def _is_same(entry: Entry, files: Mapping[str, Leaf] | None) -> bool:
    names = entry.names.values()
    return (
        files is not None
        and len(names) == len(files)
        and all(name in files and tree.known(f"{entry.place}/{name}", files[name]) for name in names)
    )
