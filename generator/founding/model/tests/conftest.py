"""The site of this observatory, built once for all tests, and a browser to look at it where there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of this observatory."""
    return ROOT


@pytest.fixture(scope="session")
def observatory() -> Run:
    """``observatory(command, *options)``: runs a command on this observatory."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "generator", *arguments)
        return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")

    return run


@pytest.fixture(scope="session")
def site(observatory: Run) -> Path:
    """The site, built as ``make site`` builds it."""
    built = observatory("build", "--strict")
    assert built.returncode == 0, built.stdout + built.stderr
    return ROOT / "site"


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[str]:
    """Where the site is served on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: that in the variable ``CHROMIUM``, else the first on the path; without one its tests are left out."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip("There is no Chromium; install one, or name it in the variable CHROMIUM.")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield running
        running.close()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        pass
