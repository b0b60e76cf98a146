"""Rules for the interface words: each language says every message, and keeps what is filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from gettext import c2py

from babel.messages.catalog import PYTHON_FORMAT, Catalog, Message

from generator.catalogues import Wording, forms
from generator.diagnostics import Problem, shortened

SHOWN = 3
"""So many messages are named where many are not translated."""

COUNTED = 201
"""The numbers below this show which of them a language puts into one plural form."""


def is_read(wording: Wording) -> bool:
    """Whether there is a catalogue that could be read."""
    return wording.catalogue is not None


def missing_catalogue(wording: Wording) -> Iterator[Problem]:
    """A published language has no catalogue of interface words.

    Its pages would speak English wherever the words are not from an entry or the registry.

    Wrong:

        theme/locales/pt/LC_MESSAGES/observatory.po is not there, and the language pt is published

    Right:

        make words, then the words in theme/locales/pt/LC_MESSAGES/observatory.po
    """
    if wording.catalogue is None and wording.broken is None:
        message = f"there is no catalogue of interface words for {wording.language}"
        yield Problem(wording.line(1), message, "`make words` begins one; then translate what is empty in it")


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
        advice = "compare it with another message, or take the file from git again"
        yield Problem(wording.line(line), f"the catalogue cannot be read: {shortened(said)}", advice)


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
    wanted = [message for message in wording.wanted or () if message.id]
    empty = [found for found in (_same(wording, message) for message in wanted) if found and not any(forms(found.string))]
    absent = [message for message in wanted if _same(wording, message) is None]
    if not empty and not absent:
        return
    named = [f"{_named(found)} (line {found.lineno})" for found in empty] + [_named(message) for message in absent]
    more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
    of = f"{len(named)} of {len(wanted)} messages are" if len(named) > 1 else "a message is"
    span = wording.place(empty[0]) if empty else wording.line(1)
    take = f"run `make words`, which takes in {len(absent)} new" if absent else ""
    advice = "; ".join(filter(None, (take, "write the translation after `msgstr`" if empty else "then translate them")))
    yield Problem(span, f"{of} not translated: {', '.join(named[:SHOWN])}{more}", advice)


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
    for found in wording.translated():
        if found.fuzzy:
            message = f"the translation of {_named(found)} is marked fuzzy"
            yield Problem(wording.place(found), message, "read it, mend it, then take the mark `fuzzy` away")


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
    for found in wording.translated():
        for number, form in enumerate(forms(found.string)):
            if not form:
                yield Problem(
                    wording.place(found, number),
                    f"{_named(found)} lacks the plural form msgstr[{number}], as for {_for(wording.catalogue, number)}",
                    f"write it after `msgstr[{number}]`",
                )


def lost_placeholder(wording: Wording) -> Iterator[Problem]:
    """A translation has lost a placeholder of its original.

    The number, name or link that is put there would be lost on every page that says it. Every plural form needs all of
    them, since the one for 1 may stand for 21 as well.

    Wrong:

        msgid "of %(count)s"
        msgstr "共"

    Right:

        msgid "of %(count)s"
        msgstr "共%(count)s"
    """
    for found, number, form, needed in _filled(wording):
        lost = sorted(needed - _placeholders(form))
        if lost:
            yield Problem(
                wording.place(found, number), f"{_named(found)} has lost {', '.join(lost)}", f"put {lost[0]} where it belongs"
            )


def made_up_placeholder(wording: Wording) -> Iterator[Problem]:
    """A translation has a placeholder that its original has not.

    Nothing could be put there, so no page that says it could be made. Most often a name was translated or misspelt.

    Wrong:

        msgid "of %(count)s"
        msgstr "sur %(compte)s, %(count)s"

    Right:

        msgid "of %(count)s"
        msgstr "sur %(count)s"
    """
    for found, number, form, needed in _filled(wording):
        for name in sorted(_placeholders(form) - needed):
            message = f"{_named(found)} has no placeholder {shortened(name, 30)}"
            advice = f"its own are {', '.join(sorted(needed))}; they stay as they are" if needed else "it has none"
            yield Problem(wording.place(found, number, name), message, advice)


def unfillable_words(wording: Wording) -> Iterator[Problem]:
    """A per cent sign stands beside placeholders and is none.

    It would be taken for the beginning of one, and no page that says the message could be made.

    Wrong:

        msgid "%(share)s per cent"
        msgstr "%(share)s %"

    Right:

        msgid "%(share)s per cent"
        msgstr "%(share)s %%"
    """
    for found, number, form, needed in _filled(wording):
        bare = [one.group() for one in PYTHON_FORMAT.finditer(form) if not one[1] and one.group() != "%%"]
        if needed and (bare or not _is_fillable(form)):
            message = f"{_named(found)} has a per cent sign that is taken for the beginning of a placeholder"
            yield Problem(wording.place(found, number, bare[0] if bare else "%"), message, "write a per cent sign as %%")


def other_plural_forms(wording: Wording) -> Iterator[Problem]:
    """The head of a catalogue counts the plural forms otherwise than its language does.

    Numbers that the language tells apart would share a form, so that some of them read wrong on every page.

    Wrong:

        "Plural-Forms: nplurals=2; plural=(n != 1);\\n"     (in Arabic)

    Right:

        "Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=0 && n%100<=2 ? 4 : 5);\\n"
    """
    own = Catalog(locale=wording.language)
    catalogue = wording.catalogue
    if catalogue is None or own.locale is None:
        return
    said, right = c2py(catalogue.plural_expr), c2py(own.plural_expr)
    first: dict[int, int] = {}
    for number in range(COUNTED):
        other = first.setdefault(said(number), number)
        if right(other) != right(number):
            message = f"here {other} and {number} take the same plural form, but not in {wording.language}"
            yield Problem(wording.head("Plural-Forms"), message, f"write `Plural-Forms: {own.plural_forms};` and all forms of each message")
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
    there = {forms(message.id) for message in template.catalogue or () if message.id}
    said = {forms(message.id) for message in template.wanted or () if message.id}
    for ids, fault in ((said - there, "lacks"), (there - said, "has too many")):
        if ids:
            more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
            message = f"the template {fault}: “{shortened(min(ids)[0])}”{more}"
            yield Problem(template.line(1), message, "run `make words`")


def _same(wording: Wording, wanted: Message) -> Message | None:
    """The message of the catalogue that a message of the template is; none where it has become plural, or ceased to be."""
    found = wording.catalogue.get(wanted.id) if wording.catalogue else None
    return found if found and found.pluralizable == wanted.pluralizable else None


def _filled(wording: Wording) -> Iterator[tuple[Message, int, str, set[str]]]:
    """Every form that is said: its message, its number, the form, and the placeholders it needs."""
    for found in wording.translated():
        needed = {name for form in forms(found.id) for name in _placeholders(form)}
        for number, form in enumerate(forms(found.string)):
            if form:
                yield found, number, form, needed


def _placeholders(text: str) -> set[str]:
    return {found.group() for found in PYTHON_FORMAT.finditer(text) if found.group(1)}


def _is_fillable(form: str) -> bool:
    try:
        return bool(form % {name: "" for name, _, _ in PYTHON_FORMAT.findall(form)})
    except (TypeError, ValueError):
        return False


def _named(message: Message) -> str:
    return f"“{shortened(forms(message.id)[0])}”"


def _for(catalogue: Catalog | None, form: int) -> str:
    """Some number that takes a plural form."""
    takes: Callable[[int], int] = c2py(catalogue.plural_expr if catalogue else "0")
    return next((str(number) for number in range(COUNTED) if takes(number) == form), "no small number")
