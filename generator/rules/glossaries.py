"""Rules for the glossaries of the registry, a file a language: that the checks of translations can go by them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Problem, shortened
from generator.document import Mapping, Sequence, scalars
from generator.glossary import form, small
from generator.kinds import Line
from generator.phrase import phrase
from generator.registry import Concept
from generator.rules.nearest import meant
from generator.rules.subject import Subject
from generator.shapes import GLOSSARY


def is_glossary(subject: Subject) -> bool:
    """Whether a file is a glossary."""
    return subject.record is GLOSSARY


def unknown_glossary_language(subject: Subject) -> Iterator[Problem]:
    """A glossary is named after no language of the observatory.

    The name of the file says whose terms it holds, by a code of `registry/observatory.yml`.

    Wrong:

        registry/glossary/french.yml

    Right:

        registry/glossary/fr.yml
    """
    languages = subject.known().languages
    if subject.id not in languages:
        message = phrase("`%(id)s`, the name of this file, is no code of a language", id=shortened(subject.id, 20))
        yield Problem(subject.name(), message, meant(subject.id, languages))


def unknown_term(subject: Subject) -> Iterator[Problem]:
    """A glossary has a term that the one in the site's first language does not have.

    A term is known by its id in every language, and what it means is seen where the ids come from.

    Wrong:

        terms: [{id: asset-decleration, use: [déclaration de patrimoine]}]

    Right:

        terms: [{id: asset-declaration, use: [déclaration de patrimoine]}]
    """
    registry = subject.known()
    if not registry.published:
        return  # which has a rule of its own
    first = registry.glossaries.get(registry.default_language)
    if first is None:
        path = f"registry/glossary/{registry.default_language}.yml"
        yield Problem(
            subject.name(),
            phrase("%(path)s is missing, where the ids of all glossaries stand", path=path),
            phrase("write it first"),
        )
        return
    known = [concept.id for concept in first]
    for term in _terms(subject):
        id = term.get("id")
        if id is not None and term.text("id") not in known:
            message = phrase(
                "there is no term `%(id)s` in registry/glossary/%(language)s.yml",
                id=shortened(term.text("id"), 40),
                language=registry.default_language,
            )
            yield Problem(id.span, message, meant(term.text("id"), known))


def form_of_nothing(subject: Subject) -> Iterator[Problem]:
    """A form of a glossary has no letter in it.

    A star stands for any letters; alone it would be found in every text.

    Wrong:

        terms: [{id: gift, use: ["*"]}]

    Right:

        terms: [{id: gift, use: ["gift*"]}]
    """
    for slot, scalar in subject.scalars(Line):
        if slot.is_item and not any(sign.isalnum() for sign in scalar.value):
            message = phrase("`%(value)s` has no letter in it", value=shortened(scalar.value, 40))
            yield Problem(
                scalar.span,
                message,
                phrase("write the words of the form; a star stands for what varies in one of them"),
            )


def use_that_is_avoided(subject: Subject) -> Iterator[Problem]:
    """A form is to be used and to be avoided, for the same term.

    Nobody could write what is asked for.

    Wrong:

        terms: [{id: gift, use: [present, gift], avoid: ["present*"]}]

    Right:

        terms: [{id: gift, use: [gift], avoid: ["present*"]}]
    """
    nothing = Concept("", (), ())
    for term in _terms(subject):
        written = [scalar for scalar in scalars(term.get("avoid")) if scalar.value.strip("* ")]
        avoided = [(scalar.value, form(nothing, scalar.value, True)) for scalar in written]
        for scalar in scalars(term.get("use")):
            words = small(scalar.value.replace("*", ""))
            other = next((value for value, one in avoided if (0, len(words)) in one.places(words)), None)
            if other:
                message = phrase(
                    "`%(value)s` is to be used, and `avoid` matches it: `%(other)s`",
                    value=shortened(scalar.value),
                    other=shortened(other),
                )
                yield Problem(scalar.span, message, phrase("take one of the two away, or write it more narrowly"))


def _terms(subject: Subject) -> Iterator[Mapping]:
    terms = subject.document.root.get("terms")
    if isinstance(terms, Sequence):
        yield from (term for term in terms.items if isinstance(term, Mapping))
