"""Made-up entries as a complete observatory, and as the sites of the tools it is compared with.

The same number, languages and seed give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click
import eleventy_site
import hugo_site
import observatory
import stock
import zensical_site
import zola_site
from invent import make
from listings import Corpus, listings
from vocabulary import read

ROOT = Path(__file__).parent.parent
SEED = 7
SITES = {
    "unsearched": lambda into, corpus: observatory.write(into, corpus.entries, corpus.languages, ROOT),
    "hugo": hugo_site.write,
    "zola": zola_site.write,
    "eleventy": eleventy_site.write,
    "zensical": zensical_site.write,
    "stock": stock.write,
}
FOLDER = click.Path(path_type=Path, file_okay=False)


def write(
    into: Path, n: int, languages: tuple[str, ...], seed: int = SEED, peers: Iterable[str] = SITES, root: Path = ROOT,
    snapshots: bool = False,
) -> Corpus:  # fmt: skip
    """Write the same entries, full ones or ``snapshots``, for ours and for each peer, in a folder of its name below ``into``."""
    known = read(root / "registry")
    unknown = set(languages) - set(known.languages)
    if unknown:
        raise click.BadParameter(f"the registry has no language {', '.join(sorted(unknown))}")
    entries = make(n, languages, seed, known, snapshots)
    corpus = Corpus(entries, listings(entries, known), languages, known)
    observatory.write(into / "ours", entries, languages, root)
    for name in peers:
        SITES[name](into / name, corpus)
    return corpus


@click.command()
@click.option("--n", type=int, default=1000, show_default=True, help="How many entries.")
@click.option("--languages", default="en", show_default=True, help="The first is the originals'.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Other seeds give other entries.")
@click.option("--snapshots", is_flag=True, help="Entries that say no more than they must.")
@click.option("--into", type=FOLDER, required=True, help="A folder a tool is written anew below it.")
def main(n: int, languages: str, seed: int, snapshots: bool, into: Path) -> None:
    """Write made-up entries as an observatory and as the sites of its peers."""
    write(into, n, tuple(languages.split(",")), seed, snapshots=snapshots)
    click.echo(f"{n} entries in {languages} below {into}: ours, {', '.join(SITES)}")


if __name__ == "__main__":
    main()
