"""What git knows of an observatory: revisions, and the files of each. Git is asked for objects only, and changes nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.diagnostics import shortened, visible

MAIN = ("main", "origin/main")
"""The branches that are published, as they are called here and where this was cloned from."""

PATIENCE = 60.0  # seconds
_AROUND = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}


class RevisionError(Exception):
    """That there is nothing to compare with; the message says why, and what to do."""


class Blob(NamedTuple):
    """A file of a revision: the mode that git gives it, the id of its content, and its size in bytes."""

    mode: str
    id: str
    size: int


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder is in. Every question may raise RevisionError."""

    root: Path

    def commit(self, revision: str) -> str:
        """The id of the commit that a branch, tag or id names."""
        shown = shortened(revision)
        if revision.startswith("-") or not revision.isprintable() or not revision:
            raise RevisionError(
                f"{shown or 'an empty text'} is no name of a revision; name a branch, a tag or a commit"
            )
        self._ask_whether_there_is_one()
        found = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found.returncode:
            advice = self._shallow() or "look at its spelling, or fetch it first"
            raise RevisionError(f"there is no revision {shown} in this repository; {advice}")
        return found.stdout.decode().strip()

    def fork(self) -> str:
        """The id of the commit at which what is checked out parted from the branch that is published."""
        self._ask_whether_there_is_one()
        tips = [tip for name in MAIN if (tip := self._tip(name))]
        if not tips:
            advice = self._shallow() or "name the revision to compare with"
            raise RevisionError(f"this repository has no branch {MAIN[0]}; {advice}")
        found = self._asked("merge-base", "HEAD", *tips)
        if found.returncode:
            advice = self._shallow() or "name the revision to compare with"
            raise RevisionError(f"what is checked out has no commit in common with {MAIN[0]}; {advice}")
        return found.stdout.decode().split()[0]

    def files(self, commit: str, parts: Sequence[str]) -> dict[str, Blob]:
        """The files of a commit below some parts of the folder, by their path from there."""
        listed = self._answered("ls-tree", "-r", "-l", "-z", commit, "--", *parts)
        return dict(_blobs(listed))

    def contents(self, ids: Sequence[str]) -> Iterator[bytes]:
        """The content of some blobs, in their order."""
        told = self._answered("cat-file", "--batch", given="".join(f"{id}\n" for id in ids).encode())
        place = 0
        for id in ids:
            end = told.index(b"\n", place)
            said, *size = told[place:end].decode().split(" ")[1:]
            if said != "blob":
                raise RevisionError(f"git has no content of {id}; {self._shallow() or 'fetch it first'}")
            place = end + 1 + int(size[0]) + 1
            yield told[end + 1 : place - 1]

    def _tip(self, name: str) -> str:
        found = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        return found.stdout.decode().strip()

    def _ask_whether_there_is_one(self) -> None:
        found = self._asked("rev-parse", "--git-dir")
        if found.returncode:
            said = found.stderr.decode(errors="replace").strip().partition("\n")[0]
            raise RevisionError(
                f"{visible(str(self.root))} cannot be compared with what was: git says “{shortened(said, 200)}”"
            )

    def _shallow(self) -> str:
        """The advice for a clone that has not the whole history; empty where it has."""
        found = self._asked("rev-parse", "--is-shallow-repository")
        is_shallow = found.stdout.strip() == b"true"
        return "this clone has a part of the history only: `git fetch --unshallow` gets the rest" if is_shallow else ""

    def _answered(self, *question: str, given: bytes = b"") -> bytes:
        found = self._asked(*question, given=given)
        if found.returncode:
            said = found.stderr.decode(errors="replace").strip().partition("\n")[0]
            raise RevisionError(f"git {question[0]} failed: {shortened(said, 200)}")
        return found.stdout

    def _asked(self, *question: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-pager", "--no-replace-objects", *question]
        try:
            return subprocess.run(  # noqa: S603 - fixed words and ids; names of strangers stand behind --end-of-options
                command, cwd=self.root, env=os.environ | _AROUND, input=given, capture_output=True, timeout=PATIENCE
            )
        except FileNotFoundError:
            raise RevisionError("git is not installed here; what was before is known to git alone") from None
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RevisionError(f"git did not answer: {visible(str(error))}") from None


def _blobs(listed: bytes) -> Iterator[tuple[str, Blob]]:
    for line in listed.split(b"\0"):
        if not line:
            continue
        about, _, name = line.partition(b"\t")
        mode, kind, id, size = about.decode().split()
        path = os.fsdecode(name)
        if kind == "blob" and _stays_below(path):
            yield path, Blob(mode, id, int(size))


def _stays_below(path: str) -> bool:
    """Whether a path is one that a folder can hold: whoever writes a tree by hand can put anything into it."""
    parts = path.split("/")
    return "\\" not in path and not PurePosixPath(path).is_absolute() and not {"", ".", "..", ".git"} & {*parts}
