"""What git knows of an observatory: revisions, and the files of each. Git is asked for objects only, and changes nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from generator.diagnostics import shortened, visible
from generator.phrase import NOTHING, Phrase, also, phrase

MAIN = ("main", "origin/main")
"""The branches that are published, as they are called here and where this was cloned from."""

NAME_IT = phrase("name the revision to compare with")
PATIENCE = 60.0  # seconds
_AROUND = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}


class RevisionError(Exception):
    """That there is nothing to compare with; ``why`` says the reason, and what to do, in any language."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


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
            what = shown or phrase("an empty text")
            raise RevisionError(
                phrase("%(revision)s is no name of a revision; name a branch, a tag or a commit", revision=what)
            )
        self._ask_whether_there_is_one()
        found = self._asked("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if found.returncode:
            advice = self._shallow() or phrase("look at its spelling, or fetch it first")
            unknown = phrase("there is no revision %(revision)s in this repository", revision=shown)
            raise RevisionError(also(unknown, advice))
        return found.stdout.decode().strip()

    def fork(self) -> str:
        """The id of the commit at which what is checked out parted from the branch that is published."""
        self._ask_whether_there_is_one()
        tips = [tip for name in MAIN if (tip := self._tip(name))]
        if not tips:
            none = phrase("this repository has no branch %(branch)s", branch=MAIN[0])
            raise RevisionError(also(none, self._shallow() or NAME_IT))
        found = self._asked("merge-base", "HEAD", *tips)
        if found.returncode:
            apart = phrase("what is checked out has no commit in common with %(branch)s", branch=MAIN[0])
            raise RevisionError(also(apart, self._shallow() or NAME_IT))
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
                lacking = phrase("git has no content of %(id)s", id=id)
                raise RevisionError(also(lacking, self._shallow() or phrase("fetch it first")))
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
                phrase(
                    "%(folder)s cannot be compared with what was: git says “%(words)s”",
                    folder=visible(str(self.root)),
                    words=shortened(said, 200),
                )
            )

    def _shallow(self) -> Phrase:
        """The advice for a clone that has not the whole history; empty where it has."""
        found = self._asked("rev-parse", "--is-shallow-repository")
        is_shallow = found.stdout.strip() == b"true"
        part = phrase("this clone has a part of the history only: `git fetch --unshallow` gets the rest")
        return part if is_shallow else NOTHING

    def _answered(self, *question: str, given: bytes = b"") -> bytes:
        found = self._asked(*question, given=given)
        if found.returncode:
            said = found.stderr.decode(errors="replace").strip().partition("\n")[0]
            raise RevisionError(
                phrase("git %(command)s failed: %(words)s", command=question[0], words=shortened(said, 200))
            )
        return found.stdout

    def _asked(self, *question: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-pager", "--no-replace-objects", *question]
        try:
            return subprocess.run(  # noqa: S603 - fixed words and ids; names of strangers stand behind --end-of-options
                command, cwd=self.root, env=os.environ | _AROUND, input=given, capture_output=True, timeout=PATIENCE
            )
        except FileNotFoundError:
            alone = phrase("git is not installed here; what was before is known to git alone")
            raise RevisionError(alone) from None
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RevisionError(phrase("git did not answer: %(words)s", words=visible(str(error)))) from None


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
