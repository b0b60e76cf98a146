"""`observatory import`: what people send in who never see a file becomes entries, or they are told what is wrong and where."""

from __future__ import annotations

import json
import shutil
from io import BytesIO
from pathlib import Path

import docx
import msgspec
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import load
from generator.blanks import docx as word
from generator.blanks import xlsx as excel
from generator.blanks.choices import Choices
from generator.characters import unseen
from generator.diagnostics import Rule
from generator.document import Document, plain
from generator.exports.entries import values
from generator.intake import faults
from generator.intake.entry import numbered, written
from generator.intake.examining import examined
from generator.intake.given import FORMULA, Read
from generator.intake.readers import docx as word_reader
from generator.intake.readers import xlsx as excel_reader
from generator.interpreter import voice
from generator.recording import both
from generator.source import Source
from tests.conftest import CASES, PLACE, SOUND, THEME, TODAY, Tiny, overlaid
from tests.intake import ANSWERS, PLANS, WRITTEN, filled_excel, filled_word, imported, registry, rows, saved, told

ROOT = Path(__file__).parents[1]
OTHER = {**ANSWERS, "title": "A list of gifts", "countries": "NOR"}


@pytest.fixture(scope="module")
def word_form() -> bytes:
    """The questionnaire for Word."""
    return word.questionnaire(Choices(Tiny(CASES).settings.locales, registry(Tiny(CASES))), "en")


@pytest.fixture(scope="module")
def excel_form() -> bytes:
    """The questionnaire for Excel, from right to left."""
    return excel.questionnaire(Choices(Tiny(CASES).settings.locales, registry(Tiny(CASES))), "ar")


def text(tiny: Tiny, place: str = PLANS) -> str:
    """What stands in an entry."""
    return (tiny.root / place).read_text(encoding="utf-8")


def entries_of(tiny: Tiny) -> list[str]:
    """The files of all entries."""
    return sorted(path.name for path in tiny.settings.practices.rglob("*.yml"))


# What comes back


def test_a_word_questionnaire_that_was_filled_in(tiny: Tiny, word_form: bytes) -> None:
    done = imported(tiny, tiny.write("reply.docx", filled_word(word_form, ANSWERS)))
    assert told(done) == [] and text(tiny) == WRITTEN
    assert tiny.check().diagnostics == []


def test_several_practices_in_one_workbook(tiny: Tiny, excel_form: bytes) -> None:
    done = imported(tiny, tiny.write("reply.xlsx", filled_excel(excel_form, ANSWERS, {}, OTHER)))
    assert told(done) == [] and text(tiny) == WRITTEN
    assert entries_of(tiny) == ["ita-cascade-of-three-year-plans.yml", "nor-a-list-of-gifts.yml"]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_table_with_a_practice_a_row(tiny: Tiny, sign: str) -> None:
    table = rows([list(ANSWERS), list(ANSWERS.values()), ["" for _ in ANSWERS], list(OTHER.values())], sign)
    done = imported(tiny, tiny.write("reply.csv", "\ufeff" + table))
    assert told(done) == [] and text(tiny) == WRITTEN and len(entries_of(tiny)) == 2


def test_a_table_below_empty_lines(tiny: Tiny) -> None:
    table = rows([list(ANSWERS), list(ANSWERS.values())], ";")
    assert told(imported(tiny, tiny.write("reply.csv", "\n\n" + table))) == [] and text(tiny) == WRITTEN
    done = imported(tiny, tiny.write("reply.csv", "sep=;\n" + table))
    assert told(done) == [] and "reply.csv:3 is there already" in done.notes[0]
    broken = "\n\n" + table + '\n"x'
    assert told(imported(tiny, tiny.write("reply.csv", broken))) == [("reply.csv", 6, 1, "Q108")]


def test_data_in_the_shape_of_an_entry(tiny: Tiny) -> None:
    read = load.parse(Source("x", SOUND))
    assert isinstance(read, Document)
    tiny.write("reply.json", json.dumps([plain(read.root)]))
    assert told(imported(tiny, tiny.root / "reply.json")) == []
    assert entries_of(tiny) == ["ita-cascade-of-three-year-plans.yml"]


