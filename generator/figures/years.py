"""Practices by the year in which they were submitted, and by measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec import Struct

from generator.counts import Submitted
from generator.edition import Edition
from generator.figures.choice import chosen
from generator.views import Text

LONGEST = 30  # years; where there are more, those without an entry are left out


class Bar(Struct, frozen=True, gc=False):
    """A figure as a bar: what it counts, the address of the entries, and its length in per cent of the longest."""

    label: Text
    count: int
    path: str
    length: float


class MeasureRow(Struct, frozen=True, gc=False):
    """A measure in the table: a figure a year, and in all."""

    label: Text
    cells: tuple[Bar, ...]
    total: Bar


class Years(Struct, frozen=True, gc=False):
    """Practices by year, by measure, and by both; one with several measures counts in each of them."""

    years: tuple[Bar, ...]
    measures: tuple[Bar, ...]
    rows: tuple[MeasureRow, ...]
    count: int


def years(edition: Edition, counts: Submitted, article: str = "") -> Years:
    """The picture of some practices: those of an article, or all."""
    by_year: Counter[str] = Counter()
    by_both: Counter[tuple[str, str]] = Counter()
    for (year, measures), count in counts.items():
        by_year[year] += count
        by_both.update(dict.fromkeys([(year, measure) for measure in measures], count))
    by_measure = Counter(dict.fromkeys(edition.catalogue.registry.measures, 0))
    for (_, measure), count in by_both.items():
        by_measure[measure] += count
    used = [id for id, count in by_measure.items() if count]
    labels = {year: edition.written(year, edition.language) for year in _span(by_year)}

    def bar(label: Text, count: int, most: int, **choice: str) -> Bar:
        return Bar(label, count, chosen(article=article, **choice), round(count * 100 / most, 1))

    return Years(
        tuple(bar(label, by_year[year], max(by_year.values()), year=year) for year, label in labels.items()),
        tuple(bar(edition.measure(id), by_measure[id], max(by_measure.values()), measure=id) for id in used),
        tuple(
            MeasureRow(
                edition.measure(id),
                tuple(
                    bar(label, by_both[year, id], by_measure[id], measure=id, year=year)
                    for year, label in labels.items()
                ),
                bar(edition.measure(id), by_measure[id], by_measure[id], measure=id),
            )
            for id in used
        ),
        sum(by_year.values()),
    )


def _span(by_year: Mapping[str, int]) -> list[str]:
    """The years from the first to the last, those between them as well unless they are too many."""
    known = sorted(by_year)
    if not known or int(known[-1]) - int(known[0]) >= LONGEST:
        return known
    return [str(year) for year in range(int(known[0]), int(known[-1]) + 1)]
