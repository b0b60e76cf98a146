"""``observatory translate export`` and ``import``: texts to a translation platform and back, and none of them lost."""

from __future__ import annotations

import io
import json
import os
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
import yaml
from translate.storage.yaml import YAMLFile

from generator.diagnostics import Rule
from generator.marks import fingerprint
from generator.translating import faults
from tests.conftest import PLACE, SOUND_ORIGINAL, Tiny, overlaid
from tests.test_docs import blocks, part

SIBLING = "practices/article-05/ita-plans.fr.yml"
PARCEL = "out/en/ita-plans"
FR = f"{PARCEL}/fr.yml"
TITLE = "Cascade of three-year plans"
DESCRIPTION = "description: |\n  1. A plan.\n\n     And more.\n  2. Another.\n"
MACHINE = """\
# by the program
title: Plans en cascade
# a note
summary: >-
  Chaque organisme adopte
  son plan.
translation: {status: machine}
"""


@pytest.fixture
def plans(tiny: Tiny) -> Tiny:
    """An entry with texts of every sort, exported into French before there was a translation."""
    tiny.write(PLACE, SOUND_ORIGINAL + DESCRIPTION)
    exported(tiny)
    return tiny


def exported(tiny: Tiny, *languages: str) -> None:
    """Export into the folder ``out``."""
    said = tiny.run("translate", "export", "out", *(f"--language={one}" for one in languages))
    assert said.code == 0, said.out + said.err


def platform(tiny: Tiny, place: str = FR, **texts: str) -> None:
    """Fill in texts by their keys (``conditions__1`` is an item) as Weblate does, with the library that it reads and writes by."""
    path = tiny.root / place
    store = YAMLFile.parsefile(str(path))
    units = {unit.getid(): unit for unit in store.units}
    for key, text in texts.items():
        name, _, item = key.partition("__")
        units[f"{name}->item-{item}" if item else name].target = text
    out = io.BytesIO()
    store.serialize(out)
    path.write_bytes(out.getvalue())


def imported(tiny: Tiny) -> list[str]:
    """Import, which must do; what was told."""
    said = tiny.run("translate", "import", "out")
    assert said.code == 0, said.out + said.err
    return said.out.splitlines()


def text(tiny: Tiny, place: str = SIBLING) -> str:
    """The text of a file."""
    return (tiny.root / place).read_text(encoding="utf-8")


def everything(tiny: Tiny) -> dict[Path, bytes]:
    """All files of the observatory and the folder."""
    return {path: path.read_bytes() for path in tiny.root.rglob("*") if path.is_file() and not path.is_symlink()}


def test_what_is_exported(plans: Tiny) -> None:
    assert sorted(path.name for path in (plans.root / PARCEL).iterdir()) == [
        "ar.yml",
        "en.yml",
        "exported.json",
        "fr.yml",
        "zh.yml",
    ]
    assert (
        text(plans, f"{PARCEL}/en.yml")
        == f"""\
# Plain text, at most 160 characters.
title: {TITLE}
# Plain text, at most 500 characters.
summary: >-
  Every public body adopts its own three-year plan.
# Markdown, at most 8,000 characters.
{DESCRIPTION}\
# Plain text, at most 300 characters.
conditions:
  item-1: There is a will.
  item-2: There is a budget.
"""
    )
    assert text(plans, FR) == 'title: ""\nsummary: ""\ndescription: ""\nconditions:\n  item-1: ""\n  item-2: ""\n'
    record = json.loads(text(plans, f"{PARCEL}/exported.json"))
    assert (record["id"], record["language"], record["original"]["title"]) == ("ita-plans", "en", fingerprint(TITLE))


def test_the_platforms_library_reads_what_is_exported(plans: Tiny) -> None:
    store = YAMLFile.parsefile(str(plans.root / PARCEL / "en.yml"))
    assert [unit.getid() for unit in store.units] == [
        "title", "summary", "description", "conditions->item-1", "conditions->item-2",
    ]  # fmt: skip
    assert store.units[0].target == TITLE and store.units[0].getnotes() == "Plain text, at most 160 characters."


