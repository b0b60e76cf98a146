"""Puts a new site where the old one stands, in one step: whoever looks sees the one or the other, each whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from errno import EEXIST, EINVAL, ENOSYS, ENOTDIR, ENOTSUP, EXDEV
from functools import partial
from pathlib import Path

from generator import tree
from generator.outcome import SettingsError
from generator.workers import spread

OWN = ("practices", "registry", "schema", "theme", "docs", "generator", "tests", "bench", ".git", ".github", ".cache")
"""The parts of an observatory, below its root."""

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)
_HERE = -100  # AT_FDCWD
_UNABLE = (EINVAL, ENOSYS, ENOTSUP, EXDEV)  # what file systems say that cannot exchange


def refuse_our_own(root: Path, site: Path) -> None:
    """Raise ``SettingsError`` where the site, which replaces what stands in its folder, would replace a part of the observatory."""
    root = root.resolve()
    own = [root / name for name in OWN]
    if site in (root, *root.parents) or any(site == part or part in site.parents for part in own):
        raise SettingsError(
            f"the site_dir {site} is a part of the observatory, and would be replaced; name another folder"
        )


def refuse_other(site: Path) -> None:
    """Raise ``OSError`` where something else than a site stands in the site's place."""
    if os.path.lexists(site) and not site.is_dir():
        raise NotADirectoryError(ENOTDIR, "a file stands where the site should go", str(site))
    if site.is_dir() and not (site / "index.html").is_file() and any(site.iterdir()):
        said = "this folder holds something else than a site, and would be replaced; empty it, or name another"
        raise FileExistsError(EEXIST, said, str(site))


def recover(site: Path) -> None:
    """Finish what a build that was killed left undone."""
    old, new = _beside(site)
    if old.is_dir() and not site.exists():
        old.rename(site)
    for left in (old, new):
        if left.is_dir():
            shutil.rmtree(left)


class Left(Enum):
    """What is in the place of the new site's folder once that is published."""

    NOTHING = "nothing"
    OLD_SITE = "the old site"
    NEW_SITE = "the new site, of which a copy was published"


def publish(new: Path, site: Path, paths: list[str]) -> Left:
    """Put the folder ``new``, whose files are at these paths, in the place of the site.

    Where the two are on different file systems, a copy is.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    if new.stat().st_dev == site.parent.stat().st_dev:
        return _swap(new, site)
    _, copy = _beside(site)
    clone(new, copy, paths)
    if _swap(copy, site) is Left.OLD_SITE:
        shutil.rmtree(copy)
    return Left.NEW_SITE


def clone(source: Path, folder: Path, paths: list[str]) -> None:
    """A folder with the same files as another: second names where the file system has them, else copies."""
    folder.mkdir(parents=True, exist_ok=True)
    for inner in sorted(tree.folders(paths) - {""}):
        with suppress(FileExistsError):
            os.mkdir(f"{folder}/{inner}")  # noqa: PTH102 - of thousands
    for _ in spread(partial(tree.link, str(source), str(folder)), paths):
        pass


def _swap(new: Path, site: Path) -> Left:
    if not site.exists():
        new.rename(site)
        return Left.NOTHING
    if not _exchanged(new, site):
        old, _ = _beside(site)
        site.rename(old)
        try:
            new.rename(site)
        except OSError:
            old.rename(site)
            raise
        old.rename(new)
    return Left.OLD_SITE


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could change places in one step, as Linux can."""
    import ctypes

    renameat2: Callable[..., int] | None = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    error = ctypes.get_errno()
    if error in _UNABLE:
        return False
    raise OSError(error, os.strerror(error), str(other))


def _beside(site: Path) -> tuple[Path, Path]:
    """Where the old site waits, and a copy of the new one, for as long as it takes."""
    return site.with_name(f".{site.name}.old"), site.with_name(f".{site.name}.new")
