"""The fields of an entry and of a translation, each described once.

Shape rules, the empty entry of ``observatory new`` and the field reference are derived from here. Examples that are words of a
language are messages of the gettext catalogues, because the form shows them.
"""

from __future__ import annotations

from generator.kinds import (
    Address,
    Choice,
    Field,
    Hash,
    Line,
    ListOf,
    Markdown,
    Moment,
    Prose,
    Provision,
    Record,
    Reference,
)
from generator.labels import N_

LANGUAGE = Reference("languages")
STATUSES = ("planned", "pilot", "in-force", "completed", "discontinued", "unknown")
EVIDENCE_LEVELS = ("stated", "evaluated", "replicated")
SUBMITTERS = ("State", "secretariat", "civil-society", "academia", "editors")
CHANNELS = ("statement", "note-verbale", "secretariat-report", "activity-report", "public-source")
EXTENTS = ("whole", "opening", "excerpt")
REVIEW_STATES = ("draft", "published", "superseded", "withdrawn")
WITHDRAWAL_REASONS = ("duplicate", "superseded", "authority-request", "factual-error", "out-of-scope")
TRANSLATION_STATUSES = ("machine", "draft", "reviewed", "official")

SUPPORT = ListOf(
    Record(
        (
            Field("theme", Reference("themes"), "What it is about: an id of the themes.", "strategies"),
            Field(
                "note",
                Line(300),
                "What was received, is needed or is offered.",
                N_("Help with drafting the strategy"),
                True,
            ),
            Field("provider", Line(200), "Who gave it.", N_("A neighbouring State")),
        )
    )
)

SOURCE = Record(
    (
        Field("document", Reference("documents"), "The id of a document of the registry.", "wg4-2019-4"),
        Field("paragraphs", ListOf(Line(20)), "The paragraphs of that document, quoted.", '["20"]'),
        Field("title", Line(300), "The title of a source that is not in the registry.", N_("Annual report 2019")),
        Field("publisher", Line(200), "Who published it.", N_("National Audit Office")),
        Field("url", Address(), "Its address.", "https://example.org/report"),
        Field("accessed", Moment(), "When it was read.", "2026-11-20"),
        Field("archive", Address(), "The address of an archived copy.", "https://web.archive.org/…"),
        Field("extent", Choice(EXTENTS), "How far it was read.", "opening"),
        Field("note", Line(300), "A caveat on the source.", N_("Copy, not the publisher's page")),
    )
)  # fmt: skip

