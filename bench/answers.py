"""How fast Explore answers in a browser, and how much is fetched for it: facets, words asked for the first time, and all of the answer.

A site that was built before is served by a process beside, compressed as static hosts do, over HTTP/1.1 and without delay. Each word
is asked in a page that was opened anew and again in one where others were asked before; what is timed is the time from the letters in the
field until the page shows how many practices there are, until the first cards stand, and until nothing changes any more. So are words that
occur nowhere. Some words are also typed, a key after another, and each letter is timed until the page shows a number for it.
"""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any, NamedTuple

import click
from playwright.sync_api import Error, Page, sync_playwright

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
TEXTS = {".html", ".js", ".css", ".json", ".svg"}
WORDS = ("training", "asset declarations", "gift register", "risk", "procurement audit", "whistle-blower protection")
ABSENT = ("xylophone", "procuremnet")
TYPED = ("training", "asset declarations", "whistle-blower", "xylophone")
BETWEEN = 150  # ms from one key to the next
SOON = 100  # ms after which a reader notices that she waits
FIELD = ".explore-search input"
WATCH = """
async (act) => {
  const [page, head, list] = [".explore", ".results-head h2", ".practice-cards"].map((one) => document.querySelector(one));
  const begun = performance.now();
  const now = () => performance.now() - begun;
  const seen = { last: 0 };
  const before = head.textContent;
  new MutationObserver(() => {
    seen.last = now();
    if (head.textContent !== before && !head.textContent.endsWith("…")) seen.count ??= now();
  }).observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
  new MutationObserver(() => (seen.cards ??= now())).observe(list, { childList: true });
  (0, eval)(act);
  do await new Promise((resolve) => setTimeout(resolve, 1000));
  while (page.hasAttribute("aria-busy") || now() - seen.last < 1000);
  return [seen.count ?? 0, seen.cards ?? 0, seen.last];
}
"""
LETTERS = """
() => {
  const [field, head] = [".explore-search input", ".results-head h2"].map((one) => document.querySelector(one));
  window.letters = [];
  field.addEventListener("input", () => window.letters.push({ at: performance.now(), count: null }), true);
  new MutationObserver(() => {
    const last = window.letters.at(-1);
    if (last && !head.textContent.endsWith("…")) last.count ??= performance.now() - last.at;
  }).observe(head, { childList: true, characterData: true, subtree: true });
}
"""
ASK = """
const field = document.querySelector(".explore-search input");
field.value = {};
field.dispatchEvent(new Event("input", {{ bubbles: true }}));
"""
TICK = "document.querySelectorAll('fieldset[data-facet] label:not([hidden]) input')[{}].click()"


class Answered(NamedTuple):
    """Milliseconds until the number stood, the first cards, and all."""

    count: float
    cards: float
    last: float


