"""`observatory serve` and `mkdocs serve`: a page is shown, follows its entry, and outlives whatever is wrong."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generator.serving import builder, news
from generator.store import Store
from tests.conftest import THEME, Lights
from tests.serving import COMMANDS, Server, free_port, served

KEEPERS = "practices/article-01/lum-two-keepers.yml"


@pytest.fixture
def start(lights: Lights, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """``start(command, host)``: a server of the tiny observatory, ended when the test is over."""
    with ExitStack() as stack:
        yield lambda *how: stack.enter_context(served(lights, tmp_path / "server", *how))


def _asked(server: Server, path: str, method: str = "GET", host: str = "") -> tuple[HTTPResponse, str]:
    """The answer to a request whose path is sent as it is, and its body."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=5)
    line.putrequest(method, path, skip_host=True)
    line.putheader("Host", host or f"127.0.0.1:{server.port}")
    line.endheaders()
    answer = line.getresponse()
    return answer, answer.read().decode()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_follows_its_entry(command: str, start: Callable[..., Server], lights: Lights) -> None:
    server = start(command)
    server.until_it_shows("<h1>Two keepers a light</h1>")
    assert ("Content-Security-Policy" in server.page()) == (
        command == "observatory"
    )  # it would refuse the other's script
    lights.change(KEEPERS, "Two keepers a light", "Three keepers a light")
    server.until_it_shows("<h1>Three keepers a light</h1>")
    lights.change(KEEPERS, "status: in-force", "status: ongoing")
    server.until(lambda: "error[P107]" in server.said() and "the site was not built" in server.said())
    assert "<h1>Three keepers a light</h1>" in server.page()
    lights.change(KEEPERS, "status: ongoing", "status: completed")
    server.until_it_shows("<dd>completed</dd>")
    assert server.interrupt() == 0
    assert "Traceback" not in server.said()
    assert [name for name in lights.leftovers() if name != ".cache"] == [] and not lights.site.exists()
    assert list(server.temporary.iterdir()) == []


def test_what_was_published_stays(start: Callable[..., Server], lights: Lights) -> None:
    assert lights.run("build").code == 0
    before = {path: path.read_bytes() for path in lights.site.rglob("*") if path.is_file()}
    server = start()
    lights.change(KEEPERS, "Two keepers a light", "Three keepers a light")
    server.until_it_shows("<h1>Three keepers a light</h1>")
    assert {path: path.read_bytes() for path in lights.site.rglob("*") if path.is_file()} == before
    assert b"_live" not in b"".join(before.values())


def test_many_saves_end_with_the_last(server: Server) -> None:
    lights = server.lights
    text = (lights.root / KEEPERS).read_text(encoding="utf-8")
    for number in range(40):
        lights.write(KEEPERS, text.replace("Two keepers", f"{number} keepers"))
    server.until_it_shows("<h1>39 keepers a light</h1>")


def test_a_folder_that_goes_and_comes_is_followed(server: Server) -> None:
    lights = server.lights
    shutil.move(lights.root / "practices", lights.root / "elsewhere")
    server.until(lambda: bool(server.told()["reason"]))
    shutil.move(lights.root / "elsewhere", lights.root / "practices")
    server.until(lambda: not server.told()["reason"])
    lights.change(KEEPERS, "Two keepers a light", "Three keepers a light")
    server.until_it_shows("<h1>Three keepers a light</h1>")


def test_faults_from_the_start(start: Callable[..., Server], lights: Lights) -> None:
    lights.change(KEEPERS, "status: in-force", "status: ongoing")
    server = start()
    server.until(lambda: "error[P107]" in server.said())
    answer, page = _asked(server, "/observatory/en/practices/lum-two-keepers/")
    assert answer.status == 503 and "There is no site yet" in page and "/_live/live.js" in page
    told = server.told()
    assert told["site"] == "" and told["faults"] == [
        {
            "place": f"{KEEPERS}:8:9",
            "code": "P107",
            "message": "`ongoing` is none of the words for `status`",
            "advice": "choose one of these: planned, pilot, in-force, completed, discontinued, unknown",
            "line": 8,
            "excerpt": ["status: ", "ongoing", ""],
        }
    ]
    lights.change(KEEPERS, "status: ongoing", "status: in-force")
    server.until_it_shows("<h1>Two keepers a light</h1>")


