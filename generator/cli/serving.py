"""The command that shows the site while one works on it: `serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.place import settings_of, voice_of
from generator.cli.wrong import refusal, stopped, wrong
from generator.phrase import NOTHING, also, counted, phrase
from generator.telling import tell

if TYPE_CHECKING:
    from generator.serving.outcome import Outcome
    from generator.words import Words


@click.command()
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to listen: HOST:PORT.")
@click.pass_context
def serve(context: click.Context, address: str) -> None:
    """Show the site in a browser; when a file is saved, open pages follow, or show what is wrong.

    What is shown is made in .cache/serve; a site that was built stays as it is.
    """
    from generator import serving
    from generator.serving.server import is_loopback

    words = voice_of(context)
    say = words.tell if words else str
    host, colon, port = address.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    if not (host and colon and port.isdigit() and int(port) < 65536):
        raise wrong(say, phrase("%(address)s is not HOST:PORT, like 127.0.0.1:8000", address=address))

    def listen(outcome: Outcome | None) -> None:
        if outcome:
            _tell(outcome, words)
            return
        shows = phrase(
            "%(address)s shows the observatory and follows its files; Ctrl-C ends it", address=f"http://{address}/"
        )
        click.echo(say(shows))
        if not is_loopback(host):
            open_to = phrase("Whoever can reach this machine there can read it as well, with what is wrong in files")
            click.echo(say(open_to), err=True)

    try:
        serving.serve(settings_of(context), (host, int(port)), listen)
    except KeyboardInterrupt:
        click.echo("")
    except OSError as error:
        cannot = phrase("%(address)s cannot be served: %(reason)s", address=address, reason=refusal(error))
        raise stopped(say, cannot) from None


def _tell(outcome: Outcome, words: Words | None) -> None:
    """Say on the terminal what came of a build, as `observatory check` would."""
    from generator.check import Report

    say = words.tell if words else str
    if not outcome.reason:
        drawn = counted(
            "%(drawn)s of %(n)s page drawn in %(seconds)s seconds",
            "%(drawn)s of %(n)s pages drawn in %(seconds)s seconds",
            outcome.pages,
            drawn=outcome.drawn,
            seconds=f"{outcome.seconds:.2f}",
        )
        number = len(outcome.diagnostics)
        click.echo(say(also(drawn, counted("%(n)s warning", "%(n)s warnings", number) if number else NOTHING)))
        return
    if outcome.diagnostics:
        tell(Report(outcome.diagnostics, outcome.files), "full", quiet=True, words=words)
    if outcome.trace:
        click.echo(outcome.trace, err=True)
    reason = outcome.reason.rstrip(".")
    before = phrase("%(reason)s; what is shown is from before", reason=reason)
    click.echo(
        say(before if outcome.site else phrase("%(reason)s; there is nothing to show yet", reason=reason)), err=True
    )
