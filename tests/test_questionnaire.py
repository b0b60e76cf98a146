"""`observatory questionnaire`: what is sent out asks for every field, in a language, and is known again when it comes back."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import yaml
from click.testing import CliRunner
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from generator.blanks import docx as word
from generator.blanks import issue
from generator.blanks import xlsx as excel
from generator.blanks.choices import Choices
from generator.cli import main
from generator.fields import PRACTICE
from generator.intake import placing
from generator.intake.placing import WRITTEN_HERE
from generator.intake.readers import docx as reader
from generator.settings import Settings
from tests.conftest import THEME, TODAY, Lights, Tiny
from tests.intake import ANSWERS, imported, registry, told
from tests.reading import read

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def choices(tmp_path_factory: pytest.TempPathFactory) -> Choices:
    """The vocabularies of the real observatory, which speak six languages."""
    from generator import check

    known, _ = check.registry(Settings(ROOT), TODAY)
    assert known
    return Choices(Settings(ROOT).locales, known)


@pytest.fixture(scope="module")
def in_arabic(choices: Choices) -> bytes:
    """The questionnaire for Word in Arabic."""
    return word.questionnaire(choices, "ar")


@pytest.fixture(scope="module")
def sheets_in_arabic(choices: Choices) -> bytes:
    """The questionnaire for Excel in Arabic."""
    return excel.questionnaire(choices, "ar")


def codes_of(sheet: Any) -> list[str]:
    """The codes in the first column of a sheet."""
    return [str(row[0].value) for row in sheet.iter_rows() if placing.place(str(row[0].value))]


def test_every_field_is_asked_for_in_word_and_excel(in_arabic: bytes, sheets_in_arabic: bytes) -> None:
    tables = docx.Document(BytesIO(in_arabic)).tables
    in_word = [code for table in tables for row in table.rows if placing.place(code := row.cells[2].text)]
    in_excel = codes_of(openpyxl.load_workbook(BytesIO(sheets_in_arabic)).worksheets[1])
    assert in_word == list(dict.fromkeys(in_excel))
    assert {code.partition(".")[0] for code in in_word} == {*PRACTICE.names} - WRITTEN_HERE


def test_the_same_version_writes_the_same_bytes(choices: Choices, in_arabic: bytes, sheets_in_arabic: bytes) -> None:
    assert word.questionnaire(choices, "ar") == in_arabic
    assert excel.questionnaire(choices, "ar") == sheets_in_arabic


def test_arabic_goes_from_right_to_left(in_arabic: bytes, sheets_in_arabic: bytes) -> None:
    document = docx.Document(BytesIO(in_arabic))
    assert all(table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in document.tables)
    assert document.styles["Normal"].element.find(f"{qn('w:pPr')}/{qn('w:bidi')}").get(qn("w:val")) == "1"
    book = openpyxl.load_workbook(BytesIO(sheets_in_arabic))
    assert [sheet.sheet_view.rightToLeft for sheet in book.worksheets] == [True, True, True, True, None]
    assert book.sheetnames[0] == "كيفية ملء هذه الاستمارة" and document.paragraphs[0].text == "استبيان"


def test_what_can_be_chosen_is_a_list_in_the_language(sheets_in_arabic: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(sheets_in_arabic))
    sheet, lists = book.worksheets[1], book["Lists"]
    assert lists.sheet_state == "hidden"
    rows = {str(row[0].value): row[0].row for row in sheet.iter_rows()}
    chosen = {f"C{rows[code]}": code for code in ("status", "themes", "submission.by", "sources.1.extent", "language")}
    offered = {}
    for validation in sheet.data_validations.dataValidation:
        cells = validation.formula1.replace("$", "").partition("!")[2]
        for place in chosen:
            if place in validation.sqref:
                offered[chosen[place]] = [row[0].value for row in lists[cells]]
    assert offered["status"][2] == "سارية" and offered["themes"][0] == "استراتيجيات مكافحة الفساد"
    assert offered["language"][:3] == ["العربية", "中文", "English"] and offered.keys() == set(chosen.values())


def test_a_choice_in_word_is_read_and_one_that_was_not_made_is_none(tiny: Tiny) -> None:
    shutil.copytree(THEME / "locales", tiny.root / "theme" / "locales")
    document = docx.Document(BytesIO(word.questionnaire(Choices(tiny.settings.locales, registry(tiny)), "fr")))
    left = dict(ANSWERS)
    for table in document.tables:
        for row in table.rows:
            _, answer, code = row.cells
            control = answer._tc.find(f".//{qn('w:sdt')}")
            if code.text == "status":
                about = control.find(qn("w:sdtPr"))
                about.remove(about.find(qn("w:showingPlcHdr")))
                control.find(f".//{qn('w:t')}").text = about.findall(f".//{qn('w:listItem')}")[2].get(qn("w:value"))
                left.pop("status")
            elif code.text in left:
                answer.text = left.pop(code.text)
    out = BytesIO()
    document.save(out)
    done = imported(tiny, tiny.write("reply.docx", out.getvalue()))
    assert told(done) == [] and left == {}
    assert "status: in-force\n" in done.arrivals[0].text and "evidence" not in done.arrivals[0].text


def test_word_as_people_leave_it() -> None:
    """Paragraphs are parted, items of lists are items, what was deleted is gone, and a pasted table is text."""
    document = docx.Document()
    table = document.add_table(0, 3)
    cells = table.add_row().cells
    cells[2].text, answer = "description", cells[1]
    answer.text = "First."
    answer.add_paragraph("one", "List Bullet")._p.get_or_add_pPr().get_or_add_numPr()
    answer.add_paragraph("two", "List Bullet")._p.get_or_add_pPr().get_or_add_numPr()
    answer.add_paragraph("")
    last = answer.add_paragraph("Last")
    last.add_run(" of all.").add_break()
    gone = OxmlElement("w:del")
    gone.append(answer.add_paragraph("Deleted.").runs[0]._r)
    last._p.append(gone)
    answer.add_table(1, 1).cell(0, 0).text = "Pasted."
    out = BytesIO()
    document.save(out)
    (submission,) = reader.read(out.getvalue(), "reply.docx").submissions
    assert submission.root.text("description") == "First.\n\n- one\n- two\n\nLast of all.\n\n\nPasted."


def test_the_issue_form_is_what_the_fields_say(choices: Choices) -> None:
    written = (ROOT / ".github" / "ISSUE_TEMPLATE" / "practice.yml").read_bytes()
    assert written == issue.questionnaire(choices, "en"), "run `observatory questionnaire --format issue`"


def test_the_issue_form_is_one_that_github_takes(choices: Choices) -> None:
    """By the documented syntax of issue forms."""
    form = yaml.safe_load(issue.questionnaire(choices, "ar"))
    assert {"name", "description", "labels", "body"} == form.keys()
    asked = [item for item in form["body"] if item["type"] != "markdown"]
    assert {item["type"] for item in asked} == {"input", "textarea", "dropdown"}
    labels, ids = [item["attributes"]["label"] for item in asked], [item["id"] for item in asked]
    assert len(set(labels)) == len(labels) and len(set(ids)) == len(ids)
    assert all(id.replace("-", "").isalnum() and id.isascii() for id in ids)
    for item in asked:
        options = item["attributes"].get("options", ["one"])
        assert options and len(set(options)) == len(options) and all(isinstance(one, str) and one for one in options)
    assert all(item["attributes"]["value"] for item in form["body"] if item["type"] == "markdown")


def test_github_chooses_nothing_by_itself(choices: Choices) -> None:
    """It takes the first of a list of which one must be chosen."""
    form = yaml.safe_load(issue.questionnaire(choices, "en"))
    first = {item["id"]: item["attributes"]["options"][0] for item in form["body"] if item["type"] == "dropdown"}
    assert {id for id, option in first.items() if option == "Choose…"} == {
        "language", "status", "submission-by", "submission-channel",
    }  # fmt: skip


def test_an_issue_form_is_written_over_an_issue_form_alone(tiny: Tiny) -> None:
    tiny.write("README.yml", "title: mine\n")
    said = tiny.run("questionnaire", "--format", "issue", "--into", "README.yml")
    assert said.code == 2 and "is something else" in said.err
    assert (tiny.root / "README.yml").read_text(encoding="utf-8") == "title: mine\n"
    path = tiny.write(".github/ISSUE_TEMPLATE/practice.yml", f"{issue.HEAD}name: of last year\n")
    assert tiny.run("questionnaire", "--format", "issue").code == 0 and b"of last year" not in path.read_bytes()


def test_the_command_writes_where_it_is_told(tiny: Tiny) -> None:
    said = tiny.run("questionnaire", "--language", "fr", "--format", "xlsx", "--into", "out/form.xlsx")
    assert said.code == 0 and (tiny.root / "out" / "form.xlsx").stat().st_size > 10_000
    tiny.write("out/form.xlsx", b"filled in")
    said = tiny.run("questionnaire", "--language", "fr", "--format", "xlsx", "--into", "out/form.xlsx")
    assert said.code == 2 and (tiny.root / "out" / "form.xlsx").read_bytes() == b"filled in"
    said = tiny.run("questionnaire", "--format", "xlsx", "--into", "form.docx")
    assert said.code == 2 and "form.docx does not end in .xlsx" in said.err and not (tiny.root / "form.docx").exists()
    assert tiny.run("questionnaire", "--language", "tlh").err.endswith("choose one of these: ar, zh, en, fr\n")


@pytest.mark.parametrize(("language", "form"), [("ar", "docx"), ("fr", "xlsx")])
def test_the_site_has_the_one_that_the_command_writes(language: str, form: str, built: Lights, tmp_path: Path) -> None:
    place = tmp_path / f"form.{form}"
    command = [
        "--root",
        str(built.root),
        "questionnaire",
        "--language",
        language,
        "--format",
        form,
        "--into",
        str(place),
    ]
    said = CliRunner().invoke(main, command)
    assert said.exit_code == 0, said.output
    assert (built.site / language / f"contribute/questionnaire.{form}").read_bytes() == place.read_bytes()


def test_the_page_of_the_form_leads_to_them_and_no_list_of_pages_does(built: Lights) -> None:
    links = [one.get("href") for one in read(built.site / "ar/contribute/form/index.html").all("a")]
    assert {"../../contribute/questionnaire.docx", "../../contribute/questionnaire.xlsx"} <= set(links)
    assert "questionnaire" not in (built.site / "sitemap.xml").read_text(encoding="utf-8")
