"""The pipeline as a table of contents: gather what is on disk, draw what has changed, publish the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import cache
from generator.ahead import Ahead
from generator.cache import Shell
from generator.outcome import Built, NotBuiltError
from generator.search.standing import Indexing
from generator.settings import Settings
from generator.store import CACHE, Store
from generator.workers import Progress, WorkerError, silent

if TYPE_CHECKING:
    from generator.begin import Begun
    from generator.engine import Engine


def build(
    root: Path,
    engine: Callable[[], Engine],
    site_dir: Path | None = None,
    progress: Progress = silent,
    strict: bool = False,
    store: Store | None = None,
    indexing: Indexing = Indexing.NOW,
) -> Built:
    """Build the site and swap it in. The engine is not even loaded where its frames are known.

    Where it is ``strict``, a link within the new site that leads nowhere is a reason not to. ``indexing`` says whether search is
    indexed now, stays as it is until the next time, or is left out. Raises NotBuiltError and OSError; the old site stands then.
    """
    store = store or Store(root / CACHE)
    with kept(store.folder), closing(Ahead(Settings(root), store)) as ahead:
        # Most of the program is loaded while others look ahead.
        from generator.begin import begin, begin_frames, refuse_taken
        from generator.engine import Engaged
        from generator.sought import sought

        known = ahead.last if ahead.last and ahead.now.shell and ahead.last.grounds.shell == ahead.now.shell else None
        with closing(Engaged(engine, store.folder / cache.ENGINE)) as engaged:
            setup = (lambda: known.setup) if known else engaged.setup
            frames = None if known else partial(begin_frames, root, engaged)
            begun = begin(root, setup, site_dir, progress, ahead, frames)
            with sought(begun, indexing) as indexed:
                from generator.finish import finish  # what draws is loaded while search is indexed

                refuse_taken(begun.observatory)
                is_known = known is not None and _fits(known.shell, begun)
                shell = known.shell if known and is_known else engaged.shell(begun.observatory)
                return finish(begun, shell, indexed, strict)


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """Keeps other builds away, and turns what can go wrong among processes into a reason."""
    try:
        with cache.held(folder):
            yield
    except (cache.HeldError, WorkerError) as error:
        raise NotBuiltError(str(error)) from None


def _fits(shell: Shell, begun: Begun) -> bool:
    """Whether the frames known are all that is needed, and the files of the engine are still there."""
    from generator.draw import frame_name

    observatory = begun.observatory
    needed = (frame_name(code, section) for code in observatory.codes for section in observatory.sections)
    return all(name in shell.frames for name in needed) and shell.files.keys() <= begun.spare.leaves.keys()
