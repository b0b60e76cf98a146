"""The questionnaire before it has a format: every place for an answer, with the code by which it is known when it comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.kinds import ListOf, Record
from generator.questionnaire import Question, Section

GROUPS = 2
"""How often a group is asked for that may be given several times; the code of another one has the next number."""
MOST = {"sources": 3}
CHOSEN = 4
"""How many places there are for something chosen from a list, of which several may be chosen."""
FEW = {"countries": 2}

NOTE = "#"
"""Stands in place of a code in rows that ask nothing; in the first cell of a sheet of which nothing is read, twice."""


class Row(NamedTuple):
    """A place for an answer: its code, such as ``sources.1.document``, and the question.

    ``required`` says whether it must be answered, ``places`` how many answers there are places for.
    """

    code: str
    question: Question
    required: bool
    places: int


class Block(NamedTuple):
    """Rows that belong together: those of a group, which has a title and a hint, or of none.

    ``number`` counts groups of which several may be given, from 1; it is 0 elsewhere.
    """

    title: str
    hint: str
    number: int
    required: bool
    rows: tuple[Row, ...]


def blocks(section: Section) -> Iterator[Block]:
    """The blocks of a section, in the order of the form."""
    rows: list[Row] = []
    for question in section.questions:
        if isinstance(question.kind, Record):
            if rows:
                yield Block("", "", 0, False, tuple(rows))
                rows = []
            yield from _groups(question, question.field.name, question.field.required)
        else:
            rows.append(_row(question, question.field.name, question.field.required))
    if rows:
        yield Block("", "", 0, False, tuple(rows))


def _groups(question: Question, code: str, required: bool) -> Iterator[Block]:
    """The blocks of a record, or of a list of records."""
    if not question.is_repeatable:
        own = [part for part in question.parts if not isinstance(part.kind, Record)]
        if own:
            rows = tuple(_row(part, f"{code}.{part.field.name}", required and part.field.required) for part in own)
            yield Block(question.title, question.hint, 0, required, rows)
        for part in question.parts:
            if isinstance(part.kind, Record):
                yield from _groups(part, f"{code}.{part.field.name}", False)
        return
    for number in range(1, MOST.get(code, GROUPS) + 1):
        must = required and number == 1
        rows = tuple(
            _row(part, f"{code}.{number}.{part.field.name}", must and part.field.required) for part in question.parts
        )
        yield Block(question.title, question.hint, number, must, rows)


def _row(question: Question, code: str, required: bool) -> Row:
    kind = question.field.kind
    places = min(kind.limit, FEW.get(code, CHOSEN)) if isinstance(kind, ListOf) else 1
    return Row(code, question, required, places)
