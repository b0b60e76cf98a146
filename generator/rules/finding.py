"""What rules find in what they are given."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.diagnostics import Diagnostic, Rule

LIMIT = 50
"""How often a rule is told for one file: more would help nobody, and a file could be made to take forever."""


def findings(some: Iterable[Rule], about: object, limit: int = LIMIT) -> list[Diagnostic]:
    """What some rules say of a subject, each at most ``limit`` times."""
    found: list[Diagnostic] = []
    asked: Callable[..., object] | None = None
    answer: object = True
    for rule in some:
        if rule.when is not asked:  # rules that ask the same stand side by side
            asked = rule.when
            answer = asked is None or asked(about)
        if not answer:
            continue
        enough = len(found) + limit
        for problem in rule.find(about):
            found.append(Diagnostic(rule.code, rule.severity, problem))
            if len(found) == enough:
                break
    return found
