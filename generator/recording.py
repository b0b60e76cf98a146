"""The two records of an entry, made from the documents of its files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.document import Document, plain
from generator.fields import TRANSLATED
from generator.marks import marks, outdated
from generator.practice import (
    SHOWN,
    Account,
    Act,
    Citation,
    Link,
    Practice,
    Review,
    Submission,
    Support,
    Translation,
    Withdrawal,
)

LISTED = ("conditions", "partners")
"""The fields whose value is a list of texts."""

_FULL = ("description", "results", "challenges", "conditions")
_TOLD = tuple(field.name for field in TRANSLATED if field.name not in SHOWN)


def both(id: str, original: Document, translations: Mapping[str, Document]) -> tuple[Practice, Account]:
    """The two records of an entry, from its document and those of its translations, by language. All have passed the rules."""
    data: dict[str, Any] = plain(original.root)  # type: ignore[assignment]
    return _practice(id, data, original, translations), _account(data, translations)


def account_of(original: Document, translations: Mapping[str, Document]) -> Account:
    """What the page of an entry tells beyond its ``Practice``, from the same documents."""
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
        marks={language: of for language, one in translations.items() if (of := _marks(one))},
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


def _marks(document: Document) -> dict[str, str]:
    return {name: mark.value for name, mark in marks(document).items()}


def _translation(document: Document, original: Document) -> Translation:
    data: dict[str, Any] = plain(document.root)  # type: ignore[assignment]
    return Translation(data["translation"]["status"], _shown(data), outdated(document, original))
