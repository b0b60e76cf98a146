"""What entries, translations and the ledger of published ids must satisfy."""

from generator.diagnostics import Rule, Severity
from generator.rules import (
    addresses,
    aliases,
    anonymity,
    dates,
    identity,
    markdown,
    permanence,
    provisions,
    references,
    several,
    shape,
    sources,
    terms,
    translations,
    values,
    withdrawal,
    wording,
)

E, W = Severity.ERROR, Severity.WARNING

SHAPE = (
    Rule("P101", E, shape.unknown_field, shape.is_amiss),
    Rule("P102", E, shape.missing_field, shape.is_amiss),
    Rule("P103", E, shape.mistyped, shape.is_amiss),
    Rule("P104", E, shape.empty_value, shape.is_amiss),
    Rule("P105", E, values.too_long),
    Rule("P106", E, values.too_many),
    Rule("P107", E, values.unknown_choice),
    Rule("P108", E, values.repeated_item),
    Rule("P109", E, addresses.malformed_address),
    Rule("P110", E, values.malformed_number_or_flag),
    Rule("P111", E, values.line_break),
    Rule("P112", E, values.lost_to_comment),
    Rule("P113", E, shape.missing_language),
    Rule("P114", E, values.malformed_hash),
)

WORDING = (
    Rule("P201", E, markdown.raw_html, markdown.is_lossy),
    Rule("P202", E, wording.html_in_plain_text),
    Rule("P203", E, markdown.image, markdown.is_lossy),
    Rule("P204", E, markdown.unsafe_link, markdown.is_lossy),
    Rule("P205", E, markdown.heading_jump, markdown.is_lossy),
    Rule("P206", E, markdown.empty_link, markdown.is_lossy),
    Rule("P207", W, wording.markdown_in_plain_text),
    Rule("P208", W, wording.personal_contact),
    Rule("P209", W, wording.placeholder),
    Rule("P210", E, markdown.unshown_words, markdown.is_lossy),
    Rule("P211", E, markdown.unseen_entity, markdown.is_lossy),
    Rule("P212", E, markdown.large_table, markdown.is_lossy),
    Rule("P213", W, wording.mixed_scripts),
)

REFERENCES = (
    Rule("P301", E, provisions.malformed_provision, provisions.are_unknown),
    Rule("P302", E, provisions.article_without_provision, provisions.are_unknown),
    Rule("P303", E, provisions.uncovered_article, provisions.are_unknown),
    Rule("P304", E, provisions.unknown_provision, provisions.are_unknown),
    Rule("P401", E, references.unknown_country, references.are_unknown),
    Rule("P402", E, references.unknown_theme, references.are_unknown),
    Rule("P403", E, references.unknown_measure, references.are_unknown),
    Rule("P404", E, references.unknown_document, references.are_unknown),
    Rule("P407", E, references.unknown_language, references.are_unknown),
    Rule("P405", E, sources.unknown_paragraph),
)

SOURCES = (
    Rule("P406", E, sources.document_without_paragraph, sources.are_incomplete),
    Rule("P409", E, sources.source_without_origin, sources.are_incomplete),
    Rule("P410", E, sources.paragraphs_without_document, sources.are_incomplete),
    Rule("P411", E, sources.source_without_extent, sources.are_incomplete),
)

DATES = (
    Rule("P501", E, dates.malformed_date, dates.are_doubtful),
    Rule("P502", E, dates.impossible_date, dates.are_doubtful),
    Rule("P505", W, dates.implausible_year, dates.are_doubtful),
)

ENTRY = (
    *SHAPE,
    *WORDING,
    *REFERENCES,
    *SOURCES,
    Rule("P305", E, provisions.wrong_folder),
    Rule("P412", E, references.itself),
    *DATES,
    Rule("P503", E, dates.future_date, dates.are_doubtful),
    Rule("P504", E, dates.until_before_since),
    Rule("P601", E, identity.malformed_id),
    Rule("P602", E, identity.id_not_of_its_state),
    Rule("P603", E, identity.anonymous_id_with_state),
    Rule("P606", E, aliases.malformed_alias, aliases.has_former),
    Rule("P607", E, aliases.own_id_as_alias, aliases.has_former),
    Rule("P610", E, withdrawal.withdrawal_unexplained, withdrawal.is_withdrawn),
    Rule("P611", E, withdrawal.withdrawal_without_state, withdrawal.is_withdrawn),
    Rule("P701", E, anonymity.states_and_anonymous),
    Rule("P702", E, anonymity.neither_state_nor_anonymous),
    Rule("P703", W, anonymity.state_named_in_anonymous),
    Rule("P704", W, anonymity.evidence_without_results),
)
"""Rules for an original."""

TRANSLATION = (
    *SHAPE,
    *WORDING,
    Rule("P703", W, anonymity.state_named_in_anonymous),
    Rule("P801", E, translations.orphan_translation),
    Rule("P802", E, translations.field_not_in_original),
    Rule("P803", E, translations.translation_into_original_language),
    Rule("P804", E, translations.unknown_translation_language),
    Rule("P805", E, translations.list_length_differs),
    Rule("P806", W, translations.outdated_translation),
    Rule("P809", W, translations.mark_without_text),
    Rule("P810", E, translations.no_text),
    Rule("P807", W, terms.term_not_kept, terms.has_glossary),
    Rule("P808", W, terms.avoided_form, terms.may_avoid),
)
"""Rules for a translation."""

SEVERAL_ENTRIES = (
    Rule("P408", E, several.unknown_practice),
    Rule("P413", W, aliases.former_id),
    Rule("P414", W, withdrawal.withdrawn_model),
    Rule("P415", E, withdrawal.withdrawn_replacement),
    Rule("P604", E, several.same_id),
    Rule("P605", W, several.near_identical_title),
    Rule("P608", E, aliases.taken_alias),
    Rule("P609", E, aliases.alias_claimed_twice),
    Rule("P612", W, several.look_alike_title),
)
"""Rules for all entries together: they take the facts of each."""

LEDGER = (
    Rule("P620", E, permanence.malformed_ledger_line),
    Rule("P621", W, permanence.repeated_ledger_line),
    Rule("P622", W, permanence.unsorted_ledger),
    Rule("P623", E, permanence.lost_id),
)
"""Rules for the ledger of published ids, beside all entries."""
