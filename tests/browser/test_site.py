"""What visitors see: ways from page to page, languages, and pages that hold on every screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Request

from generator import check
from generator.registry import Language
from generator.settings import Settings
from tests.browser.accessible import COLOURS, DIFFERENT, assert_accessible
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser

UNTRANSLATED = "annual-programme-public-ethics-reform"
"""An entry that has no translation into the language of ``MIRRORED``."""

KINDS = {
    "threshold": "",
    "home": "en/",
    "articles": "en/articles/",
    "article": "en/articles/5/",
    "provision": "en/articles/5/5-1/",
    "empty-provision": "en/articles/6/6-3/",
    "countries": "en/countries/",
    "country": "en/countries/kor/",
    "themes": "en/themes/",
    "theme": "en/themes/strategies/",
    "empty-theme": "en/themes/political-finance/",
    "documents": "en/documents/",
    "document": "en/documents/wg4-2019-4/",
    "practice": "en/practices/ita-cascade-model/",
    "snapshot": "en/practices/kor-acrc-memoranda/",
    "untranslated": f"en/practices/{UNTRANSLATED}/",
    "languages": "en/translations/",
    "explore": "en/explore/",
    "compare": "en/compare/",
    "about": "en/about/",
    "contribute": "en/contribute/",
    "received": "en/contribute/received/",
    "pairs": "en/contribute/write/",
    "data": "en/data/",
    "form": "en/contribute/form/",
    "rules": "en/rules/",
    "missing": "en/nowhere/",
}
"""A page of each kind, in English."""

SAMPLE = ("home", "article", "practice", "languages", "contribute")
"""The kinds that are looked at in every language; the others in one language of each direction."""


def published() -> tuple[Language, ...]:
    """The languages of the site."""
    registry, _ = check.registry(Settings(ROOT))
    assert registry is not None
    return registry.published


LANGUAGES = {language.code: language.direction for language in published()}
OTHERS = [code for code in LANGUAGES if code != "en"]
MIRRORED = next(code for code, direction in LANGUAGES.items() if direction == "rtl")


def elsewhere(codes: Iterable[str], kinds: Iterable[str]) -> dict[str, str]:
    """Pages of these kinds in other languages than English."""
    return {f"{kind}-{code}": KINDS[kind].replace("en/", f"{code}/", 1) for code in codes for kind in kinds}


WHOLE = KINDS | elsewhere([MIRRORED], [kind for kind in KINDS if KINDS[kind].startswith("en/")])
EVERYWHERE = WHOLE | elsewhere(OTHERS, SAMPLE)
COLOURED = KINDS | elsewhere([MIRRORED], SAMPLE)
"""The pages whose contrast is measured, which takes most of the time; no colour depends on the language."""

OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true"


def test_ways_by_links_alone(opened: Callable[..., Page]) -> None:
    page = opened("en/")
    page.locator(".article-card a").first.click()
    assert "/en/articles/5/" in page.url
    page.locator(".provision a").first.click()
    assert "/en/articles/5/5-1/" in page.url
    page.locator(".practice-cards article", has_text="Italy").locator("h3 a").first.click()
    assert "/en/practices/ita-" in page.url
    page.locator("a.state-name").first.click()
    assert page.url.endswith("/en/countries/ita/")
    page.locator(".practice-cards h4 a").first.click()
    page.locator(".crumbs a").nth(1).click()
    assert "/en/articles/" in page.url
    page.locator("a.brand").click()
    assert page.url.endswith("/en/")


@pytest.mark.parametrize(
    "kind", ["home", "article", "provision", "country", "theme", "document", "practice", "languages", "about", "rules"]
)
def test_language_switch_stays_on_the_page(desk: Page, host: str, kind: str) -> None:
    desk.goto(f"{host}/{KINDS[kind]}")
    desk.locator('.tongues a[lang="zh"]').click()
    assert desk.url.endswith("/" + KINDS[kind].replace("en/", "zh/", 1))
    assert desk.locator("html").get_attribute("lang") == "zh"
    desk.locator('.tongues a[lang="en"]').click()
    assert desk.url.endswith("/" + KINDS[kind])


def test_the_language_switch_keeps_query_and_place(opened: Callable[..., Page]) -> None:
    page = opened(KINDS["document"] + "?from=here&n=2#p20")
    page.locator('.tongues a[lang="zh"]').click()
    assert page.url.endswith("/zh/documents/wg4-2019-4/?from=here&n=2#p20")
    page.evaluate("history.replaceState(null, '', '?changed=1')")
    page.locator('.tongues a[lang="en"]').press("Enter")
    assert page.url.endswith("/en/documents/wg4-2019-4/?changed=1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_languages_stand_in_one_row_of_a_small_screen(desk: Page, host: str, language: str) -> None:
    desk.set_viewport_size({"width": 360, "height": 700})
    desk.goto(f"{host}/{language}/")
    places = [link.bounding_box() for link in desk.locator(".tongues a").all()]
    assert len(places) == len(LANGUAGES) and len({round(place["y"]) for place in places if place}) == 1
    assert all(place["x"] >= 0 and place["x"] + place["width"] <= 360 for place in places if place)


def test_the_threshold_offers_the_languages_of_the_browser_first(opened: Callable[..., Page]) -> None:
    assert opened("", locale="zh-CN").locator(".thresholds a").first.get_attribute("hreflang") == "zh"
    assert opened("", locale="en-GB").locator(".thresholds a").first.get_attribute("hreflang") == "en"


def test_what_can_be_done_with_a_snapshot_stands_on_one_line(desk: Page, host: str) -> None:
    desk.goto(f"{host}/{KINDS['snapshot']}")
    places = [link.bounding_box() for link in desk.locator(".actions a").all()]
    assert len(places) == 4 and len({place["y"] for place in places if place}) == 1


def test_an_untranslated_text_says_so_and_keeps_its_language(opened: Callable[..., Page]) -> None:
    page = opened(WHOLE[f"untranslated-{MIRRORED}"])
    assert page.locator("h1").get_attribute("lang") == "en"
    assert page.locator("h1").get_attribute("dir") == "ltr"
    assert "الإنجليزية" in page.locator(".notice").inner_text()


def test_a_machine_translation_says_so_and_links_to_the_original(opened: Callable[..., Page]) -> None:
    page = opened("zh/practices/ita-cascade-model/")
    assert page.locator("h1").get_attribute("lang") is None
    page.locator(".notice a").click()
    assert page.url.endswith("/" + KINDS["practice"])


@pytest.mark.parametrize("kind", EVERYWHERE)
def test_a_page_is_sound_on_every_screen(desk: Page, host: str, kind: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    but = () if kind in COLOURED else COLOURS
    desk.on("request", note)
    desk.goto(f"{host}/{EVERYWHERE[kind]}")
    desk.evaluate(OPEN_ALL)
    assert_accessible(desk, but=but)
    desk.set_viewport_size({"width": 360, "height": 900})
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    desk.emulate_media(color_scheme="dark")
    assert_accessible(desk, DIFFERENT, but)
    desk.remove_listener("request", note)
    assert asked and [url for url in asked if not url.startswith((host, "data:"))] == []


@pytest.fixture(scope="module")
def without_scripts(browser: Browser) -> Iterator[Page]:
    """A page that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_every_page_stands_without_scripts(without_scripts: Page, host: str, path: str) -> None:
    without_scripts.goto(f"{host}/{path}")
    assert without_scripts.locator("h1").first.inner_text().strip()
    assert without_scripts.locator("a[href]").count() > 1


def test_the_colours_are_the_readers_choice_and_stay(opened: Callable[..., Page], host: str) -> None:
    page = opened("en/", color_scheme="light")
    dark = "getComputedStyle(document.body).colorScheme"
    page.locator(".scheme").click()
    assert page.evaluate(dark) == "dark"
    page.goto(f"{host}/en/articles/")
    assert page.evaluate(dark) == "dark"
    assert page.locator(".scheme").get_attribute("aria-pressed") == "true"


def test_a_missing_address_offers_ways_on_in_every_language(opened: Callable[..., Page]) -> None:
    page = opened(KINDS["missing"])
    assert page.locator("main section, .not-found section").count() == len(LANGUAGES)
    assert page.locator('.not-found a[href$="/zh/articles/"]').count() == 1
