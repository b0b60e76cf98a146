"""What open pages are told of a build: which site stands, and what is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import voices
from generator.diagnostics import Diagnostic, Severity, visible, visible_lines
from generator.interpreter import voice
from generator.phrase import Phrase, counted, phrase
from generator.serving.outcome import Outcome
from generator.voices import Saying, told
from generator.words import MESSAGES

MOST = 50  # errors that are shown; who has more begins with these


@dataclass(frozen=True, slots=True)
class News:
    """Where the site stands and its address on this server, with what came of the build.

    ``site`` is ``None`` and ``mount`` is ``/`` where there is no site yet. ``site_id`` tells one site from another. ``locales`` is
    the folder of the catalogues.
    """

    site: Path | None
    site_id: str
    mount: str
    outcome: Outcome
    locales: Path

    def told(self, language: str) -> str:
        """What a page in this language is told, as JSON on one line; in English where the checks do not speak it."""
        outcome = self.outcome
        if not outcome.reason:
            return json.dumps({"site": self.site_id, "reason": ""})
        words = voice(self.locales, language)
        say = words.tell
        found = [one for one in outcome.diagnostics if one.severity is Severity.ERROR]
        page = {
            "site": self.site_id,
            "rules": self.mount if outcome.site else "",
            "language": words.language,
            "direction": words.direction,
            "title": say(_title(outcome, len(found))),
            "close": say(phrase("Hide (Esc)")),
            "reason": say(_reason(outcome, len(found))),
            "reasonLanguage": words.language if found else MESSAGES,
            "before": say(phrase("What stands behind this is from before.")) if outcome.site else "",
            "faults": [_fault(one, say) for one in found[:MOST]],
            "errors": len(found),
            "trace": visible_lines(outcome.trace),
            "report": say(phrase("This is not your doing. Please report it, with the lines above.")),
            "besides": " ".join(map(say, _besides(len(found) - MOST, len(outcome.diagnostics) - len(found)))),
        }
        return json.dumps(page)


def of(outcome: Outcome, locales: Path) -> News:
    """The news of a build."""
    mount = "/" + urlsplit(outcome.site_url).path.strip("/") + "/"
    return News(outcome.site, outcome.site_id, mount.replace("//", "/"), outcome, locales)


def _title(outcome: Outcome, errors: int) -> Phrase:
    if errors:
        return counted("%(n)s error in the files", "%(n)s errors in the files", errors)
    return phrase("A fault of the program") if outcome.trace else phrase("The site was not built")


def _reason(outcome: Outcome, errors: int) -> str:
    if not errors:
        return visible_lines(outcome.reason)
    return counted("The site is not built until it is mended.", "The site is not built until they are mended.", errors)


def _besides(more: int, warnings: int) -> list[Phrase]:
    said = []
    if more > 0:
        said.append(
            counted(
                "%(n)s more error; `observatory check` tells all.",
                "%(n)s more errors; `observatory check` tells all.",
                more,
            )
        )
    if warnings:
        said.append(counted("%(n)s warning besides.", "%(n)s warnings besides.", warnings))
    return said


def _fault(one: Diagnostic, say: Saying) -> dict[str, Any]:
    before, marked, after = voices.excerpt(one.span)
    return {
        "place": visible(f"{one.span.path}:{one.span.line}:{one.span.column}"),
        "code": one.code,
        "message": told(one.problem.message, say),
        "advice": told(one.problem.advice, say),
        "line": one.span.line,
        "excerpt": [before, marked, after] if (before + marked + after).strip() else [],
    }
