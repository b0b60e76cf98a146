"""The checks of the form beside those of the command, and what its file says beside what was typed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import json
from playwright.sync_api import Browser, Page

from generator import check, load, rules, words
from generator.blanks.choices import Choices
from generator.catalogue import Catalogue
from generator.characters import unseen
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.edition import Edition
from generator.exports import checks
from generator.fields import PRACTICE, TRANSLATION
from generator.formatting.faithful import formed
from generator.kinds import Record
from generator.phrase import Phrase, as_asked
from generator.refusals import REFUSALS
from generator.registry import Registry
from generator.rules.finding import findings
from generator.rules.subject import Subject
from generator.settings import Settings
from generator.source import Source
from tests.browser.conftest import ROOT, served
from tests.conftest import CASES, THEME, TODAY

pytestmark = pytest.mark.browser

UNWRITABLE = {"P101", "P103", "P104"}
"""Faults of files that no form can hold: a case with one of them has no answers to it."""

CHECK = """async ([rules, cases]) => {
  const { check, understood } = await import("/assets/form/check.js");
  const known = understood(rules);
  return cases.map(([entry, id, folder]) => check(entry, { rules: known, id, folder, today: "2026-11-21" }));
}"""
CODES = "import('/assets/form/check.js').then(({ ENTRY, TRANSLATION }) => Object.keys({ ...ENTRY, ...TRANSLATION }))"
WRITE = """async ([rules, records, schema]) => {
  const [{ written }, { understood }] = await Promise.all([import("/assets/form/yaml.js"), import("/assets/form/check.js")]);
  return records.map((record) => written(record, understood(rules), schema));
}"""


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page on which the scripts of the form can be asked; they need no site around them."""
    context = browser.new_context()
    page = context.new_page()
    with served(THEME / "overrides") as host:
        page.goto(f"{host}/assets/form/")
        yield page
    context.close()


@cache
def registry() -> Registry:
    """The registry of the cases."""
    known, _ = check.registry(Settings(CASES))
    assert known is not None
    return known


@cache
def known(language: str = "en") -> dict[str, Any]:
    """What the scripts are given in a language."""
    edition = Edition(Catalogue.of(registry(), ()), words.load(THEME / "locales", language, "ltr"), "")
    decoded: dict[str, Any] = json.decode(json.encode(checks.rules(edition)))
    return decoded


def documents() -> Iterator[tuple[Path, Document]]:
    """The cases that are an original by itself and could be read."""
    for case in sorted((CASES / "rules").glob("*.yml")):
        text = case.read_text(encoding="utf-8", errors="replace")
        place = text.partition("\n")[0].removeprefix("# ")
        document = load.parse(Source(place, text))
        if place.count("/") == 2 and place.count(".") == 1 and isinstance(document, Document):
            yield case, document


def texts(found: Diagnostic) -> tuple[Phrase, Phrase]:
    """What is said of a fault."""
    return found.problem.message, found.problem.advice


def by_command(document: Document) -> list[Diagnostic]:
    """What the command says of an entry."""
    _, folder, name = document.source.path.split("/")
    subject = Subject(document, PRACTICE, registry(), TODAY, name.removesuffix(".yml"), folder)
    return findings(rules.ENTRY, subject)


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_the_browser_says_what_the_command_says_to_who_answers_questions(scripts: Page, language: str) -> None:
    labels = Choices(Settings(ROOT).locales, registry())
    said = words.load(THEME / "locales", language, "ltr").checks
    cases, expected = [], {}
    for case, document in documents():
        found = by_command(document)
        if not UNWRITABLE & {one.code for one in found} and document.root.get("withdrawal") is None:
            _, folder, name = document.source.path.split("/")
            cases.append((plain(document.root), name.removesuffix(".yml"), folder))
            expected[case.stem] = {
                (one.code, str(one.severity), *(said.tell(as_asked(text, labels.label)) for text in texts(one)))
                for one in found
                if one.code not in checks.LEFT_TO_THE_COMMAND
            }
    assert len(expected) >= 60
    told = scripts.evaluate(CHECK, [known(language), cases])
    found_there = {
        stem: {(one["code"], one["severity"], one["message"], one["advice"]) for one in faults}
        for stem, faults in zip(expected, told, strict=True)
    }
    assert found_there == expected


