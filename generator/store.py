"""What is kept from one build for the next: a folder, and more in the memory of a process that builds again and again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Raw, Struct, field

from generator import cache, compiled, tree
from generator.cache import Left, State
from generator.grounds import Grounds, fingerprint
from generator.tree import Stamp

if TYPE_CHECKING:
    from generator.observatory import Observatory
    from generator.templates import Templates

CACHE = ".cache/observatory"
"""Where a build keeps what it knows, below the root; CI may keep the folder between runs."""


class Store(Struct):
    """A folder of its own, into which nothing else writes, and what is in memory.

    ``site`` is where the site goes whatever the settings say, so that what was published stays untouched.
    """

    folder: Path
    site: Path | None = None
    _state: State | None = None
    _saved: Stamp | None = None
    _templates: dict[str, Templates] = field(default_factory=dict)
    _ground: tuple[bytes, ...] = ()

    def left(self) -> Left | None:
        """What the last build left, of this process or another."""
        if self._state is None or self._saved != self._stamp():
            return cache.left(self.folder)
        return self._state

    def last(self) -> State | None:
        """The same, unpacked."""
        left = self.left()
        return cache.unpacked(left) if left else None

    def remember(self, state: State, entries: Raw | None = None) -> None:
        """Keep what a build knows, in both places; its ``entries`` may have been packed before."""
        cache.save(self.folder, state, entries)
        self._state, self._saved = state, self._stamp()

    def templates(self, now: Grounds, observatory: Observatory) -> dict[str, Templates]:
        """The templates of each language, compiled once for as long as theme and registry are the same."""
        if self._ground != (now.theme, now.registry):
            from generator import draw  # not before pages are

            folder = observatory.settings.root / compiled.FOLDER
            kept = compiled.Compiled(folder, fingerprint(now.program, now.theme))
            self._templates, self._ground = draw.templates(observatory, kept), (now.theme, now.registry)
        for templates in self._templates.values():
            templates.forget()
        return self._templates

    def _stamp(self) -> Stamp | None:
        return tree.stamp(str(self.folder / cache.STATE))
