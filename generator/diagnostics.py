"""What is wrong, where and what to do; and how a text from a stranger is made safe to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from msgspec import Struct

from generator.phrase import NOTHING, Phrase
from generator.source import Span


class Severity(StrEnum):
    """How bad: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(Struct, frozen=True):
    """What a rule found: the place, the fault in the author's words, and the way out."""

    span: Span
    message: Phrase
    advice: Phrase = NOTHING


class Diagnostic(Struct, frozen=True):
    """A problem with the stable code and severity of the rule that found it."""

    code: str
    severity: Severity
    problem: Problem

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.problem.span

    def place(self) -> tuple[str, int, int, str, str]:
        """The order in which people are told: by file, line, column, then code."""
        return (self.span.path, self.span.line, self.span.column, self.code, self.problem.message)


class Rule(Struct, frozen=True):
    """A reason to complain: its stable code, how bad a breach is, and the function that finds it.

    The function's docstring explains it: the first line names the fault; then come why it matters, and a
    wrong and a right example, each indented below ``Wrong:`` or ``Right:``.

    ``when`` is a quick question to what is looked at, shared by several rules: without a yes none of them finds anything.
    """

    code: str
    severity: Severity
    find: Callable[..., Any]
    when: Callable[..., object] | None = None

    @property
    def name(self) -> str:
        """The name in words and hyphens: ``unknown-field``."""
        return self.find.__name__.replace("_", "-")

    @property
    def title(self) -> str:
        """The fault in one line."""
        return self.explanation.partition("\n")[0]

    @property
    def explanation(self) -> str:
        """Markdown: the fault, why it matters, a wrong and a right example."""
        from inspect import getdoc

        return getdoc(self.find) or ""


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by place, none twice."""
    return sorted({found.place(): found for found in diagnostics}.values(), key=Diagnostic.place)


def errors(diagnostics: Iterable[Diagnostic]) -> int:
    """How many of them are errors."""
    return sum(found.severity is Severity.ERROR for found in diagnostics)


UNBROKEN = "\u00a0\u202f"
"""The spaces at which no line may break, as French has them in a sentence."""


def visible(text: str, kept: str = "") -> str:
    """A text from a stranger made safe to print: what a terminal or a workflow's runner would obey is shown as its code point.

    A runner of GitHub Actions obeys ``##[command]`` anywhere in a line (``::command::`` only at the beginning of one).
    Characters that are ``kept`` stay.
    """
    shown = "".join(c if c.isprintable() or c in kept else f"<U+{ord(c):04X}>" for c in text)
    return shown.replace("##[", "#<U+0023>[")


def shortened(text: str, limit: int = 60) -> str:
    """A value as it is quoted in a message: visible, on one line, at most ``limit`` characters."""
    line = visible(" ".join(text.split(" ")).replace("\n", " "))
    return line if len(line) <= limit else line[: limit - 1] + "…"


def visible_lines(text: str, kept: str = "") -> str:
    """Like ``visible``, keeping line breaks."""
    return "\n".join(visible(line, kept) for line in text.split("\n"))
