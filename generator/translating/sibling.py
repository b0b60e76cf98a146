"""The file of a translation beside its original: written whole, or changed in a few fields with every other line kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator import load
from generator.amend import Change, amended
from generator.document import Document, Node, joined, plain
from generator.document import Mapping as Group
from generator.fields import TRANSLATED
from generator.marks import marks
from generator.scribe import field
from generator.source import Source

HEAD = "# yaml-language-server: $schema=../../schema/translation.schema.json\n"
Value = str | Sequence[str]
"""A text, or the texts of a list."""

ORDER = tuple(one.name for one in TRANSLATED)
_KINDS = {one.name: one.kind for one in TRANSLATED}


def whole(texts: Mapping[str, Value], status: str, made_from: Mapping[str, str]) -> str:
    """The file of a translation from its texts and marks by field."""
    blocks = [field(name, texts[name], _KINDS[name]) for name in ORDER if name in texts]
    return "".join([HEAD, *blocks, *_translation([f"  status: {status}\n"], made_from)])


def changed(document: Document, texts: Mapping[str, Value], status: str, made_from: Mapping[str, str]) -> str:
    """The file of a translation with some texts, its status and some marks written anew.

    Its other lines stay as they are, except where the file is written so unusually that its texts would not: then all of it is
    written anew.
    """
    every = _in_order({name: scalar.value for name, scalar in marks(document).items()} | dict(made_from))
    wanted = {**_texts(document), **texts}
    try:
        text = _with_texts(document, texts)
        text = _with_status(_read(document, text), status)
        text = with_marks(_read(document, text), every)
        read = _read(document, text)
    except ValueError:
        return whole(wanted, status, every)
    is_so = _stripped(_texts(read)) == _stripped(wanted) and _state(read) == (status, every)
    return text if is_so else whole(wanted, status, every)


def with_marks(document: Document, made_from: Mapping[str, str]) -> str:
    """The file with the marks written anew; its other lines stay as they are, but for a ``translation`` in braces."""
    translation = document.root.get("translation")
    if not isinstance(translation, Group) or not translation.pairs:
        raise ValueError("there is no field translation")
    if _is_in_braces(translation):
        kept = [f"  {key.value}: {joined(value)}\n" for key, value in translation.pairs if key.value != "of"]
        first = next(key.span.line for key, value in document.root.pairs if value is translation)
        return _replaced(document, first, last_line(translation), _translation(kept, made_from))
    old = translation.key("of")
    last = last_line(translation.get("of") or translation.pairs[-1][1])
    return _replaced(document, old.span.line if old else last + 1, last, _translation([], made_from)[1:])


def last_line(node: Node) -> int:
    """The last line that a value stands on; the span of a block reaches to what comes after it."""
    if isinstance(node, Group) and node.pairs and not _is_in_braces(node):
        return last_line(node.pairs[-1][1])
    written = node.source.text[node.start : node.end].rstrip()
    return node.span.line + written.count("\n")


def _translation(kept: Sequence[str], made_from: Mapping[str, str]) -> list[str]:
    flow = ", ".join(f'{name}: "{mark}"' for name, mark in made_from.items())
    return ["translation:\n", *kept, *([f"  of: {{{flow}}}\n"] if flow else [])]


def _with_texts(document: Document, texts: Mapping[str, Value]) -> str:
    for name in reversed(ORDER):  # from the last, so that one that is new finds the field before which it stands
        if name in texts:
            document = _read(document, _with_text(document, name, field(name, texts[name], _KINDS[name])))
    return document.source.text


def _with_text(document: Document, name: str, block: str) -> str:
    key, value = document.root.key(name), document.root.get(name)
    if key and value:
        return _replaced(document, key.span.line, last_line(value), [block])
    later = {*ORDER[ORDER.index(name) + 1 :], "translation"}
    before = next((one.span.line for one, _ in document.root.pairs if one.value in later), 0)
    lines = document.source.text.count("\n") + 2
    return _replaced(document, before or lines, (before or lines) - 1, [block])


def _with_status(document: Document, status: str) -> str:
    translation = document.root.get("translation")
    old = translation.get("status") if isinstance(translation, Group) else None
    return amended(document.source.text, [Change(old.span, status)]) if old else document.source.text


def _replaced(document: Document, first: int, last: int, written: Sequence[str]) -> str:
    """The text with other lines in place of some, both counted from 1."""
    lines = [f"{line}\n" for line in document.source.text.removesuffix("\n").split("\n")]
    return "".join([*lines[: first - 1], *written, *lines[last:]])


def _read(document: Document, text: str) -> Document:
    read = load.parse(Source(document.source.path, text))
    if not isinstance(read, Document):
        raise ValueError("it is written in a way that lines cannot be put into")
    return read


def _is_in_braces(node: Node) -> bool:
    return node.source.text[node.start] == "{"


def _texts(document: Document) -> dict[str, Any]:
    return {key.value: plain(value) for key, value in document.root.pairs if key.value in _KINDS}


def _stripped(texts: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.strip() if isinstance(value, str) else [one.strip() for one in value]
        for name, value in texts.items()
    }


def _state(document: Document) -> tuple[str, dict[str, str]]:
    translation = document.root.get("translation")
    status = translation.text("status") if isinstance(translation, Group) else ""
    return status, {name: scalar.value for name, scalar in marks(document).items()}


def _in_order(made_from: Mapping[str, str]) -> dict[str, str]:
    return {name: made_from[name] for name in ORDER if name in made_from}
