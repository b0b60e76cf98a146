"""The vocabulary: no word of an index is ever said to be absent, and after a change it is what it would be made anew."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build import build
from generator.plugin import MkDocs
from generator.search import bundle, indexing, program, vocabulary
from generator.search.records import Record
from generator.search.shards import shards
from tests.conftest import EPOCH, Lights
from tests.reading import digest

DRILL = "practices/article-02/yearly-drill.yml"
TEXTS = {
    "en": "Corruption corrupts; e-mail, co-operation 2024 mother-in-law 👋 " + "x" * 300 + " " + "long" * 10,
    "fr": "l’été à Évian, cœur œuvre aujourd’hui",
    "ru": "Ёлка йод борьба с коррупцией",
    "ar": "مكافحة الفساد والرشوة ١٢٣",
    "zh": "国家反腐败战略𠮷野家",
}


def part(*words: tuple[str, int]) -> bytes:
    """A part as it is published."""
    return vocabulary.packed(dict(words))


def test_a_part_says_what_words_do_not_share_and_their_shards() -> None:
    data = part(("corrupt", 0b1), ("correct", 0b101), ("court", 1 << 63))
    assert gzip.decompress(data).decode() == "0correct\n4upt\n2urt\n\n01\n0\no"
    assert vocabulary.packed({}) == b""


@pytest.mark.parametrize(("shards", "parts"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (64, 32), (129, 64)])
def test_there_are_half_as_many_parts_as_shards(shards: int, parts: int) -> None:
    assert vocabulary.count(shards) == parts


def test_words_that_begin_alike_lie_together() -> None:
    assert vocabulary.place("corrupt", 64) == vocabulary.place("co", 64) != vocabulary.place("risk", 64)
    assert vocabulary.place("国家", 64) == vocabulary.place("国", 64)


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=260)


@given(st.dictionaries(WORDS, st.integers(1, 2**70)))
def test_a_part_is_read_as_it_was_written(words: dict[str, int]) -> None:
    assert vocabulary.unpacked(vocabulary.packed(words)) == words


SHARDS = st.lists(st.sets(st.text("abcd国é", min_size=1, max_size=3)), min_size=4, max_size=4)


@given(SHARDS, SHARDS)
def test_what_is_amended_is_what_would_be_made(before: list[set[str]], after: list[set[str]]) -> None:
    known = vocabulary.made(before)
    changes = {
        number: (one - other, other - one) for number, (one, other) in enumerate(zip(before, after, strict=True))
    }
    amended = vocabulary.amended(len(known), changes, known.__getitem__)
    assert [amended.get(number, data) for number, data in enumerate(known)] == vocabulary.made(after)


@pytest.mark.parametrize("language", TEXTS)
def test_words_are_those_that_pagefind_wrote(language: str) -> None:
    many = " ".join(f"w{number}" for number in range(2500))  # positions of two bytes, and several files
    texts = {"short": TEXTS[language], "long": f"{many} {TEXTS[language]}"}
    records = [Record(id, text, {"title": "Thing"}, ("", "", "", "", ""), True) for id, text in texts.items()]
    files = bundle.bundle(records, program.index(iter(records), language, 1))
    written = [entry for name, data in files.items() if name.endswith(".words") for entry in entries(data)]
    assert bundle.words(files) == {word for word, *_ in written}
    assert {"thing", "w1", "w2499"} <= bundle.words(files)
    assert len([name for name in files if name.endswith(".words")]) > 1


def entries(data: bytes) -> list[Any]:
    """What a file of an index of words holds: words, each with its places."""
    return read(gzip.decompress(data), len("pagefind_dcd"))[0][0]  # type: ignore[no-any-return]


def read(data: bytes, at: int) -> tuple[Any, int]:
    """A value of CBOR as the standard has it, and where it ends: whole numbers, texts, and lists."""
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size >= 24:
        length = 1 << (size - 24)
        size, at = int.from_bytes(data[at : at + length]), at + length
    if kind == 4:
        values = []
        for _ in range(size):
            value, at = read(data, at)
            values.append(value)
        return values, at
    if kind == 3:
        return data[at : at + size].decode(), at + size
    return (size, -1 - size)[kind], at


@pytest.fixture
def parted(lights: Lights, monkeypatch: pytest.MonkeyPatch) -> Iterator[Lights]:
    """The tiny observatory, built with two entries a shard at most."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setattr(indexing, "shards", partial(shards, limit=2))
    make(lights)
    yield lights


