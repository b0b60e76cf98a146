"""How an entry is cited: BibTeX and RIS records."""

from __future__ import annotations

import re

from msgspec import Struct

# Braces by name: BibTeX counts them before it looks at a backslash, so that `\}` would end the field.
_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}$&%#_~^]")


class Reference(Struct, frozen=True, gc=False):
    """What a citation names; ``date`` is the day of the last review (ISO 8601), empty where there was none."""

    id: str
    title: str
    states: str
    publisher: str
    date: str
    url: str
    language: str


def bibtex(reference: Reference) -> str:
    """A BibTeX record of type ``online`` (biblatex)."""
    fields = (
        ("title", _SPECIAL.sub(_escaped, reference.title)),
        ("note", _SPECIAL.sub(_escaped, reference.states)),
        ("organization", _SPECIAL.sub(_escaped, reference.publisher)),
        ("date", reference.date),
        ("url", reference.url),
        ("langid", reference.language),
    )
    body = ",\n".join([f"  {name} = {{{value}}}" for name, value in fields if value])
    return f"@online{{{reference.id},\n{body}\n}}\n"


def ris(reference: Reference) -> str:
    """A RIS record of type ``ELEC``; tags as in the format's specification of 2011."""
    rows = (
        ("TY", "ELEC"),
        ("ID", reference.id),
        ("TI", " ".join(reference.title.split())),
        ("PB", " ".join(reference.publisher.split())),
        ("N1", " ".join(reference.states.split())),
        ("DA", reference.date.replace("-", "/")),
        ("UR", reference.url),
        ("LA", reference.language),
    )
    return "".join([f"{tag}  - {value}\n" for tag, value in rows if value]) + "ER  - \n"


def _escaped(found: re.Match[str]) -> str:
    return _BIBTEX[found.group()]
