"""The file that a translator begins with: the original of each text as a comment, and a blank below it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.document import Document, Node, joined, plain
from generator.fields import TRANSLATED
from generator.folder import entries
from generator.kinds import Field, ListOf, Markdown, Prose
from generator.marks import mark
from generator.phrase import phrase
from generator.registry import Registry
from generator.settings import Settings
from generator.translating import asked
from generator.translating.accept import read
from generator.translating.sibling import HEAD

_NOTE = """\
# Lines that begin with # are notes to you: they are read by nobody, and may be deleted.
# Write each text below its original. Take out the fields that you do not translate: readers are shown the original there.
"""


def start(settings: Settings, registry: Registry, id: str, language: str) -> Path:
    """Write the file of a new translation, whose blanks the check complains of until they are filled in or taken out.

    It has the marks of the original as that is now. Returns its path; raises ValueError, with what to do, where there is a
    file already or there can be none, and OSError where it cannot be written.
    """
    entry = asked.entry(entries(settings)[0], id)
    asked.language(registry, language)
    original = read(entry.original, settings)
    if original.text("language") == language:
        raise ValueError(
            phrase(
                "%(id)s is written in %(language)s itself; its translations are into other languages",
                id=entry.id,
                language=language,
            )
        )
    path = Path(entry.place, f"{entry.id}.{language}.yml")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(blank(original))
    except FileExistsError:
        raise ValueError(
            phrase(
                "%(path)s is there already; write on in it; after a change of the original, `observatory translate accept` says that it "
                "fits again",
                path=settings.shown(path),
            )
        ) from None
    return path


def blank(original: Document) -> str:
    """The text of the file."""
    there = [(field, node) for field in TRANSLATED if (node := original.root.get(field.name))]
    blocks = ("".join(f"{line}\n" for line in (*_said(field, node), *_blank(field, node))) for field, node in there)
    fields = "\n".join(blocks)
    made_from = ", ".join(f'{field.name}: "{mark(original, field.name)}"' for field, _ in there)
    return f"{HEAD}{_NOTE}\n{fields}\ntranslation:\n  status: draft\n  of: {{{made_from}}}\n"


def _said(field: Field, node: Node) -> Iterator[str]:
    """The original as a comment."""
    values = plain(node)
    if isinstance(values, list):
        yield f"# {field.name}:"
        yield from (f"# - {value}".replace("\n", "\n#   ") for value in values)
    elif isinstance(field.kind, Prose | Markdown):
        yield f"# {field.name}:"
        yield from (f"#   {line}".rstrip() for line in joined(node).strip().split("\n"))
    else:
        yield f"# {field.name}: {joined(node).strip()}".replace("\n", "\n#   ")


def _blank(field: Field, node: Node) -> Iterator[str]:
    sign = {Prose: " >-", Markdown: " |"}.get(type(field.kind), "")
    yield f"{field.name}:{sign}"
    if isinstance(field.kind, ListOf):
        items = plain(node)
        yield from ("  -" for _ in (items if isinstance(items, list) else ()))
