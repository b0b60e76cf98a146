"""What was received: entries that wait, translations that wait, and what was decided lately."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator import words
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.pages import received
from generator.pages.received import LATEST, MOST
from generator.practice import Account, Practice, Review
from generator.questions import questions
from generator.registry import Repository, Submissions
from tests.conftest import Lights
from tests.reading import Element, Reading, flat, read
from tests.test_catalogue import catalogue, practice

DRILL = "practices/article-02/yearly-drill.yml"
FULL = """\
description: All horns sound.
results: Every horn that is silent is found.
challenges: It is loud.
conditions: [There are horns.]
evidence: {level: stated}
"""


def page(lights: Lights, language: str = "en") -> Reading:
    """The page in a language."""
    return read(lights.site / language / "contribute/received/index.html")


def listed(reading: Reading, name: str) -> list[tuple[str, str]]:
    """The lines of a section, each with the day in the margin."""

    def is_of(element: Element) -> bool:
        return element.inside("section", **{"aria-labelledby": name}) and element.inside("ol", **{"class": "days"})

    day, found = "", []
    for element in reading.elements:
        if element.tag == "p" and is_of(element):
            day = flat(element.text)
        elif element.tag == "li" and is_of(element) and element.inside("ul"):
            found.append((day, flat(element.text)))
    return found


def figures(reading: Reading) -> dict[str, str]:
    """The figures above the lists."""
    found = [flat(one.text) for one in reading.elements if one.tag in ("dt", "dd")]
    return dict(zip(found[::2], found[1::2], strict=True))


def drill(lights: Lights, name: str, date: str, state: str, more: str = "") -> None:
    """Write an entry that was submitted on a date."""
    text = (lights.root / DRILL).read_text(encoding="utf-8")
    entry = text.replace("A yearly drill of all horns", f"Drill {name}").replace('date: "2001"', f"date: {date}")
    assert f"date: {date}}}" in entry and "review:" not in entry
    review = f"review: {{state: {state}, date: 2026-11-20}}"
    lights.write(f"practices/article-02/drill-{name}.yml", f"{entry}{more}{review}\n")


def test_drafts_come_by_date_of_submission_and_say_what_is_not_in_them(draft: Lights) -> None:
    drill(draft, "one", "2020-01", "draft")
    drill(draft, "two", "2020-03-04", "draft", FULL)
    drill(draft, "three", "2020-02", "draft", FULL.partition("challenges")[0])
    assert draft.run("build", "--no-search", "--strict").code == 0
    assert listed(page(draft), "waiting") == [
        ("2025", 'Skerry & "Holm" Une cloche au lieu d’une corne Snapshot. Not in it yet: what was done, challenges, '
         "conditions elsewhere and how well the results are supported."),
        ("4 March 2020", "State not named Drill two Full entry. All its parts are there."),
        ("February 2020", "State not named Drill three Snapshot. Not in it yet: challenges, conditions elsewhere and how "
         "well the results are supported."),
        ("January 2020", "State not named Drill one Snapshot. Not in it yet: what was done, results, challenges, "
         "conditions elsewhere and how well the results are supported."),
    ]  # fmt: skip
    assert figures(page(draft))["waiting for a reviewer"] == "4"


def test_what_was_decided_comes_by_day_and_hides_what_was_taken_back(built: Lights) -> None:
    lines = listed(page(built), "decided")
    assert lines[2][0] == "4 January 2025" and lines[2][1].endswith("It was marked as superseded.")
    assert lines[:2] + lines[3:] == [
        ("4 February 2025", "Entry pha-asked It was withdrawn. The authority that submitted it asked for this."),
        ("3 February 2025", "Skerry & \"Holm\" The \"old\" bell & {{ 7*7 }} ]]> '>< It was withdrawn. It is about the same "
         "practice as another entry."),
        ("2 January 2025", "Lumenia Two keepers a light It was published."),
    ]  # fmt: skip


def test_each_line_leads_to_its_entry_in_the_language_of_its_title(built: Lights) -> None:
    links = [one for one in page(built, "ar").all("a") if one.inside("ol", **{"class": "days"})]
    assert [one.get("href").removeprefix("../../practices/") for one in links] == [
        "ske-cloche/", "pha-asked/", "ske-old-bell/", "pha-hostile/", "lum-two-keepers/",
    ]  # fmt: skip


def test_translations_that_wait_are_counted_in_the_language_of_the_page(built: Lights) -> None:
    assert figures(page(built, "fr")) == {
        "waiting for a reviewer": "1", "translations that nobody has read": "1", "outdated translations": "0",
    }  # fmt: skip
    places = [one.get("href") for one in page(built, "fr").all("a") if one.inside("dl")]
    assert places == ["#waiting", "../../translations/#machine", "../../translations/"]


def test_where_nothing_waits_it_says_how_to_send_something_in(draft: Lights) -> None:
    draft.change("practices/article-02/ske-cloche.yml", "state: draft", "state: published")
    draft.write("docs/en/contribute/submit.md", "---\ntitle: Send\n---\n\nIt.\n")
    assert draft.run("build", "--no-search", "--strict").code == 0
    assert listed(page(draft), "waiting") == []
    assert "No draft is waiting" in flat(page(draft).text)
    assert [one.get("href") for one in page(draft).all("a", **{"class": "button"})] == ["../../contribute/submit/"]
    assert drawn(told()).how == "contribute/form/"


def test_long_lists_are_cut_and_say_so() -> None:
    drafts = [practice(f"draft-{n}", review=Review("draft", "2026-11-20")) for n in range(MOST + 3)]
    done = [practice(f"done-{n}", review=Review("published", "2026-11-20")) for n in range(LATEST + 2)]
    view = drawn(told(*drafts, *done))
    assert sum(len(day.lines) for day in view.days) == MOST and view.more == 3
    assert sum(len(day.lines) for day in view.decided) == LATEST


def test_it_leads_to_what_is_open_in_the_repository(built: Lights) -> None:
    links = [one for one in page(built).all("a") if one.inside("section", **{"aria-labelledby": "open"})]
    assert [one.get("href") for one in links] == ["https://git.example/keepers/lights/-/merge_requests"]


@pytest.mark.parametrize(
    ("submissions", "expected"),
    [
        (Submissions(), ""),
        (Submissions(mail="keepers@lights.example"), ""),
        (Submissions("", Repository("https://git.example/lights", "main", "github")), "https://git.example/lights/pulls"),
        (Submissions("", Repository("https://git.example/lights", "main", "gitlab")), "https://git.example/lights/-/merge_requests"),
    ],
)  # fmt: skip
def test_where_submissions_are_open(submissions: Submissions, expected: str) -> None:
    registry = told().registry
    settled = replace(registry, observatory=replace(registry.observatory, submissions=submissions))
    assert drawn(replace(told(), registry=settled)).open == expected


def drawn(whole: Catalogue) -> received.Received:
    """What the page shows in English."""
    view: received.Received = received.draw(Edition(whole, words.load(Path(), "en", "ltr"), "https://x.example/")).view
    return view


def told(*practices: Practice) -> Catalogue:
    """A catalogue of practices without a text."""
    texts = dict.fromkeys(("description", "results", "challenges", "conditions"), "")
    return replace(catalogue(*practices), tell=lambda _: Account("en", texts, {}, (), (), {}))


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (None, practice("new", review=Review("draft", "2026-11-20"))),
        (practice("x", review=Review("draft", "2026-11-20")), practice("x", review=Review("published", "2026-11-21"))),
        (practice("x"), practice("x", review=Review("withdrawn", "2026-11-21"))),
        (practice("x", review=Review("withdrawn", "2026-11-21")), None),
    ],
)
def test_it_is_drawn_again_when_something_comes_in_or_is_decided(before: Practice | None, now: Practice | None) -> None:
    whole = told(*([before] if before else []))
    drawn(whole)
    assert whole.asked & questions(before, now)
