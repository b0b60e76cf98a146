"""The commands that write into the repository: `new` and `schema`."""

from __future__ import annotations

import click

from generator.cli.asking import ask
from generator.cli.place import registry_of, saying_of, settings_of
from generator.cli.wrong import system
from generator.phrase import phrase

NOT_WRITTEN = phrase("it was not written")


@click.command()
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

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    answers = writing.Answers(settings, registry)
    language = ask(say, language, phrase("Language"), answers.language)
    whose = phrase("State (its code or name; %(none)s, where the source names nobody)", none="none")
    state = ask(say, state, whose, answers.state)
    provision = ask(say, provision, phrase("Provision"), answers.provision)
    title = ask(say, title, phrase("Title"), answers.title)
    proposal = writing.propose(title, state, answers.codes)
    id_ = ask(say, id_, phrase("Name of the file, without .yml"), answers.id(state), proposal)
    path = answers.path(provision, id_)
    text = writing.entry(language, title, state, provision, today().isoformat(), registry)
    shown = settings.shown(path)
    with system(say, NOT_WRITTEN, shown):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    click.echo(say(phrase("Wrote %(path)s", path=shown)))
    click.echo(say(phrase("Fill in what is empty, then run: observatory check %(path)s", path=shown)))


@click.command()
@click.pass_context
def schema(context: click.Context) -> None:
    """Write the JSON Schemas that editors complete and underline by, into schema/."""
    from generator.schema import files

    settings, say = settings_of(context), saying_of(context)
    registry = registry_of(context, settings)
    for name, text in files(registry).items():
        path = settings.root / name
        with system(say, NOT_WRITTEN, settings.shown(path)):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(settings.shown(path))