FAULTS = {
    "theme": ("theme/templates/practice.html", "{% nothing %}", "theme/templates/practice.html:1"),
    "settings": ("mkdocs.yml", "site_url: [", "mkdocs.yml"),
    "registry": ("registry/themes.yml", "- {id: [}", "registry/themes.yml:1:"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_other_faults_are_told_in_words(name: str, server: Server) -> None:
    place, text, said = FAULTS[name]
    server.lights.write(place, text)
    server.until(lambda: said in json.dumps(server.told()))
    assert server.told()["trace"] == "" and "Traceback" not in server.said()
    assert "<h1>Two keepers a light</h1>" in server.page()


def test_where_nothing_can_be_written(lights: Lights) -> None:
    lights.write(".cache/serve", "a file in the way of the folder")
    said = builder.attempt(
        lights.root, Store(lights.root / builder.FOLDER, lights.root / builder.FOLDER / builder.SITE)
    )
    assert said.site is None and said.reason.endswith("File exists") and said.trace == ""


def test_a_fault_of_the_program_is_told_as_such(lights: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("of <b>ours</b>\x1b")

    monkeypatch.setattr(builder, "build", broken)
    told = json.loads(
        news.of(builder.attempt(lights.root, Store(lights.root / builder.FOLDER)), THEME / "locales").told("en")
    )
    assert told["reason"] == "The program itself has a fault: ZeroDivisionError: of <b>ours</b><U+001B>"
    assert "test_serve.py" in told["trace"] and told["errors"] == 0


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds processes as Linux does")
def test_the_process_that_builds_may_fall(server: Server) -> None:
    lights = server.lights
    for pid in Path(f"/proc/{server.running.pid}/task/{server.running.pid}/children").read_text().split():
        if "spawn_main" in Path(f"/proc/{pid}/cmdline").read_text():
            os.kill(int(pid), signal.SIGKILL)
    lights.change(KEEPERS, "Two keepers a light", "Three keepers a light")
    server.until(lambda: "ended by itself (-9)" in server.told()["reason"])
    lights.change(KEEPERS, "Three keepers a light", "Four keepers a light")
    server.until_it_shows("<h1>Four keepers a light</h1>")


def test_requests(server: Server) -> None:
    answer, page = _asked(server, "/observatory/en/")
    assert answer.status == 200 and answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8" and page.count("/_live/live.js") == 1
    head, nothing = _asked(server, "/observatory/en/", "HEAD")
    assert head.status == 200 and nothing == "" and int(head.headers["Content-Length"]) == len(page.encode())
    for asked, leads in (
        ("/", "/observatory/"),
        ("/observatory", "/observatory/"),
        ("/observatory/en", "/observatory/en/"),
    ):
        answer, _ = _asked(server, asked)
        assert (answer.status, answer.headers["Location"]) == (302, leads)
    answer, page = _asked(server, "/observatory/en/nowhere/")
    assert answer.status == 404 and "There is no page at this address" in page and "/_live/live.js" in page
    assert _asked(server, "/observatory/assets/observatory.css")[0].headers["Content-Type"] == "text/css; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    ["/observatory/../state", "/observatory/%2e%2e/state", "/_live/../builder.py", "/_live/%2e%2e%2fbuilder.py",
     "//etc/passwd", "/observatory//etc/passwd", "/observatory/..%5cstate", "/observatory/a%00b", "/observatory/%ff"],
)  # fmt: skip
def test_nothing_but_the_site_is_handed_out(path: str, server: Server) -> None:
    answer, page = _asked(server, path)
    assert answer.status == 404 and "root:" not in page and "observatory 1\n" not in page and "import" not in page


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}"]
)
def test_other_names_are_refused(host: str, server: Server) -> None:
    for path in ("/observatory/en/", "/_live/news"):
        answer, page = _asked(server, path, host=host.format(port=server.port))
        assert answer.status == 421 and "answers at" in page
    assert _asked(server, "/observatory/en/", host=f"LOCALHOST:{server.port}")[0].status == 200


def test_others_can_see_it_only_knowingly(start: Callable[..., Server]) -> None:
    server = start("observatory", "0.0.0.0")  # noqa: S104 - for as long as the test takes
    server.until(lambda: "Whoever can reach this machine" in server.said())
    server.until(lambda: _asked(server, "/observatory/en/", host="my-machine.example")[0].status == 200)


@pytest.mark.parametrize("address", ["8000", "127.0.0.1:http", ":8000"])
def test_an_address_that_is_none(address: str, lights: Lights) -> None:
    said = lights.start("serve", "--address", address)
    assert said.code == 2 and "is not HOST:PORT" in said.err


def test_a_port_that_is_taken(lights: Lights) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        said = lights.start("serve", "--address", f"127.0.0.1:{other.getsockname()[1]}")
    assert said.code == 1
    assert "in use" in said.err and "Traceback" not in said.err


def test_a_host_that_is_none(lights: Lights) -> None:
    said = lights.start("serve", "--address", f"no-such-host.invalid:{free_port()}")
    assert said.code == 1 and "no such host" in said.err and "Traceback" not in said.err
