"""Measure a cold build of the observatory beside Hugo and stock MkDocs + Material on the same entries.

``python bench/run.py --n 1000 --n 10000 --into /dev/shm/bench``
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click
import entries
from course import Course
from measure import CommandError
from report import Result, growth, machine, table
from tools import OURS, STOCK, Tool, hugo

NAMES = ("ours", "hugo", "stock")


def chosen(names: tuple[str, ...]) -> list[Tool]:
    """The tools asked for that can run here; says which cannot."""
    tools = []
    for name in names:
        tool = {"ours": OURS, "stock": STOCK, "hugo": hugo()}[name]
        if tool is None or not Path(tool.program).is_file():
            click.echo(f"{name} cannot run here and is left out; see bench/README.md", err=True)
        else:
            tools.append(tool)
    return tools


@click.command()
@click.option(
    "--n",
    "numbers",
    type=int,
    multiple=True,
    default=(1000,),
    show_default=True,
    help="How many entries.",
)
@click.option("--languages", default="en", show_default=True, help="The first is the originals'.")
@click.option("--into", type=entries.FOLDER, required=True, help="A folder to work in, best in memory.")
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="Timed rounds.")
@click.option(
    "--stock-rounds",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Those with stock.",
)
@click.option("--tool", "names", type=click.Choice(NAMES), multiple=True, default=NAMES, help="Only these.")
@click.option("--seed", type=int, default=entries.SEED, show_default=True, help="For other entries.")
@click.option("--json", "raw", type=click.Path(path_type=Path, dir_okay=False), help="Write all figures here.")
def main(
    numbers: tuple[int, ...], languages: str, into: Path, rounds: int, stock_rounds: int,
    names: tuple[str, ...], seed: int, raw: Path | None,
) -> None:  # fmt: skip
    """Time cold builds of the observatory, Hugo and stock MkDocs + Material."""
    tools = chosen(names)
    click.echo(machine())
    measured: dict[int, dict[str, Result]] = {}
    for n in sorted(set(numbers)):
        try:
            measured[n] = Course(into, n, tuple(languages.split(",")), seed, tools).run(rounds, stock_rounds)
        except CommandError as failed:
            raise click.ClickException(str(failed)) from None
        click.echo(f"\n{n:,} entries in {languages}\n\n" + "\n".join(table(measured[n])))
    few, many = min(measured), max(measured)
    if few < many:
        click.echo("\n" + "\n".join(growth(few, many, measured[few], measured[many])))
    if raw:
        rows = {
            n: [asdict(result) | {"tool": result.tool.label} for result in found.values()]
            for n, found in measured.items()
        }
        raw.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