def make(lights: Lights) -> None:
    """Build it in this process."""
    build(lights.root, lambda: MkDocs(lights.root))


def made_of_nothing(lights: Lights) -> dict[str, str]:
    """What a build that knows nothing makes of the same files."""
    other = Lights(lights.root.with_name("other"))
    shutil.rmtree(other.root, ignore_errors=True)
    shutil.copytree(lights.root, other.root, ignore=shutil.ignore_patterns(".cache", "site"))
    make(other)
    return digest(other.site)


def said(site: Path, language: str) -> dict[str, set[str]]:
    """The folders of shards that the vocabulary of a language gives for each word."""
    listed = json.loads((site / f"search/{language}.json").read_bytes())
    found = {}
    for number, name in enumerate(listed["vocabulary"]):
        data = (site / f"search/{language}/{name}.vocabulary").read_bytes() if name else b""
        for word, bits in vocabulary.unpacked(data).items():
            assert vocabulary.place(word, len(listed["vocabulary"])) == number
            found[word] = {folder for at, (folder, _) in enumerate(listed["shards"]) if bits >> at & 1}
    return found


def test_no_word_of_an_index_is_absent(parted: Lights) -> None:
    for language in ("en", "fr", "ar"):
        words: dict[str, set[str]] = {}
        for path in (parted.site / "search" / language).glob("*/*.words"):
            for word, *_ in entries(path.read_bytes()):
                words.setdefault(word, set()).add(f"{language}/{path.parent.name}")
        assert said(parted.site, language) == words


def test_after_changes_it_is_what_a_build_makes_that_knows_nothing(parted: Lights) -> None:
    parted.change(DRILL, "title: A yearly drill", "title: Xylophones for a yearly drill")
    make(parted)
    assert len(said(parted.site, "en")["xylophon"]) == 1
    assert digest(parted.site) == made_of_nothing(parted)
    text = (parted.root / DRILL).read_text(encoding="utf-8")
    for number in range(3):  # more shards than there were
        parted.write(f"practices/article-02/drill-{number}.yml", text.replace("Xylophones", f"Marimba{number}"))
    make(parted)
    for path in [*(parted.site / "search/en").glob("*.vocabulary")][:1]:
        path.unlink()
    make(parted)
    assert digest(parted.site) == made_of_nothing(parted)


def test_a_change_leaves_parts_alone_that_hold_none_of_its_words(parted: Lights) -> None:
    for number in range(12):  # which makes several parts
        text = (parted.root / DRILL).read_text(encoding="utf-8")
        parted.write(f"practices/article-02/drill-{number}.yml", text.replace("A yearly drill", f"Drill {number + 10}"))
    make(parted)
    before = json.loads((parted.site / "search/en.json").read_bytes())["vocabulary"]
    parted.change(DRILL, "title: A yearly drill", "title: A yearly xylophone drill")
    make(parted)
    after = json.loads((parted.site / "search/en.json").read_bytes())["vocabulary"]
    others = [at for at, (one, other) in enumerate(zip(before, after, strict=True)) if one != other]
    assert others == [vocabulary.place("xylophon", len(before))]
    assert len(before) > 1


def test_one_shard_alone_has_none(built: Lights) -> None:
    assert not [*built.site.glob("search/**/*.vocabulary")]
    assert json.loads((built.site / "search/en.json").read_bytes())["vocabulary"] == []
