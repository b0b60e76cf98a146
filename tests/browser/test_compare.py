"""Compare in a browser: fields of several practices side by side, and addresses that ask for too little or too much."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessible import assert_accessible, assert_accessible_in_both_schemes

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
ITALY, KOREA = "ita-cascade-model", "kor-acrc-memoranda"
HEADS = ".comparison thead th[data-article]"


def cells(page: Page, label: str) -> list[str]:
    """What stands in the row of a field."""
    row = page.locator(".comparison tbody tr", has=page.get_by_role("rowheader", name=label, exact=True))
    return row.locator("td").all_inner_texts()


def test_fields_stand_beside_each_other(opened: Open) -> None:
    page = opened(f"en/compare/?id={ITALY}&id={KOREA}")
    expect(page.locator(HEADS)).to_have_count(2)
    assert cells(page, "Status") == ["in force", "in force"]
    assert cells(page, "What came of it")[1] == "not stated"
    themes = cells(page, "Themes")
    assert all("Preventive anti-corruption bodies in all" in cell for cell in themes)
    assert "in all" not in themes[0].partition("Preventive")[0]
    assert not page.locator(".compare-ways").is_visible()
    page.locator(".comparison-title").first.click()
    assert page.url.endswith(f"/en/practices/{ITALY}/")


def test_links_lead_where_they_lead_on_the_page(opened: Open, host: str) -> None:
    page = opened(f"en/compare/?id={ITALY}&id={KOREA}")
    expect(page.locator(HEADS)).to_have_count(2)
    links = page.locator(".comparison td a").evaluate_all("links => links.map(link => link.href)")
    assert f"{host}/en/articles/5/5-1/" in links and f"{host}/en/documents/wg4-2019-4/#p20" in links


def test_one_is_taken_away_and_another_chosen(opened: Open) -> None:
    page = opened(f"en/practices/{ITALY}/")
    page.get_by_role("link", name="Compare with…").click()
    expect(page.locator(".choosing")).to_contain_text("One practice is chosen")
    page.locator(".candidates a").first.click()
    expect(page.locator(HEADS)).to_have_count(2)
    page.get_by_role("link", name="Take away").first.click()
    expect(page.locator(".choosing")).to_contain_text("One practice is chosen")


@pytest.mark.parametrize(
    ("query", "heads", "said"),
    [
        ("", 0, []),
        ("?id=nobody", 0, ["There is no practice with the id “nobody”"]),
        (f"?id={ITALY}&id={ITALY}", 0, []),
        (f"?id={ITALY}&id=../../&id={KOREA}", 2, ["the id “../../”"]),
        (f"?id={ITALY}&id=%3Cimg src=x onerror=alert(1)%3E&id={KOREA}", 2, ["the id “<img src=x onerror=alert(1)>”"]),
        (f"?id={ITALY}&id={KOREA}&id=nobody&id=usa-judges-disclosure-database&id=more", 3, ["“nobody”", "Only four"]),
    ],
)
def test_what_an_address_asks_in_vain_is_said(opened: Open, query: str, heads: int, said: list[str]) -> None:
    page = opened(f"en/compare/{query}")
    expect(page.locator("[role=status]")).not_to_be_empty()
    assert page.locator(HEADS).count() == heads
    assert page.locator(".comparison").is_visible() == bool(heads)
    assert page.locator(".compare-ways").is_visible() != bool(heads)
    remarks = page.locator(".remarks .notice").all_inner_texts()
    assert len(remarks) == len(said) and all(part in whole for part, whole in zip(said, remarks, strict=True))
    assert page.locator(".compare img").count() == 0


def test_a_page_that_cannot_be_loaded_is_left_out(opened: Open, host: str) -> None:
    page = opened("en/about/")
    page.route(f"**/practices/{KOREA}/", lambda route: route.abort())
    page.goto(f"{host}/en/compare/?id={ITALY}&id={KOREA}")
    expect(page.locator(".remarks")).to_contain_text("could not be loaded")


def test_without_scripts_it_says_what_to_do(opened: Open) -> None:
    page = opened(f"en/compare/?id={ITALY}&id={KOREA}", java_script_enabled=False)
    assert "This page needs scripts" in page.locator("main").inner_text()
    assert not page.locator(".comparison").is_visible()


def test_entries_that_were_renamed_withdrawn_or_are_hostile(browser: Browser, lights_host: str) -> None:
    context = browser.new_context(bypass_csp=True)  # what is taken over is harmless without the policy, too
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"something ran: {dialog.message}"))
    page.goto(f"{lights_host}/en/compare/?id=lum-keepers&id=pha-hostile&id=ske-old-bell")
    expect(page.locator(HEADS)).to_have_count(2)
    first = page.locator(".comparison-title").first.get_attribute("href")
    assert first and first.endswith("/lum-two-keepers/")
    expect(page.locator(".remarks")).to_contain_text("“ske-old-bell” was withdrawn")
    assert page.locator(".comparison :is(img, script, iframe, form, style, svg)").count() == 0
    hrefs = page.locator(".comparison a").evaluate_all("links => links.map(link => link.protocol)")
    assert {*hrefs} <= {"http:", "https:", "mailto:"}
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "query", [f"?id={ITALY}&id={KOREA}", f"?id={ITALY}&id={KOREA}&id=usa-judges-disclosure-database", ""]
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_axe_finds_nothing(desk: Page, host: str, language: str, query: str, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    desk.goto(f"{host}/{language}/compare/{query}")
    expect(desk.locator("[role=status]")).not_to_be_empty()
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible_in_both_schemes(desk, language)
    assert_accessible(desk, ["target-size"])


def test_it_prints_whole(opened: Open) -> None:
    page = opened(f"en/compare/?id={ITALY}&id={KOREA}")
    expect(page.locator(HEADS)).to_have_count(2)
    page.emulate_media(media="print")
    assert page.locator(".comparison").is_visible() and not page.locator(".comparison thead small").first.is_visible()
