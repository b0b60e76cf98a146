"""What authors are told: each case is an entry, or some files, beside the words it brings about.

`pytest --update-cases` writes what the checks say now; read the difference before keeping it.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import catalogues, check, ledger, load
from generator.diagnostics import Diagnostic, Rule
from generator.fields import PRACTICE, SOURCE
from generator.fields import TRANSLATION as TRANSLATED_RECORD
from generator.phrase import Phrase
from generator.refusals import REFUSALS
from generator.registry import Registry
from generator.rules import ENTRY, INTERFACE, LEDGER, MANUSCRIPT, PAGE, RULES, TAKEN, TEMPLATE, TRANSLATION
from generator.rules.finding import LIMIT
from generator.rules.permanence import Published
from generator.rules.subject import Subject
from generator.settings import Settings
from generator.source import Source
from generator.voices import full
from generator.words import CHECKS
from tests.conftest import CASES, PLACE, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION, TODAY, Tiny, example, overlaid
from tests.test_load import MADE

RULE_CASES = sorted(path for path in (CASES / "rules").iterdir() if path.suffix != ".txt")
TRANSLATION_PLACE = PLACE.replace(".yml", ".zh.yml")

NAMES = sorted({*PRACTICE.names, *(f.name for f in SOURCE.fields), "translation", "of", "level", "by", "date", "zz"})
NOT_RUN = {
    *(rule.code for rule in (*INTERFACE, *PAGE, *MANUSCRIPT, *TAKEN, *TEMPLATE)),
    "P110",
    "P113",
    "P413",
    "P414",
    "P415",
    "P604",
    "P605",
    "P609",
    "P612",
    "P620",
    "P621",
    "P622",
    "P623",
    "P702",
    "P801",
    "P803",
    "P804",
    "P810",
    "P901",
    "P902",
    "P903",
    "P904",
    "P905",
    "P906",
    "P907",
    "P908",
    "P909",
    "P920",
    "P921",
    "P922",
    "P923",
}
"""Rules whose examples are no entry by themselves; their cases show them at work."""


def lay_out(tiny: Tiny, case: Path) -> None:
    """Copy a case into an observatory; a translation is given its original."""
    if case.is_dir():
        shutil.copytree(case, tiny.root, dirs_exist_ok=True)
        return
    data = case.read_bytes()
    place = data.partition(b"\n")[0].decode().removeprefix("# ")
    tiny.write(place, data)
    if place.count(".") > 1:
        tiny.write(PLACE, SOUND_ORIGINAL)


@cache
def _marked() -> frozenset[str]:
    """The sentences that are marked for translation, as they stand in the template of the catalogues."""
    read = catalogues.template(Settings(CASES.parents[1]), CHECKS)
    assert isinstance(read, catalogues.Wording) and read.messages
    return frozenset(message.ids[0] for message in read.messages.values())


def unmarked(found: Iterable[Diagnostic]) -> list[str]:
    """What of some diagnostics nobody could translate."""
    texts = [text for one in found for text in (one.problem.message, one.problem.advice) if text]
    return [text for text in texts if not isinstance(text, Phrase) or text.template not in _marked()]


@pytest.mark.parametrize("case", RULE_CASES, ids=lambda case: case.stem)
def test_case(case: Path, tiny: Tiny, pytestconfig: pytest.Config) -> None:
    lay_out(tiny, case)
    found = tiny.check().diagnostics
    told = "\n".join(full(one) for one in found)
    expected = case.with_suffix(".txt")
    if pytestconfig.getoption("update_cases"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert case.name[:4] in {one.code for one in found}
    assert unmarked(found) == []


def test_sound_entries_have_no_faults(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND_ORIGINAL)
    tiny.write(TRANSLATION_PLACE, SOUND_TRANSLATION)
    assert tiny.check().diagnostics == []


def test_every_code_is_told_once_and_has_a_case() -> None:
    codes = [rule.code for rule in (*REFUSALS, *RULES)]
    assert len(codes) == len(set(codes))
    cases = (
        {case.name[:4] for case in RULE_CASES} | set(MADE) | {rule.code for rule in (*TEMPLATE, *TAKEN)}
    )  # see test_words and test_handwritten
    assert cases == set(codes)


@pytest.mark.parametrize("rule", [*REFUSALS, *RULES], ids=lambda rule: rule.code)
def test_every_rule_is_explained(rule: Rule) -> None:
    title, why, *_ = rule.explanation.split("\n\n")
    assert title.endswith(".") and "\n" not in title
    assert why and not why.startswith("Wrong:")
    assert example(rule, "Wrong") and example(rule, "Right")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.code not in NOT_RUN], ids=lambda rule: rule.code)
def test_wrong_example_is_found_and_right_one_is_not(rule: Rule, tiny: Tiny) -> None:
    _write_example(tiny, rule, "Wrong")
    assert rule.code in tiny.codes()
    shutil.rmtree(tiny.settings.practices)
    _write_example(tiny, rule, "Right")
    assert rule.code not in tiny.codes()


@pytest.mark.parametrize(
    "rule",
    [rule for rule in REFUSALS if rule.code > "Y008" and rule.code < "Y020"],
    ids=lambda rule: rule.code,
)
def test_wrong_yaml_is_refused_and_right_one_is_read(rule: Rule) -> None:
    wrong = load.parse(Source("wrong.yml", example(rule, "Wrong")))
    assert isinstance(wrong, Diagnostic) and wrong.code in (rule.code, "Y009")
    assert not isinstance(load.parse(Source("right.yml", example(rule, "Right"))), Diagnostic)


@pytest.mark.parametrize("rule", LEDGER[:3], ids=lambda rule: rule.code)
def test_wrong_ledger_is_found_and_right_one_is_not(rule: Rule) -> None:
    for which, found in (("Wrong", True), ("Right", False)):
        read = ledger.parse(Source("registry/published.txt", example(rule, which)))
        assert bool(list(rule.find(Published(read, ())))) == found


VALUES = st.recursive(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(["5.1", "ITA", "strategies", "wg4-2019-4", "2019-13", "<b>", "[](x)"]),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES, min_size=1), st.sampled_from(["ita-x", "", "ITA", "nor"]))
def test_no_rule_fails_on_any_entry(fields: dict[str, object], id: str) -> None:
    document = load.parse(Source("practices/article-05/x.yml", json.dumps(fields, ensure_ascii=True)))
    if isinstance(document, Diagnostic):
        return
    registry = _registry()
    subjects = (
        (ENTRY, Subject(document, PRACTICE, registry, TODAY, id, "article-05")),
        (
            TRANSLATION,
            Subject(document, TRANSLATED_RECORD, registry, TODAY, id, "article-05", "zh", document),
        ),
    )
    for rules, subject in subjects:
        for rule in rules:
            problems = list(rule.find(subject))
            assert not problems or rule.when is None or rule.when(subject), "it would never be asked"
            found = [Diagnostic(rule.code, rule.severity, problem) for problem in problems]
            assert all(one.problem.message and full(one) for one in found) and not unmarked(found)


@cache
def _registry() -> Registry:
    registry, found = check.registry(Settings(CASES))
    assert registry is not None and not found
    return registry


HOSTILE_TEXTS = {
    "brackets": "[" * 7_000,
    "links": "[a](" * 2_000,
    "emphasis": "*a **b " * 1_000,
    "quotes": "> " * 3_500 + "x",
    "tags": "<a " * 2_000,
    "addresses": "a." * 3_900,
    "contacts": "tel +1" + " 1" * 3_000 + "@",
    "underline": "x\n" + "=" * 7_000 + "x",
    "far too long": "<" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE_TEXTS)
def test_no_text_takes_long(name: str, tiny: Tiny) -> None:
    text = json.dumps(HOSTILE_TEXTS[name])
    fields = "".join(f"{field}: {text}\n" for field in ("title", "summary", "description", "lead"))
    tiny.write(PLACE, overlaid(SOUND, f"{fields}links: [{{title: x, url: {text}}}]\n"))
    start = time.process_time()
    tiny.check()
    assert time.process_time() - start < 2


def test_a_file_full_of_faults_is_told_in_part(tiny: Tiny) -> None:
    names = ", ".join(f"Q{number}" for number in range(4_000))
    tiny.write(PLACE, overlaid(SOUND, f"countries: [{names}]\n"))
    start = time.process_time()
    assert tiny.codes().count("P401") == LIMIT
    assert time.process_time() - start < 2


def _write_example(tiny: Tiny, rule: Rule, which: str) -> None:
    """Write an example over the sound entry or translation; it may begin with the place of its file."""
    tiny.write("practices/article-05/nor-plans.yml", overlaid(SOUND, "countries: [NOR]\n"))
    text = example(rule, which)
    place = PLACE
    if text.startswith("practices/"):
        place, _, text = text.strip().partition(", with ")
        text += "\n"
    if rule in TRANSLATION and (rule.code > "P8" or text.startswith("translation:")):
        tiny.write(PLACE, SOUND_ORIGINAL)
        tiny.write(TRANSLATION_PLACE, overlaid(SOUND_TRANSLATION, re.sub(r" {2,}\(.*\)", "", text)))
    else:
        base = SOUND.replace("countries: [ITA]\n", "") if "anonymous:" in text and "countries:" not in text else SOUND
        tiny.write(place, overlaid(base, text))
