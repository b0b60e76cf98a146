"""Work spread over the cores: the same function over chunks, in processes where that pays."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from threading import Thread
from time import sleep
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it, and how much there is."""


def silent(_stage: str, _done: int, _all: int) -> None:
    """Progress that tells nobody."""


CHUNK = 100  # few, because some lists take as long to draw as a hundred other pages


_GONE = "a process of the build was ended from outside, perhaps because memory ran out; build again"


class WorkerError(Exception):
    """A process that did part of the work is gone; the message says what to do."""


_work: Callable[[int], Any] | None = (
    None  # what the forked workers do with the chunk at a place; they inherit it, so only the place is pickled on the way in
)


def spread(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], chunk: int = CHUNK
) -> Iterator[tuple[int, Result]]:
    """``work`` applied to chunks of the items, in order, each result with how many items it stands for.

    One process where there is one core, little to do, or no ``fork``. Raises WorkerError where a process was ended from
    outside. The collector of garbage rests meanwhile: nearly everything made lives to the end, and nothing of it goes
    round in circles.
    """
    global _work
    starts = range(0, len(items), chunk)
    used = min(cores(), len(starts))
    collects = gc.isenabled()
    gc.disable()
    try:
        if used < 2 or "fork" not in multiprocessing.get_all_start_methods():
            for start in starts:
                part = items[start : start + chunk]
                yield len(part), work(part)
            return
        gc.freeze()
        _work = lambda start: work(items[start : start + chunk])  # noqa: E731
        for start, result in zip(starts, _pooled(used, starts), strict=True):
            yield min(chunk, len(items) - start), result
    finally:
        _work = None
        gc.unfreeze()
        if collects:
            gc.enable()


def _pooled(used: int, starts: Sequence[int]) -> Iterator[Any]:
    """What comes of the chunks at some places, in their order, from so many processes."""
    from concurrent.futures import ProcessPoolExecutor  # which takes longer to load than a small build has work for it
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(used, multiprocessing.get_context("fork"), _begin, (os.getpid(),)) as pool:
            try:
                yield from pool.map(_run, starts)
            except BaseException:
                pool.shutdown(cancel_futures=True)  # nobody waits for the rest
                raise
    except BrokenProcessPool:
        raise WorkerError(_GONE) from None


class Aside:
    """Work that is done in a process of its own, a copy of this one, while this one goes on; it may be spread in turn.

    The work yields its answers; what it needs of memory is gone with it. Where there is no ``fork`` it is done when it is asked.
    """

    def __init__(self, work: Callable[[], Iterator[Any]]) -> None:
        self._answers: Iterator[Any] | None = None
        if "fork" not in multiprocessing.get_all_start_methods():
            self._answers = work()
            return
        self._line, line = multiprocessing.Pipe(duplex=False)
        own = multiprocessing.get_context("fork")
        self._process = own.Process(target=_answer, args=(work, line, os.getpid()))
        self._process.start()
        line.close()

    def answer(self) -> Any:
        """The next answer; raises what the work raised, and WorkerError where its process was ended from outside."""
        if self._answers:
            return next(self._answers)
        try:
            is_answer, said = self._line.recv()
        except EOFError:
            raise WorkerError(_GONE) from None
        if is_answer:
            return said
        raise said

    def close(self) -> None:
        """End it, whether it is done or not."""
        if not self._answers:
            self._process.kill()
            self._process.join()
            self._line.close()


def _answer(work: Callable[[], Iterator[Any]], line: Connection, starter: int) -> None:
    _begin(starter)
    try:
        for said in work():
            line.send((True, said))
    except Exception as error:
        error.add_note(traceback.format_exc())  # else it would be lost on the way
        line.send((False, error))


def _begin(starter: int) -> None:
    """Ctrl-C reaches the workers too, but it is for who started them to end them; and none of them outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(starter,), daemon=True).start()


def _end_with(starter: int) -> None:
    while os.getppid() == starter:
        sleep(0.1)
    os._exit(1)


def _run(start: int) -> Any:
    if _work is None:
        raise RuntimeError("a worker was started without work")
    return _work(start)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
