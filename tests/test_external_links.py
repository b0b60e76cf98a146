"""`observatory links`: what may be asked, what an answer means, and what is told. Nothing but this machine is asked."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.external import guard
from generator.external.answers import Answer, Verdict
from generator.external.asking import Asking
from generator.external.every import ask_all
from generator.external.guard import Refused, destination, is_public
from generator.external.mentions import mentions
from generator.external.pace import Pace, Stopped, asked_for
from generator.settings import Settings
from tests.conftest import PLACE, SOUND, Tiny

PRIVATE_HOSTS = """
    127.0.0.1 127.1 127.0.0.1. 2130706433 0x7f000001 0x7f.1 0177.0.0.1 017700000001 0 0.0.0.0 localhost LOCALHOST localhost.
    10.0.0.1 10.1 172.16.0.1 192.168.1.1 169.254.169.254 2852039166 100.64.0.1 192.0.0.8 192.0.2.1 198.18.0.1 192.88.99.1
    224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 [::] [::1] [0:0:0:0:0:0:0:1] [::127.0.0.1] [::ffff:127.0.0.1]
    [::ffff:7f00:1] [::ffff:10.0.0.1] [64:ff9b::7f00:1] [64:ff9b::10.0.0.1] [64:ff9b:1::1] [2002:7f00:1::] [2001:0:1::1]
    [2001:db8::1] [fe80::1] [fc00::1] [fd12::1] [fec0::1] [ff02::1] [100::1] [3fff::1] ①②⑦.⓪.⓪.① 127。0。0。1 ⓛocalhost
