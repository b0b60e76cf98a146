"""How far the translations are, told: as tables for people, in their language, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.aligned import left, right, row, width
from generator.diagnostics import shortened
from generator.phrase import also, counted, enumerated, figure, listed, phrase
from generator.translating.status import Status, Total
from generator.voices import Saying

NAMED = 10  # so many entries with errors are named

LANGUAGE, CURRENT = phrase("language"), phrase("current")
STATES = {
    "original": phrase("original"),
    "missing": phrase("missing"),
    "outdated": phrase("outdated"),
    "machine": phrase("machine"),
    "draft": phrase("draft"),
    "reviewed": phrase("reviewed"),
    "official": phrase("official"),
}
"""How an entry can stand in a language, for people; each word is the head of a column as well."""


def by_entry(said: Status, codes: Sequence[str], say: Saying = str) -> Iterator[str]:
    """A line for each entry, with its state in each language."""
    words = {state: say(word) for state, word in STATES.items()}
    first, each = max(map(width, said.states), default=0), max(map(width, words.values()))
    yield row([left("", first), *(left(code, each) for code in codes)])
    for id, states in said.states.items():
        yield row([left(id, first), *(left(words[states[code]], each) for code in codes)])
    yield ""


def in_total(said: Status, say: Saying = str) -> Iterator[str]:
    """A line for each language, and what the figures mean."""
    words = {**STATES, "current": CURRENT}
    heads = [say(LANGUAGE), *(say(words[name]) for name in _row(said.totals[0]))]
    lines = [[total.language, *(say(figure(number)) for number in _row(total).values())] for total in said.totals]
    widths = [max(map(width, column)) for column in zip(heads, *lines, strict=True)]
    for first, *others in (heads, *lines):
        yield row([left(first, widths[0]), *map(right, others, widths[1:])])
    yield ""
    entries = counted("%(n)s entry", "%(n)s entries", len(said.states))
    parts = " + ".join(say(STATES[status]) for status in said.totals[0].by_status)
    yield say(also(entries, enumerated(f"{say(CURRENT)} = {parts}")))
    closed = tuple(total.language for total in said.totals if not total.is_published)
    if closed:
        yield say(phrase("not published: %(languages)s", languages=closed))
    if said.faulty:
        some = listed(tuple(map(shortened, said.faulty)), NAMED)
        yield say(phrase("not counted, because `observatory check` finds errors: %(entries)s", entries=some))


def as_json(said: Status) -> str:
    """All of it: the totals by language, the states by entry and language, and the ids of entries with errors."""
    totals = {total.language: {"published": total.is_published, **_row(total)} for total in said.totals}
    return json.dumps({"languages": totals, "entries": said.states, "faulty": said.faulty}, indent=2)


def _row(total: Total) -> dict[str, int]:
    figures = {"original": total.original, "missing": total.missing, "outdated": total.outdated}
    return {**figures, "current": total.current, **total.by_status}
