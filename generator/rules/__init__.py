"""What entries, translations, the registry, interface words and hand-written pages must satisfy: all rules, by code.

A new rule is a generator in one of these files, and a line in the list of what it is for: ``of_entries``, ``of_registry`` or
``of_pages``, each in the order of its codes. What follows it in some lines is the quick question that spares a sound entry the
rule; rules with the same question stand side by side, so that it is asked once.
"""

from generator.diagnostics import Rule
from generator.rules.of_entries import ENTRY, LEDGER, SEVERAL_ENTRIES, TRANSLATION
from generator.rules.of_pages import BREAKING, FRONT_MATTER, INTERFACE, MANUSCRIPT, PAGE, TAKEN, TEMPLATE
from generator.rules.of_registry import REGISTRY, REGISTRY_FILE
from generator.rules.subject import Subject

RULES = tuple(
    sorted(
        {
            rule.code: rule
            for rules in (
                ENTRY,
                TRANSLATION,
                SEVERAL_ENTRIES,
                LEDGER,
                REGISTRY_FILE,
                REGISTRY,
                INTERFACE,
                TEMPLATE,
                PAGE,
                MANUSCRIPT,
                TAKEN,
            )
            for rule in rules
        }.values(),
        key=lambda rule: rule.code,
    )
)
"""Every rule once, by code."""

__all__ = [
    "BREAKING",
    "ENTRY",
    "FRONT_MATTER",
    "INTERFACE",
    "LEDGER",
    "MANUSCRIPT",
    "PAGE",
    "REGISTRY",
    "REGISTRY_FILE",
    "RULES",
    "SEVERAL_ENTRIES",
    "TAKEN",
    "TEMPLATE",
    "TRANSLATION",
    "Rule",
    "Subject",
]
