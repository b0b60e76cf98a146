"""The commands. With telling.py the only modules that print, and the ones that pick exit codes: 0 sound, 1 faults, 2 wrong usage.

A module holds a family of commands, and COMMANDS lists them all. What a command needs is imported when it runs, so that
``observatory --help`` and a check of one file stay quick.
"""

from __future__ import annotations

import io
import sys

import click

from generator.cli.checking import check, explain
from generator.cli.formatting import format_
from generator.cli.founding import init
from generator.cli.keeping import ledger, rename
from generator.cli.linking import links
from generator.cli.publishing import build
from generator.cli.receiving import import_, questionnaire
from generator.cli.reviewing import review
from generator.cli.serving import serve
from generator.cli.translating import translate
from generator.cli.writing import new, schema

COMMANDS: tuple[click.Command, ...] = (
    check,
    explain,
    review,
    new,
    questionnaire,
    import_,
    format_,
    schema,
    translate,
    rename,
    ledger,
    build,
    serve,
    links,
    init,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--root", type=click.Path(exists=True, file_okay=False), help="The folder of the observatory.")
@click.version_option(package_name="good-practices-observatory", prog_name="observatory")
@click.pass_context
def main(context: click.Context, root: str | None) -> None:
    """Check, write and publish an observatory of good practices."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    context.obj = root


for _command in COMMANDS:
    main.add_command(_command)
