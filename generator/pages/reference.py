"""The rules reference: everything that is checked, with the explanation that ``observatory explain`` gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from generator.catalogue import Catalogue
from generator.diagnostics import Rule, Severity
from generator.edition import Edition
from generator.labels import N_
from generator.page import Page, Sheet
from generator.refusals import REFUSALS
from generator.text import render, render_inline
from generator.words import MESSAGES

if TYPE_CHECKING:
    from generator.interpreter import Passage

FAMILIES = {
    "Y0": N_("Reading a file"),
    "P1": N_("Shape of a file"),
    "P2": N_("Wording"),
    "P3": N_("Provisions"),
    "P4": N_("References and sources"),
    "P5": N_("Dates"),
    "P6": N_("Identity and permanence"),
    "P7": N_("Entries without a State"),
    "P8": N_("Translations"),
    "P9": N_("Registry"),
    "C1": N_("Interface words"),
}


class PassageView(Struct, frozen=True, gc=False):
    """A passage of an explanation as HTML, and whether it is in another language than the page."""

    html: Markup
    is_foreign: bool


class RuleView(Struct, frozen=True, gc=False):
    """A rule: code, name, the fault in one line, whether it is an error, and its explanation, passage by passage."""

    code: str
    name: str
    title: PassageView
    is_error: bool
    explanation: tuple[PassageView, ...]


class Family(Struct, frozen=True, gc=False):
    """Rules on one subject."""

    id: str
    heading: str
    rules: tuple[RuleView, ...]


class Reference(Struct, frozen=True, gc=False):
    """All rules; ``language`` and ``direction`` are those of the passages that are not in the page's, and of examples.

    ``is_whole`` is whether every explanation is in the language of the page.
    """

    families: tuple[Family, ...]
    count: int
    language: str
    direction: str
    is_whole: bool


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page("rules/", "rules", "rules.html", draw)


def draw(edition: Edition) -> Sheet:
    """The rules in the order of their codes."""
    from generator.interpreter import explained  # which a build after a small change does without
    from generator.rules import RULES

    said = {rule: explained(rule, edition.words.checks) for rule in (*REFUSALS, *RULES)}
    families = tuple(
        Family(
            prefix.lower(),
            edition.words.say(heading),
            tuple(_view(rule, passages) for rule, passages in said.items() if rule.code.startswith(prefix)),
        )
        for prefix, heading in FAMILIES.items()
    )
    language = edition.languages[MESSAGES]
    is_whole = all(one.is_own or one.is_example for passages in said.values() for one in passages)
    view = Reference(families, len(said), language.code, language.direction, is_whole)
    return Sheet(edition.words.say("Rules"), edition.words.say("What is checked before an entry is published."), view)


def _view(rule: Rule, passages: Sequence[Passage]) -> RuleView:
    title, *rest = passages
    heading = PassageView(render_inline(title.text), not title.is_own)
    explanation = tuple(PassageView(render(one.text), not one.is_own) for one in rest)
    return RuleView(rule.code, rule.name, heading, rule.severity is Severity.ERROR, explanation)
