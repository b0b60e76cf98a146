"""Interface words for the fixed values of fields: each is a message of the gettext catalogues."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext's tools know it
    """Marks a message for extraction; says nothing by itself."""
    return message


STATUS = {
    "planned": N_("planned"),
    "pilot": N_("on trial"),
    "in-force": N_("in force"),
    "completed": N_("completed"),
    "discontinued": N_("discontinued"),
    "unknown": N_("status not stated"),
}
SECTIONS = {
    "problem": N_("What it answers to"),
    "description": N_("What was done"),
    "results": N_("What came of it"),
    "challenges": N_("What was hard"),
    "lessons": N_("What others should know"),
    "conditions": N_("What it takes elsewhere"),
}
TEXTS = {
    "title": N_("Title"),
    "summary": N_("Summary"),
    **SECTIONS,
    "lead": N_("Lead"),
    "partners": N_("Partners"),
}
"""The texts of an entry, which are what a translation translates, in the order of its page."""

TRANSLATION = {
    "machine": N_("made by a program"),
    "draft": N_("a draft"),
    "reviewed": N_("reviewed by a second person"),
    "official": N_("official"),
}
EVIDENCE = {
    "stated": N_("stated in the source, not evaluated"),
    "evaluated": N_("evaluated"),
    "replicated": N_("replicated elsewhere"),
}
SUBMITTER = {
    "State": N_("the State"),
    "secretariat": N_("the Secretariat"),
    "civil-society": N_("civil society"),
    "academia": N_("academia"),
    "editors": N_("the editors of this site"),
}
CHANNEL = {
    "statement": N_("statement at a meeting"),
    "note-verbale": N_("reply to a note verbale"),
    "secretariat-report": N_("report of the Secretariat"),
    "activity-report": N_("activity report of the Secretariat"),
    "public-source": N_("public source"),
}
EXTENT = {
    "whole": N_("in full"),
    "opening": N_("only the opening"),
    "excerpt": N_("an excerpt"),
}
DOCUMENT_KIND = {
    "meeting-report": N_("Meeting report"),
    "background-paper": N_("Background paper"),
    "secretariat-report": N_("Report of the Secretariat"),
    "draft-report": N_("Draft report"),
}
FREQUENCY = {
    "several-times": N_("Several times"),
    "once": N_("Once"),
    "not-stated": N_("Not counted in the source"),
}
WITHDRAWN = {
    "duplicate": N_("It is about the same practice as another entry."),
    "superseded": N_("A newer entry has taken its place."),
    "authority-request": N_("The authority that submitted it asked for this."),
    "factual-error": N_("It held an error of fact."),
    "out-of-scope": N_("It is about something that this observatory does not collect."),
}
PARTY_ACT = {
    "ratification": N_("Ratification on %(date)s"),
    "accession": N_("Accession on %(date)s"),
    "acceptance": N_("Acceptance on %(date)s"),
    "approval": N_("Approval on %(date)s"),
    "succession": N_("Succession on %(date)s"),
    "formal confirmation": N_("Formal confirmation on %(date)s"),
}
PARTY_STATE = {
    "party": N_("State party; the date is not verified"),
    "recalled": N_("State party according to memory, not verified in a source"),
    "unknown": N_("Whether it is a State party is not verified"),
    "not-party": N_("Not a State party as far as known"),
}
