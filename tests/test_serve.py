"""`observatory serve` and `mkdocs serve`: a page is shown, follows its entry, and outlives a fault in it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import EPOCH, Lights

KEEPERS = "practices/article-01/lum-two-keepers.yml"
PATIENCE = 20  # seconds
COMMANDS = {
    "observatory": ("generator", "serve", "--address"),
    "mkdocs": ("mkdocs", "serve", "--livereload", "--dev-addr"),
}


@dataclass(frozen=True)
class Server:
    """A server that runs on this machine, and what it has said so far."""

    running: subprocess.Popen[bytes]
    address: str
    log: Path

    def page(self) -> str:
        """The page of the entry as it is served; empty where there is none yet, or it takes too long."""
        try:
            with urlopen(f"{self.address}en/practices/lum-two-keepers/", timeout=2) as answer:  # noqa: S310 - ours
                return str(answer.read().decode())
        except (URLError, OSError):
            return ""

    def said(self) -> str:
        """What it has printed."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        end = time.monotonic() + PATIENCE
        while not is_so():
            assert self.running.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)

    def until_it_shows(self, text: str) -> None:
        """Wait until the page holds a text."""
        self.until(lambda: text in self.page())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def start(lights: Lights, tmp_path: Path) -> Iterator[Callable[[str], Server]]:
    """``start(command)``: a server of the tiny observatory, ended when the test is over."""
    servers: list[Server] = []
    (tmp_path / "temporary").mkdir()

    def started(command: str) -> Server:
        port = _free_port()
        with (tmp_path / "log").open("wb") as log:
            running = subprocess.Popen(
                [sys.executable, "-m", *COMMANDS[command], f"127.0.0.1:{port}"],
                cwd=lights.root,
                env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "TMPDIR": str(tmp_path / "temporary")},
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
            )
        servers.append(Server(running, f"http://127.0.0.1:{port}/observatory/", tmp_path / "log"))
        return servers[-1]

    yield started
    for server in servers:
        if server.running.poll() is None:
            server.running.kill()
        server.running.wait()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_follows_its_entry(command: str, start: Callable[[str], Server], lights: Lights, tmp_path: Path) -> None:
    server = start(command)
    server.until_it_shows("<h1>Two keepers a light</h1>")
    assert "Content-Security-Policy" not in server.page()  # it would refuse the server's own script
    lights.change(KEEPERS, "Two keepers a light", "Three keepers a light")
    server.until_it_shows("<h1>Three keepers a light</h1>")
    lights.change(KEEPERS, "status: in-force", "status: ongoing")
    server.until(lambda: "error[P107]" in server.said() and "the site was not built" in server.said())
    lights.change(KEEPERS, "status: ongoing", "status: completed")
    server.until_it_shows("<dd>completed</dd>")
    server.running.send_signal(signal.SIGINT)
    assert server.running.wait(timeout=PATIENCE) == 0
    assert "Traceback" not in server.said()
    assert lights.leftovers() == [] and not lights.site.exists()
    assert list((tmp_path / "temporary").iterdir()) == []


def test_after_a_fault_the_old_page_still_stands(start: Callable[[str], Server], lights: Lights) -> None:
    server = start("observatory")
    server.until_it_shows("<h1>Two keepers a light</h1>")
    lights.change(KEEPERS, "status: in-force", "status: ongoing")
    server.until(lambda: "error[P107]" in server.said() and "the site was not built" in server.said())
    assert "<h1>Two keepers a light</h1>" in server.page()


def test_faults_from_the_start(lights: Lights) -> None:
    lights.change(KEEPERS, "status: in-force", "status: ongoing")
    said = lights.run("serve", "--address", f"127.0.0.1:{_free_port()}")
    assert said.code == 1
    assert (said.out + said.err).count("error[P107]") == 1 and "Traceback" not in said.err


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:http", ":8000"])
def test_an_address_that_is_none(address: str, lights: Lights) -> None:
    said = lights.run("serve", "--address", address)
    assert said.code == 2 and "is not HOST:PORT" in said.err


def test_a_port_that_is_taken(lights: Lights) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        said = lights.run("serve", "--address", f"127.0.0.1:{other.getsockname()[1]}")
    assert said.code == 1
    assert "in use" in said.err and "Traceback" not in said.err
