"""The questionnaire for Excel: a sheet for each practice, a row for each answer, lists to choose from."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.blanks import titles, wording
from generator.blanks.choices import Choices
from generator.blanks.fixed import fixed
from generator.blanks.layout import NOTE, Row, blocks
from generator.kinds import Kind, Markdown, Prose
from generator.questionnaire import FORM
from generator.words import Words

PRACTICES = 3
"""How many practices there are sheets for; more are copies of one."""
_DEEP, _BLUE, _QUIET, _TINT, _EDGE = "FF0A3A66", "FF00568F", "FF4B5865", "FFF4F6F8", "FFC5CDD5"
_WIDTHS = (13, 32, 64, 46)
_HELP = 56  # so many small letters stand in the last column
_LISTS = "Lists"
_LINE = Side(style="thin", color=_EDGE)
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


class _Look(NamedTuple):
    """How a cell looks; ``direction`` 1 is from left to right whatever the language, and a ``text`` is never a number or a date."""

    bold: bool | None = None
    size: int | None = None
    colour: str | None = None
    fill: str = ""
    boxed: bool = False
    wrapped: bool = True
    direction: int = 0
    text: bool = False


@dataclass
class _Form:
    """A workbook in the making: ``lists`` says in which cells the options of a kind of value stand.

    ``styles`` are those of the looks that there were so far, since to make one takes long.
    """

    book: Workbook
    choices: Choices
    said: Words
    lists: dict[Kind, str] = field(default_factory=dict)
    styles: dict[_Look, StyleArray] = field(default_factory=dict)

    def practice(self, number: int) -> None:
        """The sheet of a practice."""
        sheet = self.sheet(self.said.say(wording.PRACTICE) % {"n": number})
        head = (NOTE, *(self.said.say(word) for word in (wording.QUESTION, wording.ANSWER, wording.HELP)))
        sheet.append(head)
        for cell in sheet[1]:
            self.style(cell, _Look(bold=True, colour="FFFFFFFF", fill=_DEEP))
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        for section in FORM:
            self.heading(sheet, self.said.say(section.title), self.said.say(section.hint), 14)
            for block in blocks(section):
                if block.title:
                    self.heading(sheet, titles.heading(block, self.said), self.said.say(block.hint), 11)
                for row in block.rows:
                    self.question(sheet, row)
        for kind, cells in self.lists.items():
            self.choosing(sheet, kind, cells)

    def sheet(self, title: str) -> Worksheet:
        """A new sheet, as wide as a page."""
        sheet: Worksheet = self.book.create_sheet(title)
        for number, width in enumerate(_WIDTHS, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.sheet_view.rightToLeft = self.said.direction == "rtl"
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        if sheet.sheet_properties.pageSetUpPr:
            sheet.sheet_properties.pageSetUpPr.fitToPage = True
        return sheet

    def heading(self, sheet: Worksheet, title: str, hint: str, size: int) -> None:
        """A row that asks nothing."""
        sheet.append((NOTE, title, "", hint))
        last = sheet.max_row
        self.style(sheet.cell(last, 1), _Look(size=7, colour="FFFFFFFF"))
        self.style(sheet.cell(last, 2), _Look(bold=True, size=size, colour=_BLUE, wrapped=False))
        self.style(sheet.cell(last, 4), _Look(size=9, colour=_QUIET))
        sheet.row_dimensions[last].height = _height(hint, _HELP, size * 2.2)

    def question(self, sheet: Worksheet, row: Row) -> None:
        """A question, with as many rows as there are places for answers."""
        question = row.question
        hint = titles.hint(question, self.said)
        for place in range(row.places if self.choices.offered(question.kind, self.said) else 1):
            required = row.required and not place
            mark = f" ({self.said.say(wording.REQUIRED)})" if required else ""
            sheet.append((row.code, f"{self.said.say(question.title)}{mark}", None, "" if place else hint))
            last = sheet.max_row
            self.style(sheet.cell(last, 1), _Look(size=7, colour=_QUIET, direction=1))
            colour = _BLUE if required else _QUIET if place else None
            self.style(sheet.cell(last, 2), _Look(bold=required, colour=colour, fill=_TINT, boxed=True))
            self.style(sheet.cell(last, 3), _Look(boxed=True, text=True))  # 5.1 and 2013-05 are no numbers and dates
            self.style(sheet.cell(last, 4), _Look(size=9, colour=_QUIET))
            least = 90 if isinstance(question.kind, Markdown) else 48 if isinstance(question.kind, Prose) else 18
            sheet.row_dimensions[last].height = _height("" if place else hint, _HELP, least)

    def style(self, cell: Any, look: _Look) -> None:
        """Give a cell a look; its style as a whole, which can be copied, is not among the types."""
        if look not in self.styles:
            cell.font = Font(name="Arial", bold=look.bold, size=look.size, color=look.colour)
            order = look.direction or (2 if self.said.direction == "rtl" else 1)
            vertical = "top" if look.wrapped else "bottom"
            cell.alignment = Alignment(wrap_text=look.wrapped, vertical=vertical, readingOrder=order)
            if look.fill:
                cell.fill = PatternFill("solid", fgColor=look.fill)
            if look.boxed:
                cell.border = _BOX
            if look.text:
                cell.number_format = "@"
            self.styles[look] = cell._style
        cell._style = copy(self.styles[look])

    def choosing(self, sheet: Worksheet, kind: Kind, cells: str) -> None:
        """Lists at the answers of one kind. Something else may be written all the same, such as several at once."""
        validation = DataValidation(type="list", formula1=cells, allow_blank=True, showErrorMessage=False)
        for (code,) in sheet.iter_rows(min_col=1, max_col=1):
            if _kinds().get(str(code.value)) == kind:
                validation.add(f"C{code.row}")
        if validation.sqref.ranges:
            sheet.add_data_validation(validation)

    def offer(self) -> None:
        """The sheet with all lists, a column each, which nobody need see."""
        sheet = self.book.create_sheet(_LISTS)
        sheet.append((NOTE * 2,))
        sheet.sheet_state = "hidden"
        for kind in dict.fromkeys(_kinds().values()):
            options = self.choices.offered(kind, self.said)
            if options:
                column = sheet.max_column + 1
                letter = get_column_letter(column)
                for number, option in enumerate(options, 1):
                    sheet.cell(number, column, option.label)
                self.lists[kind] = f"{quote_sheetname(_LISTS)}!${letter}$1:${letter}${len(options)}"


def questionnaire(choices: Choices, language: str) -> bytes:
    """The questionnaire in a language of the observatory, as a file; raises OSError where there is no room to make it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    form = _Form(book, choices, choices.words(language))
    _instructions(form)
    form.offer()
    for number in range(1, PRACTICES + 1):
        form.practice(number)
    book.move_sheet(_LISTS, PRACTICES)
    return fixed(_saved(book))