def test_what_the_site_publishes_of_entries_comes_in_again(tmp_path: Path) -> None:
    """The files from which the form takes up entries say all that stands in them, but for what commands and reviewers write."""
    shutil.copytree(ROOT / "registry", tmp_path / "registry", ignore=shutil.ignore_patterns("published.txt"))
    (tmp_path / "practices").mkdir()
    originals = {}
    for path in sorted((ROOT / "practices").glob("*/*.yml")):
        document = load.read(path, path.name)
        if "." not in path.stem and isinstance(document, Document) and not document.root.get("withdrawal"):
            originals[path.stem] = document
    published = [values(*both(id, document, {})) for id, document in originals.items()]
    data = [{"id": id, **one} for id, one in zip(originals, published, strict=True)]
    tiny = Tiny(tmp_path)
    done = imported(tiny, tiny.write("data.json", msgspec.json.encode(data)))
    assert not done.is_wrong and len(done.arrivals) == len(originals) > 30
    for one in done.arrivals:
        read = load.read(one.path, one.path.name)
        assert isinstance(read, Document)
        assert _said(read) == _said(originals[one.path.stem]), one.path
    again = imported(tiny, tiny.write("data.json", msgspec.json.encode(data)))
    assert again.arrivals == () and not any("something else" in note for note in again.notes)


def _said(document: Document) -> dict[str, object]:
    said = plain(document.root)
    assert isinstance(said, dict)
    return {
        name: value.strip() if isinstance(value, str) else value
        for name, value in said.items()
        if name not in ("review", "aliases")
    }


def test_an_issue(tiny: Tiny) -> None:
    body = "".join(
        f"### {title}\r\n\r\n{answer}\r\n\r\n"
        for title, answer in {
            "Title": ANSWERS["title"],
            "Summary": ANSWERS["summary"],
            "Language of this text": "English",
            "State": "Italy",
            "Not named in the source": "_No response_",
            "Status": "in force",
            "Provisions": "5.1",
            "Themes": "Anti-corruption strategies",
            "Measures": "Policy",
            "What was done": "Step by step:\r\n\r\n### Not a title\r\n\r\n1. A plan.",
            "Sources (1): Document": "wg4-2019-4 · whatever it is called",
            "Sources (1): Paragraphs": "20",
            "Submission: Who submits it": "the State",
            "Submission: How it came in": "reply to a note verbale",
            "Submission: When": "2026-11",
        }.items()
    )
    assert told(imported(tiny, tiny.write("issue.md", body), issue=True)) == []
    described = "description: |\n  Step by step:\n\n  ### Not a title\n\n  1. A plan.\n"
    assert text(tiny) == WRITTEN.replace("sources:", f"{described}sources:")


def test_an_issue_that_was_not_written_with_the_form(tiny: Tiny) -> None:
    done = imported(tiny, tiny.write("issue.md", "Dear all,\n\n## A question\n"), issue=True)
    assert told(done) == [("issue.md", 1, 1, "Q109")]


def test_an_issue_that_was_changed_by_hand(tiny: Tiny) -> None:
    body = "Dear all,\n\n### Title\n\nPlans\n\n### Status\n\nChoose…\n\n### Sources (1): How far it was read\n\nNone\n"
    done = imported(tiny, tiny.write("issue.md", body), issue=True)
    assert ("issue.md", 1, 1, "Q105") in told(done)
    said = [one.problem.message for one in done.diagnostics]
    assert said[0] == "`Dear all,` stands above the first question"
    assert "“Status” (`status`) is not answered" in said and not any("None" in one for one in said)


# What people write


