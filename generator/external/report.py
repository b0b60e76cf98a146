"""What came of all addresses, for people, in their language, and for programs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.aligned import left, right, row, width
from generator.diagnostics import visible
from generator.external.answers import MEANINGS, WORDS, Answer, Verdict
from generator.external.mentions import Mention
from generator.phrase import Phrase, counted, enumerated, phrase
from generator.voices import Saying, told

_QUIET = frozenset({Verdict.FINE, Verdict.UNASKED})


def table(
    mentions: Sequence[Mention], answers: Mapping[str, Answer], everything: bool = False, say: Saying = str
) -> Iterator[str]:
    """Lines for people: file by file and line by line what needs a look, then what the words mean, then the counts."""
    rows = [(one, answers[one.url]) for one in mentions]
    shown = [(one, answer) for one, answer in rows if everything or answer.verdict not in _QUIET]
    words = {verdict: say(word) for verdict, word in WORDS.items()}
    columns = max(map(width, words.values()))
    path = ""
    for mention, answer in shown:
        if mention.path != path:
            path = mention.path
            yield visible(path)
        seen = right(str(answer.status or ""), 3)
        address = f"{visible(mention.url)}{_more(answer, say)}"
        yield row([right(str(mention.line), 7), left(words[answer.verdict], columns), seen, address])
    if shown:
        yield ""
        there = {answer.verdict for _, answer in shown}
        for verdict, meaning in MEANINGS.items():
            if verdict in there:
                word = right(words[verdict], columns)
                yield say(phrase("%(verdict)s: %(meaning)s", verdict=word, meaning=meaning))
        yield ""
    yield from map(say, _counts(len(mentions), answers))


def _counts(places: int, answers: Mapping[str, Answer]) -> Iterator[Phrase]:
    """How many addresses there are, and how many of each verdict."""
    counts = Counter(answer.verdict for answer in answers.values())
    if len(answers) > 1 and counts[Verdict.UNREACHABLE] == len(answers):
        yield phrase("No site answered: is this machine connected to the Internet?")
    addresses = counted("%(n)s address", "%(n)s addresses", len(answers))
    whole = counted("%(addresses)s in %(n)s place", "%(addresses)s in %(n)s places", places, addresses=addresses)
    parts = [
        phrase("%(n)s %(verdict)s", n=counts[verdict], verdict=word)
        for verdict, word in WORDS.items()
        if counts[verdict]
    ]
    yield phrase("%(whole)s: %(parts)s", whole=whole, parts=enumerated(*parts)) if parts else whole


def as_json(mentions: Sequence[Mention], answers: Mapping[str, Answer]) -> str:
    """For programs: a list of addresses, each with its verdict and the places where it stands."""
    places: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in mentions:
        places[one.url].append({"path": one.path, "line": one.line, "field": one.field})
    return json.dumps(
        [
            {
                "url": url,
                "verdict": answer.verdict.value,
                "status": answer.status or None,
                "detail": answer.detail,
                "moved_to": answer.moved_to or None,
                "places": places[url],
            }
            for url, answer in sorted(answers.items())
        ],
        ensure_ascii=False,
        indent=2,
    )


def _more(answer: Answer, say: Saying) -> str:
    if answer.moved_to:
        return f" → {visible(answer.moved_to)}"
    return f" ({told(answer.detail, say)})" if answer.detail else ""
