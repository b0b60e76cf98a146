"""`observatory check` and `observatory explain`: what they print, where, and their exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.document import Scalar
from generator.rules.several import Facts, near_identical_title
from generator.source import Source
from tests.conftest import PLACE, SOUND, SOUND_TRANSLATION, Tiny, overlaid

TRANSLATION = PLACE.replace(".yml", ".zh.yml")
WARNED = overlaid(SOUND, "lessons: TBD\n")
WRONG = overlaid(SOUND, "status: ongoing\n")


def test_sound(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND)
    said = tiny.start("check")
    assert (said.out, said.err, said.code) == ("No problems in 9 files\n", "", 0)
    assert tiny.run("check") == said


def test_faults(tiny: Tiny) -> None:
    tiny.write(PLACE, overlaid(WRONG, "lessons: TBD\n"))
    said = tiny.run("check")
    assert said.code == 1
    assert said.out.startswith("error[P107] `ongoing` is none of the words for `status`\n")
    assert "9 files read, 1 error, 1 warning\n`observatory explain P107`" in said.out


def test_warnings_alone_are_sound(tiny: Tiny) -> None:
    tiny.write(PLACE, WARNED)
    assert tiny.run("check").code == 0
    assert tiny.run("check", "--quiet").out == ""


@pytest.mark.parametrize("voice", ["concise", "github", "gitlab", "json"])
def test_other_voices_keep_the_count_apart(voice: str, tiny: Tiny) -> None:
    tiny.write(PLACE, WRONG)
    said = tiny.run("check", "--format", voice)
    assert said.code == 1
    assert "9 files read" in said.err and "9 files read" not in said.out
    if voice in ("gitlab", "json"):
        assert json.loads(said.out)[0]["check_name" if voice == "gitlab" else "code"] == "P107"
    else:
        assert said.out.count("\n") == 1


def test_colour_where_it_is_asked_for(tiny: Tiny) -> None:
    tiny.write(PLACE, WRONG)
    assert "\x1b[" not in tiny.run("check").out
    assert "\x1b[31m" in tiny.run("check", FORCE_COLOR="1").out
    assert "\x1b[" not in tiny.run("check", FORCE_COLOR="1", NO_COLOR="1").out
    assert "\x1b[" not in tiny.run("check", "--format", "concise", FORCE_COLOR="1").out


def test_github_actions_is_told_in_full_unless_asked(tiny: Tiny) -> None:
    tiny.write(PLACE, WRONG)
    assert tiny.run("check", GITHUB_ACTIONS="true").out.startswith("error[P107]")


@pytest.mark.parametrize(
    ("chosen", "codes", "files"),
    [
        ((), ["P209", "P107", "P802"], 11),
        ((PLACE,), ["P107"], 1),
        ((TRANSLATION,), ["P802"], 1),
        (("practices/article-05",), ["P107", "P802"], 2),
        (("practices/article-12", PLACE), ["P209", "P107"], 2),
        (("registry",), [], 8),
        (("registry/themes.yml",), [], 1),
        (("practices",), ["P209", "P107", "P802"], 3),
    ],
)
def test_chosen_files(chosen: tuple[str, ...], codes: list[str], files: int, tiny: Tiny) -> None:
    tiny.write(PLACE, WRONG)
    tiny.write(TRANSLATION, SOUND_TRANSLATION + "lessons: 无\n")
    tiny.write(
        "practices/article-12/nor-code.yml",
        overlaid(WARNED, 'countries: [NOR]\nprovisions: ["12.1"]\ntitle: Code\n'),
    )
    report = tiny.check(*chosen)
    assert sorted(one.code for one in report.diagnostics) == sorted(codes)
    assert report.files == files


def test_chosen_file_is_still_compared_with_the_names_of_all(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND)
    other = "practices/article-06/ita-plans.yml"
    tiny.write(other, overlaid(SOUND, 'provisions: ["6.1"]\nadapted_from: [nor-plans]\n'))
    tiny.write("practices/article-05/nor-plans.yml", overlaid(SOUND, "countries: [NOR]\n"))
    assert tiny.codes(other) == ["P604"]
    assert tiny.codes(PLACE) == []


def test_paths_from_a_folder_below(tiny: Tiny) -> None:
    path = tiny.write(PLACE, WRONG)
    ran = subprocess.run(
        [sys.executable, "-m", "generator", "check", "--format", "concise", path.name, "../../registry"],
        cwd=path.parent, capture_output=True, text=True,
    )  # fmt: skip
    assert ran.stdout.startswith(f"{PLACE}:7:9: P107") and "9 files read" in ran.stderr


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("practices/article-05/no-such.yml", "there is no file or folder"),
        ("/etc/hosts", "only what is there can be checked"),
        ("..", "only what is there can be checked"),
        ("practices/../../outside", "there is no file or folder"),
    ],
)
def test_paths_that_cannot_be_checked(path: str, words: str, tiny: Tiny) -> None:
    said = tiny.run("check", path)
    assert said.code == 2 and words in said.err.replace("\n", " ") and "Traceback" not in said.err


def test_a_path_through_a_link_that_leads_to_itself(tiny: Tiny) -> None:
    (tiny.settings.practices / "loop").symlink_to("loop")
    said = tiny.run("check", "practices/loop/ita-plans.yml")
    assert said.code == 2 and "there is no file or folder" in said.err


def test_entries_wait_for_the_registry(tiny: Tiny) -> None:
    tiny.write(PLACE, WRONG)
    tiny.write("registry/measures.yml", "measures: []\n")
    said = tiny.run("check", PLACE)
    assert said.code == 1
    assert "P104" in said.out and "P107" not in said.out and "the entries were not checked" in said.out


def test_no_observatory_here(tmp_path: Path, tiny: Tiny) -> None:
    (tmp_path / "elsewhere").mkdir()
    said = Tiny(tmp_path / "elsewhere").run("check")
    assert said.code == 2 and "--root" in said.err
    assert Tiny(tmp_path / "elsewhere").run("--root", str(tiny.root), "check").code == 0


def test_no_practices_yet(tiny: Tiny) -> None:
    for path in tiny.settings.practices.iterdir():
        path.unlink()
    assert tiny.run("--root", ".", "check").out == "No problems in 8 files\n"


def test_no_folder_of_practices(tiny: Tiny) -> None:
    tiny.settings.practices.rmdir()
    said = tiny.run("--root", ".", "check")
    assert said.code == 1 and "error[Y001] there is no such file" in said.out and "--> practices:1:1" in said.out


def test_a_closed_pipe_is_no_traceback(tiny: Tiny) -> None:
    tiny.write(PLACE, WRONG)
    command = f"{sys.executable} -m generator explain | head -1; {sys.executable} -m generator check | true"
    ran = subprocess.run(["bash", "-c", command], cwd=tiny.root, capture_output=True, text=True)
    assert "Traceback" not in ran.stderr and "Broken pipe" not in ran.stderr


def test_a_terminal_of_another_encoding(tiny: Tiny) -> None:
    tiny.write(PLACE, overlaid(SOUND, "status: 实施\n"))
    said = tiny.start("check", PYTHONIOENCODING="latin-1")
    assert said.code == 1 and "\\u5b9e" in said.out


@pytest.mark.parametrize("asked", ["P101", "p101", "unknown-field", "unknown_field"])
def test_explain_by_code_or_name(asked: str, tiny: Tiny) -> None:
    said = tiny.run("explain", asked)
    assert said.code == 0
    assert said.out.startswith("P101 unknown-field (error)\n\nA field that does not exist.\n")
    assert "Wrong:\n" in said.out and "Right:\n" in said.out


def test_explain_lists_all(tiny: Tiny) -> None:
    lines = tiny.run("explain").out.splitlines()
    assert len(lines) > 80 and all(line[:1] in "CFLPQTY" for line in lines)


def test_explain_what_does_not_exist(tiny: Tiny) -> None:
    said = tiny.run("explain", "unknown-feild")
    assert said.code == 2 and "did you mean `P101` (unknown-field)?" in said.err


def test_help_and_version(tiny: Tiny) -> None:
    assert "check" in tiny.run("--help").out
    assert tiny.run("--version").out.startswith("observatory, version ")
    assert tiny.run("chekc").code == 2


SLOW = {"mkdocs", "rich", "markdown_it", "babel", "nh3", "jinja2", "cmarkgfm"}


def test_a_check_loads_nothing_slow(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND)
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "generator", "check"],
        cwd=tiny.root,
        capture_output=True,
        text=True,
    )
    loaded = {line.rpartition(" ")[2] for line in ran.stderr.splitlines()}
    assert ran.returncode == 0 and "generator.check" in loaded and not loaded & SLOW


def test_titles_are_compared_quickly() -> None:
    def facts(number: int) -> Facts:
        title = Scalar(Source("x", "x"), 0, 1, f"{number * 7919 % 10_007:05} plan of body {number} " * 2)
        return Facts(f"id-{number}", f"{number}.yml", "en", (), title)

    every = [facts(number) for number in range(3_000)]
    start = time.process_time()
    list(near_identical_title(every))
    assert time.process_time() - start < 3
