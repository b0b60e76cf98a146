"""Why a file is not read.

Each refusal is a function that says it, with its explanation as docstring, listed in REFUSALS.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.diagnostics import Diagnostic, Problem, Rule, Severity
from generator.refusals import of_files, of_yaml
from generator.source import Span

REFUSALS = tuple(
    Rule(code, Severity.ERROR, refusal)
    for code, refusal in (
        ("Y001", of_files.missing_file),
        ("Y002", of_files.unreadable_file),
        ("Y003", of_files.symbolic_link),
        ("Y004", of_files.not_a_file),
        ("Y005", of_files.stray_file),
        ("Y006", of_files.too_large),
        ("Y007", of_files.not_utf_8),
        ("Y008", of_files.unseen_character),
        ("Y009", of_yaml.broken_yaml),
        ("Y010", of_yaml.empty_file),
        ("Y011", of_yaml.no_fields),
        ("Y012", of_yaml.alias),
        ("Y013", of_yaml.tag),
        ("Y014", of_yaml.directive),
        ("Y015", of_yaml.second_document),
        ("Y016", of_yaml.duplicate_key),
        ("Y017", of_yaml.merge_key),
        ("Y018", of_yaml.key_not_text),
        ("Y019", of_yaml.too_deep),
        ("Y020", of_yaml.too_many_values),
        ("Y021", of_files.unread_file),
        ("Y022", of_files.closed_folder),
        ("Y023", of_files.name_not_utf_8),
    )
)

_CODES = {rule.find: rule.code for rule in REFUSALS}


def refused(refusal: Callable[..., Problem], span: Span, *about: object) -> Diagnostic:
    """The diagnostic of a refusal, with whatever else its function asks for."""
    return Diagnostic(_CODES[refusal], Severity.ERROR, refusal(span, *about))


class RefusedError(Exception):
    """Ends the reading of one file, with the diagnostic that says why; ``load`` lets none of them out."""

    def __init__(self, refusal: Callable[..., Problem], span: Span, *about: object) -> None:
        self.diagnostic = refused(refusal, span, *about)
