"""The only module that writes the site: beside the old one, then swapped in."""

from __future__ import annotations

import shutil
import tempfile
from errno import EEXIST, ENOTDIR
from pathlib import Path


class Staging:
    """A folder beside the site in which the new one grows; the old one stands until ``swap``.

    Raises ``OSError`` where the folder cannot be made, or where something else than a site stands there.
    """

    def __init__(self, target: Path) -> None:
        self.target = target.resolve()
        if self.target.exists() and not self.target.is_dir():
            raise NotADirectoryError(ENOTDIR, "a file stands where the site should go", str(target))
        if self.target.is_dir() and not (self.target / "index.html").is_file() and any(self.target.iterdir()):
            said = "this folder holds something else than a site, and would be replaced; empty it, or name another"
            raise FileExistsError(EEXIST, said, str(target))
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self.folder = Path(tempfile.mkdtemp(prefix=f".{self.target.name}-", dir=self.target.parent))
        self.folder.chmod(0o755)

    def swap(self) -> None:
        """Put the new site where the old one stood."""
        old = self.folder.with_name(self.folder.name + "-old")
        if self.target.exists():
            self.target.rename(old)
        self.folder.rename(self.target)
        shutil.rmtree(old, ignore_errors=True)

    def discard(self) -> None:
        """Take the unfinished site away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def write(site: Path, path: str, data: bytes) -> None:
    """Write a file of the site; ``path`` has forward slashes and stays below the site."""
    file = f"{site}/{path}"  # strings, because pathlib takes twice the time of the writing
    try:
        opened = open(file, "wb")  # noqa: PTH123, SIM115
    except FileNotFoundError:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        opened = open(file, "wb")  # noqa: PTH123, SIM115
    with opened:
        opened.write(data)
