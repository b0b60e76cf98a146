"""The commands as a shell starts them: nothing is missing that another test has loaded, and a copy of this process does the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import cli
from tests.conftest import PLACE, SOUND, Tiny
from tests.intake import ANSWERS, rows
from tests.reading import digest
from tests.revisions import revised

CALLS = {
    "explain": ("explain", "P101"),
    "format": ("format",),
    "import": ("import", "answers.csv"),
    "ledger": ("ledger",),
    "new": ("new", "--state", "ITA", "--provision", "5.1", "--title", "Reports", "--id", "ita-reports"),
    "questionnaire": ("questionnaire", "--format", "docx", "--into", "questions.docx"),
    "rename": ("rename", "ita-plans", "ita-other-plans"),
    "review": ("review",),
    "schema": ("schema",),
    "translate": ("translate", "status"),
}
ELSEWHERE = {"build", "check", "init", "links", "serve"}
"""Those that other tests start as a shell does."""


def test_no_command_is_forgotten() -> None:
    assert CALLS.keys() | ELSEWHERE == cli.main.commands.keys()


@pytest.mark.parametrize("name", CALLS)
def test_a_command_does_by_itself_what_it_does_in_a_copy_of_this_process(name: str, tiny: Tiny, tmp_path: Path) -> None:
    tiny.write(PLACE, SOUND)
    tiny.write("answers.csv", rows([list(ANSWERS), list((ANSWERS | {"title": "Yearly reports"}).values())]))
    revised(tiny)
    shutil.copytree(tiny.root, tmp_path / "before")
    said = tiny.start(*CALLS[name])
    written = digest(tiny.root)
    assert said.code == 0 and said.out, said.err
    shutil.rmtree(tiny.root)
    (tmp_path / "before").rename(tiny.root)
    assert tiny.run(*CALLS[name]) == said
    assert digest(tiny.root) == written
