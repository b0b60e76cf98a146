"""Measure builds of the observatory beside other generators on the same entries.

``python bench/run.py --n 1000 --n 10000 --into /dev/shm/bench``
"""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import asdict
from pathlib import Path

import click
import entries
from course import Course
from machine import machine, place
from measure import CommandError
from peers import TOOLS
from report import report
from results import Outcome
from tools import Tool
from warm import DifferentError

FILE = click.Path(path_type=Path, dir_okay=False)


def chosen(names: tuple[str, ...]) -> list[Tool]:
    """The tools asked for that can run here; says which cannot."""
    tools = {name: TOOLS[name]() for name in names}
    for name in (name for name, tool in tools.items() if tool is None):
        click.echo(f"{name} cannot run here and is left out; see bench/README.md", err=True)
    return [tool for tool in tools.values() if tool]


def case(text: str, languages: str) -> tuple[int, tuple[str, ...]]:
    """A number of entries and their languages: ``1000`` or ``10000:en,zh``."""
    number, _, own = text.partition(":")
    if not number.isdecimal() or not int(number):
        raise click.BadParameter(f"{text} is not a number of entries, as in 1000 or 10000:en,zh")
    return int(number), tuple((own or languages).split(","))


@click.command()
@click.option("--n", "cases", multiple=True, default=("1000",), show_default=True, metavar="N[:LANGUAGES]",
              help="How many entries, and in which languages if not in those of --languages.")  # fmt: skip
@click.option("--languages", default="en", show_default=True, help="The first is the originals'.")
@click.option("--into", "folders", type=entries.FOLDER, multiple=True, required=True,
              help="A folder to work in; one in memory, one on a disk.")  # fmt: skip
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="Timed rounds.")
@click.option("--slow-rounds", type=click.IntRange(1), default=2, show_default=True,
              help="Those in which the slow tools take part.")  # fmt: skip
@click.option("--tool", "names", type=click.Choice(list(TOOLS)), multiple=True, default=tuple(TOOLS),
              help="Only these.")  # fmt: skip
@click.option("--seed", type=int, default=entries.SEED, show_default=True, help="For other entries.")
@click.option("--json", "raw", type=FILE, help="Write all figures here.")
@click.option("--markdown", type=FILE, help="Write the tables here, headed with this command.")
def main(
    cases: tuple[str, ...], languages: str, folders: tuple[Path, ...], rounds: int, slow_rounds: int,
    names: tuple[str, ...], seed: int, raw: Path | None, markdown: Path | None,
) -> None:  # fmt: skip
    """Time builds of the observatory and its peers, cold and after a change."""
    tools = chosen(names)
    described = machine(tools)
    outcomes: list[Outcome] = []
    try:
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
            for n, wanted in (case(text, languages) for text in cases):
                course = Course(folder, n, wanted, seed, tools)
                outcomes.append(course.run(rounds, slow_rounds, place(folder)))
                if raw:
                    raw.write_text(json.dumps([asdict(outcome) for outcome in outcomes], indent=2) + "\n")
    except (CommandError, DifferentError) as failed:
        raise click.ClickException(str(failed)) from None
    command = shlex.join(["python", "bench/run.py", *sys.argv[1:]])
    text = f"# How fast it is\n\n```sh\n{command}\n```\n\n{described}\n\n{report(outcomes)}"
    click.echo(text)
    if markdown:
        markdown.parent.mkdir(parents=True, exist_ok=True)
        markdown.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
