"""Questionnaires as somebody fills them in, and the tiny observatory that imports them."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path

import docx
import openpyxl

from generator import check
from generator.folder import entries
from generator.intake.importing import Imported, take_in
from generator.registry import Registry
from tests.conftest import TODAY, Tiny

ANSWERS = {
    "language": "en",
    "title": "Cascade of three-year plans",
    "countries": "ITA",
    "provisions": "5.1",
    "themes": "strategies",
    "measures": "policy",
    "status": "in-force",
    "summary": "Every public body adopts its own three-year plan.",
    "sources.1.document": "wg4-2019-4",
    "sources.1.paragraphs": "20",
    "submission.by": "State",
    "submission.channel": "note-verbale",
    "submission.date": "2026-11",
}
"""What is enough for an entry, by the codes of the questions."""

WRITTEN = """\
# yaml-language-server: $schema=../../schema/practice.schema.json
language: en
title: Cascade of three-year plans
countries: [ITA]
provisions: ["5.1"]
themes: [strategies]
measures: [policy]
status: in-force
summary: >-
  Every public body adopts its own three-year plan.
sources:
  - {document: wg4-2019-4, paragraphs: ["20"]}
submission: {by: State, channel: note-verbale, date: 2026-11}
review: {state: draft, date: 2026-11-21}
"""
PLANS = "practices/article-05/ita-cascade-of-three-year-plans.yml"


def registry(tiny: Tiny) -> Registry:
    """The registry of an observatory, which is sound."""
    known, _ = check.registry(tiny.settings, TODAY)
    assert known
    return known


def imported(tiny: Tiny, *paths: Path, issue: bool = False, partly: bool = False) -> Imported:
    """What comes of importing some files."""
    every, _ = entries(tiny.settings)
    return take_in(tiny.settings, registry(tiny), every, paths, TODAY, issue=issue, partly=partly)


def told(done: Imported) -> list[tuple[str, int, int, str]]:
    """The faults by the name of the file, row, column and code."""
    return [(Path(one.span.path).name, one.span.line, one.span.column, one.code) for one in done.diagnostics]


def filled_word(form: bytes, answers: Mapping[str, str]) -> bytes:
    """A questionnaire for Word with answers beside their codes; the tables in the opposite order."""
    word = docx.Document(BytesIO(form))
    for table in word.tables:
        for row in table.rows:
            _, answer, code = row.cells
            if code.text in answers:
                answer.text = answers[code.text]
        for row in list(table._tbl.tr_lst)[1:-1]:
            table._tbl.append(row)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def filled_excel(form: bytes, *several: Mapping[str, str]) -> bytes:
    """A questionnaire for Excel with a practice on each sheet."""
    book = openpyxl.load_workbook(BytesIO(form))
    for sheet, answers in zip(book.worksheets[1:], several, strict=False):
        left = dict(answers)
        for row in sheet.iter_rows():
            if row[0].value in left:
                row[2].value = left.pop(str(row[0].value))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook as a file."""
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rows(some: Sequence[Sequence[str]], sign: str = ",") -> str:
    """A table as CSV."""
    out = StringIO()
    csv.writer(out, delimiter=sign).writerows(some)
    return out.getvalue()
