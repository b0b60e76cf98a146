"""What a translation was made from: the marks under ``translation.of``, written by a command and never by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path

from generator import load
from generator.diagnostics import Diagnostic, concise
from generator.document import Document, Mapping, Scalar, joined
from generator.fields import TRANSLATED
from generator.folder import entries
from generator.settings import Settings
from generator.text import fingerprint


def accept(settings: Settings, id: str, language: str, fields: Collection[str]) -> Path:
    """Mark fields of a translation as made from the original as it is now: the given ones, or all it has.

    Rewrites only the marks. Returns the path of the file; raises ValueError, with what to do, where that cannot be done.
    """
    every, _ = entries(settings)
    entry = next((one for one in every if one.id == id), None)
    path = entry.translations.get(language) if entry else None
    if entry is None or entry.original is None:
        raise ValueError(f"there is no entry {id} in {settings.practices}; its id is the name of its file without .yml")
    if path is None:
        raise ValueError(f"{id} has no translation in {language}; it would be {id}.{language}.yml beside the original")
    original, sibling = _read(entry.original, settings), _read(path, settings)
    translation = sibling.root.get("translation")
    if not isinstance(translation, Mapping) or not translation.pairs:
        raise ValueError(
            f"{settings.shown(path)} has no field translation; write `translation: {{status: draft}}` first"
        )
    there = [field.name for field in TRANSLATED if sibling.root.get(field.name) and original.root.get(field.name)]
    unknown = [name for name in fields if name not in there]
    if unknown:
        raise ValueError(f"{settings.shown(path)} does not translate {', '.join(unknown)}; it has {', '.join(there)}")
    marks = {**_marks(translation), **{name: fingerprint(joined(original.root.get(name))) for name in fields or there}}
    text = _rewritten(sibling, translation, {name: marks[name] for name in there if name in marks})
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _read(path: Path, settings: Settings) -> Document:
    read = load.read(path, settings.shown(path))
    if isinstance(read, Diagnostic):
        raise ValueError(concise(read))
    return read


def _marks(translation: Mapping) -> dict[str, str]:
    of = translation.get("of")
    pairs = of.pairs if isinstance(of, Mapping) else ()
    return {pair.key.value: pair.value.value for pair in pairs if isinstance(pair.value, Scalar)}


def _rewritten(document: Document, translation: Mapping, marks: dict[str, str]) -> str:
    """The file with the block ``translation`` written anew; its other lines stay as they are."""
    lines = document.source.text.splitlines(keepends=True)
    key = document.root.key("translation")
    assert key is not None  # noqa: S101 - it was found above
    last = translation.pairs[-1].value.span
    end = max(last.line, last.end_line - (last.end_column == 1))
    return "".join([*lines[: key.span.line - 1], *_block(translation, marks), *lines[end:]])


def _block(translation: Mapping, marks: dict[str, str]) -> Iterable[str]:
    yield "translation:\n"
    for pair in translation.pairs:
        if pair.key.value != "of" and isinstance(pair.value, Scalar):
            yield f"  {pair.key.value}: {pair.value.value}\n"
    flow = ", ".join(f'{name}: "{mark}"' for name, mark in marks.items())
    yield f"  of: {{{flow}}}\n"