def test_there_and_back(plans: Tiny) -> None:
    platform(
        plans,
        title="Plans: en cascade",
        summary="Chaque organisme adopte son plan. " * 9,
        description="1. Un plan.\n2. Un autre.\n",
    )
    assert imported(plans) == [f"{SIBLING}: title, summary, description", "4 files read, 1 translation written"]
    assert text(plans).startswith(
        '# yaml-language-server: $schema=../../schema/translation.schema.json\ntitle: "Plans: en cascade"\n'
    )
    assert "description: |\n  1. Un plan.\n  2. Un autre.\n" in text(plans) and "status: draft" in text(plans)
    assert plans.codes() == []
    before = everything(plans)
    assert imported(plans) == ["4 files read, 0 translations written"]
    assert everything(plans) == before


def test_work_goes_on_without_another_export(plans: Tiny) -> None:
    for title in ("Plans", "Plans en cascade", "Cascade de plans"):
        platform(plans, title=title)
        imported(plans)
        assert f"title: {title}\n" in text(plans)


def test_what_was_translated_from_an_older_original_comes_in_as_outdated(plans: Tiny) -> None:
    platform(plans, title="Plans", summary="Chacun adopte son plan.")
    plans.write(PLACE, text(plans, PLACE).replace(TITLE, "Plans of three years"))
    imported(plans)
    assert [(one.code, one.span.line) for one in plans.check().diagnostics] == [("P806", 2)]


def test_a_list_is_taken_once_it_is_whole(plans: Tiny) -> None:
    platform(plans, conditions__2="Il y a un budget.")
    assert imported(plans) == [
        "out/en/ita-plans/fr.yml: `conditions` is taken once all of its texts are there",
        "4 files read, 0 translations written",
    ]
    platform(plans, conditions__1="Il y a une volonté.")
    imported(plans)
    assert "conditions:\n  - Il y a une volonté.\n  - Il y a un budget.\n" in text(plans)
    exported(plans)
    platform(plans, conditions__2="Il y a de l’argent.", conditions__1="")
    imported(plans)
    assert "conditions:\n  - Il y a une volonté.\n  - Il y a de l’argent.\n" in text(plans)


def test_a_list_that_was_translated_anew_in_part_stays_outdated(plans: Tiny) -> None:
    listed = "conditions: [Une volonté., Un budget.]\n"
    plans.write(SIBLING, f'{listed}translation: {{status: draft, of: {{conditions: "00000000"}}}}\n')
    exported(plans)
    platform(plans, conditions__2="De l’argent.")
    imported(plans)
    assert "De l’argent." in text(plans) and plans.codes() == ["P806"]
    platform(plans, conditions__1="De la volonté.", conditions__2="Et de l’argent.")
    imported(plans)
    assert plans.codes() == []


def test_other_lines_of_a_translation_are_kept(plans: Tiny) -> None:
    plans.write(SIBLING, MACHINE)
    exported(plans)
    platform(plans, summary="Chaque organisme a son plan.", description="1. Un plan.\n")
    told = imported(plans)
    assert told[0] == f"{SIBLING} is still `machine`: some of its texts are as a program wrote them"
    marks = f'  of: {{summary: "{fingerprint("Every public body adopts its own three-year plan.")}", description: "'
    assert text(plans).startswith(f"""\
# by the program
title: Plans en cascade
# a note
summary: >-
  Chaque organisme a son plan.
description: |
  1. Un plan.
translation:
  status: machine
{marks}""")


def test_what_a_person_wrote_anew_is_no_machine_translation(plans: Tiny) -> None:
    plans.write(SIBLING, MACHINE)
    exported(plans)
    platform(plans, title="Cascade de plans", summary="Chaque organisme a son plan.")
    imported(plans)
    assert "  status: draft\n" in text(plans)


