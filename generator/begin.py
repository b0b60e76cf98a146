"""A build up to where something is drawn: what it rests on, all that is gathered, and where it goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from msgspec import Struct

from generator import cache, handwritten, publish
from generator.ahead import Ahead
from generator.cache import Setup, State
from generator.catalogue import Catalogue
from generator.diagnostics import in_order
from generator.engine import Engaged
from generator.gather import Gathered, gather
from generator.grounds import Grounds
from generator.observatory import Observatory, publishable
from generator.outcome import FaultsInEntries, ThemeError
from generator.registry import Registry
from generator.settings import Settings
from generator.source import Source
from generator.spare import Spare
from generator.store import CACHE, Store
from generator.words import LanguageError
from generator.workers import Progress, silent


class Begun(Struct, frozen=True):
    """A build before anything is drawn: what it rests on, what was gathered, and where it goes."""

    last: State | None
    grounds: Grounds
    setup: Setup
    gathered: Gathered
    observatory: Observatory
    spare: Spare
    site: Path
    progress: Progress
    store: Store

    @property
    def cache(self) -> Path:
        """The folder of what is kept."""
        return self.store.folder


def begin(
    root: Path, setup: Callable[[], Setup], site_dir: Path | None = None, progress: Progress = silent,
    ahead: Ahead | None = None, meanwhile: Callable[[Registry], object] | None = None,
) -> Begun:  # fmt: skip
    """Gather everything; raises FaultsInEntries, SettingsError, ThemeError and OSError.

    ``ahead`` is closed in the end. ``meanwhile`` begins what needs the registry only.
    """
    with closing(ahead or Ahead(Settings(root), Store(root / CACHE))) as ahead:
        store, last, now = ahead.store, ahead.last, ahead.now
        gathered = gather(Settings(root), now, last, progress, meanwhile, ahead.entries)
        said = setup()
        settings = Settings(root, said.site_url)
        site = store.site or (site_dir or root / said.site_dir).resolve()
        if not store.site:
            publish.refuse_our_own(root, site)
        publish.recover(site)
        publish.refuse_other(site)
        observatory = opened(settings, gathered)
        spare = Spare(store.folder / cache.SITE, last, ahead.spare())
    return Begun(last, now, said, gathered, observatory, spare, site, progress, store)


def opened(settings: Settings, gathered: Gathered) -> Observatory:
    """What was gathered, in every language; raises FaultsInEntries and ThemeError."""
    if gathered.catalogue is None:
        raise FaultsInEntries(gathered.diagnostics, gathered.files)
    observatory = _published(settings, gathered.catalogue)
    for edition in observatory.editions:
        _ = edition.order  # here, so that workers share it and the next build knows it
    return observatory


def refuse_taken(observatory: Observatory) -> None:
    """Raise FaultsInEntries where a hand-written page has the address of one of ours."""
    ours = {work.path for work in observatory.works}
    taken = {address for address in observatory.handwritten if address.removeprefix("./") in ours}
    if not taken:
        return
    from generator import rules
    from generator.rules.finding import findings
    from generator.rules.manuscripts import Manuscript

    settings = observatory.settings
    written = handwritten.read(settings, observatory.codes)
    files = [settings.docs / code / own[address] for code, own in written.items() for address in taken & own.keys()]
    pages = (Manuscript(Source(settings.shown(file), "")) for file in files)
    raise FaultsInEntries(in_order(one for page in pages for one in findings(rules.TAKEN, page)), len(files))


def begin_frames(root: Path, engaged: Engaged, registry: Registry) -> None:
    """Have the frames drawn while entries are read: they need none."""

    def published(setup: Setup) -> Observatory:
        return _published(Settings(root, setup.site_url), Catalogue(registry, ()))

    engaged.begin(published)


def _published(settings: Settings, catalogue: Catalogue) -> Observatory:
    try:
        return publishable(settings, catalogue)
    except LanguageError as error:
        raise ThemeError(str(error)) from None
