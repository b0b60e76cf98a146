"""Entries stay in their shard while others come and go."""

from __future__ import annotations

from generator.search.shards import shards

IDS = [f"ita-plan-{number}" for number in range(100)]


def place(parted: dict[str, list[str]]) -> dict[str, str]:
    """In which shard each id is."""
    return {id: name for name, ids in parted.items() for id in ids}


def test_a_few_entries_are_one_shard() -> None:
    assert shards(["b", "a"]) == {"s": ["a", "b"]}
    assert shards([]) == {}


def test_no_shard_is_larger_than_the_limit_and_every_entry_is_in_one() -> None:
    parted = shards(IDS, 30)
    assert max(map(len, parted.values())) <= 30
    assert sorted(id for ids in parted.values() for id in ids) == sorted(IDS)


def test_the_order_of_entries_does_not_matter() -> None:
    assert shards(reversed(IDS), 30) == shards(IDS, 30)


def test_one_entry_more_touches_one_shard() -> None:
    before, after = shards(IDS, 40), shards([*IDS, "ita-one-more"], 40)
    assert len([name for name, ids in after.items() if before.get(name) != ids]) == 1


def test_a_shard_that_outgrows_the_limit_is_parted_and_the_others_stay() -> None:
    before = shards(IDS, 30)
    largest = max(before.values(), key=len)
    after = shards(IDS, len(largest) - 1)
    moved = {id for id, name in place(after).items() if place(before)[id] != name}
    assert set(largest) <= moved
    assert len(moved) < len(IDS)
