"""``observatory translate accept``: the marks of what a translation was made from, and nothing else of the file."""

from __future__ import annotations

import pytest

from generator.marks import fingerprint
from tests.conftest import SOUND, Tiny

ORIGINAL = "practices/article-05/ita-plans.yml"
SIBLING = "practices/article-05/ita-plans.fr.yml"
TITLE = "Cascade of three-year plans"
TRANSLATED = """\
# a note of the translator
title: Plans triennaux en cascade
summary: >-
  Chaque organisme adopte son plan.
translation:
  # read by nobody yet
  status: draft  # so far
"""


@pytest.fixture
def plans(tiny: Tiny) -> Tiny:
    """An entry with a translation that has no marks yet."""
    assert f"title: {TITLE}\n" in SOUND
    tiny.write(ORIGINAL, SOUND)
    tiny.write(SIBLING, TRANSLATED)
    return tiny


def test_accepting_writes_the_marks_and_leaves_every_other_line(plans: Tiny) -> None:
    said = plans.run("translate", "accept", "ita-plans", "fr")
    assert (said.code, said.out) == (0, f"{SIBLING}: marks renewed\n")
    written = (plans.root / SIBLING).read_text(encoding="utf-8")
    assert written.startswith(TRANSLATED)
    assert f'title: "{fingerprint(TITLE)}"' in written and "summary: " in written.removeprefix(TRANSLATED)
    assert plans.codes() == []
    assert plans.run("translate", "accept", "ita-plans", "fr").code == 0
    assert (plans.root / SIBLING).read_text(encoding="utf-8") == written


@pytest.mark.parametrize(
    "block",
    [
        "translation: {status: draft}\n",
        "translation: {status: draft, of: {title: 00000000}}\n# the end\n",
        "translation:\n  of:\n    title: 00000000\n    summary: 00000000\n  status: draft",
    ],
)
def test_however_the_translation_is_written(plans: Tiny, block: str) -> None:
    before = TRANSLATED.partition("translation:")[0]
    plans.write(SIBLING, before + block)
    assert plans.run("translate", "accept", "ita-plans", "fr").code == 0
    written = (plans.root / SIBLING).read_text(encoding="utf-8")
    assert written.startswith(before) and written.count("of:") == 1 and written.count("status: draft") == 1
    assert ("# the end" in block) == ("# the end" in written) and "00000000" not in written
    assert plans.codes() == []


def test_a_changed_original_is_told_until_that_field_is_accepted(plans: Tiny) -> None:
    plans.run("translate", "accept", "ita-plans", "fr")
    plans.write(ORIGINAL, SOUND.replace(TITLE, "Plans of three years"))
    assert plans.codes() == ["P806"]
    plans.run("translate", "accept", "ita-plans", "fr", "summary")
    assert plans.codes() == ["P806"]
    plans.run("translate", "accept", "ita-plans", "fr", "title")
    assert plans.codes() == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nothing", "fr"), "there is no entry `nothing`"),
        (("ita-plans", "es"), "has no translation in es; it would be ita-plans.es.yml"),
        (("ita-plans", "fr", "lessons"), "does not translate lessons; it has title, summary"),
    ],
)
def test_what_cannot_be_accepted(plans: Tiny, arguments: tuple[str, ...], words: str) -> None:
    said = plans.run("translate", "accept", *arguments)
    assert said.code == 2 and words in said.err and "Traceback" not in said.err
    assert (plans.root / SIBLING).read_text(encoding="utf-8") == TRANSLATED
