"""What questions are called on forms, in every language, and which question is meant by a title."""

from __future__ import annotations

from collections.abc import Iterator

from generator.blanks.choices import Choices
from generator.blanks.layout import Block, Row, blocks
from generator.characters import looks
from generator.questionnaire import FORM, Question
from generator.words import Words


def title(row: Row, block: Block, said: Words) -> str:
    """The title of a question by itself, where it does not stand below that of its group: `Sources (1): Document`."""
    own = said.say(row.question.title)
    return f"{heading(block, said)}: {own}" if block.title else own


def heading(block: Block, said: Words) -> str:
    """The title of a group, with its number where there are several: `Sources (1)`."""
    number = f" ({block.number})" if block.number else ""
    return f"{said.say(block.title)}{number}"


def codes(choices: Choices) -> dict[str, str]:
    """The codes by the titles of questions in all languages, as they look; a title that two questions have is none of them."""
    found: dict[str, set[str]] = {}
    for language in choices.registry.languages:
        for name, code in _titles(choices.words(language)):
            found.setdefault(looks(name), set()).add(code)
    return {name: next(iter(some)) for name, some in found.items() if len(some) == 1}


def _titles(said: Words) -> Iterator[tuple[str, str]]:
    for section in FORM:
        for block in blocks(section):
            yield from ((title(row, block, said), row.code) for row in block.rows)


def hint(question: Question, said: Words) -> str:
    """What helps to answer a question, with how long an answer may be."""
    limit = getattr(question.kind, "limit", 0)
    own = said.say(question.hint)
    if limit < 100:
        return own
    length = said.count("At most %(n)s character.", "At most %(n)s characters.", limit) % {"n": said.number(limit)}
    return f"{own} {length}".strip()
