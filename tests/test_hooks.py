"""The hooks for pre-commit, each run as pre-commit would: its entry, in the root, with the files that it is for."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import cli
from tests.conftest import PLACE, SOUND, Tiny
from tests.running import Said

ROOT = Path(__file__).parents[1]
HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
}
UNLIKE = SOUND.replace("[ITA]", "[ 'ITA' ]")
FAULTY = SOUND.replace("[ITA]", "[IT]")


def hooked(tiny: Tiny, id: str, *staged: str) -> Said | None:
    """What a hook does for files that are to be committed; nothing where it is not for any of them."""
    hook = HOOKS[id]
    program, *arguments = shlex.split(hook["entry"])
    assert program in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    named = [path for path in staged if re.search(hook["files"], path)]
    return tiny.run(*arguments, *(named if hook.get("pass_filenames", True) else [])) if named else None


def test_there_is_a_hook_for_each_command_that_one_wants() -> None:
    assert HOOKS.keys() == {"observatory-check", "observatory-format"}
    for hook in HOOKS.values():
        assert hook["language"] == "python" and hook["name"] and hook["description"]
        assert shlex.split(hook["entry"])[1] in cli.main.commands


@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (FAULTY, 1)])
def test_the_check_stops_a_commit_with_a_fault(text: str, code: int, tiny: Tiny) -> None:
    tiny.write(PLACE, text)
    said = hooked(tiny, "observatory-check", PLACE, "README.md")
    assert said and said.code == code and ("error[P401]" in said.out) == bool(code)


def test_the_form_is_mended_and_pre_commit_sees_it(tiny: Tiny) -> None:
    tiny.write(PLACE, UNLIKE)
    said = hooked(tiny, "observatory-format", "registry/themes.yml", PLACE)
    assert said and said.code == 0
    assert (tiny.root / PLACE).read_text(encoding="utf-8").count("countries: [ITA]\n") == 1
    written = (tiny.root / PLACE).read_bytes()
    said = hooked(tiny, "observatory-format", PLACE)
    assert said and said.code == 0 and (tiny.root / PLACE).read_bytes() == written


def test_other_files_are_none_of_their_business(tiny: Tiny) -> None:
    assert hooked(tiny, "observatory-format", "registry/themes.yml", "docs/en/index.md") is None
    assert hooked(tiny, "observatory-check", "README.md", "tests/docs/index.md") is None
