"""Rules for the interface words: each language says every message, in all of its plural forms."""

from __future__ import annotations

from collections.abc import Iterator
from gettext import c2py
from typing import TYPE_CHECKING

from generator.diagnostics import Problem, shortened
from generator.phrase import Phrase, also, counted, listed, phrase

if TYPE_CHECKING:  # the parser of catalogues takes long to load, and few checks need it
    from generator.catalogues import Message, Wording

SHOWN = 3
"""So many messages are named where many are not translated."""

COUNTED = 201
"""The numbers below this show which of them a language puts into one plural form."""


def is_read(wording: Wording) -> bool:
    """Whether there is a catalogue that could be read."""
    return wording.messages is not None


def missing_catalogue(wording: Wording) -> Iterator[Problem]:
    """A published language has no catalogue of interface words.

    Its pages would speak English wherever the words are not from an entry or the registry.

    Wrong:

        theme/locales/pt/LC_MESSAGES/observatory.po is not there, and the language pt is published

    Right:

        make words, then the words in theme/locales/pt/LC_MESSAGES/observatory.po
    """
    if wording.messages is None and wording.broken is None:
        message = phrase("there is no catalogue of interface words for %(language)s", language=wording.language)
        yield Problem(wording.line(1), message, phrase("`make words` begins one; then translate what is empty in it"))


def broken_catalogue(wording: Wording) -> Iterator[Problem]:
    """A catalogue is not a gettext file.

    Often a quotation mark is missing, or git left a conflict. Nothing of the catalogue can be used, so nothing is built.

    Wrong:

        msgid "Sources"
        msgstr "来源

    Right:

        msgid "Sources"
        msgstr "来源"
    """
    if wording.broken:
        line, said = wording.broken
        advice = phrase("compare it with another message, or take the file from git again")
        yield Problem(wording.line(line), phrase("the catalogue cannot be read: %(reason)s", reason=said), advice)


def untranslated_words(wording: Wording) -> Iterator[Problem]:
    """Messages of the interface are not translated.

    Readers see them in English. What is new in the templates is taken into the catalogues by `make words`.

    Wrong:

        msgid "Sources"
        msgstr ""

    Right:

        msgid "Sources"
        msgstr "来源"
    """
    found = [(message, _same(wording, message)) for message in wording.wanted.values()]
    empty = [one for _, one in found if one and not any(one.said)]
    absent = [message for message, one in found if one is None]
    if not empty and not absent:
        return
    names = (*map(_with_line, empty), *map(named, absent))
    message = counted(
        "a message is not translated: %(messages)s",
        "%(n)s of %(all)s messages are not translated: %(messages)s",
        len(names),
        all=len(found),
        messages=listed(names, SHOWN),
    )
    advice = phrase("write the translation after `msgstr`") if empty else phrase("then translate them")
    if absent:
        take = counted(
            "run `make words`, which takes in %(n)s new", "run `make words`, which takes in %(n)s new", len(absent)
        )
        advice = also(take, advice)
    yield Problem(wording.place(empty[0]) if empty else wording.line(1), message, advice)


def fuzzy_words(wording: Wording) -> Iterator[Problem]:
    """A translation is marked fuzzy: a program guessed it from a similar message.

    Nobody has said that it is right, so readers see English.

    Wrong:

        #, fuzzy
        msgid "Sources"
        msgstr "来源文件"

    Right:

        msgid "Sources"
        msgstr "来源"
    """
    for found in wording.said():
        if found.fuzzy:
            message = phrase("the translation of %(message)s is marked fuzzy", message=named(found))
            yield Problem(wording.place(found), message, phrase("read it, mend it, then take the mark `fuzzy` away"))


def missing_plural_form(wording: Wording) -> Iterator[Problem]:
    """A message lacks one of the plural forms of its language.

    The numbers that take this form would be told in English.

    Wrong:

        msgid "%(n)s entry"
        msgid_plural "%(n)s entries"
        msgstr[0] "%(n)s fiche"
        msgstr[1] ""

    Right:

        msgid "%(n)s entry"
        msgid_plural "%(n)s entries"
        msgstr[0] "%(n)s fiche"
        msgstr[1] "%(n)s fiches"
    """
    for found in wording.said():
        for number, form in enumerate(found.said):
            if not form:
                yield Problem(
                    wording.place(found, number),
                    phrase(
                        "%(message)s lacks the plural form msgstr[%(form)s], as for %(number)s",
                        message=named(found),
                        form=number,
                        number=_for(wording.plurals, number),
                    ),
                    phrase("write it after `msgstr[%(form)s]`", form=number),
                )


def other_plural_forms(wording: Wording) -> Iterator[Problem]:
    """The head of a catalogue counts the plural forms otherwise than its language does.

    Numbers that the language tells apart would share a form, so that some of them read wrong on every page.

    Wrong:

        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"     (in Arabic)

    Right:

        "Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);\\n"
    """
    if not wording.own:
        return
    said, right = c2py(wording.plurals), c2py(wording.own.partition("plural=")[2].strip("; "))
    first: dict[int, int] = {}
    for number in range(COUNTED):
        other = first.setdefault(said(number), number)
        if right(other) != right(number):
            message = phrase(
                "here %(first)s and %(second)s take the same plural form, but not in %(language)s",
                first=other,
                second=number,
                language=wording.language,
            )
            yield Problem(
                wording.head(),
                message,
                phrase("write `Plural-Forms: %(forms)s` and all forms of each message", forms=wording.own),
            )
            return


def stale_template(template: Wording) -> Iterator[Problem]:
    """The template of the catalogues is not what the sources say.

    Catalogues are compared with it, so what is new in the sources would be missing in every language. Told by
    `make words-check`.

    Wrong:

        {{ _('Sources') }} in a page, and no such message in theme/locales/observatory.pot

    Right:

        make words
    """
    there = {(one.key, one.ids): named(one) for one in (template.messages or {}).values()}
    said = {(one.key, one.ids): named(one) for one in template.wanted.values()}
    lacking = tuple(said[key] for key in sorted(said.keys() - there.keys()))
    left = tuple(there[key] for key in sorted(there.keys() - said.keys()))
    if lacking:
        message = phrase("the template lacks: %(messages)s", messages=listed(lacking, 1))
        yield Problem(template.line(1), message, phrase("run `make words`"))
    if left:
        message = phrase("the template has too many: %(messages)s", messages=listed(left, 1))
        yield Problem(template.line(1), message, phrase("run `make words`"))


def _same(wording: Wording, wanted: Message) -> Message | None:
    """The message of the catalogue that a message of the template is; none where it has become plural, or ceased to be."""
    found = (wording.messages or {}).get(wanted.key)
    return found if found and len(found.ids) == len(wanted.ids) else None


def named(message: Message) -> Phrase:
    """A message as it is called in what is said of it."""
    return phrase("“%(words)s”", words=shortened(message.ids[0]))


def _with_line(message: Message) -> Phrase:
    return phrase("%(message)s (line %(line)s)", message=named(message), line=str(message.line))


def _for(plurals: str, form: int) -> str:
    """Some number that takes a plural form."""
    takes = c2py(plurals)
    return next((str(number) for number in range(COUNTED) if takes(number) == form), phrase("no small number"))
