"""How entries stand in a language: the states there are, and the entries sorted by them.

How one entry stands is said by ``Practice.state_in``, to pages and commands alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.practice import Practice

STATES = ("original", "official", "reviewed", "draft", "machine", "outdated", "missing")
"""Every state, from what is surest to what is not there."""

READ = ("original", "official", "reviewed")
"""The states of a text that a person wrote, or has read as it is now."""


def sorted_by_state(practices: Iterable[Practice], language: str) -> dict[str, tuple[Practice, ...]]:
    """The entries of each state in a language, in their order: all of ``STATES``, so their numbers add up to the entries."""
    found: dict[str, list[Practice]] = {name: [] for name in STATES}
    for practice in practices:
        found[practice.state_in(language)].append(practice)
    return {name: tuple(some) for name, some in found.items()}
