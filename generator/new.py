"""The file that ``observatory new`` writes: an entry with its facts so far, and blanks to fill in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from textwrap import indent, wrap

from generator.diagnostics import shortened
from generator.examples import suited
from generator.fields import LATER, PRACTICE
from generator.folder import entries
from generator.kinds import Choice, Field, Kind, Line, ListOf, Markdown, Prose, Record, Reference, item_of
from generator.phrase import also, phrase
from generator.registry import Registry
from generator.rules.identity import ID_LIMIT, ID_SUGGESTED, is_id
from generator.rules.nearest import no_language
from generator.rules.provisions import meant_provision
from generator.rules.states import meant_state, state
from generator.scribe import quoted
from generator.sentences import TOO_LONG, USE_LETTERS
from generator.settings import Settings

WIDTH = 100
_HEAD = """\
# yaml-language-server: $schema=../../schema/practice.schema.json
# Lines that begin with # are notes to you: they are read by nobody, and may be deleted.
# Fill in what is empty. Take the # away from a field that the source says something about; leave the others.
"""


@dataclass(frozen=True)
class Answers:
    """What an author may answer: each method gives the answer as it is written, or raises ValueError."""

    settings: Settings
    registry: Registry

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of all States."""
        return frozenset(self.registry.countries)

    def language(self, answer: str) -> str:
        """The code of a language."""
        if answer not in self.registry.languages:
            raise ValueError(no_language(answer, self.registry.languages))
        return answer

    def state(self, answer: str) -> str:
        """The code of a State; empty where the source names nobody."""
        if answer.strip().lower() in ("none", "anonymous"):
            return ""
        found = state(answer, self.registry)
        if found is None:
            unknown = phrase("there is no State `%(value)s`", value=shortened(answer))
            raise ValueError(also(unknown, meant_state(answer, self.registry)))
        return found.code

    def provision(self, answer: str) -> str:
        """The reference of a provision."""
        answer = answer.strip()
        if answer not in self.registry.provisions:
            unknown = phrase("there is no provision `%(value)s`", value=shortened(answer))
            raise ValueError(also(unknown, meant_provision(answer, self.registry)))
        return answer

    def title(self, answer: str) -> str:
        """A title on one line, neither empty nor too long."""
        title = " ".join(answer.split())
        field = PRACTICE.by_name["title"].kind
        if not title.isprintable() or not title:
            raise ValueError(phrase("a title needs words that can be seen"))
        if isinstance(field, Line) and len(title) > field.limit:
            raise ValueError(TOO_LONG.of(len(title), field=phrase("the title"), limit=field.limit))
        return title

    def id(self, state: str) -> Callable[[str], str]:
        """An id that fits the State and is not taken."""

        def understand(answer: str) -> str:
            id = answer.strip().removesuffix(".yml")
            begin = id.partition("-")[0]
            if not is_id(id):
                raise ValueError(USE_LETTERS.about(limit=ID_LIMIT))
            if state and begin != state.lower():
                raise ValueError(
                    phrase("the name must begin with %(begin)s, the code of the State", begin=f"{state.lower()}-")
                )
            if not state and begin.upper() in self.codes:
                raise ValueError(phrase("%(code)s is the code of a State, and the entry is anonymous", code=begin))
            if any(entry.id == id for entry in entries(self.settings)[0]):
                raise ValueError(phrase("there is an entry %(id)s already; choose another name", id=id))
            return id

        return understand

    def path(self, provision: str, id: str) -> Path:
        """Where the file belongs."""
        article = self.registry.article[self.registry.provisions[provision].article]
        return self.settings.practices / article.folder / f"{id}.yml"


