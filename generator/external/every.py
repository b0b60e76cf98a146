"""Asks for many addresses at once: several hosts beside each other, each host's one after the other, until time is up."""

from __future__ import annotations

import queue
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from generator.external.answers import Answer, Verdict
from generator.external.pace import Stopped

AT_ONCE = 8


def ask_all(
    urls: Iterable[str], ask: Callable[[str], Answer], stopped: threading.Event, budget: float
) -> Iterator[Answer]:
    """The answers as they come; ``ask`` may raise Stopped. After ``budget`` seconds, ``stopped`` is set and the rest is not asked.

    The threads do not outlive the program: one that hangs on a slow server is left behind.
    """
    hosts: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
    waiting = dict.fromkeys(urls)
    for group in _by_host(waiting):
        hosts.put(group)
    answers: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()
    for _ in range(min(AT_ONCE, hosts.qsize())):
        threading.Thread(target=_work, args=(hosts, ask, stopped, answers), daemon=True).start()
    until = time.monotonic() + budget
    try:
        while waiting and (left := until - time.monotonic()) > 0:
            try:
                answer = answers.get(timeout=left)
            except queue.Empty:
                break
            if isinstance(answer, BaseException):
                raise answer
            del waiting[answer.url]
            yield answer
    finally:
        stopped.set()
    yield from (Answer(url, Verdict.UNASKED) for url in waiting)


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    """The addresses of each host; the host with most of them first, because it takes longest."""
    groups = defaultdict(list)
    for url in urls:
        try:
            groups[urlsplit(url).netloc.lower()].append(url)
        except ValueError:  # what is no address waits for nobody
            groups[""].append(url)
    return sorted(groups.values(), key=len, reverse=True)


def _work(
    hosts: queue.SimpleQueue[list[str]],
    ask: Callable[[str], Answer],
    stopped: threading.Event,
    answers: queue.SimpleQueue[Answer | BaseException],
) -> None:
    try:
        while not stopped.is_set():
            for url in hosts.get_nowait():
                answers.put(ask(url))
    except (queue.Empty, Stopped):
        return
    except BaseException as fault:  # a fault of ours is told by the thread that waits
        answers.put(fault)
