"""The command that says what is different from an earlier revision: `review`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from generator.cli.options import LANGUAGE, SPOKEN
from generator.cli.place import settings_of, voice_of
from generator.cli.wrong import stopped, system, wrong
from generator.telling import coloured, paint

if TYPE_CHECKING:
    from generator.settings import Settings


@click.command()
@click.argument("revision", default="", metavar="[REV]")
@click.argument("other", default="", metavar="[OTHER]")
@click.option(
    "--format",
    "voice",
    type=click.Choice(["terminal", "markdown", "github", "json"]),
    default="terminal",
    show_default=True,
    help="How to tell: for people at a terminal, for the summary of a run on GitHub or GitLab, for GitHub Actions (faults at their lines, "
    "nothing else), or for programs.",
)
@LANGUAGE
@click.pass_context
def review(context: click.Context, revision: str, other: str, voice: str, language: str) -> None:
    """Say what is different from the revision REV: a branch, a tag or a commit.

    Entries, translations and the registry as they stand are compared, or as the revision OTHER has them; by default with the
    commit at which they parted from main. Told are the faults in what differs, each field that has changed, which pages
    will look different, and entries that look similar. What GitHub shows is in the language of the entries that came in, unless another
    one is given. This judges nothing: the exit code is 0 also where there are faults, which
    `observatory check` is for.
    """
    from generator.interpreter import voice as speaker
    from generator.phrase import phrase, reason
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
    from generator.voices import github
    from generator.words import MESSAGES, LanguageError

    asked = voice_of(context, language)
    say = asked.tell if asked else str
    settings = _published(settings_of(context), say)
    is_open = voice in ("markdown", "github") and not (language or os.environ.get(SPOKEN))
    wanted = asked.language if asked else "" if is_open else MESSAGES
    try:
        with system(say), sides(settings, revision, other) as both, shown(sys.stderr.isatty()) as progress:
            found = look(both, wanted, progress)
    except RevisionError as error:
        raise wrong(say, error.why) from None
    except (LanguageError, TemplateError) as error:
        raise stopped(say, reason(error)) from None
    words = asked or speaker(settings.locales, wanted or found.language)
    if voice == "json":
        click.echo(as_json(found, words.tell))
        return
    if voice == "github":
        for one in found.faults:
            click.echo(github(one, words.tell))
        return
    report = Reporter(words, "" if settings.site_url == NO_ADDRESS else settings.site_url).report(found)
    if voice == "markdown":
        click.echo(markdown(report, words.tell(phrase("More differs than can be shown here."))), nl=False)
    else:
        for line in terminal(report, paint()):
            click.echo(line, color=coloured())


def _published(settings: Settings, say: Callable[[str], str]) -> Settings:
    """With the address of the site, so that what is told can lead there; without where mkdocs.yml does not say it."""
    from generator.outcome import SettingsError
    from generator.phrase import phrase, reason
    from generator.plugin import MkDocs

    try:
        said = MkDocs(settings.root).setup()
    except SettingsError as error:
        why = phrase("mkdocs.yml: %(reason)s; so nothing that is told leads to the site", reason=reason(error))
        click.echo(say(why), err=True)
        return settings
    return replace(settings, site_url=said.site_url)
