"""Which files stand below a folder, and what is wrong with one before it is opened.

Nothing here follows a symbolic link, opens a file, or goes deeper than any folder of entries does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import refusals
from generator.diagnostics import Diagnostic, visible
from generator.refusals import refused
from generator.source import Source

DEPTH_LIMIT = 8
"""How many folders may stand in each other; entries and documents need one."""


def below(folder: Path) -> Iterator[Path]:
    """The files below a folder by name, but for hidden ones and READMEs.

    A link, and a folder that cannot be looked into, come as they stand, for ``stray`` to say what is wrong. Where the folder
    itself is not there, there is nothing.
    """
    return every(folder, lambda name: name.startswith(".") or name.partition(".")[0] == "README")


def every(folder: Path, is_left_out: Callable[[str], bool] = lambda name: False) -> Iterator[Path]:
    """All files below a folder by name, like ``below``, but for those whose names are left out."""
    if folder.is_symlink():
        yield folder
    elif folder.is_dir():
        yield from _inside(folder, DEPTH_LIMIT, is_left_out)


def stray(path: Path, shown: str) -> Diagnostic | None:
    """What is wrong with a file's kind or name, before it is opened; nothing for a name that ends in ``.yml``."""
    if path.suffix == ".yml":
        return _illegible(shown)  # whether it is a regular file is asked when it is read
    return irregular(path, shown) or refused(refusals.stray_file, Source(shown, "").start(), path.name)


def irregular(path: Path, shown: str) -> Diagnostic | None:
    """What is wrong with a file, whatever it is called; nothing for a regular one whose name is a text."""
    place = Source(shown, "").start()
    if path.is_symlink():
        return refused(refusals.symbolic_link, place, path.name)
    if path.is_dir():
        return refused(refusals.closed_folder, place, path.name)
    return _illegible(shown) if path.is_file() else refused(refusals.not_a_file, place, path.name)


def missing(shown: str) -> Diagnostic:
    """That a file or folder which must be there is not."""
    return refused(refusals.missing_file, Source(shown, "").start())


def _inside(folder: Path, depth: int, is_left_out: Callable[[str], bool]) -> Iterator[Path]:
    try:
        inside = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError:
        yield folder
        return
    for item in inside:
        path = folder / item.name
        if is_left_out(item.name):
            continue
        if depth and item.is_dir(follow_symlinks=False) and not item.name.endswith(".yml"):
            yield from _inside(path, depth - 1, is_left_out)
        else:
            yield path


def _illegible(shown: str) -> Diagnostic | None:
    try:
        shown.encode()
    except UnicodeEncodeError:
        return refused(refusals.name_not_utf_8, Source(visible(shown), "").start())
    return None
