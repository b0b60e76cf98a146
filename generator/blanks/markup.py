"""What Word knows and its library has no names for, as elements of the document."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Cell


def put(parent: BaseOxmlElement, name: str, **values: str) -> None:
    """An element like ``w:lang`` at the end of another, with attributes."""
    child = OxmlElement(name)
    for key, value in values.items():
        child.set(qn(f"w:{key}"), value)
    parent.append(child)


def shade(cell: _Cell) -> None:
    """Put a cell on grey."""
    put(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill="F4F6F8")


def unbroken(row: BaseOxmlElement) -> None:
    """Keeps a row on one page."""
    properties = row.get_or_add_trPr()
    put(properties, "w:cantSplit")


def quiet_borders(table: Table) -> None:
    """Thin grey lines around all cells of a table."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        put(borders, f"w:{side}", val="single", sz="4", space="0", color="C5CDD5")
    table._tbl.tblPr.append(borders)
