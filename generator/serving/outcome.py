"""What came of a build while the site is served."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Outcome:
    """A build that was made, or why it was not.

    ``site`` is where the last good site stands, ``site_id`` tells it from others, and ``site_url`` is its public address;
    all three are empty where there is none. ``reason`` is empty where the site was made; ``trace`` is there where the
    fault is the program's own. ``files`` counts those of entries, ``drawn`` the pages that were drawn, of ``pages``.
    """

    site: Path | None = None
    site_id: str = ""
    site_url: str = ""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    files: int = 0
    reason: str = ""
    trace: str = ""
    drawn: int = 0
    pages: int = 0
    seconds: float = 0.0
