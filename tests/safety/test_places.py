"""Texts where they leave the pages: citations, annotations of a pull request, and what is printed on a terminal."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citation import Reference, bibtex, ris
from generator.diagnostics import Diagnostic, Problem, Severity
from generator.source import Source, Span
from generator.voices import as_json, concise, full, github
from tests.safety.corpus import EVERY, PAYLOADS

ANY = st.one_of(st.sampled_from(EVERY), st.text(), st.text('{}\\%"\n@,= a'))


def cited(text: str) -> Reference:
    """A reference with a text wherever one stands; the rest is made of ids."""
    return Reference("pha-x", text, text, text, "2025-01-04", "https://x.example/en/practices/pha-x/", "en")


def braces(record: str) -> list[int]:
    """How deep in braces each character stands, as BibTeX counts: a backslash before one means nothing to it."""
    depth, depths = 0, []
    for character in record:
        depth += (character == "{") - (character == "}")
        depths.append(depth)
    return depths


@given(ANY)
def test_no_title_leaves_its_field_in_bibtex(text: str) -> None:
    record = bibtex(cited(text))
    depths = braces(record)
    assert depths[-1] == 0 and min(depths[: len(record.rstrip()) - 1]) >= 0
    assert depths.index(0, record.index("{")) == len(record.rstrip()) - 1, "the record ends where its last brace is"
    names = [match[1] for match in re.finditer(r"(?m)^  (\w+) = \{", record) if depths[match.start()] == 1]
    assert names == [name for name in ("title", "note", "organization", "date", "url", "langid") if name in names]
    assert len(names) == (6 if text else 3)


@given(ANY)
def test_no_title_makes_a_line_of_its_own_in_ris(text: str) -> None:
    lines = ris(cited(text)).split("\n")
    assert len(ris(cited(text)).splitlines()) == len(lines) - 1
    assert [line[:6] for line in lines if line] == [
        f"{tag}  - " for tag in ("TY", "ID", *(["TI", "PB", "N1"] if text.split() else []), "DA", "UR", "LA", "ER")
    ]


def test_control_with_backslashes_before_braces_the_check_fires() -> None:
    record = bibtex(cited("wick")).replace("wick", r"a \}, note = \{evil", 1)
    assert min(braces(record)[record.index("title") + 12 : record.index("evil")]) < 2


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
