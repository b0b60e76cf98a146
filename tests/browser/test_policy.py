"""The policy, in a browser: no page asks for anything that it forbids, and what it forbids does not happen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Quiet, served
from tests.browser.test_site import KINDS

pytestmark = pytest.mark.browser

LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", event => refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


class Watched:
    """A page, and all that the browser complains of."""

    def __init__(self, context: BrowserContext) -> None:
        context.add_init_script(LISTEN)
        self.page: Page = context.new_page()
        self.console: list[str] = []
        self.page.on("console", lambda message: self.console.append(message.text))
        self.page.on("pageerror", lambda error: self.console.append(str(error)))

    @property
    def complaints(self) -> list[str]:
        """What was refused on this page, and what the console says."""
        refused: list[str] = self.page.evaluate("refused")
        return [*refused, *self.console]


@pytest.fixture(params=["light", "dark"])
def watched(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Watched]:
    """A watched page in light and in dark colours."""
    context = browser.new_context(color_scheme=request.param)
    yield Watched(context)
    context.close()


class _WithHeaders(Quiet):
    """Sends the headers that ``_headers`` names, as hosts that read this file do."""

    def end_headers(self) -> None:
        for line in (Path(self.directory) / "_headers").read_text(encoding="utf-8").splitlines()[1:]:
            self.send_header(*line.strip().split(": ", 1))
        super().end_headers()


@pytest.fixture(scope="session")
def guarded_host(site: Path) -> Iterator[str]:
    """Where the real site is served with headers."""
    with served(site, _WithHeaders) as address:
        yield address


@pytest.mark.parametrize(("watched", "way"), [("light", "host"), ("dark", "guarded_host")], indirect=["watched"])
def test_no_page_asks_for_what_is_refused_or_sets_a_cookie(
    way: str, watched: Watched, request: pytest.FixtureRequest
) -> None:
    host = request.getfixturevalue(way)
    for path in KINDS.values():
        watched.page.goto(f"{host}/{path}")
        if button := watched.page.query_selector(".scheme"):
            button.click()
        watched.page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        expected = 1 if path == KINDS["missing"] else 0  # the console says that there is no such page
        assert len(watched.complaints) == expected, f"{path}: {watched.complaints}"
        watched.console.clear()
    assert watched.page.context.cookies() == []


FORBIDDEN = {
    "const e = document.createElement('script'); e.textContent = 'window.ran = 1'": "script-src-elem inline",
    "const e = document.createElement('script'); e.src = '//other.invalid/x.js'": "script-src-elem http://other.invalid/x.js",
    "const e = document.createElement('style'); e.textContent = 'body { color: red }'": "style-src-elem inline",
    "const e = document.createElement('div'); e.setAttribute('onclick', 'window.ran = 1')": "script-src-attr inline",
    "const e = document.createElement('div'); e.setAttribute('style', 'color: red')": "style-src-attr inline",
    "const e = document.createElement('img'); e.src = '//other.invalid/x.png'": "img-src http://other.invalid/x.png",
    "const e = document.createElement('iframe'); e.src = '//other.invalid/'": "frame-src http://other.invalid",
    "const e = document.createElement('base'); e.href = '//other.invalid/'": "base-uri http://other.invalid/",
}
"""What a script might do to a page, and what the browser says to it."""


@pytest.mark.parametrize("path", ["", "en/", KINDS["practice"], KINDS["about"], KINDS["missing"]])
def test_what_is_refused_is_counted(path: str, watched: Watched, host: str) -> None:
    watched.page.goto(f"{host}/{path}")
    for how in FORBIDDEN:
        watched.page.evaluate(f"{{ {how}; document.body.append(e); e.click() }}")
    watched.page.wait_for_function(f"refused.length >= {len(FORBIDDEN)}")
    assert set(FORBIDDEN.values()) <= set(watched.complaints)
    assert watched.page.evaluate("window.ran") is None


def test_a_script_in_the_page_itself_is_refused(watched: Watched, site: Path, tmp_path: Path) -> None:
    html = (site / "en/index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(html.replace("</main>", "<script>window.ran = 1</script></main>"))
    with served(tmp_path) as host:
        watched.page.goto(host)
        assert "script-src-elem inline" in watched.complaints
        assert watched.page.evaluate("window.ran") is None


def test_no_page_can_be_framed_by_another_site(watched: Watched, guarded_host: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(f'<iframe src="{guarded_host}/en/"></iframe>')
    with served(tmp_path) as host:
        watched.page.goto(host, wait_until="networkidle")
        assert any("frame-ancestors" in said for said in watched.complaints)
