"""How long search takes to be indexed, and in how much memory, beside Pagefind's own command on the same pages.

The entries are those of the other measurements. What is indexed is fed from the catalogue, so nothing of ours is drawn; the command reads
the pages of the practices of a site that was built before.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
import entries
from measure import peak, timed
from observatory import publish

FOLDER = click.Path(path_type=Path, file_okay=False)
INDEX = """
import sys
from pathlib import Path
from generator.begin import opened
from generator.cache import Index
from generator.gather import gather
from generator.grounds import grounds
from generator.search.indexing import indexed
from generator.settings import Settings

root, into = map(Path, sys.argv[1:])
settings = Settings(root)
observatory = opened(settings, gather(settings, grounds(settings), None))
index, _ = indexed(observatory, b"", Index(), None, str(into), {}, lambda *_: None)
print(len(index.shards), "shards,", sum(shard.count for shard in index.shards.values()), "records,", len(index.files), "files")
"""


@click.command()
@click.option(
    "--n", default="10000:en", show_default=True, help="How many entries and, after a colon, in which languages."
)
@click.option("--into", type=FOLDER, required=True, help="A folder that is written anew.")
@click.option("--site", type=FOLDER, help="A built site of the same entries, for Pagefind's command.")
def main(n: str, into: Path, site: Path | None) -> None:
    """Measure each once, and the memory in a second run."""
    count, _, codes = n.partition(":")
    languages = tuple(codes.split(","))
    entries.write(into, int(count), languages[:1], peers=())
    publish(into / "ours" / "registry" / "observatory.yml", languages)
    ours = [sys.executable, "-c", INDEX, str(into / "ours"), str(into / "index")]
    tell(f"ours, {n}", ours, into)
    if site:
        from pagefind_bin_extended import get_executable

        glob = "*/practices/*/index.html"
        command = [
            str(get_executable()),
            "--site",
            str(site),
            "--glob",
            glob,
            "--output-path",
            str(into / "theirs"),
            "--quiet",
        ]
        tell("pagefind", command, into)


def tell(name: str, command: list[str], folder: Path) -> None:
    """Say how long a command took and how much memory."""
    times = timed(command, folder / "ours")
    click.echo(
        f"{name}: {times.wall:.1f} s, {times.cpu:.1f} s of the processors, {peak(command, folder / 'ours'):.0f} MB"
    )


if __name__ == "__main__":
    main()
