"""What made-up entries refer to: read from the real registry, so that they stay valid when it grows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Labels = dict[str, str]


@dataclass(frozen=True)
class Paper:
    """A source document: its id, how many paragraphs it has, and when and how its content was submitted."""

    id: str
    labels: Labels
    paragraphs: int
    by: str
    channel: str
    date: str


@dataclass(frozen=True)
class Vocabulary:
    """Ids with labels by language. Provisions keep the order of the treaty."""

    languages: tuple[str, ...]
    articles: dict[str, Labels]
    provisions: dict[str, Labels]
    themes: dict[str, Labels]
    themes_of: dict[str, tuple[str, ...]]
    measures: dict[str, Labels]
    countries: dict[str, Labels]
    papers: dict[str, Paper]


def article_of(provision: str) -> str:
    """The number of a provision's article: ``6.1(a)`` → ``6``, ``10(b)`` → ``10``."""
    return provision.partition(".")[0].partition("(")[0]


def slug(provision: str) -> str:
    """A provision as it stands in addresses: ``6.1(a)`` → ``6-1-a``."""
    return provision.replace(".", "-").replace("(", "-").replace(")", "").strip("-")


def label(labels: Labels, language: str) -> str:
    """A label in a language, else in English, else in the first there is."""
    return labels.get(language) or labels.get("en") or next(iter(labels.values()))


def read(registry: Path) -> Vocabulary:
    """The vocabulary of a registry folder."""
    articles = _load(registry / "articles.yml")["articles"]
    themes = _load(registry / "themes.yml")["themes"]
    themes_of: dict[str, tuple[str, ...]] = {}
    for theme in themes:
        for ref in theme.get("provisions", ()):
            themes_of[ref] = (*themes_of.get(ref, ()), theme["id"])
    countries = _load(registry / "countries.yml")["countries"]
    return Vocabulary(
        languages=tuple(item["code"] for item in _load(registry / "observatory.yml")["languages"]),
        articles={article["number"]: article["titles"] for article in articles},
        provisions={item["ref"]: item["headings"] for article in articles for item in article["provisions"]},
        themes={theme["id"]: theme["labels"] for theme in themes},
        themes_of=themes_of,
        measures={item["id"]: item["labels"] for item in _load(registry / "measures.yml")["measures"]},
        countries={item["code"]: item["names"] for item in countries if item["kind"] == "member"},
        papers={path.stem: _paper(path) for path in sorted((registry / "documents").glob("*.yml"))},
    )


def _paper(path: Path) -> Paper:
    data = _load(path)
    reported = data["kind"] in ("meeting-report", "draft-report")
    date = data.get("date") or data.get("meeting", {}).get("from") or "2020"
    by, channel = ("State", "statement") if reported else ("secretariat", "secretariat-report")
    return Paper(path.stem, data["titles"], int(data["paragraphs"]), by, channel, date[:7])


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - all values as text
