"""What entries refer to, as records: articles, themes, measures, countries, documents, glossaries and the observatory itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

Texts = Mapping[str, str]
"""A text by language code."""


class Language(Struct, frozen=True):
    """A language of entries; ``published`` where the site has a tree in it."""

    code: str
    name: str
    direction: str
    published: bool


class Elsewhere(Struct, frozen=True):
    """Where else to read about every State."""

    title: Texts
    url: str


class Security(Struct, frozen=True):
    """Whom to tell of a hole: a web address, until which day (ISO 8601) that stands, and the languages read there."""

    contact: str
    expires: str
    languages: tuple[str, ...]


class Repository(Struct, frozen=True):
    """Where the files of entries are kept: the address of its pages, the branch that is published, and ``github`` or ``gitlab``."""

    address: str
    branch: str
    host: str


class Submissions(Struct, frozen=True):
    """Where people send what they have written; what there is not is empty or ``None``."""

    mail: str = ""
    repository: Repository | None = None


class Observatory(Struct, frozen=True):
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
    submissions: Submissions = Submissions()


class Provision(Struct, frozen=True):
    """A provision: its reference (``6.1(a)``) and our short headings."""

    ref: str
    article: str
    headings: Texts

    @property
    def slug(self) -> str:
        """The reference as it stands in addresses: ``6-1-a``."""
        return slug(self.ref)


class Article(Struct, frozen=True):
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


class Term(Struct, frozen=True):
    """A word of a vocabulary: a theme, a measure, or a group of themes or States."""

    id: str
    labels: Texts
    definition: Texts
    group: str
    short: Texts
    provisions: tuple[str, ...]


class Country(Struct, frozen=True):
    """A State, or an organization of States: ISO 3166-1 alpha-3 code, names, regional group and standing as a party.

    Standing is empty where the registry says nothing of it, as in an observatory without a treaty. ``also`` are other names,
    of any language, by which it is searched for; they are never shown.
    """

    code: str
    names: Texts
    group: str
    party: str
    act: str
    since: str
    small_island: bool
    kind: str
    also: tuple[str, ...] = ()


class Section(Struct, frozen=True):
    """A stretch of paragraphs under one heading of a document."""

    title: Texts
    first: int
    last: int


class SourceDocument(Struct, frozen=True):
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


class Concept(Struct, frozen=True):
    """A term of art in one language: by which forms a text says it, the first one to be preferred, and which it should not use.

    ``id`` is the same in the glossaries of all languages. In a form, ``*`` stands for any letters of one word. ``asked`` is what people
    search by and texts do not say: initials, and words of everyday.
    """

    id: str
    use: tuple[str, ...]
    avoid: tuple[str, ...]
    asked: tuple[str, ...] = ()


class Registry(Struct, frozen=True, eq=False, dict=True):
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
    glossaries: Mapping[str, tuple[Concept, ...]]
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
