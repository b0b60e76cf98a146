"""What axe finds wrong with a page for those who cannot see it, or see it badly."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer may be another one in other colours."""

DIFFERENT = (*COLOURS, "scrollable-region-focusable", "target-size")
"""Those whose answer may be another one in other colours on a small screen. The last one is not among all rules: it has to be named."""

FIND = "options => axe.run(options).then(({ violations }) => ({ violations }))"


def assert_accessible_in_both_schemes(page: Page, language: str) -> None:
    """Fails with what axe finds on the page in light colours and in dark ones.

    Contrast, which takes most of the time, is measured in English: no colour depends on the language.
    """
    if language != "en":
        assert_accessible(page, but=COLOURS)
        return
    page.emulate_media(color_scheme="light")
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page, COLOURS)


def assert_accessible(page: Page, rules: Sequence[str] = (), but: Sequence[str] = ()) -> None:
    """Fails with what axe finds on the page as it is now, by these rules or by all of them, ``but`` for some."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    if rules:
        which: dict[str, object] = {"runOnly": [rule for rule in rules if rule not in but]}
    else:
        which = {"rules": {rule: {"enabled": False} for rule in but}}
    options = {"resultTypes": ["violations"], **which}
    found = AxeResults(page.evaluate(FIND, options))
    assert found.violations_count == 0, found.generate_report()
