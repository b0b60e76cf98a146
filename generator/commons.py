"""What many entries say alike, kept once: thousands of records then take less memory, and less of it is copied by workers."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from generator.practice import Citation, Practice, Translation

_COMMON = (
    "language",
    "countries",
    "provisions",
    "themes",
    "measures",
    "status",
    "since",
    "until",
    "evidence",
    "submission",
    "review",
)
_NONE: dict[str, Translation] = {}
_COMMON_OF_SOURCE = ("document", "paragraphs", "accessed", "extent")


class Commons:
    """What many entries say alike, such as a date or a list of themes, kept once for all of them."""

    def __init__(self) -> None:
        self._kept: dict[tuple[type, Any], Any] = {}

    def share(self, practice: Practice) -> Practice:
        """The same record, with what others say too taken from them."""
        common = {name: self._keep(getattr(practice, name)) for name in _COMMON}
        sources = tuple([self._source(source) for source in practice.sources])
        translations = practice.translations or _NONE
        return replace(practice, sources=sources, translations=translations, **common)

    def _source(self, source: Citation) -> Citation:
        return source._replace(**{name: self._keep(getattr(source, name)) for name in _COMMON_OF_SOURCE})

    def _keep(self, value: Any) -> Any:
        key = type(value), value
        kept = self._kept.get(key)
        if kept is None:
            if isinstance(value, tuple):
                parts = [self._keep(part) for part in value]
                value = type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
            kept = self._kept[type(value), value] = value
        return kept
