"""`observatory format`: one form of entries, in which they say what they said."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator import load, scribe
from generator.characters import unseen
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.fields import PRACTICE, TRANSLATION
from generator.formatting.faithful import formed
from generator.formatting.files import compared, write
from generator.formatting.notes import texts
from generator.kinds import Record
from generator.settings import Settings
from generator.source import Source
from tests.conftest import CASES, PLACE, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION, Tiny
from tests.safety.test_yaml_suite import SUITE
from tests.safety.test_yaml_suite import read as read_of_suite
from tests.test_docs import blocks, part
from tests.test_regular import ENTRY
from tests.test_rules import RULE_CASES, TRANSLATION_PLACE
from tests.test_rules import lay_out as lay_out_case

ROOT = Path(__file__).parents[1]

FILES = [*sorted((ROOT / "practices").rglob("*.yml")), *sorted((CASES / "rules").rglob("*.yml"))]

BROKEN = "practices/article-05/nor-broken.yml"
NAMELESS = "DFF7"
"""A text of the YAML suite with a field that has neither a name nor a value."""


def read(text: str) -> Document:
    """A text as it is read."""
    document = load.parse(Source("x.yml", text))
    assert isinstance(document, Document), document
    return document


def form(text: str, modeline: str = "") -> str:
    """A text in the form of the house."""
    after = formed(read(text), PRACTICE, modeline)
    assert isinstance(after, str), after
    return after


def typed(text: str) -> object:
    """What another program reads, with the types of YAML 1.1; nothing where it finds dates that are none."""
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader)
    except ValueError:
        return None


def assert_kept(before: Document, record: Record = PRACTICE) -> None:
    """Laid out, a file says the same to this reader and to another one, has its comments, and does not change again."""
    after = formed(before, record)
    assert isinstance(after, str), f"{after}\n{before.source.text}"
    again = load.parse(Source("x.yml", after))
    assert isinstance(again, Document) and plain(again.root) == plain(before.root)
    assert texts(again) == texts(before)
    assert typed(after) == typed(before.source.text)
    assert formed(again, record) == after


MESSY = """\
# yaml-language-server: $schema=../../schema/practice.schema.json
# A note on the file.

title:   'Cascade of three-year plans'
# The language comes first.
language: en
provisions: [ '5.1' , "6.1(a)"]
countries:
- ITA  # the only one

themes: [strategies,
  # a theme to think about
  coordination]
summary: Every public body adopts its own three-year plan under a national plan that is renewed each year, and reports on it in public.
description: |
    1. A list.

       Further in.
status:    in-force
evidence:
  level: stated
assistance: {needed: [{note: "Further assistance", theme: strategies}]}
sources:
    - paragraphs: ["20"]
      document: wg4-2019-4
    # - {document: wg4-2020-3}
submission: {date: 2019-09, by: State, channel: statement}
# the end
"""
NEAT = """\
# yaml-language-server: $schema=../../schema/practice.schema.json
# A note on the file.

# The language comes first.
language: en
title: Cascade of three-year plans
countries:
  - ITA  # the only one
provisions: ["5.1", "6.1(a)"]

themes:
  - strategies
  # a theme to think about
  - coordination
status: in-force
summary: >-
  Every public body adopts its own three-year plan under a national plan that is renewed each year, and reports
  on it in public.
description: |
  1. A list.

     Further in.
evidence: {level: stated}
assistance:
  needed:
    - {theme: strategies, note: Further assistance}
sources:
  - {document: wg4-2019-4, paragraphs: ["20"]}
  # - {document: wg4-2020-3}
