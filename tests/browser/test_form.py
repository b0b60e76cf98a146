"""The form in a browser: filled by keyboard, checked, kept, sent; entries taken up again to be changed or translated."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Download, Page, expect

from generator import check, load, marks, rules
from generator.document import Document, plain
from generator.fields import PRACTICE, TRANSLATION
from generator.registry import Registry
from generator.rules.finding import findings
from generator.rules.subject import Subject
from generator.settings import Settings
from tests.browser.accessible import assert_accessible
from tests.browser.conftest import ROOT
from tests.conftest import Tiny

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
FORM = "{}/contribute/form/"
READY = ".contribute:not(.asleep)"
ENTRY = "article-05/ita-cascade-model"
HOSTILE = "\"--><script>window.ran = 1</script><img src=x onerror='window.ran = 1'>{{ 7*7 }}"


@pytest.fixture(scope="module")
def registry() -> Registry:
    """The registry of the real content."""
    known, _ = check.registry(Settings(ROOT))
    assert known is not None
    return known


@pytest.fixture
def form(opened: Open) -> Iterator[Callable[..., Page]]:
    """``form(language, query)``: the form, once it is alive."""

    def open_form(language: str = "en", query: str = "", **options: object) -> Page:
        page = opened(FORM.format(language) + query, **options)
        page.wait_for_selector(READY)
        return page

    yield open_form


def reach(page: Page, selector: str) -> None:
    """Press Tab until something is reached, as who has no mouse does."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached")


def type_in(page: Page, selector: str, text: str) -> None:
    """Reach a field and type."""
    reach(page, selector)
    page.keyboard.type(text)


def tick(page: Page, name: str, words: str, value: str) -> None:
    """Reach a list, narrow it where it is long, and choose one of it."""
    if words:
        type_in(page, f"[data-name={name}] .narrow input", words)
    reach(page, f'[data-name={name}] input[value="{value}"]')
    page.keyboard.press("Space")


def choose(page: Page, selector: str, letters: str) -> None:
    """Reach a list of which one is chosen, and type how the choice begins."""
    type_in(page, selector, letters)


def downloaded(found: Download, folder: Path) -> Path:
    """The file that was saved, under its own name."""
    path = folder / found.suggested_filename
    found.save_as(path)
    return path


def faults(path: Path, folder: str, registry: Registry) -> list[str]:
    """What the command says of an entry."""
    read = load.read(path, path.name)
    assert isinstance(read, Document), read
    subject = Subject(read, PRACTICE, registry, date.today(), path.stem, folder)
    return [one.code for one in findings(rules.ENTRY, subject)]


WRITTEN = {
    "en": ("Asset declarations: Law #4", "Every official declares assets each year.", "italia", "2, 3", "2019-09"),
    "ar": ("إقرارات الذمة المالية", "يقدم كل موظف إقرارا سنويا.", "إيطاليا", "٢، ٣", "٢٠١٩-٠٩"),
}  # fmt: skip


@pytest.fixture
def clone(tmp_path: Path) -> Tiny:
    """The observatory as somebody has it who has cloned the repository."""
    for part in ("practices", "registry", "schema", "theme/locales"):
        shutil.copytree(ROOT / part, tmp_path / "clone" / part)
    return Tiny(tmp_path / "clone")


