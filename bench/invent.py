"""Made-up entries of realistic length: the same number, languages and seed give the same entries."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

from model import Entry, Reference, Support, Text
from phrases import Phrases, phrases
from vocabulary import Vocabulary

LAST_YEAR = 2018  # the oldest source document is of 2019: nothing begins after it was reported


class Titles:
    """Draws titles: none twice, and of one State none on the same topic, as if it were one practice."""

    def __init__(self) -> None:
        self.drawn: set[str] = set()
        self.topics: defaultdict[str, set[str]] = defaultdict(set)

    def draw(self, languages: tuple[str, ...], country: str, rng: random.Random) -> dict[str, str]:
        """A title for an entry of a State, in all languages; topics come again only when half of them are used up."""
        said, used = phrases(languages[0]), self.topics[country]
        while True:
            drawn = rng.random()
            topic, title = said.title(random.Random(drawn))
            if title not in self.drawn and (topic not in used or len(used) >= said.topics / 2):
                break
        used.add(topic)
        self.drawn.add(title)
        return {language: phrases(language).title(random.Random(drawn))[1] for language in languages}


def make(n: int, languages: tuple[str, ...], seed: int, vocabulary: Vocabulary, snapshots: bool = False) -> list[Entry]:
    """``n`` entries, each in all ``languages``: what is drawn for one is said in all, so translations are faithful.

    ``snapshots`` say no more of the same practices than what is required.
    """
    entries: list[Entry] = []
    titles = Titles()
    for number in range(n):
        entry = _entry(number, languages[0], random.Random(f"{seed}-{number}"), vocabulary, entries)
        named = titles.draw(languages, entry.country, random.Random(f"{seed}-{number}-title"))
        for language, title in named.items():
            entry.texts[language] = _text(title, phrases(language), random.Random(f"{seed}-{number}-text"))
        entries.append(entry)
    return [snapshot(entry) for entry in entries] if snapshots else entries


def snapshot(entry: Entry) -> Entry:
    """An entry without what is not required but its lead institution, as the harvest of a report leaves it."""
    texts = {language: replace(text, sections={}, conditions=(), partners=()) for language, text in entry.texts.items()}
    return replace(
        entry, since="", until="", evidence="", acts=(), support=(), adapted_from="", links=(),
        sources=entry.sources[:1], texts=texts,
    )  # fmt: skip


def _entry(number: int, language: str, rng: random.Random, known: Vocabulary, before: list[Entry]) -> Entry:
    said = phrases(language)
    country = rng.choice(list(known.countries))
    provisions = tuple(rng.sample(list(known.provisions), rng.choice((1, 2, 2, 3))))
    paper = known.papers[rng.choice(list(known.papers))]
    status = rng.choice(("in-force", "in-force", "in-force", "pilot", "completed"))
    since = rng.randint(2004, LAST_YEAR - 1)
    return Entry(
        id=f"{country.lower()}-{rng.choice(_WORDS)}-{rng.choice(_WORDS)}-{number:05d}",
        country=country,
        provisions=provisions,
        themes=_themes(rng, provisions[0], known),
        measures=tuple(rng.sample(list(known.measures), rng.choice((1, 1, 2)))),
        status=status,
        since=str(since),
        until=str(rng.randint(since, LAST_YEAR)) if status == "completed" else "",
        evidence=rng.choice(("stated", "stated", "evaluated")),
        acts=((said.law(rng), f"{rng.randint(1, 400)}/{since}"),),
        support=(_support(said, rng, known),),
        adapted_from=rng.choice(before).id if before and rng.random() < 0.1 else "",
        links=((said.what(rng), f"https://example.org/text/{rng.randint(1000, 99999)}"),),
        sources=(
            Reference(document=paper.id, paragraphs=(str(rng.randint(1, paper.paragraphs)),)),
            Reference(
                title=said.law(rng),
                publisher=said.body(rng),
                url=f"https://example.org/report/{rng.randint(1000, 99999)}",
            ),
        ),
        submission=(paper.by, paper.channel, paper.date),
    )


def _support(said: Phrases, rng: random.Random, known: Vocabulary) -> Support:
    kind = rng.choice(("received", "needed", "offered"))
    return Support(kind, rng.choice(list(known.themes)), said.what(rng), said.body(rng))


def _themes(rng: random.Random, provision: str, known: Vocabulary) -> tuple[str, ...]:
    fitting = rng.choice(known.themes_of.get(provision) or tuple(known.themes))
    return tuple(dict.fromkeys((fitting, *rng.sample(list(known.themes), rng.choice((1, 2))))))


def _text(title: str, said: Phrases, rng: random.Random) -> Text:
    return Text(
        title=title,
        summary=said.wrapped(said.paragraph(rng, 2)),
        sections={
            "description": _steps(said, rng),
            "problem": said.wrapped(said.sentence(rng)),
            "results": _findings(said, rng),
            "challenges": said.wrapped(said.paragraph(rng, rng.randint(1, 3))),
            "lessons": said.wrapped(said.paragraph(rng, 2)),
        },
        conditions=_different(lambda: said.sentence(rng).rstrip(".。"), rng.randint(2, 3)),
        lead=said.body(rng),
        partners=_different(lambda: said.body(rng), rng.randint(1, 3)),
    )


def _different(draw: Callable[[], str], number: int) -> tuple[str, ...]:
    drawn: dict[str, None] = {}
    while len(drawn) < number:
        drawn[draw()] = None
    return tuple(drawn)


def _steps(said: Phrases, rng: random.Random) -> str:
    """A paragraph with a link, and numbered steps."""
    link = f"[{said.data['read_more']}](https://example.org/rules/{rng.randint(1000, 99999)})"
    steps = (f"{i}. {said.sentence(rng)}" for i in range(1, rng.randint(4, 6)))
    opening = said.data["joint"].join((said.sentence(rng), f"({link})"))
    return "\n".join((said.wrapped(opening), "", *(said.wrapped(step, "   ") for step in steps)))


def _findings(said: Phrases, rng: random.Random) -> str:
    """A paragraph with words in bold, a list, and a closing paragraph."""
    points = (f"- {said.sentence(rng)}" for _ in range(rng.randint(2, 3)))
    opening = said.data["joint"].join((said.sentence(rng), f"**{said.what(rng)}**"))
    closing = said.wrapped(said.sentence(rng))
    return "\n".join((said.wrapped(opening), "", *(said.wrapped(point, "  ") for point in points), "", closing))


_WORDS = (
    "asset", "audit", "budget", "charter", "code", "complaint", "contract", "council", "declaration",
    "ethics", "forum", "gift", "hotline", "inspection", "integrity", "ledger", "licence", "map", "open",
    "peer", "plan", "platform", "portal", "pledge", "procurement", "public", "register", "report", "review",
    "risk", "school", "survey", "tender", "training", "transparency", "unit",
)  # fmt: skip
