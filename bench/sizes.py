"""What the bytes of a site are for: pages of practices, lists, the form, Explore, search.

``python bench/sizes.py --n 10000:en,zh,ar,fr,ru,es --snapshots --into /dev/shm/sizes`` makes entries and builds the site,
``python bench/sizes.py --site site`` looks at one that is there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import entries
from measure import timed
from report import LIMIT, lines
from run import case

FOLDER = click.Path(path_type=Path, file_okay=False)
PURPOSES = {
    "practices": r"\w\w/practices/",
    "States": r"\w\w/countries/",
    "provisions": r"\w\w/articles/[^/]+/[^/]+/",
    "articles": r"\w\w/articles/",
    "themes": r"\w\w/themes/",
    "documents": r"\w\w/documents/",
    "Explore": r"\w\w/explore/",
    "form, entries to be changed": r"\w\w/contribute/form/entries/",
    "form": r"\w\w/contribute/form/",
    "search": r"search/",
    "all else": r"",
}
"""What a file is for, by the beginning of its path; the first that fits."""

BLOCK = 512  # bytes, whatever the blocks of the file system are


@dataclass
class Weight:
    """Files, their bytes, the bytes of the largest, and those that the file system takes for them."""

    files: int = 0
    size: int = 0
    largest: int = 0
    taken: int = 0

    def add(self, path: Path) -> None:
        """Count a file."""
        found = path.stat()
        self.files += 1
        self.size += found.st_size
        self.largest = max(self.largest, found.st_size)
        self.taken += found.st_blocks * BLOCK


@click.command()
@click.option(
    "--n", default="1000:en,zh,ar,fr,ru,es", show_default=True, metavar="N:LANGUAGES", help="How many entries."
)
@click.option("--snapshots", is_flag=True, help="Entries that say no more than they must.")
@click.option("--into", type=FOLDER, help="A folder that is written anew.")
@click.option("--site", type=FOLDER, help="A site that is there, instead of one of made-up entries.")
def main(n: str, snapshots: bool, into: Path | None, site: Path | None) -> None:
    """Tell what the bytes of a site are for."""
    if (into is None) == (site is None):
        raise click.UsageError("give either --into or --site")
    click.echo(lines(table(weights(built(n, snapshots, into) if into else site or Path()))))


def built(n: str, snapshots: bool, into: Path) -> Path:
    """A site of so many made-up entries, search included."""
    count, languages = case(n, "en")
    entries.write(into, count, languages, peers=(), snapshots=snapshots)
    timed([sys.executable, "-m", "generator", "build"], into / "ours")
    return into / "ours" / "site"


def weights(site: Path) -> dict[str, Weight]:
    """What the files of a site come to, by purpose."""
    purposes = {name: re.compile(beginning) for name, beginning in PURPOSES.items()}
    found = {name: Weight() for name in purposes}
    for path in site.rglob("*"):
        if path.is_file():
            inner = path.relative_to(site).as_posix()
            found[next(name for name, beginning in purposes.items() if beginning.match(inner))].add(path)
    return found


def table(found: dict[str, Weight]) -> Iterator[Sequence[str]]:
    """One line a purpose, and one for all."""
    yield "for", "files", "MB", "mean KB", "largest KB", "of 1 GB", "MB on this disk"
    weights = found.values()
    whole = Weight(
        sum(one.files for one in weights), sum(one.size for one in weights),
        max(one.largest for one in weights), sum(one.taken for one in weights),
    )  # fmt: skip
    for name, one in (*found.items(), ("the site", whole)):
        mean = one.size / one.files if one.files else 0
        sizes = f"{one.size / 1e6:.1f}", f"{mean / 1e3:.1f}", f"{one.largest / 1e3:.1f}"
        yield name, f"{one.files:,}", *sizes, f"{one.size / LIMIT:.1%}", f"{one.taken / 1e6:.1f}"


if __name__ == "__main__":
    main()
