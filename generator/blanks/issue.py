"""The issue form of GitHub, with the questions that need no repetition; what is written with it comes back as Markdown.

Source: GitHub documentation, syntax for issue forms. A form that has too much in it is not sent, so groups are asked for once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.blanks import titles, wording
from generator.blanks.choices import Choices
from generator.blanks.layout import Block, Row, blocks
from generator.kinds import ListOf, Markdown, Prose
from generator.questionnaire import FORM
from generator.words import Words

LABEL = "practice"
"""The label of what comes in; another one, which only maintainers give, opens the pull request."""
HEAD = "# Written by `observatory questionnaire --format issue`.\n"
"""The first line, by which such a file is known."""
TYPED = 100
"""Lists with more than so many options are not offered: what is meant is typed, and understood."""


def questionnaire(choices: Choices, language: str) -> bytes:
    """The form in a language of the observatory, as the file that GitHub reads."""
    said = choices.words(language)
    form = {
        "name": said.say(wording.SUBMIT),
        "description": said.say(wording.WHAT_FOR),
        "labels": [LABEL],
        "body": list(_body(choices, said)),
    }
    return (HEAD + "".join(_lines(form))).encode()


def _body(choices: Choices, said: Words) -> Iterator[dict[str, Any]]:
    sentences = wording.instructions(wording.IN_ISSUES, choices.registry, said)
    yield {"type": "markdown", "attributes": {"value": "\n".join(f"- {sentence}" for sentence in sentences)}}
    for section in FORM:
        hint = said.say(section.hint)
        value = f"## {said.say(section.title)}" + (f"\n{hint}" if hint else "")
        yield {"type": "markdown", "attributes": {"value": value}}
        for block in blocks(section):
            if block.number < 2:
                yield from (_question(row, block, choices, said) for row in block.rows)


def _question(row: Row, block: Block, choices: Choices, said: Words) -> dict[str, Any]:
    """A question: a list to choose from where it is short enough, else a text of a line or of several."""
    question = row.question
    offered = choices.offered(question.kind, said)
    is_list = isinstance(question.field.kind, ListOf)
    attributes: dict[str, Any] = {"label": titles.title(row, block, said)}
    hint = " ".join(
        part for part in (said.say(block.hint) if row is block.rows[0] else "", titles.hint(question, said)) if part
    )
    if hint:
        attributes["description"] = hint
    if offered and len(offered) <= TYPED:
        sort = "dropdown"
        first = (
            [said.say(wording.CHOOSE)] if row.required and not is_list else []
        )  # GitHub chooses the first one by itself
        attributes |= {"multiple": is_list, "options": [*first, *(option.label for option in offered)]}
    else:
        sort = "textarea" if isinstance(question.kind, Markdown | Prose) or (is_list and not offered) else "input"
    asked: dict[str, Any] = {"type": sort, "id": row.code.replace(".", "-").replace("_", "-"), "attributes": attributes}
    if row.required:
        asked["validations"] = {"required": True}
    return asked


def _lines(form: dict[str, Any], indent: str = "") -> Iterator[str]:
    """A mapping as YAML: a list of mappings by hyphens, anything else as JSON has it, which YAML reads."""
    for key, value in form.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:\n"
            yield from _lines(value, f"{indent}  ")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:\n"
            for item in value:
                lines = "".join(_lines(item, f"{indent}    "))
                yield f"{indent}  - {lines.removeprefix(f'{indent}    ')}"
        elif isinstance(value, list) and len(value) > 1:
            yield f"{indent}{key}:\n"
            yield from (f"{indent}  - {json.dumps(item, ensure_ascii=False)}\n" for item in value)
        else:
            yield f"{indent}{key}: {json.dumps(value, ensure_ascii=False)}\n"
