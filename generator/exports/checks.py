"""What the form checks answers by: ``contribute/form/checks.json``, the rules that a browser can follow, in the words of a language.

The form itself is drawn by ``pages.form``; the checks are those of ``rules``, done again by ``assets/form/check.js``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from generator import characters
from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.examples import suited
from generator.exports.artifact import Artifact
from generator.expressions import in_javascript
from generator.fields import PRACTICE, TRANSLATION
from generator.kinds import Field, ListOf, Record, item_of
from generator.refusals import REFUSALS
from generator.rules import RULES, addresses, dates, identity, wording
from generator.rules.shape import line
from generator.templates import Templates

PATH = "contribute/form/checks.json"
SAID = {
    "item": "an item of `%(field)s`",
    "between": ", ",
    "or": "%(first)s or %(second)s",
    "near": "did you mean `%(near)s`?",
    "add_line": "add a line like `%(line)s`",
    "missing": "the field `%(field)s` is missing",
    "missing_in": "the field `%(field)s` is missing in `%(group)s`",
    "keep_best": "keep those that fit best",
    "repeated": "`%(value)s` stands twice in `%(field)s`",
    "take_one": "take one of them away",
    "no_address": "`%(value)s` is no address of a web page",
    "address_spaces": "take the spaces out, or write each as %20",
    "address_copy": "copy it from the address bar of a browser, like https://www.example.org/plan",
    "address_pages": "only pages that begin with https:// or http:// can be linked",
    "address_begin": "begin it with https://, like `https://%(address)s`",
    "unseen": "the character %(code)s cannot be seen by a reader of this file",
    "delete": "delete it; typing the words anew removes it",
    "html": "%(field)s is plain text, and holds HTML: %(words)s",
    "take_tag": "take the tag away",
    "markdown": "%(field)s is plain text, and holds Markdown",
    "take_marks": "take the marks away; links belong in `links`",
    "contact": "%(field)s seems to hold somebody's contact: %(words)s",
    "leave_out_contact": "leave it out; an institution's own page can stand under `links`",
    "placeholder": "%(field)s only holds a place: %(words)s",
    "write_or_leave": "write it, or leave the field out until it is known",
    "mixed": "`%(word)s` in %(field)s has letters that only look Latin",
    "type_anew": "type the word anew on a keyboard of its language",
    "state_named": "an anonymous entry names a State: %(name)s",
    "leave_out_state": "leave the name out, unless the source itself joins it with this practice",
    "belongs_in": "the first provision, %(provision)s, belongs in the folder %(folder)s",
    "move_file": "move the file, with its translations, to practices/%(folder)s/",
    "move_or_put_first": (
        "move the file, with its translations, to practices/%(folder)s/; or put a provision of article %(article)s first"
    ),
    "no_paragraph": "the document %(document)s has no paragraph %(paragraph)s",
    "paragraphs_are": "its paragraphs are 1 to %(last)s",
    "no_number": "`%(value)s` is no number of a paragraph",
    "write_each": "write each of them: %(paragraphs)s",
    "number_alone": "write the number alone, 1 to %(last)s; several as items of the list",
    "paragraphs_missing": "the paragraphs of the document are not given",
    "add_numbers": 'add the numbers, like `paragraphs: ["20"]`',
    "no_origin": "this source has neither document nor title",
    "add_origin": "add `document:` with an id from registry/documents/, or `title:` with its title",
    "of_no_document": "these paragraphs belong to no document",
    "name_document": "name the document; for a source with a title of its own, put the place into `note:`",
    "page_without": "this web page has no `%(field)s`",
    "itself": "this is the entry itself",
    "name_another": "name another entry, or take it away",
    "no_date": "`%(value)s` is no date that `%(field)s` can hold",
    "write_date": "write the year, the month after it, or the day after that: 2013, 2013-05, 2013-05-21",
    "not_in_calendar": "there is no %(date)s in the calendar",
    "look_at_month": "look at month and day again",
    "future": "%(date)s is in the future",
    "write_day": "write the day it happened",
    "write_planned": "write `status: planned`, or leave the date out until it has come",
    "ends_before": "it ends in %(until)s, before it begins in %(since)s",
    "exchange": "exchange the two",
    "unlikely_year": "%(year)s is an unlikely year",
    "look_at_figures": "look at its figures again",
    "no_id": "`%(id)s` is no name that an address can be made of",
    "call_file": "call the file `%(near)s.yml`",
    "use_letters": (
        "use small letters a to z, digits and single hyphens, at most %(limit)s; no name of a device, like `con`"
    ),
    "id_begins": "the name of the file, %(id)s, does not begin with %(begin)s",
    "rename": "rename the file, or mend the countries",
    "id_of_state": "the name of the file begins with `%(first)s`, the code of a State (%(name)s)",
    "name_after": "name the file after what the practice is",
    "exclude": "`countries` and `anonymous` exclude each other",
    "keep_one": "keep `countries` where the source names the State, and `anonymous` where it does not",
    "neither": "neither `countries` nor `anonymous` is there",
    "add_either": "add a line like `countries: [ITA]`; where the source names nobody, `anonymous: one State`",
    "no_results": "there is evidence, but no results",
    "add_results": "add `results`, or leave `evidence` out",
    "no_text": "no text is translated in this file",
    "write_text": "write the title at least, or delete the file",
    "other_length": "`%(field)s` has %(here)s here and %(there)s in the original",
    "same_length": "translate the items one for one, in their order",
}
"""What the checks of the form say, by the names that its scripts know; each is a sentence of a rule."""

COUNTED = {
    "too_long": (
        "%(field)s has %(n)s character; at most %(limit)s are allowed",
        "%(field)s has %(n)s characters; at most %(limit)s are allowed",
    ),
    "shorten": ("shorten it by %(n)s", "shorten it by %(n)s"),
    "too_many": (
        "`%(field)s` has %(n)s item; at most %(limit)s are allowed",
        "`%(field)s` has %(n)s items; at most %(limit)s are allowed",
    ),
}
"""The same for what goes with a number."""

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
    **dict.fromkeys(("P408", "P413", "P414", "P415", "P604", "P605", "P608", "P609", "P612"), _OTHERS),
    **dict.fromkeys(("P606", "P607", "P610", "P611"), "is about what maintainers and commands write"),
    **dict.fromkeys(("P806", "P801"), "compares files that stand beside each other"),
    **dict.fromkeys(("P807", "P808"), "takes the glossaries, which no page loads"),
}
"""The codes of entries and translations that no browser checks, and why."""


def artifacts(catalogue: Catalogue) -> Iterator[Artifact]:
    """The one file."""
    yield Artifact(PATH, draw)


def draw(edition: Edition, _: Templates) -> bytes:
    """The file in one language."""
    return msgspec.json.encode(rules(edition))


def rules(edition: Edition) -> dict[str, Any]:
    """What the scripts know: fields, vocabularies, expressions, and what they say."""
    registry = edition.catalogue.registry
    return {
        "language": edition.language,
        "says": _says(edition),
        "codes": {rule.code: rule.severity for rule in (*REFUSALS, *RULES)},
        "fields": [_field(field) for field in suited(PRACTICE, registry).fields],
        "translation": [_field(field) for field in TRANSLATION.fields],
        "patterns": _PATTERNS,
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
    }


def _says(edition: Edition) -> Mapping[str, str | Mapping[str, str]]:
    words = edition.words.checks
    return {name: words.say(said) for name, said in SAID.items()} | {
        name: words.forms(*forms) for name, forms in COUNTED.items()
    }


def _field(field: Field) -> dict[str, Any]:
    """A field as the scripts know it: ``most`` items of a list, ``limit`` characters, ``line`` as an example, ``parts`` of a record."""
    kind = item_of(field.kind)
    described = {
        "name": field.name,
        "kind": type(kind).__name__,
        "required": field.required,
        "translated": field.translated,
        "line": line(field),
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
}
