"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

Decorated = TypeVar("Decorated", bound=Callable[..., object])

SPOKEN = "OBSERVATORY_LANGUAGE"
"""The variable of the environment that says in which language the checks speak."""

LANGUAGE = click.option(
    "--language",
    default="",
    metavar="CODE",
    help=f"The language to speak, such as fr; that of {SPOKEN} in the environment, or English, where it is not given.",
)


def table_or_json(explanation: str) -> Callable[[Decorated], Decorated]:
    """The option ``--format``, which a command takes as ``voice``: ``table`` or ``json``; the explanation stands in its help."""
    return click.option(
        "--format",
        "voice",
        type=click.Choice(["table", "json"]),
        default="table",
        show_default=True,
        help=explanation,
    )


VOICES = click.option(
    "--format",
    "voice",
    type=click.Choice(["full", "concise", "github", "gitlab", "json"]),
    default="full",
    help="How to tell: for people, one line each, for GitHub Actions, as a code quality report of GitLab, or for programs.",
)
"""How to tell what was found in files."""
