"""The commands for practices of people who never see a file: `questionnaire` and `import`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import LANGUAGE, VOICES
from generator.cli.place import registry_of, saying_of, settings_of, voice_of
from generator.cli.wrong import system, wrong
from generator.phrase import also, counted, enumerated, phrase
from generator.telling import tell

if TYPE_CHECKING:
    from generator.blanks.choices import Choices
    from generator.intake.importing import Imported
    from generator.settings import Settings

ISSUE_FORM = Path(".github", "ISSUE_TEMPLATE", "practice.yml")


@click.command()
@click.option("--language", default="en", show_default=True, help="The language of the questions.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["docx", "xlsx", "issue"]),
    default="docx",
    show_default=True,
    help="For Word, one practice a file; for Excel, one practice a sheet; or the issue form of GitHub.",
)
@click.option(
    "--into",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file to write, instead of questionnaire-LANGUAGE.docx or .xlsx here, or {ISSUE_FORM.as_posix()} in the observatory.",
)
@click.pass_context
def questionnaire(context: click.Context, language: str, form: str, into: Path | None) -> None:
    """Write a form to send out, such as with a note verbale; `observatory import` reads what comes back.

    The questions are those of an entry, with what can be chosen in the language. Each has a code, by which its answer is found
    again, whatever was translated or put into another order. The same version writes the same bytes. A questionnaire is never
    written over another file, which may have been filled in; an issue form is written over an issue form.
    """
    from generator.blanks.choices import Choices
    from generator.diagnostics import shortened
    from generator.rules.nearest import no_language

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    if language not in registry.languages:
        raise wrong(say, no_language(language, registry.languages))
    target = into or (settings.root / ISSUE_FORM if form == "issue" else Path(f"questionnaire-{language}.{form}"))
    endings = (".yml", ".yaml") if form == "issue" else (f".{form}",)
    if target.suffix.lower() not in endings:
        raise wrong(
            say,
            phrase(
                "%(name)s does not end in %(ending)s; name another file with --into",
                name=shortened(target.name),
                ending=endings[0],
            ),
        )
    data = _form(form, Choices(settings.locales, registry), language)
    with system(say, place=str(target)):
        if target.exists() and not _may_go(target.read_bytes(), data):
            other = phrase("%(path)s is there already, and is something else", path=str(target))
            filled = phrase("%(path)s is there already, and may have been filled in", path=str(target))
            raise wrong(say, also(other if form == "issue" else filled, phrase("name another file with --into")))
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    click.echo(say(phrase("Wrote %(path)s", path=settings.shown(target))))
    click.echo(say(phrase("What comes back: observatory import FILE")))


def _may_go(there: bytes, data: bytes) -> bool:
    """Whether a file may be replaced: it is the same, or an issue form that was written here."""
    from generator.blanks.issue import HEAD

    return there == data or there.startswith(HEAD.encode())


def _form(form: str, choices: Choices, language: str) -> bytes:
    """The questionnaire in one of its formats."""
    from generator.blanks import docx, issue, xlsx

    write = {"docx": docx.questionnaire, "xlsx": xlsx.questionnaire, "issue": issue.questionnaire}[form]
    return write(choices, language)


@click.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--issue", is_flag=True, help="FILE is the text of an issue that was written with the issue form.")
@click.option("--partly", is_flag=True, help="Write the practices that are sound, also where others are not.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would be written.")
@VOICES
@LANGUAGE
@click.pass_context
def import_(
    context: click.Context, paths: tuple[Path, ...], issue: bool, partly: bool, dry_run: bool, voice: str, language: str
) -> None:
    """Make entries of practices that were sent in: questionnaires that were filled in, tables, data, issues.

    \b
    .docx, .xlsx   a questionnaire of `observatory questionnaire`
    .csv           a table with a practice a row, below codes or titles of the questions in any language
    .json          a practice in the shape of an entry, or a list of such

    What can be chosen is understood by its id and by its label in any language of the observatory. The entries are drafts, named
    after State and title, in the folders of their articles. Nothing that is there is overwritten: a practice whose State and
    title are there already is left as it is, so a second import of the same file changes nothing.

    Everything that is wrong is told at once, by sheet or table, row and column, and then nothing is written. Formulas,
    macros and links to other files are never run. (Translations from a platform: `observatory translate import`.)
    """
    from generator.check import Report
    from generator.folder import entries
    from generator.intake.importing import take_in
    from generator.settings import today

    settings = settings_of(context)
    registry = registry_of(context, settings)
    words, say = voice_of(context, language), saying_of(context, language)
    every, _ = entries(settings)
    with system(say, phrase("nothing was imported")):
        done = take_in(settings, registry, every, paths, today(), issue=issue, partly=partly, dry_run=dry_run)
    if done.diagnostics:
        tell(Report(list(done.diagnostics), done.read), voice, quiet=False, words=words)
    _say(settings, done, dry_run, voice != "full", say)
    context.exit(1 if done.is_wrong else 0)


def _say(settings: Settings, done: Imported, dry_run: bool, aside: bool, say: Callable[[str], str]) -> None:
    """What came in, what was there, and how many of each."""
    for note in done.notes:
        click.echo(say(note), err=aside)
    for one in done.arrivals:
        place = {"origin": one.origin, "path": settings.shown(one.path)}
        would = phrase("%(origin)s would be %(path)s", **place)
        click.echo(say(would if dry_run else phrase("%(origin)s is %(path)s", **place)), err=aside)
        if dry_run:
            click.echo(f"\n{one.text}")
    arrived = len(done.arrivals)
    to_be = counted("%(n)s entry to be written", "%(n)s entries to be written", arrived)
    parts = [to_be if dry_run else counted("%(n)s entry written", "%(n)s entries written", arrived)]
    if done.notes:
        parts.append(counted("%(n)s there already", "%(n)s there already", len(done.notes)))
    if done.left:
        parts.append(counted("%(n)s practice not taken", "%(n)s practices not taken", done.left))
    read = counted("%(n)s file read", "%(n)s files read", done.read)
    click.echo(say(phrase("%(read)s: %(done)s", read=read, done=enumerated(*parts))), err=aside)
