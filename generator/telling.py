"""What the checks found, told to people at a terminal and to programs: the voice, the colours, the count."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.check import Report
    from generator.diagnostics import Paint


def tell(report: Report, voice: str, quiet: bool) -> None:
    """Tell a report in one of the voices on standard output, and how many files and problems there were."""
    from generator import diagnostics
    from generator.diagnostics import Severity

    found = [one for one in report.diagnostics if not quiet or one.severity is Severity.ERROR]
    if voice == "json":
        click.echo(diagnostics.as_json(found))
    elif voice == "full":
        coloured = _coloured()
        paint = _paint() if coloured else diagnostics.PLAIN
        for one in found:
            click.echo(diagnostics.full(one, paint), color=coloured)
    else:
        say = diagnostics.concise if voice == "concise" else diagnostics.github
        for one in found:
            click.echo(say(one))
    if not quiet:
        click.echo(_tally(report), err=voice != "full")


def _tally(report: Report) -> str:
    from generator.diagnostics import Severity, errors

    faults = errors(report.diagnostics)
    warnings = len(report.diagnostics) - faults
    if not report.diagnostics:
        return f"No problems in {count(report.files, 'file')}"
    counts = [count(number, what) for number, what in ((faults, "error"), (warnings, "warning")) if number]
    left_out = "" if report.entries else "; mend the registry first, the entries were not checked"
    code = next((one for one in report.diagnostics if one.severity is Severity.ERROR), report.diagnostics[0]).code
    return (
        f"{count(report.files, 'file')} read, {', '.join(counts)}{left_out}\n"
        f"`observatory explain {code}` tells more about {code}, and likewise for every code"
    )


def count(number: int, what: str, several: str = "") -> str:
    """A number with what it counts: "1 file", "1,200 files", "2 entries"."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {several or f'{what}s'}"


def _coloured() -> bool:
    """Colour on a terminal, unless NO_COLOR or FORCE_COLOR says otherwise (no-color.org, force-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _paint() -> Paint:
    from functools import partial

    from generator.diagnostics import Paint

    return Paint(
        error=partial(click.style, fg="red", bold=True),
        warning=partial(click.style, fg="yellow", bold=True),
        strong=partial(click.style, bold=True),
        quiet=partial(click.style, fg="blue"),
    )
