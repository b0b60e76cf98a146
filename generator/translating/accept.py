"""The marks of a translation renewed, by which it fits its original as that is now."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator import load
from generator.diagnostics import Diagnostic, concise
from generator.document import Document, Mapping, Node, joined
from generator.fields import TRANSLATED
from generator.folder import entries
from generator.marks import mark, marks
from generator.settings import Settings


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
    known = {name: scalar.value for name, scalar in marks(sibling).items()}
    known |= {name: mark(original, name) for name in fields or there}
    text = _rewritten(sibling, translation, {name: known[name] for name in there if name in known})
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def _read(path: Path, settings: Settings) -> Document:
    read = load.read(path, settings.shown(path))
    if isinstance(read, Diagnostic):
        raise ValueError(concise(read))
    return read


def _rewritten(document: Document, translation: Mapping, marks: dict[str, str]) -> str:
    """The file with the marks written anew; its other lines stay as they are, but for a ``translation`` in braces."""
    lines = document.source.text.splitlines(keepends=True)
    flow = ", ".join(f'{name}: "{mark}"' for name, mark in marks.items())
    written = [f"  of: {{{flow}}}\n"]
    if _is_in_braces(translation):
        kept = ((key.value, value) for key, value in translation.pairs if key.value != "of")
        written = ["translation:\n", *(f"  {name}: {joined(value)}\n" for name, value in kept), *written]
        first = next(key.span.line for key, value in document.root.pairs if value is translation)
        last = _last_line(translation)
    else:
        old = translation.key("of")
        last = _last_line(translation.get("of") or translation.pairs[-1][1])
        first = old.span.line if old else last + 1
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return "".join([*lines[: first - 1], *written, *lines[last:]])


def _is_in_braces(node: Node) -> bool:
    return node.span.source.line(node.span.line)[node.span.column - 1 :].startswith("{")


def _last_line(node: Node) -> int:
    """The last line that a value stands on; the span of a block reaches to what comes after it."""
    if isinstance(node, Mapping) and node.pairs and not _is_in_braces(node):
        return _last_line(node.pairs[-1][1])
    return node.span.end_line
