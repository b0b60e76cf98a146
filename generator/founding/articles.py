"""The articles of a new observatory: those of a file, or as many as there are, with their words left to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from generator import load, rules
from generator.diagnostics import Diagnostic, errors
from generator.document import Document, plain
from generator.founding.charter import Charter
from generator.founding.writing import spoken, written
from generator.rules.finding import findings
from generator.rules.subject import Subject
from generator.shapes import ARTICLES

PROVISIONS = 2
"""So many provisions an article has that nobody described."""

_NOTE = "The articles, their titles as they stand in the instrument, and their provisions: put your own words in their place."


@dataclass(frozen=True, slots=True)
class Articles:
    """The text of ``registry/articles.yml``, and the numbers of the first and the last article."""

    text: str
    first: str
    last: str


def articles(charter: Charter, model: Mapping[str, Any], today: date) -> Articles | list[Diagnostic]:
    """The articles, or what is wrong with the file of them; ``model`` has the words of an article that nobody described."""
    if isinstance(charter.articles, Path):
        return _of_file(charter.articles, today)
    numbers = [str(number) for number in range(1, charter.articles + 1)]
    values = {"articles": [_article(number, model, charter) for number in numbers]}
    return Articles(written(_NOTE, values, ARTICLES), numbers[0], numbers[-1])


def _of_file(path: Path, today: date) -> Articles | list[Diagnostic]:
    read = load.read(path, str(path), registry=True)
    found = [read] if isinstance(read, Diagnostic) else findings(rules.REGISTRY_FILE, _subject(read, today))
    if isinstance(read, Diagnostic) or errors(found):
        return found
    listed = cast(dict[str, Any], plain(read.root))["articles"]
    return Articles(read.source.text, listed[0]["number"], listed[-1]["number"])


def _subject(document: Document, today: date) -> Subject:
    return Subject(document, ARTICLES, None, today, "articles")


def _article(number: str, model: Mapping[str, Any], charter: Charter) -> dict[str, Any]:
    words = {"number": number}
    headings = spoken(model["headings"], charter.codes, words)
    return {
        "number": number,
        "titles": spoken(model["titles"], charter.codes, words),
        "asks": spoken(model["asks"], charter.codes, words),
        "provisions": [
            {"ref": f"{number}.{paragraph}", "headings": headings} for paragraph in range(1, PROVISIONS + 1)
        ],
    }
