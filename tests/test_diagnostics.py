"""The voices: what they say, and that nothing an author wrote can make them say something else."""

from __future__ import annotations

import json
import unicodedata

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Problem, Severity, in_order, shortened
from generator.source import Source, Span
from generator.voices import Paint, as_json, concise, full, github, gitlab

SOURCE = Source("practices/article-05/ita-plans.yml", "language: en\ntitle: Plans, of 100%\nsummary: 反腐败战略 here\n")


def _found(span: Span, message: str = "the title is wrong", advice: str = "mend it") -> Diagnostic:
    return Diagnostic("P101", Severity.ERROR, Problem(span, message, advice))


TITLE = _found(Span(SOURCE, 2, 8, 2, 13))


def test_full_voice_shows_the_line_and_points() -> None:
    assert full(TITLE) == (
        "error[P101] the title is wrong\n"
        " --> practices/article-05/ita-plans.yml:2:8\n"
        "  |\n"
        "2 | title: Plans, of 100%\n"
        "  |        ^^^^^\n"
        "  = mend it\n"
    )


def test_caret_stands_below_wide_characters() -> None:
    line, caret = full(_found(Span(SOURCE, 3, 13, 3, 15))).splitlines()[3:5]
    assert line.endswith("summary: 反腐败战略 here")
    assert caret == "  | " + " " * 15 + "^^^^"


def test_long_lines_are_cut_around_the_place() -> None:
    source = Source("x.yml", "x" * 5_000 + "FAULT" + "y" * 5_000)
    told = full(_found(Span(source, 1, 5_001, 1, 5_006)))
    assert "FAULT" in told and max(map(len, told.splitlines())) < 120


def test_a_command_is_not_put_together_from_what_is_before_and_in_the_place() -> None:
    source = Source("a.yml", "title: ##[group]")
    assert "##[" not in full(Diagnostic("P101", Severity.ERROR, Problem(source.find(9), "no such value")))


def test_full_voice_in_colour_says_the_same() -> None:
    marks = Paint(*(lambda text: f"<{text}>" for _ in range(4)))
    assert full(TITLE, marks).replace("<", "").replace(">", "") == full(TITLE).replace(">", "")


def test_concise_voice() -> None:
    assert concise(TITLE) == "practices/article-05/ita-plans.yml:2:8: P101 the title is wrong"


def test_github_voice_escapes_what_a_workflow_command_would_obey() -> None:
    found = _found(Span(Source("a:b,c.yml", ""), 1, 1, 1, 1), "100% wrong\n::error::stolen", "")
    assert github(found) == "::error file=a%3Ab%2Cc.yml,line=1,col=1,title=P101::100%25 wrong%0A::error::stolen"


def test_json_voice_says_everything() -> None:
    assert json.loads(as_json([TITLE])) == [
        {
            "code": "P101",
            "severity": "error",
            "message": "the title is wrong",
            "advice": "mend it",
            "file": "practices/article-05/ita-plans.yml",
            "line": 2,
            "column": 8,
            "end_line": 2,
            "end_column": 13,
        }
    ]


CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![./])"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab reads: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""


def test_gitlab_voice_is_a_code_quality_report() -> None:
    warning = Diagnostic("P209", Severity.WARNING, Problem(SOURCE.start(), "it only holds a place"))
    (first, second) = report = json.loads(gitlab([TITLE, warning]))
    jsonschema.validate(report, CODE_QUALITY)
    assert {**first, "fingerprint": ""} == {
        "description": "the title is wrong; mend it",
        "check_name": "P101",
        "fingerprint": "",
        "severity": "blocker",
        "location": {"path": "practices/article-05/ita-plans.yml", "lines": {"begin": 2}},
    }
    assert (second["severity"], second["description"]) == ("minor", "it only holds a place")


def fingerprints(text: str, *lines: int) -> list[str]:
    """Those of a fault on some lines of a text."""
    found = [_found(Span(Source("x.yml", text), line, 1, line, 2), f"wrong on line {line}") for line in lines]
    return [one["fingerprint"] for one in json.loads(gitlab(found))]


def test_a_fault_keeps_its_fingerprint_when_its_line_moves() -> None:
    assert fingerprints("title: x\n", 1) == fingerprints("# A note\n\n  title: x\n", 3)


def test_faults_that_are_alike_have_fingerprints_of_their_own() -> None:
    twice = fingerprints("- x\n- x\n- y\n", 1, 2, 3)
    assert len({*twice}) == 3
    assert twice[:2] == fingerprints("- z\n- x\n- x\n", 2, 3)


def test_in_order_of_place_and_none_twice() -> None:
    later = _found(Span(SOURCE, 3, 1, 3, 2))
    assert in_order([later, TITLE, TITLE]) == [TITLE, later]


@pytest.mark.parametrize(("text", "said"), [("a\nb", "a b"), ("\x1b[31m", "<U+001B>[31m"), ("x" * 61, "x" * 59 + "…")])
def test_quoted_values_are_short_and_visible(text: str, said: str) -> None:
    assert shortened(text) == said


TEXT = st.text(st.characters(codec=None), max_size=200)


@given(path=TEXT, text=TEXT, message=TEXT, place=st.tuples(*[st.integers(1, 50)] * 4))
def test_no_voice_emits_control_characters(
    path: str, text: str, message: str, place: tuple[int, int, int, int]
) -> None:
    found = _found(Span(Source(path, text), *place), message, message)
    lines = [
        *full(found).split("\n"), concise(found), github(found), *as_json([found]).split("\n"), *gitlab([found]).split("\n")
    ]  # fmt: skip
    assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for line in lines for c in line)
    assert json.loads(as_json([found]))[0]["message"] == message
