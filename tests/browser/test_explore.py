"""Explore in a browser: facets, counts, the address, words, and what happens when something is missing."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.begin import opened as observatory
from generator.catalogue import Catalogue
from generator.gather import gather, silent
from generator.grounds import grounds
from generator.practice import Practice, article_of
from generator.settings import Settings
from tests.browser.accessible import assert_accessible, assert_accessible_in_both_schemes
from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser

Open = Callable[..., Page]
SEARCH = """
export async function* search(query, options) {
  const scores = new Map(Object.entries(FOUND));
  yield { isComplete: false, total: 1, results: [], scores: new Map([...scores].slice(0, 1)), answers: [] };
  if (query.startsWith("slow")) await new Promise((resolve) => addEventListener("click", resolve, { once: true }));
  yield { isComplete: true, total: scores.size, results: [], scores, near: query === "nothng" ? ["nothing"] : [],
    answers: [{ key: "state", value: "ITA", label: "Italy", path: "countries/ita/", count: 2 }] };
}
"""
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script>"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The entries of the real content, counted here without the page."""
    settings = Settings(ROOT)
    return observatory(settings, gather(settings, grounds(settings), None, silent)).catalogue


def count(catalogue: Catalogue, fits: Callable[[Practice], bool]) -> int:
    """How many practices fit."""
    return sum(map(fits, catalogue.practices))


def on(*articles: str) -> Callable[[Practice], bool]:
    """Whether a practice bears on one of these articles."""
    return lambda practice: any(article_of(ref) in articles for ref in practice.provisions)


def told(page: Page, n: int) -> None:
    """The page says that there are so many, once it has them."""
    expect(page.locator(".results-head h2")).to_have_text(re.compile(rf"^{n} practices?$"))
    expect(page.locator(".practice-cards > article")).to_have_count(min(n, 30))


def box(page: Page, facet: str, value: str) -> tuple[Page, str]:
    """The box of a value, with its facet opened."""
    page.evaluate("facet => document.querySelector(`[data-facet=${facet}]`).closest('details').open = true", facet)
    return page, f'input[name="{facet}"][value="{value}"]'


def choose(page: Page, facet: str, value: str) -> None:
    """Click on a value."""
    own, selector = box(page, facet, value)
    own.locator(selector).click()


def number(page: Page, facet: str, value: str) -> str:
    """How many practices the page says that a value gives."""
    own, selector = box(page, facet, value)
    return own.locator(f"label:has({selector}) small").inner_text()


def searched(page: Page, found: dict[str, float]) -> None:
    """Put a search in place that finds these."""
    body = SEARCH.replace("FOUND", str(found))
    page.route("**/assets/search/**", lambda route: route.fulfill(body=body, content_type="text/javascript"))


def test_values_of_a_facet_add_and_facets_narrow(opened: Open, catalogue: Catalogue) -> None:
    page = opened("en/explore/")
    told(page, len(catalogue.practices))
    assert number(page, "article", "5") == str(count(catalogue, on("5")))
    choose(page, "article", "5")
    told(page, count(catalogue, on("5")))
    other = count(catalogue, on("8"))
    assert number(page, "article", "8") == str(other), "the counts of a facet are as if nothing were chosen in it"
    choose(page, "article", "8")
    told(page, count(catalogue, on("5", "8")))
    unnamed = count(catalogue, lambda one: on("5", "8")(one) and not one.countries)
    assert number(page, "group", "not-named") == str(unnamed), "the counts of the others follow the choice"
    choose(page, "group", "not-named")
    told(page, unnamed)
    assert page.url.endswith("?article=5&article=8&group=not-named")


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("provision=5.1", lambda one: "5.1" in one.provisions),
        ("state=KOR&state=ITA", lambda one: {"KOR", "ITA"} & {*one.countries}),
        ("theme=strategies", lambda one: "strategies" in one.themes),
        ("measure=policy", lambda one: "policy" in one.measures),
        ("status=in-force", lambda one: one.status == "in-force"),
        ("year=2019", lambda one: one.submission.date.startswith("2019")),
        ("channel=statement", lambda one: one.submission.channel == "statement"),
        ("evidence=stated", lambda one: one.evidence == "stated"),
        ("tier=full", lambda one: one.tier == "full"),
        ("language=zh", lambda one: one.language == "zh"),
        ("translation=original", lambda one: one.language == "en"),
    ],
)
def test_every_facet_by_its_address(
    desk: Page, host: str, catalogue: Catalogue, query: str, fits: Callable[..., bool]
) -> None:
    desk.goto(f"{host}/en/explore/?{query}")
    told(desk, count(catalogue, lambda one: bool(fits(one))))


