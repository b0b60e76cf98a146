"""The command that writes entries in one form: `observatory format`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from generator.cli.options import LANGUAGE, VOICES
from generator.cli.place import saying_of, settings_of, voice_of
from generator.cli.wrong import NOTHING_CHANGED, system, usage
from generator.phrase import counted, enumerated, phrase
from generator.telling import tell

if TYPE_CHECKING:
    from generator.formatting.files import Outcome
    from generator.settings import Settings


@click.command("format")
@click.argument("paths", nargs=-1)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; say which files would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show which lines would change.")
@VOICES
@LANGUAGE
@click.pass_context
def format_(
    context: click.Context, paths: tuple[str, ...], only_check: bool, diff: bool, voice: str, language: str
) -> None:
    """Write entries and translations in one form: all of them, or the files and folders in PATHS.

    Order of fields, quotes, brackets and the length of lines become the same everywhere. Comments stay at what they stand at,
    and no value changes; a file that cannot be read is told and left alone. With --check or --diff the exit code is 1 where
    a file would change.
    """
    from generator import check as checks
    from generator.diagnostics import in_order
    from generator.formatting import files

    settings, say = settings_of(context), saying_of(context, language)
    with usage(say):
        outcome = files.compared(settings, [_chosen(settings, path) for path in paths])
    if diff:
        for change in outcome.changes:
            click.echo(change.diff(), nl=False)
    found = [*outcome.faults, *(change.fault() for change in outcome.changes if only_check)]
    if found or only_check:
        tell(checks.Report(in_order(found), outcome.files), voice, not only_check, voice_of(context, language))
    if not (only_check or diff):
        _write(outcome, say)
    context.exit(1 if outcome.faults or (outcome.changes and (only_check or diff)) else 0)


def _chosen(settings: Settings, path: str) -> str:
    from generator import check as checks

    shown = checks.chosen(settings, path)
    if shown and not checks.is_chosen(shown, [settings.shown(settings.practices)]):
        raise ValueError(
            phrase(
                "%(path)s is not in %(folder)s; only entries and translations have this form",
                path=path,
                folder=str(settings.practices),
            )
        )
    return shown


def _write(outcome: Outcome, say: Callable[[str], str]) -> None:
    """Write what would change, and say which files that were."""
    from generator.formatting import files

    with system(say, NOTHING_CHANGED):
        files.write(outcome.changes)
    for change in outcome.changes:
        click.echo(change.before.path)
    anew = counted("%(n)s file written anew", "%(n)s files written anew", len(outcome.changes))
    left = counted("%(n)s left alone", "%(n)s left alone", outcome.files - len(outcome.changes))
    click.echo(say(enumerated(anew, left)), err=True)
