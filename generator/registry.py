"""What entries refer to: articles, themes, measures, countries, documents and the observatory itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator import files, load, refusals
from generator.diagnostics import Diagnostic
from generator.document import Document, plain
from generator.fields import Record
from generator.refusals import refused
from generator.settings import Settings
from generator.shapes import DOCUMENT, FILES
from generator.source import Source

DOCUMENTS = "documents"
"""The folder of the source documents, below that of the registry."""

Texts = Mapping[str, str]
"""A text by language code."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of entries; ``published`` where the site has a tree in it."""

    code: str
    name: str
    direction: str
    published: bool


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where else to read about every State."""

    title: Texts
    url: str


@dataclass(frozen=True, slots=True)
class Security:
    """Whom to tell of a hole: a web address, until which day (ISO 8601) that stands, and the languages read there."""

    contact: str
    expires: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Observatory:
    """Who publishes what: names and standing sentences, by language."""

    name: Texts
    strapline: Texts
    headline: Texts
    lead: Texts
    instrument: Texts
    division: Texts
    articles_heading: Texts
    disclaimer: Texts
    licence_note: Texts
    citation_name: Texts
    languages: tuple[Language, ...]
    elsewhere: tuple[Elsewhere, ...] = ()
    security: Security | None = None


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision: its reference (``6.1(a)``) and our short headings."""

    ref: str
    article: str
    headings: Texts

    @property
    def slug(self) -> str:
        """The reference as it stands in addresses: ``6-1-a``."""
        return slug(self.ref)


@dataclass(frozen=True, slots=True)
class Article:
    """An article: official titles, the languages in which they were verified, what it asks, and its provisions."""

    number: str
    titles: Texts
    verified: tuple[str, ...]
    asks: Texts
    frequency: str
    topic: Texts
    document: str
    paragraph: str
    provisions: tuple[Provision, ...]

    @property
    def folder(self) -> str:
        """The folder of its entries: ``article-05``."""
        return f"article-{int(self.number):02d}"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary: a theme, a measure, or a group of themes or States."""

    id: str
    labels: Texts
    definition: Texts
    group: str
    short: Texts
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A State, or an organization of States: ISO 3166-1 alpha-3 code, names, regional group and standing as a party."""

    code: str
    names: Texts
    group: str
    party: str
    act: str
    since: str
    small_island: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of paragraphs under one heading of a document."""

    title: Texts
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document that entries rest on; ``symbol`` is empty unless it was verified."""

    id: str
    titles: Texts
    title_status: str
    symbol: str
    kind: str
    body: Texts
    session: Texts
    date: str
    place: Texts
    meeting: tuple[str, str]
    url: str
    paragraphs: int
    sections: tuple[Section, ...]
    read_language: str
    extent: str
    caveats: Texts


@dataclass(frozen=True, eq=False)
class Registry:
    """Everything entries may refer to. Two are never compared by value, so one can be the key of what is derived from it.

    ``orders`` keeps the places of the States by the alphabet of each language that asked for them.
    """

    observatory: Observatory
    articles: tuple[Article, ...]
    theme_groups: tuple[Term, ...]
    themes: Mapping[str, Term]
    measures: Mapping[str, Term]
    policy: Texts
    regional_groups: tuple[Term, ...]
    countries: Mapping[str, Country]
    documents: Mapping[str, SourceDocument]
    orders: dict[str, dict[str, int]] = field(default_factory=dict)

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """All provisions by reference, in treaty order."""
        return {provision.ref: provision for article in self.articles for provision in article.provisions}

    @cached_property
    def article(self) -> dict[str, Article]:
        """The articles by number."""
        return {article.number: article for article in self.articles}

    @cached_property
    def languages(self) -> dict[str, Language]:
        """The languages of entries, by code."""
        return {language.code: language for language in self.observatory.languages}

    @property
    def default_language(self) -> str:
        """The language offered to readers whose own is not there: English where the site has it, else its first."""
        codes = [language.code for language in self.published]
        return "en" if "en" in codes else codes[0]

    @cached_property
    def published(self) -> tuple[Language, ...]:
        """The languages in which the site has a tree."""
        return tuple(language for language in self.observatory.languages if language.published)


def slug(ref: str) -> str:
    """A provision's reference as it stands in addresses: ``6.1(a)`` → ``6-1-a``."""
    return ref.replace(".", "-").replace("(", "-").replace(")", "").strip("-")


def read(settings: Settings) -> list[Document | Diagnostic]:
    """The registry's files; one that is missing, or that nothing would read, is a diagnostic."""
    named = [settings.registry / name for name in FILES]
    others = (path for path in files.below(settings.registry) if path not in (*named, settings.ledger))
    return [_read(settings, path) for path in (*named, *others)]


def record(shown: str) -> Record:
    """What a file of the registry should look like."""
    folder, _, name = shown.rpartition("/")
    return DOCUMENT if folder.endswith("/" + DOCUMENTS) else FILES[name]


def _read(settings: Settings, path: Path) -> Document | Diagnostic:
    shown = settings.shown(path)
    stray = files.stray(path, shown)
    if stray:
        return stray
    if path.parent != settings.registry / DOCUMENTS and path.name not in FILES:
        return refused(refusals.unread_file, Source(shown, "").start(), path.name, tuple(FILES))
    return load.read(path, shown, registry=True)


def from_documents(documents: Iterable[Document]) -> Registry:
    """The registry from sound documents: they have passed the rules, so nothing is asked twice here."""
    data: dict[str, Any] = {}
    sources: dict[str, SourceDocument] = {}
    for document in documents:
        path = Path(document.source.path)
        values: Any = plain(document.root)
        if path.parent.name == DOCUMENTS:
            sources[path.stem] = _source_document(path.stem, values)
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
    )


def _observatory(data: dict[str, Any]) -> Observatory:
    languages = tuple(
        Language(item["code"], item["name"], item["direction"], item["published"] == "true")
        for item in data["languages"]
    )
    elsewhere = tuple(Elsewhere(item["title"], item["url"]) for item in data.get("elsewhere", ()))
    return Observatory(
        **{**data, "languages": languages, "elsewhere": elsewhere, "security": _security(data.get("security"))}
    )


def _security(data: dict[str, Any] | None) -> Security | None:
    if data is None:
        return None
    first_day = (data["expires"] + "-01-01")[:10]  # of a year or month, where no more is given
    return Security(data["contact"], first_day, tuple(data.get("languages", ())))


def _article(data: dict[str, Any]) -> Article:
    discussed = data.get("discussed", {})
    return Article(
        data["number"], data["titles"], tuple(data.get("verified", ())), data["asks"],
        discussed.get("frequency", "not-stated"), discussed.get("topic", {}), discussed.get("document", ""), discussed.get("paragraph", ""),
        tuple(Provision(item["ref"], data["number"], item["headings"]) for item in data["provisions"]),
    )  # fmt: skip


def _term(data: dict[str, Any]) -> Term:
    return Term(
        data["id"], data["labels"], data.get("definition", {}), data.get("group", ""),
        data.get("short", data["labels"]), tuple(data.get("provisions", ())),
    )  # fmt: skip


def _country(data: dict[str, Any]) -> Country:
    party = data["party"]
    return Country(
        data["code"], data["names"], data.get("group", ""), party["state"], party.get("act", ""),
        party.get("since", ""), data.get("small_island") == "true", data["kind"],
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
