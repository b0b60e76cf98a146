"""Pages stay small: a site of ten thousand entries in six languages has to fit where static sites are kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Lights

LIMIT = 12 * 1024
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
SNAPSHOT = """\
language: ru
title: Ежегодные учебные курсы для смотрителей маяков и их помощников, остров номер {n}
countries: [SKE]
provisions: ["2.1", "2.2", "1.2(a)"]
themes: [horns, keepers]
measures: [drill, rule]
status: in-force
since: 2011-05
summary: >-
  Учебный институт ежегодно проводит курсы для новых смотрителей маяков и проверяет, как они усвоили правила.
  Управление порта публикует сводные данные по каждому району, а смотрители сообщают о поломках через общий журнал.
lead: Учебный институт при управлении маяков
sources:
  - {{document: log-2001, paragraphs: ["{n}"]}}
  - {{title: Годовой отчёт, publisher: Управление, url: "https://lights.example/{n}", accessed: 2025-01-01, extent: opening}}
submission: {{by: State, channel: statement, date: 2019-09}}
review: {{state: published, date: 2026-11-20}}
"""
"""Two bytes a letter; sentences as long as those of the real entries, and facts that few snapshots have."""


@pytest.fixture
def six(lights: Lights) -> Lights:
    """An observatory of snapshots in six languages."""
    registry = "registry/observatory.yml"
    lights.change(registry, "published: false", "published: true")
    more = (
        "{code: ru, name: Русский, direction: ltr, published: true}",
        "{code: zh, name: 中文, direction: ltr, published: true}",
    )
    for language in more:
        lights.change(registry, "  - {code: es", f"  - {language}\n  - {{code: es")
    for language in ("es", "ru", "zh"):
        shutil.copytree(lights.root / "docs/en", lights.root / "docs" / language)
    for n in range(1, 9):
        lights.write(f"practices/article-02/ske-courses-{n}.yml", SNAPSHOT.format(n=n))
    lights.change("mkdocs.yml", "https://lights.example/", "https://observatory-of-lights.example.org/")
    return lights


def sizes(site: Path) -> dict[str, int]:
    """How long the pages of the snapshots are, by language and id."""
    pages = site.glob("*/practices/ske-courses-*/index.html")
    return {page.parent.relative_to(site).as_posix(): page.stat().st_size for page in pages}


def test_a_snapshot_in_six_languages_takes_12_kb(six: Lights) -> None:
    said = six.run("build", "--no-search")
    assert said.code == 0, said.err
    found = sizes(six.site)
    assert len(found) == 8 * len(LANGUAGES)
    assert {page: size for page, size in found.items() if size > LIMIT} == {}


def test_what_is_loaded_once_stays_small_too(built: Lights) -> None:
    assets = built.site / "assets"
    sizes = {file.relative_to(assets).as_posix(): file.stat().st_size for file in assets.rglob("*") if file.is_file()}
    everywhere = {"mark.svg", "observatory.css", "search/field.js", "shell.js", "threshold.js"}
    assert sizes.keys() > everywhere
    assert sum(sizes[name] for name in everywhere) < 50_000
    for part, limit in {
        "search/": 40_000,
        "explore/": 40_000,
        "form/": 80_000,
        "pages/": 16_000,
    }.items():  # fetched when somebody asks for it
        assert sum(size for name, size in sizes.items() if name.startswith(part)) < limit
