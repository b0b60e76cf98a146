"""What the page Explore fetches: the columns that it narrows and sorts by, and the cards that it shows.

``explore/columns.json`` holds the fields of ``Whole``: all facts as small numbers, in one file, so that any question is
answered without asking for more. ``explore/cards/4-11.packed`` is a shelf (``shelves``): pairs of id and card, as HTML with
links that lead on from ``explore/``, in the order of the columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec
from msgspec import Struct

from generator import shelves
from generator.catalogue import Catalogue
from generator.columns import Column, Columns
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.exports.packed import ENDING, packed
from generator.templates import Templates
from generator.translated import STATES

FOLDER = "explore/"
COLUMNS = "explore/columns.json"
_BASE = "../"
"""From the folder to the root of its language."""


class Whole(Struct, frozen=True, gc=False):
    """The columns in a language.

    ``own`` are columns that differ between languages. ``titles`` is the place of each title in the alphabet, and ``states``
    that of each State's name, by its number in the column ``state``.
    """

    shared: Columns
    own: dict[str, Column]
    titles: tuple[int, ...]
    states: tuple[int, ...]


def artifacts(catalogue: Catalogue) -> Iterator[Artifact]:
    """The columns, and a file a shelf."""
    yield Artifact(COLUMNS, draw_columns)
    for name in shelves.every(shelves.depth(len(catalogue.practices))):
        yield Artifact(f"{FOLDER}cards/{name}{ENDING}", partial(draw_shelf, name))


def draw_columns(edition: Edition, templates: Templates) -> bytes:
    """The columns in one language."""
    rows = edition.catalogue.rows
    columns = edition.catalogue.columns
    number = {state: place for place, state in enumerate(STATES)}
    translation = Column(STATES, tuple([number[edition.translation_state(practice)] for practice in rows]))
    states = tuple([edition.order[code] for code in columns.columns["state"].values])
    whole = Whole(
        columns, {"translation": translation}, _ranks(edition, edition.catalogue.titles(edition.language)), states
    )
    return msgspec.json.encode(whole)


def draw_shelf(name: str, edition: Edition, templates: Templates) -> bytes:
    """The cards of one shelf."""
    cards = edition.cards(edition.catalogue.by_shelf.get(name, ()))
    return packed([(card.id, templates.card(card, _BASE)) for card in cards])


def _ranks(edition: Edition, titles: list[str]) -> tuple[int, ...]:
    """The place of each title in the alphabet of the language, of whatever language it is itself."""
    keys = [edition.words.quickly_collated(title) for title in titles]
    ranks = [0] * len(titles)
    for rank, row in enumerate(sorted(range(len(titles)), key=keys.__getitem__)):
        ranks[row] = rank
    return tuple(ranks)
