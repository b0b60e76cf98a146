"""Which pages will change: those that rest on an entry that did, where they then say something else."""

from __future__ import annotations

from collections.abc import Set

from msgspec import Struct

from generator.index import Question
from generator.observatory import Observatory
from generator.reviewing.changes import ADDED, CHANGED, REMOVED
from generator.views import Edition, Page, Sheet


class PageChange(Struct, frozen=True):
    """A page by its path below the language: how it changes, its title, and in which languages."""

    path: str
    change: str
    title: str
    languages: tuple[str, ...]


def reach(before: Observatory, now: Observatory, changed: Set[Question], language: str) -> list[PageChange]:
    """The pages that come, change and go; their titles in a language.

    A page that rests on no answer that may differ stays as it is. Of the others, what their templates would see is compared, before and
    now, in each language.
    """
    old = {page.path: page for page in before.pages}
    found = [
        PageChange(page.path, CHANGED if page.path in old else ADDED, _title(now, page, language), languages)
        for page in now.pages
        if (languages := _languages(before, now, old.get(page.path), page, changed))
    ]
    there = {page.path for page in now.pages}
    gone = (page for path, page in old.items() if path not in there)
    return found + [PageChange(page.path, REMOVED, _title(before, page, language), tuple(now.codes)) for page in gone]


def _languages(
    before: Observatory, now: Observatory, old: Page | None, page: Page, changed: Set[Question]
) -> tuple[str, ...]:
    """The languages in which a page is another one than it was."""
    if old is None:
        return tuple(now.codes)
    first, *others = now.editions
    sheet, asked = _drawn(now, first, page)
    if asked.isdisjoint(changed):
        return ()
    return tuple(
        edition.language
        for edition, told in ((first, sheet), *((one, None) for one in others))
        if (told or page.draw(edition)) != old.draw(before.edition(edition.language)) or old.languages != page.languages
    )


def _drawn(observatory: Observatory, edition: Edition, page: Page) -> tuple[Sheet, set[Question]]:
    """What a page says, and what it asked of the catalogue for that."""
    asked = observatory.catalogue.asked
    asked.clear()
    return page.draw(edition), {*asked}


def _title(observatory: Observatory, page: Page, language: str) -> str:
    return page.draw(observatory.edition(language)).title
