"""How the treaty is covered: practices and provisions by regional group."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.counts import NOT_NAMED
from generator.edition import Edition
from generator.figures.choice import chosen
from generator.practice import Practice
from generator.registry import Article
from generator.views import Square, Text


class Cell(Struct, frozen=True, gc=False):
    """A figure of the coverage table, with the address of the entries it counts and the length of its bar in per cent."""

    count: int
    path: str
    bar: float


class CoverageRow(Struct, frozen=True, gc=False):
    """A provision in the coverage table: a figure a regional group, one for States not named, and how many in all."""

    ref: str
    cells: tuple[Cell, ...]
    total: Cell


class Coverage(Struct, frozen=True, gc=False):
    """Practices by provision and regional group; ``states``: how many States of each group have an entry, and how many there are."""

    groups: tuple[Text, ...]
    rows: tuple[CoverageRow, ...]
    states: tuple[tuple[int, int], ...]
    all_states: int


class Reach(Struct, frozen=True, gc=False):
    """How far a regional group covers an article: its provisions as squares, how many are full, and its entries."""

    article: str
    strip: tuple[Square, ...]
    covered: int
    path: str


class GroupRow(Struct, frozen=True, gc=False):
    """A regional group in the picture of the whole treaty; ``states`` of ``all_states`` have an entry.

    Where no State is named, ``all_states`` is 0 and there is no group to speak of.
    """

    label: Text
    reaches: tuple[Reach, ...]
    covered: int
    states: int
    all_states: int
    path: str


def states_of(practices: Iterable[Practice]) -> set[str]:
    """The codes of the States that practices name."""
    return {code for practice in practices for code in practice.countries}


def coverage(edition: Edition, article: Article) -> Coverage:
    """The table of one article."""
    catalogue = edition.catalogue
    registry = catalogue.registry
    counts = {provision.ref: catalogue.counts.grouped(provision.ref) for provision in article.provisions}
    named = [group.id for group in registry.regional_groups]
    shown = (*named, NOT_NAMED)
    most = max([1, *(row.get(id, 0) for row in counts.values() for id in shown)])

    def cell(ref: str, count: int, group: str) -> Cell:
        return Cell(count, chosen(group=group, provision=ref), round(count * 100 / most, 1))

    rows = tuple(
        CoverageRow(
            provision.ref,
            tuple(cell(provision.ref, counts[provision.ref].get(id, 0), id) for id in shown),
            cell(provision.ref, len(catalogue.by_provision.get(provision.ref, ())), ""),
        )
        for provision in article.provisions
    )
    reporting = states_of(catalogue.by_article.get(article.number, ()))
    return Coverage(
        tuple(edition.text(group.short) for group in registry.regional_groups),
        rows,
        tuple((sum(registry.countries[code].group == id for code in reporting), edition.members[id]) for id in named),
        len(reporting),
    )


def reaches(edition: Edition) -> tuple[GroupRow, ...]:
    """The picture of the whole treaty: a row a regional group, and one for States not named where there are such entries."""
    registry = edition.catalogue.registry
    with_entry = [registry.countries[code].group for code in edition.catalogue.by_country]
    rows = [
        _row(edition, edition.text(group.labels), group.id, with_entry.count(group.id), edition.members[group.id])
        for group in registry.regional_groups
    ]
    unnamed = _row(edition, edition.written(edition.words.say("State not named"), edition.language), NOT_NAMED, 0, 0)
    return (*rows, unnamed) if unnamed.covered else tuple(rows)


def _row(edition: Edition, label: Text, group: str, states: int, all_states: int) -> GroupRow:
    found = tuple(_reach(edition, article, group) for article in edition.catalogue.registry.articles)
    return GroupRow(label, found, sum(reach.covered for reach in found), states, all_states, chosen(group=group))


def _reach(edition: Edition, article: Article, group: str) -> Reach:
    grouped = edition.catalogue.counts.grouped
    strip = tuple(Square(provision.ref, bool(grouped(provision.ref).get(group))) for provision in article.provisions)
    covered = sum(square.full for square in strip)
    return Reach(article.number, strip, covered, chosen(group=group, article=article.number))
