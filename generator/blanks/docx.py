"""The questionnaire for Word: a table for every group of questions, with the code of each question beside its answer."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

from generator.blanks import titles, wording
from generator.blanks.choices import Choices, Option
from generator.blanks.fixed import fixed
from generator.blanks.layout import NOTE, Block, Row, blocks
from generator.blanks.markup import put, quiet_borders, shade, unbroken
from generator.kinds import Markdown, Prose
from generator.questionnaire import FORM
from generator.words import Words

LABEL = 110  # characters of what is chosen; a document is known by its beginning
_DEEP, _BLUE, _QUIET, _INK = "0A3A66", "00568F", "4B5865", "17212B"
_WIDTHS = (Mm(56), Mm(90), Mm(26))
_STYLES = (
    ("Normal", 10.5, False, _INK, 0, 2),
    ("Title", 24, False, _DEEP, 0, 4),
    ("Subtitle", 11, False, _QUIET, 0, 14),
    ("Heading 1", 16, False, _DEEP, 22, 4),
    ("Heading 2", 12, True, _BLUE, 14, 4),
    ("List Bullet", 10.5, False, _INK, 0, 4),
    ("Question", 10, True, _INK, 2, 1),
    ("Hint", 8.5, False, _QUIET, 0, 2),
    ("Marked", 8.5, True, _BLUE, 0, 2),
    ("Code", 6, False, _QUIET, 4, 2),
)
"""Name, size in points, whether bold, colour, and the room above and below in points."""


@dataclass(frozen=True)
class _Form:
    """A document in the making; ``blank`` is a row of a table, since to copy one takes a tenth of the time of adding one."""

    word: Word
    choices: Choices
    said: Words
    blank: CT_Row

    def table(self, block: Block) -> None:
        """The questions of a block, an answer beside each."""
        table = self.word.add_table(rows=0, cols=3)
        table._tbl.tblStyle_val = "TableGrid"
        table.autofit = False
        for column, width in zip(table.columns, _WIDTHS, strict=True):
            column.width = width
        quiet_borders(table)
        if self.said.direction == "rtl":
            table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))  # after the style
        self._head(table)
        for row in block.rows:
            self._row(table, row)

    def _added(self, table: Table) -> _Row:
        """A new row."""
        row = deepcopy(self.blank)
        table._tbl.append(row)
        return _Row(row, table)

    def _head(self, table: Table) -> None:
        row = self._added(table)
        cells = row.cells
        for cell, word in zip(cells, (wording.QUESTION, wording.ANSWER), strict=False):
            _say(cell, self.said.say(word), "Hint")
        _say(cells[2], NOTE, "Code")
        for cell in cells:
            shade(cell)
            cell.paragraphs[0].paragraph_format.keep_with_next = True
        repeated = OxmlElement("w:tblHeader")
        row._tr.get_or_add_trPr().append(repeated)

    def _row(self, table: Table, row: Row) -> None:
        question = row.question
        whole = self._added(table)
        asks, answers, code = whole.cells
        _say(asks, self.said.say(question.title), "Question")
        if row.required:
            _styled(asks.add_paragraph(self.said.say(wording.REQUIRED)), "Marked")
        hint = titles.hint(question, self.said)
        if hint:
            _styled(asks.add_paragraph(hint), "Hint")
        shade(asks)
        _say(code, row.code, "Code")
        if isinstance(question.kind, Markdown | Prose):
            whole.height_rule = WD_ROW_HEIGHT_RULE.AT_LEAST
            whole.height = Mm(32 if isinstance(question.kind, Markdown) else 20)
        else:
            unbroken(whole._tr)
        offered = self.choices.offered(question.kind, self.said)
        if offered:
            for place in range(row.places):
                line = answers.add_paragraph() if place else answers.paragraphs[0]
                line._p.append(_choice(row.code, offered, self.said.say(wording.CHOOSE)))


def questionnaire(choices: Choices, language: str) -> bytes:
    """The questionnaire in a language of the observatory, as a file."""
    said = choices.words(language)
    name = wording.name_of(choices.registry, language)
    word = Document()
    _set_up(word, said)
    word.core_properties.title = f"{said.say(wording.QUESTIONNAIRE)}: {name}"
    word.core_properties.author = word.core_properties.last_modified_by = name
    word.core_properties.comments = ""
    word.core_properties.created = word.core_properties.modified = datetime(2026, 1, 1)
    form = _Form(word, choices, said, _blank(word))
    _styled(word.add_paragraph(said.say(wording.QUESTIONNAIRE)), "Title")
    _styled(word.add_paragraph(name), "Subtitle")
    _styled(word.add_paragraph(said.say(wording.HOW_TO)), "Heading 2")
    for sentence in wording.instructions(wording.IN_WORD, choices.registry, said):
        _styled(word.add_paragraph(sentence), "List Bullet")
    for section in FORM:
        _styled(word.add_paragraph(said.say(section.title)), "Heading 1")
        if section.hint:
            _styled(word.add_paragraph(said.say(section.hint)), "Hint").paragraph_format.keep_with_next = True
        for block in blocks(section):
            if block.title:
                _styled(word.add_paragraph(titles.heading(block, said)), "Heading 2")
                if block.hint and block.number < 2:
                    _styled(word.add_paragraph(said.say(block.hint)), "Hint").paragraph_format.keep_with_next = True
            form.table(block)
    out = BytesIO()
    word.save(out)
    return fixed(out.getvalue())


def _set_up(word: Word, said: Words) -> None:
    """Paper, fonts, directions, and the number of the page."""
    there = {style.name: style for style in word.styles}
    for name, size, bold, colour, above, below in _STYLES:
        style = there.get(name) or word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        if isinstance(style, ParagraphStyle):
            style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
            style.paragraph_format.keep_with_next = name.startswith("Heading")
            _letters(style, size, bold, colour, said)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(19)
    section.top_margin = section.bottom_margin = Mm(18)
    if said.direction == "rtl":
        section._sectPr.append(OxmlElement("w:bidi"))
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    footer = section.footer.paragraphs[0]
    footer.style = word.styles["Hint"]
    footer._p.append(number)


def _letters(style: ParagraphStyle, size: float, bold: bool, colour: str, said: Words) -> None:
    """Font and size of a style, for every script; anything that the template has set goes."""
    look = style.element.get_or_add_rPr()
    for child in list(look):
        look.remove(child)
    fonts = {"ascii": "Arial", "hAnsi": "Arial", "eastAsia": "Microsoft YaHei", "cs": "Arial"}
    put(look, "w:rFonts", **fonts)
    for sign in ("w:b", "w:bCs"):
        put(look, sign, val="1" if bold else "0")
    put(look, "w:color", val=colour)
    for sign in ("w:sz", "w:szCs"):
        put(look, sign, val=str(round(size * 2)))
    is_code = style.name == "Code"
    if said.direction == "rtl":
        put(style.element.get_or_add_pPr(), "w:bidi", val="0" if is_code else "1")
        put(look, "w:rtl", val="0" if is_code else "1")
    put(look, "w:lang", val=said.language, eastAsia=said.language, bidi=said.language)
    borders = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        style.element.get_or_add_pPr().remove(borders)


def _choice(code: str, offered: Sequence[Option], choose: str) -> BaseOxmlElement:
    """A place for something that is chosen from a list, or written."""
    control, about, content = OxmlElement("w:sdt"), OxmlElement("w:sdtPr"), OxmlElement("w:sdtContent")
    put(about, "w:tag", val=code)
    put(about, "w:showingPlcHdr")
    options = OxmlElement("w:comboBox")
    for option in offered:
        label = option.label if len(option.label) <= LABEL else f"{option.label[: LABEL - 1]}…"
        put(options, "w:listItem", displayText=label, value=label)
    about.append(options)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    look = OxmlElement("w:rPr")
    put(look, "w:color", val=_QUIET)
    words.text = choose
    run.append(look)
    run.append(words)
    content.append(run)
    control.append(about)
    control.append(content)
    return control


def _blank(word: Word) -> CT_Row:
    """A row as wide as the page, which stands nowhere."""
    table = word.add_table(rows=1, cols=len(_WIDTHS))
    for cell, width in zip(table.rows[0].cells, _WIDTHS, strict=True):
        cell.width = width
    table._tbl.getparent().remove(table._tbl)
    blank: CT_Row = table.rows[0]._tr
    return blank


def _styled(paragraph: Paragraph, style: str) -> Paragraph:
    """The paragraph in a style. The id of a style is its name without spaces; to look that up takes longer than all the rest."""
    paragraph._p.style = style.replace(" ", "")
    return paragraph


def _say(cell: _Cell, text: str, style: str) -> None:
    paragraph = _styled(cell.paragraphs[0], style)
    paragraph.text = text
