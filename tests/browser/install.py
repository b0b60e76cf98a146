"""Find Chromium, or install it where that is possible: by apt on Debian as root. Says plainly what it did.

Run as ``python -m tests.browser.install``; never fails, because the other tests do not need a browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")
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
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES])
    for command in commands:
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
            return f"`{' '.join(command)}` failed. {ABSENT}"
    found = chromium()
    return f"Installed {found} for the browser tests." if found else ABSENT


if __name__ == "__main__":
    print(install())
