"""Rules for the words of translations: that they keep to the glossaries of the registry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import normalize

from generator.diagnostics import Problem, shortened
from generator.document import Node, Scalar, joined, scalars
from generator.fields import TRANSLATED
from generator.glossary import Glossary, glossary, small
from generator.phrase import Phrase, phrase
from generator.rules.place import of_words
from generator.rules.subject import Pair, Subject

_TRANSLATED = tuple(field.name for field in TRANSLATED)


def has_glossary(subject: Subject) -> bool:
    """Whether there is a glossary of a translation's language, and an original in another one beside it."""
    there = subject.original
    return (
        there is not None
        and subject.language in subject.known().glossaries
        and there.text("language") != subject.language
    )


def may_avoid(subject: Subject) -> bool:
    """Whether a translation may hold a form that its glossary avoids."""
    _, here = _glossaries(subject)
    return here is not None and here.may_avoid(small(subject.words))


def term_not_kept(subject: Subject) -> Iterator[Problem]:
    """A term of the original is not in the translation by any form that the glossary has for it.

    Terms of art have settled translations, and readers look for those. A glossary, `registry/glossary/fr.yml`, lists
    the forms by which a text is seen to say a term; the first one is to be preferred, and a star stands for any letters.

    Wrong:

        summary: 所有机构都发表计划。       (where the original says “every public body”, and the glossary has 公共机构)

    Right:

        summary: 每个公共机构通过自己的三年计划。
    """
    there, here = _glossaries(subject)
    if there is None or here is None:
        return
    for name, original, own in _fields(subject):
        translated = small(joined(own.value))
        for id, term in _terms(there, joined(original)).items():
            concept = here.concepts.get(id)
            if concept and not here.says(id, translated):
                message = phrase(
                    "`%(field)s` has no form of `%(form)s`, the glossary’s term for `%(term)s`",
                    field=name,
                    form=shortened(concept.use[0]),
                    term=term,
                )
                advice = phrase(
                    "use it; where the text is right as it is, add its form to `%(id)s` in %(file)s",
                    id=id,
                    file=_home(subject),
                )
                yield Problem(own.key.span, message, advice)


def avoided_form(subject: Subject) -> Iterator[Problem]:
    """A translation uses words that the glossary says to avoid.

    They mean something else, or are not the words of the instrument.

    Wrong:

        title: 三年期方案的级联模式       (where the glossary avoids 方案, and has 计划)

    Right:

        title: 三年期计划的级联模式
    """
    there, here = _glossaries(subject)
    if here is None:
        return
    for name, original, own in _fields(subject):
        for scalar in _texts(own.value):
            told: set[str] = set()
            for start, end, form in here.said(small(scalar.value)):
                if form.is_avoided and form.written not in told:
                    told.add(form.written)
                    id, term = form.concept.id, _terms(there, joined(original)).get(form.concept.id) if there else None
                    words = shortened(normalize("NFC", scalar.value)[start:end])
                    message = _avoided(name, words, term or "", shortened(form.concept.use[0]))
                    advice = phrase(
                        "use it; where the words are right, take them from `avoid` of `%(id)s` in %(file)s",
                        id=id,
                        file=_home(subject),
                    )
                    yield Problem(of_words(scalar, start, end), message, advice)


def _avoided(field: str, words: str, term: str, form: str) -> Phrase:
    if not term:
        return phrase(
            "`%(field)s` says `%(words)s`; the glossary’s term is `%(form)s`", field=field, words=words, form=form
        )
    return phrase(
        "`%(field)s` says `%(words)s`; the glossary’s term for `%(term)s` is `%(form)s`",
        field=field,
        words=words,
        term=term,
        form=form,
    )


def _glossaries(subject: Subject) -> tuple[Glossary | None, Glossary | None]:
    """That of the original's language, and that of the translation's own."""
    if subject.original is None:
        return None, None
    registry = subject.known()
    return glossary(registry, subject.original.text("language")), glossary(registry, subject.language)


def _fields(subject: Subject) -> Iterator[tuple[str, Node, Pair]]:
    """The translated fields: name, the original's value, and the translation's own field."""
    for name in _TRANSLATED:
        own = subject.field(name)
        original = subject.original.root.get(name) if own and subject.original else None
        if own and original and joined(own.value).strip():
            yield name, original, own


def _texts(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    yield from scalars(node)


@lru_cache(maxsize=64)  # one original, several translations
def _terms(there: Glossary, text: str) -> dict[str, str]:
    """The concepts that an original says, each as it is said first."""
    normal = normalize("NFC", text)
    said = reversed(there.said(small(text)))
    return {one.form.concept.id: shortened(normal[one.start : one.end]) for one in said}


def _home(subject: Subject) -> str:
    return f"registry/glossary/{subject.language}.yml"
