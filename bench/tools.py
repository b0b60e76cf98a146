"""A tool that is compared: what it runs, where it writes, and which pages it must have written."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from listings import Corpus
from shell import Shell

Frame = Callable[[Path, Shell, int], None]


@dataclass(frozen=True)
class Tool:
    """A tool: its folder, its name in the table, its version and its command.

    ``frame`` sets the shell of its pages, for tools that take ours; ``addresses`` are lists that stand elsewhere;
    ``inside`` it writes only below its own folder; ``slow`` ones sit out some rounds.
    """

    name: str
    label: str
    version: str
    arguments: tuple[str, ...]
    frame: Frame | None = None
    addresses: tuple[tuple[str, str], ...] = ()
    inside: bool = False
    slow: bool = False

    def command(self, into: Path, site: Path | None = None) -> list[str]:
        """What is run, in the tool's folder below ``into``; ``site`` is elsewhere than usual."""
        names = {"source": str(into / self.name), "site": str(site or self.site(into))}
        return [argument.format(**names) for argument in self.arguments]

    def site(self, into: Path) -> Path:
        """Where the site is written."""
        return into / self.name / "site" if self.inside else into / "sites" / self.name

    def clean(self, into: Path) -> None:
        """Leave nothing of an earlier build: no site, no cache."""
        shutil.rmtree(self.site(into), ignore_errors=True)
        self.site(into).parent.mkdir(parents=True, exist_ok=True)
        self.forget(into)

    def forget(self, into: Path) -> None:
        """Delete what a tool keeps between builds beside the site."""
        for cache in (".cache", "resources", ".hugo_build.lock"):
            path = into / self.name / cache
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def practice_pages(site: Path, language: str) -> list[Path]:
    """The pages of practices in a language."""
    return sorted((site / language / "practices").glob("*/index.html"))


def missing(tool: Tool, site: Path, corpus: Corpus) -> list[str]:
    """What should be there and is not: a page a practice, and at least one a list that has practices."""
    addresses = dict(tool.addresses)
    faults = []
    for language in corpus.languages:
        pages = len(practice_pages(site, language))
        if pages != len(corpus.entries):
            faults.append(f"{language}/practices: {pages} pages instead of {len(corpus.entries)}")
        for family, lists in corpus.families.items():
            pages = sum(1 for _ in (site / language).glob(f"{addresses.get(family, family)}/*/index.html"))
            if pages < len(lists):
                faults.append(f"{language}/{family}: {pages} pages instead of {len(lists)}")
    return faults
