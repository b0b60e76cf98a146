"""The facts by which a list of all practices is narrowed and sorted, as columns of small numbers: the same in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from generator import shelves
from generator.practice import Practice, article_of
from generator.registry import Registry

NOT_NAMED = "not-named"
"""The regional group of a practice that names no State."""

ORGANIZATIONS = "organizations"
"""The regional group of parties that belong to none."""

Row = int | tuple[int, ...]
"""The values of a practice by their numbers: one, or several in its own order."""


class Column(Struct, frozen=True, gc=False):
    """The values that occur, in the order of the registry, and which of them each practice has."""

    values: tuple[str, ...]
    rows: tuple[Row, ...]


class Derived(Struct, frozen=True, gc=False):
    """A column that follows from another one, ``of``: ``map`` has a value for each of its values, or -1.

    ``none`` is the value of a practice that has none there, or -1.
    """

    of: str
    values: tuple[str, ...]
    map: tuple[int, ...]
    none: int = -1


class Columns(Struct, frozen=True, gc=False):
    """All practices in the order of their places (``shelves``).

    ``steps`` are the places, each as the distance from the one before; ``same`` are the rows of ids that share their
    place with another. ``newest`` counts from the practices that were reviewed and submitted last.
    """

    depth: int
    steps: tuple[int, ...]
    same: dict[str, int]
    columns: dict[str, Column]
    derived: dict[str, Derived]
    newest: tuple[int, ...]


def ordered(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Practices in the order of the rows."""
    return tuple(sorted(practices, key=lambda practice: (shelves.place(practice.id), practice.id)))


def columns(registry: Registry, rows: Sequence[Practice]) -> Columns:
    """The columns of practices that are in order."""
    places = [shelves.place(practice.id) for practice in rows]
    times = Counter(places)
    provisions = _column(registry.provisions, [practice.provisions for practice in rows])
    states = _column(registry.countries, [practice.countries for practice in rows])
    return Columns(
        depth=shelves.depth(len(rows)),
        steps=tuple([place - before for before, place in zip([0, *places], places, strict=False)]),
        same={practice.id: row for row, practice in enumerate(rows) if times[places[row]] > 1},
        columns={
            "provision": provisions,
            "state": states,
            "theme": _column(registry.themes, [practice.themes for practice in rows]),
            "measure": _column(registry.measures, [practice.measures for practice in rows]),
            "status": _sorted_column([practice.status for practice in rows]),
            "year": _sorted_column([practice.submission.date[:4] for practice in rows]),
            "channel": _sorted_column([practice.submission.channel for practice in rows]),
            "evidence": _sorted_column([practice.evidence for practice in rows]),
            "tier": _sorted_column([practice.tier for practice in rows]),
            "language": _sorted_column([practice.language for practice in rows]),
        },
        derived={
            "article": _derived("provision", provisions, article_of),
            "group": _derived("state", states, lambda code: registry.countries[code].group or ORGANIZATIONS, NOT_NAMED),
            "sids": _derived("state", states, lambda code: "yes" if registry.countries[code].small_island else ""),
        },
        newest=_ranks([(practice.review.date, practice.submission.date) for practice in rows]),
    )


def fact(practice: Practice) -> tuple[object, ...]:
    """What the columns, in whatever language, hold of a practice; its titles, by which they are sorted, are asked for apart."""
    said = {code: (one.status, bool(one.outdated)) for code, one in practice.translations.items()}
    return (
        said, practice.provisions, practice.countries, practice.themes, practice.measures, practice.status,
        practice.submission.channel, practice.submission.date, practice.evidence, practice.tier, practice.language, practice.review.date,
    )  # fmt: skip


def _column(known: Iterable[str], every: Sequence[tuple[str, ...]]) -> Column:
    """A column of several values, which the registry knows; every combination is worked out once."""
    different = set(every)
    there = set().union(*different)
    used = tuple([value for value in known if value in there])
    number = {value: place for place, value in enumerate(used)}
    packed: dict[tuple[str, ...], Row] = {
        some: number[some[0]] if len(some) == 1 else tuple([number[value] for value in some]) for some in different
    }
    return Column(used, tuple([packed[some] for some in every]))


def _sorted_column(every: Sequence[str]) -> Column:
    """A column of one value or none, whose values stand in their own order."""
    used = sorted({*every} - {""})
    number: dict[str, Row] = {one: place for place, one in enumerate(used)} | {"": ()}
    return Column(tuple(used), tuple([number[one] for one in every]))


def _derived(of: str, column: Column, value: Callable[[str], str], none: str = "") -> Derived:
    every = [value(one) for one in column.values]
    values = [*dict.fromkeys(one for one in every if one), *filter(None, [none])]
    number = {one: place for place, one in enumerate(values)} | {"": -1}
    return Derived(of, tuple(values), tuple(number[one] for one in every), number[none])


def _ranks(dates: list[tuple[str, str]]) -> tuple[int, ...]:
    rank = {date: place for place, date in enumerate(sorted({*dates}, reverse=True))}
    return tuple([rank[date] for date in dates])
