"""The facts of an entry as front matter, and what the peers look up: what ids are called."""

from __future__ import annotations

import json
from collections.abc import Mapping

from listings import Listing
from model import Entry
from vocabulary import Vocabulary, label, slug

Labels = dict[str, dict[str, str]]


def facts(entry: Entry, language: str, known: Vocabulary) -> dict[str, object]:
    """The facts by name, those without a value too; what has pages of its own stands by its address."""
    text = entry.texts[language]
    return {
        "title": text.title,
        "description": " ".join(text.summary.split("\n")),
        "countries": [entry.country.lower()],
        "articles": entry.articles,
        "provisions": [slug(ref) for ref in entry.provisions],
        "themes": entry.themes,
        "documents": entry.documents,
        "measures": [label(known.measures[id], language) for id in entry.measures],
        "status": entry.status,
        "since": entry.since,
        "until": entry.until,
        "evidence": entry.evidence,
        "lead": text.lead,
        "partners": text.partners,
        "legal_basis": [{"title": title, "reference": reference} for title, reference in entry.acts],
        "assistance": [
            {"theme": label(known.themes[one.theme], language), "note": one.note, "provider": one.provider}
            for one in entry.support
        ],
        "adapted_from": [entry.adapted_from] if entry.adapted_from else [],
        "links": [{"title": title, "url": url} for title, url in entry.links],
        "sources": [
            {"title": one.title, "publisher": one.publisher, "url": one.url, "paragraphs": one.paragraphs}
            for one in entry.sources
        ],
        "submission": entry.submission,
    }  # fmt: skip


def labels(families: dict[str, list[Listing]], language: str) -> Labels:
    """What the ids in front matter are called, by family and address."""
    return {
        family: {one.address: one.key if family == "provisions" else one.label(language) for one in found}
        for family, found in families.items()
    }


def toml(values: Mapping[str, object]) -> str:
    """Front matter in TOML, which Hugo and Zola themselves write, and Hugo reads a fifth faster than YAML."""
    return "+++\n" + "".join(f"{name} = {_value(value)}\n" for name, value in values.items() if value) + "+++\n"


def quoted(value: object) -> str:
    """A value in JSON."""
    return json.dumps(value, ensure_ascii=False)


def _value(value: object) -> str:
    """A value as TOML writes it; strings and lists of them look as in JSON."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_value(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    return quoted(value)