@pytest.mark.parametrize("language", WRITTEN)
def test_it_is_filled_by_keyboard_and_its_file_is_sound_where_it_belongs(
    form: Callable[..., Page], language: str, clone: Tiny
) -> None:
    title, summary, state, paragraphs, day = WRITTEN[language]
    page = form(language)
    type_in(page, "#q-title", title)
    type_in(page, "#q-summary", summary)
    tick(page, "countries", state, "ITA")
    reach(page, "#q-status")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    tick(page, "provisions", "8.5", "8.5")
    tick(page, "themes", "", "asset-declaration")
    tick(page, "measures", "", "legislation")
    reach(page, "#q-sources-document")
    page.keyboard.press("ArrowDown")
    type_in(page, "#q-sources-paragraphs", paragraphs)
    reach(page, "#q-submission-by")
    page.keyboard.press("ArrowDown")
    reach(page, "#q-submission-channel")
    page.keyboard.press("ArrowDown")
    type_in(page, "#q-submission-date", day)
    reach(page, ".check")
    page.keyboard.press("Enter")
    expect(page.locator(".error-summary")).to_be_hidden()
    expect(page.locator(".verdict")).not_to_be_empty()
    reach(page, "[data-way=download]")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    place = page.locator(".path").inner_text()
    path = downloaded(saved.value, (clone.root / place).parent)
    assert path == clone.root / place
    for command in (("check", place), ("format", "--check", place)):
        said = clone.run(*command, SOURCE_DATE_EPOCH="")  # the form has the day from the clock
        assert said.code == 0, said.out
    read = load.read(path, path.name)
    assert isinstance(read, Document)
    assert [read.text("language"), read.text("title"), read.text("summary")] == [language, title, summary]
    assert plain(read.root)["sources"][0]["paragraphs"] == ["2", "3"]


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("ar", "light")])
def test_errors_lead_to_their_questions(form: Callable[..., Page], language: str, scheme: str) -> None:
    page = form(language, viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page.fill("#q-title", "<b>bold</b>")
    page.locator(".check").click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    assert page.locator("#q-title").get_attribute("aria-invalid") == "true"
    name = page.locator("label[for=q-title]").evaluate("label => label.firstChild.textContent.trim()")
    assert name in page.locator("#q-title-problem").inner_text()
    assert "q-title-problem" in (page.locator("#q-title").get_attribute("aria-describedby") or "")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(page)
    summary.locator("a").first.click()
    expect(page.locator("#q-title")).to_be_focused()
    page.fill("#q-title", "Plans")
    expect(page.locator("#q-title-problem")).to_be_hidden()


def test_dates_in_hints_run_from_left_to_right_and_moulds_are_not_seen(form: Callable[..., Page]) -> None:
    page = form("ar")
    assert page.locator("#q-since-hint bdi").all_inner_texts() == ["2013-05", "2013"]
    assert page.locator("template:visible").count() == 0


def test_hostile_texts_run_nothing_and_stay_what_they_are(form: Callable[..., Page]) -> None:
    page = form()
    for selector in ("#q-title", "#q-summary", "#q-description", "#q-lead", "#q-partners", "#q-id"):
        page.fill(selector, HOSTILE)
    page.fill("#q-countries-narrow", HOSTILE)
    page.locator(".check").click()
    assert page.locator(".error-summary li").count() > 5
    assert HOSTILE.splitlines()[0][:20].replace('"', '\\"') in page.locator(".form-file pre").inner_text()
    page.reload()
    page.wait_for_selector(READY)
    assert page.input_value("#q-description") == HOSTILE
    assert page.evaluate("window.ran") is None


def test_a_draft_survives_a_reload_and_can_be_cleared(form: Callable[..., Page]) -> None:
    page = form()
    page.fill("#q-title", "Kept")
    page.check('[data-name=countries] input[value="KOR"]')
    page.locator("[data-path=links] .add").click()
    page.fill("#q-links-url-1", "https://example.org/")
    page.reload()
    page.wait_for_selector(READY)
    assert page.input_value("#q-title") == "Kept"
    assert page.locator("[data-path=countries] .picked li").all_inner_texts() == ["Republic of Korea\nTake away"]
    assert page.locator("[data-path=links] .item").count() == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".clear").click()
    assert page.input_value("#q-title") == ""
    page.reload()
    page.wait_for_selector(READY)
    assert page.input_value("#q-title") == "" and page.locator("[data-path=links] .item").count() == 0


def test_a_draft_of_an_entry_that_has_changed_since_is_told(form: Callable[..., Page]) -> None:
    page = form(query="?edit=ita-cascade-model")
    page.fill("#q-title", "Kept")
    page.reload()
    page.wait_for_selector(READY)
    assert "You can go on with it" in page.locator(".remarks").inner_text()
    page.evaluate("""() => {
      const [key, kept] = Object.entries(localStorage).find(([key]) => key.includes("edit"));
      localStorage[key] = JSON.stringify({ ...JSON.parse(kept), basis: "that of last year" });
    }""")
    for _ in range(2):  # until it is cleared
        page.reload()
        page.wait_for_selector(READY)
        assert "has changed since" in page.locator(".remarks").inner_text()
        page.fill("#q-title", "Kept all the same")
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator(".clear").click()
    page.fill("#q-title", "Begun anew")
    page.reload()
    page.wait_for_selector(READY)
    assert "You can go on with it" in page.locator(".remarks").inner_text()


def test_a_draft_that_was_sent_stays_and_says_so_until_it_is_changed_or_begun_anew(form: Callable[..., Page]) -> None:
    page = form(query="?edit=ita-cascade-model")
    title = page.input_value("#q-title")

    def told_after(title: str) -> str:
        page.reload()
        page.wait_for_selector(READY)
        assert page.input_value("#q-title") == title
        return page.locator(".remarks").inner_text()

    page.fill("#q-title", "Sent")
    with page.expect_download():
        page.locator("[data-way=download]").click()
    assert "downloaded, copied or sent" in told_after("Sent")
    page.fill("#q-title", "Changed since")
    assert "was still in this browser" in told_after("Changed since")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Begin anew").click()
    assert page.input_value("#q-title") == title
    assert told_after(title) == ""


