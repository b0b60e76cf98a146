"""A practice: its texts, its facts, where it comes from, and what is near it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from markupsafe import Markup
from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.labels import CHANNEL, EVIDENCE, EXTENT, N_, SECTIONS, STATUS, SUBMITTER, TRANSLATION
from generator.nearness import Neighbour
from generator.page import Page, Sheet
from generator.practice import Account, Act, Citation, Link, Practice, Support
from generator.text import brief, render
from generator.views import Card, Chip, Named, Original, Text

_NO_HTML = Markup("")
EXPECTED = {
    "results": N_("results"),
    "challenges": N_("challenges"),
    "conditions": N_("conditions elsewhere"),
}


class Section(Struct, frozen=True, gc=False):
    """A section of the text: rendered HTML of ``text``, or a list of statements, of which that is the first."""

    name: str
    heading: str
    text: Text
    html: Markup
    items: tuple[Text, ...]


class SourceView(Struct, frozen=True, gc=False):
    """What the entry rests on: a document of the registry with paragraphs, or a source of its own."""

    title: Text
    path: str
    url: str
    paragraphs: tuple[str, ...]
    publisher: Text
    accessed: str
    archive: str
    extent: str
    read_language: str
    note: Text


class Near(Struct, frozen=True, gc=False):
    """A practice near this one, and why: ``adapted`` is ``model``, ``copy`` or empty; what both bear on; whether a State is the same."""

    card: Card
    adapted: str
    refs: tuple[str, ...]
    themes: tuple[Text, ...]
    same_state: bool


class PracticeView(Struct, frozen=True, gc=False):
    """A practice."""

    id: str
    article: str
    article_title: Text
    states: tuple[Named, ...]
    anonymous: Text
    title: Text
    summary: Text
    chips: tuple[Chip, ...]
    sections: tuple[Section, ...]
    unsaid: str
    is_full: bool
    evidence: str
    status: str
    since: str
    until: str
    lead: Text
    partners: tuple[Text, ...]
    measures: tuple[Text, ...]
    themes: tuple[Named, ...]
    legal_basis: tuple[Act, ...]
    assistance: tuple[tuple[str, tuple[Support, ...]], ...]
    links: tuple[Link, ...]
    original: Original
    sources: tuple[SourceView, ...]
    submitted_by: str
    channel: str
    submitted: str
    reviewed: str
    review_state: str
    translation: str
    made: str
    maker: str
    outdated: tuple[str, ...]
    outdated_parts: str
    related: tuple[Near, ...]
    others: tuple[Card, ...]
    more_others: int
    publisher: Text
    url: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page a practice, in the languages that its text is in among those published."""
    published = {language.code for language in catalogue.registry.published}
    spoken = cache(lambda *codes: tuple([code for code in codes if code in published]))
    for practice in catalogue.practices:
        languages = spoken(practice.language, *practice.translations)
        path = f"practices/{practice.id}/"
        yield Page(path, "practices", "practice.html", partial(draw, practice.id), languages=languages)


def draw(id: str, edition: Edition) -> Sheet:
    """One practice."""
    catalogue = edition.catalogue
    registry = catalogue.registry
    practice = catalogue.by_id[id]
    account = catalogue.account(id)
    say = edition.words.say
    translation = practice.translations.get(edition.language)
    others, more = catalogue.others(practice)
    title = edition.of(practice, "title")
    summary = edition.of(practice, "summary")
    view = PracticeView(
        id=id,
        article=practice.article,
        article_title=edition.text(registry.article[practice.article].titles),
        states=tuple([Named(edition.state(code), f"countries/{code.lower()}/") for code in practice.countries]),
        anonymous=edition.written(practice.anonymous, practice.language),
        title=title,
        summary=summary,
        chips=tuple([edition.chip(ref) for ref in practice.provisions]),
        sections=tuple(_sections(edition, account)),
        unsaid=_unsaid(edition, practice, account),
        is_full=practice.tier == "full",
        evidence=say(EVIDENCE.get(practice.evidence, "")),
        status=say(STATUS[practice.status]),
        since=practice.since,
        until=practice.until,
        lead=edition.of(account, "lead"),
        partners=edition.several(account, "partners"),
        measures=tuple([edition.measure(measure) for measure in practice.measures]),
        themes=tuple([edition.theme(theme) for theme in practice.themes]),
        legal_basis=account.legal_basis,
        assistance=tuple(
            (label, items)
            for label, items in (
                (say("Received"), practice.received), (say("Needed"), practice.needed), (say("Offered"), practice.offered),
            )
            if items
        ),
        links=account.links,
        original=edition.original(practice.language),
        sources=tuple([_source(edition, practice, source) for source in practice.sources]),
        submitted_by=say(SUBMITTER[practice.submission.by]),
        channel=say(CHANNEL[practice.submission.channel]),
        submitted=practice.submission.date,
        reviewed=practice.review.date,
        review_state=practice.review.state,
        translation=edition.translation_state(practice),
        made=translation.status if translation else "",
        maker=say(TRANSLATION[translation.status]) if translation else "",
        outdated=translation.outdated if translation else (),
        outdated_parts=edition.parts(practice),
        related=tuple([_near(edition, neighbour) for neighbour in catalogue.related(practice)]),
        others=edition.cards(others),
        more_others=more,
        publisher=edition.text(registry.observatory.citation_name),
        url=f"{edition.site_url}{edition.language}/practices/{id}/",
    )  # fmt: skip
    return Sheet(title.value, brief(summary.value), view)


def _sections(edition: Edition, account: Account) -> Iterator[Section]:
    for name, heading in SECTIONS.items():
        if not account.texts[name]:
            continue
        if name == "conditions":
            items = edition.several(account, name)
            yield Section(name, edition.words.say(heading), items[0], _NO_HTML, items)
        else:
            text = edition.of(account, name)
            yield Section(name, edition.words.say(heading), text, render(text.value), ())


def _unsaid(edition: Edition, practice: Practice, account: Account) -> str:
    """What the source does not say, as a list in a sentence; empty for a full entry and for one without any section."""
    if practice.tier == "full" or not any(account.texts[name] for name in SECTIONS):
        return ""
    return edition.words.sequence(
        *(edition.words.say(word) for name, word in EXPECTED.items() if not account.texts[name])
    )


def _source(edition: Edition, practice: Practice, source: Citation) -> SourceView:
    say = edition.words.say
    if source.document:
        document = edition.catalogue.registry.documents[source.document]
        return SourceView(
            edition.text(document.titles), f"documents/{document.id}/", "", source.paragraphs, edition.nothing, source.accessed,
            source.archive, say(EXTENT[source.extent or document.extent]), edition.language_name(document.read_language),
            edition.written(source.note, practice.language),
        )  # fmt: skip
    return SourceView(
        edition.written(source.title or source.url, practice.language), "", source.url, source.paragraphs,
        edition.written(source.publisher, practice.language), source.accessed, source.archive,
        say(EXTENT.get(source.extent, "")), "", edition.written(source.note, practice.language),
    )  # fmt: skip


def _near(edition: Edition, neighbour: Neighbour) -> Near:
    themes = tuple([edition.theme(theme).label for theme in neighbour.themes])
    return Near(edition.card(neighbour.practice), neighbour.adapted, neighbour.provisions, themes, neighbour.same_state)
