"""The commands for translations: `translate accept`."""

from __future__ import annotations

import click

from generator.cli.place import settings_of


@click.group()
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
    from generator.translating.accept import accept as write

    settings = settings_of(context)
    try:
        path = write(settings, id, language, fields)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{settings.shown(path)}: marks renewed")
