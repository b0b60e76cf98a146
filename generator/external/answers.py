"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.phrase import NOTHING, Phrase, phrase


class Verdict(StrEnum):
    """What an answer means for a reader who follows the link, as programs are told it."""

    FINE = "fine"
    MOVED = "moved"
    DEAD = "dead"
    DOUBTFUL = "doubtful"
    UNREACHABLE = "unreachable"
    TLS = "insecure"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    UNASKED = "not asked"


WORDS = {
    Verdict.FINE: phrase("fine"),
    Verdict.MOVED: phrase("moved"),
    Verdict.DEAD: phrase("dead"),
    Verdict.DOUBTFUL: phrase("doubtful"),
    Verdict.UNREACHABLE: phrase("unreachable"),
    Verdict.TLS: phrase("insecure"),
    Verdict.TIMEOUT: phrase("timeout"),
    Verdict.REFUSED: phrase("refused"),
    Verdict.UNASKED: phrase("not asked"),
}
"""What an answer means, as people are told it: a word that may stand behind a number as well."""

MEANINGS = {
    Verdict.FINE: phrase("it answers"),
    Verdict.MOVED: phrase("it has moved for good; write the new address"),
    Verdict.DEAD: phrase("the page is gone (404, 410); look for another address, or an archive"),
    Verdict.DOUBTFUL: phrase("the server answers with an error, perhaps to programs only; look with a browser"),
    Verdict.UNREACHABLE: phrase("no server answers, or it leads in a circle"),
    Verdict.TLS: phrase("the certificate does not hold"),
    Verdict.TIMEOUT: phrase("no answer in time"),
    Verdict.REFUSED: phrase("it is not asked for, to be safe"),
    Verdict.UNASKED: phrase("time was up"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an address: the verdict, what was seen, the last status (0 where there was none), and where it has moved."""

    url: str
    verdict: Verdict
    detail: Phrase = NOTHING
    status: int = 0
    moved_to: str = ""