PRACTICE = Record(
    (
        Field("language", LANGUAGE, "The language of this file's text.", "en", True),
        Field("title", Line(160), "What the practice is, in a few words.", N_("Cascade of three-year plans"), True, True),
        Field("countries", ListOf(Reference("countries"), 30), "The State, by its ISO 3166-1 alpha-3 code; several where joint.", "[ITA]"),
        Field("anonymous", Line(80), "Instead of countries, where the source names nobody: how the source counts.", N_("one State")),
        Field("provisions", ListOf(Provision(), 12), "The provisions it bears on, the most fitting first.", '["5.1", "6.1(a)"]', True),
        Field("themes", ListOf(Reference("themes"), 10), "Ids of the themes.", "[strategies, evaluation]", True),
        Field("measures", ListOf(Reference("measures"), 7), "Ids of the classes of measures.", "[policy, institution]", True),
        Field("status", Choice(STATUSES), "How far it has come, as of the source.", "in-force", True),
        Field("since", Moment(), "The year or month it began.", "2013"),
        Field("until", Moment(), "The year or month it ended.", "2018"),
        Field("summary", Prose(500), "What is done, in one or two plain sentences.",
              N_("Every public body adopts its own three-year plan under a national plan."), True, True),
        Field("description", Markdown(), "What was done, step by step.", N_("1. A national plan sets the direction."), False, True),
        Field("problem", Markdown(), "What it answers to.", "", False, True),
        Field("results", Markdown(), "What came of it, expected or measured.", "", False, True),
        Field("challenges", Markdown(), "What was hard, what did not work, and why.", "", False, True),
        Field("lessons", Markdown(), "What others should know before they try.", "", False, True),
        Field("conditions", ListOf(Line(300)), "What it takes elsewhere: short statements.", "", False, True),
        Field("evidence", Record((
            Field("level", Choice(EVIDENCE_LEVELS), "How well the results are supported.", "stated", True),
        )), "How well the results are supported.", "{level: stated}"),
        Field("lead", Line(200), "The institution in charge.", N_("Ministry of Justice"), False, True),
        Field("partners", ListOf(Line(200)), "Institutions that take part.", "", False, True),
        Field("legal_basis", ListOf(Record((
            Field("title", Line(300), "The title of the act.", N_("Law of 2012 on public bodies"), True),
            Field("reference", Line(120), "Its number.", N_("Law 190/2012")),
            Field("url", Address(), "Its address."),
        ))), "The acts it rests on."),
        Field("assistance", Record((
            Field("received", SUPPORT, "Technical assistance received."),
            Field("needed", SUPPORT, "Technical assistance needed."),
            Field("offered", SUPPORT, "Technical assistance offered."),
        )), "Technical assistance around it."),
        Field("adapted_from", ListOf(Reference("practices")), "Ids of the entries it was modelled on."),
        Field("links", ListOf(Record((
            Field("title", Line(200), "What the link leads to.", N_("The plan"), True),
            Field("url", Address(), "Its address.", "https://example.org/plan", True),
        ))), "Where to read more."),
        Field("sources", ListOf(SOURCE), "What it rests on: at least one.", '\n  - {document: wg4-2019-4, paragraphs: ["20"]}', True),
        Field("submission", Record((
            Field("by", Choice(SUBMITTERS), "Who reported it.", "State", True),
            Field("channel", Choice(CHANNELS), "How it came in.", "statement", True),
            Field("date", Moment(), "When.", "2019-09", True),
        )), "Who reported it, through which channel, and when.", "{by: State, channel: statement, date: 2019-09}", True),
        Field("review", Record((
            Field("state", Choice(REVIEW_STATES), "How far the review of the entry has come.", "published", True),
            Field("date", Moment(), "When it was last reviewed.", "2026-11-21", True),
        )), "The state of the entry itself.", "{state: draft, date: 2026-11-21}"),
        Field("withdrawal", Record((
            Field("reason", Choice(WITHDRAWAL_REASONS), "Why it was withdrawn.", "duplicate", True),
            Field("date", Moment(), "When it was withdrawn.", "2026-11-21", True),
            Field("replaced_by", Reference("practices"), "The id of the entry that stands in its place.", "ita-plans"),
        )), "For a withdrawn entry: why, when, and what replaces it.", "{reason: duplicate, date: 2026-11-21}"),
        Field("aliases", ListOf(Reference("former")), "Former ids, whose addresses lead here; written by a command.", "[ita-old-plans]"),
    )
)  # fmt: skip

LATER = frozenset({"withdrawal", "aliases"})
"""Fields that come into an entry only after it was published, so a new one has no blanks for them."""

TRANSLATED = tuple(field for field in PRACTICE.fields if field.translated)

TRANSLATION = Record(
    (
        *(Field(field.name, field.kind, field.help, field.example) for field in TRANSLATED),
        Field("translation", Record((
            Field("status", Choice(TRANSLATION_STATUSES), "Who made it: a program (machine), or a person.", "machine", True),
            Field("of", Record(tuple(
                Field(field.name, Hash(), f"The hash of the original's {field.name}.", "9f2c41d0") for field in TRANSLATED
            )), "What it was made from; written by a command."),
        )), "The state of the translation.", "{status: draft}", True),
    )
)  # fmt: skip