def test_who_writes_in_two_windows_is_told_in_both(form: Callable[..., Page]) -> None:
    page = form()
    page.fill("#q-title", "Here")
    other = page.context.new_page()
    other.goto(page.url)
    other.wait_for_selector(READY)
    other.fill("#q-title", "There")
    expect(page.locator(".remarks")).to_contain_text("in another window")
    page.fill("#q-title", "Here again")
    expect(other.locator(".remarks")).to_contain_text("in another window")


def test_nobody_is_told_that_a_text_is_copied_that_is_not(form: Callable[..., Page]) -> None:
    page = form(query="?edit=ita-cascade-model")
    page.context.route("**/*.example/**", lambda route: route.fulfill(body=""))
    page.evaluate("() => void (navigator.clipboard.writeText = () => Promise.reject())")
    with page.expect_popup():
        page.locator("[data-way=repository]").click()
    expect(page.locator(".verdict")).to_contain_text("did not copy")


def test_states_are_found_by_any_name_and_the_first_provision_gives_the_folder(form: Callable[..., Page]) -> None:
    page = form(query="?provision=6.3")
    states = page.locator("[data-path=countries] .choice:visible")
    for name in ("Nueva Zelandia", "新西兰", "nouvelle-zelande"):
        page.fill("#q-countries-narrow", name)
        assert states.all_inner_texts() == ["New Zealand"]
    page.check('[data-path=provisions] input[value="9.1(a)"]')
    assert page.locator(".path").inner_text().startswith("practices/article-06/")
    page.get_by_role("button", name="Put first: 9.1(a)").click()
    assert page.locator(".path").inner_text().startswith("practices/article-09/")


def test_a_name_that_another_practice_has_is_not_suggested_and_not_taken(form: Callable[..., Page]) -> None:
    page = form("ru")
    page.fill("#q-title", "Каскад планов")  # a title without Latin letters: the name is made of State and theme
    page.check('[data-name=countries] input[value="HND"]')
    page.check('[data-name=themes] input[value="asset-declaration"]')
    expect(page.locator("#q-id")).to_have_value("hnd-asset-declaration")
    page.fill("#q-id", "hnd-asset-declaration-system")
    page.locator("#q-id").blur()
    expect(page.locator("#q-id-problem [data-code=P604]")).to_be_visible()
    page.fill("#q-id", "")  # suggested again
    page.fill("#q-title", "Asset declaration system")
    expect(page.locator("#q-id")).to_have_value("hnd-asset-declaration-system-2")
    expect(page.locator("#q-id-problem")).to_be_hidden()


@pytest.mark.parametrize("name", ["ske-old-bell", "lum-keepers"], ids=["withdrawn", "former"])
def test_a_name_that_an_entry_had_is_not_taken_again(desk: Page, lights_host: str, name: str) -> None:
    desk.goto(f"{lights_host}/en/contribute/form/")
    desk.wait_for_selector(READY)
    desk.fill("#q-id", name)
    desk.locator("#q-id").blur()
    expect(desk.locator("#q-id-problem [data-code=P604]")).to_be_visible()
    desk.fill("#q-id", f"{name}-2")
    expect(desk.locator("#q-id-problem")).to_be_hidden()


def test_a_changed_entry_keeps_what_was_not_asked(
    form: Callable[..., Page], registry: Registry, tmp_path: Path
) -> None:
    page = form(query="?edit=ita-cascade-model")
    page.fill("#q-title", "Cascade of plans: the second edition")
    with page.expect_download() as saved:
        page.locator("[data-way=download]").click()
    path = downloaded(saved.value, tmp_path)
    assert faults(path, "article-05", registry) == []
    before, now = (load.read(one, one.name) for one in (ROOT / f"practices/{ENTRY}.yml", path))
    assert isinstance(before, Document) and isinstance(now, Document)
    expected = {**plain(before.root), "title": "Cascade of plans: the second edition"}  # type: ignore[dict-item]
    assert plain(now.root) == expected
    page.context.route("**/*.example/**", lambda route: route.fulfill(body=""))
    with page.expect_popup() as popup:
        page.locator("[data-way=repository]").click()
    assert popup.value.url.endswith("/edit/main/practices/article-05/ita-cascade-model.yml")


