"""What open pages are told of a build: which site stands, and what is wrong."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator import diagnostics
from generator.diagnostics import Diagnostic, Severity, visible, visible_lines
from generator.serving.outcome import Outcome

MOST = 50  # errors that are shown; who has more begins with these


@dataclass(frozen=True, slots=True)
class News:
    """Where the site stands and its address on this server, with what pages are told, as JSON on one line.

    ``site`` is ``None`` and ``mount`` is ``/`` where there is no site yet. ``site_id`` tells one site from another.
    """

    site: Path | None
    site_id: str
    mount: str
    told: str


def of(outcome: Outcome) -> News:
    """The news of a build."""
    mount = "/" + urlsplit(outcome.site_url).path.strip("/") + "/"
    mount = mount.replace("//", "/")
    every = outcome.diagnostics
    found = [one for one in every if one.severity is Severity.ERROR]
    told = {
        "site": outcome.site_id,
        "rules": mount if outcome.site else "",
        "reason": visible_lines(outcome.reason),
        "trace": visible_lines(outcome.trace),
        "faults": [_fault(one) for one in found[:MOST]],
        "errors": len(found),
        "warnings": len(every) - len(found),
    }
    return News(outcome.site, outcome.site_id, mount, json.dumps(told))


def _fault(one: Diagnostic) -> dict[str, Any]:
    before, marked, after = diagnostics.excerpt(one.span)
    return {
        "place": visible(f"{one.span.path}:{one.span.line}:{one.span.column}"),
        "code": one.code,
        "message": visible(one.problem.message),
        "advice": visible(one.problem.advice),
        "line": one.span.line,
        "excerpt": [before, marked, after] if (before + marked + after).strip() else [],
    }
