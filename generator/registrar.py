"""The registry's files: which there are, what each should look like, and the records made of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator import files, load
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.kinds import Record
from generator.refusals import of_files, refused
from generator.registry import (
    Article,
    Concept,
    Country,
    Elsewhere,
    Language,
    Observatory,
    Provision,
    Registry,
    Repository,
    Section,
    Security,
    SourceDocument,
    Submissions,
    Term,
)
from generator.settings import Settings
from generator.shapes import DOCUMENT, FILES, GLOSSARY
from generator.source import Source

DOCUMENTS = "documents"
"""The folder of the source documents, below that of the registry."""

GLOSSARIES = "glossary"
"""The folder of the glossaries, a file a language."""

_FOLDERS = {DOCUMENTS: DOCUMENT, GLOSSARIES: GLOSSARY}


def read(settings: Settings) -> list[Document | Diagnostic]:
    """The registry's files; one that is missing, or that nothing would read, is a diagnostic."""
    named = [settings.registry / name for name in FILES]
    others = (path for path in files.below(settings.registry) if path not in (*named, settings.ledger))
    return [_read(settings, path) for path in (*named, *others)]


def record(shown: str) -> Record:
    """What a file of the registry should look like."""
    *_, folder, name = shown.split("/")
    return _FOLDERS.get(folder) or FILES[name]


def _read(settings: Settings, path: Path) -> Document | Diagnostic:
    shown = settings.shown(path)
    stray = files.stray(path, shown)
    if stray:
        return stray
    place = path.parent.relative_to(settings.registry).as_posix()
    if place not in _FOLDERS and (place != "." or path.name not in FILES):
        return refused(of_files.unread_file, Source(shown, "").start(), path.name, tuple(FILES))
    return load.read(path, shown, registry=True)


def from_documents(documents: Iterable[Document]) -> Registry:
    """The registry from sound documents: they have passed the rules, so nothing is asked twice here."""
    data: dict[str, Any] = {}
    sources: dict[str, SourceDocument] = {}
    glossaries: dict[str, tuple[Concept, ...]] = {}
    for document in documents:
        path = Path(document.source.path)
        values: Any = plain(document.root)
        if path.parent.name == DOCUMENTS:
            sources[path.stem] = _source_document(path.stem, values)
        elif path.parent.name == GLOSSARIES:
            glossaries[path.stem] = tuple(_concept(term) for term in values["terms"])
        else:
            data[path.stem] = values
    return Registry(
        observatory=_observatory(data["observatory"]),
        articles=tuple(_article(article) for article in data["articles"]["articles"]),
        theme_groups=tuple(_term(group) for group in data["themes"]["groups"]),
        themes={theme["id"]: _term(theme) for theme in data["themes"]["themes"]},
        measures={measure["id"]: _term(measure) for measure in data["measures"]["measures"]},
        policy=data["countries"]["policy"],
        regional_groups=tuple(_term(group) for group in data["countries"]["groups"]),
        countries={country["code"]: _country(country) for country in data["countries"]["countries"]},
        documents=sources,
        glossaries=glossaries,
    )


def _observatory(data: dict[str, Any]) -> Observatory:
    languages = tuple(
        Language(item["code"], item["name"], item["direction"], item["published"] == "true")
        for item in data["languages"]
    )
    elsewhere = tuple(Elsewhere(item["title"], item["url"]) for item in data.get("elsewhere", ()))
    own = {"languages": languages, "elsewhere": elsewhere, "security": _security(data.get("security"))}
    return Observatory(**{**data, **own, "submissions": _submissions(data.get("submissions", {}))})


def _security(data: dict[str, Any] | None) -> Security | None:
    if data is None:
        return None
    first_day = (data["expires"] + "-01-01")[:10]  # of a year or month, where no more is given
    return Security(data["contact"], first_day, tuple(data.get("languages", ())))


def _submissions(data: dict[str, Any]) -> Submissions:
    repository = data.get("repository")
    if repository is None:
        return Submissions(data.get("mail", ""))
    address = repository["address"].rstrip("/")
    return Submissions(data.get("mail", ""), Repository(address, repository["branch"], repository["host"]))


def _article(data: dict[str, Any]) -> Article:
    discussed = data.get("discussed", {})
    return Article(
        data["number"], data["titles"], tuple(data.get("verified", ())), data["asks"],
        discussed.get("frequency", "not-stated"), discussed.get("topic", {}), discussed.get("document", ""), discussed.get("paragraph", ""),
        tuple(Provision(item["ref"], data["number"], item["headings"]) for item in data["provisions"]),
    )  # fmt: skip


def _concept(data: dict[str, Any]) -> Concept:
    return Concept(data["id"], tuple(data["use"]), tuple(data.get("avoid", ())), tuple(data.get("asked", ())))


def _term(data: dict[str, Any]) -> Term:
    return Term(
        data["id"], data["labels"], data.get("definition", {}), data.get("group", ""),
        data.get("short", data["labels"]), tuple(data.get("provisions", ())),
    )  # fmt: skip


def _country(data: dict[str, Any]) -> Country:
    party = data.get("party", {})
    return Country(
        data["code"], data["names"], data.get("group", ""), party.get("state", ""), party.get("act", ""),
        party.get("since", ""), data.get("small_island") == "true", data["kind"],
        tuple(data.get("also", ())),
    )  # fmt: skip


def _source_document(stem: str, data: dict[str, Any]) -> SourceDocument:
    meeting = data.get("meeting", {})
    return SourceDocument(
        stem, data["titles"], data["title_status"], data.get("symbol", ""), data["kind"], data["body"], data["session"],
        data.get("date", ""), meeting.get("place", {}), (meeting.get("from", ""), meeting.get("until", "")), data.get("url", ""),
        int(data["paragraphs"]),
        tuple(Section(item["title"], int(item["from"]), int(item["until"])) for item in data.get("sections", ())),
        data["read"]["language"], data["read"]["extent"], data.get("caveats", {}),
    )  # fmt: skip
