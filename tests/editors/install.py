"""Fetch the language server from npm, where npm is there. Says plainly what it did.

Run as ``python -m tests.editors.install``; never fails, because the other tests do not need it.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
PROGRAM = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
ABSENT = "The tests of editors are left out; install Node.js with npm, then run `python -m tests.editors.install`."


def absent() -> str:
    """Why the language server cannot be asked; empty where it can."""
    missing = [name for name in ("node", "npm") if not shutil.which(name)]
    if missing:
        return f"No {' and no '.join(missing)}. {ABSENT}"
    return "" if PROGRAM.is_file() else f"yaml-language-server is not installed. {ABSENT}"


def install() -> str:
    """Install what the lock file names, with its hashes and without running anything of it; what happened, in one sentence."""
    lock, kept = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
    if not absent() and kept.is_file() and kept.stat().st_mtime >= lock.stat().st_mtime:
        return "The tests of editors use the language server that is there."
    if not shutil.which("node") or not shutil.which("npm"):
        return absent()
    ran = subprocess.run(
        ["npm", "--prefix", HERE, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if ran.returncode or absent():
        return f"`npm ci` failed. {ABSENT}"
    return "Installed the language server for the tests of editors."


if __name__ == "__main__":
    print(install())
