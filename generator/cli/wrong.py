"""What goes wrong outside of the program, told in the language of the reader: wrong usage, and what the system refuses.

Words of Click's own, such as ``Usage:`` and ``Error:``, stay in English, and so do those of the system.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator.phrase import NOTHING, Phrase, also, at, enumerated, phrase, reason

if TYPE_CHECKING:
    from generator.voices import Saying

NOTHING_CHANGED = phrase("nothing was changed")


def wrong(say: Saying, said: Phrase) -> click.UsageError:
    """What cannot be done as it was asked for."""
    return click.UsageError(_told(say, said))


def stopped(say: Saying, said: Phrase) -> click.ClickException:
    """What ends a command that was asked for rightly."""
    return click.ClickException(_told(say, said))


@contextmanager
def usage(say: Saying) -> Iterator[None]:
    """A ValueError that says why something cannot be done as it was asked for is wrong usage."""
    try:
        yield
    except ValueError as error:
        raise wrong(say, reason(error)) from None


@contextmanager
def system(say: Saying, consequence: Phrase = NOTHING, place: str = "") -> Iterator[None]:
    """What the system refuses ends the command; ``consequence`` says how that leaves the files, ``place`` which one it is about."""
    try:
        yield
    except OSError as error:
        raise refused(say, error, consequence, place) from None


def refused(say: Saying, error: OSError, consequence: Phrase = NOTHING, place: str = "") -> click.ClickException:
    """What ends a command that the system refuses something; see ``system``."""
    return stopped(say, also(refusal(error, place), consequence))


def refusal(error: OSError, place: str = "") -> Phrase:
    """What the system refuses, in its own language, and which file or folder it is about."""
    where = place or str(error.filename or "")
    what = enumerated(error.strerror) if error.strerror else reason(error)
    return at(where, what) if where else what


def _told(say: Saying, said: Phrase) -> str:
    from generator.voices import told

    return told(said, say)
