"""Why an export or an import is refused, each fault explained."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.diagnostics import Diagnostic, Problem, Rule, Severity, shortened
from generator.phrase import Phrase, phrase
from generator.source import Span


def not_of_an_export(span: Span, why: Phrase) -> Problem:
    """A file stands in the folder that no export of this observatory has put there.

    An import takes what an export has written and translators have filled in, and nothing else: texts from elsewhere have no
    original to be compared with.

    Wrong:

        translations/notes.yml

    Right:

        translations/en/ita-plans/fr.yml, beside exported.json
    """
    return Problem(
        span, why, phrase("take it out of the folder; `observatory translate export` writes what belongs there")
    )


def gone_entry(span: Span, why: Phrase, advice: Phrase) -> Problem:
    """The entry that a translation was exported for is there no more under this id, or is written in another language now.

    Wrong:

        translations/en/ita-plans/, after `observatory rename ita-plans ita-cascade-plans`

    Right:

        translations/en/ita-cascade-plans/, exported anew
    """
    return Problem(span, why, advice)


def newer_text(span: Span, name: str, path: str) -> Problem:
    """A text was changed in the folder, and since the export in the observatory as well.

    One of the two would be lost.

    Wrong:

        title: Plans en cascade         (exported as “Plans triennaux”, and “Plans de trois ans” in the observatory by now)

    Right:

        title: Plans en cascade
        translation: {status: draft}    (which says that this file is to be taken all the same)
    """
    advice = phrase(
        "write one text into both files; or add `translation: {status: draft}` to this one, and its texts are taken"
    )
    return Problem(
        span,
        phrase(
            "`%(name)s` has changed here, and since the export in %(path)s as well",
            name=name,
            path=shortened(path, 100),
        ),
        advice,
    )


def reviewed_text(span: Span, name: str, status: str) -> Problem:
    """A translation that would be changed has been reviewed, or is official.

    Somebody has compared it with the original. Whoever changes it says what the translation is then.

    Wrong:

        title: Plans en cascade         (where the translation in the observatory is `reviewed`)

    Right:

        title: Plans en cascade
        translation: {status: reviewed}
    """
    advice = phrase("add `translation: {status: …}` to this file, with what the translation is once this text is in it")
    return Problem(
        span, phrase("`%(field)s` would change a translation that is %(status)s", field=name, status=status), advice
    )


def not_imported(span: Span, names: tuple[str, ...]) -> Problem:
    """An export would overwrite texts that were translated in the folder and are not in the observatory yet.

    Wrong:

        observatory translate export translations

    Right:

        observatory translate import translations
        observatory translate export translations
    """
    return Problem(
        span,
        phrase("%(texts)s would be lost: changed here, and not imported yet", texts=names),
        phrase("run `observatory translate import` first"),
    )


RULES = tuple(
    Rule(code, Severity.ERROR, fault)
    for code, fault in (
        ("T101", not_of_an_export),
        ("T102", gone_entry),
        ("T103", newer_text),
        ("T104", reviewed_text),
        ("T105", not_imported),
    )
)

_CODES = {rule.find: rule.code for rule in RULES}


def fault(what: Callable[..., Problem], span: Span, *about: Any) -> Diagnostic:
    """The diagnostic of a fault, with whatever else its function asks for."""
    return Diagnostic(_CODES[what], Severity.ERROR, what(span, *about))