"""


@pytest.mark.parametrize("host", PRIVATE_HOSTS.split())
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_what_is_not_public_is_refused_in_every_spelling(scheme: str, host: str) -> None:
    with pytest.raises(Refused, match="not public"):
        destination(f"{scheme}://{host}/latest/meta-data")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://8.8.8.8/", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("gopher://127.0.0.1:6379/_x", "only http and https"),
        ("//8.8.8.8/", "only http and https"),
        ("http://8.8.8.8:22/", "ports 80 and 443"),
        ("http://8.8.8.8:0/", "ports 80 and 443"),
        ("http://8.8.8.8:99999/", "no address"),
        ("http://user@8.8.8.8/", "user name or password"),
        ("http://user:secret@8.8.8.8/", "user name or password"),
        ("http://8.8.8.8@127.0.0.1/", "user name or password"),
        ("http://8.8.8.8\\@127.0.0.1/", "signs in it"),
        ("http://8.8.8.8/\r\nHost: x", "signs in it"),
        ("http://8.8.8.8/a b", "signs in it"),
        ("http://127.0.0.1\u200b/", "signs in it"),
        ("http:///path", "names no host"),
        ("http://[fe80::1%25lo]/", "names no host"),
        ("http://%31%32%37.0.0.1/", "names no host"),
        ("http://a..b/", "names no host"),
        ("http://[::1/", "no address"),
    ],
)
def test_what_is_refused_besides(url: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        destination(url)


def test_where_a_public_address_is_asked_for() -> None:
    found = destination("https://8.8.8.8/a/%C3%A9/é?q=1#part")
    assert (found.ips, found.port, found.authority, found.target) == (
        ("8.8.8.8",),
        443,
        "8.8.8.8",
        "/a/%C3%A9/%C3%A9?q=1",
    )
    assert destination("http://[2606:4700::1111]:443").authority == "[2606:4700::1111]:443"


@given(some.ip_addresses())
def test_public_is_no_more_than_what_the_registries_call_global(ip: object) -> None:
    address = ip_address(str(ip))
    if is_public(str(address)) and not str(address).startswith(("::ffff:", "64:ff9b::")):
        assert address.is_global and not (address.is_multicast or address.is_link_local or address.is_loopback)


@given(some.ip_addresses(v=4))
def test_an_address_hidden_in_another_is_judged_like_it(ip: object) -> None:
    assert is_public(str(ip)) == is_public(f"::ffff:{ip}") == is_public(f"64:ff9b::{ip}")


def test_one_private_address_among_those_of_a_name_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [_place("8.8.8.8"), _place("10.0.0.1")])
    with pytest.raises(Refused, match="not public"):
        destination("https://several.example/")


def _place(ip: str) -> tuple[object, ...]:
    return (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80))


class _Server(BaseHTTPRequestHandler):
    """Answers by the path: ``/404`` with 404, and so on."""

    asked: list[tuple[str, str, str, str]]
    protocol_version = "HTTP/1.1"

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.asked.append((self.command, self.path, self.headers["Host"], self.headers["User-Agent"]))
        path = self.path.partition("?")[0]
        before = sum(one[1] == self.path for one in self.asked)
        to = {
            "/moved": (301, "/moved-again"),
            "/moved-again": (308, "/200"),
            "/moved-to-nothing": (301, "/404"),
            "/elsewhere-now": (302, "/200"),
            "/moved-then-now": (301, "/elsewhere-now"),
            "/circle": (302, "/circle-2"),
            "/circle-2": (302, "/circle"),
            "/to-private": (302, f"http://127.0.0.2:{self.server.server_port}/200"),
            "/to-file": (302, "file:///etc/passwd"),
        }.get(path)
        if to:
            self._say(to[0], Location=to[1])
        elif path.startswith("/endless-"):
            self._say(302, Location=f"/endless-{int(path[9:]) + 1}")
        elif path == "/slow":
            time.sleep(1.5)
            self._say(200)
        elif path == "/no-head":
            self._say(405 if self.command == "HEAD" else 200)
        elif path == "/later":
            self._say(429 if before == 1 else 200, **{"Retry-After": "0"})
        elif path == "/much-later":
            self._say(503, **{"Retry-After": "86400"})
        elif path == "/huge":
            self._say(404 if self.command == "HEAD" else 200, length=10**12)
            while self.command == "GET":
                self.wfile.write(b"x" * 65536)
        elif path == "/silent":
            self.connection.close()
        else:
            self._say(int(path[1:4]) if path[1:4].isdigit() else 200)

    def _say(self, status: int, length: int = 0, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Those who hang up early are expected."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    """A server on this machine; ``RequestHandlerClass.asked`` is what it was asked."""
    with _Serving(None) as running:
        yield running


class _Serving:
    def __init__(self, context: ssl.SSLContext | None) -> None:
        handler = type("Handler", (_Server,), {"asked": []})
        self.server = _Quiet(("127.0.0.1", 0), handler)
        if context:
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)

    def __enter__(self) -> ThreadingHTTPServer:
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self.server

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def address(server: ThreadingHTTPServer) -> str:
    """Where the server is."""
    return f"http://127.0.0.1:{server.server_port}"


def asking(**settings: object) -> Asking:
    """Asks without waiting between requests."""
    return Asking(
        "observatory-links (+https://lights.example/)", Pace(0), **{"private": True, "timeout": 5.0, **settings}
    )


@pytest.mark.parametrize(
    ("path", "verdict", "status", "more"),
    [
        ("/200", Verdict.FINE, 200, ""),
        ("/200?q=é#part", Verdict.FINE, 200, ""),
        ("/no-head", Verdict.FINE, 200, ""),
        ("/later", Verdict.FINE, 200, ""),
        ("/huge", Verdict.FINE, 200, ""),
        ("/elsewhere-now", Verdict.FINE, 200, ""),
        ("/moved", Verdict.MOVED, 200, "/200"),
        ("/moved-then-now", Verdict.MOVED, 200, "/elsewhere-now"),
        ("/moved-to-nothing", Verdict.DEAD, 404, ""),
        ("/404", Verdict.DEAD, 404, ""),
        ("/410", Verdict.DEAD, 410, ""),
        ("/403", Verdict.DOUBTFUL, 403, ""),
        ("/429", Verdict.DOUBTFUL, 429, ""),
        ("/much-later", Verdict.DOUBTFUL, 503, ""),
        ("/500", Verdict.DOUBTFUL, 500, ""),
        ("/circle", Verdict.UNREACHABLE, 0, "it leads in a circle"),
        ("/endless-1", Verdict.UNREACHABLE, 0, "more than 10 redirections"),
        ("/silent", Verdict.UNREACHABLE, 0, "RemoteDisconnected"),
        ("/to-file", Verdict.REFUSED, 0, "only http and https are asked for (file:///etc/passwd)"),
    ],
)
def test_what_an_answer_means(path: str, verdict: Verdict, status: int, more: str, server: ThreadingHTTPServer) -> None:
    url = address(server) + path
    answer = asking().ask(url)
    moved = address(server) + more if verdict is Verdict.MOVED else ""
    assert answer == Answer(url, verdict, "" if moved else more, status, moved)


def test_a_server_that_takes_its_time(server: ThreadingHTTPServer) -> None:
    assert asking(timeout=0.2).ask(f"{address(server)}/slow").verdict is Verdict.TIMEOUT


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answer = asking().ask(f"http://127.0.0.1:{port}/")
    assert (answer.verdict, answer.detail) == (Verdict.UNREACHABLE, "Connection refused")


def test_a_private_address_is_not_asked(server: ThreadingHTTPServer) -> None:
    answer = asking(private=False).ask(f"{address(server)}/200")
    assert answer.verdict is Verdict.REFUSED and server.RequestHandlerClass.asked == []


def test_a_redirection_is_looked_at_like_a_new_address(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "is_public", lambda ip: ip == "127.0.0.1")
    monkeypatch.setitem(guard.PORTS, "https", server.server_port)
    answer = asking(private=False).ask(f"{address(server)}/to-private")
    assert answer.verdict is Verdict.REFUSED and "not public (http://127.0.0.2" in answer.detail
    assert [one[1] for one in server.RequestHandlerClass.asked] == ["/to-private"]


def test_the_name_is_looked_up_once_and_named_to_the_server(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up, looked_up = socket.getaddrinfo, []

    def once(host: str, *rest: object, **more: object) -> object:
        if host == "rebound.test":
            looked_up.append(host)
            return [(*_place("127.0.0.1")[:4], ("127.0.0.1", server.server_port))]
        return look_up(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", once)
    answer = asking().ask(f"http://rebound.test:{server.server_port}/200")
    assert answer.verdict is Verdict.FINE and looked_up == ["rebound.test"]
    host, agent = f"rebound.test:{server.server_port}", "observatory-links (+https://lights.example/)"
    assert server.RequestHandlerClass.asked == [("HEAD", "/200", host, agent)]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for localhost that nobody signed, with its key."""
    if not shutil.which("openssl"):
        pytest.skip("openssl is not installed")
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    subprocess.run(
        [*command.split(), "-keyout", path.name, "-out", "cert.pem"], cwd=path.parent, check=True, capture_output=True
    )
    path.write_text(path.read_text() + (path.parent / "cert.pem").read_text())
    return path


