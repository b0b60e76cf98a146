"""A built page cut at its body: the shell that the peers' pages get, so that they are as long as ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

OURS = re.compile(r'<(\w+)[^>]*\sid="content"[^>]*>')
MATERIAL = re.compile(r'<(article) class="md-content__inner md-typeset">')


@dataclass(frozen=True)
class Slots:
    """How a template language says a page's parts, and the characters that begin its own words."""

    title: str
    description: str
    path: str
    body: str
    special: tuple[str, ...] = ("{{", "{%", "{#")


@dataclass(frozen=True)
class Shell:
    """A page without its body, and what of the page stands in it: title, description, path below its language."""

    above: str
    below: str
    title: str
    description: str
    path: str

    def fill(self, slots: Slots) -> str:
        """A template: the page with slots where the parts were."""
        found = [mark for mark in slots.special if mark in self.above + self.below]
        if found:
            raise ValueError(f"the page has {found[0]} in it, which the template cannot have")
        return self._slotted(self.above, slots) + slots.body + self._slotted(self.below, slots)

    def _slotted(self, html: str, slots: Slots) -> str:
        for value, slot in ((self.description, slots.description), (self.title, slots.title)):
            html = html.replace(escape(value), slot).replace(escape(value, quote=False), slot)
        return html.replace(self.path, slots.path)


def cut(page: str, opening: re.Pattern[str], title: str, description: str, path: str) -> Shell:
    """Cut a page at the first element that fits."""
    first, last = _body(page, opening)
    return Shell(page[:first], page[last:], title, description, path)


def filler(padding: int) -> str:
    """A comment of so many bytes, or nothing where it would be too short to be one."""
    return f"<!--{'x' * (padding - 7)}-->" if padding >= 7 else ""


def _body(page: str, opening: re.Pattern[str]) -> tuple[int, int]:
    """Where the inside of the first element that fits begins and ends."""
    found = opening.search(page)
    if found is None:
        raise ValueError(f"the page has no element like {opening.pattern}")
    depth = 1
    for tag in re.compile(rf"<(/?){found[1]}\b").finditer(page, found.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return found.end(), tag.start()
    raise ValueError(f"<{found[1]}> is not closed")
