"""Rules for sources: that a reader can look each of them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import Mapping, Scalar, scalars
from generator.fields import SOURCE
from generator.phrase import Known, named
from generator.rules.slots import Described
from generator.rules.subject import Subject

RANGE_LIMIT = 8
_HOW_READ = ("accessed", "extent")
_RANGE = re.compile(r"\s*([0-9]{1,4})\s*[-–—]\s*([0-9]{1,4})\s*")
_DIGITS = re.compile(r"[0-9]{1,4}")


def are_incomplete(subject: Subject) -> bool:
    """Whether a source lacks something, or has something that needs another."""
    return bool([one for one in _sources(subject) if not _is_complete({key.value for key, _ in one.mapping.pairs})])


def unknown_paragraph(subject: Subject) -> Iterator[Problem]:
    """A paragraph that the document does not have.

    Each paragraph is a number of its own, so that a reader can be led to it.

    Wrong:

        sources: [{document: wg4-2019-4, paragraphs: ["999"]}]

    Right:

        sources: [{document: wg4-2019-4, paragraphs: ["20"]}]
    """
    registry = subject.known()
    if "documents" not in subject.slots.scalars:
        return
    for described in [one for one in subject.slots.records if "document" in one.record.by_name]:
        document = registry.documents.get(described.mapping.text("document"))
        if document:
            for scalar in _paragraphs(described.mapping):
                problem = _paragraph(scalar, document.id, document.paragraphs)
                if problem:
                    yield problem


def document_without_paragraph(subject: Subject) -> Iterator[Problem]:
    """A document is cited as a whole.

    A reader must be able to check what an entry says against the paragraph it rests on.

    Wrong:

        sources: [{document: wg4-2019-4}]

    Right:

        sources: [{document: wg4-2019-4, paragraphs: ["20"]}]
    """
    for source in _sources(subject):
        document = source.mapping.get("document")
        if document is not None and source.mapping.get("paragraphs") is None:
            yield Problem(document.span, sentences.PARAGRAPHS_MISSING.about(), sentences.ADD_NUMBERS.about())


def source_without_origin(subject: Subject) -> Iterator[Problem]:
    """A source says neither which document of the registry it is, nor its title.

    A reader could not tell what it is.

    Wrong:

        sources: [{publisher: National Audit Office}]

    Right:

        sources: [{title: Annual report 2019, publisher: National Audit Office}]
    """
    for source in _sources(subject):
        if source.mapping.get("document") is None and source.mapping.get("title") is None:
            yield Problem(source.head(), sentences.NO_ORIGIN.about(), sentences.ADD_ORIGIN.about())


def paragraphs_without_document(subject: Subject) -> Iterator[Problem]:
    """Paragraphs are given, but not of which document.

    Paragraph numbers mean something only within a document of the registry.

    Wrong:

        sources: [{title: Report, paragraphs: ["20"]}]

    Right:

        sources: [{document: wg4-2019-4, paragraphs: ["20"]}]
    """
    for source in _sources(subject):
        key = source.mapping.key("paragraphs")
        if key and source.mapping.get("document") is None:
            yield Problem(key.span, sentences.OF_NO_DOCUMENT.about(), sentences.NAME_DOCUMENT.about())


def source_without_extent(subject: Subject) -> Iterator[Problem]:
    """A web page is cited without saying when it was read, or how far.

    Pages change and vanish; a reader should know what the author saw.

    Wrong:

        sources: [{title: Annual report, url: https://example.org/report}]

    Right:

        sources: [{title: Annual report, url: https://example.org/report, accessed: 2026-11-20, extent:
        whole}]
    """
    for source in _sources(subject):
        key = source.mapping.key("url")
        if key and source.mapping.get("document") is None:
            for name in _HOW_READ:
                if source.mapping.get(name) is None:
                    advice = sentences.ADD_READING.about(line=f"{name}: {SOURCE.by_name[name].example}")
                    yield Problem(
                        key.span, sentences.PAGE_WITHOUT.about(field=name, question=named(f"sources.{name}")), advice
                    )


def _is_complete(names: set[str]) -> bool:
    if "document" in names:
        return "paragraphs" in names
    return "title" in names and "paragraphs" not in names and ("url" not in names or names.issuperset(_HOW_READ))


def _sources(subject: Subject) -> Iterable[Described]:
    return subject.slots.of(SOURCE)


def _paragraphs(mapping: Mapping) -> Iterator[Scalar]:
    one = mapping.get("paragraph")
    if isinstance(one, Scalar):
        yield one
    yield from scalars(mapping.get("paragraphs"))


def _paragraph(scalar: Scalar, document: str, last: int) -> Problem | None:
    written = scalar.value
    if _DIGITS.fullmatch(written):
        if not written.startswith("0") and int(written) <= last:
            return None
        message = sentences.NO_PARAGRAPH.about(document=Known(document, "sources.document"), paragraph=written)
        return Problem(scalar.span, message, sentences.PARAGRAPHS_ARE.about(last=last))
    message = sentences.NO_NUMBER.about(value=shortened(written, 30))
    between = _RANGE.fullmatch(written)
    if between and int(between[1]) <= int(between[2]) < int(between[1]) + RANGE_LIMIT:
        each = tuple(map(str, range(int(between[1]), int(between[2]) + 1)))
        quoted = sentences.WRITE_EACH.about(paragraphs=tuple(f'"{number}"' for number in each))
        return Problem(scalar.span, message, quoted.or_asked(sentences.WRITE_EACH.about(paragraphs=each)))
    return Problem(scalar.span, message, sentences.NUMBER_ALONE.about(last=last))
