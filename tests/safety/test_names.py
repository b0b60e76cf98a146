"""Names of files, links, pipes and devices: each is a diagnostic, nothing waits, nothing is written outside the site."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import build
from generator.outcome import FaultsInEntries
from generator.plugin import MkDocs
from tests.conftest import SOUND, SOUND_TRANSLATION, Lights, Tiny
from tests.reading import digest

FOLDER = "practices/article-05"
DIAGNOSED = {
    "upper case": (f"{FOLDER}/ITA-plans.yml", "P601"),
    "upper case of the ending": (f"{FOLDER}/ita-plans.YML", "Y005"),
    "upper case of the folder": ("practices/Article-05/ita-plans.yml", "P305"),
    "dots": (f"{FOLDER}/ita-plans...yml", "P804"),
    "two dots before": (f"{FOLDER}/..ita-plans.yml", ""),
    "several languages": (f"{FOLDER}/ita-plans.fr.zh.yml", "P804"),
    "language in upper case": (f"{FOLDER}/ita-plans.ZH.yml", "P804"),
    "language that is a path": (f"{FOLDER}/ita-plans.zh\\..\\x.yml", "P804"),
    "space at the end": (f"{FOLDER}/ita-plans .yml", "P601"),
    "space behind the ending": (f"{FOLDER}/ita-plans.yml ", "Y005"),
    "space within": (f"{FOLDER}/ita plans.yml", "P601"),
    "newline": (f"{FOLDER}/ita-plans\n::error::x.yml", "P601"),
    "newline behind the ending": (f"{FOLDER}/ita-plans.yml\n", "Y005"),
    "return": (f"{FOLDER}/ita-plans\r.yml", "P601"),
    "escape of a terminal": (f"{FOLDER}/ita-\x1b[31m.yml", "P601"),
    "command of a runner": (f"{FOLDER}/ita ##[stop-commands]x.yml", "P601"),
    "not ASCII": (f"{FOLDER}/ita-pläne.yml", "P601"),
    "look-alike": (f"{FOLDER}/ita-pl\u0430ns.yml", "P601"),
    "wide letters": (f"{FOLDER}/ｉta-plans.yml", "P601"),
    "unseen": (f"{FOLDER}/ita-plans\u200b.yml", "P601"),
    "turned around": (f"{FOLDER}/ita-\u202eplans.yml", "P601"),
    "no UTF-8": (os.fsdecode(FOLDER.encode() + b"/ita-\xff.yml"), "Y023"),
    "very long": (f"{FOLDER}/{'ita-' + 'a' * 240}.yml", "P601"),
    "device": (f"{FOLDER}/con.yml", "P601"),
    "another device": (f"{FOLDER}/lpt1.yml", "P601"),
    "backslashes": (f"{FOLDER}/..\\..\\x.yml", ""),
    "drive": (f"{FOLDER}/c:x.yml", "P601"),
    "script": (f"{FOLDER}/<script>alert(1)<.yml", "P601"),
    "braces": (f"{FOLDER}/{{{{7*7}}}}.yml", "P601"),
    "quotation mark": (f'{FOLDER}/ita-"onclick="x.yml', "P601"),
    "hyphen at the beginning": (f"{FOLDER}/-rf.yml", "P601"),
    "percent": (f"{FOLDER}/ita-%2e%2e%2fx.yml", "P601"),
    "folder outside of articles": ("practices/ita-plans.yml", "P305"),
    "folder in a folder": (f"{FOLDER}/more/ita-plans.yml", "P305"),
    "folders in folders": (f"practices/{'a/' * 40}ita-plans.yml", "Y022"),
    "folder with the ending of an entry": (f"{FOLDER}/ita-plans.yml/ita-plans.yml", "Y004"),
    "other ending": (f"{FOLDER}/ita-plans.yaml", "Y005"),
    "page among the entries": (f"{FOLDER}/index.html", "Y005"),
    "registry in upper case": ("registry/Themes.yml", "Y021"),
    "document in upper case": ("registry/documents/WG4-2019-4.yml", "P905"),
    "document with a name of a device": ("registry/documents/nul.yml", "P905"),
    "document in another folder": ("registry/Documents/x.yml", "Y021"),
}  # fmt: skip
"""Where an entry stands, and what is said of it; nothing where it is left alone, as every hidden file is."""


def _write(root: Path, place: str) -> None:
    path = os.fsencode(root / place)
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - names that are no text
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(SOUND.encode() if "documents" not in place else b"kind: x\n")


@pytest.mark.parametrize("name", DIAGNOSED)
def test_a_name_is_diagnosed(name: str, tiny: Tiny) -> None:
    place, code = DIAGNOSED[name]
    _write(tiny.root, place)
    if code == "P804":
        tiny.write(f"{FOLDER}/ita-plans.yml", SOUND)
    assert code in tiny.codes() if code else tiny.codes() == []


@pytest.mark.parametrize("voice", ["full", "concise", "github", "json"])
def test_names_command_neither_terminal_nor_runner(voice: str, tiny: Tiny) -> None:
    places = [place for place, _ in DIAGNOSED.values() if not place.startswith("registry/")]
    for place in places:
        _write(tiny.root, place.replace("ita-plans.yml/", "folder.yml/"))
    said = tiny.run("check", "--format", voice)
    assert said.code == 1 and "Traceback" not in said.err
    assert len(said.out.splitlines()) > len(places)
    for line in said.out.splitlines():
        assert line.replace("\t", "").isprintable(), line
        assert "##[" not in line and not line.strip().startswith("::error::"), line


@pytest.mark.parametrize("place", ["practices/article-01", "registry/documents", "docs/en"])
def test_a_name_that_is_no_text_is_told(place: str, lights: Lights) -> None:
    for ending in (b".yml", b".md"):
        _write(lights.root, os.fsdecode(place.encode() + b"/pha-\xff" + ending))
    for command in (("check", "--format", "json"), ("build",)):
        said = lights.run(*command)
        assert said.code == 1 and "Y023" in said.out and "Traceback" not in said.err, said.err


def test_ids_that_differ_by_case_only_are_no_two_entries(tiny: Tiny) -> None:
    tiny.write(f"{FOLDER}/ita-plans.yml", SOUND)
    tiny.write(f"{FOLDER}/Ita-plans.yml", SOUND)
    tiny.write("practices/article-06/ita-plans.yml", SOUND.replace("5.1", "6.1(a)"))
    assert {"P601", "P604"} <= set(tiny.codes())


def _link(place: str, target: str) -> Callable[[Lights], None]:
    def make(lights: Lights) -> None:
        path = lights.root / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(target)

    return make


def _moved_link(place: str) -> Callable[[Lights], None]:
    def make(lights: Lights) -> None:
        elsewhere = lights.root.parent / "elsewhere"
        (lights.root / place).rename(elsewhere)
        (lights.root / place).symlink_to(elsewhere)

    return make


def _pipe(place: str) -> Callable[[Lights], None]:
    def make(lights: Lights) -> None:
        os.mkfifo(lights.root / place)

    return make


def _socket(place: str) -> Callable[[Lights], None]:
    def make(lights: Lights) -> None:
        here = Path.cwd()
        os.chdir((lights.root / place).parent)  # a socket's path must be short
        try:
            socket.socket(socket.AF_UNIX).bind(Path(place).name)
        finally:
            os.chdir(here)

    return make


IRREGULAR: dict[str, tuple[Callable[[Lights], None], str]] = {
    "entry is a link": (_link("practices/article-01/pha-x.yml", "/etc/passwd"), "Y003"),
    "entry is a link to another": (_link("practices/article-01/pha-x.yml", "pha-hostile.yml"), "Y003"),
    "entry is a link to itself": (_link("practices/article-01/pha-x.yml", "pha-x.yml"), "Y003"),
    "entry is a link to nothing": (_link("practices/article-01/pha-x.yml", "nowhere"), "Y003"),
    "entry is a link to a device": (_link("practices/article-01/pha-x.yml", "/dev/zero"), "Y003"),
    "translation is a link": (_link("practices/article-01/pha-hostile.ar.yml", "/etc/passwd"), "Y003"),
    "folder of entries is a link": (_link("practices/article-04", "/etc"), "Y003"),
    "folder of entries is a link to the one above": (_link("practices/article-01/more", ".."), "Y003"),
    "practices is a link": (_moved_link("practices"), "Y003"),
    "registry is a link": (_moved_link("registry"), "Y003"),
    "documents is a link": (_moved_link("registry/documents"), "Y003"),
    "file of the registry is a link": (_moved_link("registry/themes.yml"), "Y003"),
    "document is a link": (_link("registry/documents/x.yml", "/etc/passwd"), "Y003"),
    "hand-written page is a link": (_link("docs/en/secret.md", "/etc/passwd"), "Y003"),
    "hand-written README is a link": (_link("docs/en/README.md", "/etc/passwd"), "Y003"),
    "folder of pages is a link": (_link("docs/en/more", "/etc"), "Y003"),
    "picture is a link": (_link("docs/en/x.png", "/etc/passwd"), "Y003"),
    "docs is a link": (_moved_link("docs"), "Y003"),
    "entry is a pipe": (_pipe("practices/article-01/pha-x.yml"), "Y004"),
    "stray pipe": (_pipe("practices/article-01/pipe"), "Y004"),
    "file of the registry is a pipe": (_pipe("registry/more.yml"), "Y021"),
    "document is a pipe": (_pipe("registry/documents/x.yml"), "Y004"),
    "hand-written page is a pipe": (_pipe("docs/en/pipe.md"), "Y004"),
    "entry is a socket": (_socket("practices/article-01/pha-x.yml"), "Y004"),
}  # fmt: skip


@pytest.mark.parametrize("name", IRREGULAR)
def test_what_is_no_regular_file_is_diagnosed_and_nothing_is_built(name: str, lights: Lights) -> None:
    make, code = IRREGULAR[name]
    make(lights)
    assert code in lights.codes()
    with pytest.raises(FaultsInEntries) as faults:
        build(lights.root, lambda: MkDocs(lights.root))
    assert code in [found.code for found in faults.value.diagnostics]
    assert not lights.site.exists()
    assert lights.leftovers() == []


def test_the_commands_say_so_and_fail(lights: Lights) -> None:
    for name in ("entry is a link", "stray pipe", "hand-written page is a pipe", "folder of pages is a link"):
        IRREGULAR[name][0](lights)
    for command in (("check", "--format", "concise"), ("build",)):
        said = lights.run(*command)
        assert said.code == 1
        assert "Y003" in said.out + said.err and "Traceback" not in said.err
    assert not lights.site.exists()


@pytest.mark.parametrize(
    "name", ["entry is a link to a device", "translation is a link", "entry is a pipe", "document is a pipe",
             "document is a link", "hand-written page is a pipe", "hand-written page is a link", "registry is a link"],
)  # fmt: skip
def test_a_build_that_knows_the_last_one_sees_it_as_well(name: str, draft: Lights) -> None:
    before = digest(draft.site)
    make, code = IRREGULAR[name]
    make(draft)
    with pytest.raises(FaultsInEntries) as faults:
        build(draft.root, lambda: MkDocs(draft.root))
    assert code in [found.code for found in faults.value.diagnostics]
    assert digest(draft.site) == before


def test_nothing_is_written_outside_the_site(lights: Lights) -> None:
    """Ids that would lead out of it, in the registry too, which makes addresses of its own."""
    before = digest(lights.root.parent)
    for place, old, new in (
        ("registry/themes.yml", "id: boats", "id: ../../../boats"),
        ("registry/articles.yml", 'number: "3"', 'number: "../3"'),
        ("registry/observatory.yml", "code: fr", "code: ../fr"),
        ("registry/countries.yml", "code: LUM", "code: /LUM"),
    ):
        text = (lights.root / place).read_text(encoding="utf-8")
        lights.change(place, old, new)
        with pytest.raises(FaultsInEntries) as faults:
            build(lights.root, lambda: MkDocs(lights.root))
        assert "P905" in [found.code for found in faults.value.diagnostics], place
        (lights.root / place).write_text(text, encoding="utf-8")
    assert digest(lights.root.parent) == before


def test_a_translation_in_a_hostile_language_is_no_folder(tiny: Tiny) -> None:
    tiny.write(f"{FOLDER}/ita-plans.yml", SOUND)
    tiny.write(f"{FOLDER}/ita-plans.con.yml", SOUND_TRANSLATION)
    assert tiny.codes() == ["P804"]
