"""How an article is covered: its practices by provision and regional group."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.practice import Practice
from generator.registry import Article, Provision
from generator.views import Edition, Text

NOT_NAMED = "not-named"


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


def states_of(practices: Iterable[Practice]) -> set[str]:
    """The codes of the States that practices name."""
    return {code for practice in practices for code in practice.countries}


def coverage(edition: Edition, article: Article) -> Coverage:
    """The table of one article."""
    catalogue = edition.catalogue
    registry = catalogue.registry
    counts = {provision.ref: _counts(catalogue, provision) for provision in article.provisions}
    most = max([1, *(count for row in counts.values() for count in row.values())])
    named = [group.id for group in registry.regional_groups]

    def cell(provision: Provision, count: int, anchor: str) -> Cell:
        return Cell(count, f"articles/{article.number}/{provision.slug}/{anchor}", round(count * 100 / most, 1))

    rows = tuple(
        CoverageRow(
            provision.ref,
            tuple(cell(provision, counts[provision.ref].get(id, 0), f"#{id}") for id in (*named, NOT_NAMED)),
            cell(provision, len(catalogue.by_provision.get(provision.ref, ())), ""),
        )
        for provision in article.provisions
    )
    reporting = states_of(catalogue.by_article.get(article.number, ()))
    return Coverage(
        tuple(edition.text(group.short) for group in registry.regional_groups),
        rows,
        tuple(
            (
                sum(registry.countries[code].group == id for code in reporting),
                sum(country.group == id for country in registry.countries.values()),
            )
            for id in named
        ),
        len(reporting),
    )


def _counts(catalogue: Catalogue, provision: Provision) -> dict[str, int]:
    counts: dict[str, int] = {}
    for practice in catalogue.by_provision.get(provision.ref, ()):
        for group in catalogue.group(practice) or {NOT_NAMED}:
            counts[group] = counts.get(group, 0) + 1
    return counts