submission: {by: State, channel: statement, date: 2019-09}
# the end
"""


def test_an_entry_in_the_form_of_the_house() -> None:
    assert form(MESSY) == NEAT
    assert form(NEAT) == NEAT


@pytest.mark.parametrize(
    ("line", "formed"),
    [
        ("title: 'It is so'", "title: It is so"),
        ("title: 'Law: 4'", 'title: "Law: 4"'),
        ('title: "Law #4"', 'title: "Law #4"'),
        ("title: Law #4", "title: Law  #4"),
        ("title: 2019", "title: 2019"),
        ('title: "2019"', 'title: "2019"'),
        ("title: no", "title: no"),
        ('title: "no"', 'title: "no"'),
        ("title:", "title:"),
        ('title: ""', 'title: ""'),
        ("since: '2016-07'", "since: 2016-07"),
        ("since: '2016-07-01'", 'since: "2016-07-01"'),
        ("provisions:\n- 6.1(a)\n- 5.1", 'provisions: ["6.1(a)", 5.1]'),
        ("summary: Short.", "summary: >-\n  Short."),
        ("summary: >\n  In two\n  lines.", "summary: >\n  In two\n  lines."),
        ("description: One line.", "description: |-\n  One line."),
        ("description: |+\n  Text.\n", "description: |+\n  Text.\n"),
        ("conditions: [There is a will., 'One: two']", 'conditions:\n  - There is a will.\n  - "One: two"'),
        ("contry: {a: 1, b: [x]}", "contry: {a: 1, b: [x]}"),
        ("lead: |\n  One\n\n  two\n", "lead: |\n  One\n\n  two"),
        ('"title": x', "title: x"),
        ("{title: x, language: en}", "language: en\ntitle: x"),
        ("--- # a note\ntitle: x\n...", "# a note\ntitle: x"),
    ],
)
def test_a_line_in_the_form_of_the_house(line: str, formed: str) -> None:
    assert form(f"{line}\n") == f"{formed}\n"
    assert form(f"{formed}\n") == f"{formed}\n"


@pytest.mark.parametrize("path", [ENTRY, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION, MESSY], ids=lambda text: text[:20])
def test_an_entry_says_what_it_said(path: str) -> None:
    assert_kept(read(path))


def test_every_file_says_what_it_said() -> None:
    for path in FILES:
        before = load.read(path, path.name)
        if isinstance(before, Document):
            assert_kept(before, TRANSLATION if "." in path.stem else PRACTICE)


def test_unusual_yaml_says_what_it_said() -> None:
    for id in SUITE.keys() - {NAMELESS}:
        before = read_of_suite(id)
        if isinstance(before, Document):
            assert_kept(before)


def test_what_cannot_be_laid_out_is_left_alone() -> None:
    before = read_of_suite(NAMELESS)
    assert isinstance(before, Document)
    fault = formed(before, PRACTICE)
    assert isinstance(fault, Diagnostic) and fault.code == "F102"


STRETCHES = st.sampled_from(
    ["# c", "  # c", "    # c", "      # d", "", " # c", "#", "  ", "# yaml-language-server: x"]
)
BESIDE = st.sampled_from([" # b", "  #b", "\t# b", " #"])


@st.composite
def annotated(draw: st.DrawFn) -> str:
    """An entry with comments and empty lines put in anywhere, also where they are parts of texts then, and its blocks in any order."""
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", draw(st.sampled_from([ENTRY, MESSY, SOUND_ORIGINAL, LISTS])))
    lines = "".join([blocks[0], *draw(st.permutations(blocks[1:]))]).splitlines()
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        if draw(st.booleans()):
            lines.insert(at, draw(STRETCHES))
        else:
            lines[at] += draw(BESIDE)
    return "\n".join(lines) + "\n"


LISTS = """\
partners:
  -
    # above
    Ministry
  - - nested
    - [a, {b: c}]
links: [
  {title: The plan, url: "https://example.org/a,b"}, # one
  # none
]
legal_basis:
- title: A law
  # inner
  reference: 12
   # after
- {
    title: Another
  }
assistance:
  needed:
    - note: >-
        Folded
        text.
      theme: x
  # offered:
  received: []
lessons: >
  Folded

  twice.
problem: "a
  b"
results:
  plain text
  goes on
