"""Where the parts of an observatory stand on disk, and the address it is published at."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from msgspec import Struct

NO_ADDRESS = "http://localhost:8000/"
"""The address of a site whose settings name none."""


class Settings(Struct, frozen=True):
    """The folders of one observatory, below its root, and its public address (with a final slash).

    Pages are ``guarded`` by a policy, except where a server puts a script of its own into them.
    """

    root: Path
    site_url: str = NO_ADDRESS
    guarded: bool = True

    @property
    def practices(self) -> Path:
        """The folder of the entries."""
        return self.root / "practices"

    @property
    def registry(self) -> Path:
        """The folder of what entries refer to."""
        return self.root / "registry"

    @property
    def ledger(self) -> Path:
        """Every id that was ever published, a line each."""
        return self.registry / "published.txt"

    @property
    def docs(self) -> Path:
        """The hand-written pages, a folder a language."""
        return self.root / "docs"

    @property
    def templates(self) -> Path:
        """The templates of our pages."""
        return self.root / "theme" / "templates"

    @property
    def locales(self) -> Path:
        """The interface words, a gettext catalogue a language."""
        return self.root / "theme" / "locales"

    def shown(self, path: Path) -> str:
        """A path as people are shown it: below the root and with forward slashes, where it is below it."""
        written, root = str(path), f"{self.root}{os.sep}"
        if written.startswith(root):  # nearly every one, and a tenth of the time
            return written[len(root) :].replace(os.sep, "/")
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()


def today() -> date:
    """The day the checks count from: ``SOURCE_DATE_EPOCH`` where it is set (seconds), else the clock's, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    is_time = epoch.isdecimal() and len(epoch) < 12  # later ones are in no calendar
    return datetime.fromtimestamp(int(epoch), UTC).date() if is_time else datetime.now(UTC).date()
