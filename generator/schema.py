"""JSON Schema (2020-12) of entries and translations, derived from the fields: what editors complete, explain and underline.

The schema speaks only of shape and vocabulary; the rules say everything else. A word of a vocabulary is a ``const`` with its
name and what it means, because editors then tell of the one under the cursor rather than of all two hundred.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator import fields, kinds, load
from generator.document import Document, plain
from generator.examples import suited
from generator.kinds import Field, Kind, Record
from generator.labels import TRANSLATION, WITHDRAWN
from generator.questionnaire import BY_PATH, LABELS
from generator.registry import Registry, Texts
from generator.source import Source

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema/"
VOCABULARIES = frozenset({"languages", "countries", "provisions", "themes", "measures", "documents"})
"""What a field can refer to that is the same for every entry; the ids of entries are not."""

Schema = dict[str, Any]

_LABELS = {**LABELS, fields.WITHDRAWAL_REASONS: WITHDRAWN, fields.TRANSLATION_STATUSES: TRANSLATION}


def files(registry: Registry, address: str = "") -> dict[str, str]:
    """The schemas by their path, as they stand in the repository, and at the ``address`` of a site (with a final slash)."""
    every = {"practice": ("An entry", fields.PRACTICE), "translation": ("A translation", fields.TRANSLATION)}
    paths = {name: f"{FOLDER}{name}.schema.json" for name in every}
    return {
        paths[name]: _file({"$id": f"{address}{paths[name]}"} if address else {}, title, record, registry)
        for name, (title, record) in every.items()
    }


def _file(id: Schema, title: str, record: Record, registry: Registry) -> str:
    schema = {"$schema": DIALECT, **id, "title": title, **_record(suited(record, registry).fields)}
    written = json.dumps(schema)
    words = {name: words for name, words in _vocabularies(registry).items() if f'"{_at(name)}"' in written}
    return json.dumps({**schema, "$defs": words}, ensure_ascii=False, indent=2) + "\n"


def _of(kind: Kind, above: str = "") -> Schema:
    match kind:
        case kinds.Line(limit) | kinds.Prose(limit) | kinds.Markdown(limit):
            return {"type": ["string", "number"], "minLength": 1, "maxLength": limit}  # 8020 without quotes is a number
        case kinds.Choice(values):
            return _choice(values)
        case kinds.Reference(to):
            return {"$ref": _at(to)} if to in VOCABULARIES else {"type": "string", "pattern": "^[a-z0-9-]+$"}
        case kinds.Provision():
            return {"$ref": _at("provisions")}
        case kinds.Moment():
            return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        case kinds.Number():
            return {"type": "integer", "minimum": 1}
        case kinds.Flag():
            return {"type": "boolean"}
        case kinds.Address():
            return {"type": "string", "pattern": r"^https?://\S+$"}
        case kinds.Mailbox():
            return {"type": "string", "format": "email"}
        case kinds.Hash():
            return {"type": ["string", "integer"], "pattern": "^[0-9a-f]{8}$"}
        case kinds.Texts():
            return {"type": "object", "additionalProperties": {"type": "string"}}
        case kinds.ListOf(item, limit):
            unique = {} if isinstance(item, Record) else {"uniqueItems": True}
            return {"type": "array", "items": _of(item, above), "minItems": 1, "maxItems": limit, **unique}
        case Record(own):
            return _record(own, above)


def _choice(values: tuple[str, ...]) -> Schema:
    labels = _LABELS.get(values)
    return _few(values, [labels[one] for one in values]) if labels else {"enum": list(values)}


def _few(values: Iterable[str], meanings: Iterable[str]) -> Schema:
    """A few words, of which editors list all with what they mean; to other programs the meanings say nothing."""
    return {"enum": list(values), "markdownEnumDescriptions": list(meanings)}


def _at(name: str) -> str:
    """Where the words of a vocabulary stand in a schema."""
    return f"#/$defs/{name}"


def _vocabularies(registry: Registry) -> dict[str, Schema]:
    languages, provisions = registry.languages.values(), registry.provisions.values()
    return {
        "languages": _few(registry.languages, (language.name for language in languages)),
        "countries": _words(_countries(registry)),
        "provisions": _words((one.ref, one.ref, _said(one.headings)) for one in provisions),
        "themes": _words((one.id, _said(one.labels), _said(one.definition)) for one in registry.themes.values()),
        "measures": _words((one.id, _said(one.labels), _said(one.definition)) for one in registry.measures.values()),
        "documents": _words(_documents(registry)),
    }


def _countries(registry: Registry) -> Iterator[tuple[str, str, str]]:
    """States with their names in every language, by which one finds them, and their groups."""
    groups = {group.id: _said(group.labels) for group in registry.regional_groups}
    for country in registry.countries.values():
        name = _said(country.names)
        names = ", ".join(dict.fromkeys([name, *country.names.values()]))
        group = groups.get(country.group, "")
        yield country.code, name, f"{names} ({group})" if group else names


def _documents(registry: Registry) -> Iterator[tuple[str, str, str]]:
    for document in registry.documents.values():
        yield document.id, _said(document.titles), f"{_said(document.body)}: {_said(document.session)}"


def _words(words: Iterable[tuple[str, str, str]]) -> Schema:
    """Words, each with what it is called and what it means, of which editors tell the one under the cursor."""
    return {"oneOf": [{"const": word, "title": title, "description": meaning} for word, title, meaning in words]}


def _said(texts: Texts) -> str:
    return texts.get("en") or next(iter(texts.values()), "")


def _record(own: tuple[Field, ...], above: str = "") -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _field(field, above + field.name) for field in own},
        "required": [field.name for field in own if field.required],
        "additionalProperties": False,
    }


def _field(field: Field, path: str) -> Schema:
    """A field with its title, what it is for, and an example as a program reads it."""
    read = load.parse(Source(path, f"example: {field.example}\n")) if field.example else None
    examples = {"examples": [plain(node) for _, node in read.root.pairs]} if isinstance(read, Document) else {}
    title = BY_PATH[path].title if path in BY_PATH else field.name.replace("_", " ").capitalize()
    return {"title": title, "description": field.help, **_of(field.kind, f"{path}."), **examples}
