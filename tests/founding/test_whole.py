"""An observatory of a made-up treaty, founded by the command: it builds, its tests pass, and it knows nothing of ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import check
from generator.settings import Settings
from tests.conftest import EPOCH

OURS = Path(__file__).parents[2]
LIGHTHOUSES = Path(__file__).with_name("lighthouses.yml")
STEMS = {"corrup", "корруп", "腐败", "فساد", "unodc", "uncac"}
"""What the words of our Convention have in common, in the scripts of its languages."""


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The observatory, just written."""
    folder = tmp_path_factory.mktemp("founded") / "lights"
    options = {
        "name": "Observatory of Lights",
        "instrument": "Convention on Lighthouses",
        "languages": "en ar zh fr ru es",
    }
    given = [word for name, value in options.items() for word in (f"--{name}", value)]
    command = [sys.executable, "-m", "generator", "init", str(folder), *given, "--articles", str(LIGHTHOUSES)]
    said = subprocess.run(command, cwd=OURS, capture_output=True, encoding="utf-8")
    assert said.returncode == 0, said.stderr
    return folder


@pytest.fixture(scope="module")
def built(founded: Path) -> Path:
    """The same after `make site`, with the packages of the Python that runs this test."""
    assert make(founded, "site").returncode == 0
    return founded


def make(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "make", target, f"BIN={Path(sys.executable).parent}")


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command there, with nothing in the environment that would lead it to our program."""
    around = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PYTEST", "MAKE"))}
    around["SOURCE_DATE_EPOCH"] = EPOCH
    return subprocess.run(command, cwd=folder, env=around, capture_output=True, encoding="utf-8")


def test_the_check_finds_nothing_but_what_catalogues_lack(founded: Path) -> None:
    said = run(founded, sys.executable, "-m", "generator", "check", "--format", "concise")
    assert said.returncode == 0
    assert [line for line in said.stdout.splitlines() if not line.startswith("theme/locales/")] == []


def test_its_entries_have_the_form_of_the_house(founded: Path) -> None:
    assert run(founded, sys.executable, "-m", "generator", "format", "--check").returncode == 0


def test_its_own_tests_pass(built: Path) -> None:
    said = make(built, "test")
    assert said.returncode == 0, said.stdout + said.stderr
    assert re.search(r"^\d passed", said.stdout, re.MULTILINE)


def test_the_program_that_runs_there_is_its_own(built: Path) -> None:
    (built / "generator" / "__main__.py").write_text("raise SystemExit('its own')\n")
    said = make(built, "check")
    (built / "generator" / "__main__.py").write_bytes((OURS / "generator" / "__main__.py").read_bytes())
    assert "its own" in said.stderr


def test_no_file_and_no_page_has_a_word_of_our_convention(built: Path) -> None:
    words = re.compile("|".join(map(re.escape, sorted(words_of_ours()))))
    said = {
        f"{path.relative_to(built)}: {found[0]}"
        for path, text in texts(built)
        if (found := words.search(text.casefold())) or (found := words.search(path.name.casefold()))
    }
    assert not said


def test_the_words_looked_for_would_be_found() -> None:
    ours = (OURS / "registry" / "observatory.yml").read_text(encoding="utf-8").casefold()
    assert sum(word in ours for word in words_of_ours()) > 10


def test_the_guides_are_there_in_every_language_and_the_site_leads_to_them(built: Path) -> None:
    for language in ("en", "ar", "zh", "fr", "ru", "es"):
        home = (built / "site" / language / "contribute" / "index.html").read_text(encoding="utf-8")
        for page in ("review", "submit", "translate", "withdraw", "write"):
            assert f'href="{page}/"' in home
            assert (built / "site" / language / "contribute" / page / "index.html").is_file()
        assert (built / "site" / language / "contribute" / "questionnaire.docx").is_file()


def test_guides_differ_in_nothing_but_examples(founded: Path) -> None:
    for path in sorted((OURS / "docs").glob("*/contribute/*.md")):
        ours, theirs = (
            re.sub(r"^: .+(\n  .+)*$", ":", one.read_text(encoding="utf-8"), flags=re.MULTILINE)
            for one in (path, founded / path.relative_to(OURS))
        )
        assert ours == theirs


def test_every_example_has_another_in_its_place(founded: Path) -> None:
    for language in ("en", "ar", "zh", "fr", "ru", "es"):
        guide = f"docs/{language}/contribute/write.md"
        ours, theirs = ((root / guide).read_text(encoding="utf-8") for root in (OURS, founded))
        made_up = (OURS / f"generator/founding/model/examples/{language}.txt").read_text(encoding="utf-8").splitlines()
        assert re.findall("^: (.+)$", theirs, re.MULTILINE) == made_up
        assert len(re.findall("^: ", ours, re.MULTILINE)) == len(made_up) == len(set(made_up))


def test_an_example_of_a_file_to_copy_is_sound(founded: Path, tmp_path: Path) -> None:
    entry = re.search(r"```yaml\n(.+?)```", (founded / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    assert entry
    copy = shutil.copytree(founded, tmp_path / "copy", ignore=shutil.ignore_patterns("site", ".cache"))
    (copy / "practices/article-01/ita-a-few-words.yml").write_text(textwrap.dedent(f"   {entry[1]}"), encoding="utf-8")
    assert check.paths(Settings(copy), ("practices",), check.today()).diagnostics == []


def test_what_is_there_to_begin_with(founded: Path) -> None:
    names = {path.name for path in founded.iterdir()} - {".cache", "site", ".pytest_cache"}
    folders = {"docs", "generator", "practices", "registry", "schema", "tests", "theme", ".github", ".vscode"}
    texts = {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"}
    settings = {"Makefile", "mkdocs.yml", "pyproject.toml", "requirements.lock", "requirements-test.lock", "setup.mk"}
    assert names == folders | texts | settings | {
        ".gitattributes",
        ".gitignore",
        ".gitlab-ci.yml",
        ".pre-commit-hooks.yaml",
        ".program",
    }
    assert (founded / "registry/articles.yml").read_bytes() == LIGHTHOUSES.read_bytes()
    assert (founded / "practices/article-01/example-practice.yml").is_file()


def words_of_ours() -> set[str]:
    """Titles of articles, names of the treaty and of its division, and themes, in every language; and the stems."""
    registry, _ = check.registry(Settings(OURS))
    assert registry
    named = [registry.observatory.instrument, registry.observatory.division]
    named += [article.titles for article in registry.articles]
    named += [theme.labels for theme in registry.themes.values()]
    return {text.casefold() for texts in named for text in texts.values()} | STEMS


def texts(folder: Path) -> Iterator[tuple[Path, str]]:
    """The files that hold text, but for what was compiled or is kept from the last build."""
    for path in folder.rglob("*"):
        if path.is_file() and not {"__pycache__", ".cache", ".pytest_cache"} & set(path.parts):
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
