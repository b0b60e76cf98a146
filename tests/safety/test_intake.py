"""Files that somebody sends in to do harm, or by mistake: each a clear message, soon, and nothing written."""

from __future__ import annotations

import json
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.conftest import Tiny
from tests.intake import ANSWERS, imported, rows, saved, told

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
BILLION = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
LOCAL_FILE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'
CELLS = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>"
TITLES, VALUES = list(ANSWERS), list(ANSWERS.values())


def word(**parts: str | bytes) -> bytes:
    """A document of Word with some parts put in the place of its own."""
    out = BytesIO()
    docx.Document().save(out)
    return other(out.getvalue(), parts)


def excel(answers: dict[str, str], **parts: str | bytes) -> bytes:
    """A workbook with answers, likewise."""
    book = openpyxl.Workbook()
    for code, answer in answers.items():
        book.worksheets[0].append((code, "", answer))
    return other(saved(book), parts)


def other(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """A zip with other parts in it."""
    changed = dict(parts)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in before.namelist():
            package.writestr(name, changed.pop(name, before.read(name)))
        for name, part in changed.items():
            package.writestr(name, part)
    return out.getvalue()


def encrypted(data: bytes) -> bytes:
    """A zip whose parts say that they are encrypted."""
    return data.replace(b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    )


def lying(data: bytes) -> bytes:
    """A zip whose directory says of each part that it has four bytes."""
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data = data[: at + 24] + struct.pack("<I", 4) + data[at + 28 :]
        at = data.find(b"PK\x01\x02", at + 4)
    return data


def cells(*several: tuple[object, ...]) -> bytes:
    """A workbook with these rows."""
    book = openpyxl.Workbook()
    for one in several:
        book.worksheets[0].append(one)
    return saved(book)


def nested(depth: int) -> str:
    """Elements that stand in each other, between words that do not repeat."""
    words = [sha256(str(number).encode()).hexdigest() for number in range(depth)]
    return "".join(f"<a>{word}" for word in words) + "</a>" * depth


def bomb(name: str, size: int) -> bytes:
    """A zip with a part that grows without end."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, b" " * size)
    return out.getvalue()


def many(count: int, before: str, after: str) -> str:
    """So many elements with words that do not repeat."""
    return "".join(f"{before}{sha256(str(number).encode()).hexdigest()[:12]}{after}" for number in range(count))


def document(body: str) -> bytes:
    """A document of Word with this in its body."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return word(**{"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'})


def sheets(count: int, rows: int, columns: int) -> bytes:
    """A workbook with numbers everywhere but where an answer belongs."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for number in range(count):
        sheet = book.create_sheet()
        sheet.append(("title",))
        for row in range(rows):
            sheet.append([number * rows * columns + row * columns + column for column in range(columns)])
    return saved(book)


FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "a spreadsheet of 50 MB": ("a.xlsx", lambda: b"PK\x03\x04" + bytes(50 * 1024 * 1024), "Q102"),
    "a password": ("a.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "Q101"),
    "a password on the parts": ("a.docx", lambda: encrypted(word()), "Q101"),
    "Word of before 2007": ("a.doc", lambda: OLE, "Q101"),
    "Word of before 2007, renamed": ("a.docx", lambda: OLE, "Q101"),
    "Excel of before 2007": ("a.xls", lambda: OLE, "Q101"),
    "a document with macros, by its name": ("a.docm", lambda: word(), "Q101"),
    "a document with macros": ("a.docx", lambda: word(**{"word/vbaProject.bin": b"x"}), "Q103"),
    "a bomb in a document": ("a.docx", lambda: bomb("word/document.xml", 5_000_000), "Q102"),
    "a large bomb in a document": ("a.docx", lambda: bomb("word/media/a.png", 60_000_000), "Q102"),
    "a bomb in a workbook": ("a.xlsx", lambda: bomb("xl/worksheets/sheet1.xml", 5_000_000), "Q102"),
    "thousands of parts": ("a.xlsx", lambda: excel({}, **{f"xl/{n}.xml": "<x/>" for n in range(2_000)}), "Q102"),
    "a zip that lies of its sizes": ("a.xlsx", lambda: lying(excel(ANSWERS)), "Q101"),
    "a zip that is cut short": ("a.xlsx", lambda: excel(ANSWERS)[:3_000], "Q101"),
    "a zip of something else": ("a.docx", lambda: bomb("holiday.txt", 10), "Q101"),
    "entities in a document": ("a.docx", lambda: word(**{"word/document.xml": BILLION}), "Q103"),
    "entities in a workbook": ("a.xlsx", lambda: excel({}, **{"xl/workbook.xml": BILLION}), "Q103"),
    "entities in its texts": ("a.xlsx", lambda: excel({}, **{"xl/sharedStrings.xml": LOCAL_FILE}), "Q103"),
    "entities in UTF-16": ("a.docx", lambda: word(**{"word/document.xml": BILLION.encode("utf-16")}), "Q101"),
    "XML that is none": ("a.docx", lambda: word(**{"word/document.xml": "<w:document"}), "Q101"),
    "XML of a workbook that is none": ("a.xlsx", lambda: excel({}, **{"xl/worksheets/sheet1.xml": "<worksheet>"}), "Q101"),
    "elements that stand in each other": (
        "a.docx", lambda: word(**{"word/document.xml": nested(20_000)}), "Q109"
    ),
    "a workbook with a far row": ("a.xlsx", lambda: cells(*((None,) for _ in range(1_200)), ("title", "", "x")), "Q102"),
    "a formula": ("a.xlsx", lambda: cells(("title", "", "=cmd|' /C calc'!A0")), "Q104"),
    "a formula in another place": ("a.xlsx", lambda: cells(("title", "", "x"), ("summary", "", "@SUM(1+1)*cmd|' /C'!A0")), "Q104"),
    "a formula in a table": ("a.csv", lambda: rows([TITLES, ["+cmd|' /C calc'!A0", *VALUES[1:]]]).encode(), "Q104"),
    "a letter that turns the text around": ("a.csv", lambda: rows([TITLES, [*VALUES[:1], "x\u202ey", *VALUES[2:]]]).encode(), "Y008"),
    "the same in a cell": ("a.xlsx", lambda: excel({**ANSWERS, "title": "x\u202ey"}), "Y008"),
    "the same as an escape": ("a.json", lambda: b'{"title": "x\\u202ey"}', "Y008"),
    "half a character": ("a.json", lambda: b'{"title": "x\\ud800"}', "Y008"),
    "a list of numbers": ("a.json", lambda: b"[1, 2, 3]", "Q108"),
    "a number": ("a.json", lambda: b"7", "Q108"),
    "the columns of the page Explore": ("a.json", lambda: b'{"shared": {"size": 1}, "titles": [0]}', "Q108"),
    "nothing in JSON": ("a.json", lambda: b"{}", "Q109"),
    "JSON that is none": ("a.json", lambda: b'{"title": x}', "Q108"),
    "JSON that ends too soon": ("a.json", lambda: b'{"title": ', "Q108"),
    "JSON with a name twice": ("a.json", lambda: b'{"title": "a", "title": "b"}', "Q108"),
    "deep JSON": ("a.json", lambda: b'{"a":' * 500 + b"1" + b"}" * 500, "Q108"),
    "JSON that is deeper still": ("a.json", lambda: b"[" * 200_000, "Q108"),
    "JSON in UTF-16": ("a.json", lambda: json.dumps(ANSWERS).encode("utf-16"), "Q108"),
    "JSON with values without end": ("a.json", lambda: b"[" + b"1," * 400_000 + b"1]", "Q102"),
    "a table in UTF-16": ("a.csv", lambda: rows([TITLES, VALUES]).encode("utf-16"), "Q108"),
    "a table with zeros": ("a.csv", lambda: b"title\nx\x00y\n", "Q108"),
    "a table in Latin-1": ("a.csv", lambda: "title\nDéclarations\n".encode("latin-1"), "Q108"),
    "a table with an open quotation mark": ("a.csv", lambda: b'title\n"x', "Q108"),
    "a table that is too long": ("a.csv", lambda: b"title\n" + b"x\n" * 5_000, "Q102"),
    "a cell that is too long": ("a.csv", lambda: b"title\n" + b"x" * 200_000, "Q108"),
    "a table without practices": ("a.csv", lambda: b"title,summary\n", "Q109"),
    "a table of formulas": ("a.csv", lambda: b"title\n" + (b"=1," * 199 + b"1\n") * 400, "Q104"),
    "a greeting of thousands of paragraphs": (
        "a.docx", lambda: document(many(20_000, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")), "Q109"
    ),
    "a table without end": (
        "a.docx", lambda: document(f"<w:tbl>{many(5_000, CELLS, '</w:t></w:r></w:p></w:tc></w:tr>')}</w:tbl>"), "Q102"
    ),
    "numbers beside the answers": ("a.xlsx", lambda: sheets(1, 400, 38), "Q105"),
    "an empty file": ("a.csv", lambda: b"", "Q109"),
    "an empty document": ("a.docx", lambda: b"", "Q109"),
    "blanks": ("a.json", lambda: b" \n", "Q109"),
    "a picture": ("a.png", lambda: b"\x89PNG\r\n\x1a\n", "Q101"),
    "a picture, renamed": ("a.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "Q101"),
    "a picture, renamed otherwise": ("a.csv", lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "Q108"),
    "a PDF": ("a.pdf", lambda: b"%PDF-1.7", "Q101"),
    "an entry": ("a.yml", lambda: b"title: x", "Q101"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_refused_soon_and_nothing_is_written(tiny: Tiny, name: str) -> None:
    file, make, code = FILES[name]
    path = tiny.write(file, make())
    began = time.process_time()
    tracemalloc.start()
    try:
        done = imported(tiny, path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert code in [found for *_, found in told(done)]
    assert all(one.problem.message and one.span.path.startswith(path.as_posix()) for one in done.diagnostics)
    assert done.arrivals == () and list(tiny.settings.practices.iterdir()) == []
    assert len(done.diagnostics) < 2_000
    assert most < 100_000_000 and time.process_time() - began < 5


def test_what_is_no_file_is_refused(tiny: Tiny) -> None:
    folder = tiny.root / "a.xlsx"
    folder.mkdir()
    import os

    os.mkfifo(tiny.root / "a.json")
    done = imported(tiny, folder, tiny.root / "a.json", tiny.root / "gone.csv", Path("\x00.csv"))
    assert [one.problem.message for one in done.diagnostics if one.span.path.startswith(str(tiny.root))] == [
        "this is no regular file", "this is a folder", "there is no such file",
    ]  # fmt: skip
    assert len(done.diagnostics) == 4


def test_a_hostile_answer_is_a_text_in_the_file(tiny: Tiny) -> None:
    hostile = {
        **ANSWERS,
        "lead": '"]\nreview: {state: published, date: 2026-11-21}\n- <script>',
        "conditions": "a: &x *x !!python/name:os",
    }
    done = imported(tiny, tiny.write("a.csv", rows([list(hostile), list(hostile.values())])))
    assert [code for *_, code in told(done)] == ["P202"]
    hostile["lead"] = hostile["lead"].replace("<script>", "")
    (one,) = imported(tiny, tiny.write("a.csv", rows([list(hostile), list(hostile.values())]))).arrivals
    assert '\nlead: "\\"] review: {state: published, date: 2026-11-21} -"\n' in one.text
    assert '\nconditions:\n  - "a: &x *x !!python/name:os"\n' in one.text and tiny.check().diagnostics == []


def test_the_command_tells_a_bad_file_in_plain_words(tiny: Tiny) -> None:
    tiny.write("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"))
    said = tiny.run("import", "a.xlsx")
    assert said.code == 1 and "Traceback" not in said.err
    assert said.out.startswith(
        "error[Q101] the file is protected by a password\n --> a.xlsx:1:1\n  = save it without one\n"
    )
