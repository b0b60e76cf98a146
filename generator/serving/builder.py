"""The process that builds. Apart from the server, so that it may fork workers, and take the server with it in no fall."""

from __future__ import annotations

import signal
import sys
import time
import traceback
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from generator.build import build
from generator.cache import State
from generator.grounds import fingerprint
from generator.outcome import FaultsInEntries, NotBuiltError, SettingsError
from generator.progress import shown
from generator.search.standing import Indexing
from generator.serving.outcome import Outcome
from generator.store import Store

FOLDER = ".cache/serve"
"""Where a served site is made and stands, below the root: apart from what ``observatory build`` makes and keeps."""

SITE = "shown"
QUIET = 0.5  # seconds after a build in which nothing else was asked for
PATIENCE = 10.0  # seconds that a process has to end by itself


class Builder:
    """A process that builds the site when it is asked to, and is started again where it ended."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __enter__(self) -> Builder:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._process.terminate()
        self._process.join(PATIENCE)
        self._process.kill()

    def build(self) -> Outcome:
        """Build now; never raises."""
        try:
            self._line.send(None)
            outcome: Outcome = self._line.recv()
        except (EOFError, OSError):
            self._process.join(PATIENCE)
            code = self._process.exitcode
            self._start()
            return Outcome(
                reason=f"The process that builds ended by itself ({code}). It has been started again; save a file to build.",
                trace=f"exit code {code}; a number below 0 is a signal, and -9 often means that memory ran out",
            )
        return outcome

    def _start(self) -> None:
        # Not forked: this process has threads, and a lock that one of them holds would stay closed for ever.
        context = get_context("spawn")
        self._line, other = context.Pipe()
        self._process = context.Process(target=_work, args=(other, self._root), daemon=False)
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # inherited: Ctrl-C is for the server, which ends it
        try:
            self._process.start()
        finally:
            signal.signal(signal.SIGINT, before)
        other.close()


def _work(line: Connection[Any, Any], root: Path) -> None:
    """Build whenever the other end of the line asks, until it is closed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    store = Store(root / FOLDER, root / FOLDER / SITE)
    with suppress(EOFError, OSError):
        while True:
            line.recv()
            line.send(attempt(root, store, Indexing.LATER))
            if not line.poll(QUIET):  # the page is there; search follows when nobody waits for anything else
                attempt(root, store)


def attempt(root: Path, store: Store, indexing: Indexing = Indexing.NOW) -> Outcome:
    """Build in this process, and index search now or later; whatever is wrong is an outcome."""
    begun = time.monotonic()
    try:
        with shown(sys.stderr.isatty()) as progress:
            built = build(root, partial(_engine, root), progress=progress, store=store, indexing=indexing)
    except FaultsInEntries as faults:
        return _standing(store, diagnostics=faults.diagnostics, files=faults.files, reason=f"{faults}.")
    except SettingsError as error:
        return _standing(store, reason=f"mkdocs.yml: {error}")
    except NotBuiltError as error:
        return _standing(store, reason=str(error))
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        return _standing(store, reason=f"A file could not be read or written: {place}{error.strerror or error}")
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
        return _standing(store, reason=f"The program itself has a fault: {said}", trace=traceback.format_exc())
    seconds = time.monotonic() - begun
    return _standing(store, diagnostics=built.warnings, drawn=built.drawn, pages=built.pages, seconds=seconds)


def _standing(store: Store, **rest: Any) -> Outcome:
    """An outcome, with the last good site."""
    state = store.last()
    if state is None or store.site is None or not (store.site / "index.html").is_file():
        return Outcome(**rest)
    return Outcome(site=store.site, site_id=_id(state), site_url=state.setup.site_url, **rest)


def _id(state: State) -> str:
    index = state.index.files  # made again after the page was shown, which need not be loaded anew for it
    parts = (part for path, leaf in sorted(state.leaves.items()) if path not in index for part in (path, leaf.hash))
    return fingerprint(*parts).hex()


def _engine(root: Path) -> Any:
    """The engine, which takes long to load."""
    from generator.plugin import MkDocs

    return MkDocs(root)
