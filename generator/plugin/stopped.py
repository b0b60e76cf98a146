"""What stops a build, as the engine is told of it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mkdocs.exceptions import Abort

from generator.outcome import BrokenLinks, FaultsInEntries, NotBuiltError
from generator.voices import full

log = logging.getLogger("mkdocs.plugins.observatory")


class Stopped(Abort):
    """Ends ``mkdocs`` with the message of what stopped the build, and exit code 1."""

    def __init__(self, reason: NotBuiltError) -> None:
        super().__init__(str(reason))
        self.reason = reason


@contextmanager
def told() -> Iterator[None]:
    """Turns what stops a build into what ends the engine."""
    try:
        yield
    except (FaultsInEntries, BrokenLinks) as faults:
        for found in faults.diagnostics:
            log.error("%s", full(found))
        raise Stopped(faults) from None
    except NotBuiltError as reason:
        raise Stopped(reason) from None


def forbearing(builder: Callable[[], None]) -> Callable[[], None]:
    """A builder for which faults are no failure: the engine would hold every page back until they are mended."""

    def build_or_keep() -> None:
        try:
            builder()
        except Abort as fault:
            log.error("%s; what is shown is from before", fault)

    return build_or_keep
