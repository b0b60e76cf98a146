"""What came of asking for an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What an answer means for a reader who follows the link."""

    FINE = "fine"
    MOVED = "moved"
    DEAD = "dead"
    DOUBTFUL = "doubtful"
    UNREACHABLE = "unreachable"
    TLS = "insecure"
    TIMEOUT = "timeout"
    REFUSED = "refused"
    UNASKED = "not asked"


MEANINGS = {
    Verdict.FINE: "it answers",
    Verdict.MOVED: "it has moved for good; write the new address",
    Verdict.DEAD: "the page is gone (404, 410); look for another address, or an archive",
    Verdict.DOUBTFUL: "the server answers with an error, perhaps to programs only; look with a browser",
    Verdict.UNREACHABLE: "no server answers, or it leads in a circle",
    Verdict.TLS: "the certificate does not hold",
    Verdict.TIMEOUT: "no answer in time",
    Verdict.REFUSED: "it is not asked for, to be safe",
    Verdict.UNASKED: "time was up",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of an address: the verdict, what was seen, the last status (0 where there was none), and where it has moved."""

    url: str
    verdict: Verdict
    detail: str = ""
    status: int = 0
    moved_to: str = ""
