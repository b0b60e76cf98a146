"""The command that says what is different from an earlier revision: `review`."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from generator.cli.place import settings_of
from generator.telling import coloured, paint

if TYPE_CHECKING:
    from generator.settings import Settings
    from generator.words import Words


@click.command()
@click.argument("revision", default="", metavar="[REV]")
@click.argument("other", default="", metavar="[OTHER]")
@click.option(
    "--format",
    "voice",
    type=click.Choice(["terminal", "markdown", "json"]),
    default="terminal",
    show_default=True,
    help="How to tell: for people at a terminal, for the summary of a run on GitHub or GitLab, or for programs.",
)
@click.option(
    "--language",
    help="The language in which it is told. By default Markdown is in that of the entries that came in, and all else in English.",
)
@click.pass_context
def review(context: click.Context, revision: str, other: str, voice: str, language: str | None) -> None:
    """Say what is different from the revision REV: a branch, a tag or a commit.

    Entries, translations and the registry as they stand are compared, or as the revision OTHER has them; by default with the
    commit at which they parted from main. Told are the faults in what differs, each field that has changed, which pages
    will look different, and entries that look similar. This judges nothing: the exit code is 0 also where there are faults, which
    `observatory check` is for.
    """
    from generator.progress import shown
    from generator.reviewing.markdown import markdown
    from generator.reviewing.programs import as_json
    from generator.reviewing.report import Reporter
    from generator.reviewing.repository import RevisionError
    from generator.reviewing.review import review as look
    from generator.reviewing.sides import sides
    from generator.reviewing.terminal import terminal
    from generator.settings import NO_ADDRESS
    from generator.templates import TemplateError
    from generator.words import LanguageError

    settings = _published(settings_of(context))
    asked = _known(settings, language) if language else ""
    try:
        with sides(settings, revision, other) as both, shown(sys.stderr.isatty()) as progress:
            found = look(both, asked or ("" if voice == "markdown" else "en"), progress)
    except RevisionError as error:
        raise click.UsageError(str(error)) from None
    except (LanguageError, TemplateError) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or 'the files'}: {error.strerror or error}") from None
    if voice == "json":
        click.echo(as_json(found))
        return
    words = _words(settings, asked or (found.language if voice == "markdown" else ""))
    report = Reporter(words, "" if settings.site_url == NO_ADDRESS else settings.site_url).report(found)
    if voice == "markdown":
        click.echo(markdown(report, words.say("More differs than can be shown here.")), nl=False)
    else:
        for line in terminal(report, paint()):
            click.echo(line, color=coloured())


def _published(settings: Settings) -> Settings:
    """With the address of the site, so that what is told can lead there; without where mkdocs.yml does not say it."""
    from generator.outcome import SettingsError
    from generator.plugin import MkDocs

    try:
        said = MkDocs(settings.root).setup()
    except SettingsError as error:
        click.echo(f"mkdocs.yml: {error}; so nothing that is told leads to the site", err=True)
        return settings
    return replace(settings, site_url=said.site_url, repository=said.repository)


def _known(settings: Settings, language: str) -> str:
    """A language that somebody asked for."""
    from generator.diagnostics import shortened
    from generator.words import MESSAGES, path_of

    if language != MESSAGES and not (language.isalpha() and path_of(settings.locales, language).is_file()):
        there = sorted(path.parts[-3] for path in settings.locales.glob("*/LC_MESSAGES/*.po"))
        known = ", ".join(dict.fromkeys((MESSAGES, *there)))
        raise click.UsageError(f"nothing can be told in the language {shortened(language)}; there are {known}")
    return language


def _words(settings: Settings, language: str) -> Words:
    """The words of a language; English where its catalogue is missing or damaged, which the checks say more about."""
    from babel.messages.pofile import PoFileError

    from generator.words import MESSAGES, LanguageError, load

    try:
        return load(settings.locales, language or MESSAGES, "")
    except (LanguageError, PoFileError, ValueError, OSError):
        return load(settings.locales, MESSAGES, "")
