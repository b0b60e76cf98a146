"""What was received: entries that wait for a reviewer, translations that wait for somebody, and what was decided lately."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.labels import N_, WITHDRAWN
from generator.page import Page, Sheet
from generator.pages import form
from generator.pages.practices import EXPECTED
from generator.pages.tombstones import TITLED
from generator.practice import Practice
from generator.registry import Repository
from generator.views import Text

PATH = "contribute/received/"
ABOVE = "contribute/"
HOW = "contribute/submit/"
MOST = 100
"""How many of the entries that wait are listed; more would be a file of megabytes."""

LATEST = 12
"""How many decisions are told."""

OPEN = {"github": "pulls", "gitlab": "-/merge_requests"}
"""Where a repository lists what was sent in and is not decided, below its address, by its host."""

DECIDED = {
    "published": N_("It was published."),
    "superseded": N_("It was marked as superseded."),
    "withdrawn": N_("It was withdrawn."),
}
MISSING = {"description": N_("what was done"), **EXPECTED}
EVIDENCE = N_("how well the results are supported")


class Line(Struct, frozen=True, gc=False):
    """An entry: ``title`` is empty where it may not be shown any more.

    ``missing`` are the parts of a full entry that it lacks, as a list in a sentence; ``decided`` is what became of it, and ``reason`` why.
    """

    id: str
    path: str
    states: tuple[Text, ...]
    title: Text
    is_full: bool
    missing: str
    decided: str
    reason: str


class Day(Struct, frozen=True, gc=False):
    """The entries of a day (ISO 8601, as exact as known)."""

    date: str
    lines: tuple[Line, ...]


class Received(Struct, frozen=True, gc=False):
    """The page: how many entries wait, the first of them and how many ``more``; how many translations; what was decided, newest first.

    ``above`` is the address of a hand-written page below the language, and ``open`` that of the list in the repository; each is empty where
    there is none. ``how`` leads to how a practice is submitted.
    """

    language: Text
    waiting: int
    days: tuple[Day, ...]
    more: int
    machine: int
    outdated: int
    decided: tuple[Day, ...]
    above: str
    how: str
    open: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page(PATH, "contribute", "received.html", draw)


def draw(edition: Edition) -> Sheet:
    """The page in one language."""
    say = edition.words.say
    catalogue = edition.catalogue
    waiting = [practice for practice in catalogue.every if practice.review.state == "draft"]
    waiting.sort(key=lambda practice: practice.submission.date, reverse=True)
    translated = catalogue.translated[edition.language]
    view = Received(
        edition.tongue(edition.language),
        len(waiting),
        _days([(practice.submission.date, _waiting(edition, practice)) for practice in waiting[:MOST]]),
        max(0, len(waiting) - MOST),
        len(translated["machine"]),
        len(translated["outdated"]),
        _days([(practice.review.date, _decided(edition, practice)) for practice in _latest(catalogue)]),
        ABOVE if ABOVE in edition.handwritten else "",
        HOW if HOW in edition.handwritten else form.PATH,
        _open(catalogue.registry.observatory.submissions.repository),
    )
    return Sheet(say("What was received"), say("What was sent in, how far it has come, and what became of it."), view)


def _open(repository: Repository | None) -> str:
    """Where the repository lists what is still being discussed."""
    return f"{repository.address}/{OPEN[repository.host]}" if repository else ""


def _latest(catalogue: Catalogue) -> list[Practice]:
    """The entries that were decided on last, those that were withdrawn among them."""
    standing = islice((practice for practice in catalogue.latest if practice.review.state in DECIDED), LATEST)
    found = [*standing, *catalogue.tombstone.values()]
    return sorted(found, key=lambda practice: practice.review.date, reverse=True)[:LATEST]


def _days(lines: Iterable[tuple[str, Line]]) -> tuple[Day, ...]:
    """Lines by their day, in the order in which they come."""
    return tuple(Day(date, tuple(line for _, line in some)) for date, some in groupby(lines, key=itemgetter(0)))


def _waiting(edition: Edition, practice: Practice) -> Line:
    account = edition.catalogue.account(practice.id)
    missing = [word for name, word in MISSING.items() if not account.texts[name]]
    missing += [] if practice.evidence else [EVIDENCE]
    card = edition.card(practice)
    return Line(
        practice.id, card.path, card.states, card.title, practice.tier == "full",
        edition.words.sequence(*map(edition.words.say, missing)) if missing else "", "", "",
    )  # fmt: skip


def _decided(edition: Edition, practice: Practice) -> Line:
    say = edition.words.say
    reason = practice.withdrawal.reason
    is_told = not reason or reason in TITLED
    return Line(
        practice.id, f"practices/{practice.id}/",
        tuple(edition.state(code) for code in practice.countries) if is_told else (),
        edition.of(practice, "title") if is_told else edition.nothing,
        practice.tier == "full", "", say(DECIDED[practice.review.state]), say(WITHDRAWN.get(reason, "")),
    )  # fmt: skip
