"""What people are asked who submit a practice without seeing a file: sections and questions, in the order in which one thinks.

The form on the site, the questionnaires for Word and Excel and the issue form are drawn from here. What a field may hold stands in
``fields``; here is what it is called and what helps somebody who has never seen one. Titles and hints are messages of the gettext
catalogues.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from generator.fields import CHANNELS, EVIDENCE_LEVELS, EXTENTS, PRACTICE, STATUSES, SUBMITTERS
from generator.kinds import Choice, Field, Kind, ListOf, Record, item_of
from generator.labels import CHANNEL, EVIDENCE, EXTENT, N_, STATUS, SUBMITTER, TEXTS
from generator.labels import SECTIONS as HEADINGS


class Question(Struct, frozen=True):
    """What is asked for one field: the field, its place in the entry (``sources.document``), a title and a hint.

    ``parts`` are the questions of a field that is a record or a list of records, whose values are repeatable groups in that case.
    """

    path: str
    field: Field
    title: str
    hint: str = ""
    parts: tuple[Question, ...] = ()

    @property
    def kind(self) -> Kind:
        """What a value is; of a list, what one of its items is."""
        return item_of(self.field.kind)

    @property
    def labels(self) -> Mapping[str, str]:
        """The messages for the fixed words that can be chosen, by those words; none where something else is the answer."""
        return LABELS.get(self.kind.values, {}) if isinstance(self.kind, Choice) else {}

    @property
    def is_repeatable(self) -> bool:
        """Whether several values can be given."""
        return isinstance(self.field.kind, ListOf)


class Section(Struct, frozen=True):
    """Questions that belong together, below a title."""

    name: str
    title: str
    hint: str
    questions: tuple[Question, ...]


LABELS: Mapping[tuple[str, ...], Mapping[str, str]] = {
    STATUSES: STATUS,
    EVIDENCE_LEVELS: EVIDENCE,
    SUBMITTERS: SUBMITTER,
    CHANNELS: CHANNEL,
    EXTENTS: EXTENT,
}
"""What the fixed words are called that can be chosen for an answer."""

_ASKED: dict[str, tuple[str, str]] = {
    "title": (TEXTS["title"], N_("What the practice is, in a few words, as one would say it to a colleague.")),
    "language": (
        N_("Language of this text"),
        N_("The language in which you write. Translations come later, beside the original."),
    ),
    "summary": (TEXTS["summary"], N_("What is done, in one or two plain sentences, without praise.")),
    "countries": (N_("State"), N_("The State whose practice it is; several where they do it together.")),
    "anonymous": (
        N_("Not named in the source"),
        N_("Instead of a State, where the source names nobody: how the source counts, such as “one State”."),
    ),
    "status": (N_("Status"), N_("How far it has come, as of the source.")),
    "since": (N_("Since"), N_("The year in which it began, or year and month: 2013 or 2013-05.")),
    "until": (N_("Until"), N_("The year in which it ended, or year and month.")),
    "provisions": (N_("Provisions"), N_("The provisions it bears on, the most fitting first.")),
    "themes": (N_("Themes"), N_("What it is about.")),
    "measures": (N_("Measures"), N_("What kinds of measures were taken.")),
    "description": (HEADINGS["description"], N_("Step by step, so that somebody else could do it.")),
    "problem": (HEADINGS["problem"], N_("What was amiss before.")),
    "results": (HEADINGS["results"], N_("What came of it, expected or measured, and who says so.")),
    "challenges": (HEADINGS["challenges"], N_("What was hard, what did not work, and why.")),
    "lessons": (HEADINGS["lessons"], N_("What you would tell somebody who is about to try.")),
    "conditions": (HEADINGS["conditions"], N_("Short statements: what must be there for it to work in another place.")),
    "evidence": (N_("Evidence"), ""),
    "evidence.level": (N_("How well the results are supported"), N_("Beyond “stated”, a source must show it.")),
    "lead": (TEXTS["lead"], N_("The institution in charge; never a person’s name.")),
    "partners": (TEXTS["partners"], N_("Institutions that take part.")),
    "legal_basis": (N_("Legal basis"), N_("The acts it rests on.")),
    "legal_basis.title": (N_("Title of the act"), ""),
    "legal_basis.reference": (N_("Number of the act"), ""),
    "legal_basis.url": (N_("Web address"), ""),
    "assistance": (N_("Technical assistance"), ""),
    "assistance.received": (N_("Assistance received"), ""),
    "assistance.needed": (N_("Assistance needed"), ""),
    "assistance.offered": (N_("Assistance offered"), N_("What others may ask you for.")),
    "assistance.*.theme": (N_("Theme"), ""),
    "assistance.*.note": (N_("What it was, or would be"), ""),
    "assistance.*.provider": (N_("Provider"), ""),
    "adapted_from": (N_("Adapted from"), N_("Practices of this observatory that it was modelled on.")),
    "links": (N_("Links"), N_("Where to read more.")),
    "links.title": (N_("What the link leads to"), ""),
    "links.url": (N_("Web address"), ""),
    "sources": (
        N_("Sources"),
        N_("What it rests on: a document from the list with its paragraphs, or another source with title and address."),
    ),
    "sources.document": (N_("Document"), N_("One of the documents that this observatory knows.")),
    "sources.paragraphs": (N_("Paragraphs"), N_("The numbers of its paragraphs.")),
    "sources.title": (N_("Title of another source"), ""),
    "sources.publisher": (N_("Publisher"), ""),
    "sources.url": (N_("Web address"), ""),
    "sources.accessed": (N_("Read on"), N_("The day on which you read it: 2026-11-20.")),
    "sources.archive": (N_("Archived copy"), N_("The address of a copy in a web archive, if there is one.")),
    "sources.extent": (N_("How far it was read"), ""),
    "sources.note": (N_("A caveat on the source"), ""),
    "submission": (N_("Submission"), ""),
    "submission.by": (N_("Who submits it"), ""),
    "submission.channel": (N_("How it came in"), ""),
    "submission.date": (N_("When"), N_("The day, month or year: 2026-11-20.")),
}


def _question(field: Field, above: str = "") -> Question:
    path = above + field.name
    title, hint = _ASKED[path] if path in _ASKED else _ASKED[_alike(path)]
    kind = item_of(field.kind)
    parts = tuple(_question(part, f"{path}.") for part in kind.fields) if isinstance(kind, Record) else ()
    return Question(path, field, title, hint, parts)


def _alike(path: str) -> str:
    """``assistance.*.note`` for ``assistance.needed.note``: what is asked alike of three lists."""
    first, _, last = path.split(".")
    return f"{first}.*.{last}"


def _section(name: str, title: str, hint: str, *fields: str) -> Section:
    return Section(name, title, hint, tuple(_question(PRACTICE.by_name[field]) for field in fields))


FORM = (
    _section("practice", N_("The practice"), N_("What it is, in words that a reader from another State understands."),
             "title", "summary", "language"),
    _section("state", N_("Where and when"), "", "countries", "anonymous", "status", "since", "until"),
    _section("bearing", N_("What it bears on"), "", "provisions", "themes", "measures"),
    _section("account", N_("How it works"),
             N_("Leave empty what the sources do not say: a practice may come in short, and be completed later."),
             "description", "problem", "results", "challenges", "lessons", "conditions", "evidence"),
    _section("bodies", N_("Who does it, and on what basis"), "", "lead", "partners", "legal_basis", "assistance"),
    _section("sources", N_("What it rests on"), "", "sources", "links", "adapted_from"),
    _section("submission", N_("How it was submitted"), "", "submission"),
)  # fmt: skip
"""The sections of the form, with every field of an entry but those that maintainers and commands write."""


def questions() -> Iterator[Question]:
    """All questions for fields of an entry itself, in the order of the form; their parts are within them."""
    for section in FORM:
        yield from section.questions


def _every(some: Iterable[Question]) -> Iterator[Question]:
    for question in some:
        yield question
        yield from _every(question.parts)


BY_PATH: Mapping[str, Question] = {question.path: question for question in _every(questions())}
"""Every question by the place of its field in an entry, those of parts as well."""
