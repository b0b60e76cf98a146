"""The guides in docs/ say the same in every language, and what they repeat is so."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from generator import check, handwritten, words
from generator.interpreter import voice
from generator.labels import WITHDRAWN
from generator.pages.tombstones import TITLED
from generator.reviewing.looks import LOOKS
from generator.settings import Settings

ROOT = Path(__file__).parents[1]
GUIDES = ("contribute", *(f"contribute/{name}" for name in ("review", "submit", "translate", "withdraw", "write")))
STEP = re.compile(r"^(\d+)\. ", re.MULTILINE)


@cache
def languages() -> dict[str, str]:
    """The languages of the site, with their directions."""
    registry, _ = check.registry(Settings(ROOT))
    assert registry is not None
    return {language.code: language.direction for language in registry.published}


def guide(language: str, name: str) -> str:
    """A guide in a language."""
    return (ROOT / "docs" / language / f"{name}.md").read_text(encoding="utf-8")


def frame(text: str) -> dict[str, list[str]]:
    """What a guide has in every language: marks of headings, links to pages, what is typed, the numbers of steps, and pairs."""
    return {
        "marks": re.findall(r"\{ ([#.][\w-]+) \}", text),
        "links": sorted(re.findall(r"\]\(([^)#]+)", text)),
        "typed": sorted(re.findall(r"`([^`]+)`", text)),
        "steps": STEP.findall(text),
        "headings": re.findall(r"^#+", text, re.MULTILINE),
        "pairs": re.findall(r"^:", text, re.MULTILINE),
    }


def test_no_language_lacks_a_hand_written_page() -> None:
    assert handwritten.borrowed(handwritten.read(Settings(ROOT), languages()), "en") == {}


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_has_the_same_steps_links_and_pairs_in_every_language(name: str) -> None:
    english = frame(guide("en", name))
    assert {language: frame(guide(language, name)) for language in languages()} == dict.fromkeys(languages(), english)


def test_what_reviewers_look_at_is_what_every_review_ends_with() -> None:
    asked = {
        language: steps(guide(language, "contribute/review").partition("{ #questions }")[2]) for language in languages()
    }
    assert asked == {
        language: [voice(Settings(ROOT).locales, language).tell(look) for look in LOOKS] for language in languages()
    }


def steps(text: str) -> list[str]:
    """The steps of numbered lists, each on one line."""
    return [re.sub(r"\n\s+", " ", step) for step in re.findall(r"^\d+\. (.+(?:\n   .+)*)$", text, re.MULTILINE)]


def test_reasons_for_withdrawing_are_those_that_pages_give() -> None:
    for language, direction in languages().items():
        said = words.load(Settings(ROOT).locales, language, direction).say
        rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", guide(language, "contribute/withdraw"), re.MULTILINE)[2:]
        assert [reason for reason, _ in rows] == [said(reason) for reason in WITHDRAWN.values()]
        yes = rows[0][1]
        assert {reason for reason, (_, shown) in zip(WITHDRAWN, rows, strict=True) if shown == yes} == TITLED


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("submit", ("Check the answers", "What was received")),
        ("translate", ("Translate this", "Languages", "Outdated", "Missing", "Read by nobody yet", "By a program")),
        ("withdraw", ("Suggest an edit", "What was received")),
        ("review", ("What was received",)),
    ],
)
def test_what_guides_tell_to_choose_is_called_so(name: str, labels: tuple[str, ...]) -> None:
    for language, direction in languages().items():
        said = words.load(Settings(ROOT).locales, language, direction).say
        text = guide(language, f"contribute/{name}")
        assert [label for label in labels if said(label) not in text] == []
