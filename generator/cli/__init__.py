"""The commands. With telling.py the only modules that print, and the ones that pick exit codes: 0 sound, 1 faults, 2 wrong usage.

A module holds a family of commands, and COMMANDS lists them all. A command is loaded when it is asked for, and what it needs when it
runs, so that ``observatory --help`` and a check of one file stay quick.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module

import click

COMMANDS = {
    "check": "checking",
    "explain": "checking",
    "review": "reviewing",
    "new": "writing",
    "questionnaire": "receiving",
    "import": "receiving",
    "format": "formatting",
    "schema": "writing",
    "translate": "translating",
    "rename": "keeping",
    "ledger": "keeping",
    "build": "publishing",
    "serve": "serving",
    "links": "linking",
    "init": "founding",
}
"""The module of each command."""


class _Commands(Mapping[str, click.Command]):
    """The commands by name, each imported when it is first asked for."""

    def __getitem__(self, name: str) -> click.Command:
        module = import_module(f"generator.cli.{COMMANDS[name]}")
        return next(one for one in vars(module).values() if isinstance(one, click.Command) and one.name == name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@click.group(commands=_Commands(), context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(exists=True, file_okay=False), help="The folder of the observatory.")
@click.version_option(package_name="good-practices-observatory", prog_name="observatory")
@click.pass_context
def main(context: click.Context, root: str | None) -> None:
    """Check, write and publish an observatory of good practices."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    context.obj = root
