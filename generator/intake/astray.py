"""What is written where no answer is looked for."""

from __future__ import annotations

from generator.diagnostics import Diagnostic, shortened
from generator.document import Scalar
from generator.intake.faults import fault, unplaced_answer
from generator.phrase import phrase

MOST = 50
"""How many faults of a kind are told of a sheet, a table or a file that is read: more would help nobody."""
_BESIDE = phrase("put it into the column for answers, in the row of its question")


def beside(text: Scalar) -> Diagnostic:
    """The fault of a text in another column than that of the answers."""
    message = phrase("`%(answer)s` stands beside the answers", answer=shortened(text.value, 40))
    return fault(unplaced_answer, text.span, message, _BESIDE)
