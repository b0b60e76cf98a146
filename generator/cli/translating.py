"""The commands for translations: `translate status`, `start`, `accept`, `export` and `import`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import table_or_json
from generator.cli.place import registry_of, saying_of, settings_of, voice_of
from generator.cli.wrong import NOTHING_CHANGED, system, usage
from generator.phrase import counted, enumerated, phrase
from generator.telling import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Diagnostic

LANGUAGES = click.option(
    "--language", "languages", multiple=True, help="Only this language; may be given several times."
)


@click.group()
def translate() -> None:
    """Keep translations in step with their originals."""


@translate.command()
@click.argument("ids", nargs=-1)
@LANGUAGES
@click.option("--entries", "by_entry", is_flag=True, help="A line for each entry, before the totals.")
@table_or_json("For people, or for programs: there entries are always told.")
@click.pass_context
def status(
    context: click.Context, ids: tuple[str, ...], languages: tuple[str, ...], by_entry: bool, voice: str
) -> None:
    """Say how far the translations are: of every language in total, or of the entries IDS.

    `current` are translations that fit their originals, and by whom they are made: machine, draft, reviewed, official.
    `outdated` is one where the original of a text has changed since; `observatory check` names the texts. Withdrawn entries
    are left out. The exit code is 0 also where something is missing.
    """
    from generator.folder import entries
    from generator.progress import shown
    from generator.translating import asked, report
    from generator.translating.status import status as standing

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    with usage(say):
        some = asked.entries(entries(settings)[0], ids)
        codes = asked.languages(registry, languages)
    with shown(sys.stderr.isatty()) as progress:
        said = standing(settings, registry, some, codes, progress)
    if voice == "json":
        click.echo(report.as_json(said))
        return
    each = report.by_entry(said, codes, say) if by_entry or ids else ()
    for line in (*each, *report.in_total(said, say)):
        click.echo(line)


@translate.command()
@click.argument("id")
@click.argument("language")
@click.pass_context
def start(context: click.Context, id: str, language: str) -> None:
    """Write the file of a new translation of the entry ID into LANGUAGE, the originals as notes above the blanks.

    A file that is there is left alone. The check complains of every blank until it is filled in or taken out.
    """
    from generator.translating.start import start as begin

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    with usage(say), system(say, NOTHING_CHANGED):
        path = begin(settings, registry, id, language)
    shown = settings.shown(path)
    click.echo(say(phrase("Wrote %(path)s", path=shown)))
    click.echo(say(phrase("Fill in what is empty, or take it out, then run: observatory check %(path)s", path=shown)))


@translate.command()
@click.argument("id")
@click.argument("language")
@click.argument("fields", nargs=-1)
@click.pass_context
def accept(context: click.Context, id: str, language: str, fields: tuple[str, ...]) -> None:
    """Say that the translation of entry ID in LANGUAGE fits the original as it is now.

    FIELDS are the fields that were looked at; all, where none is named. Writes the marks by which the checks know when
    an original has changed since.
    """
    from generator.translating.accept import accept as write

    settings, say = settings_of(context), saying_of(context)
    with usage(say), system(say, NOTHING_CHANGED):
        path = write(settings, id, language, fields)
    click.echo(say(phrase("%(path)s: marks renewed", path=settings.shown(path))))


@translate.command()
@click.argument("folder", type=click.Path(path_type=Path))
@LANGUAGES
@click.pass_context
def export(context: click.Context, folder: Path, languages: tuple[str, ...]) -> None:
    """Write the texts of all entries into FOLDER for a translation platform: FOLDER/en/ITS-ID/fr.yml, a file a language.

    Into all languages of the observatory, or those that are named. Beside each entry's files stands exported.json, by which
    `translate import` knows what has changed since; leave it there. A folder that was exported into before is brought up to date,
    but not while it holds translations that were not imported: they would be lost, so nothing is written then.
    """
    from generator import check
    from generator.diagnostics import errors
    from generator.folder import entries
    from generator.settings import today
    from generator.translating import asked
    from generator.translating.exporting import export as write

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    report = check.paths(settings, (), today())
    if errors(report.diagnostics):
        tell(report, "full", quiet=True, words=voice_of(context))
        why = phrase("nothing was written into %(folder)s: the entries have errors", folder=str(folder))
        click.echo(say(why), err=True)
        context.exit(1)
    with usage(say), system(say, NOTHING_CHANGED):
        every = asked.entries(entries(settings)[0], ())
        done = write(settings, registry, every, asked.languages(registry, languages), folder)
    _refused(context, done.faults, 0, folder)
    for place in done.left:
        gone = phrase("%(folder)s is of no entry any more; delete it when nothing in it is needed", folder=str(place))
        click.echo(say(gone))
    there = counted("%(n)s entry in %(folder)s", "%(n)s entries in %(folder)s", done.entries, folder=str(folder))
    click.echo(say(enumerated(there, counted("%(n)s file written", "%(n)s files written", len(done.written)))))


@translate.command("import")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_context
def import_(context: click.Context, folder: Path) -> None:
    """Take what was translated in FOLDER since it was exported into the files beside the originals.

    Only texts that changed in FOLDER are taken: an empty one takes nothing away, and one that is as it was exported leaves alone
    what is newer in the observatory. A new translation is `draft`. One made by a program stays `machine` until no text of the
    program is left in it. The marks are those of the original as it was exported, so what has changed since is outdated.

    A text that changed on both sides is refused, and so is one that would overwrite a reviewed or official translation, unless the
    file in FOLDER says what it is by a line of its own, like `translation: {status: reviewed}`. Where anything is refused or
    wrong, all of that is told and nothing is written. A second import changes nothing. What was taken is noted in the
    exported.json of each entry, so that work in FOLDER can go on without another export.
    """
    from generator.folder import entries
    from generator.translating.importing import take_in

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    with usage(say), system(say, NOTHING_CHANGED):
        done = take_in(settings, registry, entries(settings)[0], folder)
    _refused(context, done.faults, done.files, None)
    for note in done.notes:
        click.echo(say(note))
    for path, fields in done.written:
        click.echo(f"{settings.shown(path)}: {', '.join(fields) or 'status'}")
    read = counted("%(n)s file read", "%(n)s files read", done.files)
    written = counted("%(n)s translation written", "%(n)s translations written", len(done.written))
    click.echo(say(enumerated(read, written)))


def _refused(context: click.Context, faults: Sequence[Diagnostic], files: int, folder: Path | None) -> None:
    from generator.check import Report

    if faults:
        report = Report(list(faults), files or len({one.span.path for one in faults}))
        tell(report, "full", quiet=True, words=voice_of(context))
        number = counted("%(n)s fault", "%(n)s faults", len(faults))
        unwritten = phrase("nothing was written into %(folder)s: %(faults)s", folder=str(folder), faults=number)
        why = unwritten if folder else phrase("nothing was imported: %(faults)s", faults=number)
        click.echo(saying_of(context)(why), err=True)
        context.exit(1)
