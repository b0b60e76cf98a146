"""The commands that keep what is published reachable: ``observatory ledger`` and ``observatory rename``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.place import registry_of, saying_of, settings_of, voice_of
from generator.cli.wrong import NOTHING_CHANGED, system, usage
from generator.phrase import Phrase, counted, enumerated, listed, phrase
from generator.telling import tell

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

    settings, say = settings_of(context), saying_of(context)
    shown = settings.shown(settings.ledger)
    if keeps is not None:
        earlier = _sound(context, ledgers.read_at(keeps, str(keeps)))
        gone = earlier.ids - _sound(context, ledgers.read(settings)).ids
        if gone:
            click.echo(say(_lost(gone, shown)), err=True)
        context.exit(1 if gone else 0)
    ids = _ids(context, settings)
    kept = _sound(context, ledgers.read(settings))
    new, text = ids - kept.ids, ledgers.written(kept, ids)
    if text == kept.source.text:
        number = counted("%(n)s id", "%(n)s ids", len(kept.ids))
        click.echo(say(phrase("%(path)s is up to date: %(ids)s", path=shown, ids=number)))
        return
    if only_check:
        lacks = phrase("%(path)s lacks %(ids)s; run `observatory ledger`", path=shown, ids=_some(new))
        disordered = phrase("%(path)s is not in order; run `observatory ledger`", path=shown)
        click.echo(say(lacks if new else disordered), err=True)
        context.exit(1)
    with system(say, place=shown):
        settings.ledger.write_text(text, encoding="utf-8", newline="\n")
    added = counted("%(n)s id added", "%(n)s ids added", len(new))
    whole = counted("%(n)s in all", "%(n)s in all", len(kept.ids | ids))
    click.echo(say(phrase("%(path)s: %(numbers)s", path=shown, numbers=enumerated(added, whole))))


@click.command()
@click.argument("old")
@click.argument("new")
@click.pass_context
def rename(context: click.Context, old: str, new: str) -> None:
    """Give the entry OLD the id NEW: move its files and translations, and mend what other entries say.

    If OLD was published, it stays among the `aliases` of the entry, and its address leads to the new one.
    """
    from generator.rename import rename as give_id

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    with usage(say), system(say, NOTHING_CHANGED):
        done = give_id(settings, registry, old, new)
    for path, target in done.moved:
        moved = phrase("%(path)s is %(target)s now", path=settings.shown(path), target=settings.shown(target))
        click.echo(say(moved))
    for path in done.naming:
        click.echo(say(phrase("%(path)s names it by the new id", path=settings.shown(path))))
    kept = phrase("%(id)s is kept as an alias: its address will lead to the new one", id=done.old)
    unknown = phrase("%(id)s was never published, so nothing leads there and it is not kept", id=done.old)
    click.echo(say(kept if done.kept else unknown))


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
        left = phrase("%(path)s was left as it was", path=settings.shown(settings.ledger))
        click.echo(saying_of(context)(left), err=True)
        context.exit(1)
    return report.ids


def _lost(gone: Collection[str], shown: str) -> Phrase:
    return phrase(
        "%(path)s has lost %(ids)s; put the lines back: what was published stays so", path=shown, ids=_some(gone)
    )


def _some(ids: Collection[str]) -> tuple[str, ...] | Phrase:
    from generator.diagnostics import shortened

    return listed(tuple(map(shortened, sorted(ids))), NAMED)
