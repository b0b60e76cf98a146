"""A page before it is drawn: its address, its frame, its template, and what it says in a language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from generator.edition import Edition


class Sheet(Struct, frozen=True, gc=False):
    """What one page says: title, description, and the record its template sees."""

    title: str
    description: str
    view: Any


class Page(Struct, frozen=True, gc=False):
    """A page of every language: address below the language, section of the navigation, template, and what draws its sheet.

    Without a section it hangs in no frame: its template is the whole page. ``listed`` is whether search engines and the
    site map are told of it; ``languages`` are those that its text is in, the original's first, none where it is in every one.
    """

    path: str
    section: str
    template: str
    draw: Callable[[Edition], Sheet]
    listed: bool = True
    languages: tuple[str, ...] = ()
