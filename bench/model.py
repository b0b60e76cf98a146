"""A made-up entry, before it is written in any tool's form."""

from __future__ import annotations

from dataclasses import dataclass, field

from vocabulary import article_of


@dataclass(frozen=True)
class Text:
    """The texts of an entry in one language, empty where it has none; those in Markdown are ready to be written."""

    title: str
    summary: str
    sections: dict[str, str]
    conditions: tuple[str, ...]
    lead: str
    partners: tuple[str, ...]


@dataclass(frozen=True)
class Reference:
    """A source: a document of the registry with paragraphs, or a title with publisher and address."""

    document: str = ""
    paragraphs: tuple[str, ...] = ()
    title: str = ""
    publisher: str = ""
    url: str = ""


@dataclass(frozen=True)
class Support:
    """Technical assistance: its kind (received, needed, offered), theme, note and provider."""

    kind: str
    theme: str
    note: str
    provider: str


@dataclass(frozen=True)
class Entry:
    """An entry with its texts by language, the first of which is the original's; what it does not say is empty."""

    id: str
    country: str
    provisions: tuple[str, ...]
    themes: tuple[str, ...]
    measures: tuple[str, ...]
    status: str
    since: str
    until: str
    evidence: str
    acts: tuple[tuple[str, str], ...]
    support: tuple[Support, ...]
    adapted_from: str
    links: tuple[tuple[str, str], ...]
    sources: tuple[Reference, ...]
    submission: tuple[str, str, str]
    texts: dict[str, Text] = field(default_factory=dict)

    @property
    def article(self) -> str:
        """The number of the article of its first provision."""
        return article_of(self.provisions[0])

    @property
    def articles(self) -> tuple[str, ...]:
        """The numbers of the articles of all its provisions."""
        return tuple(dict.fromkeys(article_of(ref) for ref in self.provisions))

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents of the registry it rests on."""
        return tuple(source.document for source in self.sources if source.document)