@pytest.mark.parametrize(
    ("code", "answer", "line"),
    [
        ("countries", "Italie", "countries: [ITA]"),
        ("countries", "意大利", "countries: [ITA]"),
        ("countries", "italy; NO", "countries: [ITA, NOR]"),
        ("themes", "反腐败战略\nprivate sector", "themes: [strategies, private-sector]"),
        ("themes", "Private sector, Evaluation", "themes: [private-sector, evaluation]"),
        ("status", "en vigueur", "status: in-force"),
        ("status", "سارية", "status: in-force"),
        ("language", "Français", "language: fr"),
        ("provisions", "5.1 · whatever it is called; 12.1", 'provisions: ["5.1", "12.1"]'),
        ("provisions", "٥.١", 'provisions: ["5.1"]'),
        ("sources.1.paragraphs", "20, 21", '  - {document: wg4-2019-4, paragraphs: ["20", "21"]}'),
        ("since", "٢٠١٣", "since: 2013"),
        ("title", "Plans:\nof three years ", 'title: "Plans: of three years"'),
        ("conditions", "• a will; and a law\n- a budget", "conditions:\n  - a will; and a law\n  - a budget"),
        ("partners", "One; Two", "partners:\n  - One\n  - Two"),
        ("assistance.needed.1.note", "Drafting", "assistance:\n  needed:\n    - {note: Drafting}"),
        ("evidence.level", "stated in the source, not evaluated", "evidence: {level: stated}"),
    ],
)
def test_what_is_meant_is_understood(tiny: Tiny, code: str, answer: str, line: str) -> None:
    shutil.copytree(THEME / "locales", tiny.root / "theme" / "locales")
    answers = {**ANSWERS, code: answer}
    done = imported(tiny, tiny.write("reply.csv", rows([list(answers), list(answers.values())])))
    assert not done.is_wrong
    (one,) = done.arrivals
    assert f"\n{line}\n" in one.text


def test_heads_of_a_table_in_another_language(tiny: Tiny) -> None:
    shutil.copytree(THEME / "locales", tiny.root / "theme" / "locales")
    names = {"title": "Titre", "summary": "Résumé", "countries": "État", "sources.1.document": "sources.document"}
    head = [names.get(code, code) for code in ANSWERS]
    done = imported(tiny, tiny.write("reply.csv", rows([head, list(ANSWERS.values())])))
    assert told(done) == [] and text(tiny) == WRITTEN


def test_a_cell_that_a_spreadsheet_took_for_a_number_or_a_date(tiny: Tiny) -> None:
    book = openpyxl.Workbook()
    from datetime import datetime

    for code, answer in {**ANSWERS, "provisions": 5.1, "sources.1.paragraphs": 20.0, "since": 2013}.items():
        book.worksheets[0].append((code, "", datetime(2026, 11, 3) if code == "submission.date" else answer))
    assert told(imported(tiny, tiny.write("reply.xlsx", saved(book)))) == []
    assert "since: 2013\n" in text(tiny) and "date: 2026-11-03}" in text(tiny)


# Nothing is overwritten, nothing comes in twice


def test_a_second_import_changes_nothing_and_says_so(tiny: Tiny, excel_form: bytes) -> None:
    path = tiny.write("reply.xlsx", filled_excel(excel_form, ANSWERS))
    first, before = imported(tiny, path), text(tiny)
    again = imported(tiny, path)
    assert len(first.arrivals) == 1 and again.arrivals == () and again.diagnostics == ()
    assert again.notes == (f"{path.as_posix()}#Practice 1 is there already: {PLANS}",)
    assert text(tiny) == before


def test_an_entry_that_says_something_else_is_left_as_it_is(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND.replace("Every public body", "Each"))
    done = imported(tiny, tiny.write("reply.csv", rows([list(ANSWERS), list(ANSWERS.values())])))
    (note,) = done.notes
    assert f"is there already: {PLACE}, and says something else in summary, submission; it is left" in note
    assert entries_of(tiny) == ["ita-plans.yml"] and done.diagnostics == ()


def test_an_id_that_is_taken_gets_a_number(tiny: Tiny) -> None:
    tiny.write(PLANS, SOUND.replace("title: Cascade of three-year plans", "title: Another one altogether"))
    imported(tiny, tiny.write("reply.csv", rows([list(ANSWERS), list(ANSWERS.values())])))
    assert entries_of(tiny) == ["ita-cascade-of-three-year-plans-2.yml", "ita-cascade-of-three-year-plans.yml"]


def test_an_address_that_leads_elsewhere_is_not_given_again(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND.replace("title: Cascade", "title: A list") + "aliases: [ita-cascade-of-three-year-plans]\n")
    tiny.settings.ledger.write_text("ita-cascade-of-three-year-plans-2\n", encoding="utf-8")
    imported(tiny, tiny.write("reply.csv", rows([list(ANSWERS), list(ANSWERS.values())])))
    assert entries_of(tiny) == ["ita-cascade-of-three-year-plans-3.yml", "ita-plans.yml"]


