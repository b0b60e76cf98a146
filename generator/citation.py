"""How an entry is cited: BibTeX and RIS records."""

from __future__ import annotations

from dataclasses import dataclass

# Braces by name: BibTeX counts them before it looks at a backslash, so that `\}` would end the field.
_BIBTEX = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "$": r"\$", "&": r"\&", "%": r"\%",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
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
    fields = {
        "title": reference.title.translate(_BIBTEX),
        "note": reference.states.translate(_BIBTEX),
        "organization": reference.publisher.translate(_BIBTEX),
        "date": reference.date,
        "url": reference.url,
        "langid": reference.language,
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{reference.id},\n{body}\n}}\n"


def ris(reference: Reference) -> str:
    """A RIS record of type ``ELEC``; tags as in the format's specification of 2011."""
    rows = [
        ("TY", "ELEC"),
        ("ID", reference.id),
        ("TI", reference.title),
        ("PB", reference.publisher),
        ("N1", reference.states),
        ("DA", reference.date.replace("-", "/")),
        ("UR", reference.url),
        ("LA", reference.language),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in rows if value) + "ER  - \n"