def test_every_code_is_checked_or_left_to_the_command(scripts: Page) -> None:
    done = set(scripts.evaluate(CODES))
    every = {rule.code for rule in (*REFUSALS, *rules.ENTRY, *rules.TRANSLATION, *rules.SEVERAL_ENTRIES)}
    assert done | checks.LEFT_TO_THE_COMMAND.keys() == every
    assert not done & checks.LEFT_TO_THE_COMMAND.keys()


ODD = ["NO", "yes", "null", "~", "1e3", "2019-09-04", "- item", "# note", "a: b", "a #b", "'", '"--', "<script>alert(1)</script>",
       "[x]", "{x}", "*a", "&a", "!tag", "%", "@", "`", "|", ">", "? x", "emoji 👍🏽", "عربي: نص", "中文：说明", "tab\there", "back\\slash",
       "a  b", "=cmd", "0x1F", "१२", "\u00a0x\u00a0y", "---", "...", "ends with colon:", ", x"]  # fmt: skip
LETTERS = st.characters(codec="utf-8", exclude_characters="\r").filter(lambda one: unseen(one) is None)
TEXT = (
    (st.sampled_from(ODD) | st.text(LETTERS, min_size=1, max_size=40))
    .map(str.strip)
    .filter(lambda text: bool(text) and unseen(text) is None)
)
LINE = TEXT.map(lambda text: " ".join(text.split("\n")))
LINES = st.lists(LINE, min_size=1, max_size=4)
MARKDOWN = (
    st.lists(TEXT | st.just("") | st.just("   "), min_size=1, max_size=6)
    .map(lambda lines: "\n".join(lines).strip())
    .filter(bool)
)
RECORD = st.fixed_dictionaries(
    {"title": LINE, "summary": MARKDOWN},
    optional={
        "description": MARKDOWN,
        "results": MARKDOWN,
        "conditions": LINES,
        "countries": st.just(["ITA", "NOR"]),
        "provisions": st.just(["5.1", "6.1(a)"]),
        "since": st.sampled_from(["2013", "2013-05"]) | LINE,
        "lead": LINE,
        "legal_basis": st.lists(st.fixed_dictionaries({"title": LINE}, optional={"reference": LINE, "url": LINE}), min_size=1, max_size=2),
        "assistance": st.fixed_dictionaries({}, optional={name: st.lists(st.fixed_dictionaries({"note": LINE}), min_size=1, max_size=2)
                                                          for name in ("received", "needed", "offered")}).filter(bool),
        "sources": st.lists(st.fixed_dictionaries({"title": LINE}, optional={"paragraphs": LINES}), min_size=1, max_size=2),
        "submission": st.fixed_dictionaries({"by": st.just("State"), "date": LINE}),
    },
)  # fmt: skip


@settings(
    deadline=None, max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(records=st.lists(RECORD, min_size=1, max_size=8))
def test_the_file_says_what_was_typed_in_the_form_of_the_house(scripts: Page, records: list[dict[str, Any]]) -> None:
    for record, text in zip(records, scripts.evaluate(WRITE, [known(), records, "practice"]), strict=True):
        read = load.parse(Source("x.yml", text))
        assert isinstance(read, Document), f"{text!r}\n{read}"
        assert _without_last_break(plain(read.root)) == record, text
        assert text == formed(read, PRACTICE)


def _without_last_break(value: Any) -> Any:
    """The same without the line break that the last line of a block brings."""
    if isinstance(value, dict):
        return {name: _without_last_break(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_without_last_break(one) for one in value]
    return value.removesuffix("\n")


@pytest.mark.parametrize(("schema", "described"), [("practice", PRACTICE), ("translation", TRANSLATION)])
def test_loaded_entries_are_written_as_they_were(scripts: Page, schema: str, described: Record) -> None:
    """Every entry of the observatory, read by the command and written by the form, says the same, in the form of the house."""
    files = sorted((ROOT / "practices").glob("*/*.yml"))
    there = [load.read(path, path.name) for path in files if (path.name.count(".") == 1) == (schema == "practice")]
    records = [_without_last_break(plain(one.root)) for one in there if isinstance(one, Document)]
    for record, text in zip(records, scripts.evaluate(WRITE, [known(), records, schema]), strict=True):
        read = load.parse(Source("x.yml", text))
        assert isinstance(read, Document) and _without_last_break(plain(read.root)) == record
        assert text == formed(read, described)
