"""A questionnaire in Word's format: the tables of its main part, read as text; what is written elsewhere is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import islice
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError  # only the names; defusedxml parses
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.blanks.layout import NOTE
from generator.diagnostics import Diagnostic, errors, shortened
from generator.intake.astray import MOST, beside
from generator.intake.faults import (
    AGAIN,
    DAMAGED,
    FILL_IN,
    FROM_A_FORM,
    SMALLER,
    TO_FILL_IN,
    FaultError,
    dangerous_content,
    fault,
    no_practice,
    text_outside_tables,
    too_large_form,
    unplaced_answer,
    unreadable_form,
    without_code,
)
from generator.intake.given import Given, Read, cell, chosen
from generator.intake.package import opened, part
from generator.intake.placing import place, placed
from generator.kinds import Choice, ListOf, Markdown, Provision, Reference, item_of
from generator.phrase import phrase
from generator.source import Source, Span

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TABLE, ROW, CELL, PARAGRAPH = f"{_W}tbl", f"{_W}tr", f"{_W}tc", f"{_W}p"
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_PROPERTIES = {f"{_W}{name}" for name in ("pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr")}
_GONE = {f"{_W}del", f"{_W}moveFrom", f"{_MARKUP}Fallback", *_PROPERTIES}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HARMLESS = ("HYPERLINK", "REF", "PAGEREF")
OUTSIDE = ("Title", "Subtitle", "Heading1", "Heading2", "ListBullet", "Hint")
"""The styles of what a questionnaire says outside of its tables."""
NOTES = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
"""Parts of the file in which people write what no answer is made of."""
ROWS, COLUMNS = 1_000, 40


def read(data: bytes, path: str, unchosen: Set[str] = frozenset()) -> Read:
    """The practice in a document. ``unchosen`` is what stands where nothing was chosen, as it looks. Raises FaultError."""
    start = Source(path, "").start()
    with opened(data, start, ".docx") as package:
        root = _parsed(package, "word/document.xml", start)
        noted = [(name, _parsed(package, name, start)) for name in NOTES if name in package.namelist()]
    given: list[Given] = []
    faults: list[Diagnostic] = []
    for number, table in enumerate(_outer(root, TABLE), 1):
        for line, row in enumerate(_inside(table, ROW), 1):
            cells = list(islice(_inside(row, CELL), COLUMNS + 1))
            if line > ROWS or len(cells) > COLUMNS:
                why = phrase("there are more than %(rows)s rows or %(columns)s columns", rows=ROWS, columns=COLUMNS)
                raise FaultError(too_large_form, start, why, SMALLER)
            one = _answer(f"{path}#table {number:02}", line, cells, faults, unchosen)
            given += [one] if one else []
    faults = faults[:MOST]
    faults += islice(_outside(root, path), MOST)
    faults += islice(_notes(noted, path), MOST)
    found = placed(start, given, faults)
    if not found.submissions and not errors(found.faults):
        nothing = fault(no_practice, start, FILL_IN if given else TO_FILL_IN)
        return Read((), (*found.faults, nothing))
    return found


def _parsed(package: ZipFile, name: str, start: Span) -> Element:
    """A part of the document; raises FaultError where it cannot be read."""
    try:
        return fromstring(part(package, name, start), forbid_dtd=True)
    except (ParseError, DefusedXmlException, RecursionError):
        raise FaultError(unreadable_form, start, DAMAGED, AGAIN) from None


def _notes(noted: Iterable[tuple[str, Element]], path: str) -> Iterator[Diagnostic]:
    """What stands in footnotes, endnotes and comments."""
    for name, root in noted:
        for number, note in enumerate(root, 1):
            written = _text(note, spaced=False)
            if written:
                where = f"{path}#{PurePosixPath(name).stem}"
                yield fault(text_outside_tables, cell(where, number, 1, written).span, written)


def _outside(root: Element, path: str) -> Iterator[Diagnostic]:
    """What is written beside the tables, but for what the questionnaire says itself, which is told by its styles."""
    body = root.find(f"{_W}body")
    for line, paragraph in enumerate(() if body is None else _inside(body, PARAGRAPH), 1):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        written = _text(paragraph, spaced=False)
        if written and (style is None or style.get(f"{_W}val") not in OUTSIDE):
            place_of_text = cell(f"{path}#paragraph", line, 1, written)
            yield fault(text_outside_tables, place_of_text.span, written)


def _answer(path: str, line: int, cells: list[Element], faults: list[Diagnostic], unchosen: Set[str]) -> Given | None:
    """The answer in a row: it stands before the code. What stands behind the code is a fault."""
    texts = [_text(one, spaced=False) for one in cells]
    codes = [number for number, text in enumerate(texts) if place(text.strip())]
    if not codes:
        is_known = any(text.strip().startswith(NOTE) for text in texts)
        if len(texts) > 1 and any(texts[1:]) and not is_known:
            written = next(text for text in texts[1:] if text)
            scalar = cell(path, line, texts.index(written, 1) + 1, written)
            faults.append(fault(unplaced_answer, scalar.span, without_code(written), FROM_A_FORM))
        return None
    number = codes[-1]
    for column, text in enumerate(texts[number + 1 :], number + 2):
        if text:
            faults.append(beside(cell(path, line, column, text)))
    code = texts[number].strip()
    if number == 0:
        return None
    answered = cells[number - 1]
    found = place(code)
    kind = found.field.kind if found else None
    answer = _text(answered, spaced=isinstance(kind, Markdown), bullets=isinstance(kind, Markdown | ListOf))
    if kind and isinstance(item_of(kind), Choice | Provision | Reference):
        answer = chosen(answer, unchosen)
    scalar = cell(path, line, number, answer)
    computed = next(_fields(answered), None)
    if computed:
        field = shortened(computed, 20)
        why = phrase("the answer holds a field of Word that is computed: %(field)s", field=field)
        faults.append(fault(dangerous_content, scalar.span, why, phrase("write the text itself")))
        return None
    return Given(code, scalar)


def _fields(answered: Element) -> Iterator[str]:
    """The fields that Word would compute; links and the like are none."""
    for one in answered.iter():
        code = (one.text or "") if one.tag == f"{_W}instrText" else one.get(f"{_W}instr", "")
        code = code.strip()
        if code and not code.startswith(_HARMLESS):
            yield code


def _outer(root: Element, tag: str) -> Iterator[Element]:
    """The elements of a name that stand in no other of it."""
    inner: set[Element] = set()
    for one in root.iter(tag):
        if one not in inner:
            inner.update(one.iter(tag))
            yield one


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The elements of a name in another, through what may be put around them."""
    stack = list(reversed(element))
    while stack:
        one = stack.pop()
        if one.tag == tag:
            yield one
        elif one.tag in _WRAPPERS:
            stack.extend(reversed(one))


def _text(root: Element, spaced: bool, bullets: bool = False) -> str:
    """The words in an element, a line a paragraph; with an empty one between them where they are ``spaced``.

    What was deleted is left out, and so is the word that asks for a choice. Items of lists begin with ``bullets``.
    """
    said: list[str] = [""]
    was_item = False
    stack = [root]
    while stack:
        one = stack.pop()
        if one.tag in _GONE or one.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            continue
        if one.tag == PARAGRAPH:
            is_item = one.find(f"{_W}pPr/{_W}numPr") is not None
            between = "\n\n" if spaced and not (is_item and was_item) else "\n"
            if any(said) and said[-1] != between:
                said.append(between)
            said += ["- "] if is_item and bullets else []
            was_item = is_item
        elif one.tag == f"{_W}t" and one.text:
            said.append(one.text)
        elif one.tag in _SIGNS:
            said.append(_SIGNS[str(one.tag)])
        stack.extend(reversed(one))
    return "".join(said).strip()
