"""Made-up entries in the project's own form, as a complete observatory."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from interface import pretend
from model import Entry, Reference, Text

COPIED = ("registry", "theme", "mkdocs.yml")
WORDS = Path("LC_MESSAGES") / "observatory.po"
SCHEMA = "# yaml-language-server: $schema=../../schema/{}.schema.json"
ACCESSED = "2026-10-05"
REVIEWED = "2026-10-12"
_PUBLISHED = re.compile(r"^(\s*- \{code: (\w+), .*published: )(?:true|false)(\}.*)$", re.MULTILINE)


def write(into: Path, entries: list[Entry], languages: tuple[str, ...], root: Path) -> None:
    """Write entries and translations; copy everything else an observatory has from the repository."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    for name in COPIED:
        _copy(root / name, into / name)
    (into / "registry" / "published.txt").unlink()  # the ids of other entries
    publish(into / "registry" / "observatory.yml", languages)
    for language in languages:
        begun = root / "docs" / language
        _copy(begun if begun.is_dir() else root / "docs" / "en", into / "docs" / language)
        if language != "en" and not (into / "theme" / "locales" / language / WORDS).is_file():
            pretend(into / "theme" / "locales", language)
    for entry in entries:
        save_original(into, entry, languages[0])
        for language in languages[1:]:
            path = path_of(into, entry).with_suffix(f".{language}.yml")
            _save(path, translation(entry, languages[0], language))


def path_of(into: Path, entry: Entry) -> Path:
    """Where an entry stands."""
    return into / "practices" / f"article-{int(entry.article):02d}" / f"{entry.id}.yml"


def save_original(into: Path, entry: Entry, language: str) -> None:
    """Write an entry in the language it was written in."""
    path = path_of(into, entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    _save(path, original(entry, language))


def publish(registry: Path, languages: tuple[str, ...]) -> None:
    """Mark exactly these languages of ``observatory.yml`` as published."""
    text = registry.read_text(encoding="utf-8")
    found = {match[2] for match in _PUBLISHED.finditer(text)}
    if missing := set(languages) - found:
        raise ValueError(f"{registry} lacks `- {{code: …, published: …}}` for {', '.join(sorted(missing))}")
    text = _PUBLISHED.sub(lambda m: f"{m[1]}{str(m[2] in languages).lower()}{m[3]}", text)
    registry.write_text(text, encoding="utf-8")


def original(entry: Entry, language: str) -> Iterator[str]:
    """The lines of an entry in the language it was written in."""
    text = entry.texts[language]
    yield SCHEMA.format("practice")
    yield f"language: {language}"
    yield f"title: {_quoted(text.title)}"
    yield f"countries: [{entry.country}]"
    yield f"provisions: {_flow(entry.provisions)}"
    yield f"themes: [{', '.join(entry.themes)}]"
    yield f"measures: [{', '.join(entry.measures)}]"
    yield f"status: {entry.status}"
    if entry.since:
        yield f"since: {entry.since}"
    if entry.until:
        yield f"until: {entry.until}"
    yield from _texts(text)
    if entry.evidence:
        yield f"evidence: {{level: {entry.evidence}}}"
    yield from _institutions(text)
    acts = (f"{{title: {_quoted(title)}, reference: {_quoted(reference)}}}" for title, reference in entry.acts)
    yield from _list("legal_basis", acts)
    yield from _assistance(entry)
    if entry.adapted_from:
        yield f"adapted_from: [{entry.adapted_from}]"
    yield from _list("links", (f"{{title: {_quoted(title)}, url: {url}}}" for title, url in entry.links))
    yield "sources:"
    for source in entry.sources:
        yield from _source(source)
    yield "submission: {{by: {}, channel: {}, date: {}}}".format(*entry.submission)
    yield f"review: {{state: published, date: {REVIEWED}}}"


def translation(entry: Entry, source: str, language: str) -> Iterator[str]:
    """The lines of a translation made by a program, with the hashes of what it was made from."""
    text = entry.texts[language]
    yield SCHEMA.format("translation")
    yield f"title: {_quoted(text.title)}"
    yield from _texts(text)
    yield from _institutions(text)
    yield "translation:"
    yield "  status: machine"
    yield "  of:"
    for name, value in _hashed(entry.texts[source]):
        yield f"    {name}: {_hash(value)}"


def _texts(text: Text) -> Iterator[str]:
    yield "summary: >-"
    yield from _block(text.summary)
    for name, section in text.sections.items():
        yield f"{name}: |"
        yield from _block(section)
    yield from _list("conditions", map(_quoted, text.conditions))


def _institutions(text: Text) -> Iterator[str]:
    yield f"lead: {_quoted(text.lead)}"
    yield from _list("partners", map(_quoted, text.partners))


def _assistance(entry: Entry) -> Iterator[str]:
    if entry.support:
        yield "assistance:"
    for support in entry.support:
        yield f"  {support.kind}:"
        yield f"    - theme: {support.theme}"
        yield f"      note: {_quoted(support.note)}"
        if support.kind == "received":
            yield f"      provider: {_quoted(support.provider)}"


def _source(source: Reference) -> Iterator[str]:
    if source.document:
        yield f"  - {{document: {source.document}, paragraphs: {_flow(source.paragraphs)}}}"
        return
    yield f"  - title: {_quoted(source.title)}"
    yield f"    publisher: {_quoted(source.publisher)}"
    yield f"    url: {source.url}"
    yield f"    accessed: {ACCESSED}"
    yield "    extent: opening"


def _hashed(text: Text) -> Iterator[tuple[str, str]]:
    yield "title", text.title
    yield "summary", text.summary.replace("\n", " ")  # as `>-` folds it
    yield from text.sections.items()
    if text.conditions:
        yield "conditions", "\n".join(text.conditions)
    yield "lead", text.lead
    if text.partners:
        yield "partners", "\n".join(text.partners)


def _hash(text: str) -> str:
    """Eight hexadecimal digits, quoted, since some of them would be numbers."""
    return _quoted(hashlib.sha256(unicodedata.normalize("NFC", text).rstrip().encode()).hexdigest()[:8])


def _list(name: str, items: Iterable[str]) -> Iterator[str]:
    """A list, an item a line; nothing where there is none."""
    lines = [f"  - {item}" for item in items]
    if lines:
        yield f"{name}:"
        yield from lines


def _block(text: str) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in text.split("\n"))


def _flow(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _quoted(text: str) -> str:
    """A JSON string, which is a quoted YAML one."""
    return json.dumps(text, ensure_ascii=False)


def _save(path: Path, lines: Iterator[str]) -> None:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns(".*", "*.mo", "__pycache__"))
    elif source.is_file():
        shutil.copy2(source, target)
