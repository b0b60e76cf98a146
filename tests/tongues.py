"""A language that an observatory has not had yet, added as its maintainers would, and what a page says in no language of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.catalogues import template_of
from generator.extraction import written
from generator.interpreter import voice
from generator.settings import Settings
from generator.text import brief
from generator.words import CHECKS, DOMAINS, Words, path_of
from tests.conftest import THEME, Lights

CODE, NAME = "pt", "Português"
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "áḃćḋéḟǵḣíĵḱĺḿńóṕʠŕśţúṽẃẋýźÁḂĆḊÉḞǴḢÍĴḰĹḾŃÓṔɊŔŚŢÚṼẂẊÝŹ"
_KEPT = re.compile(r"(%\(\w+\)s)")
_SHOWN = ("title", "aria-label", "alt", "placeholder")
_NOT_SAID = ("script", "style", "pre", "kbd")


def pseudo(text: str) -> str:
    """A text in which no letter is plain, with its placeholders kept: `Themes` → `Ţḣéḿéś`."""
    table = str.maketrans(_PLAIN, _MARKED)
    return "".join(part if place % 2 else part.translate(table) for place, part in enumerate(_KEPT.split(text)))


def add(lights: Lights) -> None:
    """Add the language by a line of settings, labels and a catalogue, all of them without a plain letter."""
    shutil.copytree(THEME / "locales", lights.settings.locales, dirs_exist_ok=True)
    for path in sorted(lights.settings.registry.rglob("*.yml")):
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
        _label(data)
        if path.stem == "observatory":
            data["languages"].append({"code": CODE, "name": NAME, "direction": "ltr", "published": "true"})
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    for domain in DOMAINS:
        translate(lights.settings, domain)


def translate(settings: Settings, domain: str) -> None:
    """Write the catalogue of a domain in the new language, from its template."""
    with template_of(settings, domain).open("rb") as file:
        wanted = read_po(file)
    catalogue = Catalog(locale=CODE)
    for message in wanted:
        if message.id:
            told = _told(message.id, catalogue.num_plurals)
            catalogue.add(message.id, told, flags=message.flags, context=message.context)
    path = path_of(settings.locales, CODE, domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(catalogue))


def speak(locales: Path, said: Mapping[str | tuple[str, str], str | tuple[str, ...]], language: str = "fr") -> Words:
    """A language in which the checks can say some sentences."""
    catalogue = Catalog(locale=language)
    for message, translation in said.items():
        catalogue.add(message, translation)
    path = path_of(locales, language, CHECKS)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written(catalogue))
    return voice(locales, language)


def _told(message: str | tuple[str, ...], forms: int) -> str | tuple[str, ...]:
    if isinstance(message, str):
        return pseudo(message)
    one, several = (pseudo(form) for form in message)
    if len(_KEPT.findall(one)) < len(_KEPT.findall(several)):  # as in "a message is not translated"
        one = several
    return (one, *[several] * (forms - 1))


def _label(node: Any) -> None:
    """Give every text in several languages one in the new language."""
    if isinstance(node, list):
        for item in node:
            _label(item)
    elif isinstance(node, dict):
        if isinstance(node.get("en"), str):
            node[CODE] = pseudo(node["en"])
        for value in node.values():
            _label(value)


def said(page: str) -> Iterator[tuple[str, str]]:
    """What a page says, text by text and attribute by attribute, each with its language."""
    for node in LexborHTMLParser(page).root.traverse(include_text=True):
        language = _language(node)
        if node.tag == "-text" and node.parent.tag not in _NOT_SAID:
            yield language, node.text()
        for name, value in (node.attributes if node.tag != "-text" else {}).items():
            if value and (name in _SHOWN or (name == "content" and node.attributes.get("name") == "description")):
                yield language, value


def _language(node: LexborNode) -> str:
    above: LexborNode | None = node
    while above is not None:
        if above.tag != "-text" and above.attributes.get("lang"):
            return str(above.attributes["lang"])
        above = above.parent
    return ""


def known(lights: Lights) -> re.Pattern[str]:
    """What may stand on a page of any language: what data say, names of languages, and the months."""
    values: set[str] = {*Locale(CODE).months["format"]["wide"].values(), *Locale(CODE).languages.values(), "de"}
    for folder in (lights.settings.registry, lights.settings.practices):
        for path in folder.rglob("*.yml"):
            values |= set(_values(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)))  # noqa: S506
    values |= {path.name.partition(".")[0] for path in lights.settings.practices.rglob("*.yml")}
    for path in lights.settings.docs.rglob("*.md"):
        values |= set(re.findall("^(?:title|description): (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE))
    shown = sorted({" ".join(value.split()) for value in values} - {""}, key=len, reverse=True)
    return re.compile("|".join([r"https?://\S+", *(rf"(?<!\w){re.escape(value)}(?!\w)" for value in shown)]))


def _values(node: Any) -> Iterator[str]:
    if isinstance(node, dict | list):
        for inner in node.values() if isinstance(node, dict) else node:
            yield from _values(inner)
    elif node:
        yield node
        yield brief(node)


def unsaid(pages: Iterable[Path], data: re.Pattern[str]) -> set[str]:
    """The words of ours on some pages that are plain where the page is in the new language."""
    found = set()
    for path in pages:
        for language, text in said(path.read_text(encoding="utf-8")):
            rest = data.sub("…", " ".join(text.split()))
            if language == CODE and re.search("[A-Za-z]{2}", rest):
                found.add(f"{path.parent.name}: {rest}")
    return found
