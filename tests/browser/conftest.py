"""The real site, served on this machine, and a browser to look at it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.build import build
from generator.plugin import MkDocs
from generator.search import indexing
from generator.search.shards import shards
from tests.browser.install import ABSENT, chromium
from tests.conftest import Lights, lay_out

ROOT = Path(__file__).parents[2]
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync")  # fmt: skip

DRILLS = 14
"""Entries that are alike, in an index of several shards."""


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site without a word, and our own page for a missing address."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextmanager
def served(site: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a server of a site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """Where the real site is served."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def lights_host(built: Lights) -> Iterator[str]:
    """Where the tiny observatory of tests/site is served, one of whose languages runs from right to left."""
    with served(built.site) as address:
        yield address


@pytest.fixture(scope="session")
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; the tests are left out where there is none."""
    executable = chromium()
    if executable is None:
        pytest.skip(ABSENT)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="module")
def looked_at(browser: Browser) -> Iterator[Page]:
    """A page that stays open, in a context of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(looked_at: Page) -> Page:
    """A page on a large screen, in light colours, on which the tests of a file look at one address after another.

    That takes less than half as long as a new page for each. It is for tests that leave nothing behind; what pages keep is
    cleared all the same.
    """
    looked_at.unroute_all()
    looked_at.evaluate("try { localStorage.clear(); sessionStorage.clear(); } catch {}")
    looked_at.set_viewport_size({"width": 1280, "height": 900})
    looked_at.emulate_media(media="null", color_scheme="light")
    return looked_at


@pytest.fixture
def opened(browser: Browser, host: str) -> Iterator[Callable[..., Page]]:
    """``opened(path, **context options)``: a page of the site in a context of its own."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{host}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
