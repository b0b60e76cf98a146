"""The records everything downstream reads: what lists show of an entry, and all that its own page tells beyond it.

An entry is two records, because lists look at thousands of the first and a page at one of the second.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

SHOWN = ("title", "summary")
"""The texts of an entry that lists show."""


class Support(NamedTuple):
    """Technical assistance received, needed or offered: theme id, what it is, and who gives it; unknown parts are empty."""

    theme: str
    note: str
    provider: str


class Act(NamedTuple):
    """A legal act: title, number and address; unknown parts are empty."""

    title: str
    reference: str
    url: str


class Link(NamedTuple):
    """Where to read more."""

    title: str
    url: str


class Citation(NamedTuple):
    """What an entry rests on: a document of the registry with paragraphs, or a source of its own; unknown parts are empty."""

    document: str
    paragraphs: tuple[str, ...]
    title: str
    publisher: str
    url: str
    accessed: str
    archive: str
    extent: str
    note: str


class Submission(NamedTuple):
    """Who reported it, through which channel, and when (ISO 8601, as exact as known)."""

    by: str
    channel: str
    date: str


class Review(NamedTuple):
    """The state of the entry itself, and when it was last reviewed; both empty for an entry that nobody has reviewed."""

    state: str
    date: str


class Withdrawal(NamedTuple):
    """Why and when (ISO 8601) an entry was withdrawn, and the id of what replaces it; all empty for an entry that stands."""

    reason: str
    date: str
    replaced_by: str


class Translation(Struct, frozen=True, array_like=True, gc=False):
    """What lists show of an entry in another language: ``outdated`` are the fields whose original has changed since."""

    status: str
    texts: dict[str, str]
    outdated: tuple[str, ...]


class Practice(Struct, frozen=True, eq=False, array_like=True, gc=False):
    """An entry as lists show it. Nothing is ``None``: what the source does not say is an empty text or tuple.

    ``texts`` holds title and summary of the original. ``tier`` is ``full`` for an entry that also has description,
    results, challenges, conditions and evidence, else ``snapshot``.
    """

    id: str
    language: str
    texts: dict[str, str]
    countries: tuple[str, ...]
    anonymous: str
    provisions: tuple[str, ...]
    themes: tuple[str, ...]
    measures: tuple[str, ...]
    status: str
    since: str
    until: str
    evidence: str
    tier: str
    received: tuple[Support, ...]
    needed: tuple[Support, ...]
    offered: tuple[Support, ...]
    adapted_from: tuple[str, ...]
    sources: tuple[Citation, ...]
    submission: Submission
    review: Review
    withdrawal: Withdrawal
    aliases: tuple[str, ...]
    translations: dict[str, Translation]

    @property
    def article(self) -> str:
        """The number of the article it stands under: that of its first provision."""
        return article_of(self.provisions[0])

    @property
    def articles(self) -> tuple[str, ...]:
        """The numbers of all articles it bears on, each once, its own first."""
        return tuple(dict.fromkeys(map(article_of, self.provisions)))

    @property
    def title(self) -> str:
        """The title in the original's language."""
        return self.texts["title"]

    @property
    def is_withdrawn(self) -> bool:
        """Whether it stands no more, and only its address is kept."""
        return self.review.state == "withdrawn"

    def state_in(self, language: str) -> str:
        """How it stands in a language: ``original``, ``missing``, ``outdated`` or the status of the translation."""
        if language == self.language:
            return "original"
        translation = self.translations.get(language)
        if translation is None:
            return "missing"
        return "outdated" if translation.outdated else translation.status

    def said(self, name: str, language: str) -> tuple[str, str]:
        """Title or summary in a language, else in the original's; with the language it is in."""
        translation = self.translations.get(language)
        if translation and translation.texts[name]:
            return translation.texts[name], language
        return self.texts[name], self.language


class Account(Struct, frozen=True, eq=False, array_like=True, gc=False):
    """What the page of an entry tells beyond its ``Practice``: texts by field name, in the original's language and in others.

    The value of ``conditions`` and ``partners`` is a tuple of texts. ``marks`` are those of translations by field, in the languages that
    have some: what each text was made from.
    """

    language: str
    texts: dict[str, str | tuple[str, ...]]
    translations: dict[str, dict[str, str | tuple[str, ...]]]
    legal_basis: tuple[Act, ...]
    links: tuple[Link, ...]
    marks: dict[str, dict[str, str]]

    def said(self, name: str, language: str) -> tuple[Any, str]:
        """A field in a language, else in the original's; with the language it is in."""
        translated = self.translations.get(language, {}).get(name)
        return (translated, language) if translated else (self.texts[name], self.language)


@cache
def article_of(provision: str) -> str:
    """The number of a provision's article: ``6.1(a)`` → ``6``, ``10(b)`` → ``10``."""
    return provision.partition(".")[0].partition("(")[0]
