"""The pipeline as a table of contents: gather what is on disk, draw what has changed, publish the whole."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator import cache, draw, publish, tree
from generator.cache import Index, Setup, Shell, State
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic
from generator.engine import Engaged, Engine
from generator.gather import Gathered, gather, silent
from generator.grounds import Grounds, fingerprint, grounds
from generator.observatory import Observatory, publishable
from generator.outcome import BrokenLinks, Built, FaultsInEntries, NotBuiltError, SettingsError, ThemeError
from generator.page import Page
from generator.reading import Progress
from generator.registry import Registry
from generator.rests import Rests
from generator.search.indexing import indexed, left
from generator.search.program import UnindexedError
from generator.settings import Settings, today
from generator.spare import Spare
from generator.store import Store
from generator.templates import TemplateError, Templates
from generator.words import LanguageError
from generator.workers import WorkerError

CACHE = ".cache/observatory"
"""Where a build keeps what it knows, below the root; CI may keep the folder between runs."""

OWN = ("practices", "registry", "schema", "theme", "docs", "generator", "tests", "bench", ".git", ".github")


@dataclass(frozen=True, slots=True)
class Begun:
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


def build(
    root: Path,
    engine: Callable[[], Engine],
    site_dir: Path | None = None,
    progress: Progress = silent,
    strict: bool = False,
    store: Store | None = None,
    indexes: bool = True,
) -> Built:
    """Build the site and swap it in. The engine is not even loaded where its frames are known.

    Where it is ``strict``, a link within the new site that leads nowhere is a reason not to. Where it
    does not ``indexes``, search stays as it is until the next time. Raises NotBuiltError and OSError; the old site stands then.
    """
    store = store or Store(root / CACHE)
    with kept(store.folder):
        last, now = store.last(), grounds(Settings(root))
        known = last if last and now.shell and last.grounds.shell == now.shell else None
        with closing(Engaged(engine, store.folder / cache.ENGINE)) as engaged:
            setup = (lambda: known.setup) if known else engaged.setup
            frames = None if known else partial(_begin_frames, root, engaged)
            begun = begin(root, setup, site_dir, progress, store, (last, now), frames)
            is_known = known is not None and _fits(known.shell, begun)
            return finish(
                begun, known.shell if known and is_known else engaged.shell(begun.observatory), strict, indexes
            )


def begin(
    root: Path, setup: Callable[[], Setup], site_dir: Path | None = None, progress: Progress = silent,
    store: Store | None = None, ground: tuple[State | None, Grounds] | None = None,
    meanwhile: Callable[[Registry], object] | None = None,
) -> Begun:  # fmt: skip
    """Gather everything; raises FaultsInEntries, SettingsError, ThemeError and OSError.

    ``meanwhile`` begins what needs the registry only.
    """
    store = store or Store(root / CACHE)
    last, now = ground or (store.last(), grounds(Settings(root)))
    gathered = gather(Settings(root), now, last, progress, meanwhile)
    said = setup()
    settings = Settings(root, said.site_url, said.repository)
    site = store.site or (site_dir or root / said.site_dir).resolve()
    if not store.site:
        _refuse_our_own(settings, site)
    publish.recover(site)
    publish.refuse_other(site)
    observatory = opened(settings, gathered)
    spare = Spare(store.folder / cache.SITE, last)
    return Begun(last, now, said, gathered, observatory, spare, site, progress, store)


def opened(settings: Settings, gathered: Gathered) -> Observatory:
    """What was gathered, in every language; raises FaultsInEntries and ThemeError."""
    if gathered.catalogue is None:
        raise FaultsInEntries(gathered.diagnostics, gathered.files)
    observatory = _published(settings, gathered.catalogue)
    for edition in observatory.editions:
        _ = edition.order  # here, so that workers share it and the next build knows it
    return observatory


def _published(settings: Settings, catalogue: Catalogue) -> Observatory:
    try:
        return publishable(settings, catalogue)
    except LanguageError as error:
        raise ThemeError(str(error)) from None


def _begin_frames(root: Path, engaged: Engaged, registry: Registry) -> None:
    """Have the frames drawn while entries are read: they need none."""

    def published(setup: Setup) -> Observatory:
        return _published(Settings(root, setup.site_url, setup.repository), Catalogue(registry, ()))

    engaged.begin(published)


def finish(begun: Begun, shell: Shell, strict: bool = False, indexes: bool = True) -> Built:
    """Draw what has changed, publish the whole, and remember it; raises ThemeError, BrokenLinks and OSError."""
    last, now, setup, gathered = begun.last, begun.grounds, begun.setup, begun.gathered
    observatory, spare = begun.observatory, begun.spare
    around = (*observatory.handwritten, *_parts(shell))
    drawn_by = fingerprint(now.program, now.registry, now.theme, setup.site_url, setup.repository, *around)
    is_same = last is not None and last.drawn == drawn_by and gathered.changed is not None
    rests = Rests.of(last) if last and is_same else Rests([], {})
    tasks = _stale(begun, rests)
    there = {path: leaf.hash for path, leaf in spare.leaves.items()}
    templates = partial(begun.store.templates, now)
    listed = "\n".join(f"{path} {languages}" for path, languages in draw.listed(observatory))
    beside_by = fingerprint(drawn_by, listed)
    beside = last.beside if last and last.beside_by == beside_by and there.keys() >= set(last.beside) else []
    drawn = draw_into(observatory, shell, tasks, spare.folder, there, begun.progress, not beside, templates)
    written = {one.path for one in drawn if one.written} | _take(begun, shell, there)
    index, added = _index(begun, there, indexes)
    written |= added
    hashes = _hashes(observatory, there, drawn, shell) | {path: there[path] for path in beside} | index.files
    if strict and (broken := _broken(begun, hashes, written)):
        raise BrokenLinks(broken)
    spare.publish(begun.site, hashes, written)
    shutil.rmtree(begun.cache / cache.ENGINE, ignore_errors=True)
    rests = rests.after([work.path for work in observatory.works], draw.resting(drawn, observatory.codes))
    state = State(
        strict, now, today(), observatory.catalogue.registry, gathered.said, setup, shell, dict(gathered.known),
        gathered.together, drawn_by, beside_by, beside or [one.path for one in drawn[len(tasks) :]],
        rests.pages, rests.numbers, index, spare.leaves, spare.marks, spare.site_marks, spare.site,
    )  # fmt: skip
    begun.store.remember(state)
    languages = len(observatory.editions)
    redrawn = sum(isinstance(work, Page) for _, work in tasks)
    return Built(len(observatory.pages) * languages, redrawn, languages, gathered.diagnostics, begun.site)


def draw_into(
    observatory: Observatory, shell: Shell, tasks: list[draw.Task], folder: Path, there: Mapping[str, bytes],
    progress: Progress, beside: bool = True, templates: Callable[[Observatory], Mapping[str, Templates]] = draw.templates,
) -> list[draw.Drawn]:  # fmt: skip
    """Draw pages into a folder, and then the files ``beside`` them; raises ThemeError."""
    try:
        own = templates(observatory)
        drawn = draw.draw(observatory, own, shell.frames, tasks, str(folder), there, progress)
        return drawn + draw.draw_beside(observatory, own, str(folder), there) if beside else drawn
    except TemplateError as error:
        raise ThemeError(str(error)) from None


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Keeps other builds away, and turns what can go wrong among processes into a reason."""
    try:
        with cache.held(folder):
            yield
    except (cache.HeldError, WorkerError) as error:
        raise NotBuiltError(str(error)) from None


