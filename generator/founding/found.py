"""All files of a new observatory, from its charter: program, registry, an entry, pages, and what tests it."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from string import Template

from generator import schema
from generator.blanks import issue
from generator.blanks.choices import Choices
from generator.diagnostics import Diagnostic
from generator.founding import beginnings, program
from generator.founding.articles import articles
from generator.founding.beginnings import MODEL
from generator.founding.charter import ENGLISH, Charter
from generator.founding.writing import plain_values
from generator.scribe import quoted
from generator.settings import Settings

ISSUE_FORM = ".github/ISSUE_TEMPLATE/practice.yml"
_AS_THEY_STAND = ("Makefile", "tests/__init__.py", "tests/conftest.py", "tests/test_observatory.py")
_WITH_WORDS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
_PAGES = ("about.md", "data.md")


def found(charter: Charter, root: Path, today: date) -> dict[str, bytes] | list[Diagnostic]:
    """The files by path, made from the observatory below ``root``; or what is wrong with the file of articles.

    Raises OSError where a part of the program cannot be read, ValueError where the registry below ``root`` is not sound.
    """
    copied = program.copies(root, _published(charter))
    listed = articles(charter, plain_values(MODEL / "registry/articles.yml"), today)
    if isinstance(listed, list):
        return listed
    words = {"name": charter.name, "instrument": charter.instrument, "first": listed.first, "last": listed.last}
    registry = {**beginnings.registry(charter, root, words), beginnings.ARTICLES: listed.text}
    known, faults = beginnings.understood(registry, str(charter.articles))
    if known is None:
        return faults
    provision = next(iter(known.provisions.values()))
    words |= {
        "provision": provision.ref,
        "folder": known.article[provision.article].folder,
        "measure": next(iter(known.measures)),
        "today": today.isoformat(),
    }
    texts = {
        **registry,
        f"practices/{words['folder']}/example-practice.yml": _filled("practice.yml", words),
        "mkdocs.yml": _filled("mkdocs.yml", words | {"name": quoted(charter.name)}),
        **{path: (MODEL / path).read_text(encoding="utf-8") for path in _AS_THEY_STAND},
        **{path: _filled(path, _in_markdown(words)) for path in _WITH_WORDS},
        **_pages(charter, _in_markdown(words)),
        **schema.files(known),
        ISSUE_FORM: issue.questionnaire(Choices(Settings(root).locales, known), known.default_language).decode(),
    }
    return copied | {path: text.encode() for path, text in texts.items()}


def _pages(charter: Charter, words: Mapping[str, str]) -> dict[str, str]:
    """The hand-written pages of the published languages; the first has them in English where there are none in it."""
    published = _published(charter)
    written = {code: code for code in published if (MODEL / "docs" / code).is_dir()} or {published[0]: ENGLISH}
    return {
        f"docs/{code}/{page}": _filled(f"docs/{source}/{page}", words)
        for code, source in written.items()
        for page in _PAGES
    }


def _published(charter: Charter) -> list[str]:
    return [language.code for language in charter.languages if language.published]


def _filled(path: str, words: Mapping[str, str]) -> str:
    return Template((MODEL / path).read_text(encoding="utf-8")).substitute(words)


def _in_markdown(words: Mapping[str, str]) -> dict[str, str]:
    """Words that stay as they are in a Markdown text."""
    return {name: html.escape(word, quote=False) for name, word in words.items()}