@pytest.mark.parametrize(
    "written",
    [
        "{title: Plan, translation: {status: draft}}\n",
        "title: Plan\ntranslation: {status: draft, of: {title: 00000000}}",
        '"title": Plan\n"translation":\n  "status": "draft"\n',
        "translation:\n  status: draft\n\n# at the end\ntitle: |\n  Plan\n\n\n",
        "title:\n  Plan\ntranslation:\n  of: {title: 00000000}\n  status: draft\n",
    ],
)
def test_however_a_translation_is_written(plans: Tiny, written: str) -> None:
    plans.write(SIBLING, written)
    exported(plans)
    platform(plans, title="Plans", conditions__1="Une volonté.", conditions__2="Un budget.")
    imported(plans)
    assert plans.codes() == [] and ("# at the end" in written) == ("# at the end" in text(plans))
    assert imported(plans)[-1] == "4 files read, 0 translations written"
    read = YAMLFile.parsefile(str(plans.root / SIBLING))
    assert {"title": "Plans", "conditions->[1]": "Un budget.", "translation->status": "draft"}.items() <= {
        unit.getid(): unit.target.strip() for unit in read.units
    }.items()


def test_an_empty_text_takes_nothing_away(plans: Tiny) -> None:
    plans.write(SIBLING, MACHINE)
    exported(plans)
    platform(plans, title="", summary="")
    imported(plans)
    (plans.root / FR).write_text("{}\n")
    imported(plans)
    assert text(plans) == MACHINE


def test_what_is_newer_in_the_observatory_stays(plans: Tiny) -> None:
    plans.write(SIBLING, MACHINE)
    exported(plans)
    newer = MACHINE.replace("Plans en cascade", "Une cascade")
    plans.write(SIBLING, newer)
    assert imported(plans) == ["4 files read, 0 translations written"]
    platform(plans, title="Cascade de plans")
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and "error[T103] `title` has changed here, and since the export" in said.out
    assert f"{FR}:1:8" in said.out and "nothing was imported: 1 fault\n" in said.err and text(plans) == newer
    (plans.root / FR).write_text(text(plans, FR) + "translation: {status: draft}\n")
    imported(plans)
    assert "title: Cascade de plans\n" in text(plans) and "status: draft" in text(plans)


@pytest.mark.parametrize("status", ["reviewed", "official"])
def test_what_was_reviewed_is_not_overwritten_unless_the_file_says_so(plans: Tiny, status: str) -> None:
    plans.write(SIBLING, MACHINE.replace("machine", status))
    exported(plans)
    platform(plans, title="Cascade", description="1. Un plan.\n")
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and said.out.count("error[T104]") == 2 and f"a translation that is {status}" in said.out
    (plans.root / FR).write_text(text(plans, FR) + "translation: {status: reviewed}\n")
    imported(plans)
    assert "title: Cascade\n" in text(plans) and "status: reviewed" in text(plans)
    assert imported(plans) == ["4 files read, 0 translations written"]


def test_a_change_of_the_original_is_told_and_not_taken(plans: Tiny) -> None:
    platform(plans, f"{PARCEL}/en.yml", summary="Something else.")
    assert (
        imported(plans)[0] == f"{PARCEL}/en.yml: `summary` of the original is not taken from here; change it in {PLACE}"
    )


def test_an_export_loses_no_translation(plans: Tiny) -> None:
    platform(plans, title="Plans")
    before = everything(plans)
    for arguments in ((), ("--language", "zh")):  # the original in the folder is one for all languages
        said = plans.run("translate", "export", "out", *arguments)
        assert said.code == 1 and "error[T105] `title` would be lost" in said.out and "nothing was written" in said.err
        assert everything(plans) == before
    imported(plans)
    assert plans.run("translate", "export", "out").out == "1 entry in out, 1 file written\n"
    assert plans.run("translate", "export", "out").out == "1 entry in out, 0 files written\n"


def test_an_export_into_one_language(tiny: Tiny) -> None:
    tiny.write(PLACE, SOUND_ORIGINAL)
    tiny.write("practices/article-05/ita-zh.yml", overlaid(SOUND_ORIGINAL, "language: zh\ntitle: 计划\n"))
    exported(tiny, "en")
    places = sorted(path.relative_to(tiny.root).as_posix() for path in (tiny.root / "out").rglob("*.yml"))
    assert places == ["out/en/ita-plans/en.yml", "out/zh/ita-zh/en.yml", "out/zh/ita-zh/zh.yml"]


