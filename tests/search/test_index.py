"""The index that is published: what is in it, that it is always the same, and that a change touches little of it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from generator import tree
from generator.build import build
from generator.outcome import NotBuiltError
from generator.plugin import MkDocs
from generator.search import indexing, program
from generator.search.installed import version
from generator.search.records import Record
from generator.search.shards import shards
from generator.search.standing import Indexing
from tests.conftest import EPOCH, Lights
from tests.reading import digest

DRILL = "practices/article-02/yearly-drill.yml"
KEEPERS = "practices/article-01/lum-two-keepers.yml"


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build is on one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def make(lights: Lights) -> None:
    """Build it in this process."""
    build(lights.root, lambda: MkDocs(lights.root))


def listed(site: Path, language: str) -> dict[str, list[list[str]]]:
    """What the list of a language says."""
    return json.loads((site / f"search/{language}.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def texts(site: Path, language: str) -> dict[str, dict[str, str]]:
    """What the leaflets of a language hold, by id."""
    folders = [site / "search" / folder for folder, _ in listed(site, language)["shards"]]
    leaflets = [leaflet for folder in folders for leaflet in folder.glob("*.texts")]
    entries = [entry for leaflet in leaflets for entry in json.loads(gzip.decompress(leaflet.read_bytes()))]
    return {entry["id"]: entry for entry in entries}


def test_every_language_holds_every_entry_that_stands(built: Lights) -> None:
    pages = {path.parent.name for path in (built.site / "en/practices").glob("*/index.html")}
    for language in ("en", "fr", "ar"):
        found = set(texts(built.site, language))
        assert found <= pages
        assert len(found) == sum(int(count) for _, count in listed(built.site, language)["shards"])
        assert "ske-old-bell" not in found  # withdrawn


def test_a_text_that_is_not_translated_is_there_in_its_own_language(built: Lights) -> None:
    languages = {entry["language"] for entry in texts(built.site, "ar").values()}
    assert {"ar", "en"} <= languages


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_pages_are_numbered_and_say_whether_their_text_is_in_the_language(built: Lights, language: str) -> None:
    [[folder, count]] = listed(built.site, language)["shards"]
    pages = gzip.decompress((built.site / "search" / folder / "pages").read_bytes())
    said = dict(re.findall(r"(\d{9})([ox])", pages.decode("latin1")))
    ids = json.loads((built.site / "search" / folder / "ids.json").read_bytes())
    spoken = texts(built.site, language)
    assert [int(number) for number in said] == list(range(int(count)))
    assert list(said.values()) == ["o" if spoken[id]["spoken"] == language else "x" for id in ids]


def test_an_entry_that_changes_leaves_other_files_alone(known: Lights) -> None:
    make(known)
    before = digest(known.site)
    known.change(DRILL, "title: ", "title: Changed ")
    make(known)
    after = digest(known.site)
    ours = {path for path in {*before, *after} if path.startswith("search/") and before.get(path) != after.get(path)}
    assert {path.split("/")[1] for path in ours} <= {"en", "fr", "ar", "en.json", "fr.json", "ar.json"}
    assert any("Changed" in entry["title"] for entry in texts(known.site, "en").values())


def test_a_change_of_one_entry_has_one_shard_indexed(known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "shards", partial(shards, limit=2))
    monkeypatch.setattr("generator.workers.cores", lambda: 1)  # so that all is done in this process
    known.change(KEEPERS, "title: ", "title: First ")
    make(known)
    asked: list[str] = []
    real = program.index

    def noted(records: Iterable[Record], language: str, threads: int) -> dict[str, bytes]:
        asked.append(language)
        return real(records, language, threads)

    monkeypatch.setattr(program, "index", noted)
    known.change(KEEPERS, "title: ", "title: Again ")  # which lies in another shard than the first
    make(known)
    assert len(listed(known.site, "en")["shards"]) > 1
    assert asked == ["en"]  # the others have translations of their own


def test_every_file_is_written_once_however_many_shards_there_are(
    lights: Lights, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    real = tree.write

    def noted(folder: str, path: str, data: bytes) -> None:
        written.append(path)
        real(folder, path, data)

    monkeypatch.setattr(tree, "write", noted)
    monkeypatch.setattr("generator.workers.cores", lambda: 1)
    make(lights)
    ours = [path for path in written if path.startswith("search/")]
    assert f"search/pagefind-{version()}.js" in ours
    assert len(ours) == len(set(ours))  # two workers that write one file at a time would not both succeed


def test_a_missing_script_comes_back_without_another_index(known: Lights) -> None:
    make(known)
    before = digest(known.site)
    gone = [path for path in before if path.startswith("search/pagefind-")]
    assert len(gone) == 4  # the script, and a program for each language
    for path in gone:
        (known.site / path).unlink()
    make(known)
    assert digest(known.site) == before


def test_a_site_without_search_has_no_index_until_it_is_built_again(known: Lights) -> None:
    make(known)
    whole = digest(known.site)
    build(known.root, lambda: MkDocs(known.root), indexing=Indexing.NONE)
    left_out = {path for path in whole if path.startswith("search/") and not path.endswith(".words.json")}
    assert digest(known.site) == {path: data for path, data in whole.items() if path not in left_out}
    make(known)
    assert digest(known.site) == whole


def test_where_nothing_has_changed_nothing_is_looked_at(known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    make(known)
    monkeypatch.setattr(indexing, "Making", lambda *_: pytest.fail("the index was made again"))
    make(known)


def test_without_the_program_there_is_a_reason(lights: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_place", lambda: str(lights.root / "nothing"))
    with pytest.raises(NotBuiltError, match="Pagefind, which indexes search, does not start: No such file"):
        make(lights)
    assert not lights.site.exists()


def test_a_program_that_fails_is_a_reason(lights: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "_place", lambda: "/bin/false")
    with pytest.raises(NotBuiltError, match="ended before its work was done"):
        make(lights)
