"""Which pages will change: those that rest on an entry that did, where they then look different."""

from __future__ import annotations

from collections.abc import Sequence, Set
from hashlib import blake2b

from msgspec import Struct

from generator import draw
from generator.index import Question
from generator.observatory import Observatory
from generator.page import Page
from generator.reviewing.changes import ADDED, CHANGED, REMOVED


class PageChange(Struct, frozen=True):
    """A page by its path below the language: how it changes, its title, and in which languages."""

    path: str
    change: str
    title: str
    languages: tuple[str, ...]


def reach(before: Observatory, now: Observatory, changed: Set[Question], language: str) -> list[PageChange]:
    """The pages that come, change and go; their titles in a language. Raises TemplateError.

    What a page rests on is observed: a page stays as it is that asks the catalogue nothing whose answer may differ. The others are
    drawn before and now, without the frame around them, in each language.
    """
    old = {page.path: page for page in before.pages}
    there = {page.path for page in now.pages}
    resting = [page for page in now.pages if page.path in old and not changed.isdisjoint(_asked(now, page))]
    was, is_now = _seen(before, [old[page.path] for page in resting]), _seen(now, resting)
    found = [
        PageChange(page.path, ADDED, _title(now, page, language), tuple(now.codes))
        for page in now.pages
        if page.path not in old
    ]
    for page in resting:
        languages = tuple(code for code in now.codes if was[page.path, code] != is_now[page.path, code])
        if languages:
            found.append(PageChange(page.path, CHANGED, _title(now, page, language), languages))
    gone = (page for path, page in old.items() if path not in there)
    return found + [PageChange(page.path, REMOVED, _title(before, page, language), tuple(now.codes)) for page in gone]


def _asked(observatory: Observatory, page: Page) -> set[Question]:
    """What a page asks of the catalogue, which is the same in every language."""
    asked = observatory.catalogue.asked
    asked.clear()
    page.draw(observatory.editions[0])
    return asked


def _seen(observatory: Observatory, pages: Sequence[Page]) -> dict[tuple[str, str], bytes]:
    """A fingerprint of what is seen of each page, by its path and language."""
    if not pages:
        return {}
    templates = draw.templates(observatory)
    seen = {}
    for page in pages:
        for edition in observatory.editions:
            sheet = page.draw(edition)
            body = templates[edition.language].draw(page.template, view=sheet.view, up="")
            whole = repr((sheet.title, sheet.description, page.languages, body))
            seen[page.path, edition.language] = blake2b(whole.encode("utf-8", "surrogatepass")).digest()
    return seen


def _title(observatory: Observatory, page: Page, language: str) -> str:
    return page.draw(observatory.edition(language)).title
