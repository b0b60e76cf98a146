"""The reader of regular YAML: it reads what nearly everybody writes, and always as the parser does."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import load, regular
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.source import Source
from tests.conftest import CASES, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION

ROOT = Path(__file__).parent.parent
FILES = [*(ROOT / "practices").rglob("*.yml"), *(ROOT / "registry").rglob("*.yml"), *CASES.rglob("*.yml")]

ENTRY = """\
# a note
language: en
title: "A title: with marks # and 'quotes'"
lead: 'single'

countries: [ITA, NOR]
provisions: ["5.1", '6.1(a)']
since: 2013-05
summary: >-
  Words on a line: and
  on another # one.
description: |
  1. A list.

     Further in.
  # no note

problem: >
  Joined.
conditions:
- at the margin
  # a note further in
- "quoted"
evidence: {level: stated}
sources:
  - {document: wg4, paragraphs: ["8", "9"], url: https://example.org/a#b}
  - title: Report, of a body
    links:
      - note: |-
          Deep.
      - [a, [b]]
# the end
"""
ENTRY_READ = {
    "language": "en",
    "title": "A title: with marks # and 'quotes'",
    "lead": "single",
    "countries": ["ITA", "NOR"],
    "provisions": ["5.1", "6.1(a)"],
    "since": "2013-05",
    "summary": "Words on a line: and on another # one.",
    "description": "1. A list.\n\n   Further in.\n# no note\n",
    "problem": "Joined.\n",
    "conditions": ["at the margin", "quoted"],
    "evidence": {"level": "stated"},
    "sources": [
        {"document": "wg4", "paragraphs": ["8", "9"], "url": "https://example.org/a#b"},
        {"title": "Report, of a body", "links": [{"note": "Deep."}, ["a", ["b"]]]},
    ],
}

IRREGULAR = {
    "two lines of a text": "a: b\n  c\n",
    "a colon in a text": "a: b: c\n",
    "a note behind a text": "a: b # c\n",
    "an escape": 'a: "\\u0041"\n',
    "a doubled quotation mark": "a: 'it''s'\n",
    "an anchor": "a: &b c\n",
    "a tag": "a: !b c\n",
    "a tab": "a:\tb\n",
    "the same name twice": "a: b\na: c\n",
    "the same name twice in braces": "a: {b: c, b: d}\n",
    "nothing behind a name": "a:\nb: c\n",
    "a mark of a document": "---\na: b\n",
    "no break at the end": "a: b",
    "paragraphs that are joined": "a: >-\n  b\n\n  c\n",
    "a field in a list in brackets": "a: [b: c]\n",
    "brackets over two lines": "a: [b,\n  c]\n",
    "less margin than the field": "a:\n  - b: |\n    c\n",
    "deep brackets": f"a: {'[' * 5}b{']' * 5}\n",
    "deep margins": "".join(f"{' ' * n}a:\n" for n in range(12)) + f"{' ' * 12}a: b\n",
    "margins between": "a:\n    - b\n  - c\n",
    "a margin at the beginning": " a: b\n",
}
LINES = st.sampled_from([
    "a: b", "b:", "- c", "  - d", "  e: f", "   g: h", "i: |", "j: >-", "  k", "    l", "", "# m", "  # n", "o: [p, q]",
    'r: "s"', "  - t: u", "    v: w", "- x: y", "z: {a: b, c: [d]}", "- - e", "  ", "   f", "g: >", "- {h: i}", "- |",
    "j: 'k' ", "l: |-", "m : n", "- ", "-", "o: p:", "q: r #s", "t: u#v", "w: [x]y", "z: [a, ]", "? b", "- 'c': d",
])  # fmt: skip
MARKS = [*"ab5:-[]{}&*!|>'\"%@`#,? \n\t\\~.<é\u3000\ufffe\r", "\n  ", ": ", " #", ", ", "\n- ", "|\n  ", "\n\n"]


def _by_parser(source: Source) -> Document | Diagnostic:
    with patch.object(regular, "root", return_value=None):
        return load.parse(source)


def _assert_as_parser(text: str) -> None:
    source = Source("x.yml", text)
    assert load.parse(source) == _by_parser(source)


def test_what_is_written_regularly_is_read() -> None:
    read = regular.root(Source("x.yml", ENTRY))
    assert read is not None and plain(read) == ENTRY_READ


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_are_read_as_by_the_parser(path: Path) -> None:
    _assert_as_parser(path.read_text(encoding="utf-8", errors="replace"))


def test_the_entries_of_the_observatory_are_regular() -> None:
    files = [path for path in FILES if path.is_relative_to(ROOT / "practices")]
    assert files and all(regular.root(Source(path.name, path.read_text(encoding="utf-8"))) for path in files)


@pytest.mark.parametrize("text", IRREGULAR.values(), ids=IRREGULAR)
def test_what_is_irregular_is_left_to_the_parser(text: str) -> None:
    assert regular.root(Source("x.yml", text)) is None
    _assert_as_parser(text)


@settings(max_examples=300)
@given(st.lists(LINES, max_size=8))
@example(["i: |", "  k", " ", "a: b"])
def test_any_lines_are_read_as_by_the_parser(lines: list[str]) -> None:
    _assert_as_parser("".join(f"{line}\n" for line in lines))


@settings(max_examples=300)
@given(st.sampled_from([ENTRY, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION]), st.data())
def test_entries_with_slips_are_read_as_by_the_parser(entry: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(entry)))
        entry = entry[:at] + data.draw(st.sampled_from(["", *MARKS])) + entry[at + data.draw(st.integers(0, 2)) :]
    _assert_as_parser(entry)


@given(st.lists(st.sampled_from(MARKS), max_size=12).map("".join))
def test_any_value_is_read_as_by_the_parser(value: str) -> None:
    for text in (
        f"a: {value}\nb: c\n",
        f"a:\n  - {value}\n",
        f"a: [b, {value}]\n",
        f"a: {{b: {value}}}\n",
        f"a: |\n  b{value}\n",
    ):
        _assert_as_parser(text)
