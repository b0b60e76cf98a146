"""A file in the form of the house, proved to say what it said."""

from __future__ import annotations

from generator import load, scribe
from generator.diagnostics import Diagnostic
from generator.document import Document, Mapping, Node, Scalar
from generator.formatting.faults import UNFAITHFUL, fault
from generator.formatting.layout import laid_out
from generator.formatting.notes import MODELINE, texts
from generator.kinds import Record
from generator.source import Source

ROUNDS = 4
"""A comment that moves to another line can make room for brackets, so a text is laid out until it stays as it is."""


def formed(document: Document, record: Record, modeline: str = "") -> str | Diagnostic:
    """The text of a file in the form of the house, or that it could not be had without changing what the file says.

    ``modeline`` is the comment that tells editors the schema; it is put at the top of a file that has none.
    """
    comments = texts(document)
    head = [modeline] if modeline and not any(comment.startswith(MODELINE) for comment in comments) else []
    text, wanted = laid_out(document, record, head), sorted([*head, *comments])
    for _ in range(ROUNDS):
        read = load.parse(Source(document.source.path, text))
        if isinstance(read, Diagnostic) or _says(read.root) != _says(document.root) or texts(read) != wanted:
            break
        before, text = text, laid_out(read, record)
        if text == before:
            return text
    return fault(UNFAITHFUL, document.source.start())


def _says(node: Node) -> object:
    """What a file says to any reader of YAML: values in their order, and whether each is surely a text; fields in any order."""
    if isinstance(node, Scalar):
        return node.value, not node.plain or scribe.is_text(node.value)
    if isinstance(node, Mapping):
        return {(key.value, not key.plain or scribe.is_text(key.value)): _says(value) for key, value in node.pairs}
    return [_says(item) for item in node.items]
