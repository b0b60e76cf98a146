"""Rules for the id of an entry: the stem of its file's name, permanent once published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import values
from generator.phrase import either
from generator.rules.subject import Subject

ID_LIMIT = 80
ID_SUGGESTED = 50  # characters of one that is made of a title
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # what Windows keeps for itself, whatever the ending
_OTHER = re.compile(r"[^a-z0-9]+")


def is_id(text: str) -> bool:
    """Whether a text can be the id of an entry."""
    return bool(_ID.fullmatch(text)) and len(text) <= ID_LIMIT and not _DEVICE.fullmatch(text)


def malformed_id(subject: Subject) -> Iterator[Problem]:
    """The name of the file has other characters than small letters, digits and hyphens.

    It becomes the address of the entry, which must be the same on every computer, and can be typed by anyone.

    Wrong:

        practices/article-05/ITA_Plans (final).yml

    Right:

        practices/article-05/ita-plans.yml
    """
    if not is_id(subject.id):
        message = sentences.NO_ID.about(id=shortened(subject.id)) if subject.id else sentences.NO_NAME.about()
        plain = subject.id.lower().removesuffix(".yml")
        near = _OTHER.sub("-", plain).strip("-")[:ID_LIMIT].rstrip("-")
        form = sentences.USE_LETTERS.about(limit=ID_LIMIT)
        advice = sentences.CALL_FILE.about(near=near) if is_id(near) else form
        yield Problem(subject.name(), message, advice)


def id_not_of_its_state(subject: Subject) -> Iterator[Problem]:
    """The name of the file does not begin with the code of a State of the entry.

    So the files of one State stand together, and a copied file whose State was changed is noticed.

    Wrong:

        practices/article-05/nor-plans.yml, with countries: [ITA]

    Right:

        practices/article-05/ita-plans.yml, with countries: [ITA]
    """
    countries, registry = subject.field("countries"), subject.known()
    codes = [code for code in values(countries.value) if code in registry.countries] if countries else []
    if countries and codes and subject.id.partition("-")[0].upper() not in codes and is_id(subject.id):
        begin = either(*(f"`{code.lower()}-`" for code in codes[:3]))
        message = sentences.ID_BEGINS.about(id=shortened(subject.id), begin=begin)
        yield Problem(countries.value.span, message, sentences.RENAME.about())


def anonymous_id_with_state(subject: Subject) -> Iterator[Problem]:
    """The name of an anonymous entry's file begins with the code of a State.

    It would tell what the source does not tell.

    Wrong:

        practices/article-05/ita-plans.yml, with anonymous: one State

    Right:

        practices/article-05/yearly-plans.yml, with anonymous: one State
    """
    anonymous = subject.field("anonymous")
    if not anonymous or subject.field("countries"):
        return
    first = subject.id.partition("-")[0]
    country = subject.known().countries.get(first.upper())
    if country and first.islower():
        message = sentences.ID_OF_STATE.about(first=first, name=country.names)
        yield Problem(anonymous.key.span, message, sentences.NAME_AFTER.about())
