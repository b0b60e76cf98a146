"""Rules for translations: what they may hold, and whether they still fit their original."""

from __future__ import annotations

from collections.abc import Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import Sequence
from generator.fields import TRANSLATED
from generator.marks import marks, outdated
from generator.phrase import Phrase, named, phrase
from generator.rules.nearest import meant
from generator.rules.subject import Subject
from generator.rules.values import is_mark


def orphan_translation(subject: Subject) -> Iterator[Problem]:
    """A translation without its original beside it.

    A translation is found by its name: that of the original, with the language before the ending.

    Wrong:

        practices/article-05/ita-plan.zh.yml, beside ita-plans.yml

    Right:

        practices/article-05/ita-plans.zh.yml, beside ita-plans.yml
    """
    if subject.is_orphan:
        original = f"{shortened(subject.id)}.yml"
        yield Problem(
            subject.name(),
            phrase("the original, %(original)s, is not beside this translation", original=original),
            _home(original),
        )


def field_not_in_original(subject: Subject) -> Iterator[Problem]:
    """A translation has a text that its original has not.

    Readers of the original would miss it; what is new belongs there first.

    Wrong:

        lessons: |
          规划必须与预算同时制定。

    Right:

        summary: 每个公共机构通过自己的三年计划。
    """
    if subject.original is not None:
        for key, _ in subject.document.root.pairs:
            if key.value in _TRANSLATED and subject.original.root.get(key.value) is None:
                message = phrase("the original has no `%(field)s`", field=key.value)
                yield Problem(key.span, message, phrase("take it away, or write it in the original first"))


def translation_into_original_language(subject: Subject) -> Iterator[Problem]:
    """A translation is in the language that the original is written in.

    One of the two names its language wrongly.

    Wrong:

        practices/article-05/ita-plans.en.yml, beside ita-plans.yml with language: en

    Right:

        practices/article-05/ita-plans.zh.yml, beside ita-plans.yml with language: en
    """
    if subject.original is not None and subject.original.text("language") == subject.language:
        message = phrase("the original is in `%(language)s` itself", language=subject.language)
        advice = phrase("name the file after the language of its text, or mend `language` in the original")
        yield Problem(subject.name(), message, advice)


def unknown_translation_language(subject: Subject) -> Iterator[Problem]:
    """The language in a translation's file name is none of the observatory's.

    It stands between the id and the ending: `ita-plans.zh.yml` is Chinese. An id itself has no full stop, and a translation is made
    from the original alone, so `ita-plans.zh.fr.yml` is none.

    Wrong:

        practices/article-05/ita-plans.cn.yml

    Right:

        practices/article-05/ita-plans.zh.yml
    """
    languages = subject.known().languages
    if subject.language not in languages:
        code = shortened(subject.language, 20)
        message = phrase("`%(code)s`, before .yml in the name of the file, is no code of a language", code=code)
        last = subject.language.rpartition(".")[2]
        own = phrase(
            "a translation is named after the original alone: %(id)s.%(language)s.yml",
            id=shortened(subject.id),
            language=last,
        )
        is_of_another = last != subject.language and last in languages
        yield Problem(subject.name(), message, own if is_of_another else meant(subject.language, languages))


def list_length_differs(subject: Subject) -> Iterator[Problem]:
    """A translated list has more or fewer items than the original's.

    Items are shown beside each other, one for one.

    Wrong:

        conditions: [有政治意愿。]

    Right:

        conditions: [有政治意愿。, 有预算。]
    """
    if subject.original is not None:
        for key, node in subject.document.root.pairs:
            original = subject.original.root.get(key.value)
            if isinstance(node, Sequence) and isinstance(original, Sequence) and key.value in _TRANSLATED:
                here, there = len(node.items), len(original.items)
                if here != there:
                    message = sentences.OTHER_LENGTH.about(field=named(key.value), here=here, there=there)
                    yield Problem(key.span, message, sentences.SAME_LENGTH.about())


def outdated_translation(subject: Subject) -> Iterator[Problem]:
    """The original has changed since this text was translated.

    Readers of the translation are told so, until somebody has looked at it again.

    Wrong:

        title: 三年计划
        translation: {status: reviewed, of: {title: 00000000}}

    Right:

        title: 三年计划
        translation: {status: reviewed, of: {title: d25c993e}}     (as the command writes it)
    """
    if subject.original is None:
        return
    made_from = marks(subject.document)
    for name in outdated(subject.document, subject.original):
        here = subject.document.root.key(name)
        if here and is_mark(made_from[name].value):
            message = phrase("`%(field)s` has changed in the original since it was translated", field=name)
            advice = phrase(
                "compare the two, mend the translation, then run `observatory translate accept ID LANGUAGE`"
            )
            yield Problem(here.span, message, advice)


def mark_without_text(subject: Subject) -> Iterator[Problem]:
    """A translation has a mark of a field that it does not translate.

    It says what a text was made from that is not there: somebody may have taken out the text, or renamed its field.

    Wrong:

        title: 三年期计划的级联模式
        translation: {status: draft, of: {title: 9f2c41d0, lessons: 5be1c2aa}}

    Right:

        title: 三年期计划的级联模式
        translation: {status: draft, of: {title: 9f2c41d0}}
    """
    root = subject.document.root
    for name, mark in marks(subject.document).items():
        if name in _TRANSLATED and root.get(name) is None:
            message = phrase("`%(name)s` has a mark here, and no text", name=name)
            yield Problem(
                mark.span, message, phrase("write the text, or take the mark away; `observatory translate accept` does")
            )


def no_text(subject: Subject) -> Iterator[Problem]:
    """A translation has no text.

    The entry would count as translated, and readers would find the original.

    Wrong:

        practices/article-05/ita-plans.zh.yml, with translation: {status: draft} alone

    Right:

        title: 三年期计划的级联模式
        translation: {status: draft}
    """
    if not any(key.value in _TRANSLATED for key, _ in subject.document.root.pairs):
        place = subject.document.root.pairs[0][0].span if subject.document.root.pairs else subject.name()
        yield Problem(place, sentences.NO_TEXT.about(), sentences.WRITE_TEXT.about())


_TRANSLATED = frozenset(field.name for field in TRANSLATED)


def _home(original: str) -> Phrase:
    return phrase(
        "put both into one folder, or mend the name; if there is none, call this file %(original)s", original=original
    )
