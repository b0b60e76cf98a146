"""A copy of the site that the next one is made from, so that a change costs no more than what it changes.

Both have the same files under two names, which cost the space of one. The next site is made in the copy, which then
changes places with the site and is brought up to date in turn. What was damaged meanwhile is found and made again.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from generator import publish, tree
from generator.cache import State
from generator.tree import Leaf, Stamp, Unlike

Value = TypeVar("Value")


class Spare:
    """The copy in ``folder``, which was looked through: ``unlike`` is none where there is no such copy.

    ``leaves`` are its sound files, ``hashes`` those of their bytes before anything is drawn. ``marks`` are the stamps of its folders,
    and ``site_marks`` those of the site that was published at ``site``.
    """

    def __init__(self, folder: Path, last: State | None, unlike: Unlike | None) -> None:
        self.folder = folder
        self.leaves: dict[str, Leaf] = {}
        self.marks: dict[str, Stamp] = {}
        self.site_marks = last.site_marks if last else {}
        self.site = last.site if last else ""
        self._before: Collection[str] = ()
        if last and unlike:
            self.marks = last.marks
            self._before = last.leaves
            self.leaves = unlike.applied(last.leaves)
        else:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self.hashes = {path: leaf.hash for path, leaf in self.leaves.items()}

    def publish(self, site: Path, hashes: Mapping[str, bytes], written: Collection[str]) -> None:
        """Make it the site, and a copy of that again.

        ``hashes`` are those of all files of the new site, ``written`` the files that were written into the copy.
        """
        gone = [path for path in self._before if path not in hashes]
        for path in gone:
            tree.remove(str(self.folder), path)
        touched = tree.folders([*written, *gone])
        self.marks = _without(self.marks, touched) | tree.marks(str(self.folder), touched)
        follows = self.site == str(site) and bool(self.site_marks)
        left = publish.publish(self.folder, site, list(hashes))
        if left is publish.Left.OLD_SITE and follows:
            self._follow(site, written, gone, touched)
        elif left is not publish.Left.NEW_SITE:
            written = hashes.keys()
            self._begin_again(site, list(hashes))
        self.site = str(site)
        self.leaves = _without(self.leaves, gone)
        for path in written:
            if mark := tree.stamp(f"{self.folder}/{path}"):
                self.leaves[path] = Leaf(hashes[path], mark)

    def _follow(self, site: Path, written: Collection[str], gone: Collection[str], touched: set[str]) -> None:
        """The copy is the old site now, so what has changed is all that differs."""
        for path in gone:
            tree.remove(str(self.folder), path)
        tree.link(str(site), str(self.folder), written)
        old = _without(self.site_marks, touched)
        self.marks, self.site_marks = old | tree.marks(str(self.folder), touched), self.marks

    def _begin_again(self, site: Path, paths: list[str]) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        publish.clone(site, self.folder, paths)
        self.site_marks = self.marks
        self.marks = tree.marks(str(self.folder), tree.folders(paths))


def _without(known: Mapping[str, Value], paths: Iterable[str]) -> dict[str, Value]:
    """What is known, without some; to take few out of a copy is much less than to pick most."""
    rest = dict(known)
    for path in paths:
        rest.pop(path, None)
    return rest
