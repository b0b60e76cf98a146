"""What entries must satisfy: the list of rules. A new rule is a generator in one of these files and a line here."""

from generator.diagnostics import Severity
from generator.rules import shape
from generator.rules.subject import Rule, Subject

E, W = Severity.ERROR, Severity.WARNING

ANY_FILE = (
    Rule("P101", E, shape.unknown_field),
)  # fmt: skip

__all__ = ["Rule", "Subject"]
