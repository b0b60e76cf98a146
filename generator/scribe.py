"""Texts as they stand in the YAML files that commands write: read again, they are what they were."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from textwrap import indent, wrap

from generator.fields import Kind, Markdown, Prose

WIDTH = 110
_SAFE = re.compile(r"[^\W\d_][\w ,.;()’/-]*[\w.)’]")
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_IN_LINES = re.compile(r"[^\s#](?:[^\t\r\x85\u2028\u2029]*\S)?")  # what can stand in indented lines, after `|` or `>-`


def quoted(text: str) -> str:
    """A line of text as it stands in YAML, in double quotes where it needs them."""
    if _SAFE.fullmatch(text) and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def field(name: str, value: str | Sequence[str], kind: Kind) -> str:
    """A field with its value, as whole lines: a list by hyphens, Markdown after ``|``, prose folded, anything else on one line.

    White space around a text goes.
    """
    if not isinstance(value, str):
        return "".join([f"{name}:\n", *(f"  - {quoted(item.strip())}\n" for item in value)])
    text = value.strip()
    if isinstance(kind, Markdown) and _IN_LINES.fullmatch(text):
        return f"{name}: |\n{indent(text, '  ')}\n"
    if isinstance(kind, Prose) and _IN_LINES.fullmatch(text) and "\n" not in text:
        lines = wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
        lines = lines if " ".join(lines) == text else [text]
        return f"{name}: >-\n{indent(chr(10).join(lines), '  ')}\n"
    return f"{name}: {quoted(text)}\n"