def test_withdrawn_and_renamed_entries(plans: Tiny) -> None:
    plans.write("practices/article-05/ita-new.yml", text(plans, PLACE))
    (plans.root / PLACE).unlink()
    said = plans.run("translate", "export", "out")
    assert (
        said.out
        == f"{PARCEL} is of no entry any more; delete it when nothing in it is needed\n1 entry in out, 5 files written\n"
    )
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and "error[T102] there is no entry ita-plans any more" in said.out
    gone = "review: {state: withdrawn, date: 2026-11-20}\nwithdrawal: {reason: out-of-scope, date: 2026-11-20}\n"
    plans.write("practices/article-05/ita-new.yml", text(plans, "practices/article-05/ita-new.yml") + gone)
    assert plans.run("translate", "export", "other").out == "0 entries in other, 0 files written\n"


def test_entries_with_errors_are_not_exported(plans: Tiny) -> None:
    plans.write(SIBLING, "title: Plans\n")
    said = plans.run("translate", "export", "other")
    assert said.code == 1 and "error[P102]" in said.out and not (plans.root / "other").exists()
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and "error[P102]" in said.out


WRONG = {
    "notes.txt": "no export has put this file here",
    "en/ita-plans/deep/fr.yml": "no export has put this file here",
    "en/ita-other/fr.yml": "exported.json",
    "en/ita-plans/xx.yml": "`xx` is no language of this observatory",
}


@pytest.mark.parametrize("place", WRONG)
def test_what_no_export_has_written_is_refused(plans: Tiny, place: str) -> None:
    platform(plans, title="Plans")
    plans.write(f"out/{place}", "title: x\n")
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and WRONG[place] in said.out and "Traceback" not in said.err
    assert not (plans.root / SIBLING).exists()


@pytest.mark.parametrize(
    ("written", "code", "place"),
    [
        ("title: &a x\nsummary: *a\n", "Y012", "1:8"),
        ("title: !!python/object:x y\n", "Y013", "1:8"),
        ("a: {<<: {title: x}}\n", "Y017", "1:5"),
        ("title: a\ntitle: b\n", "Y016", "2:1"),
        ("title: [\n", "Y009", "1:8"),
        ("- title\n", "Y011", "1:1"),
        ("title: a\u202eb\n", "Y008", "1:9"),
        ("title: <script>alert(1)</script>\n", "P202", "1:8"),
        ("title: Plan\nsumary: x\n", "P101", "2:1"),
        ("title: [Plan]\n", "P103", "1:1"),
        (f"title: {'x' * 161}\n", "P105", "1:8"),
        ("lessons: Rien.\n", "P802", "1:1"),
        ("conditions: {item-1: a, item-2: b, item-3: c}\n", "P805", "1:1"),
        ("conditions: {first: a}\n", "P103", "1:1"),
        ("conditions: {item-1: [a], item-2: b}\n", "P103", "1:1"),
        ("title: x\ntranslation: {status: done}\n", "P107", "2:23"),
        ("title: x\ntranslation: {status: draft, of: {title: 00000000}}\n", "P101", "2:30"),
    ],
)  # fmt: skip
def test_a_fault_of_a_text_stands_in_the_folder(plans: Tiny, written: str, code: str, place: str) -> None:
    plans.write(FR, written)
    plans.write(f"{PARCEL}/zh.yml", "title: 计划\n")
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and f"error[{code}]" in said.out and f"{FR}:{place}" in said.out, said.out + said.err
    assert "Traceback" not in said.err and len(list((plans.root / "practices").rglob("*.yml"))) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Observatory of Tests", "Observatory of Elsewhere"),
        ('"ita-plans"', '"ita-other"'),
        ('"title": "', '"title": "}\\n'),
        ('"original": {', '"original": 7, "x": {'),
        ("{", "[" * 5_000),
    ],
)
def test_a_record_that_no_export_has_written(plans: Tiny, old: str, new: str) -> None:
    platform(plans, title="Plans")
    record = text(plans, f"{PARCEL}/exported.json")
    assert old in record
    plans.write(f"{PARCEL}/exported.json", record.replace(old, new))
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and "error[T101]" in said.out and "Traceback" not in said.err
    assert not (plans.root / SIBLING).exists()


