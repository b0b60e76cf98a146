"""What came of all addresses, for people and for programs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.diagnostics import visible
from generator.external.answers import MEANINGS, Answer, Verdict
from generator.external.mentions import Mention

_QUIET = frozenset({Verdict.FINE, Verdict.UNASKED})


def table(mentions: Sequence[Mention], answers: Mapping[str, Answer], everything: bool = False) -> Iterator[str]:
    """Lines for people: file by file and line by line what needs a look, then what the words mean, then the counts."""
    rows = [(one, answers[one.url]) for one in mentions]
    shown = [(one, answer) for one, answer in rows if everything or answer.verdict not in _QUIET]
    path = ""
    for mention, answer in shown:
        if mention.path != path:
            path = mention.path
            yield visible(path)
        seen = str(answer.status or "")
        yield visible(f"  {mention.line:>5}  {answer.verdict:<11}  {seen:>3}  {mention.url}{_more(answer)}")
    counts = Counter(answer.verdict for answer in answers.values())
    if shown:
        yield ""
        told = {answer.verdict for _, answer in shown}
        yield from (f"{verdict:>11}: {meaning}" for verdict, meaning in MEANINGS.items() if verdict in told)
        yield ""
    if len(answers) > 1 and counts[Verdict.UNREACHABLE] == len(answers):
        yield "No site answered: is this machine connected to the Internet?"
    parts = ", ".join(f"{counts[verdict]:,} {verdict}" for verdict in Verdict if counts[verdict])
    places = f"{len(mentions):,} place{'s' * (len(mentions) != 1)}"
    yield f"{len(answers):,} address{'es' * (len(answers) != 1)} in {places}{': ' * bool(parts)}{parts}"


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


def _more(answer: Answer) -> str:
    if answer.moved_to:
        return f" → {answer.moved_to}"
    return f" ({answer.detail})" if answer.detail else ""
