"""Every text of a known language stands in an element that names that language: on the page, and in what is only heard or hovered."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from generator import load
from generator.document import Document, plain
from generator.fields import PRACTICE
from generator.kinds import Line, ListOf, Prose, Record
from tests.conftest import Lights
from tests.reading import Element, Reading, flat, read

CODES = frozenset({"ar", "en", "es", "fr"})
NOT_SAID = ("pre", "title", "head", "html", "body", "script", "code", "kbd")
"""Elements that hold no text of their own, or one that is neither of this language nor of that: a record of a citation."""
HEARD = ("title", "aria-label", "alt")


def _values(place: Path) -> Mapping[str, object]:
    document = load.read(place, place.name, registry="registry" in place.parts)
    assert isinstance(document, Document)
    return plain(document.root)  # type: ignore[return-value]


def _of_entry(record: Record, values: Mapping[str, object]) -> Iterator[str]:
    """The texts of an entry, Markdown left out, because it is shown otherwise than it is written."""
    for name, value in values.items():
        field = record.field(name)
        kind = field.kind if field else None
        inner = kind.kind if isinstance(kind, ListOf) else kind
        for item in value if isinstance(value, list) else [value]:
            if isinstance(inner, Record):
                yield from _of_entry(inner, item)
            elif isinstance(inner, Line | Prose) and name != "reference":
                yield str(item)


def _of_registry(value: object) -> Iterator[tuple[str, str]]:
    """The texts of the registry with their languages."""
    if isinstance(value, list):
        for item in value:
            yield from _of_registry(item)
    elif isinstance(value, dict):
        if value and value.keys() <= CODES:
            yield from value.items()
        elif "direction" in value:
            yield value["code"], value["name"]
        else:
            for item in value.values():
                yield from _of_registry(item)


@cache
def known(root: Path) -> dict[str, frozenset[str]]:
    """The languages of every text of the observatory; those too short to be told from other words are left out."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in (root / "practices").rglob("*.yml"):
        values = _values(place)
        language = str(values.get("language") or place.name.split(".")[-2])
        for text in _of_entry(PRACTICE, values):
            found[flat(text)].add(language)
    for place in (root / "registry").rglob("*.yml"):
        for language, text in _of_registry(_values(place)):
            found[flat(text)].add(language)
    return {text: frozenset(languages) for text, languages in found.items() if len(text) > 3}


def language_of(element: Element | None) -> str:
    """The language that an element, or what it stands in, names."""
    while element is not None:
        if element.get("lang"):
            return element.get("lang")
        element = element.parent
    return ""


def holds(text: str, whole: str) -> bool:
    """Whether a text stands among others, as words of its own."""
    return text in whole and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", whole) is not None


def misnamed(reading: Reading, texts: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The texts of a page that stand in another language than their own, each with the innermost element that holds it."""
    said = {element: flat(element.text) for element in reading.elements}
    page = next(text for element, text in said.items() if element.tag == "html")
    heard = [(one, name, flat(one.get(name))) for one in reading.elements for name in HEARD if one.get(name)]
    for text, languages in texts.items():
        if holds(text, page):
            holding = [element for element, whole in said.items() if holds(text, whole)]
            around = {element.parent for element in holding}
            for element in holding:
                is_inner = element not in around and element.tag not in NOT_SAID and not element.inside("pre")
                if is_inner and language_of(element) not in languages:
                    yield f"<{element.tag}> {text} ({', '.join(sorted(languages))}, not {language_of(element)})"
        for element, name, whole in heard:
            if holds(text, whole) and language_of(element) not in languages:
                yield f"<{element.tag} {name}> {text}"


def pages(built: Lights) -> Iterator[tuple[str, Reading]]:
    """Every page of every language, by its path."""
    for file in sorted(built.site.glob("*/**/index.html")):
        yield file.relative_to(built.site).as_posix(), read(file)


def test_every_text_stands_in_its_own_language(built: Lights) -> None:
    texts = known(built.root)
    assert len(texts) > 150
    found = {f"{path}: {fault}" for path, reading in pages(built) for fault in misnamed(reading, texts)}
    assert found == set()


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ('<html lang="ar"><body><p>Fog-horns', 1),
        ('<html lang="ar"><body><p title="Fog-horns">', 1),
        ('<html lang="ar"><body><p lang="en">Fog-<b>horns</b></p>', 0),
        ('<html lang="en"><body><p lang="ar">Fog-horns', 1),
        ('<html lang="en"><body><p>Fog-horns', 0),
    ],
)
def test_control_a_text_in_another_language_is_found(html: str, faults: int) -> None:
    reading = Reading()
    reading.feed(html)
    while reading._open:
        reading._open.pop().ends = len(reading.texts)
    assert len(list(misnamed(reading, {"Fog-horns": frozenset({"en"})}))) == faults
