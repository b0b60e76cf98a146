"""A page of the site as a browser's parser meets it: elements in order, and the text that a reader sees."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass(eq=False)
class Element:
    """An element: its name and attributes, and where in the texts of its page it begins and ends."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = field(repr=False)
    texts: list[str] = field(repr=False)
    begins: int = 0
    ends: int = 0

    @property
    def text(self) -> str:
        """The text inside, its descendants' included."""
        return "".join(self.texts[self.begins : self.ends])

    def get(self, name: str) -> str:
        """An attribute; empty where it is missing."""
        return self.attributes.get(name, "")

    def inside(self, tag: str, **attributes: str) -> bool:
        """Whether it stands in such an element."""
        above = self.parent
        while above is not None:
            if above.tag == tag and all(above.get(name) == value for name, value in attributes.items()):
                return True
            above = above.parent
        return False


@dataclass(eq=False)
class Reading(HTMLParser):
    """The elements of a page, its texts, and what is wrong with its nesting."""

    elements: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []

    @property
    def text(self) -> str:
        """All that is written in it."""
        return "".join(self.texts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        above = self._open[-1] if self._open else None
        here = len(self.texts)
        element = Element(tag, {name: value or "" for name, value in attrs}, above, self.texts, here, here)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open and close an element of SVG."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes {self._open[-1:]}")
        else:
            self._open.pop().ends = len(self.texts)

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self.texts.append(data)

    def all(self, tag: str, **attributes: str) -> Iterator[Element]:
        """The elements of a name with these attributes; ``class_`` is one of its classes."""
        wanted = attributes.pop("class_", "")
        for element in self.elements:
            if element.tag != tag or (wanted and wanted not in element.get("class").split()):
                continue
            if all(element.get(name) == value for name, value in attributes.items()):
                yield element

    def one(self, tag: str, **attributes: str) -> Element:
        """The only such element."""
        (found,) = self.all(tag, **attributes)
        return found


def read(html: str | Path) -> Reading:
    """Parse a page, or the file of one."""
    reading = Reading()
    reading.feed(html.read_text(encoding="utf-8") if isinstance(html, Path) else html)
    reading.close()
    reading.faults += [f"<{element.tag}> is not closed" for element in reading._open]
    return reading


def flat(text: str) -> str:
    """A text with its white space as a browser shows it."""
    return " ".join(text.split())


def digest(site: Path) -> dict[str, str]:
    """What a folder holds but for the cache: a hash of each file, by its path."""
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and ".cache" not in path.parts
    }
