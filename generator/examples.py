"""The examples of fields as they may stand in an entry of one observatory: what they refer to is in its registry."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec.structs import replace

from generator.fields import SOURCE
from generator.kinds import Field, Kind, ListOf, Provision, Record, Reference, item_of
from generator.registry import Registry

_IDS = re.compile(r"[^\s\[\]\",]+")
_DOCUMENT = SOURCE.by_name["document"].example
SHOWN = 2
"""So many values a list shows."""


def suited(record: Record, registry: Registry) -> Record:
    """The same fields; an example that refers to something else than the registry has is made of its first values."""
    return Record(tuple(fitting(field, registry) for field in record.fields))


def fitting(field: Field, registry: Registry | None) -> Field:
    """The same field with an example that fits; as it is where no registry is known."""
    if registry is None:
        return field
    kind = item_of(field.kind)
    if isinstance(kind, Record):
        inner = suited(kind, registry)
        outer = replace(field.kind, kind=inner) if isinstance(field.kind, ListOf) else inner
        return replace(field, kind=outer, example=_naming(field.example, registry))
    values = _values(kind, registry)
    if not values or all(id in values for id in _IDS.findall(field.example)):
        return field
    first = [f'"{value}"' if isinstance(kind, Provision) else value for value in list(values)[:SHOWN]]
    return replace(field, example=f"[{', '.join(first)}]" if isinstance(field.kind, ListOf) else first[0])


def _values(kind: Kind, registry: Registry) -> Collection[str]:
    """What a reference may name, as far as that stands in the registry."""
    if isinstance(kind, Provision):
        return registry.provisions
    if isinstance(kind, Reference) and kind.to in ("themes", "measures", "languages", "countries", "documents"):
        return tuple(getattr(registry, kind.to))
    return ()


def _naming(example: str, registry: Registry) -> str:
    """The example of a record, which names a document in the midst of it."""
    known = registry.documents
    return example.replace(_DOCUMENT, next(iter(known))) if known and _DOCUMENT not in known else example
