"""The offline copy, opened from a folder: it looks as it should, leads everywhere, and asks nobody for anything."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator import check
from generator.offline.bundle import bundle
from generator.settings import Settings
from tests.browser.accessible import assert_accessible_in_both_schemes
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser
PAGES = (
    "index.html",
    *(
        f"{path}index.html"
        for path in ("en/", "ar/countries/ita/", "en/articles/5/", "zh/practices/ita-cascade-model/")
    ),
)


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content, taken out of the zip."""
    place = tmp_path_factory.mktemp("offline") / "site"
    place.symlink_to(site)
    registry, _ = check.registry(Settings(ROOT))
    assert registry
    with zipfile.ZipFile(bundle(Settings(ROOT), registry.published, place, lambda *_: None)) as archive:
        archive.extractall(place.parent)
    return place.parent / "observatory-offline"


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Callable[..., tuple[Page, list[str]]]]:
    """``opened(path, **context options)``: a page of the copy, and what goes wrong or is asked for on it."""
    contexts = []

    def open_page(path: str, **options: object) -> tuple[Page, list[str]]:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page, wrong = context.new_page(), list[str]()
        page.on("console", lambda message: wrong.append(message.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("requestfailed", lambda request: wrong.append(request.url))
        page.on("request", lambda request: request.url.startswith(("file:", "data:")) or wrong.append(request.url))
        page.goto((folder / path).as_uri(), wait_until="load")
        return page, wrong

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_nothing_goes_wrong_on_a_page(opened: Callable[..., tuple[Page, list[str]]], path: str) -> None:
    page, wrong = opened(path)
    assert wrong == []
    assert page.evaluate("getComputedStyle(document.querySelector('main')).fontFamily").startswith('"')  # styled
    assert page.evaluate("getComputedStyle(document.querySelector('.mark')).maskImage").startswith('url("data:')


def test_a_walk_through_the_copy(opened: Callable[..., tuple[Page, list[str]]]) -> None:
    page, wrong = opened("index.html", locale="zh-CN")
    assert page.locator(".thresholds a").first.get_attribute("hreflang") == "zh"
    page.locator('.thresholds a[hreflang="en"]').click()
    expect(page.locator(".offline-note")).to_be_visible()
    page.locator(".article-card a").first.click()
    page.locator(".coverage tbody td a").first.click()  # a figure
    page.wait_for_url("**/en/articles/5/5-1/index.html#*")
    page.locator(".practice-cards h3 a, .practice-cards h4 a").first.click()
    expect(page.locator("article.practice h1")).to_be_visible()
    page.locator('.tongues a[lang="ar"]').click()
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    page.locator("a.brand").click()
    page.locator(".state-tiles a").first.click()
    expect(page.locator("main.observatory .country")).to_be_visible()
    page.locator(".scheme").click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert wrong == []


def test_a_practice_is_cited_as_on_the_website(
    opened: Callable[..., tuple[Page, list[str]]], desk: Page, host: str
) -> None:
    path = "zh/practices/ita-cascade-model/"
    page, wrong = opened(f"{path}index.html")
    desk.goto(f"{host}/{path}")
    records = [one.locator(".cite pre") for one in (page, desk)]
    for one in records:
        expect(one).to_have_count(2)
    assert records[0].all_text_contents() == records[1].all_text_contents()
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_nothing(opened: Callable[..., tuple[Page, list[str]]], language: str) -> None:
    page, _ = opened(f"{language}/index.html", viewport={"width": 360, "height": 800}, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible_in_both_schemes(page, language)