def test_an_id_that_is_asked_for(tiny: Tiny) -> None:
    answers = {**ANSWERS, "id": "ita-plans"}
    path = tiny.write("reply.csv", rows([list(answers), list(answers.values())]))
    assert told(imported(tiny, path)) == [] and entries_of(tiny) == ["ita-plans.yml"]
    answers["id"], answers["title"] = "../ita-plans", "Another one"
    path = tiny.write("reply.csv", rows([list(answers), list(answers.values())]))
    assert told(imported(tiny, path)) == [("reply.csv", 2, 14, "P601")]


def test_a_title_without_latin_letters_has_an_id_too(tiny: Tiny) -> None:
    answers = {**ANSWERS, "title": "三年期计划的级联模式", "language": "zh"}
    imported(tiny, tiny.write("reply.csv", rows([list(answers), list(answers.values())])))
    assert entries_of(tiny) == ["ita-strategies.yml"]


def test_a_name_that_nobody_gave_is_no_fault(tiny: Tiny) -> None:
    answers = {**ANSWERS, "title": "反腐败计划", "themes": "主题"}
    problems = told(imported(tiny, tiny.write("sent/one.csv", rows([list(answers), list(answers.values())]))))
    assert [code for *_, code in problems] == ["P402"]


def test_one_practice_in_two_files_is_taken_once(tiny: Tiny) -> None:
    table = rows([list(ANSWERS), list(ANSWERS.values())])
    done = imported(tiny, tiny.write("a.csv", table), tiny.write("b.csv", table))
    assert len(done.arrivals) == 1 and "and is taken once" in done.notes[0]


def test_two_practices_of_one_title_are_a_fault(tiny: Tiny) -> None:
    other = {**ANSWERS, "summary": "Something else."}
    done = imported(tiny, tiny.write("a.csv", rows([list(ANSWERS), list(ANSWERS.values()), list(other.values())])))
    assert told(done) == [("a.csv", 3, 2, "Q110")] and entries_of(tiny) == []


def test_a_long_id_has_room_for_its_number() -> None:
    assert numbered("a" * 49 + "-b"[:1], 12) == "a" * 47 + "-12"


# All faults at once, each at its cell


def test_everything_that_is_wrong_is_told_at_its_cell(tiny: Tiny) -> None:
    sheet = {
        **ANSWERS,
        "summary": "",
        "themes": "strategy",
        "since": "2013-02-30",
        "submission.channel": "by pigeon",
        "no-such-question": "lost",
        "sources.1.url": "www.example.org",
    }
    book = openpyxl.Workbook()
    for code, answer in sheet.items():
        book.worksheets[0].append((code, "", answer))
    book.worksheets[0]["F3"] = "a remark"
    book.create_sheet("Notes")["B2"] = "bring cake"
    done = imported(tiny, tiny.write("reply.xlsx", saved(book)))
    assert told(done) == [
        ("reply.xlsx#Notes", 2, 2, "Q105"),
        ("reply.xlsx#Sheet", 3, 6, "Q105"),
        ("reply.xlsx#Sheet", 5, 3, "P402"),
        ("reply.xlsx#Sheet", 8, 3, "Q107"),
        ("reply.xlsx#Sheet", 12, 3, "P107"),
        ("reply.xlsx#Sheet", 14, 3, "P502"),
        ("reply.xlsx#Sheet", 15, 3, "Q105"),
        ("reply.xlsx#Sheet", 16, 3, "P109"),
    ]
    assert entries_of(tiny) == [] and done.left == 1


def test_a_fault_in_a_table_of_word_has_table_row_and_column(tiny: Tiny, word_form: bytes) -> None:
    answers = {**ANSWERS, "title": "", "until": "soon"}
    document = docx.Document(BytesIO(filled_word(word_form, answers)))
    document.tables[0].add_row().cells[1].text = "and one more thing"
    document.add_paragraph("With kind regards")
    out = BytesIO()
    document.save(out)
    done = imported(tiny, tiny.write("reply.docx", out.getvalue()))
    assert [(place, code) for place, _, _, code in told(done)] == [
        ("reply.docx#paragraph", "Q111"),
        ("reply.docx#table 01", "Q107"),
        ("reply.docx#table 01", "Q105"),
        ("reply.docx#table 02", "P501"),
    ]
    assert told(done)[2][1:3] == (5, 2)


