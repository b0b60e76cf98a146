"""What the checks found, told to people at a terminal and to programs: the voice, the colours, the count."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from generator.phrase import NOTHING, Phrase, also, counted, enumerated, phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.check import Report
    from generator.voices import Paint
    from generator.words import Words


def tell(report: Report, voice: str, quiet: bool, words: Words | None = None) -> None:
    """Tell a report in one of the voices on standard output, and how many files and problems there were.

    ``words`` are those of the reader's language; without them it is told in English.
    """
    from generator import voices
    from generator.diagnostics import Severity

    say = words.tell if words else str
    found = [one for one in report.diagnostics if not quiet or one.severity is Severity.ERROR]
    if voice in ("json", "gitlab"):
        click.echo(voices.as_json(found, say) if voice == "json" else voices.gitlab(found, say))
    elif voice == "full":
        for one in found:
            click.echo(voices.full(one, paint(), say), color=coloured())
    else:
        told = voices.concise if voice == "concise" else voices.github
        for one in found:
            click.echo(told(one, say))
    if not quiet:
        for line in _tally(report):
            click.echo(say(line), err=voice != "full")


def _tally(report: Report) -> Iterator[Phrase]:
    from generator.diagnostics import Severity, errors

    faults = errors(report.diagnostics)
    warnings = len(report.diagnostics) - faults
    if not report.diagnostics:
        yield counted("No problems in %(n)s file", "No problems in %(n)s files", report.files)
        return
    counts = [counted("%(n)s file read", "%(n)s files read", report.files)]
    if faults:
        counts.append(counted("%(n)s error", "%(n)s errors", faults))
    if warnings:
        counts.append(counted("%(n)s warning", "%(n)s warnings", warnings))
    left_out = NOTHING if report.entries else phrase("mend the registry first, the entries were not checked")
    yield also(enumerated(*counts), left_out)
    code = next((one for one in report.diagnostics if one.severity is Severity.ERROR), report.diagnostics[0]).code
    yield phrase("`observatory explain %(code)s` tells more about %(code)s, and likewise for every code", code=code)


def count(number: int, what: str, several: str = "") -> str:
    """A number with what it counts: "1 file", "1,200 files", "2 entries"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {several or f'{what}s'}"


def coloured() -> bool:
    """Colour on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def paint() -> Paint:
    """How to mark words on this terminal."""
    from functools import partial

    from generator.voices import PLAIN, Paint

    if not coloured():
        return PLAIN
    return Paint(
        error=partial(click.style, fg="red", bold=True),
        warning=partial(click.style, fg="yellow", bold=True),
        strong=partial(click.style, bold=True),
        quiet=partial(click.style, fg="blue"),
        added=partial(click.style, fg="green"),
    )
