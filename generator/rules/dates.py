"""Rules for dates: written by ISO 8601, on the calendar, and in a possible order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.kinds import Moment
from generator.phrase import Phrase, named
from generator.rules.subject import Subject

EARLIEST = "1800"
LONGEST = len("2013-05-21")
_FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_PARTS = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")
_PLANNED = ("since", "until")


def are_doubtful(subject: Subject) -> bool:
    """Whether a date is not written as one, or none of the past since ``EARLIEST``."""
    today = subject.today
    return bool([scalar for _, scalar in subject.scalars(Moment) if not _is_past(scalar.value, today)])


def malformed_date(subject: Subject) -> Iterator[Problem]:
    """A date is not written as year, year and month, or year, month and day.

    `03/04/2019` is March for some readers and April for others; ISO 8601 means the same to everybody.

    Wrong:

        since: May 2013

    Right:

        since: 2013-05
    """
    for slot, scalar in subject.scalars(Moment):
        if not _is_formed(scalar.value):
            message = sentences.NO_DATE.about(value=shortened(scalar.value, 30), field=named(slot.name))
            yield Problem(scalar.span, message, _advice(scalar.value))


def impossible_date(subject: Subject) -> Iterator[Problem]:
    """A month or day that no calendar has.

    Most often day and month were exchanged, or a figure slipped.

    Wrong:

        since: 2019-13

    Right:

        since: 2019-12
    """
    for _, scalar in subject.scalars(Moment):
        if _is_formed(scalar.value) and not _is_possible(scalar.value):
            message = sentences.NOT_IN_CALENDAR.about(date=scalar.value)
            yield Problem(scalar.span, message, sentences.LOOK_AT_MONTH.about())


def future_date(subject: Subject) -> Iterator[Problem]:
    """A date that has not come yet.

    Nothing can have been submitted, read or reviewed in the future. Only a planned practice may begin or end
    later: its `status` is `planned`.

    Wrong:

        review: {state: published, date: 2999-01-01}

    Right:

        review: {state: published, date: 2026-11-21}
    """
    latest = _tomorrow(subject.today)  # somewhere it is that already
    for slot, scalar in subject.scalars(Moment):
        if scalar.value > latest[: len(scalar.value)] and _is_formed(scalar.value):
            message = sentences.FUTURE.about(date=scalar.value)
            if slot.name not in _PLANNED:
                yield Problem(scalar.span, message, sentences.WRITE_DAY.about())
            elif subject.document.text("status") != "planned":
                yield Problem(scalar.span, message, sentences.WRITE_PLANNED.about())


def until_before_since(subject: Subject) -> Iterator[Problem]:
    """A practice ended before it began.

    Most often the two years were exchanged.

    Wrong:

        since: 2018
        until: 2013

    Right:

        since: 2013
        until: 2018
    """
    if not subject.field("until"):
        return
    ends = {slot.name: scalar for slot, scalar in subject.scalars(Moment) if slot.name in _PLANNED}
    since, until = (ends.get(name) for name in _PLANNED)
    if since and until and _is_formed(since.value) and _is_formed(until.value):
        known = min(len(since.value), len(until.value))
        if until.value[:known] < since.value[:known]:
            message = sentences.ENDS_BEFORE.about(until=until.value, since=since.value)
            yield Problem(until.span, message, sentences.EXCHANGE.about())


def implausible_year(subject: Subject) -> Iterator[Problem]:
    """A year so early that it is probably a slip.

    No practice in an observatory of today began before 1800.

    Wrong:

        since: 0213

    Right:

        since: 2013
    """
    for _, scalar in subject.scalars(Moment):
        if scalar.value < EARLIEST and _is_formed(scalar.value):
            message = sentences.UNLIKELY_YEAR.about(year=scalar.value[:4])
            yield Problem(scalar.span, message, sentences.LOOK_AT_FIGURES.about())


def _is_past(written: str, today: date) -> bool:
    return len(written) <= LONGEST and _is_sound(written, today)


@lru_cache(maxsize=4096)
def _is_sound(written: str, today: date) -> bool:
    is_in_order = EARLIEST <= written <= _tomorrow(today)[: len(written)]
    return is_in_order and _looks_formed(written) and _is_possible(written)


def _is_formed(written: str) -> bool:
    return len(written) <= LONGEST and _looks_formed(written)


@lru_cache(maxsize=4096)
def _looks_formed(written: str) -> bool:
    return bool(_FORM.fullmatch(written))


@lru_cache(maxsize=16)
def _tomorrow(today: date) -> str:
    return (today + timedelta(days=1)).isoformat()


@lru_cache(maxsize=4096)
def _is_possible(written: str) -> bool:
    if len(written) == 4:
        return written != "0000"
    try:
        date.fromisoformat(written if len(written) == 10 else f"{written}-01")
    except ValueError:
        return False
    return True


def _advice(written: str) -> Phrase:
    parts = _PARTS.fullmatch(written.strip())
    if parts:
        padded = "-".join(part.zfill(2) for part in parts.groups() if part)
        if _is_possible(padded):
            return sentences.NEAR.about(near=f"`{padded}`")
    return sentences.WRITE_DATE.about()
