"""Payloads in every field of an entry, in a real browser, without the policy that stands behind: none runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import served
from tests.conftest import Lights
from tests.safety.corpus import PAYLOADS
from tests.safety.published import LISTS, TEXTS

pytestmark = pytest.mark.browser

TRAP = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (...given) => { ran.push([name, ...given]); };
window.addEventListener("error", event => { if (event.error) ran.push(["error", String(event.error)]); });
"""
"""Notes what a payload does; an error of its script counts as well."""
LOOK = """() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
    for (const one of document.querySelectorAll(".observatory a, .observatory [tabindex], .observatory p, .observatory li")) {
        for (const kind of ["mouseover", "pointerenter", "focus"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    const attributes = [...document.querySelectorAll("*")].flatMap(one => [...one.attributes].map(each => each.name));
    const schemes = [...document.querySelectorAll("a[href], area[href]")].map(one => one.protocol || one.href.split(":")[0] + ":");
    return {
        ran,
        handlers: attributes.filter(name => /^on|^style$|^srcdoc$|^formaction$/.test(name)),
        scripts: [...document.scripts].filter(one => one.text.trim() || !one.src.startsWith(location.origin)).map(one => one.outerHTML),
        schemes: schemes.filter(scheme => !["http:", "https:", "mailto:"].includes(scheme)),
        others: document.querySelectorAll("iframe, object, embed, form:not(.find), base, style, img, video, audio, math, template").length,
    };
}"""
CITED = "() => !document.querySelector('.cite') || document.querySelector('.cite details')"
"""Whether the records of a citation are there, which a script makes."""
NOTHING = {"ran": [], "handlers": [], "scripts": [], "schemes": [], "others": 0}


@pytest.fixture
def trap(browser: Browser) -> Iterator[Page]:
    """A page that notes what runs, and any question to another host."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 800, "height": 600})
    context.add_init_script(TRAP)
    yield context.new_page()
    context.close()


def _noted(page: Page, host: str, paths: list[str]) -> list[tuple[str, object]]:
    """What was noted on pages, by path; nothing for those on which nothing was."""
    noted: list[tuple[str, object]] = []
    page.on("dialog", lambda dialog: (noted.append((page.url, dialog.message)), dialog.dismiss()))
    page.on(
        "request", lambda asked: None if asked.url.startswith((host, "data:")) else noted.append((page.url, asked.url))
    )
    for path in paths:
        page.goto(f"{host}/{path}")
        page.wait_for_function(CITED)
        found = page.evaluate(LOOK)
        if found != NOTHING or page.url != f"{host}/{path}":
            noted.append((path, found))
    return noted


def test_no_payload_runs(trap: Page, hostile: Lights) -> None:
    paths = [f"en/practices/pha-{number}/" for number in range(len(TEXTS))]
    paths += [f"{language}/{path}" for language in ("en", "fr") for path in LISTS]
    with served(hostile.site) as host:
        assert _noted(trap, host, paths) == []


def test_control_where_a_payload_stands_bare_it_is_noted(trap: Page, hostile: Lights, tmp_path: Path) -> None:
    shutil.copytree(hostile.site / "assets", tmp_path / "assets")
    for number, payload in enumerate(PAYLOADS["html"]):
        html = f"<!doctype html><body class=observatory><p>{payload}</p>"
        (tmp_path / f"{number}").mkdir()
        (tmp_path / f"{number}/index.html").write_text(html, encoding="utf-8")
    with served(tmp_path) as host:
        noted = _noted(trap, host, [f"{number}/" for number in range(0, len(PAYLOADS["html"]), 6)])
    assert len({path for path, _ in noted}) > 8
