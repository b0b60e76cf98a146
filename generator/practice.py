"""The records everything downstream reads: what lists show of an entry, and all that its own page tells beyond it.

An entry is two records, because lists look at thousands of the first and a page at one of the second.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from generator.document import Document, plain
from generator.fields import TRANSLATED
from generator.marks import outdated

SHOWN = ("title", "summary")
"""The texts of an entry that lists show."""

LISTED = ("conditions", "partners")
"""The fields whose value is a list of texts."""

_FULL = ("description", "results", "challenges", "conditions")
_TOLD = tuple(field.name for field in TRANSLATED if field.name not in SHOWN)


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


class Translation(Struct, frozen=True, gc=False):
    """What lists show of an entry in another language: ``outdated`` are the fields whose original has changed since."""

    status: str
    texts: dict[str, str]
    outdated: tuple[str, ...]


class Practice(Struct, frozen=True, eq=False, gc=False):
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


class Account(Struct, frozen=True, eq=False, gc=False):
    """What the page of an entry tells beyond its ``Practice``: texts by field name, in the original's language and in others.

    The value of ``conditions`` and ``partners`` is a tuple of texts.
    """

    language: str
    texts: dict[str, str | tuple[str, ...]]
    translations: dict[str, dict[str, str | tuple[str, ...]]]
    legal_basis: tuple[Act, ...]
    links: tuple[Link, ...]

    def said(self, name: str, language: str) -> tuple[Any, str]:
        """A field in a language, else in the original's; with the language it is in."""
        translated = self.translations.get(language, {}).get(name)
        return (translated, language) if translated else (self.texts[name], self.language)


def article_of(provision: str) -> str:
    """The number of a provision's article: ``6.1(a)`` → ``6``, ``10(b)`` → ``10``."""
    return provision.partition(".")[0].partition("(")[0]


def both(id: str, original: Document, translations: Mapping[str, Document]) -> tuple[Practice, Account]:
    """The two records of an entry, from its document and those of its translations, by language. All have passed the rules."""
    data: dict[str, Any] = plain(original.root)  # type: ignore[assignment]
    return _practice(id, data, original, translations), _account(data, translations)


def from_documents(id: str, original: Document, translations: Mapping[str, Document]) -> Practice:
    """What lists show of an entry, from the same documents."""
    return _practice(id, plain(original.root), original, translations)  # type: ignore[arg-type]


def account_of(original: Document, translations: Mapping[str, Document]) -> Account:
    """What the page of an entry tells beyond that, from the same documents."""
    return _account(plain(original.root), translations)  # type: ignore[arg-type]


def _practice(id: str, data: dict[str, Any], original: Document, translations: Mapping[str, Document]) -> Practice:
    support = data.get("assistance", {})
    return Practice(
        id=id,
        language=data["language"],
        texts=_shown(data),
        countries=tuple(data.get("countries", ())),
        anonymous=data.get("anonymous", ""),
        provisions=tuple(data["provisions"]),
        themes=tuple(data["themes"]),
        measures=tuple(data["measures"]),
        status=data["status"],
        since=data.get("since", ""),
        until=data.get("until", ""),
        evidence=data.get("evidence", {}).get("level", ""),
        tier=_tier(data),
        received=_records(Support, support.get("received", ())),
        needed=_records(Support, support.get("needed", ())),
        offered=_records(Support, support.get("offered", ())),
        adapted_from=tuple(data.get("adapted_from", ())),
        sources=tuple([_citation(source) for source in data["sources"]]),
        submission=_record(Submission, data["submission"]),
        review=_record(Review, data.get("review", {})),
        withdrawal=_record(Withdrawal, data.get("withdrawal", {})),
        aliases=tuple(data.get("aliases", ())),
        translations={language: _translation(one, original) for language, one in translations.items()},
    )


def _account(data: dict[str, Any], translations: Mapping[str, Document]) -> Account:
    return Account(
        language=data["language"],
        texts={name: _told(data, name) for name in _TOLD},
        translations={language: _others(one) for language, one in translations.items()},
        legal_basis=_records(Act, data.get("legal_basis", ())),
        links=_records(Link, data.get("links", ())),
    )


def _others(translation: Document) -> dict[str, str | tuple[str, ...]]:
    data: dict[str, Any] = plain(translation.root)  # type: ignore[assignment]
    return {name: _told(data, name) for name in _TOLD if name in data}


def _shown(data: Mapping[str, Any]) -> dict[str, str]:
    return {name: data.get(name, "").strip() for name in SHOWN}


def _told(data: Mapping[str, Any], name: str) -> str | tuple[str, ...]:
    return tuple(data.get(name, ())) if name in LISTED else data.get(name, "").strip()


def _tier(data: Mapping[str, Any]) -> str:
    is_full = data.get("evidence", {}).get("level") and all(_told(data, name) for name in _FULL)
    return "full" if is_full else "snapshot"


def _record(record: type[Any], data: Mapping[str, Any]) -> Any:
    return record._make([data.get(name, "") for name in record._fields])


def _records(record: type[Any], items: Sequence[Mapping[str, Any]]) -> tuple[Any, ...]:
    return tuple([_record(record, item) for item in items]) if items else ()


def _citation(data: dict[str, Any]) -> Citation:
    return _record(Citation, {**data, "paragraphs": tuple(data.get("paragraphs", ()))})  # type: ignore[no-any-return]


def _translation(document: Document, original: Document) -> Translation:
    data: dict[str, Any] = plain(document.root)  # type: ignore[assignment]
    return Translation(data["translation"]["status"], _shown(data), outdated(document, original))
