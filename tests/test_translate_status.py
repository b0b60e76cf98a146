"""``observatory translate status`` and ``start``: what a maintainer and a translator are told and given."""

from __future__ import annotations

import json

import pytest

from generator import check
from generator.gather import gather
from generator.grounds import grounds
from generator.marks import fingerprint
from tests.conftest import PLACE, SOUND_ORIGINAL, SOUND_TRANSLATION, TODAY, Lights, Tiny, overlaid

A = "practices/article-05/"
TITLE, SUMMARY = (
    fingerprint("Cascade of three-year plans"),
    fingerprint("Every public body adopts its own three-year plan."),
)


@pytest.fixture
def several(tiny: Tiny) -> Tiny:
    """Six entries: one in Chinese, one withdrawn, and translations of every sort."""
    tiny.write(PLACE, SOUND_ORIGINAL)
    tiny.write(f"{A}ita-plans.zh.yml", SOUND_TRANSLATION.replace("}", f', of: {{title: "{TITLE}"}}}}'))
    tiny.write(f"{A}ita-plans.fr.yml", 'title: Plan\ntranslation: {status: reviewed, of: {title: "00000000"}}\n')
    tiny.write(f"{A}ita-two.yml", overlaid(SOUND_ORIGINAL, "title: Plans of agencies\n"))
    tiny.write(f"{A}ita-two.fr.yml", "title: Plans des agences\ntranslation: {status: official}\n")
    tiny.write(f"{A}ita-three.yml", overlaid(SOUND_ORIGINAL, "language: zh\ntitle: 计划\n"))
    tiny.write(f"{A}ita-three.en.yml", "title: Plans\ntranslation: {status: draft}\n")
    gone = "review: {state: withdrawn, date: 2026-11-20}\nwithdrawal: {reason: out-of-scope, date: 2026-11-20}\n"
    tiny.write(f"{A}ita-gone.yml", overlaid(SOUND_ORIGINAL, f"title: Gone\n{gone}"))
    return tiny


def test_totals(several: Tiny) -> None:
    said = several.run("translate", "status")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "language  original  missing  outdated  current  machine  draft  reviewed  official",
        "ar               0        3         0        0        0      0         0         0",
        "zh               1        1         0        1        1      0         0         0",
        "en               2        0         0        1        0      1         0         0",
        "fr               0        1         1        1        0      0         0         1",
        "",
        "3 entries; current = machine + draft + reviewed + official",
        "not published: ar, fr",
    ]


def test_entries_and_languages_that_are_asked_for(several: Tiny) -> None:
    said = several.run("translate", "status", "ita-two", "ita-plans.yml", "--language", "fr", "--language", "zh")
    assert said.out.splitlines()[:3] == [
        "           zh        fr",
        "ita-two    missing   official",
        "ita-plans  machine   outdated",
    ]
    assert "ita-three  original" in several.run("translate", "status", "--entries", "--language", "zh").out


def test_for_programs(several: Tiny) -> None:
    said = json.loads(several.run("translate", "status", "--format", "json").out)
    assert said["languages"]["fr"] == {
        "published": False, "original": 0, "missing": 1, "outdated": 1, "current": 1,
        "machine": 0, "draft": 0, "reviewed": 0, "official": 1,
    }  # fmt: skip
    assert said["entries"]["ita-plans"] == {"ar": "missing", "zh": "machine", "en": "original", "fr": "outdated"}
    assert said["faulty"] == []


def test_entries_with_errors_are_named_and_not_counted(several: Tiny) -> None:
    several.write(f"{A}ita-two.fr.yml", "title: Plans\n")
    said = several.run("translate", "status", "--language", "fr")
    assert said.code == 0
    assert said.out.splitlines()[3:] == [
        "2 entries; current = machine + draft + reviewed + official",
        "not published: fr",
        "not counted, because `observatory check` finds errors: ita-two",
    ]


def test_no_entries_at_all(tiny: Tiny) -> None:
    assert "\n0 entries;" in tiny.run("translate", "status").out


def test_the_check_warns_of_what_is_outdated(several: Tiny) -> None:
    warned = [one.span.path for one in check.paths(several.settings, (), TODAY).diagnostics if one.code == "P806"]
    said = json.loads(several.run("translate", "status", "--format", "json").out)["entries"]
    outdated = [
        f"{A}{id}.{code}.yml" for id, states in said.items() for code, state in states.items() if state == "outdated"
    ]
    assert warned == outdated == [f"{A}ita-plans.fr.yml"]


