"""An entry as a file: what was understood of a practice, in the form that all entries have."""

from __future__ import annotations

import json
import re

from generator import load
from generator.diagnostics import Diagnostic
from generator.document import Document, Mapping, Node, Sequence, values
from generator.fields import PRACTICE
from generator.formatting.faithful import formed
from generator.formatting.notes import MODELINE
from generator.kinds import Kind, Markdown, Moment, Record, item_of
from generator.new import propose
from generator.registry import Registry
from generator.rules.identity import ID_SUGGESTED
from generator.source import Source

_SCHEMA = f"{MODELINE} $schema=../../schema/practice.schema.json"
_MOMENT = re.compile(r"\d{4}(-\d{2}){0,2}")


def written(root: Mapping, day: str) -> str:
    """The text of the file; ``day`` is that on which the entry comes in, as a draft. Raises ValueError where it cannot be had."""
    fields = {key.value: _flow(value, PRACTICE.by_name[key.value].kind) for key, value in root.pairs}
    fields["review"] = f"{{state: draft, date: {day}}}"
    lines = "".join(f"{name}: {fields[name]}\n" for name in PRACTICE.names if name in fields)
    read = load.parse(Source("entry", lines))
    text = formed(read, PRACTICE, _SCHEMA) if isinstance(read, Document) else read
    if isinstance(text, Diagnostic):
        raise ValueError(text.problem.message)
    return text


def suggested_id(root: Mapping, registry: Registry) -> str:
    """An id made of State and title; of State and theme, or of State alone, where these have no letters that an id may have."""
    state = next(iter(values(root.get("countries"))), "")
    theme = next(iter(values(root.get("themes"))), "")
    codes = frozenset(registry.countries)
    state = state if state in codes else ""
    named = (propose(words, state, codes) for words in (root.text("title"), theme, "practice"))
    return next(filter(None, named))


def numbered(id: str, number: int) -> str:
    """The same id for another entry: with its number, from the second one on."""
    if number < 2:
        return id
    end = f"-{number}"
    return id[: ID_SUGGESTED - len(end)].rstrip("-") + end


def _flow(node: Node, kind: Kind) -> str:
    """A value on one line, as JSON has it, but for dates, which have no quotes."""
    if isinstance(node, Sequence):
        item = item_of(kind)
        return f"[{', '.join(_flow(one, item) for one in node.items)}]"
    if isinstance(node, Mapping):
        inside = kind.by_name if isinstance(kind, Record) else {}
        return f"{{{', '.join(f'{key.value}: {_flow(value, inside[key.value].kind)}' for key, value in node.pairs)}}}"
    if isinstance(kind, Moment) and _MOMENT.fullmatch(node.value):
        return node.value
    return json.dumps(f"{node.value}\n" if isinstance(kind, Markdown) else node.value, ensure_ascii=False)
