"""`observatory review`: what it says is different, in entries that came, changed and went."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.marks import fingerprint
from tests.conftest import PLACE, SOUND, SOUND_ORIGINAL, SOUND_TRANSLATION, THEME, Tiny, overlaid
from tests.revisions import Revised, git, revised

NORWAY = overlaid(
    SOUND, "title: Annual reports of all offices\ncountries: [NOR]\nsummary: Each office says what it did.\n"
)
NORWEGIAN = "practices/article-05/nor-reports.yml"
CHINESE = PLACE.replace(".yml", ".zh.yml")
MARKED = SOUND_TRANSLATION.replace(
    "machine}", f"reviewed, of: {{title: {fingerprint('Cascade of three-year plans')}}}}}"
)

Change = Callable[[Tiny], object]


@pytest.fixture
def change(tiny: Tiny) -> Revised:
    """An entry with a translation and one without, on a branch where nothing is different yet."""
    tiny.write(PLACE, SOUND_ORIGINAL)
    tiny.write(CHINESE, SOUND_TRANSLATION)
    tiny.write(NORWEGIAN, NORWAY)
    shutil.copytree(THEME / "templates", tiny.root / "theme" / "templates")
    return revised(tiny)


def moved(tiny: Tiny, old: str, new: str, added: str = "") -> None:
    """Move a file and add something to it."""
    path = tiny.root / old
    tiny.write(new, path.read_text(encoding="utf-8") + added)
    path.unlink()


CASES: dict[str, tuple[Change, str]] = {
    "added": (
        lambda tiny: tiny.write(
            "practices/article-05/ita-cards.yml", SOUND.replace("Cascade of three-year", "Cards for")
        ),
        """\
  - New entry: Cards for plans, ITA (practices/article-05/ita-cards.yml)""",
    ),
    "removed": (
        lambda tiny: (tiny.root / NORWEGIAN).unlink(),
        """\
  - Removed entry: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)""",
    ),
    "a few words and a value": (
        lambda tiny: tiny.write(
            NORWEGIAN, NORWAY.replace("what it did", "what it has done").replace("in-force", "completed")
        ),
        """\
  - Changed entry: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)
    - status: [-in-force-] {+completed+}
    - summary: Each office says what it [-did-] {+has done+} .""",
    ),
    "a field that came and one that went": (
        lambda tiny: tiny.write(PLACE, SOUND + "lead: National Audit Office\n"),
        """\
  - Changed entry: Cascade of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - conditions: [-There is a will. There is a budget.-]
    - lead: {+National Audit Office+}""",
    ),
    "a list and a record": (
        lambda tiny: tiny.write(
            NORWEGIAN, NORWAY.replace("[NOR]", "[NOR, ITA]").replace("date: 2019-09", "date: 2019-10")
        ),
        """\
  - Changed entry: Annual reports of all offices, NOR, ITA (practices/article-05/nor-reports.yml)
    - countries: NOR {+ITA+}
    - submission.date: 2019- [-09-] {+10+}""",
    ),
    "renamed, with its former id": (
        lambda tiny: moved(tiny, NORWEGIAN, "practices/article-05/nor-annual.yml", "aliases: [nor-reports]\n"),
        """\
  - Changed entry: Annual reports of all offices, NOR (practices/article-05/nor-annual.yml)
    - Its id was nor-reports.
    - aliases: {+nor-reports+}""",
    ),
    "renamed, as it was": (
        lambda tiny: moved(tiny, NORWEGIAN, "practices/article-05/nor-annual.yml"),
        """\
  - Changed entry: Annual reports of all offices, NOR (practices/article-05/nor-annual.yml)
    - Its id was nor-reports.""",
    ),
    "moved": (
        lambda tiny: moved(tiny, NORWEGIAN, NORWEGIAN.replace("05", "06")),
        """\
  - Changed entry: Annual reports of all offices, NOR (practices/article-06/nor-reports.yml)
    - It stood in the folder article-05.""",
    ),
    "comments, quotes and line breaks alone": (
        lambda tiny: tiny.write(
            NORWEGIAN, "# A note\r\n" + NORWAY.replace("in-force", '"in-force"').replace("\n", "\r\n")
        ),
        "",
    ),
    "a translation came": (
        lambda tiny: tiny.write(NORWEGIAN.replace(".yml", ".zh.yml"), SOUND_TRANSLATION),
        """\
  - Entry with other translations: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)
    - New translation: zh""",
    ),
    "a translation went": (
        lambda tiny: (tiny.root / CHINESE).unlink(),
        """\
  - Entry with other translations: Cascade of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - Removed translation: zh""",
    ),
    "a translation changed, a character at a time": (
        lambda tiny: tiny.write(CHINESE, SOUND_TRANSLATION.replace("三年计划", "四年计划")),
        """\
  - Entry with other translations: Cascade of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - Changed translation: zh
      - summary: 每个公共机构通过自己的 [-三-] {+四+} 年计划。""",
    ),
    "an original whose translation has no marks": (
        lambda tiny: tiny.write(PLACE, SOUND_ORIGINAL.replace("Cascade", "Cascades")),
        """\
  - Changed entry: Cascades of three-year plans, ITA (practices/article-05/ita-plans.yml)
    - title: [-Cascade-] {+Cascades+} of three-year plans
    - Translation: zh
      - Perhaps outdated, and nobody is told, since it has no marks of what it was made from: title""",
    ),
    "a file that cannot be read": (
        lambda tiny: tiny.write(NORWEGIAN, "title: [\n"),
        """\
  - Changed entry: Annual reports of all offices, NOR (practices/article-05/nor-reports.yml)
    - A file of it cannot be read, so not all that differs is known.""",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_entries(case: str, change: Revised) -> None:
    make, expected = CASES[case]
    make(change.files)
    assert "\n".join(change.section("Entries")) == expected


def test_a_translation_that_falls_behind_by_its_marks(change: Revised) -> None:
    change.files.write(CHINESE, MARKED)
    change.commit()
    change.files.write(PLACE, SOUND_ORIGINAL.replace("Cascade", "Cascades"))
    assert "      - Outdated now: title" in change.section("Entries", "HEAD")


def test_the_registry_is_told_in_a_line_a_file(change: Revised) -> None:
    themes = change.files.root / "registry/themes.yml"
    text = themes.read_text(encoding="utf-8")
    themes.write_text(text.replace("  - id: evaluation\n", "  - id: measuring\n"), encoding="utf-8")
    change.files.write("registry/published.txt", "ita-plans\n")
    change.files.write("registry/glossary/en.yml", "terms: [")
    assert change.section("Registry") == [
        "  Pages that show what differs here will change as well; they are not listed.",
        "  - registry/glossary/en.yml: it cannot be read, so what differs in it is not known",
        "  - registry/published.txt. New: ita-plans",
        "  - registry/themes.yml. New: measuring. Removed: evaluation",
    ]


def test_similar_entries_are_named_and_hold_nothing_up(change: Revised) -> None:
    twin = overlaid(
        SOUND, "title: Three-year plans in cascade\nsummary: All public bodies adopt three-year plans of their own.\n"
    )
    change.files.write("practices/article-05/ita-twin.yml", twin)
    change.files.write("practices/article-05/nor-twin.yml", twin.replace("ITA", "NOR"))
    assert change.section("Entries that look similar") == [
        "  Perhaps the same practice, told twice. This holds nothing up.",
        "  - ita-twin: Cascade of three-year plans (ita-plans)",
        "    - Both bear on ITA, 5.1. Of 100, the titles are near by 93 and the summaries by 74.",
    ]


def test_faults_come_first_and_errors_before_warnings(change: Revised) -> None:
    change.files.write(NORWEGIAN, NORWAY + "lessons: TBD\nstatus_note: none\n")
    assert change.section("What is wrong") == [
        "  As long as there are errors, nothing is published.",
        "  - error P101 (practices/article-05/nor-reports.yml:13:1): there is no field `status_note`",
        "    - did you mean `status`?",
        "  - warning P209 (practices/article-05/nor-reports.yml:12:10): `lessons` only holds a place: `TBD`",
        "    - write it, or leave the field out until it is known",
    ]
    assert change.section("Pages that will change") == [
        "  This is told once there are no errors: no page is drawn before."
    ]


def test_an_error_elsewhere_that_the_change_makes_is_told(change: Revised) -> None:
    change.files.write(PLACE, SOUND_ORIGINAL + "adapted_from: [nor-reports]\n")
    change.commit()
    (change.files.root / NORWEGIAN).unlink()
    assert [(one.code, one.span.path) for one in change.review("HEAD").faults] == [("P408", PLACE)]


@pytest.mark.parametrize(("languages", "expected"), [((), ""), (("en",), "en"), (("zh", "fr", "fr"), "fr")])
def test_it_speaks_the_language_of_who_sent_entries_in(
    languages: tuple[str, ...], expected: str, change: Revised
) -> None:
    for number, language in enumerate(languages):
        change.files.write(
            f"practices/article-05/ita-{number}.yml", SOUND.replace("language: en", f"language: {language}")
        )
    assert change.review().language == expected


def test_two_revisions_are_compared_whatever_the_files_are(change: Revised) -> None:
    before = change.commit()
    change.files.write("practices/article-05/ita-cards.yml", SOUND)
    now = change.commit()
    change.files.write(NORWEGIAN, "nothing")
    found = change.review(before, now)
    assert (found.before, found.now) == (before, now)
    assert [(one.id, one.change) for one in found.entries] == [("ita-cards", "added")]
    assert [one.id for one in change.review(now, before).entries if one.change == "removed"] == ["ita-cards"]


def test_templates_of_a_revision_are_not_run(change: Revised) -> None:
    template = change.files.root / "theme/templates/practice.html"
    ours = template.read_bytes()
    template.write_text("{{ no_such_thing }}", encoding="utf-8")
    change.files.write(NORWEGIAN, NORWAY.replace("in-force", "completed"))
    theirs = change.commit()
    template.write_bytes(ours)
    found = change.review("main", theirs)
    assert "practices/nor-reports/" in {page.path for page in found.pages or ()}
    assert found.around == {"theme": 1}


def test_what_is_compared_by_default_is_where_the_branch_began(change: Revised) -> None:
    change.files.write("practices/article-05/ita-cards.yml", SOUND)
    change.commit()
    git(change.files.root, "switch", "--quiet", "main")
    change.files.write("practices/article-05/nor-later.yml", NORWAY)
    change.commit()
    git(change.files.root, "switch", "--quiet", "change")
    assert [one.id for one in change.review().entries] == ["ita-cards"]


def test_an_observatory_in_a_folder_of_a_larger_repository(tmp_path: Path, tiny: Tiny) -> None:
    shutil.copytree(THEME / "templates", tiny.root / "theme" / "templates")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Something")
    tiny.write(PLACE, SOUND)
    assert [one.path for one in Revised(tiny).review().entries] == [PLACE]


def test_links_and_pipes_are_neither_followed_nor_waited_for(change: Revised) -> None:
    folder = change.files.root / "practices/article-05"
    (folder / "ita-link.yml").symlink_to("/etc/hostname")
    os.mkfifo(folder / "ita-pipe.yml")
    assert [(one.id, one.is_legible) for one in change.review().entries] == [("ita-link", False), ("ita-pipe", False)]
    (folder / "ita-pipe.yml").unlink()
    link = change.commit()
    assert [one.id for one in change.review("main", link).entries if not one.is_legible] == ["ita-link"]


def test_the_command_tells_the_same_as_json(change: Revised) -> None:
    change.files.write(NORWEGIAN, NORWAY.replace("in-force", "completed"))
    said = change.run("--format", "json")
    (entry,) = json.loads(said.out)["entries"]
    assert said.code == 0
    assert (entry["id"], entry["change"]) == ("nor-reports", "changed")
    assert entry["fields"] == [{"name": "status", "before": "in-force", "now": "completed"}]


def test_the_command_marks_lines_in_what_differs_and_nothing_else(change: Revised) -> None:
    change.files.write(PLACE, SOUND_ORIGINAL + "lessons: TBD\n")
    change.commit()
    change.files.write(NORWEGIAN, NORWAY.replace("in-force", "ongoing"))
    said = change.run("HEAD", "--format", "github")
    assert [line.rpartition("::")[0] for line in said.out.splitlines()] == [
        "::error file=practices/article-05/nor-reports.yml,line=7,col=9,title=P107"
    ]


def test_the_summary_speaks_the_language_of_the_new_entries_unless_told_otherwise(change: Revised) -> None:
    shutil.copytree(THEME / "locales", change.files.root / "theme" / "locales")
    change.files.write("practices/article-05/ita-cards.yml", SOUND.replace("language: en", "language: fr"))
    heading = {
        language: change.run("--format", "markdown", *words).out.splitlines()[0]
        for language, words in {"fr": (), "es": ("--language", "es"), "en": ("--language", "en")}.items()
    }
    assert heading == {
        "fr": "## Ce que représente ce changement",
        "es": "## A qué equivale este cambio",
        "en": "## What this change comes to",
    }


def test_the_command_is_no_judge(change: Revised) -> None:
    change.files.write(NORWEGIAN, NORWAY.replace("in-force", "ongoing"))
    said = change.run()
    assert said.code == 0
    assert "  - error P107 (practices/article-05/nor-reports.yml:7:9): `ongoing` is none of the words" in said.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no-such-branch"], "there is no revision no-such-branch in this repository; look at its spelling"),
        (["main..HEAD"], "there is no revision main..HEAD"),
        (["HEAD:practices"], "there is no revision HEAD:practices"),
        (["--", "--output=stolen"], "--output=stolen is no name of a revision"),
        (["main\n--all"], "main --all is no name of a revision"),
        (["HEAD", "HEAD~9"], "there is no revision HEAD~9"),
        (["--language", "tlh"], "the checks do not speak tlh; choose one of these: en"),
        (["--language", "../../x"], "the checks do not speak ../../x"),
        (["--format", "html"], "'html' is not one of"),
        (["HEAD", "HEAD", "HEAD"], "unexpected extra argument"),
    ],
)
def test_wrong_questions_are_answered_plainly(arguments: list[str], message: str, change: Revised) -> None:
    said = change.run(*arguments)
    assert (said.code, said.out) == (2, "")
    assert message in " ".join(said.err.split())
    assert not (change.files.root / "stolen").exists()


def test_without_git_or_a_repository(tiny: Tiny, tmp_path: Path) -> None:
    said = Revised(tiny).run(GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert said.code == 2
    assert "cannot be compared with what was: git says “fatal: not a git repository" in said.err
    assert "git is not installed here" in Revised(tiny).run(PATH=str(tmp_path / "nowhere")).err


def test_a_clone_with_a_part_of_the_history(change: Revised, tmp_path: Path) -> None:
    change.commit()
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=change", change.files.root.as_uri(), "shallow")
    shallow = Revised(Tiny(tmp_path / "shallow"))
    advice = "this clone has a part of the history only: `git fetch --unshallow` gets the rest"
    assert f"this repository has no branch main; {advice}" in " ".join(shallow.run().err.split())
    assert f"there is no revision HEAD~1 in this repository; {advice}" in " ".join(shallow.run("HEAD~1").err.split())
    assert shallow.run("HEAD").code == 0