def test_what_stands_behind_the_codes_and_in_notes_of_word_is_told(tiny: Tiny, word_form: bytes) -> None:
    document = docx.Document(BytesIO(filled_word(word_form, ANSWERS)))
    table = document.tables[0]
    table.add_column(table.columns[0].width)
    table.rows[1].cells[3].text = "See annex."
    document.add_comment(document.paragraphs[0].runs, text="Which year?", author="x", initials="x")
    out = BytesIO()
    document.save(out)
    done = imported(tiny, tiny.write("reply.docx", out.getvalue()))
    assert told(done) == [("reply.docx#comments", 1, 1, "Q111"), ("reply.docx#table 01", 2, 4, "Q105")]


def test_lists_of_word_that_another_program_took_for_texts(tiny: Tiny) -> None:
    shutil.copytree(THEME / "locales", tiny.root / "theme" / "locales")
    document = docx.Document()
    table = document.add_table(0, 3)
    answers = {**ANSWERS, "themes": "Choose…\nstrategies\nChoose…", "sources.1.extent": "اختر…"}
    for code, answer in answers.items():
        cells = table.add_row().cells
        cells[1].text, cells[2].text = answer, code
    out = BytesIO()
    document.save(out)
    assert told(imported(tiny, tiny.write("reply.docx", out.getvalue()))) == [] and text(tiny) == WRITTEN


def test_a_fault_in_a_table_of_markdown_has_the_row_of_its_cell(tiny: Tiny) -> None:
    answers = {**ANSWERS, "description": "| a |\n| - |\n| <b>x</b> |"}
    done = imported(tiny, tiny.write("a.csv", rows([list(answers), list(answers.values())])))
    assert {one[:3] for one in told(done)} == {("a.csv", 2, 14)}


def test_a_fault_is_told_in_the_language_of_the_reader(tiny: Tiny) -> None:
    shutil.copytree(THEME / "locales", tiny.root / "theme" / "locales")
    answers = {**ANSWERS, "summary": ""}
    (fault,) = imported(tiny, tiny.write("a.csv", rows([list(answers), list(answers.values())]))).diagnostics
    assert fault.problem.message == "“Summary” (`summary`) is not answered"
    assert voice(THEME / "locales", "ar").tell(fault.problem.message) == "لم يُجَب عن «الملخص» (`summary`)"


@pytest.mark.parametrize(
    ("code", "answer", "message", "advice"),
    [
        ("themes", "strategy", "there is no theme `strategy`", "did you mean “Anti-corruption strategies”?"),
        ("themes", "Anticorruption strategy", "there is no theme `Anticorruption strategy`", "did you mean “Anti-corruption strategies”?"),
        ("countries", "Itali", "there is no State `Itali`", "did you mean “Italy”?"),
        ("language", "Klingon", "there is no language `Klingon`", "choose one of these: “"),
        ("submission.by", "my aunt", "`my aunt` is none of the words for “Who submits it”",
         "choose one of these: “the State”, “the Secretariat”, “civil society”, “academia”, “the editors of this site”"),
        ("themes", "Anti-corruption strategies; strategies", "“Anti-corruption strategies” stands twice in “Themes”", "take one"),
        ("since", "soon", "`soon` is no date that “Since” can hold", "write the year"),
        ("since", "2999", "2999 is in the future", "choose “planned” under “Status”"),
        ("anonymous", "one State", "“State” and “Not named in the source” exclude each other", "keep “State” where"),
        ("sources.1.paragraphs", "20-22", "`20-22` is no number of a paragraph", "write each of them: 20, 21, 22"),
        ("sources.1.paragraphs", "", "the paragraphs of the document are not given", "add the numbers, such as 20, 21"),
        ("id", "ITA Plans.yml", "`ITA Plans.yml` is no name that an address can be made of", "call it `ita-plans`"),
        ("adapted_from", "nor-none", "there is no entry `nor-none`", "name a practice by the last part of the address of its page"),
    ],
)  # fmt: skip
def test_a_fault_is_told_in_the_words_of_the_questions(
    tiny: Tiny, code: str, answer: str, message: str, advice: str
) -> None:
    answers = {**ANSWERS, code: answer}
    done = imported(tiny, tiny.write("a.csv", rows([list(answers), list(answers.values())])))
    found = {str(one.problem.message): str(one.problem.advice) for one in done.diagnostics}
    assert message in found and found[message].startswith(advice), found


