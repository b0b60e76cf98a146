"""Rules for what an entry refers to: that the registry has it."""

from __future__ import annotations

from collections.abc import Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.phrase import named, phrase, sentence
from generator.rules.nearest import CHOOSE, meant, meant_by_label
from generator.rules.states import meant_state
from generator.rules.subject import Subject

_NO_STATE = sentence("there is no State with the code `%(value)s`").to_asked("there is no State `%(value)s`")
_NO_LANGUAGE = sentence("there is no language with the code `%(value)s`").to_asked("there is no language `%(value)s`")


def are_unknown(subject: Subject) -> bool:
    """Whether anything is referred to that the registry does not have."""
    registry, scalars = subject.known(), subject.slots.scalars
    of_each = (
        ("countries", registry.countries),
        ("themes", registry.themes),
        ("measures", registry.measures),
        ("documents", registry.documents),
        ("languages", registry.languages),
    )
    return bool([to for to, known in of_each for _, scalar in scalars.get(to, ()) if scalar.value not in known])


def unknown_country(subject: Subject) -> Iterator[Problem]:
    """A State that the registry does not know by this code.

    States are named by their ISO 3166-1 alpha-3 code, three capital letters, so that no name has to be
    chosen.

    Wrong:

        countries: [IT]

    Right:

        countries: [ITA]
    """
    registry = subject.known()
    for scalar in subject.references("countries"):
        if scalar.value not in registry.countries:
            message = _NO_STATE.about(value=shortened(scalar.value, 40))
            yield Problem(scalar.span, message, meant_state(scalar.value, registry))


def unknown_theme(subject: Subject) -> Iterator[Problem]:
    """A theme that the registry does not have.

    Themes are a fixed list, so that entries on one thing are found in one place. Free tags do not exist.

    Wrong:

        themes: [strategy]

    Right:

        themes: [strategies]
    """
    registry = subject.known()
    for scalar in subject.references("themes"):
        if scalar.value not in registry.themes:
            labels = {id: theme.labels.values() for id, theme in registry.themes.items()}
            advice = meant_by_label(scalar.value, labels, "registry/themes.yml", "themes")
            yield Problem(
                scalar.span, phrase("there is no theme `%(value)s`", value=shortened(scalar.value, 40)), advice
            )


def unknown_measure(subject: Subject) -> Iterator[Problem]:
    """A class of measures that the registry does not have.

    The classes are a fixed list in `registry/measures.yml`.

    Wrong:

        measures: [law]

    Right:

        measures: [legislation]
    """
    registry = subject.known()
    for scalar in subject.references("measures"):
        if scalar.value not in registry.measures:
            labels = {id: measure.labels.values() for id, measure in registry.measures.items()}
            advice = meant_by_label(scalar.value, labels, "registry/measures.yml", "measures")
            yield Problem(
                scalar.span,
                phrase("there is no class of measures `%(value)s`", value=shortened(scalar.value, 40)),
                advice,
            )


def unknown_document(subject: Subject) -> Iterator[Problem]:
    """A source document that the registry does not have.

    A document is named by the stem of its file in `registry/documents/`. A source that is not there is given
    by its title, publisher and address.

    Wrong:

        sources: [{document: wg4-2019, paragraphs: ["20"]}]

    Right:

        sources: [{document: wg4-2019-4, paragraphs: ["20"]}]
    """
    registry = subject.known()
    for scalar in subject.references("documents"):
        if scalar.value not in registry.documents:
            message = phrase("there is no document `%(value)s`", value=shortened(scalar.value, 40))
            advice = meant(scalar.value, registry.documents, "registry/documents/", "sources.document")
            yield Problem(scalar.span, message, advice)


def unknown_language(subject: Subject) -> Iterator[Problem]:
    """A language that the observatory has no entries in.

    Languages are named by the codes of `registry/observatory.yml`.

    Wrong:

        language: english

    Right:

        language: en
    """
    registry = subject.known()
    for scalar in subject.references("languages"):
        if scalar.value not in registry.languages:
            codes = tuple(f"{language.code} ({language.name})" for language in registry.languages.values())
            names = tuple(named(code, "language") for code in registry.languages)
            advice = CHOOSE.about(words=codes).or_asked(CHOOSE.about(words=names))
            yield Problem(scalar.span, _NO_LANGUAGE.about(value=shortened(scalar.value, 20)), advice)


def itself(subject: Subject) -> Iterator[Problem]:
    """An entry names itself, by its present id or a former one, where another entry is meant.

    `adapted_from` names the other entries that this one was modelled on, and `replaced_by` the one that stands in its
    place.

    Wrong:

        practices/article-05/ita-plans.yml, with adapted_from: [ita-plans]

    Right:

        practices/article-05/ita-plans.yml, with adapted_from: [nor-plans]
    """
    own = {subject.id, *(alias.value for alias in subject.references("former"))}
    for scalar in subject.references("practices"):
        if scalar.value in own:
            yield Problem(scalar.span, sentences.ITSELF.about(), sentences.NAME_ANOTHER.about())
