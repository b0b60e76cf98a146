"""One run of a command: wall clock and processor time, or the peak memory of all its processes."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PAUSE = 0.05
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""A variable that some shells set, and with which Python compiles a program that is not installed each time anew."""


@dataclass(frozen=True)
class Times:
    """Seconds by the clock on the wall, and of the processor in the process and all it waited for."""

    wall: float
    cpu: float


class CommandError(Exception):
    """The command ended with an error; the message has its last words."""


def timed(command: Sequence[str], folder: Path) -> Times:
    """Run a command from start to end; nothing else is done meanwhile, and what was written before is on the disk."""
    os.sync()
    with (folder.parent / "last-words.txt").open("w+b") as words:
        start = time.perf_counter()
        process = _started(command, folder, words)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        _must_succeed(command, process.returncode, words.name)
    return Times(wall, usage.ru_utime + usage.ru_stime)


def peak(command: Sequence[str], folder: Path) -> float:
    """Run a command; the highest sum of the proportional set sizes of its processes, in MB, read every 50 ms.

    The proportional set size divides memory among the processes that share it, so the sum counts it once.
    Reading it slows the processes down a little, so this run is not timed.
    """
    highest = 0
    with (folder.parent / "last-words.txt").open("w+b") as words:
        process = _started(command, folder, words)
        while process.poll() is None:
            highest = max(highest, sum(_proportional(pid) for pid in _tree(process.pid)))
            time.sleep(PAUSE)
        _must_succeed(command, process.returncode, words.name)
    return highest / 1024


def _started(command: Sequence[str], folder: Path, words: IO[bytes]) -> subprocess.Popen[bytes]:
    own = {name: value for name, value in os.environ.items() if name != NO_BYTECODE}
    return subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=words, stderr=words, env=own)


def _must_succeed(command: Sequence[str], status: int, words: str) -> None:
    if status:
        said = Path(words).read_text(encoding="utf-8", errors="replace")[-2000:]
        raise CommandError(f"{' '.join(command)}\nended with status {status}: {said or 'it said nothing'}")


def _tree(pid: int) -> Iterator[int]:
    """A process and all its descendants, as far as they still live."""
    yield pid
    for thread in _listed(Path(f"/proc/{pid}/task")):
        try:
            children = (thread / "children").read_text()
        except OSError:
            continue
        for child in children.split():
            yield from _tree(int(child))


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _proportional(pid: int) -> int:
    """The proportional set size of a process in KB; 0 when it has ended."""
    try:
        with Path(f"/proc/{pid}/smaps_rollup").open() as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:
        return 0
