"""Made-up interface words for languages that have no catalogue yet, as long as real ones."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SCRIPTS = {  # a letter for a letter, so that pages weigh what they would in that script
    "ar": "ابجدهوزحطيكلمنسعفصقرشتثخذض",
    "ru": "абцдефгхийклмнопкрстувжьыз",
}
_KEPT = re.compile(r"(%\(\w+\)\w|%%|<[^>]*>|&\w+;|\{[^}]*\})")


def pretend(locales: Path, language: str) -> None:
    """Write a catalogue for a language below ``locales``: every message of the template in the letters of its script."""
    with (locales / "observatory.pot").open("rb") as template:
        messages = read_po(template)
    catalogue = Catalog(locale=language)
    for message in messages:
        if message.id:
            catalogue.add(message.id, _said(message, language, catalogue.num_plurals), context=message.context)
    path = locales / language / "LC_MESSAGES" / "observatory.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue)


def _said(message: Message, language: str, forms: int) -> str | tuple[str, ...]:
    if isinstance(message.id, str):
        return _spelt(message.id, language)
    return tuple(_spelt(message.id[min(form, 1)], language) for form in range(forms))


def _spelt(text: str, language: str) -> str:
    """A text in the letters of a language, but for values and marks that it has to keep."""
    letters = _SCRIPTS.get(language)
    if letters is None:
        return text
    table = str.maketrans(_LETTERS + _LETTERS.upper(), letters * 2)
    return "".join(part if place % 2 else part.translate(table) for place, part in enumerate(_KEPT.split(text)))
