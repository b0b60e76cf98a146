"""The public YAML test suite: each document ends in a value or in a clean refusal."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from generator import load
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.source import Source
from generator.voices import full
from tests.conftest import CASES

SUITE: dict[str, tuple[str, bool, str]] = json.loads((CASES / "yaml-suite" / "inputs.json").read_text("utf-8"))
"""Name, whether it is no YAML, and text, by the suite's id."""
LENIENT = {"9C9N", "DK95-1", "QB6E", "S98Z", "SU5Z", "X4QW"}
"""No YAML by the suite, and read all the same by libyaml, which is kinder to indents, and to comments without a space."""


def read(id: str) -> Document | Diagnostic:
    """A text of the suite, read as a file is."""
    return load.parse(Source(f"{id}.yml", SUITE[id][2].replace("\r\n", "\n").replace("\r", "\n")))


@pytest.mark.parametrize("id", SUITE)
def test_a_text_ends_in_a_value_or_a_refusal(id: str) -> None:
    found = read(id)
    if isinstance(found, Document):
        assert isinstance(plain(found.root), dict)
    else:
        assert found.problem.message and found.problem.advice
        assert 1 <= found.span.line <= found.span.source.text.count("\n") + 1
        assert full(found).isprintable() or "\n" in full(found)


def test_what_is_no_yaml_is_refused() -> None:
    assert {id for id, (_, broken, _) in SUITE.items() if broken and isinstance(read(id), Document)} == LENIENT


def test_the_suite_is_whole() -> None:
    counts = Counter("value" if isinstance(read(id), Document) else "refusal" for id in SUITE)
    assert len(SUITE) == 406 and counts["value"] > 70


@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("P94K", {"key": "value"}),
        ("7W2P", {"a": "", "b": "", "c": ""}),
        ("4CQQ", {"plain": "This unquoted scalar spans many lines.", "quoted": "So does this quoted scalar.\n"}),
        ("J7VC", {"one": "2", "three": "4"}),
        ("SYW4", {"hr": "65", "avg": "0.278", "rbi": "147"}),
    ],
)
def test_values_are_those_of_the_suite_as_texts(id: str, value: object) -> None:
    found = read(id)
    assert isinstance(found, Document) and plain(found.root) == value


@pytest.mark.parametrize(
    ("id", "code"),
    [("3GZX", "Y012"), ("2XXW", "Y013"), ("27NA", "Y014"), ("RZT7", "Y015"), ("236B", "Y009"), ("FQ7F", "Y011")],
)
def test_refusals_say_why(id: str, code: str) -> None:
    found = read(id)
    assert isinstance(found, Diagnostic) and found.code == code