def test_island_states_and_groups(opened: Open, catalogue: Catalogue) -> None:
    states = catalogue.registry.countries
    page = opened("en/explore/?sids=yes")
    told(page, count(catalogue, lambda one: any(states[code].small_island for code in one.countries)))
    assert page.locator(".chosen-values .chosen > span:nth-child(2)").inner_text() == "Small island developing States"
    told(opened("en/explore/?group=african"), count(catalogue, lambda one: "african" in catalogue.group(one)))


def test_the_address_survives_reload_back_and_another_language(opened: Open, catalogue: Catalogue) -> None:
    page = opened("en/explore/?article=5&sort=title")
    told(page, count(catalogue, on("5")))
    choose(page, "article", "8")
    told(page, count(catalogue, on("5", "8")))
    page.reload()
    told(page, count(catalogue, on("5", "8")))
    assert page.locator("#sort").input_value() == "title"
    page.go_back()
    told(page, count(catalogue, on("5")))
    assert not page.locator('input[name="article"][value="8"]').is_checked()
    page.locator('.tongues a[lang="zh"]').click()
    expect(page.locator(".results-head h2")).to_have_text(f"{count(catalogue, on('5'))}项做法")
    assert page.url.endswith("/zh/explore/?article=5&sort=title")


def test_orders_are_those_of_the_language(opened: Open) -> None:
    page = opened("en/explore/?sort=title")
    expect(page.locator(".practice-cards h3")).to_have_count(30)
    titles = page.locator(".practice-cards h3").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold) and len(titles) == 30
    page.locator("#sort").select_option("state")
    expect(page).to_have_url(re.compile("sort=state$"))
    expect(page.locator(".practice-cards article").first).to_contain_text("Algeria")
    states = page.locator(".practice-cards article > p:first-child").all_inner_texts()
    assert states == sorted(states)
    page.locator("#sort").select_option("article")
    expect(page.locator(".practice-cards .chips li:first-child").first).to_have_text("5.1")


def test_what_the_address_asks_in_vain_is_said(opened: Open, catalogue: Catalogue) -> None:
    page = opened("en/explore/?colour=red&state=XXX&article=5&sort=luck&article=&q=")
    told(page, count(catalogue, on("5")))
    said = page.locator(".remarks .notice").all_inner_texts()
    assert len(said) == 4
    assert "“colour”" in said[0] and "“XXX” under “State”" in said[1] and "“luck”" in said[2]
    choose(page, "article", "8")
    expect(page.locator(".remarks .notice")).to_have_count(0)
    assert page.url.endswith("?article=5&article=8")


def test_script_in_the_address_does_not_run(opened: Open, host: str) -> None:
    page = opened("en/about/")
    page.on("dialog", lambda dialog: pytest.fail(f"something ran: {dialog.message}"))
    query = f"{HOSTILE}=1&state={HOSTILE}&q={HOSTILE}&__proto__=1&constructor=2&state=__proto__"
    page.goto(f"{host}/en/explore/?{query}")
    expect(page.locator(".remarks")).to_contain_text("<img src=x")
    assert page.locator(".results img, .results script").count() == 0


def test_a_long_question_is_cut_and_that_is_said(opened: Open, host: str) -> None:
    page = opened("en/explore/")
    page.locator("#q").fill("ж" * 10_000)
    expect(page.locator(".remarks")).to_contain_text("longer than 200 characters")
    assert page.locator("#q").input_value() == "ж" * 200
    page.goto(f"{host}/en/explore/?q={'a' * 10_000}")
    expect(page.locator(".remarks")).to_contain_text("longer than 200 characters")
    assert len(page.locator("#q").input_value()) == 200


