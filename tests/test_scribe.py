"""Texts written into YAML files, and read again by the careful reader."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator import load
from generator.characters import unseen
from generator.document import Document, plain
from generator.kinds import Kind, Line, ListOf, Markdown, Prose
from generator.scribe import field
from generator.source import Source


@pytest.mark.parametrize(
    ("kind", "value", "lines"),
    [
        (Line(), "Plans triennaux", "x: Plans triennaux\n"),
        (Line(), "Plans: triennaux", 'x: "Plans: triennaux"\n'),
        (Line(), "2019", 'x: "2019"\n'),
        (Prose(), "  Chaque organisme adopte son plan.\n", "x: >-\n  Chaque organisme adopte son plan.\n"),
        (Prose(), "word " * 30, "x: >-\n  " + "word " * 21 + "word\n  " + "word " * 7 + "word\n"),
        (Prose(), "每个公共机构通过自己的三年计划。", "x: >-\n  每个公共机构通过自己的三年计划。\n"),
        (Markdown(), "- one\n- two\n\n  more\n", "x: |\n  - one\n  - two\n\n    more\n"),
        (Markdown(), "    code", "x: |\n  code\n"),
        (ListOf(Line()), ["Une volonté.", "Un budget: oui"], 'x:\n  - Une volonté.\n  - "Un budget: oui"\n'),
    ],
)
def test_a_field_as_it_is_written(kind: Kind, value: str | list[str], lines: str) -> None:
    assert field("x", value, kind) == lines


TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="ab #:-|>%@\n\t'\"\\{}[],&*!?0é", max_size=40),
).filter(lambda text: bool(text.strip()) and not unseen(text) and "\r" not in text)


@given(TEXTS, st.sampled_from([Line(), Prose(), Markdown()]))
@example("# a heading\n\n  and more", Markdown())
@example("a  b " * 40, Prose())
@example("...", Markdown())
@example("--- x\n--- y", Prose())
def test_a_text_is_read_as_it_was(text: str, kind: Kind) -> None:
    read = load.parse(Source("x.yml", field("x", text, kind)))
    assert isinstance(read, Document), read
    assert read.text("x").strip() == text.strip()


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_a_list_is_read_as_it_was(items: list[str]) -> None:
    read = load.parse(Source("x.yml", field("x", items, ListOf(Line()))))
    assert isinstance(read, Document), read
    assert plain(read.root) == {"x": [item.strip() for item in items]}