def test_certificates_are_checked_for_the_name(certificate: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with _Serving(context) as server:
        named, bare = (f"https://{host}:{server.server_port}/200" for host in ("localhost", "127.0.0.1"))
        unknown = asking().ask(named)
        trusted = ssl.create_default_context(cafile=certificate)
        assert (unknown.verdict, unknown.detail) == (Verdict.TLS, "self-signed certificate")
        assert asking(trusted=trusted).ask(named).verdict is Verdict.FINE
        assert asking(trusted=trusted).ask(bare).verdict is Verdict.TLS


def test_a_host_is_asked_in_turn_and_left_alone_when_it_says_so() -> None:
    pace, started = Pace(0.1), time.monotonic()
    pace.wait("a.example")
    pace.wait("b.example")
    assert time.monotonic() - started < 0.09
    pace.wait("a.example")
    assert 0.1 <= time.monotonic() - started < 0.3
    pace.hold("b.example", 0.4)
    pace.wait("b.example")
    assert time.monotonic() - started >= 0.4
    pace.stopped.set()
    pace.hold("a.example", 60)
    with pytest.raises(Stopped):
        pace.wait("a.example")


def test_how_long_to_wait() -> None:
    assert (asked_for("120"), asked_for(""), asked_for("soon"), asked_for("-1")) == (120.0, None, None, None)
    until = asked_for(formatdate(time.time() + 90, usegmt=True))
    assert until is not None and 80 < until <= 90
    assert asked_for("Wed, 21 Oct 2015 07:28:00 GMT") == 0


def test_time_is_up() -> None:
    pace = Pace(0)

    def ask(url: str) -> Answer:
        if "slow" in url:
            pace.hold("slow.example", 60)
            pace.wait("slow.example")
        return Answer(url, Verdict.FINE)

    urls = ["http://slow.example/1", "http://slow.example/2", "http://quick.example/", "http://["]
    answers = {one.url: one.verdict for one in ask_all(urls, ask, pace.stopped, 0.3)}
    assert answers == dict(zip(urls, [Verdict.UNASKED, Verdict.UNASKED, Verdict.FINE, Verdict.FINE], strict=True))


def test_a_fault_of_ours_is_not_swallowed() -> None:
    def ask(url: str) -> Answer:
        raise LookupError(url)

    with pytest.raises(LookupError):
        list(ask_all(["http://a.example/"], ask, threading.Event(), 5))


def test_every_address_is_found_with_its_place(tiny: Tiny) -> None:
    text = (
        "links:\n  - {title: A, url: https://a.example/1}\n"
        'description: |\n  See [b](https://b.example/2 "t") and\n\n  - <https://c.example/3>, [d][d], `https://no.example/`\n'
        "  - [mail](mailto:a@b.example)\n\n  [d]: https://d.example/4\n"
    )
    tiny.write(PLACE, SOUND + text)
    tiny.write("docs/en/about.md", "# About\n\nSee [the treaty](https://e.example/5#a), [rules](rules.md).\n")
    first = SOUND.count("\n") + 1
    found = [one for one in mentions(Settings(tiny.root)) if not one.path.startswith("registry/")]
    assert [(one.url, one.path, one.line, one.field) for one in found] == [
        ("https://e.example/5#a", "docs/en/about.md", 3, ""),
        ("https://a.example/1", PLACE, first + 1, "links.url"),
        ("https://b.example/2", PLACE, first + 3, "description"),
        ("https://c.example/3", PLACE, first + 5, "description"),
        ("https://d.example/4", PLACE, first + 8, "description"),
    ]


SETTINGS = "site_name: Lights\nsite_url: https://lights.example/\ntheme: {name: material}\nplugins: [observatory]\n"


@pytest.fixture
def linking(tiny: Tiny, server: ThreadingHTTPServer) -> Callable[..., Tiny]:
    """A tiny observatory with one entry, whose links lead to these paths at the server of this machine."""

    def to(*paths: str) -> Tiny:
        for file in (tiny.root / "registry").rglob("*.yml"):
            file.write_text(file.read_text(encoding="utf-8").replace("https://", "ftp://"), encoding="utf-8")
        tiny.write("mkdocs.yml", SETTINGS)
        tiny.write("docs/en/about.md", "# About\n")
        links = "".join(f"  - {{title: A, url: {address(server)}{path}}}\n" for path in paths)
        tiny.write(PLACE, f"{SOUND}links:\n{links}")
        return tiny

    return to


LINE = SOUND.count("\n") + 2
"""Where the first link of the entry stands."""


def test_dead_links_are_reported_and_are_no_failure(linking: Callable[..., Tiny], server: ThreadingHTTPServer) -> None:
    said = linking("/200", "/410", "/moved-then-now").run("links", "--allow-private")
    here = address(server)
    assert (said.code, said.err) == (0, "")
    assert (
        said.out
        == f"""\
{PLACE}
  {LINE + 1:>5}  dead         410  {here}/410
  {LINE + 2:>5}  moved        200  {here}/moved-then-now → {here}/elsewhere-now

      moved: it has moved for good; write the new address
       dead: the page is gone (404, 410); look for another address, or an archive

3 addresses in 3 places: 1 fine, 1 moved, 1 dead
"""
    )
    agents = {one[3] for one in server.RequestHandlerClass.asked}
    assert agents == {"observatory-links (+https://lights.example/)"}


def test_for_programs(linking: Callable[..., Tiny], server: ThreadingHTTPServer) -> None:
    said = linking("/410", "/410").run("links", "--allow-private", "--format", "json")
    assert json.loads(said.out) == [
        {
            "url": f"{address(server)}/410", "verdict": "dead", "status": 410, "detail": "", "moved_to": None,
            "places": [{"path": PLACE, "line": line, "field": "links.url"} for line in (LINE, LINE + 1)],
        }
    ]  # fmt: skip
    assert [one[0] for one in server.RequestHandlerClass.asked] == ["HEAD", "GET"]


def test_private_addresses_are_refused_by_the_command(
    linking: Callable[..., Tiny], server: ThreadingHTTPServer
) -> None:
    tiny = linking("/200")
    text = (tiny.root / PLACE).read_text(encoding="utf-8")
    tiny.write(PLACE, text.replace(f":{server.server_port}", ""))
    said = tiny.run("links")
    assert said.code == 0 and "refused           http://127.0.0.1/200 (it leads to a machine or network" in said.out
    assert server.RequestHandlerClass.asked == []


@pytest.mark.parametrize("options", [("--format", "xml"), ("--budget", "-1"), ("somewhere",)])
def test_wrong_usage(options: tuple[str, ...], linking: Callable[..., Tiny]) -> None:
    assert linking("/200").run("links", *options).code == 2


def test_interrupted_it_tells_what_is_known(linking: Callable[..., Tiny], server: ThreadingHTTPServer) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "links", "--allow-private"],
        cwd=linking("/elsewhere", "/slow").root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    asked, until = server.RequestHandlerClass.asked, time.monotonic() + 20
    while len(asked) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, err) == (1, "")
    assert out.endswith("2 addresses in 2 places: 1 fine, 1 not asked\n")
