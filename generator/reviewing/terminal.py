"""A report as lines for a terminal: words that are gone stand in ``[-…-]``, new ones in ``{+…+}``, as git shows them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import UNBROKEN, visible
from generator.reviewing.parts import Gone, Item, New, Part, Report, Strong
from generator.voices import PLAIN, Paint


def terminal(report: Report, paint: Paint = PLAIN) -> Iterator[str]:
    """The lines."""
    yield _told(report.line, paint)
    for section in report.sections:
        yield ""
        yield paint.strong(visible(section.heading, UNBROKEN))
        if section.sentence:
            yield f"  {visible(section.sentence, UNBROKEN)}"
        for number, item in enumerate(section.items, 1):
            yield from _item(item, f"{number}." if section.numbered else "-", "  ", paint)


def _item(item: Item, mark: str, indent: str, paint: Paint) -> Iterator[str]:
    # The mark comes first, so that no line begins with a stranger's words, which a workflow's runner may obey.
    yield f"{indent}{mark} {_told(item.parts, paint)}"
    for below in item.below:
        yield from _item(below, "-", indent + "  ", paint)


def _told(parts: tuple[Part, ...], paint: Paint) -> str:
    text = "".join(_part(part, paint) for part in parts)
    return text if paint is not PLAIN else visible(text, UNBROKEN)  # what is harmless in each may not be so in all


def _part(part: Part, paint: Paint) -> str:
    if isinstance(part, str):
        return visible(part, UNBROKEN)
    text = visible(" ".join(part.text.split("\n")))
    if isinstance(part, Gone):
        return paint.error(f"[-{text}-]")
    if isinstance(part, New):
        return paint.added(f"{{+{text}+}}")
    return paint.strong(text) if isinstance(part, Strong) else text
