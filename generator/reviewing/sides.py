"""The two sides that are compared, each as a folder that can be read like an observatory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from generator.folder import Entry, entries
from generator.reviewing.repository import Repository
from generator.reviewing.snapshot import AROUND, ENTRIES, PARTS, REGISTRY, ids, lay_out, told, touched
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Sides:
    """Two commits (the second one empty for the files as they stand), two observatories, and the paths at which they differ.

    Of the first one only such files are there as differ, or belong to an entry that does.
    """

    commit_before: str
    commit_now: str
    before: Settings
    now: Settings
    paths: frozenset[str]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the entries that differ in any file."""
        return frozenset(_id(path) for path in self.paths if _is_in(ENTRIES, path))

    @property
    def registry(self) -> list[str]:
        """The files of the registry that differ."""
        return sorted(path for path in self.paths if _is_in(REGISTRY, path))

    @property
    def around(self) -> dict[str, int]:
        """How many files differ that pages are made of besides, by the folder they are in."""
        return dict(Counter(part for part in AROUND for path in sorted(self.paths) if _is_in(part, path)))

    def entries(self, settings: Settings) -> list[Entry]:
        """The entries of a side that differ; of two with the same id, which is a fault, the first."""
        own = self.ids
        found: dict[str, Entry] = {}
        for entry in entries(settings)[0]:
            if entry.id in own:
                found.setdefault(entry.id, entry)
        return list(found.values())


@contextmanager
def sides(settings: Settings, revision: str = "", other: str = "") -> Iterator[Sides]:
    """An observatory as it stands, or as ``other`` has it, beside what a revision has, by default where the two parted.

    Theme and hand-written pages are those that stand here. Raises RevisionError and OSError. What is made for it is gone at the end.
    """
    repository = Repository(settings.root)
    commit = repository.commit(revision) if revision else repository.fork()
    commit_now = repository.commit(other) if other else ""
    old = repository.files(commit, PARTS)
    with TemporaryDirectory(prefix="observatory-") as made:
        before, now = Settings(Path(made, "before")), settings
        if commit_now:
            new = repository.files(commit_now, PARTS)
            now = replace(settings, root=Path(made, "now"))
            lay_out(repository, {path: blob for path, blob in new.items() if _is_data(path)}, now.root)
            _borrow(settings, now)
            there = told(new)
        else:
            there = ids(settings.root, commit)
        paths = frozenset(touched(told(old), there))
        found = Sides(commit, commit_now, before, now, paths)
        own, files = found.ids, found.registry
        needed = {
            path: blob for path, blob in old.items() if path in files or (_is_in(ENTRIES, path) and _id(path) in own)
        }
        lay_out(repository, needed, before.root)
        yield found


def _borrow(settings: Settings, made: Settings) -> None:
    """Have pages drawn by templates that stand here: those of a revision can run what they like."""
    for mine, own in ((settings.templates.parent, made.templates.parent), (settings.docs, made.docs)):
        if mine.is_dir():
            copytree(mine, own, symlinks=True)


def _is_data(path: str) -> bool:
    return _is_in(ENTRIES, path) or _is_in(REGISTRY, path)


def _is_in(part: str, path: str) -> bool:
    return path == part or path.startswith(f"{part}/")


def _id(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]
