"""What interface words and hand-written pages must satisfy."""

from generator.diagnostics import Rule, Severity
from generator.rules import (
    interface,
    manuscripts,
    placeholders,
    references,
    unwritten,
)
from generator.rules.of_entries import SHAPE

E, W = Severity.ERROR, Severity.WARNING

INTERFACE = (
    Rule("C101", W, interface.missing_catalogue),
    Rule("C102", E, interface.broken_catalogue),
    Rule("C103", W, interface.untranslated_words, interface.is_read),
    Rule("C104", W, interface.fuzzy_words, interface.is_read),
    Rule("C105", W, interface.missing_plural_form, interface.is_read),
    Rule("C106", E, placeholders.lost_placeholder, interface.is_read),
    Rule("C107", E, placeholders.made_up_placeholder, interface.is_read),
    Rule("C108", E, placeholders.unfillable_words, interface.is_read),
    Rule("C109", W, interface.other_plural_forms, interface.is_read),
)
"""Rules for the catalogue of interface words of each published language."""

BREAKING = tuple(rule for rule in INTERFACE if rule.severity is E)
"""Those of them that a build needs: pages could not be made of what they find, or would lose what is filled in."""

TEMPLATE = (Rule("C110", E, interface.stale_template, interface.is_read),)
"""Rules for the template of the catalogues, beside the sources."""

PAGE = (Rule("C111", W, unwritten.unwritten_page),)
"""Rules for a hand-written page that a language lacks."""

MANUSCRIPT = (
    Rule("C112", E, manuscripts.unread_front_matter),
    Rule("C113", E, manuscripts.lost_first_line),
    Rule("C114", E, manuscripts.same_address),
)
"""Rules for the file of a hand-written page."""

TAKEN = (Rule("C115", E, manuscripts.taken_address),)
"""Rules for the file of one whose address is that of a page which is drawn."""

FRONT_MATTER = (*SHAPE, Rule("P407", E, references.unknown_language, references.are_unknown))
"""Rules for what stands before its text."""
