"""Which Pagefind is installed, found out without loading anything of it."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "pagefind_bin_extended"
WAY_OUT = "install it anew: `.venv/bin/pip install --force-reinstall --require-hashes -r requirements.lock`"


class UnindexedError(Exception):
    """Search could not be indexed; the message says why, and what to do."""


@cache
def version() -> str:
    """The version, as the folder beside the package says; raises UnindexedError.

    ``importlib.metadata`` would load a parser of e-mails for it, which takes longer than all else that a build asks of search.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise UnindexedError(f"Pagefind, which indexes search, is not installed; {WAY_OUT}")
    for folder in Path(spec.origin).parents[1].glob(f"{PACKAGE}-*.dist-info"):
        return folder.name.removeprefix(f"{PACKAGE}-").removesuffix(".dist-info")
    raise UnindexedError(f"Pagefind, which indexes search, is damaged: its version is missing; {WAY_OUT}")
