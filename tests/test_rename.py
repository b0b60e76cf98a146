"""``observatory rename``: what moves, what is kept, what else changes, and that it is all or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.exchange import Exchange, carry_out
from tests.conftest import PLACE, SOUND, SOUND_TRANSLATION, Tiny, overlaid
from tests.reading import digest

A = "practices/article-05/"
BOOK = "registry/published.txt"
NEW = f"{A}ita-new.yml"
COMMENTED = (
    "# yaml-language-server: $schema=../../schema/practice.schema.json\n"
    + SOUND.replace("status: in-force\n", "status: in-force   # since the law\n\n# why so short?\n")
    + "lessons: |\n  Begin early.\n\n  #5 is text\n"
)
CITING = overlaid(SOUND, "title: Modelled\ncountries: [NOR]\n")


@pytest.fixture
def plans(tiny: Tiny) -> Tiny:
    """A published entry with a translation, and another one that is not published."""
    tiny.write(PLACE, COMMENTED)
    tiny.write(PLACE.replace(".yml", ".zh.yml"), SOUND_TRANSLATION + "# a note\n")
    tiny.write(f"{A}nor-citing.yml", CITING)
    tiny.write(BOOK, "ita-plans\n")
    return tiny


def text(tiny: Tiny, place: str) -> str:
    """A file, with its line endings as they are."""
    return (tiny.root / place).read_bytes().decode()


def places(tiny: Tiny) -> set[str]:
    """The files of the entries."""
    return {path.relative_to(tiny.root).as_posix() for path in tiny.settings.practices.rglob("*") if path.is_file()}


def test_a_published_entry_moves_and_keeps_its_former_id(plans: Tiny) -> None:
    said = plans.run("rename", "ita-plans", "ita-new")
    assert said.code == 0 and said.err == ""
    assert said.out.splitlines() == [
        f"{PLACE} is {NEW} now",
        f"{A}ita-plans.zh.yml is {A}ita-new.zh.yml now",
        "ita-plans is kept as an alias: its address will lead to the new one",
    ]
    assert places(plans) == {NEW, f"{A}ita-new.zh.yml", f"{A}nor-citing.yml"}
    assert text(plans, NEW) == COMMENTED + "aliases: [ita-plans]\n"
    assert text(plans, f"{A}ita-new.zh.yml") == SOUND_TRANSLATION + "# a note\n"
    assert text(plans, BOOK) == "ita-plans\n"
    assert plans.codes() == []


def test_one_that_was_never_published_needs_no_alias(plans: Tiny) -> None:
    said = plans.run("rename", "nor-citing.yml", "nor-new.yml")
    assert said.code == 0 and "nor-citing was never published, so nothing leads there" in said.out
    assert text(plans, f"{A}nor-new.yml") == CITING and not (plans.root / A / "nor-citing.yml").exists()
    assert plans.codes() == []


def test_twice_keeps_both_and_back_again_neither_of_its_own(plans: Tiny) -> None:
    plans.run("rename", "ita-plans", "ita-new")
    plans.run("ledger")
    plans.run("rename", "ita-new", "ita-newer")
    assert text(plans, f"{A}ita-newer.yml") == COMMENTED + "aliases: [ita-plans, ita-new]\n"
    assert plans.codes() == []
    plans.run("rename", "ita-newer", "ita-plans")
    assert text(plans, PLACE) == COMMENTED + "aliases: [ita-newer, ita-new]\n"
    assert plans.codes() == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("aliases: [ita-a]\n", "aliases: [ita-a, ita-plans]\n"),
        ("aliases: [ita-a, 'ita-b' ,]  # former\n", "aliases: [ita-a, 'ita-b', ita-plans ,]  # former\n"),
        ("aliases:\n  - ita-a\n", "aliases:\n  - ita-a\n  - ita-plans\n"),
        (
            "aliases:\n- ita-a  # one\n# two\nuntil: 2018\n",
            "aliases:\n- ita-a  # one\n- ita-plans\n# two\nuntil: 2018\n",
        ),
        ("aliases:\n  -   ita-a\n\n\n", "aliases:\n  -   ita-a\n  -   ita-plans\n\n\n"),
        ("aliases: [\n  ita-a,  # one\n  ita-b\n]", "aliases: [\n  ita-a,  # one\n  ita-b, ita-plans\n]"),
        ("lessons: |\n  The end", "lessons: |\n  The end\naliases: [ita-plans]\n"),
        ("lessons: The end", "lessons: The end\naliases: [ita-plans]\n"),
        ("lessons: >-\n  The end\n\n", "lessons: >-\n  The end\n\naliases: [ita-plans]\n"),
    ],
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_other_line_stays(before: str, after: str, ending: str, mark: str, plans: Tiny) -> None:
    plans.write(PLACE, (mark + SOUND + before).replace("\n", ending))
    assert plans.run("rename", "ita-plans", "ita-new").code == 0
    assert text(plans, NEW) == (mark + SOUND + after).replace("\n", ending)
    assert plans.codes() == []


def test_other_entries_name_the_new_id(plans: Tiny) -> None:
    citing = 'adapted_from:\n  - "ita-plans"   # the model\n  - ita-plans-2\n'
    plans.write(f"{A}nor-citing.yml", CITING + citing)
    plans.write(f"{A}ita-plans-2.yml", overlaid(SOUND, "title: Second\n"))
    gone = (
        "review: {state: withdrawn, date: 2026}\nwithdrawal: {reason: duplicate, date: 2026, replaced_by: ita-plans}\n"
    )
    plans.write(f"{A}ita-gone.yml", SOUND + gone)
    said = plans.run("rename", "ita-plans", "ita-new")
    assert said.code == 0 and f"{A}nor-citing.yml names it by the new id\n" in said.out
    assert text(plans, f"{A}nor-citing.yml") == CITING + citing.replace('"ita-plans"', "ita-new")
    assert text(plans, f"{A}ita-gone.yml") == SOUND + gone.replace("ita-plans", "ita-new")
    assert plans.codes() == []


def test_the_folder_follows_the_article(plans: Tiny) -> None:
    plans.write(PLACE, COMMENTED.replace('"5.1"', '"6.1"'))
    assert plans.codes() == ["P305"]
    assert plans.run("rename", "ita-plans", "ita-new").code == 0
    assert places(plans) == {
        "practices/article-06/ita-new.yml", "practices/article-06/ita-new.zh.yml", f"{A}nor-citing.yml",
    }  # fmt: skip
    assert plans.codes() == []


def test_a_withdrawn_entry_can_be_renamed(plans: Tiny) -> None:
    gone = "review: {state: withdrawn, date: 2026}\nwithdrawal: {reason: out-of-scope, date: 2026}\n"
    plans.write(PLACE, SOUND + gone)
    assert plans.run("rename", "ita-plans", "ita-new").code == 0
    assert text(plans, NEW) == SOUND + gone + "aliases: [ita-plans]\n" and plans.codes() == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("ita-none", "ita-new", "there is no entry ita-none in"),
        ("ita-before", "ita-new", "ita-before is a former id of nor-citing; rename that one"),
        ("ita-plans", "ita-plans", "ita-plans is its id already"),
        ("ita-plans", "nor-citing", f"there is an entry nor-citing already, {A}nor-citing.yml; choose another id"),
        ("ita-plans", "ita-orphan", "there is an entry ita-orphan already"),
        ("ita-plans", "ita-before", f"ita-before is a former id of {A}nor-citing.yml; choose another"),
        ("ita-plans", "nor-plans", "nor-plans, does not begin with `ita-`"),
        ("ita-plans", "ITA_new", "`ITA_new` is no name that an address can be made of; call the file `ita-new.yml`"),
        ("ita-plans", "../../ita-new", "is no name that an address can be made of"),
        ("ita-plans", "", "the file has no name"),
        ("ita-plans", "ita-new.zh", "is no name that an address can be made of"),
        ("ita-plans", "ita-" + "x" * 80, "is no name that an address can be made of"),
        ("ita-plans", "ita-\x1b[31m", "<U+001B>"),
        ("\x1b[31m", "ita-new", "<U+001B>"),
        ("", "ita-new", "there is no entry"),
        ("../ita-plans", "ita-new", "there is no entry"),
        ("nor-twice", "nor-new", "nor-twice stands in several folders"),
        ("nor-broken", "nor-new", f"{A}nor-broken.yml:1:8: Y0"),
    ],
)
def test_what_is_refused(old: str, new: str, words: str, plans: Tiny) -> None:
    plans.write(f"{A}nor-citing.yml", CITING + "aliases: [ita-before]\n")
    plans.write(f"{A}ita-orphan.zh.yml", SOUND_TRANSLATION)
    plans.write(f"{A}nor-twice.yml", CITING)
    plans.write("practices/article-06/nor-twice.yml", CITING)
    plans.write(f"{A}nor-broken.yml", "title: [\n")
    before = digest(plans.root)
    said = plans.run("rename", "--", old, new)
    told = " ".join(said.err.split())
    assert said.code == 2 and words in told and "Traceback" not in told and "\x1b" not in said.err
    assert digest(plans.root) == before


IN_BRACES = """\
{language: en, title: Cascade of three-year plans, countries: [ITA], provisions: ["5.1"], themes: [strategies],
measures: [policy], status: in-force, summary: Every public body adopts its own three-year plan.,
sources: [{document: wg4-2019-4, paragraphs: ["20"]}], submission: {by: State, channel: statement, date: 2019-09}}
"""


def unchanged(plans: Tiny, words: str) -> None:
    """See that the entry cannot be renamed, that these words say why, and that everything is as it was."""
    before = digest(plans.settings.registry) | digest(plans.settings.practices)
    said = plans.run("rename", "ita-plans", "ita-new")
    assert said.code == 2 and words in " ".join(said.err.split()) and "Traceback" not in said.err
    assert digest(plans.settings.registry) | digest(plans.settings.practices) == before


@pytest.mark.parametrize(
    ("place", "text", "words"),
    [
        (PLACE, IN_BRACES, "the whole file stands in braces; write `aliases: [ita-plans]` into it by hand"),
        (PLACE, SOUND + "aliases: ita-a\n", "`aliases` is no list"),
        (PLACE, SOUND + "aliases:\n  -\n    ita-a\n", "`aliases` is written in an unusual way"),
        (PLACE, SOUND + "...\n", "cannot change safely; write `aliases: [ita-plans]` into it by hand"),
        (
            f"{A}nor-citing.yml",
            CITING + 'adapted_from: ["ita-\\\n  plans"]  # ita-plans\n',
            "cannot change safely; write `ita-new` for `ita-plans` in it by hand",
        ),
        (NEW, SOUND, "there is an entry ita-new already"),
        (f"{A}ita-new.zh.yml", SOUND_TRANSLATION, "there is an entry ita-new already"),
        (BOOK, "ita-plans\u200b\n", f"{BOOK}:1:10: Y008"),
    ],
)
def test_what_cannot_be_written_safely(place: str, text: str, words: str, plans: Tiny) -> None:
    plans.write(place, text)
    unchanged(plans, words)


def test_links_and_devices_are_not_moved(plans: Tiny) -> None:
    sibling = plans.root / A / "ita-plans.fr.yml"
    sibling.symlink_to("/etc/hosts")
    unchanged(plans, "is a symbolic link")
    sibling.unlink()
    os.mkfifo(sibling)
    unchanged(plans, "is not a regular file")


def test_no_link_leads_an_entry_away(plans: Tiny, tmp_path: Path) -> None:
    plans.write(PLACE, SOUND.replace('"5.1"', '"6.1"'))
    (plans.root / "practices/article-06").symlink_to(tmp_path)
    unchanged(plans, "practices/article-06 is a symbolic link")


def test_entries_that_cannot_be_read_are_left_alone(plans: Tiny) -> None:
    plans.write(f"{A}nor-broken.yml", "adapted_from: [ita-plans")
    (plans.root / A / "nor-linked.yml").symlink_to(plans.root / PLACE)
    assert plans.run("rename", "ita-plans", "ita-new").code == 0
    assert text(plans, f"{A}nor-broken.yml") == "adapted_from: [ita-plans"


@pytest.fixture
def three(tmp_path: Path) -> list[Exchange]:
    """Two files to move and one to change in its place."""
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text(f"old {name}")
    return [
        Exchange(tmp_path / "a", tmp_path / "new" / "a", b"new a"),
        Exchange(tmp_path / "b", tmp_path / "new" / "b", b"new b"),
        Exchange(tmp_path / "c", tmp_path / "c", b"new c"),
        Exchange(tmp_path / "d", tmp_path / "d", b"new d"),
    ]


def test_an_exchange_carried_out(three: list[Exchange], tmp_path: Path) -> None:
    (tmp_path / "c").chmod(0o640)
    carry_out(three)
    assert {path.relative_to(tmp_path).as_posix(): path.read_text() for path in tmp_path.rglob("*") if path.is_file()} == {
        "new/a": "new a", "new/b": "new b", "c": "new c", "d": "new d",
    }  # fmt: skip
    assert (tmp_path / "c").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("nth", range(1, 7))
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_exchange_that_fails_changes_nothing(
    fault: BaseException, nth: int, three: list[Exchange], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(tmp_path)
    steps = iter(range(1, 100))

    def failing(step: Callable[..., object]) -> Callable[..., object]:
        def run(path: Path, *arguments: object) -> object:
            if (path.suffix != ".new" or step is replace) and next(steps) == nth:
                raise fault
            return step(path, *arguments)

        return run

    replace, unlink = Path.replace, Path.unlink
    monkeypatch.setattr(Path, "replace", failing(replace))
    monkeypatch.setattr(Path, "unlink", failing(unlink))
    with pytest.raises(type(fault)):
        carry_out(three)
    monkeypatch.undo()
    assert digest(tmp_path) == before


def test_an_exchange_does_not_write_over_a_file(three: list[Exchange], tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "b").write_text("mine")
    before = digest(tmp_path)
    with pytest.raises(FileExistsError):
        carry_out(three)
    assert digest(tmp_path) == before


def test_a_folder_that_cannot_be_written_is_told(plans: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_exchanges: object) -> None:
        raise OSError(28, "No space left on device", "practices")

    monkeypatch.setattr("generator.rename.carry_out", full)
    ran = CliRunner().invoke(main, ["--root", str(plans.root), "rename", "ita-plans", "ita-new"])
    assert ran.exit_code == 1 and "practices: No space left on device; nothing was changed" in ran.output
