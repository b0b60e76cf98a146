"""A questionnaire in Word's format: the tables of its main part, read as text. Nothing else in the file is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError  # only the names; defusedxml parses

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.diagnostics import Diagnostic, errors, shortened
from generator.intake.faults import (
    AGAIN,
    DAMAGED,
    FILL_IN,
    FROM_A_FORM,
    TO_FILL_IN,
    FaultError,
    dangerous_content,
    fault,
    no_practice,
    text_outside_tables,
    unplaced_answer,
    unreadable_form,
    without_code,
)
from generator.intake.given import Given, Read, cell
from generator.intake.package import opened, part
from generator.intake.placing import place, placed
from generator.kinds import ListOf, Markdown
from generator.phrase import phrase
from generator.source import Source

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
HEADING = "#"
"""Stands in place of a code in rows that ask nothing."""


def read(data: bytes, path: str) -> Read:
    """The practice in a document. Raises FaultError."""
    start = Source(path, "").start()
    with opened(data, start, ".docx") as package:
        text = part(package, "word/document.xml", start)
    try:
        root = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException, RecursionError):
        raise FaultError(unreadable_form, start, DAMAGED, AGAIN) from None
    given: list[Given] = []
    faults: list[Diagnostic] = []
    for number, table in enumerate(_outer(root, TABLE), 1):
        for line, row in enumerate(_inside(table, ROW), 1):
            one = _answer(f"{path}#table {number:02}", line, list(_inside(row, CELL)), faults)
            given += [one] if one else []
    faults += _outside(root, path)
    submission, unplaced = placed(start, given)
    faults += unplaced
    if submission is None and not errors(faults):
        faults.append(fault(no_practice, start, FILL_IN if given else TO_FILL_IN))
    return Read((submission,) if submission else (), tuple(faults))


def _outside(root: Element, path: str) -> Iterator[Diagnostic]:
    """What is written beside the tables, but for what the questionnaire says itself, which is told by its styles."""
    body = root.find(f"{_W}body")
    for line, paragraph in enumerate(() if body is None else _inside(body, PARAGRAPH), 1):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        written = _text(paragraph, spaced=False)
        if written and (style is None or style.get(f"{_W}val") not in OUTSIDE):
            place_of_text = cell(f"{path}#paragraph", line, 1, written)
            yield fault(text_outside_tables, place_of_text.span, written)


def _answer(path: str, line: int, cells: list[Element], faults: list[Diagnostic]) -> Given | None:
    """The answer in a row: it stands before the code."""
    texts = [_text(one, spaced=False) for one in cells]
    codes = [number for number, text in enumerate(texts) if place(text.strip())]
    if not codes:
        is_known = any(text.strip().startswith(HEADING) for text in texts)
        if len(texts) > 1 and any(texts[1:]) and not is_known:
            written = next(text for text in texts[1:] if text)
            scalar = cell(path, line, texts.index(written, 1) + 1, written)
            faults.append(fault(unplaced_answer, scalar.span, without_code(written), FROM_A_FORM))
        return None
    number = codes[-1]
    code = texts[number].strip()
    if number == 0:
        return None
    answered = cells[number - 1]
    found = place(code)
    kind = found.field.kind if found else None
    answer = _text(answered, spaced=isinstance(kind, Markdown), bullets=isinstance(kind, Markdown | ListOf))
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
