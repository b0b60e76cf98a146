"""The command that makes the site: `build`."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.place import saying_of, settings_of, voice_of
from generator.cli.wrong import refused, system
from generator.phrase import also, at, counted, phrase, reason
from generator.telling import tell

if TYPE_CHECKING:
    from generator.engine import Engine
    from generator.outcome import Built
    from generator.settings import Settings
    from generator.workers import Progress


@click.command()
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes, instead of mkdocs.yml's site_dir.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Fail where a link or anchor within the new site leads nowhere, or an id stands twice on a page; warnings of the check stay "
    "warnings.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Also pack the site into a zip beside it, for reading from a folder without a server or a connection. What only scripts do "
    "is left out of it, and said so on its pages.",
)
@click.option(
    "--no-search",
    "without_search",
    is_flag=True,
    help="Index nothing, which takes most of the time of a first build. The site then has no search, and says so to whoever searches; the "
    "next build without this option indexes everything.",
)
@click.option("--quiet", "-q", is_flag=True, help="Tell errors only.")
@click.pass_context
def build(
    context: click.Context, site_dir: Path | None, strict: bool, offline: bool, without_search: bool, quiet: bool
) -> None:
    """Build the whole site, beside the old one, and swap it in.

    What has not changed since the last build is taken from .cache, which can be deleted at any time.
    """
    gc.disable()  # what a build makes lives to its end, which is near
    from generator.build import build as make
    from generator.progress import shown
    from generator.search.standing import Indexing
    from generator.store import CACHE, Store

    settings, say = settings_of(context), saying_of(context)
    indexing = Indexing.NONE if without_search else Indexing.NOW
    place = site_dir.resolve() if site_dir else None
    # The store holds on to what it remembers, which would else be taken apart at the end.
    store = Store(settings.root / CACHE)
    untouched = phrase("the site was not built, and what was published before is untouched")
    with _explained(context), system(say, untouched), shown(not quiet and sys.stderr.isatty()) as progress:
        built = make(settings.root, partial(_engine, settings.root), place, progress, strict, store, indexing)
        copy = _packed(settings, built.site, progress, say) if offline else None
    if not quiet:
        _tell(say, built, without_search, copy)
    _leave()


def _tell(say: Callable[[str], str], built: Built, without_search: bool, copy: Path | None) -> None:
    """Say what was made, and where it is."""
    pages = counted("%(n)s page", "%(n)s pages", built.pages)
    said = counted(
        "%(pages)s in %(n)s language, in %(site)s",
        "%(pages)s in %(n)s languages, in %(site)s",
        built.languages,
        pages=pages,
        site=str(built.site),
    )
    click.echo(say(said))
    if without_search:
        click.echo(say(phrase("Search is left out")))
    if copy:
        click.echo(say(phrase("A copy for reading offline, in %(copy)s", copy=str(copy))))
    if built.warnings:
        warnings = counted("%(n)s warning", "%(n)s warnings", len(built.warnings))
        click.echo(say(also(warnings, phrase("`observatory check` shows what they are"))), err=True)


def _packed(settings: Settings, site: Path, progress: Progress, say: Callable[[str], str]) -> Path:
    """The offline copy of a site that was built."""
    from generator import check
    from generator.offline.bundle import bundle, path_of

    registry, _ = check.registry(settings)
    try:
        return bundle(settings, registry.published if registry else (), site, progress)
    except OSError as error:
        left = phrase("the site was built, and its offline copy was not")
        raise refused(say, error, left, str(path_of(site))) from None


def _leave() -> None:
    """End at once: taking thousands of records apart one by one would take time for nothing."""
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)


def _engine(root: Path) -> Engine:
    """The engine, which takes long to load."""
    from generator.plugin import MkDocs

    return MkDocs(root)


@contextmanager
def _explained(context: click.Context) -> Iterator[None]:
    """Turns what can go wrong outside of the program into a message and an exit code."""
    from generator.outcome import BrokenLinks, FaultsInEntries, NotBuiltError, SettingsError

    try:
        yield
    except FaultsInEntries as faults:
        from generator.check import Report

        tell(Report(faults.diagnostics, faults.files), "full", quiet=False, words=voice_of(context))
        untouched = phrase("The site was not built; what was published before is untouched")
        click.echo(saying_of(context)(untouched), err=True)
        context.exit(1)
    except BrokenLinks as broken:
        from generator.voices import full

        say = saying_of(context)
        for found in broken.diagnostics:
            click.echo(full(found, say=say))
        number = counted(
            "%(n)s broken link within the site; it was not built",
            "%(n)s broken links within the site; it was not built",
            len(broken.diagnostics),
        )
        click.echo(say(also(number, phrase("what was published before is untouched"))), err=True)
        context.exit(1)
    except SettingsError as error:
        raise click.UsageError(saying_of(context)(at("mkdocs.yml", reason(error)))) from None
    except NotBuiltError as error:
        raise click.ClickException(saying_of(context)(reason(error))) from None
