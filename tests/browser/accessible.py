"""What axe finds wrong with a page for those who cannot see it, or see it badly."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

COLOURS = ("color-contrast", "link-in-text-block")
"""The rules whose answer may be another one in other colours."""

DIFFERENT = (*COLOURS, "scrollable-region-focusable", "target-size")
"""Those whose answer may be another one in other colours on a small screen. The last one is not among all rules: it has to be named."""

LOOKS = """() => {
    const looks = new Map(), painted = new Map();
    const around = (one) => one.parentElement ?? one.getRootNode().host;
    const every = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? every(one.shadowRoot) : [])]);
    const own = (one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join("").trim();
    const said = (one) => one.matches("input, select, textarea") ? one.value || one.placeholder || "" : own(one);
    const look = (one) => {
        if (!one) return "";
        if (!painted.has(one)) {
            const { color, backgroundColor, backgroundImage, opacity, filter, position } = getComputedStyle(one);
            const named = [one.localName, one.getAttribute("class")];
            const shown = [color, backgroundColor, backgroundImage, opacity, filter, position];
            painted.set(one, [look(around(one)), ...named, ...shown].join("|"));
        }
        return painted.get(one);
    };
    for (const one of every(document.body)) {
        delete one.dataset.look;
        const length = said(one).length;
        if (!length || !one.checkVisibility()) continue;
        const { fontSize, fontWeight, textShadow } = getComputedStyle(one);
        const key = [look(one), fontSize, fontWeight, textShadow, one.matches(":disabled, [aria-disabled=true]")].join("|");
        const alike = looks.get(key) ?? { first: one, longest: one, length };
        looks.set(key, { ...alike, last: one, ...(length > alike.length ? { longest: one, length } : {}) });
    }
    for (const { first, longest, last } of looks.values()) for (const one of [first, longest, last]) one.dataset.look = "";
}"""
"""Marks three texts of each look, the first, the longest and the last, by which contrast is measured.

That takes most of the time, and a page has hundreds of texts that stand in the same colours, size and weight inside of elements of the same
names, classes and colours.
"""

FIND = """options => {
    axe.configure({ rules: [{ id: "color-contrast", selector: "[data-look]" }] });
    const flat = (nodes) => nodes.map((node) => ({ ...node, target: node.target.flat() })); // in a tree of its own it is a list in a list
    return axe.run(options).then(({ violations }) => ({ violations: violations.map((one) => ({ ...one, nodes: flat(one.nodes) })) }));
}"""


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
    page.evaluate(LOOKS)
    options = {"resultTypes": ["violations"], **which}
    found = AxeResults(page.evaluate(FIND, options))
    assert found.violations_count == 0, found.generate_report()
