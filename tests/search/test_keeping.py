"""The records that are kept between builds: what has not changed is not gathered again, and nothing of it is trusted."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import msgpack

from generator.build import build
from generator.edition import Edition
from generator.plugin import MkDocs
from generator.practice import Account, Practice
from generator.search import keeping, sharding
from generator.search.keeping import FOLDER, forget, keep, marks, packed
from generator.search.records import Record, record
from generator.store import CACHE
from tests.conftest import EPOCH, Lights
from tests.reading import digest

KEEPERS = "practices/article-01/lum-two-keepers.yml"
RECORDS = f"{CACHE}/{FOLDER}"
BELL = Record("bell", "It rings.", {"title": "Bell"}, ("Bell", "en", "", "1.1", "en"), True)
DRUM = Record("drum", "It sounds.", {"title": "Drum"}, ("Drum", "en", "", "1.2", "en"), True)
BOTH = [packed(BELL), packed(DRUM)]

pytestmark = pytest.mark.usefixtures("remembered")


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every build is on one day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def make(lights: Lights) -> None:
    """Build it in this process."""
    build(lights.root, lambda: MkDocs(lights.root))


def test_records_come_back_as_they_were_kept(tmp_path: Path) -> None:
    keep(str(tmp_path), "en/s0", BOTH)
    assert keeping.known(str(tmp_path), "en/s0", marks(BOTH)) == {"bell": BELL, "drum": DRUM}


def test_records_of_another_shard_are_forgotten(tmp_path: Path) -> None:
    for key in ("en/s0", "en/s1", "fr/s0"):
        keep(str(tmp_path), key, BOTH)
    forget(str(tmp_path), ["en/s1"])
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["s1"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zlib",
        zlib.compress(b"no MessagePack"),
        zlib.compress(msgpack.encode(["no", "records"])),
        zlib.compress(msgpack.encode([BELL])),
        zlib.compress(msgpack.encode([DRUM, BELL])),
        zlib.compress(msgpack.encode([BELL, DRUM]))[:-1],
        zlib.compress(bytes(keeping._MOST + 1)),
    ],
)
def test_others_are_no_records(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FOLDER / "en").mkdir(parents=True)
    (tmp_path / FOLDER / "en/s0").write_bytes(data)
    assert keeping.known(str(tmp_path), "en/s0", marks(BOTH)) == {}


def test_what_has_not_changed_is_not_gathered_again(known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.workers.cores", lambda: 1)  # so that all is done in this process
    known.change(KEEPERS, "The other does not.", "The other wakes.")
    made: set[str] = set()

    def noted(edition: Edition, practice: Practice, account: Account) -> Record:
        made.add(practice.id)
        return record(edition, practice, account)

    monkeypatch.setattr(sharding, "record", noted)
    make(known)
    assert made == {"lum-two-keepers"}


def scribbled(path: Path) -> None:
    """One byte of it is another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def in_the_way(path: Path) -> None:
    """A folder in place of a file, or a file in place of a folder."""
    if path.is_dir():
        shutil.rmtree(path)
        path.write_bytes(b"in the way")
    else:
        path.unlink()
        path.mkdir()


DAMAGES: dict[str, Callable[[Path], object]] = {
    "none are there": shutil.rmtree,
    "one is scribbled on": lambda records: scribbled(records / "en/s"),
    "one is empty": lambda records: (records / "en/s").write_bytes(b""),
    "a folder is in the place of a shard": lambda records: in_the_way(records / "en/s"),
    "a file is in the place of the folder": in_the_way,
    "those of one language are those of another": lambda records: shutil.copy(records / "fr/s", records / "en/s"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_costs_time_only(damage: str, known: Lights, built: Lights) -> None:
    known.change(KEEPERS, "The other does not.", "The other wakes.")
    DAMAGES[damage](known.root / RECORDS)
    make(known)
    known.change(KEEPERS, "The other wakes.", "The other does not.")
    make(known)
    assert digest(known.site) == digest(built.site)