def test_without_the_search_the_list_stays(opened: Open, host: str, catalogue: Catalogue) -> None:
    page = opened("en/about/")
    page.route("**/assets/search/**", lambda route: route.abort())
    page.goto(f"{host}/en/explore/?article=5&q=asset")
    expect(page.locator(".remarks")).to_contain_text("The search could not be reached")
    told(page, count(catalogue, on("5")))


def test_words_narrow_and_name_facets(opened: Open, host: str) -> None:
    page = opened("en/about/")
    searched(page, {"ita-cascade-model": 2, "kor-acrc-memoranda": 3, "no-such-practice": 9})
    page.goto(f"{host}/en/explore/")
    page.locator("#q").press_sequentially("memo")
    told(page, 2)
    assert page.locator("#sort").input_value() == "best"
    assert page.locator(".practice-cards article").first.get_attribute("data-id") == "kor-acrc-memoranda"
    choose(page, "state", "ITA")
    told(page, 1)
    page.go_back()
    page.go_back()
    assert page.url.endswith("/en/explore/"), "the letters of a question are one step"
    page.go_forward()
    told(page, 2)
    page.locator(".answers a").click()
    expect(page).to_have_url(re.compile(r"\?state=ITA$"))
    assert page.locator("#q").input_value() == ""


def test_nothing_found_offers_ways_on(opened: Open, host: str, catalogue: Catalogue) -> None:
    page = opened("en/about/")
    searched(page, {})
    page.goto(f"{host}/en/explore/?article=5&q=nothng")
    expect(page.locator(".empty h3")).to_have_text("Nothing found for “nothng”")
    page.locator(".near-words button").click()
    assert page.locator("#q").input_value() == "nothing"
    page.locator(".wordless").click()
    told(page, count(catalogue, on("5")))
    page.goto(f"{host}/en/explore/?state=KOR&state=ITA&group=african")
    expect(page.locator(".empty h3")).to_have_text("No practice fits this choice")
    page.locator(".empty .clear").click()
    told(page, len(catalogue.practices))


@pytest.mark.parametrize(
    ("choice", "meanwhile", "finally_"),
    [("", "1 practice found so far", "2 practices"), ("&state=KOR", "Searching…", "1 practice")],
)
def test_an_answer_that_others_follow_says_so(
    opened: Open, host: str, choice: str, meanwhile: str, finally_: str
) -> None:
    page = opened("en/about/")
    searched(page, {"ita-cascade-model": 2, "kor-acrc-memoranda": 3})
    page.goto(f"{host}/en/explore/?q=slow{choice}")
    head = page.locator(".results-head h2")
    expect(head).to_have_text(meanwhile)
    expect(page.locator(".empty h3")).to_be_hidden()
    page.locator("h1").click()
    expect(head).to_have_text(finally_)


def test_without_the_columns_the_list_by_article_stands(opened: Open, host: str) -> None:
    page = opened("en/about/")
    page.route("**/columns.json", lambda route: route.abort())
    page.goto(f"{host}/en/explore/?article=5")
    expect(page.locator(".explore-plain .notice")).to_contain_text("could not be loaded")
    assert page.locator(".explore-plain section").count() == 10
    assert not page.locator(".explore-form").is_visible()


@pytest.mark.parametrize(
    "answer",
    [{"status": 500}, {"body": b""}, {"body": gzip.compress(b"[]")[:-4]}, {"body": "[]"}],
    ids=["none", "empty", "cut short", "not packed"],
)
def test_without_the_cards_the_page_says_so(opened: Open, host: str, answer: dict[str, Any]) -> None:
    page = opened("en/about/")
    page.route("**/cards/*", lambda route: route.fulfill(**answer))
    page.goto(f"{host}/en/explore/?article=5")
    expect(page.locator(".remarks")).to_contain_text("could not be loaded")
    assert number(page, "article", "5") != ""


