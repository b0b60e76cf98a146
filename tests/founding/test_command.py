"""What `observatory init` is told wrong, what it makes of few answers, and how it brings a copy up to date."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import check
from generator.cli import main
from generator.founding import program
from generator.settings import Settings
from tests.conftest import Lights

ANSWERS = {"name": "Lights", "instrument": "Act on Lights", "languages": "en", "articles": "2"}
Init = Callable[..., Result]


@pytest.fixture
def init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Init:
    """``init(folder, *flags, name=…)``: runs the command with sound answers but for those that are given."""
    monkeypatch.chdir(tmp_path)

    def run(folder: str, *flags: str, given: str = "", asked: tuple[str, ...] = (), **answers: str) -> Result:
        options = {name: text for name, text in {**ANSWERS, **answers}.items() if name not in asked}
        words = [word for name, text in options.items() for word in (f"--{name}", text)]
        return CliRunner().invoke(main, ["init", folder, *flags, *words], input=given)

    return run


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({"name": " "}, "a name needs words that can be seen"),
        ({"name": "La\u202emps"}, "a name needs words that can be seen"),
        ({"name": "x" * 121}, "the name has 121 characters; at most 120 are allowed"),
        ({"instrument": "<b>Act</b>"}, "holds one of the characters < > ` \\ $"),
        ({"languages": ""}, "name at least one language by its code"),
        ({"languages": "en, xx"}, "`xx` is no language that the Unicode locale data know"),
        ({"languages": "zh-Hant"}, "`zh-Hant` names more than a language; take `zh`"),
        ({"languages": "fr, fr"}, "a language stands twice"),
        ({"articles": "0"}, "there can be 1 to 999 articles"),
        ({"articles": "three"}, "`three` is neither a number nor a file"),
        ({"articles": "."}, "`.` is neither a number nor a file"),
    ],
)
def test_an_answer_that_is_none(init: Init, tmp_path: Path, answer: dict[str, str], message: str) -> None:
    said = init("new", **answer)
    assert (said.exit_code, said.exception.__class__) == (2, SystemExit)
    assert message in said.output
    assert not (tmp_path / "new").exists()


def test_a_folder_that_is_not_free(init: Init, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").touch()
    (tmp_path / "theirs" / "practices").mkdir(parents=True)
    (tmp_path / "theirs" / "mkdocs.yml").touch()
    assert "full is not empty: notes.txt stands in it" in init("full").output
    assert "notes.txt is a file" in init("full/notes.txt").output
    assert "is inside the observatory" in init("theirs/other").output
    assert "Not a directory" in init("full/notes.txt/new").output
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        "full",
        "mkdocs.yml",
        "notes.txt",
        "practices",
        "theirs",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_nobody_may_write_into(init: Init, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    assert "Permission denied" in init("closed/new").output
    assert "nothing was written" in init("closed").output


def test_nothing_is_left_of_a_folder_that_could_not_be_written(
    init: Init, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.exchange.Path.replace", full)
    (tmp_path / "empty").mkdir()
    for folder in ("new", "empty"):
        said = init(folder)
        assert (said.exit_code, said.output) == (1, "Error: No space left on device; nothing was written\n")
    assert list(tmp_path.rglob("*")) == [tmp_path / "empty"]


def test_faults_in_the_file_of_articles_are_told_with_their_places(init: Init, tmp_path: Path) -> None:
    (tmp_path / "acts.yml").write_text(
        "articles:\n"
        '  - number: "1"\n'
        "    titles: {fr: Gardiens}\n"
        "    asks: {en: Every light has a keeper.}\n"
        '    provisions: [{ref: "1.x", headings: {en: Two keepers}}]\n'
    )
    said = init("new", articles="acts.yml")
    assert said.exit_code == 1
    assert " --> acts.yml:3:5" in said.output
    assert " --> acts.yml:5:24" in said.output
    assert "nothing was written: mend the file of articles first" in said.output
    assert not (tmp_path / "new").exists()


def test_what_is_not_given_is_asked_for_until_it_is_understood(init: Init, tmp_path: Path) -> None:
    said = init("new", asked=("languages", "articles"), given="xx\nes\n-1\n1\n")
    assert said.exit_code == 0
    assert "`xx` is no language" in said.output
    settings = Settings(tmp_path / "new")
    registry, found = check.registry(settings)
    assert registry
    assert not found
    assert [language.code for language in registry.published] == ["es"]
    assert registry.observatory.division == {"es": "artículo 1", "en": "article 1"}
    assert list(registry.provisions) == ["1.1", "1.2"]
    assert "title: Método y advertencias" in (settings.docs / "es/about.md").read_text(encoding="utf-8")


def test_a_folder_beside_the_one_it_is_called_from(init: Init, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert init("new").exit_code == 0
    monkeypatch.chdir(tmp_path / "new")
    said = init("../other")
    assert said.exit_code == 0, said.output
    assert f" into {tmp_path / 'other'}\n" in said.output


def test_a_language_that_nothing_is_written_in_begins_in_english(init: Init, tmp_path: Path) -> None:
    assert init("new", languages="pt").exit_code == 0
    settings = Settings(tmp_path / "new")
    registry, _ = check.registry(settings)
    assert registry
    languages = [(one.code, one.name, one.direction, one.published) for one in registry.languages.values()]
    assert languages == [("pt", "Português", "ltr", True), ("en", "English", "ltr", False)]
    assert {one.code for one in check.paths(settings, ("registry",), check.today()).diagnostics} == {"P908"}
    assert "title: Contribute" in (settings.docs / "pt/contribute.md").read_text(encoding="utf-8")
    assert "title: Write a good entry" in (settings.docs / "pt/contribute/write.md").read_text(encoding="utf-8")


def test_names_that_mean_something_in_yaml_and_markdown_stay_names(init: Init, tmp_path: Path) -> None:
    name = 'No: "Lights" & #1 {x} %s'
    assert init("new", name=name, instrument="null").exit_code == 0
    registry, _ = check.registry(Settings(tmp_path / "new"))
    assert registry
    assert registry.observatory.name == {"en": name}
    assert registry.observatory.instrument == {"en": "null"}


def test_a_new_entry_there_has_examples_of_its_own_registry(init: Init, tmp_path: Path) -> None:
    init("new")
    question = ["--state", "none", "--provision", "2.1", "--title", "Lamps", "--id", "lamps"]
    said = CliRunner().invoke(main, ["--root", str(tmp_path / "new"), "new", *question])
    assert said.exit_code == 0, said.output
    text = (tmp_path / "new/practices/article-02/lamps.yml").read_text(encoding="utf-8")
    assert "document:  # like example-document" in text
    assert "5.1" not in text


def test_copies_are_brought_up_to_date_and_nothing_else(init: Init, tmp_path: Path) -> None:
    init("new")
    new = tmp_path / "new"
    older = program.copies(program.HERE, ["en"])
    del older["theme/templates/home.html"], older[program.LIST]
    older |= {"theme/templates/gone.html": b"", "generator/new.py": b"# older\n"}
    (new / "theme/templates/home.html").unlink()
    for path in ("theme/templates/gone.html", "generator/new.py"):
        (new / path).write_bytes(older[path])
    (new / program.LIST).write_bytes(program.list_of(older))
    (new / "theme/templates/own.html").write_text("ours")
    (new / "registry/themes.yml").write_text("ours")
    said = CliRunner().invoke(main, ["init", str(new), "--update"])
    assert (said.exit_code, said.output.splitlines()[0]) == (0, f"3 files brought up to date in {new}")
    assert {path: (new / path).read_bytes() for path in program.copies(program.HERE, ["en"])} == program.copies(
        program.HERE, ["en"]
    )
    assert not (new / "theme/templates/gone.html").exists()
    assert (new / "theme/templates/own.html").read_text() == (new / "registry/themes.yml").read_text() == "ours"
    assert CliRunner().invoke(main, ["init", str(new), "--update"]).output == f"0 files brought up to date in {new}\n"


def test_what_was_changed_by_hand_is_not_lost_without_being_asked_for(init: Init, tmp_path: Path) -> None:
    init("new")
    home = tmp_path / "new/theme/templates/home.html"
    home.write_text("ours")
    (tmp_path / "new/LICENSE").unlink()
    said = CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--update"])
    assert said.exit_code == 1
    assert said.output.splitlines()[1:3] == ["  LICENSE", "  theme/templates/home.html"]
    assert home.read_text() == "ours"
    assert CliRunner().invoke(main, ["init", str(tmp_path / "new"), "--update", "--overwrite"]).exit_code == 0
    assert home.read_bytes() == (program.HERE / "theme/templates/home.html").read_bytes()


def test_guides_are_brought_up_to_date_until_they_are_changed_by_hand(init: Init, tmp_path: Path) -> None:
    init("new", languages="en fr")
    new = tmp_path / "new"
    fresh = program.copies(program.HERE, ["en", "fr"])
    older = fresh | {"docs/fr/contribute/write.md": b"older\n"}
    (new / "docs/fr/contribute/write.md").write_bytes(b"older\n")
    (new / program.LIST).write_bytes(
        program.list_of({path: data for path, data in older.items() if path != program.LIST})
    )
    (new / "docs/en/contribute/review.md").write_text("ours")
    (new / "docs/en/contribute/withdraw.md").unlink()
    said = CliRunner().invoke(main, ["init", str(new), "--update", "--overwrite"])
    assert (said.exit_code, said.output.splitlines()[0]) == (0, f"1 file brought up to date in {new}")
    assert (new / "docs/fr/contribute/write.md").read_bytes() == fresh["docs/fr/contribute/write.md"]
    assert (new / "docs/en/contribute/review.md").read_text() == "ours"
    assert not (new / "docs/en/contribute/withdraw.md").exists()
    assert not (new / "docs/ru").exists()


def test_an_observatory_founded_earlier_is_given_guides(init: Init, tmp_path: Path) -> None:
    init("new")
    new = tmp_path / "new"
    listed = {path: data for path, data in program.copies(program.HERE, ["en"]).items() if not path.startswith("docs/")}
    (new / program.LIST).write_bytes(program.list_of({path: listed[path] for path in listed if path != program.LIST}))
    shutil.rmtree(new / "docs/en/contribute")
    (new / "docs/en/contribute.md").write_text("ours")
    assert CliRunner().invoke(main, ["init", str(new), "--update"]).exit_code == 0
    assert len(list((new / "docs/en/contribute").iterdir())) == 5
    assert (new / "docs/en/contribute.md").read_text() == "ours"


def test_what_cannot_be_brought_up_to_date(init: Init, tmp_path: Path) -> None:
    assert "has no file .program" in CliRunner().invoke(main, ["init", str(tmp_path), "--update"]).output
    assert "--overwrite goes with --update" in init("new", "--overwrite").output
    (tmp_path / program.LIST).write_text(f"{'0' * 64}  ../out.txt\n{'0' * 64}  /etc/out.txt\nscribble\n")
    assert CliRunner().invoke(main, ["init", str(tmp_path), "--update", "--overwrite"]).exit_code == 0
    assert not (tmp_path.parent / "out.txt").exists()


def test_what_is_said_of_an_entry_there_has_examples_of_its_own_registry(init: Init, tmp_path: Path) -> None:
    init("new")
    (tmp_path / "new/practices/article-01/lamps.yml").write_text("language: en\ntitle: Lamps\n")
    report = check.paths(Settings(tmp_path / "new"), ("practices/article-01/lamps.yml",), check.today())
    said = "\n".join(str(one.problem.advice) for one in report.diagnostics)
    assert 'provisions: ["1.1", "1.2"]' in said
    assert "themes: [example]" in said
    assert "document: example-document" in said


def test_a_state_of_which_nothing_is_said_as_a_party(lights: Lights) -> None:
    lights.change("registry/countries.yml", ", party: {state: recalled}", "")
    assert lights.run("build", "--no-search").code == 0
    page = (lights.site / "en/countries/pha/index.html").read_text(encoding="utf-8")
    assert '<p class="lead">Southern States</p>' in page
    assert "State party" not in page
