"""Answers with the codes of their questions to the fields of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from generator.diagnostics import Diagnostic, shortened
from generator.document import Mapping as Group
from generator.document import Node, Scalar
from generator.document import Sequence as List
from generator.fields import PRACTICE
from generator.intake.astray import MOST
from generator.intake.faults import CODES, answered_twice, fault, unplaced_answer
from generator.intake.given import Given, Read, Submission, part
from generator.kinds import Field, Kind, Line, ListOf, Record
from generator.phrase import phrase
from generator.source import Span

ID = "id"
"""The code of the id that somebody wants for the entry: no field, and not asked for, but taken where it is given."""
WRITTEN_HERE = frozenset({"review", "withdrawal", "aliases"})
"""Fields that maintainers and commands write, never those who submit."""
_NUMBER = re.compile(r"[1-9][0-9]?")
_PIECES = re.compile(r"[^\n;；؛]+")
_NUMBERS = re.compile(r"[^\n;；؛,،、]+")
_LINES = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-*•–·]|[0-9]{1,2}[.)])\s+(?=\S)")


class Place(NamedTuple):
    """Where an answer goes: the names and numbers that lead there, and the field at the end."""

    path: tuple[str | int, ...]
    field: Field


def place(code: str) -> Place | None:
    """Where the answer to a question goes, by its code; the number of a group may be left out. ``None`` where there is none."""
    path: list[str | int] = []
    record: Record | None = PRACTICE
    field: Field | None = None
    names = code.split(".")
    if names[0] in WRITTEN_HERE:
        return None
    while names:
        field = record.field(names.pop(0)) if record else None
        if field is None:
            return None
        path.append(field.name)
        kind = field.kind
        if isinstance(kind, ListOf) and isinstance(kind.kind, Record):
            path.append(int(names.pop(0)) if names and _NUMBER.fullmatch(names[0]) else 1)
            kind = kind.kind
        record = kind if isinstance(kind, Record) else None
    return Place(tuple(path), field) if field and record is None else None


def placed(start: Span, given: Iterable[Given], before: Iterable[Diagnostic]) -> Read:
    """The practice that some answers describe, with the faults there were ``before`` and what could not be placed.

    Where all answers are empty there is no practice, and only the faults are left.
    """
    tree: dict[str | int, Any] = {}
    faults: list[Diagnostic] = []
    places: dict[str, Span] = {}
    for code, answer in given:
        if not answer.value.strip():
            places.setdefault(code, answer.span)
            continue
        answer = part(answer, 0, len(answer.value))
        found = place(code)
        if code == ID:
            found = Place((ID,), Field(ID, Line(), ""))
        if found is None:
            message = phrase(
                "`%(answer)s` has the code %(code)s, which no question has",
                answer=shortened(answer.value, 40),
                code=shortened(code, 40),
            )
            faults.append(fault(unplaced_answer, answer.span, message, CODES))
            continue
        branch = tree
        for step in found.path[:-1]:
            branch = branch.setdefault(step, {})
        name, kind = found.path[-1], found.field.kind
        if isinstance(kind, ListOf):
            branch.setdefault(name, []).extend(_pieces(answer, kind.kind))
        elif name in branch:
            faults.append(fault(answered_twice, answer.span, code))
        else:
            branch[name] = _joined(answer, kind)
    every = (*before, *faults[:MOST])
    return Read((Submission(start, _group(tree, PRACTICE), places, every),)) if tree else Read((), every)


def _pieces(answer: Scalar, kind: Kind) -> Iterable[Scalar]:
    """The items of a list that are written in one cell: a line each; short ones may be parted by semicolons, numbers by commas."""
    length = kind.limit if isinstance(kind, Line) else 100
    pattern = _LINES if length > 200 else _NUMBERS if length <= 20 else _PIECES
    for found in pattern.finditer(answer.value):
        bullet = _BULLET.match(found.group())
        piece = part(answer, found.start() + (bullet.end() if bullet else 0), found.end())
        if piece.value:
            yield piece


def _joined(answer: Scalar, kind: Kind) -> Scalar:
    """A text as its field takes it: a line has no line breaks."""
    if isinstance(kind, Line):
        words = " ".join(line.strip() for line in answer.value.split("\n") if line.strip())
        return Scalar(answer.source, answer.start, answer.end, words, plain=False)
    return answer


def _group(tree: dict[str | int, Any], record: Record) -> Group:
    """The fields of a record in the order of their description, an id before all others."""
    pairs = []
    for name in (ID, *record.names):
        if name in tree:
            field = record.field(name)
            node = _node(tree[name], field.kind if field else Line())
            pairs.append((Scalar(node.source, node.start, node.start, name), node))
    return Group(pairs[0][1].source, pairs[0][1].start, pairs[-1][1].end, tuple(pairs))


def _node(value: Any, kind: Kind) -> Node:
    if isinstance(value, Scalar):
        return value
    if isinstance(value, list):
        return List(value[0].source, value[0].start, value[0].end, tuple(value))
    if isinstance(kind, ListOf) and isinstance(kind.kind, Record):
        groups = tuple(_group(value[number], kind.kind) for number in sorted(value))
        return List(groups[0].source, groups[0].start, groups[0].end, groups)
    if isinstance(kind, Record):
        return _group(value, kind)
    raise TypeError(kind)
