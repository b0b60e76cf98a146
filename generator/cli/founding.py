"""The command that founds another observatory: `init`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from generator.cli.asking import ask
from generator.cli.place import MARKS, saying_of, voice_of
from generator.cli.wrong import stopped, system, wrong
from generator.diagnostics import shortened
from generator.phrase import also, counted, phrase, reason
from generator.telling import tell

NAME_EMPTY = phrase("name a folder that is empty or not there yet")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What the observatory is called.")
@click.option("--instrument", help="The short name of the treaty or law whose articles it follows.")
@click.option("--languages", help="The languages of the site by their codes, the main one first: `en, fr`.")
@click.option("--articles", help="How many articles there are, or a file of them in the form of registry/articles.yml.")
@click.option(
    "--update", is_flag=True, help="Instead of founding one, bring the program of the observatory in FOLDER up to date."
)
@click.option("--overwrite", is_flag=True, help="With --update: replace what was changed in it by hand as well.")
@click.pass_context
def init(
    context: click.Context,
    folder: Path,
    name: str | None,
    instrument: str | None,
    languages: str | None,
    articles: str | None,
    update: bool,
    overwrite: bool,
) -> None:
    """Found another observatory in FOLDER, which is empty or not there yet: of another treaty, or of one country.

    It gets a copy of this program and its theme, a registry with your articles and one example of each thing, pages in your
    languages, an example entry, tests, and a Makefile. Nothing of what is collected here goes into it. What is not given
    as an option is asked for.
    """
    from generator.check import Report
    from generator.founding import charter, program
    from generator.founding.found import found
    from generator.settings import Settings, today

    folder = folder.resolve()
    locales = Settings(program.HERE).locales
    say = saying_of(context, locales=locales)
    if update:
        _update(context, folder, overwrite, say)
        return
    if overwrite:
        raise wrong(
            say, phrase("--overwrite goes with --update; a new observatory is never written over something else")
        )
    _must_be_free(folder, say)
    wishes = charter.Charter(
        ask(say, name, phrase("Name of the observatory"), charter.line),
        ask(say, instrument, phrase("Short name of the treaty or law"), charter.line),
        ask(say, languages, phrase("Languages, by their codes"), charter.languages, "en"),
        ask(say, articles, phrase("Articles: how many, or a file of them"), charter.articles),
    )
    with _whole(say):
        made = found(wishes, program.HERE, today())
        if not isinstance(made, list):
            program.place(folder, made)
    if isinstance(made, list):
        tell(Report(made, 1), "full", quiet=False, words=voice_of(context, locales=locales))
        click.echo(say(phrase("nothing was written: mend the file of articles first")), err=True)
        context.exit(1)
    into = {"folder": str(folder)}
    click.echo(say(counted("Wrote %(n)s file into %(folder)s", "Wrote %(n)s files into %(folder)s", len(made), **into)))
    click.echo(say(phrase("Go there and run: make site, then make test")))
    click.echo(say(phrase("README.md there says what to put in place of the examples, and in which order")))


def _must_be_free(folder: Path, say: Callable[[str], str]) -> None:
    """A folder that something stands in, or that is part of an observatory, is wrong usage."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise wrong(say, also(phrase("%(folder)s is a file", folder=str(folder)), NAME_EMPTY))
    with _whole(say):
        inside = next(folder.iterdir(), None) if folder.is_dir() else None
    if inside is not None:
        full = phrase("%(folder)s is not empty: %(name)s stands in it", folder=str(folder), name=inside.name)
        raise wrong(say, also(full, NAME_EMPTY))
    around = next((above for above in folder.parents if all((above / mark).exists() for mark in MARKS)), None)
    if around:
        raise wrong(
            say,
            phrase(
                "%(folder)s is inside the observatory %(around)s; name a folder outside of it",
                folder=str(folder),
                around=str(around),
            ),
        )


def _update(context: click.Context, folder: Path, overwrite: bool, say: Callable[[str], str]) -> None:
    from generator.founding import program

    if not (folder / program.LIST).is_file():
        raise wrong(
            say,
            phrase(
                "%(folder)s has no file %(name)s, by which it could be brought up to date: `init` did not write it",
                folder=str(folder),
                name=program.LIST,
            ),
        )
    if folder.resolve() == program.HERE:
        raise wrong(
            say,
            phrase(
                "%(folder)s is where this program stands; run the newer copy, and name the older one",
                folder=str(folder),
            ),
        )
    with _whole(say):
        fresh = program.copies(program.HERE, program.languages(folder))
        changed, by_hand = program.bring_up_to_date(folder, fresh, overwrite=overwrite)
    if by_hand:
        click.echo(say(phrase("Changed by hand since they were copied:")))
        for path in by_hand:
            click.echo(f"  {shortened(path, 200)}")
        advice = phrase("nothing was replaced: put these changes aside, or give --overwrite to lose them")
        click.echo(say(advice), err=True)
        context.exit(1)
    brought = counted(
        "%(n)s file brought up to date in %(folder)s",
        "%(n)s files brought up to date in %(folder)s",
        len(changed),
        folder=str(folder),
    )
    click.echo(say(brought))
    if changed:
        next_step = phrase(
            "Go there and run: make schema, then make test; CHANGELOG.md of the program says what is new"
        )
        click.echo(say(next_step))


@contextmanager
def _whole(say: Callable[[str], str]) -> Iterator[None]:
    """What cannot be read or written is told, and what was to be written is not there."""
    nothing = phrase("nothing was written")
    with system(say, nothing):
        try:
            yield
        except ValueError as error:
            raise stopped(say, also(reason(error), nothing)) from None
