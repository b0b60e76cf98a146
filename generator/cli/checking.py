"""The commands that check: `check` and `explain`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from generator.cli.options import VOICES
from generator.cli.place import settings_of
from generator.telling import tell

if TYPE_CHECKING:
    from generator.diagnostics import Rule


@click.command()
@click.argument("paths", nargs=-1)
@VOICES
@click.option("--quiet", "-q", is_flag=True, help="Tell errors only, and no count.")
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], voice: str, quiet: bool) -> None:
    """Check entries, registry and interface words: everything, or the files and folders in PATHS."""
    from generator import check as checks
    from generator.diagnostics import errors
    from generator.settings import today

    settings = settings_of(context)
    try:
        chosen = [checks.chosen(settings, path) for path in paths]
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    report = checks.paths(settings, chosen, today())
    tell(report, voice, quiet)
    context.exit(1 if errors(report.diagnostics) else 0)


@click.command()
@click.argument("codes", nargs=-1)
def explain(codes: tuple[str, ...]) -> None:
    """Explain what the checks say: the rules CODES (P101, unknown-field), or a list of all."""
    from generator.formatting import faults as of_formatting
    from generator.links import faults
    from generator.refusals import REFUSALS
    from generator.rules import RULES
    from generator.translating import faults as of_translating

    rules = (*REFUSALS, *RULES, *faults.RULES, *of_translating.RULES, *of_formatting.RULES)
    if codes:
        click.echo("\n\n".join(_explanation(_rule(code, rules)) for code in codes))
    else:
        width = max(len(rule.name) for rule in rules)
        for rule in rules:
            click.echo(f"{rule.code}  {rule.severity:7}  {rule.name:{width}}  {rule.title}")


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
