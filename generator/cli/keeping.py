"""The commands that keep what is published reachable: ``observatory ledger`` and ``observatory rename``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.place import registry_of, settings_of, voice_of
from generator.telling import count, tell

if TYPE_CHECKING:
    from collections.abc import Collection

    from generator.diagnostics import Diagnostic
    from generator.ledger import Ledger
    from generator.settings import Settings

NAMED = 10  # so many ids are named in a message


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit code 1 where an id is not in it yet.")
@click.option(
    "--keeps",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Write nothing; exit code 1 where an id of this earlier ledger is not in it any more.",
)
@click.pass_context
def ledger(context: click.Context, only_check: bool, keeps: Path | None) -> None:
    """Add the ids of all entries to the ledger of published ids, registry/published.txt.

    Nothing is ever taken out: the check fails when an id of the ledger leads nowhere any more. The workflow that
    publishes the site runs this.
    """
    from generator import ledger as ledgers

    settings = settings_of(context)
    shown = settings.shown(settings.ledger)
    if keeps is not None:
        earlier = _sound(context, ledgers.read_at(keeps, str(keeps)))
        context.exit(_keeps(earlier, _sound(context, ledgers.read(settings)), shown))
    ids = _ids(context, settings)
    kept = _sound(context, ledgers.read(settings))
    new, text = ids - kept.ids, ledgers.written(kept, ids)
    if text == kept.source.text:
        click.echo(f"{shown} is up to date: {count(len(kept.ids), 'id')}")
        return
    if only_check:
        click.echo(f"{shown} {f'lacks {_some(new)}' if new else 'is not in order'}; run `observatory ledger`", err=True)
        context.exit(1)
    try:
        settings.ledger.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{shown}: {error.strerror or error}") from None
    click.echo(f"{shown}: {count(len(new), 'id')} added, {len(kept.ids | ids):,} in all")


@click.command()
@click.argument("old")
@click.argument("new")
@click.pass_context
def rename(context: click.Context, old: str, new: str) -> None:
    """Give the entry OLD the id NEW: move its files and translations, and mend what other entries say.

    If OLD was published, it stays among the `aliases` of the entry, and its address leads to the new one.
    """
    from generator.rename import rename as give_id

    settings = settings_of(context)
    registry = registry_of(context, settings)
    try:
        done = give_id(settings, registry, old, new)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(f"{place}{error.strerror or error}; nothing was changed") from None
    for path, target in done.moved:
        click.echo(f"{settings.shown(path)} is {settings.shown(target)} now")
    for path in done.naming:
        click.echo(f"{settings.shown(path)} names it by the new id")
    if done.kept:
        click.echo(f"{done.old} is kept as an alias: its address will lead to the new one")
    else:
        click.echo(f"{done.old} was never published, so nothing leads there and it is not kept")


def _sound(context: click.Context, read: Ledger | Diagnostic) -> Ledger:
    """A ledger that could be read; else the reason is told and ends the command."""
    from generator.check import Report
    from generator.diagnostics import Diagnostic

    if isinstance(read, Diagnostic):
        tell(Report([read], 1), "full", quiet=True, words=voice_of(context))
        context.exit(1)
    return read


def _ids(context: click.Context, settings: Settings) -> frozenset[str]:
    """The ids of all entries, former ones included; where there are errors, nothing is published, so they end the command."""
    from generator import check as checks
    from generator.diagnostics import errors
    from generator.settings import today

    report = checks.paths(settings, (), today())
    if errors(report.diagnostics):
        tell(report, "full", quiet=True, words=voice_of(context))
        click.echo(f"{settings.shown(settings.ledger)} was left as it was", err=True)
        context.exit(1)
    return report.ids


def _keeps(earlier: Ledger, now: Ledger, shown: str) -> int:
    """The exit code: 1 where an id of the earlier ledger is gone, which is told."""
    gone = earlier.ids - now.ids
    if gone:
        click.echo(f"{shown} has lost {_some(gone)}; put the lines back: what was published stays so", err=True)
    return 1 if gone else 0


def _some(ids: Collection[str]) -> str:
    from generator.diagnostics import shortened

    first = ", ".join(shortened(id) for id in sorted(ids)[:NAMED])
    return f"{first} and {len(ids) - NAMED:,} more" if len(ids) > NAMED else first
