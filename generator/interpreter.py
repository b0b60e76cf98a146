"""In which languages the checks can speak, and the explanations of rules in each of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from babel.messages.pofile import PoFileError
from msgspec.structs import replace

from generator.diagnostics import Rule
from generator.phrase import phrase
from generator.words import CHECKS, MESSAGES, LanguageError, Words, load

WRONG, RIGHT = phrase("Wrong:"), phrase("Right:")
"""What stands above the examples of an explanation."""


class Passage(NamedTuple):
    """A passage of an explanation in Markdown, and whether it is in the language that was asked for; examples are in English."""

    text: str
    is_own: bool
    is_example: bool = False


def languages(locales: Path) -> list[str]:
    """The codes of the languages in which the checks can speak, by the catalogues in a folder."""
    return sorted({MESSAGES, *(path.parts[-3] for path in locales.glob(f"*/LC_MESSAGES/{CHECKS}.po"))})


def voice(locales: Path, language: str) -> Words:
    """What the checks say in a language; English where its catalogue is not there or cannot be read, which they then tell."""
    words = load(locales, MESSAGES, "ltr", CHECKS)
    if language in languages(locales):
        with suppress(PoFileError, LanguageError, ValueError, OSError):
            words = load(locales, language, "", CHECKS)
    return replace(words, direction=words.locale.text_direction)


def paragraphs(rule: Rule) -> Iterator[str]:
    """What of an explanation is said in every language, each paragraph on one line: all but the examples and their heads."""
    return (_unfolded(block) for block in _blocks(rule) if not _is_example(block) and block not in (WRONG, RIGHT))


def explained(rule: Rule, words: Words) -> list[Passage]:
    """The explanation of a rule, passage by passage, the first one being the fault in one line. Examples stay as they are."""
    return [_said(rule.code, block, words) for block in _blocks(rule)]


def _said(code: str, block: str, words: Words) -> Passage:
    is_default = words.language == MESSAGES
    if _is_example(block):
        return Passage(block, is_default, True)
    plain = _unfolded(block)
    found = words.tell(phrase(plain)) if plain in (WRONG, RIGHT) else words.explain(code, plain)
    return Passage(block if found == plain else found, is_default or found != plain)


def _blocks(rule: Rule) -> list[str]:
    return rule.explanation.split("\n\n")


def _is_example(block: str) -> bool:
    return block.startswith("    ")


def _unfolded(block: str) -> str:
    return " ".join(block.split())
