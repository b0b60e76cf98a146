"""The style sheets know no left and right, so that a page in a language written from right to left is mirrored by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import THEME

VALUE = r"(?:[^\s;(){}]|\((?:[^()]|\([^()]*\))*\))+"
PHYSICAL = re.compile(
    r"(?<![-\w(])(?:"
    r"(?:margin|padding|inset|border|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[-\w]*"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:min-|max-)?(?:width|height)|left|right|top|bottom"
    r")\s*:"
    r"|(?:text-align|float|clear|justify-\w+)\s*:\s*(?:left|right)\b"
    rf"|(?:margin|padding|inset|border-(?:width|style|color))\s*:\s*{VALUE}(?:\s+{VALUE}){{3}}\s*[;}}]"
)
"""A property or value that names a side of the screen; the last are shorthands of four sides, whose second and fourth are these."""


@pytest.mark.parametrize("sheet", sorted(THEME.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_no_side_of_the_screen_is_named(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [found.group() for found in PHYSICAL.finditer(css)] == []


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-left: 1px; }", "a { padding-right:0 }", "a { border-top-left-radius: 2px; }", "a { left: 0; }",
        "a { width: 10px }", "a { max-height: 2rem; }", "a { text-align: right; }", "a { float: left }",
        "a { margin: 0 1px 0 calc(1px + 2px); }", "a { padding: 1px 2px 3px 4px }",
    ],
)  # fmt: skip
def test_control_a_side_is_found(css: str) -> None:
    assert PHYSICAL.search(css)


@pytest.mark.parametrize(
    "css",
    ["a { margin: 0 1px; }", "a { line-height: 1; }", "@media (min-width: 60em) {}", "a { border-inline-start: 0 }"],
)
def test_control_what_names_no_side_is_not(css: str) -> None:
    assert not PHYSICAL.search(css)
