"""Which files stand below a folder, and what is wrong with one before it is opened.

Nothing here follows a symbolic link, opens a file, or goes deeper than any folder of entries does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from operator import attrgetter
from pathlib import Path

from generator.diagnostics import Diagnostic, visible
from generator.refusals import of_files, refused
from generator.source import Source

DEPTH_LIMIT = 8
"""How many folders may stand in each other; entries and documents need one."""


def below(folder: Path) -> Iterator[Path]:
    """The files below a folder by name, but for hidden ones and READMEs.

    A link, and a folder that cannot be looked into, come as they stand, for ``stray`` to say what is wrong. Where the folder
    itself is not there, there is nothing.
    """
    return (Path(place, name) for place, name in named_below(folder))


def named_below(folder: Path) -> Iterator[tuple[str, str]]:
    """The same as pairs of folder and name, of which thousands are made in no time."""
    return _named(folder, lambda name: name.startswith((".", "README.")) or name == "README")


def every(folder: Path) -> Iterator[Path]:
    """All files below a folder by name, like ``below``, and with the hidden ones."""
    return (Path(place, name) for place, name in _named(folder, lambda name: False))


def stray(path: Path, shown: str) -> Diagnostic | None:
    """What is wrong with a file's kind or name, before it is opened; nothing for a name that ends in ``.yml``."""
    if path.suffix == ".yml":
        return _illegible(shown)  # whether it is a regular file is asked when it is read
    return irregular(path, shown) or refused(of_files.stray_file, Source(shown, "").start(), path.name)


def irregular(path: Path, shown: str) -> Diagnostic | None:
    """What is wrong with a file, whatever it is called; nothing for a regular one whose name is a text."""
    place = Source(shown, "").start()
    if path.is_symlink():
        return refused(of_files.symbolic_link, place, path.name)
    if path.is_dir():
        return refused(of_files.closed_folder, place, path.name)
    return _illegible(shown) if path.is_file() else refused(of_files.not_a_file, place, path.name)


def missing(shown: str) -> Diagnostic:
    """That a file or folder which must be there is not."""
    return refused(of_files.missing_file, Source(shown, "").start())


def _named(folder: Path, is_left_out: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    if folder.is_symlink():
        return iter([(str(folder.parent), folder.name)])
    return _inside(str(folder), DEPTH_LIMIT, is_left_out) if folder.is_dir() else iter(())


def _inside(folder: str, depth: int, is_left_out: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    try:
        inside = sorted(os.scandir(folder), key=attrgetter("name"))
    except OSError:
        place, _, name = folder.rpartition(os.sep)
        yield place, name
        return
    for item in inside:
        if is_left_out(item.name):
            continue
        if depth and item.is_dir(follow_symlinks=False) and not item.name.endswith(".yml"):
            yield from _inside(item.path, depth - 1, is_left_out)
        else:
            yield folder, item.name


def _illegible(shown: str) -> Diagnostic | None:
    try:
        shown.encode()
    except UnicodeEncodeError:
        return refused(of_files.name_not_utf_8, Source(visible(shown), "").start())
    return None
