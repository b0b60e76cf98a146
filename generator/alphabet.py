"""The order of names by the alphabet of a language: near enough for lists of States, in which accents rarely decide.

Letters are compared without their marks, whatever the script, and without what is no letter. What that gets wrong for a
language stands in the tables below. Chinese goes by the readings of its characters, for which a dictionary is loaded.
"""

from __future__ import annotations

import unicodedata

OWN = {"es": "ñ", "ru": "й"}
"""Letters with a mark that are letters of their own in a language: they follow the bare one, and everything that begins with it."""

SPELT = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "ٱ": "ا", "ـ": None})
"""Letters as they are sorted where Unicode does not take them apart: ligatures, strokes, and in Arabic the wasla and the tatweel."""

_LAST = "\U00030000"  # a letter behind those of every alphabet


class _Letters(dict[int, str | int | None]):
    """What becomes of each character, as they are met: marks go, and what is no letter and no digit parts words."""

    def __missing__(self, code: int) -> str | int | None:
        letter = chr(code)
        self[code] = found = None if unicodedata.combining(letter) else code if letter.isalnum() else " "
        return found


_LETTERS = _Letters(SPELT)


def key(language: str, name: str) -> tuple[str, str]:
    """A sort key for a name: by the letters first; names of the same letters are told apart by their marks."""
    return (_read(name) if language == "zh" else _bare(name.casefold(), OWN.get(language, ""))), name


def quick_key(language: str, name: str) -> tuple[str, str]:
    """A sort key for one of thousands of titles, without a dictionary.

    Chinese goes by GB 18030, in which the 3,755 most frequent characters stand in the order of their readings.
    """
    return (name.encode("gb18030").decode("latin-1"), name) if language == "zh" else key(language, name)


def _bare(name: str, own: str) -> str:
    """A name without marks and signs. Hamza and madda are marks that Unicode takes off the letters that carry them."""
    if not name.isascii():
        name = unicodedata.normalize("NFC", name)
        for letter in own:
            name = name.replace(letter, f"{unicodedata.normalize('NFD', letter)[0]}{_LAST}")
        name = unicodedata.normalize("NFD", name)
    return " ".join(name.translate(_LETTERS).split())


def _read(name: str) -> str:
    """A name as it is read, character by character: reading and tone before the character itself, as dictionaries have it.

    Whole words decide which reading a character has: 秘 is mì, but in 秘鲁 it is bì.
    """
    from pypinyin import Style, lazy_pinyin  # its dictionary takes a fifth of a second

    readings = lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True, errors=list)  # type: ignore[arg-type]
    return " ".join(f"{reading}{character}" for reading, character in zip(readings, name, strict=True))
