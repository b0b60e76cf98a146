"""Rules for the ledger of published ids: that it can be read, and that each of them still leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from generator.diagnostics import Problem, shortened
from generator.ledger import Ledger, Row
from generator.phrase import Phrase, phrase
from generator.rules.identity import is_id
from generator.rules.nearest import nearest
from generator.rules.several import Facts

GUESSED_AMONG = 200
"""Among so many new ids the one is looked for that a lost one may have become; among more that takes long."""
_CONFLICT = re.compile(r"<{7}( |$)|={7}$|>{7}( |$)|\|{7}( |$)")


class Published(Struct, frozen=True, dict=True):
    """The ledger beside the facts of all entries that there are now."""

    ledger: Ledger
    every: Sequence[Facts]


def malformed_ledger_line(published: Published) -> Iterator[Problem]:
    """A line of the ledger is neither an id nor a note.

    The ledger has one id a line and nothing else on it; a note is a line of its own that begins with `#`.

    Wrong:

        ita-plans, nor-plans

    Right:

        ita-plans
        nor-plans
    """
    for row in published.ledger.rows:
        if _CONFLICT.match(row.id):
            advice = phrase(
                "keep the lines of both sides, and take away those that git put in: <<<<<<<, ======= and >>>>>>>"
            )
            yield Problem(row.span, phrase("git left a conflict here"), advice)
        elif not is_id(row.id):
            message = phrase("`%(id)s` is no id", id=shortened(row.id))
            advice = phrase(
                "write one id a line, and notes on lines of their own that begin with #; git shows what stood here"
            )
            yield Problem(row.span, message, advice)


def repeated_ledger_line(published: Published) -> Iterator[Problem]:
    """An id stands twice in the ledger.

    Nothing is lost by it; most often two branches were merged.

    Wrong:

        ita-plans
        ita-plans

    Right:

        ita-plans
    """
    seen: set[str] = set()
    for row in published.ledger.rows:
        if row.id in seen and is_id(row.id):
            yield Problem(row.span, phrase("`%(id)s` stands here twice", id=shortened(row.id)), _TIDY)
        seen.add(row.id)


def unsorted_ledger(published: Published) -> Iterator[Problem]:
    """The ids of the ledger are not in the order of the alphabet.

    In order, two branches that add ids can be merged, and a difference shows what was added.

    Wrong:

        nor-plans
        ita-plans

    Right:

        ita-plans
        nor-plans
    """
    rows = [row for row in published.ledger.rows if is_id(row.id)]
    for before, row in pairwise(rows):
        if row.id < before.id:
            yield Problem(
                row.span,
                phrase("`%(id)s` should stand before `%(other)s`", id=shortened(row.id), other=shortened(before.id)),
                _TIDY,
            )
            return  # one line in the wrong place puts many others there


def lost_id(published: Published) -> Iterator[Problem]:
    """A published id leads nowhere any more.

    Others link to its address and cite it. A renamed entry keeps its former ids in `aliases`; one that should not be
    shown any more is withdrawn, and its file stays.

    Wrong:

        practices/article-05/ita-plans.yml renamed to ita-yearly-plans.yml by hand

    Right:

        observatory rename ita-plans ita-yearly-plans
    """
    there = {id for one in published.every for id in (one.id, *(alias.value for alias in one.aliases))}
    lost = [row for row in published.ledger.rows if row.id not in there and is_id(row.id)]
    new = {one.id for one in published.every} - published.ledger.ids
    for row in lost:
        yield Problem(
            row.span,
            phrase("`%(id)s` was published, and is no entry any more", id=shortened(row.id)),
            _way_back(row, new),
        )


def _way_back(row: Row, new: set[str]) -> Phrase:
    """What to do, with the name under which the entry probably stands now."""
    near = nearest(row.id, new) if len(new) <= GUESSED_AMONG else None
    if near:
        return phrase(
            "if it is `%(near)s` now, add `aliases: [%(id)s]` to it; else bring its file back, and withdraw it with "
            "`review: {state: withdrawn, …}` where it should not be shown",
            near=near,
            id=row.id,
        )
    return phrase(
        "if it has another name now, give it `aliases: [%(id)s]`; else bring its file back, and withdraw it with "
        "`review: {state: withdrawn, …}` where it should not be shown",
        id=row.id,
    )


_TIDY = phrase("`observatory ledger` writes it in order, each id once")