def test_what_a_web_page_lacks_is_told_by_the_titles_of_both_questions(tiny: Tiny) -> None:
    page = {"sources.1.title": "Report", "sources.1.url": "https://example.org/report"}
    answers = {**ANSWERS, "sources.1.document": "", "sources.1.paragraphs": "", **page}
    done = imported(tiny, tiny.write("a.csv", rows([list(answers), list(answers.values())])))
    assert [str(one.problem.message) for one in done.diagnostics] == [
        "for a web page, “How far it was read” has to be answered",
        "for a web page, “Read on” has to be answered",
    ]


def test_labels_are_those_of_the_language_of_the_reader(tiny: Tiny) -> None:
    shutil.copytree(THEME / "locales", tiny.root / "theme" / "locales")
    answers = {**ANSWERS, "status": "in use"}
    (found,) = imported(tiny, tiny.write("a.csv", rows([list(answers), list(answers.values())]))).diagnostics
    said = voice(THEME / "locales", "zh")
    assert "“状况”" in said.tell(found.problem.message)
    assert "“实施中”" in said.tell(found.problem.advice)


def test_partly_takes_what_is_sound(tiny: Tiny) -> None:
    wrong = {**OTHER, "themes": "strategy"}
    path = tiny.write("a.csv", rows([list(ANSWERS), list(wrong.values()), list(ANSWERS.values())]))
    assert imported(tiny, path).arrivals == () and entries_of(tiny) == []
    done = imported(tiny, path, partly=True)
    assert entries_of(tiny) == [Path(PLANS).name] and done.left == 1 and done.is_wrong


def test_partly_takes_no_practice_with_an_answer_astray(tiny: Tiny) -> None:
    """It would come in without that answer, and be there already once the answer is mended."""
    book = openpyxl.Workbook()
    sheets = [book.worksheets[0], book.create_sheet("formula"), book.create_sheet("sound")]
    for sheet, title in zip(sheets, ("one", "two", "three"), strict=True):
        for code, answer in {**ANSWERS, "title": title}.items():
            sheet.append((code, "", answer))
    sheets[0].append(("lesons", "", "Begin early."))
    sheets[1].append(("results", "", "=A1"))
    done = imported(tiny, tiny.write("a.xlsx", saved(book)), partly=True)
    assert [code for *_, code in told(done)] == ["Q105", "Q104"] and done.left == 2
    assert entries_of(tiny) == ["ita-three.yml"]
    table = rows([[*ANSWERS, "remarks"], [*ANSWERS.values(), "See annex."]])
    done = imported(tiny, tiny.write("a.csv", table), partly=True)
    assert [code for *_, code in told(done)] == ["Q105"] and entries_of(tiny) == ["ita-three.yml"]


def test_warnings_do_not_stop_an_import(tiny: Tiny) -> None:
    answers = {**ANSWERS, "results": "Write to maria.rossi@example.org."}
    done = imported(tiny, tiny.write("a.csv", rows([list(answers), list(answers.values())])))
    assert [code for *_, code in told(done)] == ["P208"] and len(done.arrivals) == 1


def test_a_title_that_is_nearly_there_already_is_told(tiny: Tiny) -> None:
    tiny.write(PLACE, overlaid(SOUND, "title: Cascades of three-year plans\n"))
    done = imported(tiny, tiny.write("a.csv", rows([list(ANSWERS), list(ANSWERS.values())])))
    assert "nearly that of" in done.diagnostics[0].problem.message


def test_fields_that_maintainers_write_are_not_taken(tiny: Tiny) -> None:
    read = load.parse(Source("x", SOUND + "aliases: [ita-old]\nreview: {state: published, date: 2026-11-21}\n"))
    assert isinstance(read, Document)
    path = tiny.write("a.json", json.dumps(plain(read.root)))
    assert [code for *_, code in told(imported(tiny, path))] == ["Q105"]


