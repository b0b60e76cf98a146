"""The pictures: what they count is where they lead, on every screen, with their tables open, by keyboard and on paper."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.accessible import assert_accessible_in_both_schemes

pytestmark = pytest.mark.browser
SHOWN = {"home": "", "article": "articles/12/", "country": "countries/ita/", "without-beginnings": "countries/kor/"}
KEYS = {
    "article", "provision", "state", "group", "sids", "theme", "measure", "status", "year", "channel", "evidence", "tier",
    "language", "translation",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("path", SHOWN.values(), ids=SHOWN.keys())
def test_axe_finds_nothing_with_the_tables_open(desk: Page, host: str, path: str, language: str) -> None:
    desk.set_viewport_size({"width": 360, "height": 800})
    desk.goto(f"{host}/{language}/{path}")
    desk.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible_in_both_schemes(desk, language)


@pytest.mark.parametrize("path", ["", "articles/12/", "countries/ita/"])
def test_choices_are_those_that_explore_knows(opened: Callable[..., Page], path: str) -> None:
    page = opened(f"en/{path}")
    links = page.locator('main a[href*="explore/?"]').evaluate_all("links => links.map(link => link.href)")
    assert links
    for link in links:
        choice = parse_qs(urlsplit(link).query, strict_parsing=True)
        assert urlsplit(link).path == "/en/explore/" and choice.keys() <= KEYS


def test_the_columns_add_up_to_all_practices(opened: Callable[..., Page]) -> None:
    page = opened("en/")
    all_of_them = int(page.locator(".hero .figures dd").first.inner_text())
    columns = page.locator(".year-bars li :is(b, .none)").all_inner_texts()
    assert sum(map(int, columns)) == all_of_them
    page.locator(".behind summary").press("Enter")
    assert page.locator(".figure-table tfoot td").last.inner_text() == str(all_of_them)
    names = page.locator(".year-bars a").evaluate_all("links => links.map(link => link.textContent)")
    assert all("practice" in name for name in names)  # the column is told in words as well


def test_pictures_run_from_right_to_left_in_arabic(opened: Callable[..., Page]) -> None:
    def places(page: Page, what: str) -> list[float]:
        boxes = "them => them.map(one => one.getBoundingClientRect().x)"
        return list(page.locator(what).evaluate_all(boxes))

    for what in (".year-bars li", ".axis text", ".reaches thead th"):
        path = "countries/ita/" if what == ".axis text" else ""
        english, arabic = places(opened(f"en/{path}"), what), places(opened(f"ar/{path}"), what)
        assert english == sorted(english) and len(set(english)) > 2
        assert arabic == sorted(arabic, reverse=True)


def test_paper_shows_the_pictures(opened: Callable[..., Page]) -> None:
    page = opened("en/", color_scheme="dark")
    page.emulate_media(media="print")
    fill = "getComputedStyle(document.querySelector('.year-bars rect')).fill"
    assert page.locator(".year-bars svg").first.is_visible()
    assert page.evaluate(fill) not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)", "none")