"""


@settings(deadline=None, max_examples=150)
@given(annotated())
def test_comments_anywhere_stay(text: str) -> None:
    before = load.parse(Source("x.yml", text))
    if isinstance(before, Document):
        assert_kept(before)


NAMES = [*PRACTICE.names, "zz", "document", "paragraphs", "note", "theme", "level", "no"]
WORDS = st.one_of(
    st.text(alphabet="ab #:-|>%@\n\t'\"\\\\{}[],&*!?0é．“", max_size=30),
    st.sampled_from(
        ["no", "1e3", "0x1f", "12:30", "2019-01-01", "~", ".5", "1_000", "=", "<<", "0o7", "word " * 40, "x" * 130]
    ),
).filter(lambda text: not unseen(text))
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=10,
)


@settings(deadline=None, max_examples=150)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1))
@example({"language": "0\n\n", "lead": "x" * 130 + "\n"})
@example({"description": "    code\nand more", "summary": "a  b " * 40, "lead": "... x"})
def test_any_values_stay(fields: dict[str, object]) -> None:
    before = load.parse(Source("x.yml", json.dumps(fields, ensure_ascii=False)))
    if isinstance(before, Document):
        assert_kept(before)


@settings(deadline=None, max_examples=150)
@given(st.from_regex(r"[-+.~=<0-9a-fxobnyNYTtesuul:_, ZE]{1,9}", fullmatch=True))
def test_what_yaml_takes_for_a_number_is_known(text: str) -> None:
    if scribe.is_text(text) and scribe.quoted(text) == text:
        assert yaml.safe_load(f"[{text}]" if scribe.quoted(text, True) == text else text) in (text, [text])


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda case: case.stem)
def test_the_check_says_the_same_of_a_file_that_was_formatted(case: Path, tiny: Tiny) -> None:
    lay_out_case(tiny, case)
    before = sorted((one.code, one.problem.message) for one in tiny.check().diagnostics)
    write(compared(tiny.settings, ()).changes)
    assert sorted((one.code, one.problem.message) for one in tiny.check().diagnostics) == before


def test_the_entries_of_the_repository_have_the_form_of_the_house() -> None:
    outcome = compared(Settings(ROOT), ())
    told = "".join(change.diff() for change in outcome.changes)
    assert outcome.files and not outcome.faults and not told, f"run `observatory format`\n{told}"


def test_what_commands_write_has_the_form_of_the_house(tiny: Tiny) -> None:
    new = ("--state", "NOR", "--provision", "5.1", "--title", "Plans: of bodies", "--id", "nor-plans")
    tiny.write(PLACE, SOUND_ORIGINAL.replace("title: C", "title: A long c" + "ascade of plans" * 7))
    assert tiny.run("new", *new).code == 0
    assert tiny.run("translate", "start", "ita-plans", "fr").code == 0
    assert tiny.run("format", PLACE).code == 0
    assert compared(tiny.settings, ()).changes == ()


def test_the_examples_of_contributing_have_the_form_of_the_house(tiny: Tiny) -> None:
    assert tiny.run("schema").code == 0
    tiny.write(PLACE, blocks(part("CONTRIBUTING.md", "Submit a practice"), "yaml")[0])
    tiny.write(TRANSLATION_PLACE, blocks(part("CONTRIBUTING.md", "Translate a practice"), "yaml")[0])
    assert [change.diff() for change in compared(tiny.settings, ()).changes] == []


def test_the_command_writes_and_says_what(tiny: Tiny) -> None:
    tiny.write(PLACE, MESSY.replace("\n", "\r\n"))
    tiny.write(BROKEN, "title: [\n")
    tiny.write(TRANSLATION_PLACE, SOUND_TRANSLATION.replace("summary: ", "summary: >-\n  "))
    said = tiny.run("format")
    assert (said.code, said.err) == (1, "1 file written anew, 2 left alone\n")
    assert "error[Y009]" in said.out and said.out.endswith(f"{PLACE}\n")
    assert (tiny.root / PLACE).read_bytes() == NEAT.replace("\n", "\r\n").encode()
    assert (tiny.root / BROKEN).read_text(encoding="utf-8") == "title: [\n"
    assert tiny.run("format", PLACE).err == "0 files written anew, 1 left alone\n"


def test_check_and_diff_write_nothing(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND.replace("status: in-force\n", "").replace("title:", "status: in-force\ntitle:"))
    before = (tiny.root / PLACE).read_bytes()
    said = tiny.run("format", "--check")
    assert said.code == 1 and f" --> {PLACE}:2:1\n" in said.out and f"observatory format {PLACE}" in said.out
    expected = "error[F101] the file does not have the form of the house, in which `title: Cascade of three-year plans` would stand here\n"
    assert said.out.startswith(expected)
    assert tiny.run("format", "--check", "--format", "github").out.startswith(
        f"::error file={PLACE},line=2,col=1,title=F101::"
    )
    said = tiny.run("format", "--diff", PLACE)
    assert said.code == 1 and "\n-status: in-force\n" in said.out and "\n+status: in-force\n" in said.out
    assert (tiny.root / PLACE).read_bytes() == before
    assert tiny.run("format").code == 0 and tiny.run("format", "--check").code == 0


def test_editors_are_led_to_the_schema_where_there_is_one(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND)
    tiny.write(TRANSLATION_PLACE, "# yaml-language-server: $schema=https://example.org/x.json\n" + SOUND_TRANSLATION)
    assert tiny.run("schema").code == 0 and tiny.run("format").code == 0
    line = (tiny.root / PLACE).read_text(encoding="utf-8").partition("\n")[0]
    assert line == "# yaml-language-server: $schema=../../schema/practice.schema.json"
    assert (tiny.root / "practices" / "article-05" / line.rpartition("=")[2]).is_file()
    assert (tiny.root / TRANSLATION_PLACE).read_text(encoding="utf-8").count("$schema") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere.yml"], "there is no file or folder nowhere.yml"),
        (["registry/themes.yml"], "only entries and translations have this form"),
        (["registry"], "only entries and translations have this form"),
        (["--check", "--format", "xml"], "'xml' is not one of"),
        (["--write"], "No such option"),
    ],
)
def test_wrong_usage(arguments: list[str], words: str, tiny: Tiny) -> None:
    said = tiny.run("format", *arguments)
    assert said.code == 2 and words in " ".join(said.err.split())


def test_what_cannot_be_written_changes_nothing(tiny: Tiny) -> None:
    tiny.write(PLACE, MESSY)
    (tiny.root / PLACE).parent.chmod(0o555)
    try:
        said = tiny.run("format")
    finally:
        (tiny.root / PLACE).parent.chmod(0o755)
    if said.code:  # who may write everywhere has written
        assert "nothing was changed" in said.err and (tiny.root / PLACE).read_text(encoding="utf-8") == MESSY


def test_its_codes_are_explained(tiny: Tiny) -> None:
    said = tiny.run("explain", "F101", "unfaithful")
    assert said.code == 0 and "F101 other-form (error)" in said.out and "F102 unfaithful (error)" in said.out
