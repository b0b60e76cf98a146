"""What a command needs to know: given as an option, or asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from generator.cli.wrong import wrong
from generator.phrase import Phrase, phrase, reason

if TYPE_CHECKING:
    from generator.voices import Saying

Answer = TypeVar("Answer")


BEFORE_ANSWER = phrase(": ")
"""What stands between a question and its answer."""


def ask(
    say: Saying,
    given: str | None,
    question: Phrase,
    understand: Callable[[str], Answer],
    proposal: str | None = None,
) -> Answer:
    """What was given, or is answered, as it is understood; an answer that is not is asked for again."""

    def read(answer: str) -> Answer:
        try:
            return understand(answer)
        except ValueError as error:
            raise wrong(say, reason(error)) from None

    if given is not None:
        return read(given)
    answer: Answer = click.prompt(
        say(question), default=proposal or None, value_proc=read, prompt_suffix=say(BEFORE_ANSWER)
    )
    return answer
