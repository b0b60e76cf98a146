"""The tiny observatory in a language that runs from right to left, with texts as long and odd as they come."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.accessible import assert_accessible

pytestmark = pytest.mark.browser

PATHS = (
    "", "articles/", "articles/1/", "articles/1/1-1/", "countries/", "countries/pha/", "themes/", "themes/keepers/",
    "explore/", "compare/",
    "documents/", "documents/log-2001/", "practices/lum-two-keepers/", "practices/pha-hostile/", "practices/pha-asked/",
    "practices/ske-old-bell/", "practices/ske-cloche/", "about/", "contribute/", "translations/", "rules/",
)  # fmt: skip


@pytest.fixture
def page(desk: Page) -> Page:
    """A page on a small screen."""
    desk.set_viewport_size({"width": 360, "height": 700})
    return desk


@pytest.mark.parametrize("path", PATHS)
def test_nothing_overflows_and_axe_finds_nothing(page: Page, lights_host: str, path: str) -> None:
    page.goto(f"{lights_host}/ar/{path}")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(page)


def test_the_name_stands_on_the_right(page: Page, lights_host: str) -> None:
    page.goto(f"{lights_host}/ar/")
    mark = page.locator(".brand .mark").bounding_box()
    assert mark is not None and mark["x"] > 180


ASTRAY = """() => {
    const refs = /^\\d+(\\.\\d+)?\\([a-z]\\)$/, lost = [];
    const texts = document.createTreeWalker(document.querySelector(".observatory"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const box = texts.currentNode.parentElement, text = texts.currentNode.data.trim();
        if (refs.test(text) && getComputedStyle(box).direction !== "ltr") lost.push(text);
    }
    for (const code of document.querySelectorAll("code, kbd, pre")) {
        const style = getComputedStyle(code);
        if (style.direction !== "ltr" || style.unicodeBidi !== "isolate") lost.push(code.textContent);
    }
    return lost;
}"""
"""The references of provisions, and the codes, that do not run from left to right."""


@pytest.mark.parametrize("path", PATHS)
def test_references_and_codes_run_from_left_to_right(page: Page, lights_host: str, path: str) -> None:
    page.goto(f"{lights_host}/ar/{path}")
    assert page.evaluate(ASTRAY) == []


def test_control_a_reference_in_the_direction_of_the_page_is_found(page: Page, lights_host: str) -> None:
    page.goto(f"{lights_host}/ar/articles/1/")
    page.evaluate("document.querySelector('.observatory').append('1.2(a)')")
    assert page.evaluate(ASTRAY) == ["1.2(a)"]


@pytest.mark.parametrize(
    ("path", "drawing"), [("", ".arrow"), ("", ".strip"), ("articles/1/", ".bar"), ("translations/", ".share")]
)
def test_drawings_with_a_direction_are_mirrored(page: Page, lights_host: str, path: str, drawing: str) -> None:
    transform = f"getComputedStyle(document.querySelector('{drawing}')).transform"
    page.goto(f"{lights_host}/ar/{path}")
    assert page.evaluate(transform) == "matrix(-1, 0, 0, 1, 0, 0)"
    page.goto(f"{lights_host}/en/{path}")
    assert page.evaluate(transform) == "none"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("practices/ske-cloche/", "h1"),
        ("documents/log-2001/", ".paragraph a[dir]"),
        ("translations/", ".waiting summary [dir]"),
        ("articles/1/", ".practice-cards p[dir]"),
    ],
)
def test_a_title_that_runs_the_other_way_keeps_to_the_edge_of_the_page(
    page: Page, lights_host: str, path: str, text: str
) -> None:
    page.goto(f"{lights_host}/ar/{path}")
    style = f"getComputedStyle(document.querySelector('.observatory {text}'))"
    assert page.evaluate(f"[{style}.direction, {style}.textAlign]") == ["ltr", "end"]


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_former_address_leads_on(browser: Browser, lights_host: str, language: str, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(f"{lights_host}/{language}/practices/lum-keepers/")
    page.wait_for_url(f"{lights_host}/{language}/practices/lum-two-keepers/")
    context.close()


def test_the_page_of_a_former_address_can_be_read_and_followed(page: Page, lights_host: str) -> None:
    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', ""))

    page.route("**/lum-keepers/", without_refresh)
    page.goto(f"{lights_host}/ar/practices/lum-keepers/")
    assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(page)
    page.get_by_role("link").click()
    page.wait_for_url(f"{lights_host}/ar/practices/lum-two-keepers/")
