"""A questionnaire in Excel's format: a practice a sheet, an answer beside the code of its question. Nothing is computed."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string

from generator.blanks.layout import NOTE
from generator.diagnostics import Diagnostic, shortened
from generator.intake.astray import MOST, beside
from generator.intake.faults import (
    AGAIN,
    DAMAGED,
    FILL_IN,
    FROM_A_FORM,
    SMALLER,
    TO_FILL_IN,
    FaultError,
    fault,
    formula,
    no_practice,
    too_large_form,
    unplaced_answer,
    unreadable_form,
    without_code,
)
from generator.intake.given import FORMULA, Given, Read, Submission, cell
from generator.intake.package import opened, part
from generator.intake.placing import place, placed
from generator.phrase import phrase
from generator.source import Source, Span

if TYPE_CHECKING:
    from generator.document import Scalar

ANSWER = 2
"""How many columns after the code an answer stands; between them stands the question."""
SHEETS, ROWS, COLUMNS = 60, 1_000, 40
_FILLED = re.compile(rb'<(?:\w{1,9}:)?c\s[^<>]{0,200}?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]{0,200}(?<!/)>')


def read(data: bytes, path: str) -> Read:
    """The practices in a workbook. Raises FaultError."""
    start = Source(path, "").start()
    with opened(data, start, ".xlsx") as package:
        for name in package.namelist():
            if not name.startswith("xl/media/"):
                _refuse_far(part(package, name, start), start)
    submissions: list[Submission] = []
    faults: list[Diagnostic] = []
    has_questions = False
    for place_of_sheet, rows in _sheets(data, start):
        if rows and rows[0] and rows[0][0].value == NOTE * 2:
            continue
        own: list[Diagnostic] = []
        given = list(_given(place_of_sheet.path, rows, own))
        has_questions = has_questions or bool(given)
        found = placed(place_of_sheet, given, own)
        submissions += found.submissions
        faults += found.faults
    if not submissions and not faults:
        faults.append(fault(no_practice, start, FILL_IN if has_questions else TO_FILL_IN))
    return Read(tuple(submissions), tuple(faults))


def _sheets(data: bytes, start: Span) -> Iterator[tuple[Span, list[list[Scalar]]]]:
    """The cells of each sheet by row. The library raises whatever comes when a workbook is not as it should be."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out, which nobody asked for
            book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
            if len(book.worksheets) > SHEETS:
                why = phrase("there are %(count)s parts in the file", count=len(book.worksheets))
                raise FaultError(too_large_form, start, why, SMALLER)
            for sheet in book.worksheets:
                shown = f"{start.path}#{shortened(sheet.title, 40)}"
                yield Source(shown, "").start(), _rows(sheet, shown)
    except FaultError:
        raise
    except Exception:
        raise FaultError(unreadable_form, start, DAMAGED, AGAIN) from None


def _refuse_far(sheet: bytes, start: Span) -> None:
    """Raises FaultError where a cell is filled in beyond what is read: it would be lost."""
    for found in _FILLED.finditer(sheet):
        letters, row = found[1].decode(), int(found[2])
        if row > ROWS or column_index_from_string(letters) > COLUMNS:
            why = phrase(
                "cell %(cell)s is filled in; %(rows)s rows and %(columns)s columns are read",
                cell=f"{letters}{row}",
                rows=ROWS,
                columns=COLUMNS,
            )
            raise FaultError(too_large_form, start, why, SMALLER)


def _rows(sheet: Any, shown: str) -> list[list[Scalar]]:
    """The cells of a sheet; empty ones at the end are left out."""
    sheet.reset_dimensions()  # what the file says of them may not be so
    rows: list[list[Scalar]] = []
    last = 0
    for number, row in enumerate(sheet.iter_rows(max_row=ROWS, max_col=COLUMNS), 1):
        texts = [_text(one) for one in row]
        while texts and not texts[-1].strip():
            texts.pop()
        last = number if texts else last
        rows.append([cell(shown, number, column, text) for column, text in enumerate(texts, 1)])
    return rows[:last]


def _text(one: Any) -> str:
    """What a cell says, as text: whole numbers without a fraction, dates as ISO 8601 has them; formulas as they are written."""
    value = one.value
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _ if one.data_type == "f":
            return str(getattr(value, "text", value))
        case str() if one.data_type == "e":
            return f"={value}"  # what a formula came to that went wrong
        case str():
            return value.replace("_x000D_", "")
    return str(value)


def _given(shown: str, rows: list[list[Scalar]], faults: list[Diagnostic]) -> Iterator[Given]:
    """The answers of a sheet. What stands in a row without a code, or beside question, answer and help, is a fault."""
    column = next((number for row in rows for number, one in enumerate(row) if _is_code(one.value)), None)
    if column is None:
        lost = next((one for row in rows for one in row if one.value.strip()), None)
        if lost:
            message = phrase("`%(answer)s` stands in a sheet without codes", answer=shortened(lost.value, 40))
            faults.append(fault(unplaced_answer, lost.span, message, FROM_A_FORM))
        return
    first = column + ANSWER
    for line, row in enumerate(rows, 1):
        code = row[column].value.strip() if column < len(row) else ""
        if code.startswith(NOTE):
            continue
        answer = row[first] if first < len(row) else cell(shown, line, first + 1, "")
        if FORMULA.match(answer.value.strip()):
            faults.append(fault(formula, answer.span, answer.value))
            answer = replace(answer, value="")
        if code:
            yield Given(code, answer)
        elif answer.value.strip():
            faults.append(fault(unplaced_answer, answer.span, without_code(answer.value), FROM_A_FORM))
        for number, one in enumerate(row):
            if len(faults) < MOST and one.value.strip() and not column <= number <= first + 1:
                faults.append(beside(one))


def _is_code(written: str) -> bool:
    """Whether a text is a code that is not as likely a word of somebody's language."""
    return written == "title" or ("." in written and place(written.strip()) is not None)
