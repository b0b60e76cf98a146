"""What is different in a file of the registry, as the ids of what came, changed and went."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from generator import ledger, load
from generator.diagnostics import Diagnostic
from generator.document import plain
from generator.ledger import Ledger
from generator.settings import Settings

_NAMES = ("id", "code", "ref", "number", "term")
"""By which field a thing of the registry is called, the first of them that it has."""


class FileChange(Struct, frozen=True):
    """A file of the registry, and the names of what came, changed and went in it; nothing of a file that cannot be read.

    What has no id is called by the name of its field.
    """

    path: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    is_legible: bool


def registered(path: str, before: Settings, now: Settings) -> FileChange:
    """What is different in a file that two observatories have, or one of them."""
    old, new = _things(before, path), _things(now, path)
    if old is None or new is None:
        return FileChange(path, (), (), (), False)
    return FileChange(
        path,
        tuple(name for name in new if name not in old),
        tuple(name for name in new if name in old and old[name] != new[name]),
        tuple(name for name in old if name not in new),
        True,
    )


def _things(settings: Settings, path: str) -> dict[str, Any] | None:
    """What a file holds, by name; nothing of one that is not there, ``None`` where it cannot be read."""
    place = settings.root / path
    if place == settings.ledger:
        read = ledger.read(settings)
        return dict.fromkeys(sorted(read.ids)) if isinstance(read, Ledger) else None
    if not place.exists():
        return {}
    found = load.read(place, path, registry=True)
    return None if isinstance(found, Diagnostic) else dict(_named(plain(found.root)))


def _named(data: Any) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = []
    for name, value in data.items():
        items = value if isinstance(value, list) else []
        ids = [_id(item) for item in items]
        if ids and all(ids):
            found += zip(ids, items, strict=True)
        else:
            found.append((name, value))
    return found


def _id(item: Any) -> str:
    if not isinstance(item, Mapping):
        return ""
    return next((str(item[name]) for name in _NAMES if isinstance(item.get(name), str)), "")