def test_without_scripts_every_practice_is_a_link_away(opened: Open, host: str, catalogue: Catalogue) -> None:
    page = opened("en/explore/", java_script_enabled=False)
    assert not page.locator(".explore-form").is_visible()
    for article in catalogue.registry.articles:
        section = page.locator(f"#article-{article.number}")
        listed = section.locator(".ruled li").count()
        of_article = catalogue.by_article.get(article.number, ())
        assert listed == min(30, len(of_article))
        refs = {ref for one in of_article for ref in one.provisions if article_of(ref) == article.number}
        assert {*section.locator(".filter bdi").all_inner_texts()} == refs
    assert page.locator('.explore-plain a[href="../themes/"]').is_visible()


@pytest.mark.parametrize("key", ["Control+k", "/"])
def test_one_field_for_words_which_the_keys_lead_to(opened: Open, key: str) -> None:
    page = opened("en/explore/?q=gifts")
    fields = page.locator("input[type=search]:visible")
    expect(fields).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press(key)
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("police")
    expect(page).to_have_url(re.compile("q=police$"))
    expect(page.locator("dialog")).to_have_count(0)


def test_where_the_list_is_missing_the_field_of_the_masthead_stays(opened: Open, host: str) -> None:
    page = opened("en/")
    page.route("**/columns.json", lambda route: route.abort())
    page.goto(f"{host}/en/explore/")
    expect(page.locator(".find input")).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator("dialog[open] input")).to_be_focused()


def test_more_is_shown_on_demand_and_stays_after_going_back(opened: Open, catalogue: Catalogue) -> None:
    page = opened("en/explore/")
    page.locator(".more button").click()
    expect(page.locator(".practice-cards > article")).to_have_count(60)
    assert (
        page.evaluate(
            "[...document.querySelectorAll('.practice-cards article')].indexOf(document.activeElement.closest('article'))"
        )
        == 30
    )
    page.locator(".practice-cards h3 a").nth(40).click()
    page.wait_for_url(re.compile("/practices/"))
    page.go_back()
    expect(page.locator(".practice-cards > article")).to_have_count(60)


def test_the_focus_stays_where_it_was(opened: Open) -> None:
    page = opened("en/explore/?article=6&article=7")
    page.locator('input[name="article"][value="5"]').focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("article=5"))
    active = "document.activeElement"
    assert page.evaluate(f"{active}.value") == "5"
    page.locator(".chosen-values .chosen").nth(1).press("Enter")
    assert page.evaluate(f"{active}.dataset.value") == "7", "the next chip"
    expect(page.locator("[role=status]")).to_have_text(re.compile("practices$"))
    page.locator(".chosen-values .clear").press("Enter")
    assert page.evaluate(f"{active}.tagName") == "H2"
    assert page.locator(".chosen-values").is_hidden()


def test_four_practices_at_most_are_picked(opened: Open, host: str) -> None:
    page = opened("en/explore/?sort=title")
    picks = page.locator(".pick input")
    for place in range(5):
        picks.nth(place).click()
    expect(page.locator("[role=status]")).to_contain_text("Four practices are chosen")
    assert [picks.nth(place).is_checked() for place in range(5)] == [True] * 4 + [False]
    assert page.locator(".comparing a").inner_text() == "Compare 4 practices"
    page.locator(".comparing a").click()
    expect(page.locator(".comparison thead th[data-article]")).to_have_count(4)
    page.goto(f"{host}/en/explore/?sort=title")
    expect(picks.nth(3)).to_be_checked()
    page.locator(".comparing button").click()
    expect(picks.nth(3)).not_to_be_checked()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["ar", "en"])
def test_axe_finds_nothing_with_facets_in_use(browser: Browser, host: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{host}/{path}/explore/?article=5&group=african&state=XXX&q=asset")
    page.locator(".facets").evaluate("facets => facets.open = true")
    for details in page.locator(".facet").all():
        details.evaluate("facet => facet.open = true")
    expect(page.locator(".practice-cards article").first).to_be_visible()
    page.locator(".pick input").first.check()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert_accessible_in_both_schemes(page, path)
    context.close()


def test_a_right_to_left_list(browser: Browser, lights_host: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{lights_host}/ar/explore/?theme=keepers")
    expect(page.locator(".practice-cards article").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert_accessible(page)
    context.close()
