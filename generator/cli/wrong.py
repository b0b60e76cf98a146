"""What goes wrong outside of the program, told in the language of the reader: wrong usage, and what the system refuses.

Words of Click's own, such as ``Usage:`` and ``Error:``, stay in English, and so do those of the system.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator.phrase import NOTHING, Phrase, also, at, enumerated

if TYPE_CHECKING:
    from generator.voices import Saying


def reason(error: Exception) -> Phrase:
    """What an error says: the phrase that it carries, or the words that it was raised with."""
    return next((one for one in error.args if isinstance(one, Phrase)), enumerated(str(error)))


def wrong(say: Saying, said: Phrase) -> click.UsageError:
    """What cannot be done as it was asked for."""
    return click.UsageError(_told(say, said))


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
        where = place or str(error.filename or "")
        what = enumerated(error.strerror) if error.strerror else reason(error)
        raise click.ClickException(_told(say, also(at(where, what) if where else what, consequence))) from None


def _told(say: Saying, said: Phrase) -> str:
    from generator.voices import told

    return told(said, say)
