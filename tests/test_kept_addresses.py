"""Addresses over time: a warm build after each change is the cold one, and the ledger is heard by both."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import build
from generator.outcome import Built, FaultsInEntries
from generator.plugin import MkDocs
from tests.conftest import Lights
from tests.reading import digest

BELL = "practices/article-02/ske-cloche.yml"
KEEPERS = "practices/article-01/lum-two-keepers.yml"
STANDS = "review: {state: published, date: 2025-01-02}\n"
GONE = "review: {state: withdrawn, date: 2025-01-02}\nwithdrawal: {reason: superseded, date: 2025-01-02%s}\n"

pytestmark = pytest.mark.usefixtures("remembered")


def built(root: Path) -> Built:
    """Build in this process."""
    return build(root, lambda: MkDocs(root))


def _nothing(lights: Lights) -> None:
    assert lights.site.is_dir()


def _withdraw(lights: Lights) -> None:
    lights.change(KEEPERS, STANDS, GONE % ", replaced_by: ske-cloche")


def _rename_the_replacement(lights: Lights) -> None:
    assert lights.run("rename", "ske-cloche", "ske-glocke").code == 0


def _change_the_replacement(lights: Lights) -> None:
    lights.change("practices/article-02/ske-glocke.yml", "Une cloche au lieu", "Un tambour au lieu")


def _no_replacement(lights: Lights) -> None:
    lights.change(KEEPERS, ", replaced_by: ske-glocke", "")


def _rename_the_withdrawn(lights: Lights) -> None:
    assert lights.run("rename", "lum-two-keepers", "lum-three-keepers").code == 0


def _bring_back(lights: Lights) -> None:
    lights.change(KEEPERS.replace("two", "three"), GONE % "", STANDS)


def _model_it(lights: Lights) -> None:
    lights.change("practices/article-03/pha-lamps.yml", "adapted_from: [", "adapted_from: [ske-cloche, ")


def _move_an_alias(lights: Lights) -> None:
    lights.change(KEEPERS.replace("two", "three"), "aliases: [lum-keepers, ", "aliases: [")
    lights.change("practices/article-02/ske-glocke.yml", "aliases: [", "aliases: [lum-keepers, ")


def _write_the_ledger(lights: Lights) -> None:
    assert lights.run("ledger").code == 0


CHANGES: tuple[Callable[[Lights], None], ...] = (
    _nothing, _withdraw, _rename_the_replacement, _change_the_replacement, _no_replacement, _rename_the_withdrawn,
    _bring_back, _model_it, _move_an_alias, _write_the_ledger,
)  # fmt: skip


def test_a_warm_build_after_each_change_is_the_cold_one(
    known: Lights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    known.write("registry/published.txt", "lum-two-keepers\nske-cloche\n")
    built(known.root)
    for number, change in enumerate(CHANGES):
        change(known)
        warm = built(known.root)
        assert 0 < warm.drawn < warm.pages or change in (_nothing, _write_the_ledger), change.__name__
        fresh = tmp_path / f"fresh-{number}"
        shutil.copytree(known.root, fresh, ignore=shutil.ignore_patterns(".cache", "site"))
        assert built(fresh).drawn == warm.pages
        assert digest(known.site) == digest(fresh / "site"), change.__name__


def test_the_ledger_alone_draws_nothing_and_is_heard(known: Lights, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    built(known.root)
    known.write("registry/published.txt", "ske-cloche\n")
    assert built(known.root).drawn == 0
    known.write("registry/published.txt", "ske-cloche\nske-lost\n")
    with pytest.raises(FaultsInEntries) as refused:
        built(known.root)
    assert [found.code for found in refused.value.diagnostics if found.severity == "error"] == ["P623"]
    known.write("registry/published.txt", "")
    assert built(known.root).drawn == 0
