"""An observatory in a git repository, as it was and as it is."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from generator.gather import silent
from generator.interpreter import voice
from generator.reviewing.report import Reporter
from generator.reviewing.review import Review, review
from generator.reviewing.sides import sides
from generator.reviewing.terminal import terminal
from tests.conftest import Tiny
from tests.running import Said

WHO = {"NAME": "Somebody", "EMAIL": "somebody@example.org", "DATE": "2026-11-20T12:00:00+00:00"}
AROUND = {
    **{f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in WHO.items()},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
"""What makes a commit the same on every machine."""


def git(root: Path, *words: str) -> str:
    """Have git do something, and what it says."""
    around = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")} | AROUND
    ran = subprocess.run(["git", *words], cwd=root, env=around, capture_output=True, text=True, timeout=60, check=True)
    return ran.stdout.strip()


@dataclass(frozen=True)
class Revised:
    """An observatory whose files stand on a branch of their own, beside ``main``."""

    files: Tiny

    def commit(self) -> str:
        """Commit all that is there, and the id of that."""
        git(self.files.root, "add", "--all")
        git(self.files.root, "commit", "--quiet", "--allow-empty", "--message", "Something")
        return git(self.files.root, "rev-parse", "HEAD")

    def run(self, *arguments: str, **environment: str) -> Said:
        """What the command says of it, and its exit code."""
        return self.files.run("review", *arguments, **environment)

    def review(self, *revisions: str) -> Review:
        """What is found in this process."""
        with sides(self.files.settings, *revisions) as both:
            return review(both, "en", silent)

    def section(self, heading: str, *revisions: str) -> list[str]:
        """The lines below a heading of what is told of it on a terminal."""
        words = voice(self.files.settings.locales, "en")
        told = "\n".join(terminal(Reporter(words, "").report(self.review(*revisions))))
        return told.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()


def revised(files: Tiny) -> Revised:
    """What there is is committed to ``main``, and a branch for a change begins there."""
    git(files.root, "init", "--quiet", "--initial-branch", "main")
    found = Revised(files)
    found.commit()
    git(files.root, "switch", "--quiet", "--create", "change")
    return found
