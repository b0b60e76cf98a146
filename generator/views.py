"""What templates may see: small frozen records, in the language of the page, with fallbacks already chosen."""

from __future__ import annotations

from msgspec import Struct


class Text(Struct, frozen=True, gc=False):
    """A text in a language; ``foreign`` where that is not the language of the page, so that it carries its own ``lang``.

    ``direction`` is ``ltr`` or ``rtl`` where that is not the direction of the page, else empty.
    """

    value: str
    language: str
    direction: str
    foreign: bool

    def __bool__(self) -> bool:
        return bool(self.value)


class Original(Struct, frozen=True, gc=False):
    """The language that a practice was written in, as ``Text`` has it; ``name`` is what the language of the page calls it."""

    language: str
    name: str
    direction: str
    foreign: bool


class Chip(Struct, frozen=True, gc=False):
    """A provision as a small link: its reference, article and address below the language."""

    ref: str
    article: str
    path: str


class Named(Struct, frozen=True, gc=False):
    """Something with a name and a page; ``path`` below the language, empty where it has no page."""

    label: Text
    path: str


class Card(Struct, frozen=True, gc=False):
    """A practice in a list; ``original`` is the language of its original, ``translation`` says how it stands here."""

    id: str
    path: str
    article: str
    states: tuple[Text, ...]
    anonymous: str
    title: Text
    summary: Text
    chips: tuple[Chip, ...]
    measure: Text
    since: str
    status: str
    translation: str
    original: Original


class Mention(Struct, frozen=True, gc=False):
    """A practice in a line of a long list, where thousands are made: no more than such a line may say."""

    path: str
    title: Text
    states: tuple[Text, ...]
    chips: tuple[Chip, ...]
    status: str


class Square(Struct, frozen=True, gc=False):
    """A provision in a strip: full where it has an entry."""

    ref: str
    full: bool


class Tile(Struct, frozen=True, gc=False):
    """A State as a square: ISO code, name, and the address of its page where it has an entry."""

    code: str
    name: Text
    path: str


class TileGroup(Struct, frozen=True, gc=False):
    """The States of a regional group, by the alphabet of the page's language."""

    label: Text
    tiles: tuple[Tile, ...]
    with_entry: int
