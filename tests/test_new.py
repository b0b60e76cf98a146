"""`observatory new`: asks little, writes an entry whose only faults are its blanks."""

from __future__ import annotations

import pytest

from generator import load
from generator.document import Document
from generator.new import propose
from generator.scribe import quoted
from generator.source import Source
from tests.conftest import PLACE, SOUND, Tiny

ITALY = ("--state", "ITA", "--provision", "5.1", "--title", "Cascade of plans", "--id", "ita-cascade")


def test_writes_an_entry_with_blanks(tiny: Tiny) -> None:
    said = tiny.run("new", *ITALY)
    assert said.code == 0
    assert "practices/article-05/ita-cascade.yml" in said.out and "observatory check" in said.out
    found = tiny.check().diagnostics
    assert {one.code for one in found} == {"P104"}
    text = (tiny.root / "practices/article-05/ita-cascade.yml").read_text()
    assert "countries: [ITA]" in text and "anonymous" not in text


def test_filled_in_it_is_sound(tiny: Tiny) -> None:
    tiny.run("new", *ITALY)
    path = tiny.root / "practices/article-05/ita-cascade.yml"
    text = path.read_text()
    for blank, filled in {
        "themes: []": "themes: [strategies]",
        "measures: []": "measures: [policy]",
        "status:\n": "status: in-force\n",
        "summary:\n": "summary: Every body adopts its own plan.\n",
        "document: ": "document: wg4-2019-4 ",
        "paragraphs: []": 'paragraphs: ["20"]',
        "by: ": "by: State ",
        "channel: ": "channel: statement ",
        "date:  ": "date: 2019-09  ",
    }.items():
        assert text.count(blank) == 1, blank
        text = text.replace(blank, filled)
    path.write_text(text)
    assert tiny.check().diagnostics == []


def test_comments_taken_away_are_fields(tiny: Tiny) -> None:
    tiny.run("new", *ITALY)
    text = (tiny.root / "practices/article-05/ita-cascade.yml").read_text()
    names = [line for line in text.splitlines() if line.startswith("# ") and line[2:].partition(":")[0].isidentifier()]
    assert len(names) > 10
    uncommented = "\n".join(line.removeprefix("# ") for line in text.split("\n\n")[-1].splitlines()[1:])
    assert isinstance(load.parse(Source("x.yml", uncommented)), Document)


def test_asks_for_what_is_not_given(tiny: Tiny) -> None:
    said = tiny.run("new", given="Atlantis\nnorway\n5\n5.2\nPlans: of bodies\n\n")
    assert said.code == 0
    assert "there is no State" in said.out + said.err
    assert "the provisions of article 5 are 5.1, 5.2" in said.out + said.err
    assert "[nor-plans-of-bodies]" in said.out
    text = (tiny.root / "practices/article-05/nor-plans-of-bodies.yml").read_text()
    assert 'title: "Plans: of bodies"' in text


def test_anonymous(tiny: Tiny) -> None:
    tiny.run("new", "--state", "none", "--provision", "6.1(a)", "--title", "An authority", "--id", "an-authority")
    text = (tiny.root / "practices/article-06/an-authority.yml").read_text()
    assert "\nanonymous: one State\n" in text and "countries:" not in text


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--state", "ZZZ", "there is no State"),
        ("--provision", "15.1", "there is no provision"),
        ("--title", "x" * 300, "at most 160"),
        ("--title", " ", "a title needs words"),
        ("--language", "xx", "there is no language"),
        ("--id", "ita_plans", "small letters"),
        ("--id", "nor-plans", "must begin with ita-"),
        ("--id", "../ita", "small letters"),
        ("--id", f"ita-{'x' * 80}", "at most 80"),
        ("--id", "ita-plans", "there is an entry ita-plans already"),
    ],
)
def test_wrong_answers(option: str, value: str, words: str, tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND)
    said = tiny.run("new", *ITALY, option, value)
    assert said.code == 2 and words in " ".join(said.err.split())
    assert list(tiny.settings.practices.rglob("*.yml")) == [tiny.root / PLACE]


def test_what_stands_in_the_way_is_told(tiny: Tiny) -> None:
    tiny.write("practices/article-05", "no folder")
    said = tiny.run("new", *ITALY)
    assert said.code == 1 and said.err.startswith("Error: practices/article-05/ita-cascade.yml: ")
    tiny.write("schema", "no folder")
    said = tiny.run("schema")
    assert said.code == 1 and said.err.startswith("Error: schema/practice.schema.json: ")


def test_no_answer_writes_nothing(tiny: Tiny) -> None:
    said = tiny.run("new", given="")
    assert said.code == 1 and "Traceback" not in said.err
    assert not list(tiny.settings.practices.iterdir())


@pytest.mark.parametrize(
    ("title", "state", "id"),
    [
        ("Cascade of plans", "ITA", "ita-cascade-of-plans"),
        ("L’Autorità nazionale", "ITA", "ita-lautorita-nazionale"),
        ("Ita plans", "", "practice-ita-plans"),
        ("三年计划", "ITA", ""),
        ("word " * 30, "ITA", "ita-word-word-word-word-word-word-word-word-word"),
    ],
)
def test_proposed_ids(title: str, state: str, id: str) -> None:
    assert propose(title, state, frozenset({"ITA", "NOR"})) == id


@pytest.mark.parametrize(
    "text",
    ["Plans", "Plans: two", "yes", "- a", "#4", "a #4", 'say "so"', "back\\slash", "[a]", "三年计划", "1"],
)
def test_quoted_text_is_read_as_it_was(text: str) -> None:
    document = load.parse(Source("x.yml", f"title: {quoted(text)}\n"))
    assert isinstance(document, Document) and document.text("title") == text
