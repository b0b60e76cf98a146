"""The source documents, and which practices rest on which paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.labels import DOCUMENT_KIND, EXTENT
from generator.page import Page, Sheet
from generator.registry import Section, SourceDocument
from generator.views import Mention, Text


class DocumentRow(Struct, frozen=True, gc=False):
    """A document in the list; ``used`` of its ``paragraphs`` have a practice resting on them."""

    path: str
    title: Text
    kind: str
    symbol: str
    session: Text
    date: str
    paragraphs: int
    used: int
    practices: int


class Paragraph(Struct, frozen=True, gc=False):
    """A paragraph with the practices that rest on it."""

    number: str
    practices: tuple[Mention, ...]


class DocumentSection(Struct, frozen=True, gc=False):
    """A stretch of the document under one heading: every paragraph number with how many practices rest on it, and those that have any."""

    title: Text
    first: int
    last: int
    squares: tuple[tuple[str, int], ...]
    paragraphs: tuple[Paragraph, ...]


class DocumentView(Struct, frozen=True, gc=False):
    """A document."""

    row: DocumentRow
    body: Text
    place: Text
    url: str
    is_rendering: bool
    read_language: str
    extent: str
    caveats: Text
    sections: tuple[DocumentSection, ...]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then a page a document."""
    yield Page("documents/", "documents", "documents.html", draw_list)
    for id in catalogue.registry.documents:
        yield Page(f"documents/{id}/", "documents", "document.html", partial(draw_document, id))


def draw_list(edition: Edition) -> Sheet:
    """All documents, newest first."""
    documents = sorted(edition.catalogue.registry.documents.values(), key=_age, reverse=True)
    rows = tuple(_row(edition, document) for document in documents)
    return Sheet(
        edition.words.say("Documents"), edition.words.say("What the entries rest on, paragraph by paragraph."), rows
    )


def draw_document(id: str, edition: Edition) -> Sheet:
    """One document."""
    document = edition.catalogue.registry.documents[id]
    row = _row(edition, document)
    view = DocumentView(
        row,
        edition.text(document.body),
        edition.text(document.place),
        document.url,
        document.title_status == "rendering" and row.title.language == "en",
        edition.language_name(document.read_language),
        edition.words.say(EXTENT[document.extent]),
        edition.text(document.caveats),
        tuple(_section(edition, id, section) for section in _sections(document)),
    )
    return Sheet(
        row.title.value, edition.words.say("%(one)s, %(other)s") % {"one": row.kind, "other": row.session.value}, view
    )


def _age(document: SourceDocument) -> str:
    return document.date or document.meeting[0]


def _row(edition: Edition, document: SourceDocument) -> DocumentRow:
    resting = edition.catalogue.by_document.get(document.id, {})
    return DocumentRow(
        f"documents/{document.id}/",
        edition.text(document.titles),
        edition.words.say(DOCUMENT_KIND[document.kind]),
        document.symbol,
        edition.text(document.session),
        _age(document),
        document.paragraphs,
        len(resting),
        len({practice.id for practices in resting.values() for practice in practices}),
    )


def _sections(document: SourceDocument) -> tuple[Section, ...]:
    """The sections in order; paragraphs that none of them names make sections without a title."""
    sections: list[Section] = []
    following = 1
    for section in (*document.sections, Section({}, document.paragraphs + 1, document.paragraphs)):
        if section.first > following:
            sections.append(Section({}, following, section.first - 1))
        if section.first <= section.last:
            sections.append(section)
        following = section.last + 1
    return tuple(sections)


def _section(edition: Edition, id: str, section: Section) -> DocumentSection:
    resting = edition.catalogue.by_document.get(id, {})
    numbers = [str(number) for number in range(section.first, section.last + 1)]
    return DocumentSection(
        edition.text(section.title),
        section.first,
        section.last,
        tuple((number, len(resting.get(number, ()))) for number in numbers),
        tuple(Paragraph(number, edition.mentions(resting[number])) for number in numbers if number in resting),
    )
