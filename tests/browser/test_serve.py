"""An open page while the site is served: it follows its entry, shows what is wrong, and shows it no longer once mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import tongues
from tests.browser.accessible import assert_accessible
from tests.conftest import Lights
from tests.serving import PATIENCE, Server, served

pytestmark = pytest.mark.browser
KEEPERS = "practices/article-01/lum-two-keepers.yml"
SLOW = PATIENCE * 1000  # milliseconds


@pytest.fixture(params=[(1280, "light", "en"), (390, "dark", "ar")], ids=["desk", "phone"])
def page(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page of an entry, open on a large screen in the light, and on a small one in the dark from right to left."""
    width, scheme, language = request.param
    context = browser.new_context(viewport={"width": width, "height": 600}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{server.address}{language}/practices/lum-two-keepers/")
    yield page
    context.close()


def test_the_page_follows_its_entry_where_it_was(browser: Browser, server: Server) -> None:
    page = browser.new_page(viewport={"width": 1000, "height": 300})
    page.goto(f"{server.address}en/practices/lum-two-keepers/")
    page.evaluate("scrollTo(0, 400)")
    server.lights.change(KEEPERS, "Two keepers a light", "Three keepers a light")
    expect(page.locator("h1")).to_have_text("Three keepers a light", timeout=SLOW)
    page.wait_for_function("scrollY === 400")
    page.close()


def test_a_fault_is_shown_until_it_is_mended(page: Page, server: Server) -> None:
    server.lights.change(KEEPERS, "status: in-force", "status: <img src=x onerror=alert(1)>")
    overlay = page.get_by_role("alertdialog", name="1 error in the files")
    expect(overlay).to_be_visible(timeout=SLOW)
    for said in (
        "P107",
        f"{KEEPERS}:8:9",
        "<img src=x onerror=alert(1)> is none of the words",
        "choose one of these: planned",
    ):
        expect(overlay).to_contain_text(said)
    expect(overlay.locator("mark")).to_have_text("<img src=x onerror=alert(1)>")
    expect(overlay.get_by_role("button")).to_be_focused()
    assert overlay.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_accessible(page)
    server.lights.change(KEEPERS, "status: <img src=x onerror=alert(1)>", "status: completed")
    expect(overlay).to_be_hidden(timeout=SLOW)


def test_the_code_leads_to_its_rule_and_the_policy_refuses_nothing(page: Page, server: Server) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if "Security Policy" in message.text else None)
    page.reload()
    server.lights.change(KEEPERS, "status: in-force", "status: ongoing")
    page.get_by_role("link", name="P107").click(timeout=SLOW)
    page.wait_for_url("**/rules/#p107")
    assert refused == []


def test_escape_hides_it_until_something_else_is_wrong(page: Page, server: Server) -> None:
    server.lights.change(KEEPERS, "status: in-force", "status: ongoing")
    overlay = page.get_by_role("alertdialog")
    expect(overlay).to_be_visible(timeout=SLOW)
    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    page.get_by_role("button", name="1 error in the files").click()
    expect(overlay).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Lumenia" if page.viewport_size["width"] > 400 else "لومينيا").first.click()
    expect(page.get_by_role("button", name="1 error in the files")).to_be_visible()
    expect(overlay).to_be_hidden()
    server.lights.change(KEEPERS, "since: 1999-05", "since: then")
    expect(page.get_by_role("alertdialog", name="2 errors in the files")).to_be_visible(timeout=SLOW)


ARABIC = {
    "`%(value)s` is none of the words for %(field)s": "`%(value)s` ليست من كلمات %(field)s",
    "choose one of these: %(words)s": "اختر واحدة مما يلي: %(words)s",
    ("%(n)s error in the files", "%(n)s errors in the files"): ("أخطاء الملفات: %(n)s",) * 6,
    "Hide (Esc)": "إخفاء (Esc)",
}


def test_a_fault_is_told_in_the_language_of_the_page(page: Page, server: Server) -> None:
    tongues.speak(server.lights.settings.locales, ARABIC, "ar")
    server.lights.change(KEEPERS, "status: in-force", "status: ongoing")
    is_arabic = page.locator("html").get_attribute("lang") == "ar"
    overlay = page.get_by_role("alertdialog", name="أخطاء الملفات: 1" if is_arabic else "1 error in the files")
    expect(overlay).to_be_visible(timeout=SLOW)
    said = "ongoing ليست من كلمات status" if is_arabic else "ongoing is none of the words for status"
    expect(overlay).to_contain_text(said)
    expect(overlay.get_by_role("button")).to_have_text("إخفاء (Esc)" if is_arabic else "Hide (Esc)")
    assert overlay.evaluate("it => getComputedStyle(it).direction") == ("rtl" if is_arabic else "ltr")
    assert overlay.locator("pre").evaluate("it => getComputedStyle(it).direction") == "ltr"
    assert_accessible(page)


def test_where_there_is_no_site_yet(browser: Browser, lights: Lights, tmp_path: Path) -> None:
    lights.change(KEEPERS, "status: in-force", "status: ongoing")
    with served(lights, tmp_path / "server") as server:
        server.until(lambda: "error[P107]" in server.said())
        page = browser.new_page()
        page.goto(f"{server.address}en/practices/lum-two-keepers/")
        expect(page.get_by_role("alertdialog")).to_contain_text("P107", timeout=SLOW)
        assert_accessible(page)
        lights.change(KEEPERS, "status: ongoing", "status: in-force")
        expect(page.locator("h1")).to_have_text("Two keepers a light", timeout=SLOW)
        page.close()
