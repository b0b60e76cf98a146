"""The command, and what it says: run by a copy of this process, where all it needs is loaded, or started as a shell does."""

from __future__ import annotations

import gc
import logging
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import NoReturn

from generator.cli import main

LIMIT = 60  # seconds that a command may take


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    out: str
    err: str
    code: int


def started(arguments: tuple[str, ...], folder: Path, around: Mapping[str, str]) -> Said:
    """What the command says in a folder and an environment, with a Python of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder, env=around, capture_output=True, encoding="utf-8", timeout=LIMIT,
    )  # fmt: skip
    return Said(ran.stdout, ran.stderr, ran.returncode)


def forked(arguments: tuple[str, ...], folder: Path, around: Mapping[str, str], given: str = "") -> Said:
    """The same from a copy of this process, which spares half a second; it can also be ``given`` answers to what it asks.

    Folder, environment and streams are its own. What it is told by the environment before Python begins, but for the encoding, it
    does not hear.
    """
    with TemporaryFile() as asked, TemporaryFile() as out, TemporaryFile() as err:
        asked.write(given.encode())
        asked.seek(0)
        child = os.fork()
        if child == 0:
            gc.freeze()  # all that the tests have loaded is not looked through for garbage, which would copy it
            for number, file in enumerate((asked, out, err)):
                os.dup2(file.fileno(), number)
            _end(lambda: _run(arguments, folder, around))
        _, status = os.waitpid(child, 0)
        out.seek(0)
        err.seek(0)
        return Said(out.read().decode(), err.read().decode(), os.waitstatus_to_exitcode(status))


def _run(arguments: tuple[str, ...], folder: Path, around: Mapping[str, str]) -> None:
    signal.alarm(LIMIT)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(around)
    time.tzset()
    encoding = around.get("PYTHONIOENCODING", "utf-8")
    sys.stdin = open(0, encoding=encoding, closefd=False)  # noqa: SIM115 - for as long as the process lives
    sys.stdout = open(1, "w", encoding=encoding, closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding=encoding, errors="backslashreplace", closefd=False)  # noqa: SIM115
    logging.getLogger().handlers.clear()  # those of the tests
    main(list(arguments), prog_name="observatory")


def _end(work: Callable[[], None]) -> NoReturn:
    """Do the work, and end this process as Python would, but for what the tests have left to be done at its end."""
    code = 1
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