def propose(title: str, state: str, codes: frozenset[str]) -> str:
    """An id made of a title and the code of its State, if it has one; empty where no letter is left."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    if not words:
        return ""
    if state:
        words = [state.lower(), *words]
    elif words[0].upper() in codes:  # an anonymous entry must not look like a State's
        words = ["practice", *words]
    id = "-".join(words)
    return id if len(id) <= ID_SUGGESTED else id[: ID_SUGGESTED + 1].rpartition("-")[0] or id[:ID_SUGGESTED]


def entry(language: str, title: str, state: str, provision: str, today: str, registry: Registry) -> str:
    """The text of the file; ``state`` is empty for an anonymous entry."""
    known = {
        "language": language,
        "title": quoted(title),
        "provisions": f'["{provision}"]',
        "review": f"{{state: draft, date: {today}}}",
        **({"countries": f"[{state}]"} if state else {"anonymous": "one State"}),
    }
    blocks = (
        "\n".join(_field(field, known.get(field.name), registry))
        for field in suited(PRACTICE, registry).fields
        if field.name in known or field.name not in LATER | {"countries", "anonymous"}
    )
    return _HEAD + "\n" + "\n\n".join(blocks) + "\n"


def _field(field: Field, value: str | None, registry: Registry) -> Iterator[str]:
    """The lines of one field: what it is for, then the field, as a comment where it may be left out."""
    yield from (f"# {line}" for line in wrap(_help(field, registry), WIDTH, break_on_hyphens=False))
    if value is not None:
        yield f"{field.name}: {value}"
    elif field.required:
        yield _blank(field)
    else:
        yield indent(_example(field), "# ", lambda _: True)


def _help(field: Field, registry: Registry) -> str:
    needed = "" if field.required else " (may be left out)"
    words = _words(field.kind, registry)
    return f"{field.help.rstrip('.')}{needed}{': ' + ', '.join(words) if words else ''}."


def _words(kind: Kind, registry: Registry) -> tuple[str, ...]:
    """What a value may be, where that is a short list."""
    if isinstance(kind, ListOf):
        return _words(kind.kind, registry)
    if isinstance(kind, Choice):
        return kind.values
    if isinstance(kind, Reference) and kind.to in ("themes", "measures", "languages"):
        return tuple(getattr(registry, kind.to))
    return ()


def _blank(field: Field) -> str:
    """The field with nothing in it yet."""
    kind = field.kind
    if isinstance(kind, Record):
        return "\n".join((f"{field.name}:", *(f"  {_blank_line(one)}" for one in kind.required)))
    if isinstance(kind, ListOf) and isinstance(kind.kind, Record):
        return "\n".join((f"{field.name}:", *_blank_item(kind.kind, field.example)))
    return f"{field.name}: []" if isinstance(kind, ListOf) else f"{field.name}:"


def _blank_item(record: Record, example: str) -> Iterator[str]:
    """The first item of a list: the fields of the example are blanks, the others comments."""
    shown = [field for field in record.fields if f"{field.name}:" in example]
    for number, field in enumerate(shown):
        yield f"  {'-' if number == 0 else ' '} {_blank_line(field)}"
    for field in record.fields:
        if field not in shown:
            yield f"    # {field.name}: {quoted(field.example)}"


def _blank_line(field: Field) -> str:
    nothing = " []" if isinstance(field.kind, ListOf) else ""
    words = ", ".join(field.kind.values) if isinstance(field.kind, Choice) else f"like {field.example}"
    return f"{field.name}:{nothing}  # {words}"


def _example(field: Field) -> str:
    """The field as it may stand, for an author to take the comment mark from."""
    kind = field.kind
    if isinstance(kind, Markdown | Prose):
        return f"{field.name}: |\n  {field.example or '…'}"
    if field.example:
        return f"{field.name}: {field.example}"
    if isinstance(kind, ListOf):
        return f"{field.name}:\n  - {_item(kind.kind)}"
    if isinstance(kind, Record):
        return "\n".join(
            (f"{field.name}:", *(f"  {one.name}:\n    - {_item(item_of(one.kind))}" for one in kind.fields))
        )
    return f"{field.name}: …"


def _item(kind: Kind) -> str:
    if isinstance(kind, Record):
        return "{" + ", ".join(f"{one.name}: {quoted(one.example or '…')}" for one in kind.fields) + "}"
    return "…"
