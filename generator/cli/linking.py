"""The command that asks whether links to other sites still lead somewhere: `links`."""

from __future__ import annotations

import sys

import click

from generator.cli.options import table_or_json
from generator.cli.place import saying_of, settings_of
from generator.phrase import at, reason


@click.command()
@table_or_json("How to tell: for people, or for programs.")
@click.option("--all", "everything", is_flag=True, help="List the addresses that answer, too.")
@click.option(
    "--budget", type=click.FloatRange(0, 1440), default=20, show_default=True, help="Stop asking after so many minutes."
)
@click.option(
    "--timeout", type=click.FloatRange(0.1, 120), default=15, show_default=True, help="Seconds to wait for an answer."
)
@click.option("--allow-private", is_flag=True, help="Ask machines of private networks, and any port, as well.")
@click.pass_context
def links(
    context: click.Context, voice: str, everything: bool, budget: float, timeout: float, allow_private: bool
) -> None:
    """Ask whether links to other sites still lead somewhere.

    Every address in entries, registry and hand-written pages is asked for once, each host once a second. This reports and
    never blocks: the exit code is 0 also where links are dead. What is known is told after Ctrl-C, too.
    """
    from generator.external import report
    from generator.external.answers import Answer, Verdict
    from generator.external.asking import Asking
    from generator.external.every import ask_all
    from generator.external.mentions import mentions
    from generator.external.pace import Pace
    from generator.outcome import SettingsError
    from generator.plugin import MkDocs
    from generator.progress import shown

    settings, say = settings_of(context), saying_of(context)
    try:
        site_url = MkDocs(settings.root).setup().site_url
    except SettingsError as error:
        raise click.UsageError(say(at("mkdocs.yml", reason(error)))) from None
    found = mentions(settings)
    pace = Pace()
    asking = Asking(f"observatory-links (+{site_url})", pace, timeout, allow_private)
    answers = {one.url: Answer(one.url, Verdict.UNASKED) for one in found}
    interrupted = False
    with shown(sys.stderr.isatty()) as progress:
        try:
            for done, answer in enumerate(ask_all(answers.copy(), asking.ask, pace.stopped, budget * 60), 1):
                answers[answer.url] = answer
                progress("Asking", done, len(answers))
        except KeyboardInterrupt:
            interrupted = True
    if voice == "json":
        click.echo(report.as_json(found, answers))
    else:
        for line in report.table(found, answers, everything, say):
            click.echo(line)
    context.exit(1 if interrupted else 0)
