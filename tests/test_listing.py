"""Lists of many practices: the first are cards, the others lines, and all of them stand on the page once."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.pages.listing import shared_out
from tests.conftest import Lights, lay_out
from tests.reading import read

SNAPSHOT = """\
language: en
title: Courses for keepers, number {n}
countries: [{state}]
provisions: ["{provision}", "1.2(a)"]
themes: [horns]
measures: [drill]
status: in-force
summary: New keepers attend a course.
sources:
  - {{document: log-2001, paragraphs: ["1"]}}
submission: {{by: State, channel: statement, date: 2019-09}}
review: {{state: published, date: 2026-11-20}}
"""
MANY = 70


@pytest.mark.parametrize(
    ("counts", "most", "row", "expected"),
    [
        ([], 24, 2, []),
        ([3, 2], 24, 2, [3, 2]),
        ([13, 11], 24, 2, [13, 11]),
        ([60], 36, 3, [36]),
        ([10, 1, 10], 9, 2, [4, 1, 4]),
        ([10, 10, 10], 24, 3, [9, 9, 6]),
        ([2, 50, 3, 50], 24, 2, [2, 10, 3, 8]),
        ([5, 5, 5], 2, 2, [2, 0, 0]),
    ],
)
def test_sections_share_the_cards_of_a_page(counts: list[int], most: int, row: int, expected: list[int]) -> None:
    assert shared_out(counts, most, row) == expected


@pytest.fixture(scope="module")
def many(compiled: None, forms: None, tmp_path_factory: pytest.TempPathFactory) -> Lights:
    """An observatory with more practices of a State, on a provision and on a theme than are shown as cards."""
    lights = lay_out(tmp_path_factory.mktemp("many").resolve() / "observatory")
    for n in range(MANY):
        state, provision = "PHA" if n % 7 == 0 else "SKE", ("1.1", "2.1", "3(a)")[n % 3]
        place = f"practices/article-0{provision[0]}/{state.lower()}-courses-{n}.yml"
        lights.write(place, SNAPSHOT.format(n=n, state=state, provision=provision))
    said = lights.run("build", "--no-search")
    assert said.code == 0, said.err
    return lights


def listed(many: Lights, path: str) -> tuple[Counter[str], list[str]]:
    """How many practices a page lists as cards and as lines, each once; and where it leads for narrowing them."""
    found = read(many.site / path / "index.html")
    links = [link for link in found.all("a") if "/practices/" in link.get("href") and not link.inside("table")]
    titles = [link for link in links if link.inside("article") or link.inside("ul", **{"class": "ruled columns"})]
    courses = [link.get("href") for link in titles if "-courses-" in link.get("href")]
    assert len(set(courses)) == len(courses), "one stands there twice"
    narrowing = [link.get("href") for link in found.all("a") if link.inside("p", **{"class": "more narrowing"})]
    return Counter("card" if link.inside("article") else "line" for link in titles), narrowing


@pytest.mark.parametrize(
    ("path", "cards", "least", "narrowing"),
    [
        ("en/countries/ske", 24, 60, "../../explore/?state=SKE"),
        ("en/articles/1/1-2-a", 23, MANY, "../../../explore/?provision=1.2(a)"),
        ("ar/themes/horns", 24, MANY, "../../explore/?theme=horns"),
    ],
)
def test_a_long_list_is_cards_and_lines(many: Lights, path: str, cards: int, least: int, narrowing: str) -> None:
    kinds, found = listed(many, path)
    assert kinds["card"] == cards and kinds.total() >= least
    assert found == [narrowing]


def test_every_section_of_a_long_page_begins_with_cards(many: Lights) -> None:
    found = read(many.site / "en/countries/ske/index.html")
    cards = [card for card in found.all("article") if card.inside("section", **{"class": "by-article"})]
    assert Counter(card.get("data-article") for card in cards) == {"1": 8, "2": 8, "3": 8}


def test_a_short_list_is_cards_alone(many: Lights) -> None:
    kinds, narrowing = listed(many, "en/countries/pha")
    assert kinds.keys() == {"card"} and not narrowing
