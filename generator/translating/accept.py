"""The marks of a translation renewed, by which it fits its original as that is now."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator import load
from generator.diagnostics import Diagnostic, shortened
from generator.document import Document, Mapping
from generator.folder import entries
from generator.marks import mark, marks
from generator.phrase import NOTHING, also, phrase
from generator.settings import Settings
from generator.translating import asked
from generator.translating.sibling import ORDER, with_marks
from generator.voices import as_reason


def accept(settings: Settings, id: str, language: str, fields: Collection[str]) -> Path:
    """Mark fields of a translation as made from the original as it is now: the given ones, or all it has.

    Rewrites only the marks. Returns the path of the file; raises ValueError, with what to do, where that cannot be done.
    """
    entry = asked.entry(entries(settings)[0], id)
    path = entry.translations.get(language)
    if path is None:
        code = shortened(language, 20)
        none = phrase(
            "%(id)s has no translation in %(language)s; it would be %(file)s beside the original",
            id=entry.id,
            language=code,
            file=f"{entry.id}.{code}.yml",
        )
        there = phrase("there is %(languages)s", languages=tuple(entry.translations))
        raise ValueError(also(none, there if entry.translations else NOTHING))
    original, sibling = read(entry.original, settings), read(path, settings)
    translation = sibling.root.get("translation")
    if not isinstance(translation, Mapping) or not translation.pairs:
        raise ValueError(
            phrase(
                "%(path)s has no field `translation`; write `translation: {status: draft}` first",
                path=settings.shown(path),
            )
        )
    fitting = [name for name in ORDER if sibling.root.get(name) and original.root.get(name)]
    unknown = [name for name in fields if name not in fitting]
    if unknown:
        some = tuple(shortened(name, 30) for name in unknown)
        raise ValueError(
            phrase(
                "%(path)s does not translate %(fields)s; it has %(others)s",
                path=settings.shown(path),
                fields=some,
                others=tuple(fitting),
            )
        )
    known = {name: scalar.value for name, scalar in marks(sibling).items()}
    known |= {name: mark(original, name) for name in fields or fitting}
    text = with_marks(sibling, {name: known[name] for name in fitting if name in known})
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def read(path: Path | None, settings: Settings) -> Document:
    """A file of an entry; raises ValueError, with the reason, where it cannot be read."""
    if path is None:
        raise ValueError("there is no original")
    document = load.read(path, settings.shown(path))
    if isinstance(document, Diagnostic):
        raise ValueError(as_reason(document))
    return document
