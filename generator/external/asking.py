"""Asks for one address: HEAD, GET where that is not answered well, and onwards along redirections."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urldefrag, urljoin

import certifi
import urllib3
from urllib3 import exceptions

from generator.external.answers import Answer, Verdict
from generator.external.guard import Destination, Refused, destination
from generator.external.pace import PATIENCE, Pace, asked_for
from generator.phrase import NOTHING, Phrase, counted, enumerated, phrase

HOPS = 10
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_LATER = frozenset({429, 503})


class _Reply(NamedTuple):
    status: int
    headers: Mapping[str, str]


def _trusted() -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


@dataclass(frozen=True)
class Asking:
    """How it is asked: as whom, how fast, how long an answer may take in seconds, and whether private addresses are allowed."""

    agent: str
    pace: Pace
    timeout: float = 15.0
    private: bool = False
    trusted: ssl.SSLContext = field(default_factory=_trusted)

    def ask(self, url: str) -> Answer:
        """What comes of an address; raises Stopped."""
        try:
            return self._follow(url)
        except Refused as refused:
            return Answer(url, Verdict.REFUSED, refused.why)
        except (exceptions.SSLError, ssl.SSLError) as error:
            return Answer(url, Verdict.TLS, _said(error))
        except exceptions.NewConnectionError as error:  # which urllib3 takes for a timeout
            return Answer(url, Verdict.UNREACHABLE, _said(error))
        except (exceptions.TimeoutError, TimeoutError):
            return Answer(
                url, Verdict.TIMEOUT, phrase("no answer within %(seconds)s seconds", seconds=f"{self.timeout:g}")
            )
        except (exceptions.HTTPError, OSError, ValueError) as error:
            return Answer(url, Verdict.UNREACHABLE, _said(error))

    def _follow(self, url: str) -> Answer:
        here = urldefrag(url).url
        seen: list[str] = []
        for_good = True  # as long as every step says so
        moved_to = ""
        while len(seen) < HOPS and here not in seen:
            seen.append(here)
            try:
                reply = self._reply(destination(here, self.private))
            except Refused as refused:
                at = phrase("%(reason)s (%(address)s)", reason=refused.why, address=here)
                raise Refused(at if len(seen) > 1 else refused.why) from None
            if reply.status not in _REDIRECTIONS or not reply.headers.get("Location"):
                return _judged(url, reply.status, moved_to)
            here = urldefrag(urljoin(here, reply.headers["Location"])).url
            for_good = for_good and reply.status in _FOR_GOOD
            moved_to = here if for_good else moved_to
        too_many = counted("more than %(n)s redirection", "more than %(n)s redirections", HOPS)
        return Answer(url, Verdict.UNREACHABLE, phrase("it leads in a circle") if here in seen else too_many)

    def _reply(self, to: Destination) -> _Reply:
        """The reply to HEAD, or to GET where the server minds HEAD; once more where it says when."""
        reply = self._send("HEAD", to)
        if reply.status >= 400 and reply.status not in _LATER:
            reply = self._send("GET", to)
        seconds = asked_for(reply.headers.get("Retry-After", "")) if reply.status in _LATER else None
        if seconds is not None and seconds <= PATIENCE:
            self.pace.hold(to.host, seconds)
            reply = self._send("GET", to)
        return reply

    def _send(self, method: str, to: Destination) -> _Reply:
        """Status and headers; the body is never read. Each of the IP addresses is tried until one can be connected to."""
        self.pace.wait(to.host)
        for ip in to.ips[:-1]:
            try:
                return self._at(ip, method, to)
            except (exceptions.NewConnectionError, exceptions.ConnectTimeoutError):
                continue
        return self._at(to.ips[-1], method, to)

    def _at(self, ip: str, method: str, to: Destination) -> _Reply:
        timeout = urllib3.Timeout(connect=self.timeout, read=self.timeout)
        pool: urllib3.HTTPConnectionPool
        if to.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(ip, to.port, timeout, ssl_context=self.trusted, server_hostname=to.host)
        else:
            pool = urllib3.HTTPConnectionPool(ip, to.port, timeout)
        headers = {"Host": to.authority, "User-Agent": self.agent, "Accept": "*/*", "Connection": "close"}
        try:
            reply = pool.urlopen(
                method,
                to.target,
                headers=headers,
                retries=False,
                redirect=False,
                assert_same_host=False,
                preload_content=False,
            )
            reply.close()
            return _Reply(reply.status, reply.headers)
        finally:
            pool.close()


def _judged(url: str, status: int, moved_to: str) -> Answer:
    if status in _GONE:
        return Answer(url, Verdict.DEAD, NOTHING, status)
    if status >= 400:
        return Answer(url, Verdict.DOUBTFUL, NOTHING, status)
    if moved_to:
        return Answer(url, Verdict.MOVED, NOTHING, status, moved_to)
    return Answer(url, Verdict.FINE, NOTHING, status)


def _said(error: Exception) -> Phrase:
    """What the system or the library says, in its own language, without the address of an object."""
    reason: object = error
    while isinstance(reason, BaseException) and (reason.__cause__ or reason.__context__):
        reason = reason.__cause__ or reason.__context__
    if isinstance(reason, ssl.SSLCertVerificationError):
        return enumerated(reason.verify_message)
    if isinstance(reason, OSError) and reason.strerror:
        return enumerated(reason.strerror)
    return enumerated(type(reason).__name__)
