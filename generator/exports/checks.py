"""What the form checks answers by: the rules that a browser can follow, in the words of a language.

The form itself is drawn by ``pages.form``, and the file is ``exports.form``. The checks are those of ``rules``, done again by
``assets/form/check.js``, which says the ``sentences`` of the rules as they are said to who answers questions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator import characters, scribe, sentences
from generator.edition import Edition
from generator.expressions import in_javascript
from generator.fields import PRACTICE, TRANSLATION
from generator.kinds import Field, ListOf, Record, item_of
from generator.phrase import BETWEEN, Known, Sentence, as_asked
from generator.questionnaire import BY_PATH
from generator.refusals import REFUSALS
from generator.rules import RULES, addresses, dates, identity, wording

WIDTH = 100
"""Where the form breaks a text: as most entries are broken, so that one taken up again differs little. `format` leaves it so."""
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")
_FROM_A_LIST = "is chosen from a list, which offers nothing else"
_NO_ANSWER = "cannot be the answer to a question of the form"
_WRITTEN = "is written by the form itself"
_MARKDOWN = "needs a parser of Markdown, which no page loads"
_OTHERS = "takes the other entries, which no page has all of"
_FILE = "is a fault of a file, not of what stands in it"
LEFT_TO_THE_COMMAND: Mapping[str, str] = {
    **{f"Y{number:03}": _FILE for number in range(1, 24) if number != 8},
    **dict.fromkeys(("P101", "P103", "P104", "P110", "P111", "P113"), _NO_ANSWER),
    **dict.fromkeys(("P107", "P301", "P302", "P303", "P304", "P401", "P402", "P403", "P404", "P407"), _FROM_A_LIST),
    **dict.fromkeys(("P112", "P114", "P802", "P803", "P804", "P809"), _WRITTEN),
    **dict.fromkeys(("P201", "P203", "P204", "P205", "P206", "P210", "P211", "P212"), _MARKDOWN),
    **dict.fromkeys(("P408", "P413", "P414", "P415", "P605", "P608", "P609", "P612"), _OTHERS),
    **dict.fromkeys(("P606", "P607", "P610", "P611"), "is about what maintainers and commands write"),
    **dict.fromkeys(("P806", "P801"), "compares files that stand beside each other"),
    **dict.fromkeys(("P807", "P808"), "takes the glossaries, which no page loads"),
}
"""The codes of entries and translations that no browser checks, and why."""


def rules(edition: Edition) -> dict[str, Any]:
    """What the scripts know: fields, vocabularies, expressions, and what they say."""
    registry = edition.catalogue.registry
    return {
        "language": edition.language,
        "says": _says(edition),
        "codes": {rule.code: rule.severity for rule in (*REFUSALS, *RULES)},
        "fields": [_field(field) for field in PRACTICE.fields],
        "translation": [_field(field) for field in TRANSLATION.fields],
        "patterns": _PATTERNS,
        "layout": {
            "width": WIDTH,
            "limit": scribe.LIMIT,
            "inBraces": scribe.IN_BRACES,
            "statement": scribe.STATEMENT,
        },
        "placeholders": sorted(wording.PLACEHOLDERS),
        "addressLimit": addresses.ADDRESS_LIMIT,
        "earliest": dates.EARLIEST,
        "idLimit": identity.ID_LIMIT,
        "idLength": identity.ID_SUGGESTED,
        "languages": {one.code: {"name": one.name, "direction": one.direction} for one in edition.languages.values()},
        "countries": {one.code: {"names": one.names, "also": one.also} for one in registry.countries.values()},
        "organizations": [one.code for one in registry.countries.values() if one.kind == "organization"],
        "folders": {one.ref: registry.article[one.article].folder for one in registry.provisions.values()},
        "documents": {one.id: one.paragraphs for one in registry.documents.values()},
        "titles": {path: edition.words.say(question.title) for path, question in BY_PATH.items()},
        "labels": {
            "themes": {one.id: edition.text(one.labels).value for one in registry.themes.values()},
            "measures": {one.id: edition.text(one.labels).value for one in registry.measures.values()},
            "sources.document": {
                one.id: one.symbol or edition.text(one.titles).value for one in registry.documents.values()
            },
        },
    }


def _says(edition: Edition) -> Mapping[str, str | Mapping[str, str]]:
    """The sentences by their names; those that go with a number in each plural form, by the name of the form."""
    words = edition.words.checks
    said: dict[str, str | Mapping[str, str]] = {"between": words.tell(BETWEEN)}
    for name, one in sentences.EVERY.items():
        if one.plural:
            said[name] = words.forms(one.template, one.plural)
        else:
            said[name] = _with_names(words.say(one.asked or one.template), one, edition)
    return said


def _with_names(template: str, one: Sentence, edition: Edition) -> str:
    """A template with the names that it always has, such as titles of questions; the other places are filled by the scripts."""

    def called(known: Known) -> str:
        question = BY_PATH[known.field or known]
        return edition.words.say(question.labels[known] if known.field else question.title)

    names = {name: edition.words.checks.tell(as_asked(value, called)) for name, value in one.known.items()}
    return _PLACEHOLDER.sub(lambda found: names.get(found[1], found[0]), template)


def _field(field: Field) -> dict[str, Any]:
    """A field as the scripts know it: ``most`` items of a list, ``limit`` characters, ``parts`` of a record."""
    kind = item_of(field.kind)
    described = {
        "name": field.name,
        "kind": type(kind).__name__,
        "required": field.required,
        "translated": field.translated,
        "limit": getattr(kind, "limit", 0),
        "most": field.kind.limit if isinstance(field.kind, ListOf) else 0,
        "parts": [_field(part) for part in kind.fields] if isinstance(kind, Record) else (),
    }
    return {name: value for name, value in described.items() if value}


_PATTERNS = {
    "address": in_javascript(addresses.ADDRESS, whole=True),
    "unseen": in_javascript(characters.UNSEEN),
    "tag": in_javascript(wording.TAG, every=True),
    "mail": in_javascript(wording.MAIL, every=True),
    "telephone": in_javascript(wording.TELEPHONE, every=True),
    "mixed": in_javascript(characters.MIXED_WORD),
    "foreign": in_javascript(characters.FOREIGN_WORD),
    "other": in_javascript(characters.OTHER_CYRILLIC_OR_GREEK),
    "latin": in_javascript(characters.LATIN_WORD),
    "plain": in_javascript(scribe.PLAIN, whole=True),
    "plainInBrackets": in_javascript(scribe.PLAIN_IN_BRACKETS, whole=True),
    "noText": in_javascript(scribe.NO_TEXT, whole=True),
}
