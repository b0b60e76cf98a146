"""A file that is no page."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from generator.edition import Edition
from generator.templates import Templates


class Artifact(Struct, frozen=True, gc=False):
    """A file of every language that is no page: its path below the language, and what draws its bytes."""

    path: str
    draw: Callable[[Edition, Templates], bytes]
