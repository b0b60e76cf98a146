"""JSON Schema (2020-12) of entries and translations, derived from the fields: what editors complete and underline.

The schema speaks only of shape and vocabulary; the rules say everything else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator import fields
from generator.fields import Field, Kind, Record
from generator.registry import Registry

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def files(registry: Registry) -> dict[str, str]:
    """The schemas by file name, as they stand in ``schema/``."""
    names = {"practice": ("An entry", fields.PRACTICE), "translation": ("A translation", fields.TRANSLATION)}
    return {f"{name}.schema.json": _file(title, record, registry) for name, (title, record) in names.items()}


def _file(title: str, record: Record, registry: Registry) -> str:
    schema = {"$schema": DIALECT, "title": title, **_of(record, registry)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _of(kind: Kind, registry: Registry) -> Schema:
    match kind:
        case fields.Line(limit) | fields.Prose(limit) | fields.Markdown(limit):
            return {"type": ["string", "number"], "minLength": 1, "maxLength": limit}  # 8020 without quotes is a number
        case fields.Choice(values):
            return {"enum": list(values)}
        case fields.Reference(to):
            return _reference(to, registry)
        case fields.Provision():
            return {"enum": list(registry.provisions)}
        case fields.Moment():
            return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        case fields.Number():
            return {"type": "integer", "minimum": 1}
        case fields.Flag():
            return {"type": "boolean"}
        case fields.Address():
            return {"type": "string", "pattern": r"^https?://\S+$"}
        case fields.Hash():
            return {"type": ["string", "integer"], "pattern": "^[0-9a-f]{8}$"}
        case fields.Texts():
            return {"type": "object", "additionalProperties": {"type": "string"}}
        case fields.ListOf(item, limit):
            return {"type": "array", "items": _of(item, registry), "minItems": 1, "maxItems": limit}
        case Record(own):
            return _record(own, registry)


def _reference(to: str, registry: Registry) -> Schema:
    known: dict[str, Iterable[str]] = {
        "countries": registry.countries,
        "themes": registry.themes,
        "measures": registry.measures,
        "documents": registry.documents,
        "languages": registry.languages,
    }
    return {"enum": list(known[to])} if to in known else {"type": "string", "pattern": "^[a-z0-9-]+$"}


def _record(own: tuple[Field, ...], registry: Registry) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _field(field, registry) for field in own},
        "required": [field.name for field in own if field.required],
        "additionalProperties": False,
    }


def _field(field: Field, registry: Registry) -> Schema:
    return {"description": field.help, **_of(field.kind, registry)}
