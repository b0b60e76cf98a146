"""When the practices of a State began and ended, as far as their sources say, and when they were submitted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.edition import Edition
from generator.figures.choice import chosen
from generator.labels import STATUS
from generator.practice import Practice
from generator.views import Text

SHOWN = 30
SHORTEST, TICKS = 4, 6  # years on the axis at least, and labels on it at most
_STEPS = (1, 2, 5, 10, 20, 50, 100)


class Span(Struct, frozen=True, gc=False):
    """A practice on the axis, on which places are in per cent of it, from its left.

    ``lasts`` is where the bar stands and how wide it is, nothing where the source does not say since when; ``mark`` is
    where it was submitted, and ``year`` the address of the entries of that year.
    """

    title: Text
    path: str
    article: str
    since: str
    until: str
    status: str
    submitted: str
    year: str
    lasts: tuple[float, float] | None
    mark: float


class Timeline(Struct, frozen=True, gc=False):
    """The practices of a State by when they began: the first of them, and how many more there are.

    ``ticks`` are years with their places; ``unknown`` counts those whose source does not say since when.
    """

    ticks: tuple[tuple[int, float], ...]
    spans: tuple[Span, ...]
    hidden: int
    unknown: int
    path: str


class Axis(Struct, frozen=True, gc=False):
    """From one year to another; in which direction it runs is that of the language."""

    first: int
    last: int
    is_mirrored: bool

    def place(self, moment: float) -> float:
        """A moment, in years, as per cent from the left."""
        share = (moment - self.first) * 100 / (self.last - self.first)
        return round(100 - share if self.is_mirrored else share, 1)

    def stretch(self, start: float, end: float) -> tuple[float, float]:
        """From one moment to another: its left end and its width."""
        left, right = sorted((self.place(start), self.place(end)))
        return left, round(right - left, 1)

    def ticks(self) -> tuple[tuple[int, float], ...]:
        """Years at even distances, with their places."""
        years = self.last - self.first
        step = next((step for step in _STEPS if years / step < TICKS), years)
        return tuple((year, self.place(year)) for year in range(-(-self.first // step) * step, self.last, step))


def timeline(edition: Edition, code: str, practices: Sequence[Practice]) -> Timeline:
    """The timeline of a State's practices, of which there is at least one."""
    ordered = sorted(practices, key=lambda one: (_moment(one.since or one.submission.date), one.id))[:SHOWN]
    axis = _axis(ordered, edition.words.direction == "rtl")
    return Timeline(
        axis.ticks(),
        tuple(_span(edition, axis, code, practice) for practice in ordered),
        len(practices) - len(ordered),
        sum(not practice.since for practice in practices),
        chosen(state=code),
    )


def _axis(practices: Iterable[Practice], is_mirrored: bool) -> Axis:
    dates = [date for one in practices for date in (one.since, one.until, one.submission.date) if date]
    years = [int(date[:4]) for date in dates]
    last = max(years) + 1
    return Axis(min(*years, last - SHORTEST), last, is_mirrored)


def _span(edition: Edition, axis: Axis, code: str, practice: Practice) -> Span:
    submitted = practice.submission.date
    mark = _moment(submitted, 0.5)
    until = _moment(practice.until, 1) if practice.until else mark  # what goes on did so when it was submitted
    since = _moment(practice.since) if practice.since else 0.0
    return Span(
        edition.of(practice, "title"),
        f"practices/{practice.id}/",
        practice.article,
        practice.since,
        practice.until,
        edition.words.say(STATUS[practice.status]),
        submitted,
        chosen(state=code, year=submitted[:4]),
        axis.stretch(since, max(since, until)) if since else None,
        axis.place(mark),
    )


def _moment(date: str, within: float = 0) -> float:
    """A year or month (ISO 8601) in years: its beginning, or that much of it later."""
    year, *month = date.split("-")
    return int(year) + ((int(month[0]) - 1 + within) / 12 if month else within)
