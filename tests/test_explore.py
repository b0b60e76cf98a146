"""The files of Explore: facts as columns of numbers, cards on shelves, and what a change of an entry changes of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest

from generator import shelves
from generator.build import build
from generator.columns import columns, ordered
from generator.plugin import MkDocs
from generator.practice import Submission
from generator.search.standing import Indexing
from tests.conftest import EPOCH, Lights
from tests.test_catalogue import practice, registry

CLOCHE = "practices/article-02/ske-cloche.yml"


def whole(site: Path, language: str = "en") -> dict[str, Any]:
    """The columns in a language, as a browser gets them."""
    found: dict[str, Any] = json.loads((site / language / "explore/columns.json").read_bytes())
    return found


def cards(site: Path, language: str = "en") -> dict[str, str]:
    """The cards of all shelves by id."""
    files = (site / language / "explore/cards").glob("*.packed")
    return {id: card for file in files for id, card in json.loads(gzip.decompress(file.read_bytes()))}


def ids(site: Path) -> list[str]:
    """The ids of the entries on the site, in the order of the columns."""
    pages = (path.name for path in (site / "en/practices").iterdir())
    known = cards(site)
    return sorted((id for id in pages if id in known), key=lambda id: crc32(id.encode()))


@pytest.mark.parametrize(
    ("count", "depth"), [(0, 0), (1, 0), (16, 0), (17, 1), (32, 1), (33, 2), (141, 4), (10_000, 10), (10**9, 16)]
)
def test_shelves_are_halved_as_entries_come(count: int, depth: int) -> None:
    assert shelves.depth(count) == depth
    assert len(list(shelves.every(depth))) == 2**depth


def test_a_shelf_is_named_after_the_first_bits_of_the_place() -> None:
    assert shelves.place("plumless") == 0x4DDB0C25
    assert [shelves.shelf("plumless", depth) for depth in (0, 1, 2, 5)] == ["0-0", "1-0", "2-1", "5-9"]
    assert {"0-0", "1-0", "2-1", "5-9"} < set(shelves.possible("plumless"))


def test_columns_hold_the_facts_of_each_entry() -> None:
    rows = ordered(
        [
            practice("ita-a", provisions=("6.1", "5.1"), countries=("ITA",), evidence="stated"),
            practice("one-b", provisions=("5.2",), countries=(), anonymous="one State", tier="full"),
            practice("nor-c", countries=("NOR", "ITA"), submission=Submission("State", "statement", "2020-01-02")),
        ]
    )
    made = columns(registry(), rows)
    assert [crc32(one.id.encode()) for one in rows] == [sum(made.steps[: n + 1]) for n in range(3)]
    place = {one.id: row for row, one in enumerate(rows)}

    def values(facet: str, id: str) -> list[str]:
        column = made.columns[facet]
        row = column.rows[place[id]]
        return [column.values[number] for number in ([row] if isinstance(row, int) else row)]

    assert values("provision", "ita-a") == ["6.1", "5.1"]
    assert values("state", "nor-c") == ["NOR", "ITA"] and values("state", "one-b") == []
    assert values("year", "nor-c") == ["2020"] and values("year", "ita-a") == ["2019"]
    assert values("evidence", "ita-a") == ["stated"] and values("evidence", "nor-c") == []
    assert values("tier", "one-b") == ["full"] and values("tier", "ita-a") == ["snapshot"]
    assert made.columns["provision"].values == ("5.1", "5.2", "6.1"), "only what occurs, in the order of the treaty"
    assert made.derived["article"].values == ("5", "6") and made.derived["article"].map == (0, 0, 1)
    assert made.derived["group"].values[made.derived["group"].none] == "not-named"
    assert made.newest[place["nor-c"]] < made.newest[place["ita-a"]] == made.newest[place["one-b"]]
    assert made.same == {}


def test_ids_that_share_a_place_are_told_apart() -> None:
    assert crc32(b"plumless") == crc32(b"buckeroo")
    made = columns(registry(), ordered([practice("plumless"), practice("buckeroo"), practice("ita-a")]))
    assert made.same.keys() == {"plumless", "buckeroo"}
    assert made.same["plumless"] == made.same["buckeroo"] + 1


def test_no_entries_at_all() -> None:
    made = columns(registry(), ())
    assert made.depth == 0 and made.steps == () and made.columns["state"].values == ()


def test_each_language_has_every_card_once(built: Lights) -> None:
    for language in ("ar", "en", "fr"):
        found = cards(built.site, language)
        assert set(found) == {"lum-two-keepers", "pha-hostile", "pha-lamps", "ske-cloche", "yearly-drill"}
        assert all(f'href="../practices/{id}/"' in card and "\0" not in card for id, card in found.items())
    assert "<script" not in cards(built.site)["pha-hostile"] and "&lt;" in cards(built.site)["pha-hostile"]


def test_titles_stand_in_the_alphabet_of_the_language(built: Lights) -> None:
    found = whole(built.site, "fr")
    assert sorted(found["titles"]) == list(range(5))
    assert found["own"]["translation"]["values"][0] == "original"
    rows = dict(zip(ids(built.site), found["own"]["translation"]["rows"], strict=True))
    assert found["own"]["translation"]["values"][rows["ske-cloche"]] == "original"


def made(lights: Lights) -> dict[str, bytes]:
    """Build it, and give the files of Explore that are no pages."""
    build(lights.root, lambda: MkDocs(lights.root), indexing=Indexing.NONE)
    files = (path for kind in ("columns.json", "cards/*.packed") for path in lights.site.glob(f"*/explore/{kind}"))
    return {path.relative_to(lights.site).as_posix(): path.read_bytes() for path in files}


def changed(before: dict[str, bytes], now: dict[str, bytes]) -> set[str]:
    """The files that differ, in English."""
    return {path for path in before.keys() | now.keys() if before.get(path) != now.get(path) and path.startswith("en/")}


@pytest.mark.parametrize(
    ("old", "new", "files"),
    [
        ("status: pilot", "status: planned", {"en/explore/columns.json", "en/explore/cards/0-0.packed"}),
        ("summary: ", "summary: Bref. ", {"en/explore/cards/0-0.packed"}),
    ],
)
def test_a_change_of_an_entry_changes_its_shelf_and_the_columns_where_they_hold_it(
    draft: Lights, monkeypatch: pytest.MonkeyPatch, old: str, new: str, files: set[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    before = made(draft)
    draft.change(CLOCHE, old, new)
    assert changed(before, made(draft)) == files


def test_a_new_entry_changes_its_own_shelf_alone(draft: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    text = (draft.root / CLOCHE).read_text(encoding="utf-8")
    for number in range(16):  # with the others, more than lie on one shelf
        draft.write(
            f"practices/article-02/ske-cloche-{number}.yml", text.replace("Une cloche", f"Cloche {'x' * number}")
        )
    before = made(draft)
    draft.write("practices/article-02/ske-gong.yml", text.replace("Une cloche", "Un gong"))
    own = f"en/explore/cards/{shelves.shelf('ske-gong', 1)}.packed"
    assert changed(before, made(draft)) == {own, "en/explore/columns.json"}
