"""The data of this observatory are sound, and the site made of them stands."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator import check
from generator.registry import Registry
from generator.settings import Settings


@pytest.fixture(scope="module")
def registry(root: Path) -> Registry:
    known, found = check.registry(Settings(root))
    assert known, found
    return known


def test_the_check_finds_no_error(observatory: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    checked = observatory("check", "--quiet")
    assert checked.returncode == 0, checked.stdout


def test_every_language_has_every_article_and_every_entry(root: Path, site: Path, registry: Registry) -> None:
    entries = [path.stem for path in (root / "practices").glob("*/*.yml") if "." not in path.stem]
    wanted = [*(f"articles/{article.number}" for article in registry.articles), *(f"practices/{id}" for id in entries)]
    absent = [
        f"{language.code}/{address}"
        for language in registry.published
        for address in ("", *wanted)
        if not (site / language.code / address / "index.html").is_file()
    ]
    assert not absent


@pytest.mark.browser
def test_every_language_opens_in_a_browser(host: str, browser: Browser, registry: Registry) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    for language in registry.published:
        for address in ("", "explore/"):
            page.goto(f"{host}/{language.code}/{address}")
            assert page.locator("h1").first.inner_text()
            assert page.locator("html").get_attribute("dir") in (None, language.direction)
    assert not faults
