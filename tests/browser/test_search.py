"""Search in a browser: the dialog by keyboard, what it says when nothing is found or works, and whether it answers questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.build import build
from generator.plugin import MkDocs
from generator.search import indexing
from generator.search.shards import shards
from tests.browser.accessible import assert_accessible_in_both_schemes
from tests.browser.conftest import served
from tests.conftest import lay_out

pytestmark = pytest.mark.browser

QUESTIONS = yaml.safe_load((Path(__file__).parents[1] / "search/questions.yml").read_text(encoding="utf-8"))
ENOUGH = 0.9
FIRST = 3
ASK = """async ([query, language]) => {
  const { search } = await import(document.querySelector("script[src*=shell]").src.replace("shell.js", "search/search.js"));
  let last;
  for await (const answer of search(query, { language })) last = answer;
  return last.results.map(({ id }) => id);
}"""

ANSWERS = """async ([query, language]) => {
  const { search } = await import(document.querySelector("script[src*=shell]").src.replace("shell.js", "search/search.js"));
  const answers = [];
  for await (const { isComplete, total, scores } of search(query, { language, ids: true })) {
    answers.push({ isComplete, total, ids: [...scores.keys()].sort() });
  }
  return answers;
}"""
FIRST_ANSWER = """async (query) => {
  const { search } = await import(document.querySelector("script[src*=shell]").src.replace("shell.js", "search/search.js"));
  for await (const { total } of search(query)) return total;
}"""
DRILLS = 14


@pytest.fixture(scope="module")
def whole_and_parted(
    compiled: None, forms: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, str]]:
    """Where the same entries are served with one shard for all, and with a shard for each. The first drill stands in French as well."""
    with ExitStack() as stack:
        hosts = []
        for limit in (1000, 1):
            lights = lay_out(tmp_path_factory.mktemp("parted").resolve() / "observatory")
            drill = (lights.root / "practices/article-02/yearly-drill.yml").read_text(encoding="utf-8")
            for number in range(DRILLS):
                text = drill.replace("title: A yearly drill", f"title: Number {number + 10} of the drills")
                lights.write(f"practices/article-02/drill-{number}.yml", text)
                if not number:
                    lights.write(
                        "practices/article-02/drill-in-french.yml", text.replace("language: en", "language: fr")
                    )
            with (
                pytest.MonkeyPatch.context() as patch
            ):  # no longer than that: other sites are built while these are served
                patch.setattr(indexing, "shards", partial(shards, limit=limit))
                build(lights.root, partial(MkDocs, lights.root))
            hosts.append(stack.enter_context(served(lights.site)))
        yield hosts[0], hosts[1]


def fetched(page: Page) -> list[str]:
    """The shards that a page fetches from now on."""
    shards: list[str] = []
    page.context.on("request", lambda request: shards.extend([request.url] if request.url.endswith("/pages") else []))
    return shards


def answers(browser: Browser, host: str, query: str) -> tuple[list[dict[str, Any]], int]:
    """All answers to a query in English, and of how many shards they are made."""
    page = browser.new_page()
    shards = fetched(page)
    page.goto(f"{host}/en/")
    said = page.evaluate(ANSWERS, [query, "en"])
    page.close()
    return said, len(shards)


@pytest.mark.parametrize(
    "query", ["drill", "drill 13", "yearly drill of horns", "keepers", "drill nothinglikethat", "zzz"]
)
def test_many_shards_answer_as_one_does(browser: Browser, whole_and_parted: tuple[str, str], query: str) -> None:
    whole, parted = (answers(browser, host, query)[0][-1] for host in whole_and_parted)
    assert whole == parted


def test_the_first_answers_need_a_few_shards(browser: Browser, whole_and_parted: tuple[str, str]) -> None:
    said, of = answers(browser, whole_and_parted[1], "drill")
    *before, last = (one["total"] for one in said)
    assert [one["isComplete"] for one in said] == [*(False for _ in before), True]
    assert before == sorted(before)
    assert 0 < before[0] <= 8 < DRILLS < last <= of


def test_what_nobody_waits_for_is_not_looked_for(browser: Browser, whole_and_parted: tuple[str, str]) -> None:
    page = browser.new_page()
    shards = fetched(page)
    page.goto(f"{whole_and_parted[1]}/en/")
    assert page.evaluate(FIRST_ANSWER, "drill")
    page.wait_for_timeout(500)
    assert len(shards) <= 8 < DRILLS
    page.close()


def test_who_comes_to_the_field_has_what_the_first_answer_needs_fetched(
    browser: Browser, whole_and_parted: tuple[str, str]
) -> None:
    page = browser.new_page()
    shards = fetched(page)
    page.goto(f"{whole_and_parted[1]}/en/explore/")
    expect(page.locator(".practice-cards > article").first).to_be_visible()
    assert not shards
    with page.expect_response("**/pages"):
        page.locator(".explore-search input").focus()
    assert len(shards) == 1
    page.close()


@pytest.mark.parametrize(("language", "first"), [("en", "drill-0"), ("fr", "drill-in-french")])
def test_of_two_that_answer_equally_the_one_in_the_readers_language_comes_first(
    browser: Browser, whole_and_parted: tuple[str, str], language: str, first: str
) -> None:
    page = browser.new_page()
    page.goto(f"{whole_and_parted[0]}/{language}/")
    assert set(found := page.evaluate(ASK, ["drills 10", language])[:2]) == {"drill-0", "drill-in-french"}
    assert found[0] == first
    page.close()


def asked(page: Page, query: str) -> Page:
    """The dialog, opened by Ctrl+K and asked."""
    page.wait_for_selector(".find[data-ready]")
    page.keyboard.press("Control+k")
    page.locator("dialog[open] input").fill(query)
    return page


def test_questions_find_what_they_should(browser: Browser, host: str) -> None:
    missed = []
    for language, questions in QUESTIONS.items():
        page = browser.new_page()
        page.goto(f"{host}/{language}/")
        for question in questions:
            found = page.evaluate(ASK, [question["ask"], language])[:FIRST]
            if not set(found) & set(question["find"]):
                missed.append((language, question["ask"], found))
        page.close()
    asked = sum(map(len, QUESTIONS.values()))
    assert asked >= 60
    assert len(missed) <= asked * (1 - ENOUGH), missed


def test_by_keyboard_from_any_page(opened: Callable[..., Page]) -> None:
    page = asked(opened("en/practices/ita-cascade-model/"), "Ghana procurement")
    expect(page.locator(".find-results a")).not_to_have_count(0)
    expect(page.locator(".find-status")).to_contain_text("found")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".find-answers a")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".find-results a").first).to_be_focused()
    page.keyboard.press("End")
    expect(page.locator(".find-all a")).to_be_focused()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()
    page.locator("dialog input").fill("South Korea")
    page.wait_for_selector(".find-answers a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/countries/kor/")


def test_the_field_opens_it_with_what_was_written(opened: Callable[..., Page]) -> None:
    page = opened("fr/")
    page.locator(".find input").press_sequentially("corée")
    expect(page.locator("dialog[open] input")).to_be_focused()
    expect(page.locator(".find-answers b")).to_have_text("République de Corée")


def test_words_are_marked_and_texts_say_their_language(opened: Callable[..., Page]) -> None:
    page = asked(opened("ar/"), "declarations")
    page.wait_for_selector(".find-results mark")
    foreign = page.locator(".find-results b[lang=en]").first
    assert foreign.get_attribute("dir") == "ltr"


def test_nothing_found_leads_on(opened: Callable[..., Page]) -> None:
    page = asked(opened("en/"), "zzprocuremint")
    expect(page.locator(".find-status")).to_contain_text("Nothing was found")
    expect(page.locator(".find-ways a")).to_have_count(4)
    page.locator(".find-near button", has_text="procurement").click()
    expect(page.locator(".find-results a")).not_to_have_count(0)


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "\\ ( [ * ?"]
)
def test_hostile_questions_are_words(opened: Callable[..., Page], query: str) -> None:
    page = opened("en/")
    page.on("dialog", lambda _: pytest.fail("a script ran"))
    asked(page, query)
    page.wait_for_timeout(800)
    expect(page.locator(".find-status")).not_to_be_empty()
    assert page.locator(".find-body img, .find-body script, .find-status img").count() == 0


@pytest.mark.parametrize(
    "blocked",
    ["**/search/en.json", "**/*.wasm", "**/*.words", "**/*.texts", "**/search/worker.js", "**/assets/files.js"],
)
def test_where_files_are_missing_the_page_says_so(opened: Callable[..., Page], blocked: str) -> None:
    page = opened("en/")
    page.route(blocked, lambda route: route.abort())
    asked(page, "whistle-blowers")
    expect(page.locator(".find-status")).to_contain_text("Search does not work here")
    expect(page.locator(".find-ways a")).to_have_count(4)
    page.unroute(blocked)
    page.locator("dialog input").fill("whistle-blower")
    expect(page.locator(".find-results a")).not_to_have_count(0)


def test_where_the_dialog_is_missing_the_field_leads_to_the_list(opened: Callable[..., Page]) -> None:
    page = opened("en/")
    page.route("**/search/dialog.js", lambda route: route.abort())
    page.locator(".find input").fill("gifts")
    page.locator(".find input").press("Enter")
    page.wait_for_url("**/en/explore/?q=gifts")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_open_dialog_is_accessible(opened: Callable[..., Page], language: str, width: int) -> None:
    page = opened(f"{language}/")
    page.set_viewport_size({"width": width, "height": 800})
    asked(page, "8.4")
    page.wait_for_selector(".find-results mark, .find-results a")
    assert_accessible_in_both_schemes(page, language)
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= innerWidth")
