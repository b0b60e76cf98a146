"""What six languages cost beside one: time and size of one site in all of them, and of a site in each.

The same entries, every one translated. The site in one language is made with that language alone, so it has no switch, no other
addresses and no page about translations.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import click
import entries
from measure import timed

FOLDER = click.Path(path_type=Path, file_okay=False)


class Cost(NamedTuple):
    """Seconds of the processors, bytes of the site and of that the pages, and how many pages there are."""

    cpu: float
    size: int
    html: int
    pages: int


@click.command()
@click.option("--n", type=int, default=1000, show_default=True, help="How many entries.")
@click.option("--languages", default="en,zh,ar,fr,ru,es", show_default=True, help="The first is the originals'.")
@click.option("--into", type=FOLDER, required=True, help="A folder that is written anew.")
def main(n: int, languages: str, into: Path) -> None:
    """Build the site in all languages, then one in each."""
    codes = tuple(languages.split(","))
    together = cost(n, codes, into)
    click.echo(f"{', '.join(codes)}: {told(together)}")
    alone = []
    for code in codes:
        alone.append(cost(n, (code,), into))
        click.echo(f"{code} alone: {told(alone[-1])}; all of them cost {times(together, alone[-1])}")
    of = Cost(*(mean(values) for values in zip(*alone, strict=True)))
    click.echo(f"beside the mean of {len(codes)}: all of them cost {times(together, of)}")


def cost(n: int, languages: tuple[str, ...], into: Path) -> Cost:
    """A site of so many entries, built once from nothing."""
    entries.write(into, n, languages, peers=())
    folder = into / "ours"
    taken = timed([sys.executable, "-m", "generator", "build"], folder)
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    pages = [path for path in files if path.suffix == ".html"]
    found = Cost(taken.cpu, *(sum(path.stat().st_size for path in some) for some in (files, pages)), len(pages))
    shutil.rmtree(into)
    return found


def told(cost: Cost) -> str:
    """The cost in a line."""
    return f"{cost.cpu:.1f} s of the processors, {cost.size / 1e6:.1f} MB, of it {cost.html / 1e6:.1f} MB in {cost.pages} pages"


def times(all_of_them: Cost, one: Cost) -> str:
    """How many times as much."""
    return f"{all_of_them.cpu / one.cpu:.2f} times the time, {all_of_them.size / one.size:.2f} times the size"


if __name__ == "__main__":
    main()
