"""What a build rests on, and what two processes find out meanwhile: which entries are as they were, and how the spare differs.

They look at thousands of files, so they begin before most of the program is loaded, and load what they need themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from msgspec import MsgspecError
from msgspec.structs import replace

from generator import cache
from generator.cache import Left
from generator.grounds import grounds
from generator.settings import Settings, today
from generator.store import Store
from generator.tree import Unlike
from generator.workers import CHUNK, Aside

if TYPE_CHECKING:
    from generator.seen import Seen


class Ahead:
    """What the ``last`` build left and the grounds ``now``, and the answers of two processes that look at the files meanwhile."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self.store = store
        left = store.left()
        self._asides = [Aside(partial(look, settings, store, left)) for look in (_entries, _spare)] if left else []
        self.now = grounds(settings)
        self.last = cache.unpacked(left) if left else None

    def entries(self) -> Seen | None:
        """Which entries are as they were, and those read that are not, where they are few; nothing where there was no build."""
        seen: Seen | None = self._asides[0].answer() if self._asides else None
        return seen

    def spare(self) -> Unlike | None:
        """How the spare copy differs from what the last build left; nothing where there is none."""
        unlike: Unlike | None = self._asides[1].answer() if self._asides else None
        return unlike

    def close(self) -> None:
        """Leave nothing of it running."""
        for aside in self._asides:
            aside.close()


def _entries(settings: Settings, _store: Store, left: Left) -> Iterator[Seen | None]:
    from generator.seen import seen

    with suppress(MsgspecError, ValueError):  # of another version: the same is found where the whole is unpacked
        registry, before = cache.entries_of(left)
        found = seen(settings, before)
        if 0 < len(found.unread) <= CHUNK:
            from generator.inspection import inspect

            found = replace(found, inspected=inspect(settings, registry, today(), found.unread))
        yield found
    yield None


def _spare(_settings: Settings, store: Store, left: Left) -> Iterator[Unlike | None]:
    from generator import tree

    folder = store.folder / cache.SITE
    with suppress(MsgspecError, ValueError):
        if folder.is_dir():
            yield tree.unlike(str(folder), *cache.site_of(left))
    yield None