@click.command()
@click.argument("site", type=FOLDER)
@click.option("--language", default="en", show_default=True, help="Of the page.")
@click.option("--rounds", default=3, show_default=True, help="Of which the median is told.")
@click.option("--browser", help="A Chromium, where Playwright has none of its own.")
@click.option(
    "--typed", multiple=True, default=TYPED, help="A word that is typed letter by letter; several times for several."
)
@click.argument("words", nargs=-1)
def main(
    site: Path, language: str, rounds: int, browser: str | None, typed: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Ask Explore of SITE for each of the WORDS, and tick boxes."""
    asks = {word: ASK.format(repr(word)) for word in words or (*WORDS, *ABSENT)}
    ticks = {f"box {number}": TICK.format(number) for number in (0, 5, 10, 20, 40)}
    with served(site) as (address, sent), sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(executable_path=browser)
        except Error:
            raise click.ClickException(
                "there is no Chromium here; name one, as in --browser /usr/bin/chromium"
            ) from None

        def opened() -> Page:
            page = chromium.new_context().new_page()
            page.goto(f"{address}/{language}/explore/")
            page.wait_for_selector(".practice-cards > article")
            page.wait_for_timeout(500)
            return page

        def came_to_the_field() -> Page:
            page = opened()
            page.focus(FIELD)
            page.wait_for_timeout(1000)
            return page

        sent()
        opened()
        click.echo(f"the page with its first list: {sent()}")
        came_to_the_field()
        click.echo(f"the same, and the field entered: {sent()}")
        for name, act in asks.items():
            tell(name, "page opened anew", [first(came_to_the_field(), act) for _ in range(rounds)])
        for word in typed:
            tell_letters(word, [letters(came_to_the_field(), word) for _ in range(rounds)])
        pages = [came_to_the_field() for _ in range(rounds)]
        for page in pages:
            page.evaluate(WATCH, ASK.format(repr("any")))
        for name, act in asks.items():
            tell(name, "asked after others", [page.evaluate(WATCH, act) for page in pages])
        for page in pages:
            page.evaluate(WATCH, ASK.format("''"))
        for name, act in ticks.items():
            tell(name, "after words", [page.evaluate(WATCH, act) for page in pages])
        chromium.close()


def first(page: Page, act: str) -> Any:
    """What came of the first question of a page, which is closed then."""
    answered = page.evaluate(WATCH, act)
    page.context.close()
    return answered


def letters(page: Page, word: str) -> list[float | None]:
    """For each letter of a word after how many ms the page showed a number, if it did before the next letter came."""
    page.evaluate(LETTERS)
    page.keyboard.type(word, delay=BETWEEN)
    page.wait_for_timeout(1500)
    counts: list[float | None] = page.evaluate("window.letters.map(({ count }) => count)")
    page.context.close()
    return counts


def tell_letters(word: str, rounds: list[list[float | None]]) -> None:
    """What came of the letters of all rounds, in a line."""
    every = [count for one in rounds for count in one if count is not None]
    soon, keys = sum(count < SOON for count in every), sum(map(len, rounds))
    click.echo(
        f"{word}, letter by letter: number {median(every or [0]):.0f} ms (at most {max(every, default=0):.0f}), "
        f"{soon} of {keys} letters within {SOON} ms, {keys - len(every)} without a number before the next one"
    )


def tell(name: str, where: str, rounds: list[Any]) -> None:
    """The medians of the rounds, in a line."""
    one = Answered(*(median(values) for values in zip(*rounds, strict=True)))
    worst = max(values[0] for values in rounds)
    click.echo(
        f"{name}, {where}: number {one.count:.0f} ms (at most {worst:.0f}), cards {one.cards:.0f} ms, all {one.last:.0f} ms"
    )


@contextmanager
def served(site: Path) -> Iterator[tuple[str, Any]]:
    """Where the site is served, and a function that says how much was sent since it was asked last."""
    here, there = Pipe()
    process = Process(target=serve, args=(site, there), daemon=True)
    process.start()
    address = here.recv()

    def sent() -> str:
        here.send("sent?")
        size, files = here.recv()
        return f"{size / 1000:.0f} KB in {files} files"

    yield address, sent
    process.terminate()


def serve(site: Path, there: Connection) -> None:
    """Serve a site, and say of what size its answers were whenever somebody wants to know."""
    sizes: list[int] = []

    @cache
    def packed(path: Path) -> tuple[bytes, bool]:
        body = path.read_bytes()
        return (gzip.compress(body), True) if path.suffix in TEXTS else (body, False)

    class Host(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = site / self.path.split("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if not path.is_file():
                return self.send_error(404)
            body, is_packed = packed(path)
            sizes.append(len(body))
            self.send_response(200)
            self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            if is_packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)
            return None

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A page was closed while it fetched something."""

    server = Server(("127.0.0.1", 0), Host)
    there.send(f"http://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, daemon=True).start()
    while there.recv():
        there.send((sum(sizes), len(sizes)))
        sizes.clear()


if __name__ == "__main__":
    main()
