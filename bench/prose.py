"""The texts of an entry as one Markdown page, as the peers read it."""

from __future__ import annotations

from model import Entry, Reference
from phrases import phrases
from vocabulary import Vocabulary, label


def body(entry: Entry, language: str) -> str:
    """The sections of an entry under headings, with its conditions as a list."""
    headings = phrases(language).headings
    text = entry.texts[language]
    parts = [f"## {headings[name]}\n\n{section}" for name, section in text.sections.items()]
    if text.conditions:
        conditions = "\n".join(f"- {condition}" for condition in text.conditions)
        parts.append(f"## {headings['conditions']}\n\n{conditions}")
    return "\n\n".join(parts) + "\n"


def source(reference: Reference, known: Vocabulary, language: str, address: str) -> str:
    """A source as a Markdown link; documents have a page at ``address``."""
    if reference.document:
        title = label(known.papers[reference.document].labels, language)
        return f"[{title}]({address.format(reference.document)}), {', '.join(reference.paragraphs)}"
    return f"[{reference.title}]({reference.url}), {reference.publisher}"
