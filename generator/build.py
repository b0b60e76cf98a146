"""The pipeline as a table of contents: gather what is on disk, then draw the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import escape

from generator import check, pages, practice, publish, sitemap, threshold, words
from generator.catalogue import Catalogue
from generator.diagnostics import Diagnostic, errors, in_order
from generator.folder import Entry, entries
from generator.frame import Frame
from generator.head import Section, addresses, titled
from generator.pages.reference import EXPLAINED_IN
from generator.practice import Practice
from generator.registry import Registry
from generator.rules.several import Facts
from generator.settings import Settings, today
from generator.templates import Templates
from generator.views import Edition, Page
from generator.words import LanguageError
from generator.workers import spread

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it, and how much there is."""

Frames = Mapping[tuple[str, Section], Frame]


@dataclass(frozen=True)
class Observatory:
    """Everything a build draws from: the settings, an edition a language, and the pages of each."""

    settings: Settings
    catalogue: Catalogue
    editions: list[Edition]
    pages: list[Page]

    def edition(self, language: str) -> Edition:
        """The edition in a language; the first where there is none in it."""
        return next((edition for edition in self.editions if edition.language == language), self.editions[0])


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was read: the observatory, ``None`` where there are errors, what was found, and how many files of entries were read."""

    observatory: Observatory | None
    diagnostics: list[Diagnostic]
    files: int


def silent(_stage: str, _done: int, _all: int) -> None:
    """Progress that tells nobody."""


def gather(settings: Settings, progress: Progress = silent) -> Gathered:
    """Read and check registry and entries; raises LanguageError where a language cannot be published."""
    registry, found = check.registry(settings)
    if registry is None:
        return Gathered(None, in_order(found), 0)
    every, strays = entries(settings)
    practices, diagnostics = _practices(settings, registry, every, progress)
    found = in_order([*found, *strays, *diagnostics])
    files = sum(len(entry.paths) for entry in every)
    if errors(found):
        return Gathered(None, found, files)
    if EXPLAINED_IN not in registry.languages:
        raise LanguageError(
            f"registry/observatory.yml does not list {EXPLAINED_IN}, the language of the rules' explanations"
        )
    _refuse_gaps(settings, registry)
    catalogue = Catalogue(registry, tuple(sorted(practices, key=lambda one: one.id)))
    editions = [
        Edition(
            catalogue,
            words.load(settings.locales, language.code, language.direction),
            settings.site_url,
            settings.repository,
        )
        for language in registry.published
    ]
    return Gathered(Observatory(settings, catalogue, editions, list(pages.every(catalogue))), found, files)


def sections(observatory: Observatory) -> list[Section]:
    """The frames that the pages hang in."""
    return sorted({Section.of(page) for page in observatory.pages}, key=lambda section: (section.name, section.depth))


def draw(observatory: Observatory, frames: Frames, site: Path, progress: Progress = silent) -> None:
    """Write every page of ours into the site, each hung in its frame."""
    templates = {
        edition.language: Templates(observatory.settings.templates, edition.words) for edition in observatory.editions
    }
    observatory.catalogue.prepare()
    for own in templates.values():
        own.prepare()
    tasks = [(edition.language, page) for edition in observatory.editions for page in observatory.pages]
    work = partial(_draw_pages, observatory, templates, frames, site)
    done = 0
    for count, _ in spread(work, tasks):
        done += count
        progress("Drawing pages", done, len(tasks))
    publish.write(site, "index.html", threshold.draw(observatory.editions, templates))
    publish.write(
        site,
        "sitemap.xml",
        sitemap.draw(observatory.editions, [*(page.path for page in observatory.pages), *_handwritten(observatory)]),
    )


def _practices(
    settings: Settings, registry: Registry, every: Sequence[Entry], progress: Progress
) -> tuple[list[Practice], list[Diagnostic]]:
    practices: list[Practice] = []
    found: list[Diagnostic] = []
    facts: list[Facts] = []
    done = 0
    for count, (own, diagnostics, about) in spread(partial(_read, settings, registry), every):
        practices += own
        found += diagnostics
        facts += about
        done += count
        progress("Reading entries", done, len(every))
    return practices, [*found, *check.together(facts)]


def _read(
    settings: Settings, registry: Registry, chunk: Sequence[Entry]
) -> tuple[list[Practice], list[Diagnostic], list[Facts]]:
    practices: list[Practice] = []
    found: list[Diagnostic] = []
    facts: list[Facts] = []
    day = today()
    for entry in chunk:
        checked = check.entry(entry, settings, registry, day)
        found += checked.diagnostics
        facts += checked.facts
        if checked.original is not None and not errors(checked.diagnostics):
            practices.append(practice.from_documents(entry.id, checked.original, checked.translations))
    return practices, found, facts


def _draw_pages(
    observatory: Observatory,
    templates: Mapping[str, Templates],
    frames: Frames,
    site: Path,
    chunk: Sequence[tuple[str, Page]],
) -> None:
    for language, page in chunk:
        edition = observatory.edition(language)
        publish.write(site, f"{language}/{page.path}index.html", _page(edition, templates[language], frames, page))


def _page(edition: Edition, templates: Templates, frames: Frames, page: Page) -> bytes:
    sheet = page.draw(edition)
    base = "../" * page.path.count("/") or "./"
    body = templates.draw(page.template, base, view=sheet.view, up=f"../{base}")
    values = {hole: str(escape(address)) for hole, address in addresses(edition, page.path).items()}
    values |= {
        "TITLE": str(escape(titled(edition, sheet.title))),
        "DESCRIPTION": str(escape(sheet.description)),
        "BODY": body,
    }
    return frames[edition.language, Section.of(page)].fill(values)


def _handwritten(observatory: Observatory) -> list[str]:
    """The addresses of hand-written pages below each language."""
    return sorted(_written_in(observatory.settings, observatory.editions[0].language))


def _written_in(settings: Settings, language: str) -> set[str]:
    docs = settings.docs / language
    paths = (path.relative_to(docs).with_suffix("") for path in docs.rglob("*.md"))
    return {f"{(path.parent if path.name == 'index' else path).as_posix()}/" for path in paths}


def _refuse_gaps(settings: Settings, registry: Registry) -> None:
    """Every language has the same hand-written pages, because the switch of languages leads from each to each."""
    written = {language.code: _written_in(settings, language.code) for language in registry.published}
    for language, paths in written.items():
        for path in sorted(set().union(*written.values()) - paths):
            raise LanguageError(
                f"docs/{language}/{path.strip('/')}.md is missing: each language has the same hand-written pages"
            )
