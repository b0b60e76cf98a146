"""Hands out the site to browsers, and the news to each page that is open. For one's own eyes, on this machine."""

from __future__ import annotations

import logging
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EADDRNOTAVAIL
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import parse_qs, quote, urlsplit

from generator.serving import files
from generator.serving.board import Board
from generator.serving.files import LIVE, Found

log = logging.getLogger(__name__)
HEARTBEAT = 15.0  # seconds after which a page that is told nothing is told so, to find out whether it is still there


@contextmanager
def serving(address: tuple[str, int], board: Board, locales: Path) -> Iterator[None]:
    """Serve what hangs on the board, in words from a folder of catalogues; raises OSError where the address cannot be listened at."""
    with _Server(address, board, locales) as server:
        thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.1), daemon=True)
        thread.start()
        try:
            yield
        finally:
            board.close()
            server.shutdown()
            thread.join()


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host, given by name or number."""
    return all(ip_address(place[0]).is_loopback for _, place in _places(host, 0))


def _places(host: str, port: int) -> list[tuple[socket.AddressFamily, tuple[str, int]]]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    return [(family, (str(place[0]).partition("%")[0], int(place[1]))) for family, _, _, _, place in found]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], board: Board, locales: Path) -> None:
        try:
            self.address_family, place = _places(*address)[0]
        except socket.gaierror as error:
            raise OSError(EADDRNOTAVAIL, f"no such host ({error.strerror})", address[0]) from None
        self.board = board
        self.locales = locales
        super().__init__(place, _Handler)
        names = {"localhost", address[0].lower(), place[0]}
        port = self.server_address[1]
        self.hosts = {f"[{name}]:{port}" if ":" in name else f"{name}:{port}" for name in names}
        if port == 80:
            self.hosts |= {host.removesuffix(":80") for host in self.hosts}
        self.is_private = is_loopback(address[0])

    def server_bind(self) -> None:
        """Bind without asking for the name of this machine, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say in a line what went wrong with a request; a browser that has left is no fault."""
        error = sys.exception()
        if not isinstance(error, (ConnectionError, TimeoutError)):
            log.error("A request could not be answered: %s: %s", type(error).__name__, error)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60  # seconds that a connection may be idle

    def do_GET(self) -> None:
        """Answer a request for a page, a file, or the news."""
        if self.server.is_private and self.headers.get("Host", "").lower() not in self.server.hosts:
            # Another site could have its own name lead here, and read what is served through its visitors' browsers.
            said = f"This server answers at {min(self.server.hosts)} only."
            self._answer(HTTPStatus.MISDIRECTED_REQUEST, "text/plain; charset=utf-8", said.encode())
            return
        address = urlsplit(self.path if not self.path.startswith("//") else "/" + self.path.lstrip("/"))
        path = address.path
        if path == f"{LIVE}news":
            self._tell(parse_qs(address.query).get("language", [""])[0])
        elif path.startswith(LIVE):
            self._hand_out(files.own(path.removeprefix(LIVE)))
        else:
            news = self.server.board.news
            if news and news.site:
                self._hand_out(files.of_site(news, path))
            else:
                self._hand_out(files.waiting(self.server.locales, path))

    do_HEAD = do_GET  # noqa: N815 - named by the library

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of requests: the terminal is for builds."""

    def _hand_out(self, found: Found) -> None:
        if found.elsewhere:
            self._answer(HTTPStatus.FOUND, "text/plain; charset=utf-8", b"", Location=quote(found.elsewhere))
        else:
            self._answer(found.status, found.type, found.data)

    def _answer(self, status: HTTPStatus, type: str, data: bytes, **more: str) -> None:
        self._begin(status, type, {"Content-Length": str(len(data)), **more})
        if self.command != "HEAD":
            self.wfile.write(data)

    def _begin(self, status: HTTPStatus, type: str, more: dict[str, str]) -> None:
        self.send_response(status)
        common = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Type": type}
        for name, value in (common | more).items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self, language: str) -> None:
        """Tell an open page the news in its language, and again whenever there are others, until it is closed."""
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream", {"Connection": "close"})
        if self.command == "HEAD":
            return
        board, seen = self.server.board, None
        while not board.is_closed:
            news = board.wait(seen, HEARTBEAT)
            said = f"data: {news.told(language)}\n\n" if news and news is not seen else ":\n\n"
            self.wfile.write(said.encode())
            seen = news
