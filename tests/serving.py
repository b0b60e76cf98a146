"""A server of the tiny observatory on this machine, and what is asked of it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.error import URLError
from urllib.request import urlopen

if TYPE_CHECKING:
    from tests.conftest import Lights

PATIENCE = 30  # seconds
COMMANDS = {
    "observatory": ("generator", "serve", "--address"),
    "mkdocs": ("mkdocs", "serve", "--livereload", "--dev-addr"),
}


@dataclass(frozen=True)
class Server:
    """A server that runs, where it listens, and what it has said so far."""

    running: subprocess.Popen[bytes]
    lights: Lights
    port: int
    log: Path
    temporary: Path

    @property
    def address(self) -> str:
        """Where the site is served."""
        return f"http://127.0.0.1:{self.port}/observatory/"

    def page(self, path: str = "en/practices/lum-two-keepers/") -> str:
        """A page as it is served; empty where there is none yet, or it takes too long."""
        try:
            with urlopen(f"{self.address}{path}", timeout=2) as answer:  # noqa: S310 - ours
                return str(answer.read().decode())
        except (URLError, OSError):
            return ""

    def said(self) -> str:
        """What it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def told(self) -> dict[str, Any]:
        """The latest news that an open page would be told."""
        line = HTTPConnection("127.0.0.1", self.port, timeout=5)
        line.request("GET", "/_live/news")
        told: dict[str, Any] = json.loads(line.getresponse().readline().decode().removeprefix("data: "))
        line.close()
        return told

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert self.running.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.05)

    def until_it_shows(self, text: str) -> None:
        """Wait until the page holds a text."""
        self.until(lambda: text in self.page())

    @contextmanager
    def unchanged(self) -> Iterator[Server]:
        """Puts the files of the observatory back in the end, and waits until the site is what it was."""
        self.until_it_shows("<h1>")
        files = [path for path in self.lights.root.rglob("*.*") if path.is_file() and ".cache" not in path.parts]
        before = {path: path.read_bytes() for path in files}
        site = self.told()["site"]
        yield self
        for path, data in before.items():
            if path.read_bytes() != data:
                path.write_bytes(data)
        self.until(lambda: self.told()["site"] == site and not self.told()["reason"])

    def interrupt(self) -> int:
        """Press Ctrl-C; the exit code."""
        os.killpg(self.running.pid, signal.SIGINT)
        return self.running.wait(timeout=PATIENCE)


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(lights: Lights, folder: Path, command: str = "observatory", host: str = "127.0.0.1") -> Iterator[Server]:
    """A server of the tiny observatory, with its log and a place for temporary files in a folder."""
    port, temporary = free_port(), folder / "temporary"
    temporary.mkdir(parents=True)
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(
            [sys.executable, "-m", *COMMANDS[command], f"{host}:{port}"],
            cwd=lights.root,
            env=lights.around(TMPDIR=str(temporary)),
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a group of its own, which gets Ctrl-C as a whole
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
    try:
        yield Server(running, lights, port, folder / "log", temporary)
    finally:
        if running.poll() is None:
            running.kill()
        running.wait()
