"""Rules for the registry: its lists hold together, and their ids can stand in addresses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import Mapping, Scalar, Sequence
from generator.phrase import Phrase, named, phrase
from generator.rules.identity import is_id
from generator.rules.nearest import meant
from generator.rules.subject import Subject
from generator.shapes import DOCUMENT

_NAMES = ("id", "code", "number", "ref")
_FORMS: dict[str, tuple[Callable[[str], object], Phrase]] = {
    "id": (is_id, phrase("write it in small letters, digits and hyphens, like `asset-declarations`")),
    "code": (
        re.compile(r"[A-Z]{3}|[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}").fullmatch,
        phrase("write it in three capital letters for a State, like `ITA`; small ones for a language, like `zh`"),
    ),
    "number": (re.compile(r"[1-9][0-9]{0,2}").fullmatch, phrase("write it in digits, like `5`")),
    "ref": (
        re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{1,3})?(\([a-z]{1,4}\)){0,2}").fullmatch,
        phrase("write it in article, paragraph, letter, like `6.1(a)`"),
    ),
}


def repeated_id(subject: Subject) -> Iterator[Problem]:
    """The same id, code or number stands twice in one list.

    Entries could mean either.

    Wrong:

        themes: [{id: strategies, …}, {id: strategies, …}]

    Right:

        themes: [{id: strategies, …}, {id: evaluation, …}]
    """
    for slot, _, node in subject.slots.lists:
        seen: set[str] = set()
        for scalar in _names(node):
            if scalar.value in seen:
                yield Problem(
                    scalar.span,
                    sentences.REPEATED.about(value=named(shortened(scalar.value, 40)), field=named(slot.name)),
                    phrase("keep one of the two"),
                )
            seen.add(scalar.value)


def unknown_group(subject: Subject) -> Iterator[Problem]:
    """A theme or State is put into a group that the file does not describe.

    The groups stand at the beginning of the same file.

    Wrong:

        group: politics          (where groups has only policy)

    Right:

        group: policy
    """
    root = subject.document.root
    groups = {scalar.value for scalar in _names(root.get("groups"))}
    for name in ("themes", "countries"):
        for item in _records(root.get(name)):
            group = item.get("group")
            if isinstance(group, Scalar) and group.value not in groups:
                message = phrase("there is no group `%(group)s` in this file", group=shortened(group.value, 40))
                yield Problem(group.span, message, meant(group.value, sorted(groups)))


def provision_of_another_article(subject: Subject) -> Iterator[Problem]:
    """A provision stands under an article whose number it does not begin with.

    Pages and folders are found by that number.

    Wrong:

        number: "5", with provisions: [{ref: "6.1(a)", …}]

    Right:

        number: "5", with provisions: [{ref: "5.1", …}]
    """
    for article in _records(subject.document.root.get("articles")):
        number = article.text("number")
        for provision in _records(article.get("provisions")):
            ref = provision.get("ref")
            if isinstance(ref, Scalar) and not ref.value.startswith((f"{number}.", f"{number}(")):
                yield Problem(
                    ref.span,
                    phrase(
                        "%(provision)s does not belong to article %(article)s",
                        provision=shortened(ref.value, 20),
                        article=number,
                    ),
                    phrase("move it, or mend it"),
                )


def sections_out_of_order(subject: Subject) -> Iterator[Problem]:
    """The sections of a document overlap, go backwards, or go beyond its last paragraph.

    A paragraph belongs to one section, and the outline follows the document.

    Wrong:

        sections: [{from: 6, until: 9, …}, {from: 8, until: 12, …}]

    Right:

        sections: [{from: 6, until: 7, …}, {from: 8, until: 12, …}]
    """
    root = subject.document.root
    before, last = 0, int(root.text("paragraphs") or 0)
    for section in _records(root.get("sections")):
        first, until = section.get("from"), section.get("until")
        if isinstance(first, Scalar) and isinstance(until, Scalar):
            if int(first.value) <= before:
                message = phrase(
                    "this section begins at %(first)s, the one before ends at %(before)s",
                    first=first.value,
                    before=before,
                )
                yield Problem(first.span, message, phrase("begin after %(before)s", before=before))
            if not int(first.value) <= int(until.value) <= last:
                message = phrase("this section cannot end at %(until)s", until=until.value)
                yield Problem(
                    until.span,
                    message,
                    phrase(
                        "write a number from %(first)s to %(last)s, the last paragraph", first=first.value, last=last
                    ),
                )
            before = int(until.value)


def malformed_registry_id(subject: Subject) -> Iterator[Problem]:
    """An id, code or reference of the registry that an address cannot be made of.

    Themes, States, provisions and documents have pages, whose addresses are made of these.

    Wrong:

        id: Asset Declarations

    Right:

        id: asset-declarations
    """
    for _, _, node in subject.slots.lists:
        for item in _records(node):
            for key, value in item.pairs:
                form = _FORMS.get(key.value)
                if form and isinstance(value, Scalar) and not form[0](value.value):
                    message = phrase(
                        "`%(value)s` is no %(field)s that an address can be made of",
                        value=shortened(value.value, 40),
                        field=key.value,
                    )
                    yield Problem(value.span, message, form[1])
    if subject.record is DOCUMENT and not is_id(subject.id):
        message = phrase("`%(id)s` is no name that an address can be made of", id=shortened(subject.id))
        yield Problem(
            subject.name(),
            message,
            phrase("name the file in small letters, digits and hyphens, like `asset-declarations`"),
        )


def no_published_language(subject: Subject) -> Iterator[Problem]:
    """No language of the observatory is published.

    The site has a tree of pages for each published language, and would have none.

    Wrong:

        languages: [{code: en, published: false, …}]

    Right:

        languages: [{code: en, published: true, …}]
    """
    languages = list(_records(subject.document.root.get("languages")))
    key = subject.document.root.key("languages")
    if key and languages and not any(language.text("published") == "true" for language in languages):
        yield Problem(key.span, phrase("no language is published"), phrase("write `published: true` for one of them"))


def _records(node: object) -> Iterator[Mapping]:
    if isinstance(node, Sequence):
        yield from (item for item in node.items if isinstance(item, Mapping))


def _names(node: object) -> Iterator[Scalar]:
    """What tells the items of a list apart: their ids, codes, numbers or references."""
    for item in _records(node):
        named = next((item.get(name) for name in _NAMES if item.get(name) is not None), None)
        if isinstance(named, Scalar):
            yield named
