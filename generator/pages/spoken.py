"""Words that a script says on a page: they come with the page, in its language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.edition import Edition


class Spoken(Struct, frozen=True, gc=False):
    """A message by a name that the script knows; ``form`` is the plural form of Unicode that it is for, or empty."""

    name: str
    form: str
    message: str


def spoken(edition: Edition, said: Mapping[str, str], counted: Mapping[str, Mapping[str, str]]) -> tuple[Spoken, ...]:
    """Messages of a language, and those that go with a number in each plural form."""
    once = (Spoken(name, "", edition.words.say(message)) for name, message in said.items())
    forms: Iterable[Spoken] = (
        Spoken(name, form, message) for name, every in counted.items() for form, message in every.items()
    )
    return (*once, *forms)
