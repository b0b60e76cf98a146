"""The commands that check: `check` and `explain`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from generator.cli.options import LANGUAGE, VOICES
from generator.cli.place import settings_of, voice_of
from generator.cli.wrong import usage
from generator.phrase import NOTHING, also, phrase
from generator.telling import tell

if TYPE_CHECKING:
    from generator.diagnostics import Rule
    from generator.words import Words


@click.command()
@click.argument("paths", nargs=-1)
@VOICES
@click.option("--quiet", "-q", is_flag=True, help="Tell errors only, and no count.")
@LANGUAGE
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], voice: str, quiet: bool, language: str) -> None:
    """Check entries, registry, hand-written pages and interface words: everything, or the files and folders in PATHS."""
    from generator import check as checks
    from generator.diagnostics import errors
    from generator.settings import today

    settings, words = settings_of(context), voice_of(context, language)
    with usage(words.tell if words else str):
        chosen = [checks.chosen(settings, path) for path in paths]
    report = checks.paths(settings, chosen, today())
    tell(report, voice, quiet, words)
    context.exit(1 if errors(report.diagnostics) else 0)


@click.command()
@click.argument("codes", nargs=-1)
@LANGUAGE
@click.pass_context
def explain(context: click.Context, codes: tuple[str, ...], language: str) -> None:
    """Explain what the checks say: the rules CODES (P101, unknown-field), or a list of all."""
    from generator.aligned import left, row, width
    from generator.codes import EVERY

    words = voice_of(context, language)
    with usage(words.tell if words else str):
        asked = [_rule(code, EVERY) for code in codes]
    if asked:
        click.echo("\n\n".join(_explanation(rule, words) for rule in asked))
        return
    lines = [(rule.code, _severity(rule, words), rule.name) for rule in EVERY]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    for rule, cells in zip(EVERY, lines, strict=True):
        click.echo(row([*map(left, cells, widths), _passages(rule, words)[0]]))


def _rule(asked: str, rules: Iterable[Rule]) -> Rule:
    names = {key: rule for rule in rules for key in (rule.code.lower(), rule.name)}
    small = asked.lower().replace("_", "-")
    if small in names:
        return names[small]
    from generator.diagnostics import shortened
    from generator.rules.nearest import nearest

    near = nearest(small, names)
    meant = (
        phrase("did you mean `%(code)s` (%(name)s)?", code=names[near].code, name=names[near].name) if near else NOTHING
    )
    unknown = phrase("there is no rule `%(value)s`", value=shortened(asked))
    raise ValueError(also(unknown, meant or phrase("`observatory explain` lists all")))


def _explanation(rule: Rule, words: Words | None) -> str:
    return "\n\n".join([f"{rule.code} {rule.name} ({_severity(rule, words)})", *_passages(rule, words)])


def _passages(rule: Rule, words: Words | None) -> list[str]:
    """The explanation of a rule: the fault in one line, and the rest."""
    if words is None:
        return [rule.title, rule.explanation.partition("\n\n")[2]]
    from generator.interpreter import explained

    return [passage.text for passage in explained(rule, words)]


def _severity(rule: Rule, words: Words | None) -> str:
    from generator.voices import SEVERITIES

    said = SEVERITIES[rule.severity]
    return words.tell(said) if words else str(said)
