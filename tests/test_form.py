"""What is asked of people who submit a practice without seeing a file."""

from __future__ import annotations

from collections.abc import Iterator

from generator import form
from generator.fields import PRACTICE, Record
from generator.form import Question


def _with_parts(asked: Question) -> Iterator[Question]:
    yield asked
    for part in asked.parts:
        yield from _with_parts(part)


def test_every_field_is_asked_for_once_but_what_maintainers_write() -> None:
    asked = [question.field.name for question in form.questions()]
    assert sorted([*asked, "review", "withdrawal", "aliases"]) == sorted(PRACTICE.names)


def test_a_group_asks_for_all_of_its_parts() -> None:
    for asked in form.questions():
        for question in _with_parts(asked):
            names = question.kind.names if isinstance(question.kind, Record) else ()
            assert tuple(part.field.name for part in question.parts) == names


def test_places_are_told_apart() -> None:
    paths = [question.path for asked in form.questions() for question in _with_parts(asked)]
    assert len(paths) == len(set(paths))
    assert "assistance.needed.note" in paths
