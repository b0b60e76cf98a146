"""What the runs came to, as Markdown tables."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from measure import Times
from tools import Tool, practice_pages

COLUMNS = (
    "rounds",
    "wall s (min–max)",
    "processor s",
    "peak memory MB",
    "practice page KB",
    "files",
    "site MB",
)


@dataclass(frozen=True)
class Site:
    """What a tool wrote: bytes of a practice page on average, number of files and bytes in all."""

    page: float
    files: int
    size: int


@dataclass
class Result:
    """A tool at one number of entries: peak memory in MB, the site, and the rounds it took part in."""

    tool: Tool
    memory: float
    site: Site
    rounds: dict[int, Times] = field(default_factory=dict)

    @property
    def wall(self) -> float:
        """The median of the rounds' seconds."""
        return median(times.wall for times in self.rounds.values())

    @property
    def cpu(self) -> float:
        """The median of the rounds' seconds of the processor."""
        return median(times.cpu for times in self.rounds.values())

    def ratio(self, other: Result) -> float:
        """The median of the ratios in common rounds: a slow minute of the machine counts for both."""
        common = self.rounds.keys() & other.rounds.keys()
        return median(self.rounds[number].wall / other.rounds[number].wall for number in common)


def site(folder: Path, languages: tuple[str, ...]) -> Site:
    """Measure what was written."""
    pages = [page.stat().st_size for language in languages for page in practice_pages(folder, language)]
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Site(sum(pages) / len(pages), len(sizes), sum(sizes))


def machine() -> str:
    """Where and when this was measured."""
    parts = (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the start",
        platform.platform(),
        f"Python {platform.python_version()}",
        *(f"{name} {_version(name)}" for name in ("mkdocs", "mkdocs-material", "hugo")),
    )
    return ", ".join(parts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def table(results: dict[str, Result]) -> Iterator[str]:
    """One line a tool: seconds, memory, pages, and how it stands to Hugo and to stock Material."""
    peers = [results[name] for name in ("hugo", "stock") if name in results]
    ratios = "".join(f" ÷ {peer.tool.label} |" for peer in peers)
    yield f"| tool | {' | '.join(COLUMNS)} |{ratios}"
    yield "| --- |" + " ---: |" * (len(COLUMNS) + len(peers))
    for result in results.values():
        walls = [times.wall for times in result.rounds.values()]
        cells = (
            result.tool.label,
            str(len(walls)),
            f"{result.wall:.2f} ({min(walls):.2f}–{max(walls):.2f})",
            f"{result.cpu:.2f}",
            f"{result.memory:.0f}",
            f"{result.site.page / 1000:.1f}",
            str(result.site.files),
            f"{result.site.size / 1e6:.1f}",
            *(f"{result.ratio(peer):.2f}" for peer in peers),
        )
        yield f"| {' | '.join(cells)} |"


def growth(few: int, many: int, before: dict[str, Result], after: dict[str, Result]) -> Iterator[str]:
    """Time per entry at many entries ÷ at few: above 1, something grows faster than the entries."""
    yield f"| tool | ms an entry at {few:,} | ms an entry at {many:,} | ratio |"
    yield "| --- | ---: | ---: | ---: |"
    for name in (name for name in after if name in before):
        first, last = before[name].wall / few, after[name].wall / many
        yield f"| {after[name].tool.label} | {first * 1000:.2f} | {last * 1000:.2f} | {last / first:.2f} |"
