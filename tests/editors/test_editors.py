"""What an author sees in an editor that knows the schemas: completion, explanations under the cursor, what is underlined."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import check, schema
from generator.settings import Settings
from tests.editors.install import absent
from tests.editors.server import Editor

ROOT = Path(__file__).parents[2]
ENTRY = ROOT / "practices" / "article-05" / "ita-cascade-model.yml"
SIBLING = ENTRY.with_name("ita-cascade-model.fr.yml")
BEGIN = "# yaml-language-server: $schema=../../schema/practice.schema.json\n"

pytestmark = pytest.mark.skipif(bool(absent()), reason=absent())


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with the repository open."""
    with Editor(ROOT) as editor:
        yield editor


@pytest.mark.parametrize(
    ("written", "offered", "explained"),
    [
        ("‸", "provisions", "The provisions it bears on, the most fitting first."),
        ("countries: [‸]", "ITA", "Italy, 意大利, Italie"),
        ("themes:\n  - ‸", "strategies", "National, sectoral and local strategies"),
        ('provisions: ["‸"]', '"5.1"', "Effective, coordinated policies"),
        ("measures: [‸]", "policy", "A strategy, plan or policy"),
        ("status: ‸", "in-force", "in force"),
        ("language: ‸", "zh", "中文"),
        ("sources:\n  - {document: ‸}", "wg4-2019-4", "Working Group on the Prevention of Corruption"),
        ("sources:\n  - document: wg4-2019-4\n    ‸", "paragraphs", "The paragraphs of that document"),
        ("submission: {channel: ‸}", "note-verbale", "reply to a note verbale"),
    ],
)
def test_what_may_be_written_is_offered_and_explained(
    written: str, offered: str, explained: str, editor: Editor
) -> None:
    found = editor.completions(ENTRY, f"{BEGIN}{written}\n")
    assert offered in found
    assert explained in json.dumps(found[offered].get("documentation"), ensure_ascii=False)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "coun‸tries: [ITA]",
            "#### State\n\nThe State, by its ISO 3166-1 alpha-3 code; several where joint.\n\nExample:",
        ),
        ("countries: [I‸TA]", "#### Italy\n\nItaly, 意大利, Italie"),
        ("themes:\n  - stra‸tegies", "#### Anti-corruption strategies\n\nNational, sectoral and local"),
        ('provisions: ["5‸.1"]', "#### 5.1\n\nEffective, coordinated policies"),
        ("status: in-f‸orce", "* `pilot`: on trial\n"),
        ("sources:\n  - {document: wg4-‸2019-4}", "#### Report on the meeting of the Open-ended"),
        ("summ‸ary: x", "#### Summary\n\nWhat is done, in one or two plain sentences."),
    ],
)
def test_what_stands_under_the_cursor_is_explained(written: str, said: str, editor: Editor) -> None:
    assert said in editor.hover(ENTRY, f"{BEGIN}{written}\n")


def test_a_translation_has_a_schema_of_its_own(editor: Editor) -> None:
    text = SIBLING.read_text(encoding="utf-8")
    assert editor.faults(SIBLING, text) == []
    found = editor.completions(SIBLING, text.replace("status: machine", "status: ‸"))
    assert found.keys() == {"machine", "draft", "reviewed", "official"}


def test_an_entry_of_the_repository_is_not_underlined_and_a_fault_is(editor: Editor) -> None:
    text = ENTRY.read_text(encoding="utf-8")
    assert text.startswith(BEGIN) and editor.faults(ENTRY, text) == []
    (fault,) = editor.faults(ENTRY, text.replace("themes: [strategies,", "themes: [strategy,"))
    assert fault.startswith('Value must be "strategies" | ')
    assert editor.faults(ENTRY, text.replace("themes:", "theme:")) == [
        'Missing property "themes".',
        "Property theme is not allowed.",
    ]


def test_the_published_schema_is_as_good(editor: Editor, tmp_path: Path) -> None:
    registry, _ = check.registry(Settings(ROOT))
    assert registry
    for name, text in schema.files(registry, "https://observatory.example/").items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    begin = f"# yaml-language-server: $schema={(tmp_path / 'schema' / 'practice.schema.json').as_uri()}\n"
    assert "Italy" in editor.hover(ENTRY, f"{begin}countries: [I‸TA]\n")


def test_the_settings_for_vs_code_name_the_schema_where_a_file_does_not() -> None:
    said = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    with Editor(ROOT, said["yaml.schemas"]) as editor:
        assert "Italy" in editor.hover(ENTRY, "countries: [I‸TA]\n")
        assert editor.completions(SIBLING, "translation: {status: ‸}\n").keys() >= {"machine", "official"}
        assert editor.faults(SIBLING, SIBLING.read_text(encoding="utf-8").partition("\n")[2]) == []
