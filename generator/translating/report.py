"""How far the translations are, told: as tables for people, as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.diagnostics import shortened
from generator.telling import count
from generator.translating.status import Status, Total

NAMED = 10  # so many entries with errors are named


def by_entry(said: Status, codes: Sequence[str]) -> Iterator[str]:
    """A line for each entry, with its state in each language."""
    width = max((len(id) for id in said.states), default=0)
    yield "  ".join([f"{'':{width}}", *(f"{code:8}" for code in codes)]).rstrip()
    for id, states in said.states.items():
        yield "  ".join([f"{id:{width}}", *(f"{states[code]:8}" for code in codes)]).rstrip()
    yield ""


def in_total(said: Status) -> Iterator[str]:
    """A line for each language, and what the figures mean."""
    rows = [_row(total) for total in said.totals]
    yield "  ".join(["language", *rows[0]])
    for total, row in zip(said.totals, rows, strict=True):
        yield "  ".join([f"{total.language:8}", *(f"{number:>{len(name)},}" for name, number in row.items())])
    yield ""
    yield f"{count(len(said.states), 'entry', 'entries')}; current = {' + '.join(said.totals[0].by_status)}"
    closed = [total.language for total in said.totals if not total.is_published]
    if closed:
        yield f"not published: {', '.join(closed)}"
    if said.faulty:
        first = ", ".join(shortened(id) for id in said.faulty[:NAMED])
        more = " …" if len(said.faulty) > NAMED else ""
        yield f"not counted, because `observatory check` finds errors: {first}{more}"


def as_json(said: Status) -> str:
    """All of it: the totals by language, the states by entry and language, and the ids of entries with errors."""
    totals = {total.language: {"published": total.is_published, **_row(total)} for total in said.totals}
    return json.dumps({"languages": totals, "entries": said.states, "faulty": said.faulty}, indent=2)


def _row(total: Total) -> dict[str, int]:
    figures = {"original": total.original, "missing": total.missing, "outdated": total.outdated}
    return {**figures, "current": total.current, **total.by_status}
