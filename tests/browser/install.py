"""Find Chromium, or install it where that is possible: by apt on Debian as root. Says plainly what it did.

Run as ``python -m tests.browser.install``; never fails, because the other tests do not need a browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
"""The first is Chromium without the windows, menus and services around its pages: it opens a page at half the cost."""
PACKAGES = ("chromium-headless-shell", "chromium")
"""Debian's, of which one will do; the second is for releases that have no other."""
FONTS = ("fonts-noto-core", "fonts-noto-cjk")
ABSENT = "No Chromium: the browser tests are left out. Install Chromium, or name it in the variable CHROMIUM."


def chromium() -> str | None:
    """The path of a Chromium: that in the variable ``CHROMIUM``, else the first on the path."""
    named = os.environ.get("CHROMIUM", "")
    if named and Path(named).is_file():
        return named
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def install() -> str:
    """Install Chromium by apt where it is missing and this is Debian as root; what happened, in one sentence."""
    found = chromium()
    if found:
        return f"Browser tests use {found}."
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return ABSENT
    if not _apt("update"):
        return f"`apt-get update` failed. {ABSENT}"
    if not any(_apt("install", "-y", "--no-install-recommends", package, *FONTS) for package in PACKAGES):
        return f"`apt-get install {PACKAGES[-1]}` failed. {ABSENT}"
    found = chromium()
    return f"Installed {found} for the browser tests." if found else ABSENT


def _apt(*arguments: str) -> bool:
    """Whether it went well."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    return not subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode


if __name__ == "__main__":
    print(install())
