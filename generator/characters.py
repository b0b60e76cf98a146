"""Characters that a text may not hold because nobody sees them, and characters that look like others.

What is invisible is told by the code points of Unicode; what looks alike by a list of our own, of the Cyrillic and Greek
letters drawn like Latin ones. It covers the scripts of the languages of entries; the whole table of Unicode's
"confusables" has 6,000 rows, of which these are the ones that a keyboard of one of them can type.
"""

from __future__ import annotations

import re
import unicodedata

# Controls, bidirectional and zero-width formatting, fillers, noncharacters and surrogates (Unicode Standard, section 23).
_NEVER = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"  # they choose another drawing of the character before them
# The scripts whose spelling needs joiners (Arabic, Syriac, those of South Asia, Burmese, Khmer, Mongolian), and emoji.
_JOINING = (
    "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ua840-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\ufe0f\u2600-\u27bf\U0001f000-\U0001faff"
)
_DRAWN_IN_TWO_WAYS = "#*0-9©®\u2000-\u33ff\u3400-\u9fff\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff"

_VISIBLE = bytes(range(0x20, 0x7F)) + b"\n"
_SUSPECT = re.compile(f"[{_NEVER}{_JOINERS}{_SELECTORS}]")
UNSEEN = re.compile(f"[{_NEVER}]|(?<![{_JOINING}])[{_JOINERS}]|(?<![{_DRAWN_IN_TWO_WAYS}])[{_SELECTORS}]")

_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝѵАВЕКМНОРСТУХІЈЅԌԚԜҮ", "aeopcyxijshdqwvABEKMHOPCTYXIJSGQWY", strict=True))
_GREEK = dict(zip("οανιυρϲΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oaviupcABEZHIKMNOPTYX", strict=True))
_AS_LATIN = str.maketrans(_CYRILLIC | _GREEK)
_LOOKALIKE = "".join(_CYRILLIC | _GREEK)
_TYPOGRAPHY = str.maketrans("‘’‚‛“”„‟‐‑‒–—−", "''''\"\"\"\"------")
_LATIN_LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
MIXED_WORD = re.compile(rf"\w*(?:[{_LATIN_LETTER}][{_LOOKALIKE}]|[{_LOOKALIKE}][{_LATIN_LETTER}])\w*")
FOREIGN_WORD = re.compile(
    rf"\b(?:[{''.join(_CYRILLIC)}]+|[{''.join(_GREEK)}]{{2,}})\b"
)  # one Greek letter is a sign of science
OTHER_CYRILLIC_OR_GREEK = re.compile(f"(?![{_LOOKALIKE}])[\u0370-\u052f]")
LATIN_WORD = re.compile(f"[{_LATIN_LETTER}]{{2}}")


def unseen(text: str) -> re.Match[str] | None:
    """The first character that a reader does not see, or that turns the text around; ``None`` for nearly every text.

    Joiners pass in the scripts that are spelt with them, and a selector after a character that can be drawn in two ways.
    """
    if text.isascii():
        return UNSEEN.search(text) if text.encode().translate(None, _VISIBLE) else None  # a quarter of its time
    return UNSEEN.search(text) if _SUSPECT.search(text) else None


def mixed_word(text: str) -> str:
    """The first word among Latin ones that has Cyrillic or Greek letters which look Latin; empty where there is none.

    A word in the other script has letters of its own, and a text in it may name things in Latin letters: both are well.
    """
    if text.isascii():
        return ""
    mixed = MIXED_WORD.search(text)
    if mixed:
        return mixed.group()
    if LATIN_WORD.search(text) and not OTHER_CYRILLIC_OR_GREEK.search(text):
        foreign = FOREIGN_WORD.search(text)
        return foreign.group() if foreign else ""
    return ""


def looks(text: str) -> str:
    """What a text looks like: texts that a reader cannot tell apart have the same."""
    if not text.isascii():
        text = re.sub(f"[{_JOINERS}{_SELECTORS}]", "", unicodedata.normalize("NFKC", text))
        text = text.translate(_AS_LATIN).translate(_TYPOGRAPHY)
    return " ".join(text.casefold().split())
