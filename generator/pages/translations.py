"""Languages: how far the entries stand in each, and what is waiting in the language of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.catalogue import Catalogue, Practices
from generator.edition import Edition
from generator.labels import N_
from generator.page import Page, Sheet
from generator.practice import Practice
from generator.translated import READ
from generator.views import Card, Text

PATH = "translations/"
HOW = "contribute/"
SHOWN = 8
"""How many entries of an article are named in a list; the command names all."""

BAR = 100
HEIGHTS = {"read": 10, "unread": 5, "outdated": 2}
"""How thick the parts of a bar are: the surer a text is, the more of it stands there. The bar is ``BAR`` long and 12 high."""

WAITING = {
    "outdated": (
        N_("Outdated"),
        N_("The original has changed since this translation was made."),
        N_("No translation is outdated."),
    ),
    "missing": (
        N_("Missing"),
        N_("Nobody has translated these yet. Readers are shown the original."),
        N_("Every entry can be read in this language."),
    ),
    "machine": (
        N_("Read by nobody yet"),
        N_("A program made these translations. They wait for a person who reads and mends them."),
        N_("No translation waits to be read."),
    ),
}
"""Which states wait for somebody: what each is called, what it means, and what is said where none is in it."""


class Part(Struct, frozen=True, gc=False):
    """A part of a bar: where it begins, how long and how thick it is, in user units."""

    start: float
    length: float
    height: int


class Row(Struct, frozen=True, gc=False):
    """A language: how many entries stand how in it; the numbers but ``there`` add up to the entries."""

    language: Text
    is_own: bool
    originals: int
    reviewed: int
    draft: int
    machine: int
    outdated: int
    missing: int
    there: int
    bar: tuple[Part, ...]


class Line(Struct, frozen=True, gc=False):
    """An entry that waits, and which parts of it are outdated, as a list in a sentence."""

    card: Card
    parts: str


class ByArticle(Struct, frozen=True, gc=False):
    """What waits under an article: the first entries, and how many more there are."""

    number: str
    title: Text
    count: int
    lines: tuple[Line, ...]
    more: int


class Waiting(Struct, frozen=True, gc=False):
    """What waits for one reason, article by article."""

    name: str
    heading: str
    why: str
    nothing: str
    count: int
    articles: tuple[ByArticle, ...]


class Languages(Struct, frozen=True, gc=False):
    """The languages of the site, and what waits in that of the page; ``how`` leads to how it is done, where there is such a page."""

    entries: int
    rows: tuple[Row, ...]
    language: Text
    waiting: tuple[Waiting, ...]
    how: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page(PATH, "translations", "translations.html", draw)


def draw(edition: Edition) -> Sheet:
    """The page in one language."""
    say = edition.words.say
    translated = edition.catalogue.translated
    own = translated[edition.language]
    view = Languages(
        sum(map(len, own.values())),
        tuple(_row(edition, code, found) for code, found in translated.items()),
        edition.tongue(edition.language),
        tuple(_waiting(edition, name, own[name]) for name in WAITING),
        f"{HOW}#translate" if HOW in edition.handwritten else "",
    )
    return Sheet(say("Languages"), say("What is original, what is translated and by whom, and what is waiting."), view)


def _row(edition: Edition, code: str, found: Mapping[str, Sequence[Practice]]) -> Row:
    counts = {name: len(practices) for name, practices in found.items()}
    read, unread = sum(counts[name] for name in READ), counts["draft"] + counts["machine"]
    lengths = {"read": read, "unread": unread, "outdated": counts["outdated"]}
    there = sum(lengths.values())
    return Row(
        edition.tongue(code), code == edition.language, counts["original"], read - counts["original"], counts["draft"],
        counts["machine"], counts["outdated"], counts["missing"], there, _bar(lengths, there + counts["missing"]),
    )  # fmt: skip


def _bar(lengths: Mapping[str, int], entries: int) -> tuple[Part, ...]:
    parts = []
    start = 0.0
    for name, count in lengths.items():
        if count:
            length = round(BAR * count / entries, 2)
            parts.append(Part(round(start, 2), length, HEIGHTS[name]))
            start += length
    return tuple(parts)


def _waiting(edition: Edition, name: str, practices: Practices) -> Waiting:
    heading, why, nothing = map(edition.words.say, WAITING[name])
    found: dict[str, list[Practice]] = defaultdict(list)
    for practice in practices:
        found[practice.article].append(practice)
    articles = tuple(
        ByArticle(
            article.number, edition.text(article.titles), len(some),
            tuple([Line(edition.card(practice), edition.parts(practice)) for practice in some[:SHOWN]]),
            max(0, len(some) - SHOWN),
        )
        for article in edition.catalogue.registry.articles
        if (some := found[article.number])
    )  # fmt: skip
    return Waiting(name, heading, why, nothing, len(practices), articles)
