"""What the files of the registry must satisfy."""

from generator.diagnostics import Rule, Severity
from generator.rules import (
    contacts,
    glossaries,
    labels,
    vocabulary,
)
from generator.rules.of_entries import DATES, REFERENCES, SHAPE, WORDING

E, W = Severity.ERROR, Severity.WARNING

REGISTRY_FILE = (
    *SHAPE,
    *WORDING,
    *DATES,
    Rule("P901", E, vocabulary.repeated_id),
    Rule("P905", E, vocabulary.malformed_registry_id),
    Rule("P907", W, contacts.expired_contact),
    Rule("P909", E, contacts.malformed_mailbox),
    Rule("P922", E, glossaries.form_of_nothing, glossaries.is_glossary),
    Rule("P923", E, glossaries.use_that_is_avoided, glossaries.is_glossary),
)
"""Rules for a file of the registry by itself."""

REGISTRY = (
    *REFERENCES,
    Rule("P902", E, vocabulary.unknown_group),
    Rule("P903", E, vocabulary.provision_of_another_article),
    Rule("P904", E, vocabulary.sections_out_of_order),
    Rule("P906", E, vocabulary.no_published_language),
    Rule("P908", W, labels.unlabelled_language),
    Rule("P920", E, glossaries.unknown_glossary_language, glossaries.is_glossary),
    Rule("P921", E, glossaries.unknown_term, glossaries.is_glossary),
)
"""Rules for the registry's files once each is sound by itself, and all of it is known."""
