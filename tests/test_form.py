"""What is asked of people who submit a practice without seeing a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator import questionnaire, sentences
from generator.expressions import in_javascript
from generator.fields import PRACTICE
from generator.kinds import Record
from generator.questionnaire import Question
from tests.conftest import THEME


def _with_parts(asked: Question) -> Iterator[Question]:
    yield asked
    for part in asked.parts:
        yield from _with_parts(part)


def test_every_field_is_asked_for_once_but_what_maintainers_write() -> None:
    asked = [question.field.name for question in questionnaire.questions()]
    assert sorted([*asked, "review", "withdrawal", "aliases"]) == sorted(PRACTICE.names)


def test_a_group_asks_for_all_of_its_parts() -> None:
    for asked in questionnaire.questions():
        for question in _with_parts(asked):
            names = question.kind.names if isinstance(question.kind, Record) else ()
            assert tuple(part.field.name for part in question.parts) == names


def test_places_are_told_apart() -> None:
    paths = [question.path for asked in questionnaire.questions() for question in _with_parts(asked)]
    assert len(paths) == len(set(paths))
    assert "assistance.needed.note" in paths


def test_scripts_say_sentences_that_there_are_and_nobody_is_told_of_files() -> None:
    scripts = [path.read_text(encoding="utf-8") for path in (THEME / "overrides/assets/form").glob("*.js")]
    asked_for = {name for script in scripts for name in re.findall(r'phrase\("(\w+)"', script)}
    assert asked_for and asked_for <= sentences.EVERY.keys()
    quoted = re.compile(r"`(%\(\w+\)s|https://%\(address\)s|con)`")  # what somebody wrote, or should
    said = [quoted.sub("", one.asked or one.template) for one in sentences.EVERY.values()]
    assert [one for one in said if "`" in one or ".yml" in one or "/%" in one] == []


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"[\w.+-]{1,64}@\w", ("[\\p{L}\\p{N}_.+-]{1,64}@[\\p{L}\\p{N}_]", "u")),
        (r"https?://[^\s\"']+\.\d", ("https?://[^\\s\"']+\\.\\p{Nd}", "u")),
        ("[\u200b-\u200f]", ("[\\u{200b}-\\u{200f}]", "u")),
    ],
)
def test_expressions_say_the_same_in_javascript(pattern: str, expected: tuple[str, str]) -> None:
    assert in_javascript(re.compile(pattern)) == expected


def test_an_expression_can_ask_for_the_whole_for_every_match_and_for_any_case() -> None:
    assert in_javascript(re.compile("a|b", re.IGNORECASE), whole=True, every=True) == ("^(?:a|b)$", "uig")


def test_what_only_makes_an_expression_readable_is_left_out() -> None:
    readable = re.compile("(?: [ a] | b\\# )  # a word\n | c", re.VERBOSE)
    assert in_javascript(readable) == ("(?:[ a]|b#)|c", "u")


def test_an_escape_that_javascript_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match=r"no \\A"):
        in_javascript(re.compile(r"\Ax"))
