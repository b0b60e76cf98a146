"""Pages stay small: a site of ten thousand entries in six languages has to fit where static sites are kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import load
from generator.document import Document, plain
from generator.fields import PRACTICE
from tests.conftest import Lights

ROOT = Path(__file__).parents[1]
LIMIT = 12 * 1024
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
REQUIRED = {field.name for field in PRACTICE.required} | {"countries", "anonymous", "review"}
SNAPSHOT = """\
language: ru
title: Ежегодные учебные курсы для смотрителей маяков и их помощников на отдаленных островах, остров номер {n}
countries: [SKE]
provisions: ["2.1", "2.2", "1.2(a)"]
themes: [horns, keepers, boats]
measures: [drill, rule]
status: in-force
summary: >-
  Учебный институт ежегодно проводит курсы для новых смотрителей маяков и проверяет, как они усвоили правила, а управление
  порта публикует сводные данные по каждому району. Смотрители сообщают о поломках через общий журнал, который раз в год
  обсуждается на совещании всех островов, и по его итогам программа курсов пересматривается.
sources:
  - title: >-
      Доклад управления порта о работе смотрителей маяков в отдаленных районах за две тысячи восемнадцатый год, с добавлением о
      подготовке новых смотрителей и с замечаниями островов
    url: "https://lights.example/{n}"
    accessed: 2025-01-01
    extent: opening
submission: {{by: State, channel: statement, date: 2019-09}}
review: {{state: published, date: 2026-11-20}}
"""
"""All that is required, two bytes a letter, and as long as in the heaviest of the real entries."""
DISCLAIMER = (
    "Цифры показывают число представленных записей и никогда не являются рейтингом островов. Записи опираются на документы, на "
    "которые в них делается ссылка, и не выражают позиции смотрителей или управления порта."
)
LABEL = "Просвещение, подготовка и повышение осведомленности"


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
    lights.change(registry, "disclaimer: {", f"disclaimer: {{ru: '{DISCLAIMER}', ")
    for label in ("Keepers", "Horns & bells", "Boats"):
        lights.change("registry/themes.yml", f"labels: {{en: {label}", f"labels: {{ru: '{LABEL}: {label}', en: {label}")
    for language in ("es", "ru", "zh"):
        shutil.copytree(lights.root / "docs/en", lights.root / "docs" / language)
    for n in range(1, 9):
        lights.write(f"practices/article-02/ske-courses-{n}.yml", SNAPSHOT.format(n=n))
    lights.change("mkdocs.yml", "https://lights.example/", "https://observatory-of-lights.example.org/")
    return lights


def fields(entry: Path) -> frozenset[str]:
    """The fields that an entry has."""
    document = load.read(entry, entry.name)
    assert isinstance(document, Document)
    return frozenset(plain(document.root))


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


def test_so_does_every_real_one_of_what_is_required(site: Path) -> None:
    required = [entry for entry in (ROOT / "practices").rglob("*.yml") if fields(entry) <= REQUIRED]
    pages = [page for entry in required for page in site.glob(f"*/practices/{entry.stem}/index.html")]
    assert len(pages) > 50 * len(LANGUAGES)
    assert {str(page.relative_to(site)): page.stat().st_size for page in pages if page.stat().st_size > LIMIT} == {}


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
