"""The commands. With telling.py the only module that prints, and the one that picks exit codes: 0 sound, 1 faults, 2 wrong usage.

What a command needs is imported when it runs, so that ``observatory --help`` and a check of one file stay
quick.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.telling import count, tell

if TYPE_CHECKING:
    from generator.diagnostics import Rule
    from generator.registry import Registry
    from generator.settings import Settings

MARKS = ("mkdocs.yml", "practices")
"""What tells the folder of an observatory."""


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


@main.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "voice",
    type=click.Choice(["full", "concise", "github", "json"]),
    default="full",
    help="How to tell: for people, one line each, for GitHub Actions, or for programs.",
)
@click.option("--quiet", "-q", is_flag=True, help="Tell errors only, and no count.")
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], voice: str, quiet: bool) -> None:
    """Check entries and registry: everything, or the files and folders in PATHS."""
    from generator import check as checks
    from generator.diagnostics import errors
    from generator.settings import today

    settings = _settings(context)
    try:
        chosen = [checks.chosen(settings, path) for path in paths]
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    report = checks.paths(settings, chosen, today())
    tell(report, voice, quiet)
    context.exit(1 if errors(report.diagnostics) else 0)


@main.command()
@click.argument("codes", nargs=-1)
def explain(codes: tuple[str, ...]) -> None:
    """Explain what the checks say: the rules CODES (P101, unknown-field), or a list of all."""
    from generator.refusals import REFUSALS
    from generator.rules import RULES

    rules = (*REFUSALS, *RULES)
    if codes:
        click.echo("\n\n".join(_explanation(_rule(code, rules)) for code in codes))
    else:
        width = max(len(rule.name) for rule in rules)
        for rule in rules:
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:{width}}  {rule.title}")


@main.command()
@click.option("--state", help="Code or name of the State, or `none` where the source names nobody.")
@click.option("--provision", help="The provision that fits best, like 5.1.")
@click.option("--title", help="What the practice is, in a few words.")
@click.option("--language", default="en", show_default=True, help="The language you write in.")
@click.option("--id", "id_", help="The name of the file, without .yml.")
@click.pass_context
def new(
    context: click.Context,
    state: str | None,
    provision: str | None,
    title: str | None,
    language: str,
    id_: str | None,
) -> None:
    """Write a new entry with blanks to fill in. What is not given is asked for."""
    from generator import new as writing
    from generator.settings import today

    settings = _settings(context)
    registry = _registry(context, settings)
    answers = writing.Answers(settings, registry)
    language = _ask(language, "Language", answers.language)
    state = _ask(state, "State (its code or name; none, where the source names nobody)", answers.state)
    provision = _ask(provision, "Provision", answers.provision)
    title = _ask(title, "Title", answers.title)
    id_ = _ask(id_, "Name of the file, without .yml", answers.id(state), writing.propose(title, state, answers.codes))
    path = answers.path(provision, id_)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(writing.entry(language, title, state, provision, today().isoformat(), registry))
    shown = settings.shown(path)
    click.echo(f"Wrote {shown}\nFill in what is empty, then run: observatory check {shown}")


@main.command()
@click.pass_context
def schema(context: click.Context) -> None:
    """Write the JSON Schemas that editors complete and underline by, into schema/."""
    from generator.schema import files

    settings = _settings(context)
    registry = _registry(context, settings)
    folder = settings.root / "schema"
    folder.mkdir(exist_ok=True)
    for name, text in files(registry).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        click.echo(settings.shown(folder / name))


@main.group()
def translate() -> None:
    """Keep translations in step with their originals."""


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
    from generator.marks import accept as write

    settings = _settings(context)
    try:
        path = write(settings, id, language, fields)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{settings.shown(path)}: marks renewed")


@main.command()
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes, instead of mkdocs.yml's site_dir.",
)
@click.option("--quiet", "-q", is_flag=True, help="Tell errors only.")
@click.pass_context
def build(context: click.Context, site_dir: Path | None, quiet: bool) -> None:
    """Build the whole site, beside the old one, and swap it in."""
    from generator import plugin
    from generator.progress import shown

    settings = _settings(context)
    with _explained(context), shown(not quiet and sys.stderr.isatty()) as progress:
        built = plugin.run(settings.root, site_dir.resolve() if site_dir else None, progress)
    if not quiet:
        click.echo(f"{count(built.pages, 'page')} in {count(built.languages, 'language')}, in {built.site}")
        if built.warnings:
            click.echo(f"{count(built.warnings, 'warning')}; `observatory check` shows what they are", err=True)


@main.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen: HOST:PORT.")
@click.pass_context
def serve(context: click.Context, address: str) -> None:
    """Show the site in a browser, and rebuild it whenever a file changes."""
    import logging

    from generator import plugin

    logging.basicConfig(format="%(message)s", level=logging.INFO)
    host, colon, port = address.rpartition(":")
    if not (host and colon and port.isdigit() and int(port) < 65536):
        raise click.UsageError(f"{address} is not HOST:PORT, like 127.0.0.1:8000")
    with _explained(context, told=True):
        plugin.serve(_settings(context).root, address)


@contextmanager
def _explained(context: click.Context, told: bool = False) -> Iterator[None]:
    """Turns what can go wrong outside of the program into a message and an exit code.

    ``told`` where faults were told already.
    """
    from generator import plugin
    from generator.check import Report

    try:
        yield
    except plugin.FaultsInEntries as faults:
        if not told:
            tell(Report(faults.diagnostics, faults.files), "full", quiet=False)
        click.echo("The site was not built; what was published before is untouched", err=True)
        context.exit(1)
    except plugin.SettingsError as error:
        raise click.UsageError(f"mkdocs.yml: {error}") from None
    except plugin.ThemeError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise click.ClickException(
            f"{place}{error.strerror or error}; the site was not built, and what was published before is untouched"
        ) from None


def _settings(context: click.Context) -> Settings:
    from generator.settings import Settings

    if context.obj:
        return Settings(Path(context.obj).resolve())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if any((folder / mark).exists() for mark in MARKS):
            return Settings(folder)
    raise click.UsageError(
        f"{here} is not in an observatory: no folder from there upwards has {' or '.join(MARKS)}; name one with --root"
    )


def _registry(context: click.Context, settings: Settings) -> Registry:
    """The registry; its errors are told and end the command."""
    from generator import check as checks

    registry, found = checks.registry(settings)
    if registry is None:
        tell(checks.Report(found, 0, entries=False), "full", quiet=True)
        context.exit(1)
    return registry


def _ask(given: str | None, question: str, understand: Callable[[str], str], proposal: str | None = None) -> str:
    """What was given, or is answered, as it is understood; an answer that is not is asked for again."""

    def read(answer: str) -> str:
        try:
            return understand(answer)
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    if given is not None:
        return read(given)
    answer: str = click.prompt(question, default=proposal or None, value_proc=read)
    return answer


def _rule(asked: str, rules: Iterable[Rule]) -> Rule:
    names = {key: rule for rule in rules for key in (rule.code.lower(), rule.name)}
    small = asked.lower().replace("_", "-")
    if small in names:
        return names[small]
    from generator.diagnostics import shortened
    from generator.rules.nearest import nearest

    near = nearest(small, names)
    advice = f"did you mean {names[near].code} ({names[near].name})?" if near else "`observatory explain` lists all"
    raise click.UsageError(f"there is no rule {shortened(asked)}; {advice}")


def _explanation(rule: Rule) -> str:
    return f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.explanation}"
