"""The index of search in a build: kept as it is, left for another time, or begun before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from generator import workers
from generator.begin import Begun
from generator.cache import Index
from generator.grounds import fingerprint
from generator.outcome import NotBuiltError
from generator.search.installed import UnindexedError, version
from generator.search.standing import Indexing, left, stands

Indexed = Callable[[], tuple[Index, set[str]]]
"""Gives the index, and the files that were written for it."""

FEW = 10
"""Entries whose shards are indexed while pages are drawn: with more, the cores have enough to do one after another."""


@contextmanager
def sought(begun: Begun, indexing: Indexing = Indexing.NOW) -> Iterator[Indexed]:
    """What gives the index, which after a small change is made meanwhile; raises NotBuiltError and OSError."""
    there = begun.spare.hashes
    last = begun.last.index if begun.last else Index()
    questions = begun.gathered.changed
    changed = None if questions is None else {key for name, key in questions if name in ("practice", "account") and key}
    if indexing is not Indexing.NOW:
        index = Index() if indexing is Indexing.NONE else left(last, changed, there)
        yield lambda: (index, set())
        return
    try:
        ground = fingerprint(begun.grounds.program, begun.grounds.registry, version())
        if stands(last, ground, changed, there):
            yield lambda: (last, set())
            return
        from generator.search.indexing import Making
        from generator.search.sharding import Place

        aside = changed is not None and len(changed) <= FEW and workers.cores() > 1
        place = Place(str(begun.spare.folder), there, str(begun.cache))
        with closing(Making(begun.observatory, ground, last, changed, place, aside)) as making:
            yield lambda: making.end(begun.progress)
    except UnindexedError as error:
        raise NotBuiltError(str(error)) from None
