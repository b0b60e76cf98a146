"""What is looked at of a page: texts in bad colours are found, however many others look better beside them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.accessible import COLOURS, assert_accessible

pytestmark = pytest.mark.browser
WORDS = "<li>a few words</li>"
PAGE = """\
<!doctype html><html lang="en"><title>Lights</title><style>body {{ color: #222; background: #fff }} {style}</style>
<main><h1>Lights</h1><ul>{items}</ul><p id="host"></p></main>
"""
SHADOW = "host.attachShadow({ mode: 'open' }).innerHTML = '<p style=\"color: #999\">a few words</p>'"


@pytest.mark.parametrize("style", ["", "li { font-weight: bold } li:nth-child(70) { display: none; color: #999 }"])
def test_readable_texts_pass(desk: Page, style: str) -> None:
    desk.set_content(PAGE.format(style=style, items=WORDS * 99))
    assert_accessible(desk)


@pytest.mark.parametrize(
    "style",
    [
        "li:nth-child(70) { color: #999 }",
        "li:nth-child(70) { background: #333 }",
        "li { color: #777; background: #fff; font-size: 30px } li:nth-child(70) { font-size: 10px }",
        "li { color: #999 } li:first-child, li:last-child { display: none }",
        "ul { opacity: 0.4 }",
        "main { background: #444 }",
    ],
)
def test_one_that_is_not_is_found_among_many(desk: Page, style: str) -> None:
    desk.set_content(PAGE.format(style=style, items=WORDS * 99))
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_accessible(desk, COLOURS)


def test_one_is_found_in_a_tree_of_its_own(desk: Page) -> None:
    desk.set_content(PAGE.format(style="", items=WORDS))
    desk.evaluate(SHADOW)
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_accessible(desk, COLOURS)


def test_colours_that_change_are_looked_at_again(desk: Page) -> None:
    dark = "@media (prefers-color-scheme: dark) { li:nth-child(7) { color: #999 } }"
    desk.set_content(PAGE.format(style=dark, items=WORDS * 9))
    assert_accessible(desk)
    desk.emulate_media(color_scheme="dark")
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_accessible(desk, COLOURS)
