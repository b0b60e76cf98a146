"""The registry's files as text: plain values, in the languages that are wanted, written by their fields."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from string import Template
from textwrap import wrap
from typing import Any, cast

from generator import load
from generator.document import Document, plain
from generator.kinds import Flag, Kind, ListOf, Record, Texts
from generator.scribe import quoted
from generator.voices import as_reason

WIDTH = 110


def plain_values(path: Path) -> dict[str, Any]:
    """The plain values of a sound file of a registry; ValueError where it is not sound."""
    read = load.read(path, str(path), registry=True)
    if not isinstance(read, Document):
        raise ValueError(as_reason(read))
    return cast(dict[str, Any], plain(read.root))


def written(note: str, values: Mapping[str, Any], record: Record) -> str:
    """A file: a note in comment lines, then the fields."""
    return "\n".join([*(f"# {line}" for line in wrap(note, WIDTH)), *_fields(values, record), ""])


def translated(values: Any, kind: Kind, languages: Collection[str], words: Mapping[str, str]) -> Any:
    """Plain values whose texts are ``spoken`` in some languages."""
    if isinstance(kind, Texts):
        return spoken(values, languages, words)
    if isinstance(kind, Record):
        return {name: translated(value, kind.by_name[name].kind, languages, words) for name, value in values.items()}
    if isinstance(kind, ListOf):
        return [translated(value, kind.kind, languages, words) for value in values]
    return values


def spoken(texts: Mapping[str, str], languages: Collection[str], words: Mapping[str, str]) -> dict[str, str]:
    """A text in those of the languages that it has, and what it leaves open, like ``$name``, filled in.

    A name that is filled in as it is, and nothing else, is the same in every language.
    """
    if texts["en"].removeprefix("$") in words:
        return dict.fromkeys(languages, Template(texts["en"]).substitute(words))
    return {code: Template(texts[code]).substitute(words) for code in languages if code in texts}


def _fields(values: Mapping[str, Any], record: Record) -> Iterator[str]:
    for name, value in values.items():
        kind = record.by_name[name].kind
        if isinstance(value, str):
            yield f"{name}: {value if isinstance(kind, Flag) else quoted(value)}"
        elif isinstance(kind, Texts):
            yield f"{name}:"
            yield from (f"  {code}: {quoted(text)}" for code, text in value.items())
        elif isinstance(kind, Record):
            yield f"{name}:"
            yield from (f"  {line}" for line in _fields(value, kind))
        elif isinstance(kind, ListOf):
            yield from _list(name, value, kind.kind)


def _list(name: str, values: Collection[Any], kind: Kind) -> Iterator[str]:
    if not isinstance(kind, Record):
        yield f"{name}: [{', '.join(map(quoted, values))}]"
        return
    yield f"{name}:"
    for value in values:
        first, *others = _fields(value, kind)
        yield f"  - {first}"
        yield from (f"    {line}" for line in others)