def _saved(book: Workbook) -> bytes:
    """A workbook as a file. Its sheets are files in between, and what goes wrong with those is told in the library's own way."""
    out = BytesIO()
    try:
        book.save(out)
    except SerialisationError as error:
        code = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(code, os.strerror(code)) from None
    return out.getvalue()


def _instructions(form: _Form) -> None:
    """The first sheet."""
    said = form.said
    name = wording.name_of(form.choices.registry, said.language)
    form.book.properties.title = f"{said.say(wording.QUESTIONNAIRE)}: {name}"
    form.book.properties.creator = name
    sheet = form.sheet(said.say(wording.HOW_TO)[:31])
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 3, 110
    sentences = wording.instructions(wording.IN_EXCEL, form.choices.registry, said)
    lines: Sequence[tuple[str, _Look, float]] = (
        (said.say(wording.QUESTIONNAIRE), _Look(size=20, colour=_DEEP), 32),
        (name, _Look(colour=_QUIET), 28),
        (said.say(wording.HOW_TO), _Look(bold=True, colour=_BLUE), 22),
        *((f"• {line}", _Look(), _height(line, 100, 18)) for line in sentences),
    )
    for number, (text, look, height) in enumerate(lines, 1):
        form.style(sheet.cell(number, 2, text), look)
        sheet.row_dimensions[number].height = height
    form.style(sheet.cell(1, 1, NOTE * 2), _Look(size=7, colour="FFFFFFFF"))


@cache
def _kinds() -> dict[str, Kind]:
    """The kinds of the answers by the codes of their questions."""
    return {row.code: row.question.kind for row in _rows()}


def _rows() -> Iterator[Row]:
    for section in FORM:
        for block in blocks(section):
            yield from block.rows


def _height(text: str, width: int, least: float) -> float:
    """How high a row is in points, so that a text of this length stands in it whole: some programs do not find out themselves."""
    wide = sum(2 if ord(sign) > 0x2E80 else 1 for sign in text)
    return max(least, 13 * -(-wide // width) + 5)
