"""What a command needs to know: given as an option, or asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

Answer = TypeVar("Answer")


def ask(given: str | None, question: str, understand: Callable[[str], Answer], proposal: str | None = None) -> Answer:
    """What was given, or is answered, as it is understood; an answer that is not is asked for again."""

    def read(answer: str) -> Answer:
        try:
            return understand(answer)
        except ValueError as error:
            raise click.UsageError(str(error)) from None

    if given is not None:
        return read(given)
    answer: Answer = click.prompt(question, default=proposal or None, value_proc=read)
    return answer