def test_a_translation_carries_the_marks_of_its_original(
    form: Callable[..., Page], registry: Registry, tmp_path: Path
) -> None:
    page = form("fr", "?translate=ita-cascade-model&to=es")
    assert page.locator(".original div").first.get_attribute("lang") == "en"
    page.fill("#q-title", "Planes en cascada")
    with page.expect_download() as saved:
        page.locator("[data-way=download]").click()
    path = downloaded(saved.value, tmp_path)
    assert path.name == "ita-cascade-model.es.yml"
    original, now = (load.read(one, one.name) for one in (ROOT / f"practices/{ENTRY}.yml", path))
    assert isinstance(original, Document) and isinstance(now, Document)
    assert marks.marks(now)["title"].value == marks.mark(original, "title")
    assert marks.outdated(now, original) == ()
    place = ("ita-cascade-model", "article-05", "es", original)
    found = findings(rules.TRANSLATION, Subject(now, TRANSLATION, registry, date.today(), *place))
    assert [one.code for one in found if one.severity == "error"] == []


def test_a_translation_keeps_the_marks_of_texts_that_nobody_touched(desk: Page, lights_host: str) -> None:
    desk.goto(f"{lights_host}/en/contribute/form/?translate=lum-two-keepers&to=ar")
    desk.wait_for_selector(READY)
    file = desk.locator(".form-file pre")
    assert '  of: {title: "00000000"}\n' in file.inner_text()  # outdated; the summary never had one
    again = desk.get_by_role("checkbox", name="The original has changed since")
    expect(again).to_have_count(1)
    again.check()
    assert re.search(r'of: \{title: "(?!0{8})[0-9a-f]{8}"\}', file.inner_text())
    again.uncheck()
    assert "00000000" in file.inner_text()
    desk.fill("#q-title", "حارسان")
    desk.fill("#q-summary", "لا تترك منارة.")
    assert re.search(r'of: \{title: "(?!0{8})[0-9a-f]{8}", summary: "[0-9a-f]{8}"\}', file.inner_text())


@pytest.mark.parametrize("answer", [{"status": 404}, {"body": "{}"}], ids=["missing", "not packed"])
def test_an_entry_that_cannot_be_loaded_is_told(opened: Open, host: str, answer: dict[str, Any]) -> None:
    page = opened("en/about/")
    page.route("**/entries/*.packed", lambda route: route.fulfill(**answer))
    page.goto(f"{host}/{FORM.format('en')}?edit=ita-cascade-model")
    page.wait_for_selector(READY)
    expect(page.locator(".remarks")).to_contain_text("ita-cascade-model")
    assert page.input_value("#q-title") == ""


def test_a_short_file_goes_into_the_address_and_a_long_one_does_not(form: Callable[..., Page]) -> None:
    page = form(query="?edit=no-such-entry")
    assert "no-such-entry" in page.locator(".remarks").inner_text()
    ask = """async ([text, isNew]) => {
      const { inRepository, letter } = await import("/assets/form/sending.js");
      const at = { repository: "https://host.example/a/b", branch: "main", host: "github" };
      const file = { folder: "article-05", name: "ita-x.yml", path: "practices/article-05/ita-x.yml", title: "T & U", text, isNew };
      const words = { say: (name) => name };
      return [inRepository(at, file), inRepository({ ...at, host: "gitlab" }, file), letter("a@b.example", file, words)];
    }"""
    short, pasted, mail = page.evaluate(ask, ["title: a & b\n", True])
    assert parse_qs(urlsplit(short["address"]).query) == {"filename": ["ita-x.yml"], "value": ["title: a & b\n"]}
    assert pasted == {
        "address": "https://host.example/a/b/-/new/main/practices/article-05?file_name=ita-x.yml",
        "asks": "paste",
    }
    assert parse_qs(urlsplit(mail["address"]).query)["body"][0].endswith("title: a & b\r\n")
    long, _, attached = page.evaluate(ask, ["x" * 8000, True])
    assert long == {"address": "https://host.example/a/b/upload/main/practices/article-05", "asks": "long"}
    assert attached["asks"] == "attach" and len(attached["address"]) < 200


def test_without_scripts_the_questions_stand_and_other_ways_are_named(opened: Open) -> None:
    page = opened(FORM.format("en"), java_script_enabled=False)
    for words in ("Contribute", "Title", "What was done", "Republic of Korea", "practices@observatory.example"):
        assert page.get_by_text(words).first.is_visible()
    assert page.locator(".entry-form :is(input, select, textarea, button):visible").count() == 0
