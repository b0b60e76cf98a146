"""Rules for the files of hand-written pages: what stands before the text, and where the page comes to stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.diagnostics import Problem, shortened
from generator.phrase import phrase
from generator.source import Source

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)  # as the engine finds it
_MARK = re.compile(r"---[ \t]*\n")
_SETTING = re.compile(r" {0,3}[A-Za-z0-9_-]+:.*")
_SOMETHING = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


class Manuscript(NamedTuple):
    """The file of a page, and the path of another file that makes a page at the same address, empty where there is none."""

    source: Source
    twin: str = ""


def front_matter(text: str) -> str:
    """What stands before the text of a page, in YAML; empty where nothing does."""
    found = _FRONT_MATTER.match(text)
    return found[1] if found and _SOMETHING.search(found[1]) else ""


def unread_front_matter(page: Manuscript) -> Iterator[Problem]:
    """What a page begins with is not read as its title and description.

    They stand between two lines `---`, and the text below the second one. Otherwise readers see all of that as text.

    Wrong:

        ---
        title: About

        What this site is.

    Right:

        ---
        title: About
        ---

        What this site is.
    """
    text = page.source.text
    if not _MARK.match(text) or front_matter(text):
        return
    if not _FRONT_MATTER.match(text):
        message = phrase("what begins with `---` has no end, so readers would see it as text")
        advice = phrase("end it with a line `---`, and put the text of the page below")
        yield Problem(page.source.find(0, 3), message, advice)
    else:
        message = phrase("nothing stands between the lines `---`, so readers would see them")
        yield Problem(page.source.find(0, 3), message, phrase("write `title:` between them, or take them away"))


def lost_first_line(page: Manuscript) -> Iterator[Problem]:
    """The first line of a page is read as a setting, and not shown.

    A word with a colon at the very beginning is taken for the name of one.

    Wrong:

        Note: this page is not complete.

    Right:

        ---
        title: About
        ---

        Note: this page is not complete.
    """
    first = page.source.line(1)
    if _SETTING.fullmatch(first):
        message = phrase("`%(line)s` is read as a setting of the page, and not shown", line=shortened(first.strip()))
        advice = phrase("put title and description between two lines `---`, and the text below")
        yield Problem(page.source.find(0, max(1, len(first))), message, advice)


def same_address(page: Manuscript) -> Iterator[Problem]:
    """Two files make a page at the same address.

    One of them would silently take the place of the other.

    Wrong:

        docs/en/contribute.md and docs/en/contribute/index.md

    Right:

        docs/en/contribute.md and docs/en/contribute/send.md
    """
    if page.twin:
        message = phrase("%(page)s makes a page at the same address", page=shortened(page.twin, 120))
        yield Problem(Source(page.source.path, "").start(), message, phrase("give one of them another name"))


def taken_address(page: Manuscript) -> Iterator[Problem]:
    """A hand-written page stands where a page is drawn from entries and registry.

    It would silently take its place. Told by `observatory build`, which knows all pages.

    Wrong:

        docs/en/themes.md

    Right:

        docs/en/about-themes.md
    """
    message = phrase("it would take the place of a page that is drawn from entries and registry")
    yield Problem(page.source.start(), message, phrase("give it another name"))
