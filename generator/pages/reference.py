"""The rules reference: everything that is checked, with the explanation that ``observatory explain`` gives."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from generator.catalogue import Catalogue
from generator.diagnostics import Rule, Severity
from generator.edition import Edition
from generator.labels import N_
from generator.page import Page, Sheet
from generator.refusals import REFUSALS
from generator.rules import RULES
from generator.text import render, render_inline

EXPLAINED_IN = "en"
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


class RuleView(Struct, frozen=True, gc=False):
    """A rule: code, name, the fault in one line, whether it is an error, and its explanation as HTML."""

    code: str
    name: str
    title: Markup
    is_error: bool
    explanation: Markup


class Family(Struct, frozen=True, gc=False):
    """Rules on one subject."""

    id: str
    heading: str
    rules: tuple[RuleView, ...]


class Reference(Struct, frozen=True, gc=False):
    """All rules; ``language`` and ``direction`` are those of the explanations, ``foreign`` where they differ from the page's."""

    families: tuple[Family, ...]
    count: int
    language: str
    direction: str
    foreign: bool


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page("rules/", "rules", "rules.html", draw)


def draw(edition: Edition) -> Sheet:
    """The rules in the order of their codes."""
    every = (*REFUSALS, *RULES)
    families = tuple(
        Family(
            prefix.lower(),
            edition.words.say(heading),
            tuple(_rule(rule) for rule in every if rule.code.startswith(prefix)),
        )
        for prefix, heading in FAMILIES.items()
    )
    language = edition.languages[EXPLAINED_IN]
    view = Reference(families, len(every), language.code, language.direction, language.code != edition.language)
    return Sheet(edition.words.say("Rules"), edition.words.say("What is checked before an entry is published."), view)


def _rule(rule: Rule) -> RuleView:
    title, _, rest = rule.explanation.partition("\n")
    return RuleView(rule.code, rule.name, render_inline(title), rule.severity is Severity.ERROR, render(rest.strip()))
