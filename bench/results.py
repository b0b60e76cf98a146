"""What the runs came to, as records: the rounds of a command, the site of a tool, all of one course."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from measure import Times
from tools import practice_pages


@dataclass
class Series:
    """A command's label and its rounds by number; where measured, its peak memory in MB."""

    label: str
    memory: float = 0
    rounds: dict[int, Times] = field(default_factory=dict)

    @property
    def wall(self) -> float:
        """The median of the rounds' seconds."""
        return median(times.wall for times in self.rounds.values())

    @property
    def cpu(self) -> float:
        """The median of the rounds' seconds of the processor."""
        return median(times.cpu for times in self.rounds.values())

    def ratio(self, other: Series) -> float:
        """The median of the ratios in common rounds: a slow minute of the machine counts for both."""
        common = self.rounds.keys() & other.rounds.keys()
        return median(self.rounds[number].wall / other.rounds[number].wall for number in common)


@dataclass(frozen=True)
class Site:
    """What a tool wrote: bytes of a practice page on average, HTML pages and their bytes, files and bytes in all."""

    practice: float
    pages: int
    html: int
    files: int
    size: int


@dataclass
class Result(Series):
    """A tool's cold builds, and the site they write."""

    site: Site = field(default_factory=lambda: Site(0, 0, 0, 0, 0))


@dataclass(frozen=True)
class Outcome:
    """One number of entries in one place: cold builds by tool, builds after a change, and what cannot be undercut."""

    place: str
    n: int
    languages: tuple[str, ...]
    cold: dict[str, Result]
    warm: dict[str, Series]
    limits: list[Series]

    @property
    def practices(self) -> int:
        """How many practice pages a tool writes: one an entry and language."""
        return self.n * len(self.languages)

    @property
    def title(self) -> str:
        """What was built where."""
        return f"{self.n:,} entries in {', '.join(self.languages)}, {self.place}"


def site(folder: Path, languages: tuple[str, ...]) -> Site:
    """Measure what was written."""
    practices = [page.stat().st_size for language in languages for page in practice_pages(folder, language)]
    sizes = {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    html = [size for path, size in sizes.items() if path.suffix == ".html"]
    return Site(sum(practices) / len(practices), len(html), sum(html), len(sizes), sum(sizes.values()))
