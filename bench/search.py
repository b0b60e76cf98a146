"""How long search takes to be indexed, at first and after a change, and in how much memory, beside Pagefind's own command.

The entries are those of the other measurements, translated where there are several languages. What is indexed is fed from the
catalogue, so nothing of ours is drawn; the command reads the pages of the practices of a site that was built before.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

import click
import entries
from listings import Corpus
from measure import Times, peak, timed
from observatory import save_original
from warm import CHANGES

FOLDER = click.Path(path_type=Path, file_okay=False)
READ = """
import sys
from pathlib import Path
from generator.begin import opened
from generator.gather import gather
from generator.grounds import grounds
from generator.settings import Settings

root, into = map(Path, sys.argv[1:3])
settings = Settings(root)
observatory = opened(settings, gather(settings, grounds(settings), None))
"""
INDEX = f"""{READ}
import msgspec
from generator.cache import Index
from generator.search.indexing import Making
from generator.search.sharding import Place

changed, kept = set(sys.argv[3:]), into.with_name("index.kept")
last = msgspec.msgpack.decode(kept.read_bytes(), type=Index) if changed else Index()
making = Making(observatory, b"ground", last, changed or None, Place(str(into), last.files, str(into.with_name("cache"))))
index, _ = making.end(lambda *_: None)
if not changed:
    kept.write_bytes(msgspec.msgpack.encode(index))
new = [shard.count for key, shard in index.shards.items() if key not in last.shards or last.shards[key] != shard]
print(f"{{len(new)}} of {{len(index.shards)}} shards, {{sum(new)}} records, {{len(index.files)}} files;", end="")
"""


@dataclass(frozen=True)
class Measured:
    """A command: what it said, its seconds, and in a second run the peak memory of all its processes in MB."""

    said: str
    times: Times
    memory: float


@click.command()
@click.option(
    "--n", default="10000:en", show_default=True, help="How many entries and, after a colon, in which languages."
)
@click.option("--into", type=FOLDER, required=True, help="A folder that is written anew.")
@click.option("--site", type=FOLDER, help="A built site of the same entries, for Pagefind's command.")
def main(n: str, into: Path, site: Path | None) -> None:
    """Measure each once, and the memory in a second run. What reading the entries takes is a part of ours, and a line of its own."""
    count, _, codes = n.partition(":")
    languages = tuple((codes or "en").split(","))
    corpus = entries.write(into, int(count), languages, peers=())
    ours = [sys.executable, "-c", INDEX, str(into / "ours"), str(into / "index")]
    tell("reading the entries", measured([sys.executable, "-c", READ, *ours[3:]], into))
    whole = measured(ours, into)
    tell(f"ours, {n}", whole)
    tell("ours, one entry changed", measured([*ours, changed(into, corpus)], into), whole)
    if site:
        theirs = measured(command(site, into), into)
        tell("pagefind", theirs)
        tell("ours again", whole, theirs)


def changed(into: Path, corpus: Corpus) -> str:
    """The id of an entry that was given another sentence."""
    entry, language = corpus.entries[len(corpus.entries) // 2], corpus.languages[0]
    text = CHANGES["sentence"].apply(entry.texts[language], "It was renewed for the second time.")
    save_original(into / "ours", replace(entry, texts=entry.texts | {language: text}), language)
    return entry.id


def command(site: Path, into: Path) -> list[str]:
    """Pagefind's own command on the pages of practices."""
    from pagefind_bin_extended import get_executable

    place = ["--site", str(site), "--glob", "*/practices/*/index.html", "--output-path", str(into / "theirs")]
    return [str(get_executable()), *place, "--quiet"]


def measured(command: list[str], into: Path) -> Measured:
    """Run it twice."""
    times = timed(command, into / "ours")
    said = (into / "last-words.txt").read_text(encoding="utf-8").strip()
    return Measured(said, times, peak(command, into / "ours"))


def tell(name: str, one: Measured, other: Measured | None = None) -> None:
    """Say what came of it, and what part that is of another one."""
    ratio = ""
    if other:
        parts = one.times.wall / other.times.wall, one.times.cpu / other.times.cpu, one.memory / other.memory
        ratio = "; ÷ the one before: wall {:.3f}, processor {:.3f}, memory {:.2f}".format(*parts)
    click.echo(
        f"{name}: {one.said} {one.times.wall:.1f} s, {one.times.cpu:.1f} s of the processors, {one.memory:.0f} MB{ratio}"
    )


if __name__ == "__main__":
    main()