def test_links_and_pipes(plans: Tiny) -> None:
    platform(plans, title="Plans")
    (plans.root / PARCEL / "zh.yml").unlink()
    os.mkfifo(plans.root / PARCEL / "zh.yml")
    (plans.root / PARCEL / "ar.yml").unlink()
    (plans.root / PARCEL / "ar.yml").symlink_to(plans.root / PLACE)
    (plans.root / "out" / "fr").symlink_to(plans.root / "out" / "en")
    said = plans.run("translate", "import", "out")
    assert said.code == 1 and said.out.count("error[Y003]") == 2 and said.out.count("error[Y004]") == 1
    assert plans.run("translate", "export", "out").code == 1
    (plans.root / "linked").symlink_to(plans.root / "out")
    for command in ("import", "export"):
        assert plans.run("translate", command, "linked").code == 2
    assert plans.run("translate", "import", "nowhere").code == 2
    for place in (PLACE, "practices", "practices/article-05/new", "registry"):
        assert plans.run("translate", "export", place).code == 2
    assert not (plans.root / SIBLING).exists()


def test_all_faults_are_told_at_once_and_nothing_is_written(plans: Tiny) -> None:
    platform(plans, title="Plans")
    platform(plans, f"{PARCEL}/ar.yml", title="<b>خطط", summary="a" * 600)
    plans.write("out/notes.txt", "x")
    before = everything(plans)
    said = plans.run("translate", "import", "out")
    assert [line[:11] for line in said.out.splitlines() if line.startswith("error[")] == [
        "error[P202]",
        "error[P105]",
        "error[T101]",
    ]
    assert everything(plans) == before


def test_the_settings_for_platforms_fit_what_is_exported(tiny: Tiny) -> None:
    tiny.write(PLACE.replace("ita-plans", "ita-three-year-plans"), SOUND_ORIGINAL)
    tiny.write(PLACE, SOUND_ORIGINAL.replace("Cascade", "Series"))
    assert tiny.run("translate", "export", "translations").code == 0
    places = {path.relative_to(tiny.root).as_posix() for path in (tiny.root / "translations").rglob("*.yml")}
    component, addon = map(json.loads, blocks(part("CONTRIBUTING.md", "Translate a practice"), "json"))
    in_mask = {place for place in places if fnmatch(place, component["filemask"])}
    assert component["template"] in in_mask and len(in_mask) == 4 and component["file_format"] == "yaml"
    said = addon["configuration"]
    found = {place: re.fullmatch(said["match"], place) for place in places}
    for place, match in found.items():
        assert match and re.match(said["language_regex"], match["language"]), place
        assert said["base_file_template"].replace("{{ component }}", match["component"]) in places
    assert said["file_format"] == component["file_format"]
    crowdin = yaml.safe_load(blocks(part("CONTRIBUTING.md", "Translate a practice"), "yaml")[-1])["files"][0]
    originals = [place for place in places if fnmatch(f"/{place}", crowdin["source"])]
    assert len(originals) == 2
    for original in originals:
        path = crowdin["translation"].replace("%original_path%", original.rpartition("/")[0])
        assert path.replace("%two_letters_code%", "fr").removeprefix("/") in places


@pytest.mark.parametrize("rule", faults.RULES, ids=lambda rule: rule.code)
def test_every_fault_is_explained(rule: Rule) -> None:
    title, why, *_ = rule.explanation.split("\n\n")
    assert title.endswith(".") and "\n" not in title and why
    assert "\nWrong:\n" in rule.explanation and "\nRight:\n" in rule.explanation