def _index(begun: Begun, there: Mapping[str, bytes], is_now: bool) -> tuple[Index, set[str]]:
    """The index of search, and the files that were written for it."""
    last = begun.last.index if begun.last else Index()
    questions = begun.gathered.changed
    changed = None if questions is None else {key for name, key in questions if name in ("practice", "account") and key}
    if not is_now:
        return left(last, changed, there), set()
    ground = fingerprint(begun.grounds.program, begun.grounds.registry)
    try:
        return indexed(begun.observatory, ground, last, changed, str(begun.spare.folder), there, begun.progress)
    except UnindexedError as error:
        raise NotBuiltError(str(error)) from None


def _fits(shell: Shell, begun: Begun) -> bool:
    """Whether the frames known are all that is needed, and the files of the engine are still there."""
    observatory = begun.observatory
    needed = (draw.frame_name(code, section) for code in observatory.codes for section in observatory.sections)
    return all(name in shell.frames for name in needed) and shell.files.keys() <= begun.spare.leaves.keys()


def _stale(begun: Begun, rests: Rests) -> list[draw.Task]:
    """The pages and files that must be drawn: new ones, damaged ones, and those that rest on what has changed."""
    known = set(rests.pages) - rests.on(draw.question(question) for question in begun.gathered.changed or ())
    return [
        (code, work)
        for code in begun.observatory.codes
        for work in begun.observatory.works
        if work.path not in known or draw.address(code, work) not in begun.spare.leaves
    ]


def _hashes(
    observatory: Observatory, there: Mapping[str, bytes], drawn: list[draw.Drawn], shell: Shell
) -> dict[str, bytes]:
    """The hashes of all files of the new site."""
    ours = (draw.address(code, work) for code in observatory.codes for work in observatory.works)
    hashes = {path: there[path] for path in ours if path in there}
    return shell.files | hashes | {one.path: one.hash for one in drawn}


def _take(begun: Begun, shell: Shell, there: Mapping[str, bytes]) -> set[str]:
    """Take over the engine's files that are new; those that were."""
    new = {path for path, hash in shell.files.items() if there.get(path) != hash}
    for path in new:
        tree.write(str(begun.spare.folder), path, (begun.cache / cache.ENGINE / path).read_bytes())
    return new


def _broken(begun: Begun, hashes: Mapping[str, bytes], written: Set[str]) -> list[Diagnostic]:
    """The links of the new site that lead nowhere."""
    from generator.links.origin import origin
    from generator.links.since import broken_since
    from generator.links.whole import broken_in

    settings, last = begun.observatory.settings, begun.last
    around = (settings.site_url, partial(origin, settings))
    if last and last.checked and last.setup == begun.setup and last.site == str(begun.site):
        index = last.index.files  # whose files come and go, and nothing links to them
        before = {path: leaf.hash for path, leaf in last.leaves.items() if path not in index}
        since = broken_since(begun.site, before, begun.spare.folder, hashes, written, *around)
        if since is not None:
            return since
    return broken_in(begun.spare.folder, hashes, *around)


def _parts(shell: Shell) -> list[str]:
    return [part for name, frame in sorted(shell.frames.items()) for part in (name, *frame.pieces, *frame.holes)]


def _refuse_our_own(settings: Settings, site: Path) -> None:
    """The site replaces what stands in its folder, so that must not be a part of the observatory."""
    root = settings.root.resolve()
    own = [root / name for name in (*OWN, ".cache")]
    if site in (root, *root.parents) or any(site == part or part in site.parents for part in own):
        raise SettingsError(
            f"the site_dir {site} is a part of the observatory, and would be replaced; name another folder"
        )
