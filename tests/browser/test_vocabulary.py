"""The vocabulary in a browser: a word that occurs nowhere asks no shard, and no word that occurs is said to be absent."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.search import vocabulary

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parents[2] / "theme/overrides/assets/search/vocabulary.js"
SHARDS = 40
WORDS = [
    "a", "drill", "drills", "dril", "xylophon", "coop", "cooper", "2024", "qp8x4z", "x" * 300, "борьб", "бор", "рот", "مكافح", "فساد",
    "国", "国家", "国家反腐败", "腐败", "𠮷野家", "𠮷", "👋", "👨\u200d👩\u200d👧", "l’été", "é", "ñandú",
]  # fmt: skip
ABSENT = """(words) => words.flatMap(([word, shards]) => {
  const letters = [...word];
  return letters.map((_, at) => letters.slice(0, at + 1).join("")).filter((stem) => {
    const at = partOf(stem, parts.length);
    if (Number.isNaN(at)) return letters.length > 1 && stem !== letters[0];
    const { among } = saidOf(stem, parts[at]);
    return !shards.every((shard) => among.has(shard));
  });
})"""
ANSWERS = """async (query) => {
  const { search } = await import(document.querySelector("script[src*=shell]").src.replace("shell.js", "search/search.js"));
  const answers = [];
  for await (const { isComplete, total, near, scores } of search(query, { ids: true })) {
    answers.push({ isComplete, total, near, ids: [...scores.keys()].sort() });
  }
  return answers;
}"""


def asked(page: Page, what: str, parts: list[bytes], *given: Any) -> Any:
    """What the script says of parts of a vocabulary."""
    texts = [gzip.decompress(data).decode() if data else "" for data in parts]
    script = SCRIPT.read_text(encoding="utf-8")
    read = f"const parts = texts.map((text) => (text ? partFrom(text, {SHARDS}) : []))"
    return page.evaluate(f"([texts, ...given]) => {{ {script}; {read}; return ({what})(...given); }}", [texts, *given])


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page."""
    page = browser.new_page()
    yield page
    page.close()


def test_no_word_and_no_beginning_of_one_is_absent(page: Page, whole_and_parted: tuple[str, str]) -> None:
    shards = [WORDS[number % 7 :: 7] for number in range(SHARDS)]
    places = [[word, [number for number, some in enumerate(shards) if word in some]] for word in WORDS]
    assert asked(page, ABSENT, vocabulary.made(shards), places) == []
    page.goto(f"{whole_and_parted[1]}/en/")
    for language in ("en", "fr", "ar"):
        fetch = "async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())]"
        listed = json.loads(bytes(page.evaluate(fetch, f"/search/{language}.json")))
        parts = [
            bytes(page.evaluate(fetch, f"/search/{language}/{name}.vocabulary"))
            for name in listed["vocabulary"]
            if name
        ]
        assert len(parts) > 1
        for data in parts:
            own = [
                [word, [at for at in range(SHARDS) if bits >> at & 1]]
                for word, bits in vocabulary.unpacked(data).items()
            ]
            only = [
                data if vocabulary.place(own[0][0], len(listed["vocabulary"])) == at else b""
                for at in range(len(listed["vocabulary"]))
            ]
            assert asked(page, ABSENT, only, own) == []


@pytest.mark.parametrize(
    ("stem", "like"),
    [("xylophone", ""), ("drillzzz", "drill"), ("drillzzzzzz", ""), ("国家大", "国家")],
)
def test_a_word_that_is_absent_is_taken_for_one_that_is_half_of_it_at_least(page: Page, stem: str, like: str) -> None:
    what = "(stem) => { const said = saidOf(stem, parts[partOf(stem, parts.length)]); return [said.among.size, said.like]; }"
    parts = vocabulary.made([{"drill", "dr", "国家"}, {"on", "x"}])
    assert asked(page, what, parts, stem) == [0, like]


def test_a_word_that_occurs_nowhere_asks_no_shard(browser: Browser, whole_and_parted: tuple[str, str]) -> None:
    page = browser.new_page()
    files: list[str] = []
    page.goto(f"{whole_and_parted[1]}/en/explore/")
    expect(page.locator(".practice-cards > article").first).to_be_visible()
    field = page.locator(".explore-search input")
    with page.expect_response("**/pages"):
        field.focus()
    page.context.on("request", lambda request: files.append(request.url.rpartition(".")[2]))
    with page.expect_response("**/*.vocabulary"):
        field.press_sequentially("ke")  # which is where the words lie that begin so
    expect(page.locator(".explore")).not_to_have_attribute("aria-busy", "true")
    files.clear()
    field.press_sequentially("epers", delay=0)
    expect(page.locator(".results-head h2")).to_have_text(re.compile("^1 "))
    field.fill("keeeprs")
    expect(page.locator("#nothing")).to_contain_text("keeeprs")
    expect(page.locator(".near-words button")).to_have_count(1)
    files.clear()
    field.fill("keelophone")
    expect(page.locator("#nothing")).to_contain_text("keelophone")
    assert files == []
    page.close()


DAMAGES = {
    "missing": {"status": 404},
    "empty": {"body": b""},
    "not packed": {"body": "<!doctype html>"},
    "cut short": {"body": gzip.compress(b"0drill\n\n0")[:-4]},
    "another text": {"body": gzip.compress(b"[]")},
    "shards that are not there": {"body": gzip.compress("0drill\n\n\u0fff".encode())},
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_without_it_answers_are_the_same(browser: Browser, whole_and_parted: tuple[str, str], damage: str) -> None:
    said = []
    for hidden in (False, True):
        page = browser.new_page()
        if hidden:
            page.route("**/*.vocabulary", lambda route: route.fulfill(**DAMAGES[damage]))
        page.goto(f"{whole_and_parted[1]}/en/")
        said.append(
            [page.evaluate(ANSWERS, query)[-1] for query in ("drill 13", "keepers", "keeperzzz drill", "xylophone")]
        )
        page.close()
    assert said[0] == said[1]
