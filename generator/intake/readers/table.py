"""A table with a practice a row: the head of each column names a question, by its code or its title in any language."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from msgspec.structs import replace

from generator.characters import looks
from generator.diagnostics import Diagnostic, shortened
from generator.document import Scalar
from generator.intake.astray import MOST
from generator.intake.faults import (
    CODES,
    SMALLER,
    FaultError,
    broken_data,
    fault,
    formula,
    no_practice,
    too_large_form,
    unplaced_answer,
)
from generator.intake.given import FORMULA, Given, Read, Submission, cell
from generator.intake.placing import ID, place, placed
from generator.phrase import phrase
from generator.source import Source

SEPARATORS = ",;\t"
_SAID = re.compile(f"sep=([{SEPARATORS}])")  # as some write it for Excel, above the heads
ROWS, COLUMNS = 2_000, 200
_BELOW = phrase("write a practice into each row, below the codes of the questions")
_QUOTED = phrase("write a question above it; a text with commas or line breaks in it stands in double quotes")


def read(text: str, path: str, titles: Mapping[str, str]) -> Read:
    """The practices in a table; ``titles`` are the codes by the titles of questions, as they look. Raises FaultError.

    Places are rows and columns, as a spreadsheet counts them. Columns are parted by commas, semicolons or tabs.
    """
    start = Source(path, "").start()
    (first, names), *rows = _parted(text, path, titles) or [(1, [])]
    if not names:
        raise FaultError(no_practice, start, _BELOW)
    head = _cells(path, first, names)
    faults: list[Diagnostic] = []
    codes = [_code(name.value, titles) for name in head]
    for name, code in zip(head, codes, strict=True):
        if not code and name.value.strip():
            message = phrase("`%(name)s` is neither code nor title of a question", name=shortened(name.value, 40))
            faults.append(fault(unplaced_answer, name.span, message, CODES))
    faults += _without_head(path, names, rows)
    submissions: list[Submission] = []
    computed = 0
    for line, row in rows:
        own: list[Diagnostic] = []
        given = list(_given(_cells(path, line, row), codes, own, 1 if computed > MOST else MOST))
        computed += len(own)
        found = placed(cell(path, line, 1, "").span, given, own)
        submissions += found.submissions
        faults += found.faults
    if not submissions and not faults:
        faults.append(fault(no_practice, start, _BELOW))
    return Read(tuple(submissions), tuple(faults))


def _without_head(path: str, names: list[str], rows: Iterable[tuple[int, list[str]]]) -> Iterator[Diagnostic]:
    """The columns with answers and without a head, each told at its first answer."""
    told: set[int] = set()
    for line, row in rows:
        for column, answer in enumerate(row, 1):
            if column in told or not answer.strip() or (column <= len(names) and names[column - 1].strip()):
                continue
            told.add(column)
            message = phrase("`%(answer)s` stands in a column without a head", answer=shortened(answer, 40))
            yield fault(unplaced_answer, cell(path, line, column, answer).span, message, _QUOTED)


def _given(row: list[Scalar], codes: list[str], faults: list[Diagnostic], most: int) -> Iterator[Given]:
    """The answers of a row; at most so many formulas in it are faults, and none is an answer."""
    for one, code in zip(row, codes, strict=False):
        is_formula = FORMULA.match(one.value.strip())
        if is_formula and len(faults) < most:
            faults.append(fault(formula, one.span, one.value))
        if code:
            yield Given(code, replace(one, value="") if is_formula else one)


def _code(written: str, titles: Mapping[str, str]) -> str:
    name = written.strip()
    return name if name == ID or place(name) else titles.get(looks(name), "")


def _cells(path: str, line: int, row: list[str]) -> list[Scalar]:
    return [cell(path, line, column, value) for column, value in enumerate(row, 1)]


def _parted(text: str, path: str, titles: Mapping[str, str]) -> list[tuple[int, list[str]]]:
    """The rows with their numbers, parted by the sign that makes most heads known; empty ones are left out."""
    first = text.lstrip("\n").partition("\n")[0]
    said = _SAID.fullmatch(first)
    if said:
        text = text.replace(first, "", 1)  # so that the rows keep their numbers
    known = {sign: sum(bool(_code(name.strip('"'), titles)) for name in first.split(sign)) for sign in SEPARATORS}
    sign = said[1] if said else max(SEPARATORS, key=known.__getitem__)
    rows: list[tuple[int, list[str]]] = []
    line = 0
    start = Source(path, "").start()
    try:
        for line, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True), 1):
            if line > ROWS or len(row) > COLUMNS:
                why = phrase("there are more than %(rows)s rows or %(columns)s columns", rows=ROWS, columns=COLUMNS)
                raise FaultError(too_large_form, start, why, SMALLER)
            if row:
                rows.append((line, row))
    except csv.Error as error:
        place_of_fault = cell(path, line + 1, 1, "").span
        why = phrase("the table cannot be read from here: %(reason)s", reason=str(error))
        advice = phrase("look at the quotation marks: a text with one in it stands in them, and doubles its own")
        raise FaultError(broken_data, place_of_fault, why, advice) from None
    return rows
