"""What is left of a withdrawn entry: a page at its address that says why and when it went, and what stands in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.labels import WITHDRAWN
from generator.page import Page, Sheet
from generator.views import Named, Text

TITLED = frozenset({"duplicate", "superseded", "out-of-scope"})
"""The reasons that say nothing against the words of an entry. For the others not even its title is shown: it may be what is
wrong, or what the authority wants to see gone."""


class Tombstone(Struct, frozen=True):
    """A withdrawn entry: its id, its title where that may be shown, the reason as a sentence, the day, and its replacement."""

    id: str
    title: Text
    reason: str
    date: str
    replacement: Named


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page a withdrawn entry, of which search engines are not told."""
    for entry in catalogue.withdrawn:
        path = f"practices/{entry.id}/"
        yield Page(path, "practices", "tombstone.html", partial(draw, entry.id), listed=False)


def draw(id: str, edition: Edition) -> Sheet:
    """What is left of one entry."""
    entry = edition.catalogue.tombstone[id]
    nothing = edition.written("", edition.language)
    replaced_by = entry.withdrawal.replaced_by
    instead = edition.catalogue.named(replaced_by) if replaced_by else None
    view = Tombstone(
        entry.id,
        edition.of(entry, "title") if entry.withdrawal.reason in TITLED else nothing,
        edition.words.say(WITHDRAWN[entry.withdrawal.reason]),
        entry.withdrawal.date,
        Named(edition.of(instead, "title"), f"practices/{instead.id}/") if instead else Named(nothing, ""),
    )
    return Sheet(edition.words.say("Withdrawn entry %(id)s") % {"id": entry.id}, view.reason, view)
