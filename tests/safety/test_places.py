"""Texts where they leave the pages: annotations of a pull request, and what is printed on a terminal."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Problem, Severity
from generator.source import Source, Span
from generator.voices import as_json, concise, full, github
from tests.safety.corpus import EVERY, PAYLOADS

ANY = st.one_of(st.sampled_from(EVERY), st.text(), st.text('{}\\%"\n@,= a'))


def found(text: str) -> Diagnostic:
    """A diagnostic that quotes a text everywhere, in a file of that name."""
    source = Source(f"practices/{text}.yml", f"title: {text}\n")
    return Diagnostic("P101", Severity.ERROR, Problem(Span(source, 1, 8, 1, 9), f"`{text}` is wrong", f"mend {text}"))


def _obeyed(line: str) -> bool:
    """Whether a runner of GitHub Actions takes a line for a command: by its source, in two notations."""
    return bool(re.match(r"\s*::[a-z-]+.*::", line)) or "##[" in line


@given(ANY)
def test_no_text_commands_a_runner_or_a_terminal(text: str) -> None:
    one = found(text)
    annotation = github(one)
    assert len(annotation.splitlines()) == 1
    assert annotation.startswith("::error file=practices/") and annotation.count("::") >= 2
    properties = annotation[len("::error ") :].partition("::")[0].split(",")
    assert [part.partition("=")[0] for part in properties] == ["file", "line", "col", "title"]
    for line in "\n".join([full(one), concise(one), as_json([one])]).split("\n"):
        assert line.isprintable() and not _obeyed(line), repr(line)
    assert "##[" not in annotation and annotation.isprintable()
    assert json.loads(as_json([one]))[0]["message"] == f"`{text}` is wrong"


@pytest.mark.parametrize("payload", PAYLOADS["annotation"])
def test_control_bare_payloads_are_commands(payload: str) -> None:
    if payload.startswith(("::a", "::d", "::e", "::g", "::n", "::s", "::w", "##[")):
        assert _obeyed(payload)
    assert not any(_obeyed(line) for line in full(found(payload)).splitlines())
