"""How an entry stands in a language: one state for each, and how many there are of each state.

The one home of what pages and commands say of translations.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.practice import Practice

STATES = ("original", "official", "reviewed", "draft", "machine", "outdated", "missing")
"""Every state, from what is surest to what is not there."""

READ = ("original", "official", "reviewed")
"""The states of a text that a person wrote, or has read as it is now."""


def state(practice: Practice, language: str) -> str:
    """The state of an entry in a language: ``original``, ``missing``, ``outdated``, or the status of its translation."""
    if practice.language == language:
        return "original"
    translation = practice.translations.get(language)
    if translation is None:
        return "missing"
    return "outdated" if translation.outdated else translation.status


def sorted_by_state(practices: Iterable[Practice], language: str) -> dict[str, tuple[Practice, ...]]:
    """The entries of each state in a language, in their order: all of ``STATES``, so their numbers add up to the entries."""
    found: dict[str, list[Practice]] = {name: [] for name in STATES}
    for practice in practices:
        found[state(practice, language)].append(practice)
    return {name: tuple(some) for name, some in found.items()}
