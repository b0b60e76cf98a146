"""Made-up entries as a complete observatory, and as the sites of the tools it is compared with.

The same number, languages and seed give the same bytes.
"""

from __future__ import annotations

from pathlib import Path

import click
import hugo_site
import observatory
import stock
from invent import make
from model import Entry
from vocabulary import read

ROOT = Path(__file__).parent.parent
SEED = 7
FOLDER = click.Path(path_type=Path, file_okay=False)


def write(into: Path, n: int, languages: tuple[str, ...], seed: int = SEED, root: Path = ROOT) -> list[Entry]:
    """Write ``ours/``, ``stock/`` and ``hugo/`` below a folder, each the same entries."""
    vocabulary = read(root / "registry")
    unknown = set(languages) - set(vocabulary.languages)
    if unknown:
        raise click.BadParameter(f"the registry has no language {', '.join(sorted(unknown))}")
    entries = make(n, languages, seed, vocabulary)
    observatory.write(into / "ours", entries, languages, root)
    stock.write(into / "stock", entries, languages, vocabulary)
    hugo_site.write(into / "hugo", entries, languages, vocabulary)
    return entries


@click.command()
@click.option("--n", type=int, default=1000, show_default=True, help="How many entries.")
@click.option("--languages", default="en", show_default=True, help="The first is the originals'.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Other seeds give other entries.")
@click.option("--into", type=FOLDER, required=True, help="Its folders ours, stock and hugo are written anew.")
def main(n: int, languages: str, seed: int, into: Path) -> None:
    """Write made-up entries as an observatory and as the sites of its peers."""
    write(into, n, tuple(languages.split(",")), seed)
    click.echo(f"{n} entries in {languages} below {into}: ours, stock, hugo")


if __name__ == "__main__":
    main()