def test_what_pages_are_drawn_from_says_the_same(lights: Lights) -> None:
    lights.change("practices/article-01/lum-two-keepers.yml", "title: Two", "title: Now two")
    said = json.loads(lights.run("translate", "status", "--format", "json").out)["entries"]
    catalogue = gather(lights.settings, grounds(lights.settings), None).catalogue
    assert catalogue
    drawn = {one.id: one for one in catalogue.practices}
    assert said == {id: {code: one.state_in(code) for code in said[id]} for id, one in drawn.items()}
    assert "outdated" in {state for states in said.values() for state in states.values()}


def test_a_mark_of_a_text_that_is_not_there_makes_nothing_outdated(several: Tiny) -> None:
    several.write(f"{A}ita-plans.fr.yml", 'title: Plan\ntranslation: {status: draft, of: {summary: "00000000"}}\n')
    assert (
        json.loads(several.run("translate", "status", "--format", "json").out)["entries"]["ita-plans"]["fr"] == "draft"
    )
    assert "P806" not in several.codes() and "P809" in several.codes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("status", "ita-plan"), "there is no entry `ita-plan`; did you mean `ita-plans`?"),
        (("status", "nothing-of-the-kind"), "its id is the name of its file without .yml"),
        (("status", "../registry/themes"), "there is no entry `../registry/themes`"),
        (("status", "a\x1b[31mb"), "there is no entry `a<U+001B>[31mb`"),
        (("status", ""), "there is no entry"),
        (("status", "--language", "cn"), "there is no language `cn`; choose one of these: ar, zh, en, fr"),
        (("start", "ita-two", "en"), "is written in en itself"),
        (("start", "ita-two", "fr"), "ita-two.fr.yml is there already"),
        (("start", "ita-two", "french"), "there is no language `french`; choose one of these: ar, zh, en, fr"),
        (("start", "ita-two", "../fr"), "there is no language `../fr`"),
        (("start", "ita-tow", "fr"), "did you mean `ita-two`?"),
        (("accept", "ita-tow", "fr"), "did you mean `ita-two`?"),
        (("accept", "ita-two", "zh"), "ita-two.zh.yml beside the original; there is fr"),
    ],
)
def test_what_cannot_be_asked_for(several: Tiny, arguments: tuple[str, ...], words: str) -> None:
    before = {path: path.read_bytes() for path in several.root.rglob("*.yml")}
    said = several.run("translate", *arguments)
    assert said.code == 2 and words in said.err and "Traceback" not in said.err
    assert {path: path.read_bytes() for path in several.root.rglob("*.yml")} == before


def test_a_file_to_begin_with(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND_ORIGINAL + "description: |\n  1. First\n\n     more\n  2. Then\n")
    said = tiny.run("translate", "start", "ita-plans", "fr")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Wrote {A}ita-plans.fr.yml\n")
    written = (tiny.root / A / "ita-plans.fr.yml").read_text(encoding="utf-8")
    blanks = written.partition("\n\n")[2].partition("\ntranslation:")[0]
    assert (
        blanks
        == """\
# title: Cascade of three-year plans
title:

# summary:
#   Every public body adopts its own three-year plan.
summary: >-

# description:
#   1. First
#
#      more
#   2. Then
description: |

# conditions:
# - There is a will.
# - There is a budget.
conditions:
  -
  -
"""
    )
    assert set(tiny.codes()) == {"P104"} and len(tiny.codes()) == 5


def test_a_file_that_was_filled_in_has_its_marks(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND_ORIGINAL.partition("conditions:")[0])
    tiny.run("translate", "start", "ita-plans", "fr")
    path = tiny.root / A / "ita-plans.fr.yml"
    text = path.read_text(encoding="utf-8").replace("\ntitle:\n", "\ntitle: Plans\n")
    path.write_text(text.replace("summary: >-\n", "summary: >-\n  Chacun a son plan.\n"), encoding="utf-8")
    assert tiny.codes() == []
    tiny.write(PLACE, SOUND_ORIGINAL.partition("conditions:")[0].replace("adopts", "has"))
    assert tiny.codes() == ["P806"]


def test_a_dangling_link_is_not_written_through(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND_ORIGINAL)
    (tiny.root / A / "ita-plans.fr.yml").symlink_to(tiny.root / "elsewhere.yml")
    assert tiny.run("translate", "start", "ita-plans", "fr").code == 2
    assert not (tiny.root / "elsewhere.yml").exists()
