"""The record everything downstream reads: an entry with its translations, from sound documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.document import Document, joined, plain
from generator.fields import TRANSLATED
from generator.text import fingerprint


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


@dataclass(frozen=True, slots=True)
class Translation:
    """An entry's texts in another language: ``texts`` by field name, ``outdated`` the fields whose original has changed since."""

    language: str
    status: str
    texts: Mapping[str, Any]
    outdated: frozenset[str]


@dataclass(frozen=True, eq=False)
class Practice:
    """An entry. Nothing is ``None``: what the source does not say is an empty text or tuple.

    ``texts`` holds the translatable fields of the original: texts, or tuples of texts for ``conditions`` and ``partners``.
    """

    id: str
    language: str
    texts: Mapping[str, Any]
    countries: tuple[str, ...]
    anonymous: str
    provisions: tuple[str, ...]
    themes: tuple[str, ...]
    measures: tuple[str, ...]
    status: str
    since: str
    until: str
    evidence: str
    legal_basis: tuple[Act, ...]
    received: tuple[Support, ...]
    needed: tuple[Support, ...]
    offered: tuple[Support, ...]
    adapted_from: tuple[str, ...]
    links: tuple[Link, ...]
    sources: tuple[Citation, ...]
    submission: Submission
    review: Review
    translations: Mapping[str, Translation]

    @property
    def article(self) -> str:
        """The number of the article it stands under: that of its first provision."""
        return article_of(self.provisions[0])

    @property
    def title(self) -> str:
        """The title in the original's language."""
        return str(self.texts["title"])

    @property
    def is_full(self) -> bool:
        """Whether it is a full entry: one that also has description, results, challenges, conditions and evidence."""
        return bool(self.evidence) and all(
            self.texts[name] for name in ("description", "results", "challenges", "conditions")
        )


def article_of(provision: str) -> str:
    """The number of a provision's article: ``6.1(a)`` → ``6``, ``10(b)`` → ``10``."""
    return provision.partition(".")[0].partition("(")[0]


def from_documents(id: str, original: Document, translations: Mapping[str, Document]) -> Practice:
    """The record of an entry from its document and those of its translations, by language. All have passed the rules."""
    data: dict[str, Any] = plain(original.root)  # type: ignore[assignment]
    texts = _texts(data)
    support = data.get("assistance", {})
    review = data.get("review", {})
    return Practice(
        id=id,
        language=data["language"],
        texts=texts,
        countries=tuple(data.get("countries", ())),
        anonymous=data.get("anonymous", ""),
        provisions=tuple(data["provisions"]),
        themes=tuple(data["themes"]),
        measures=tuple(data["measures"]),
        status=data["status"],
        since=data.get("since", ""),
        until=data.get("until", ""),
        evidence=data.get("evidence", {}).get("level", ""),
        legal_basis=tuple(_record(Act, act) for act in data.get("legal_basis", ())),
        received=tuple(_record(Support, item) for item in support.get("received", ())),
        needed=tuple(_record(Support, item) for item in support.get("needed", ())),
        offered=tuple(_record(Support, item) for item in support.get("offered", ())),
        adapted_from=tuple(data.get("adapted_from", ())),
        links=tuple(_record(Link, link) for link in data.get("links", ())),
        sources=tuple(_citation(source) for source in data["sources"]),
        submission=_record(Submission, data["submission"]),
        review=_record(Review, review),
        translations={language: _translation(language, one, original) for language, one in translations.items()},
    )


def _texts(data: dict[str, Any]) -> dict[str, Any]:
    listed = ("conditions", "partners")
    return {
        field.name: tuple(data.get(field.name, ())) if field.name in listed else data.get(field.name, "").strip()
        for field in TRANSLATED
    }


def _record(record: type[Any], data: Mapping[str, Any]) -> Any:
    return record(*(data.get(name, "") for name in record._fields))


def _citation(data: dict[str, Any]) -> Citation:
    paragraphs = tuple(data.get("paragraphs", ()))
    return _record(Citation, {**data, "paragraphs": paragraphs})  # type: ignore[no-any-return]


def _translation(language: str, document: Document, original: Document) -> Translation:
    data: dict[str, Any] = plain(document.root)  # type: ignore[assignment]
    made_from = data["translation"].get("of", {})
    outdated = (name for name, hash in made_from.items() if hash != fingerprint(joined(original.root.get(name))))
    return Translation(language, data["translation"]["status"], _texts(data), frozenset(outdated))