# By the command


def test_the_command_shows_writes_and_repeats(tiny: Tiny) -> None:
    tiny.write("reply.csv", rows([list(ANSWERS), list(ANSWERS.values())]))
    shown = tiny.run("import", "--dry-run", "reply.csv")
    assert shown.code == 0 and f"would be {PLANS}\n\n{WRITTEN}" in shown.out and entries_of(tiny) == []
    said = tiny.run("import", "reply.csv")
    assert said.out == f"reply.csv:2 is {PLANS}\n1 file read: 1 entry written\n"
    assert tiny.run("import", "reply.csv").out.endswith("1 file read: 0 entries written, 1 there already\n")


def test_a_formula_is_told_once(tiny: Tiny, excel_form: bytes) -> None:
    """It is no answer, and nobody is told as well that none was given."""
    formula = {**ANSWERS, "summary": "=SUM(A1)"}
    table = tiny.write("reply.csv", rows([list(formula), list(formula.values())]))
    workbook = tiny.write("reply.xlsx", filled_excel(excel_form, formula))
    assert [code for path in (table, workbook) for *_, code in told(imported(tiny, path))] == ["Q104", "Q104"]


def test_the_command_says_what_is_wrong(tiny: Tiny) -> None:
    tiny.write("reply.csv", rows([list(ANSWERS), [*list(ANSWERS.values())[:-1], "soon"]]))
    said = tiny.run("import", "reply.csv", "--format", "concise")
    assert said.code == 1 and said.out.startswith("reply.csv:2:13: P501 ") and "Traceback" not in said.err
    assert "1 file read: 0 entries written, 1 practice not taken" in said.err
    assert tiny.run("import").code == 2


# Whatever is written comes through

SIGNS = st.one_of(st.characters(exclude_categories=("C", "M", "Z")), st.sampled_from("a b#:-|>%@'\"\\{}[],&*!?0é三ع"))
LINES = st.text(SIGNS, min_size=1, max_size=40).filter(
    lambda text: bool(text.strip()) and not unseen(text) and not FORMULA.match(text.strip())
)
TEXTS = st.lists(LINES, min_size=1, max_size=4).map("\n".join)


def word_of(answers: dict[str, str]) -> Read:
    """Answers in a table of Word, read."""
    document = docx.Document()
    table = document.add_table(0, 3)
    for code, answer in answers.items():
        cells = table.add_row().cells
        cells[1].text, cells[2].text = answer, code
    out = BytesIO()
    document.save(out)
    return word_reader.read(out.getvalue(), "reply.docx")


def excel_of(answers: dict[str, str]) -> Read:
    """Answers in a sheet of Excel, read."""
    book = openpyxl.Workbook()
    for code, answer in answers.items():
        book.worksheets[0].append((code, "", answer))
    return excel_reader.read(saved(book), "reply.xlsx")


@pytest.mark.parametrize("read", [word_of, excel_of])
@settings(max_examples=25, deadline=None)
@given(title=LINES, summary=LINES, description=TEXTS, note=LINES)
def test_any_text_comes_through(read: object, title: str, summary: str, description: str, note: str) -> None:
    assert callable(read)
    tiny = Tiny(CASES)
    texts = {"title": title, "summary": summary, "description": description, "sources.1.note": note}
    (submission,) = read({**ANSWERS, **texts}).submissions
    candidate = examined(submission, Choices(tiny.settings.locales, registry(tiny)), TODAY)
    again = load.parse(Source("x.yml", written(candidate.document.root, "2026-11-21")))
    assert isinstance(again, Document), again
    said = plain(again.root)
    assert isinstance(said, dict)
    assert said["title"] == title.strip() and said["summary"] == summary.strip()
    assert said["description"].strip() == description.strip() and said["sources"][0]["note"] == note.strip()


@pytest.mark.parametrize("rule", faults.RULES, ids=lambda rule: rule.code)
def test_every_fault_is_explained(rule: Rule) -> None:
    title, why, *_ = rule.explanation.split("\n\n")
    assert title.endswith(".") and "\n" not in title and why
    assert "Wrong:" in rule.explanation and "Right:" in rule.explanation
