"""The MkDocs adapter: hands the engine a stub per frame, takes its shells, and lets the pipeline hang our pages.

The only module that imports mkdocs. Whether the engine is started by ``mkdocs build``, ``mkdocs serve`` or
``observatory``, everything that makes the site happens in these hooks.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import build as build_with_engine
from mkdocs.commands.serve import serve as serve_with_engine
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import build, publish
from generator.diagnostics import Diagnostic, Severity, errors, full
from generator.frame import Frame, FrameError, cut, holes, token
from generator.head import Head, Section
from generator.settings import NO_ADDRESS, Settings
from generator.templates import TemplateError
from generator.views import Edition
from generator.words import LanguageError

log = logging.getLogger("mkdocs.plugins.observatory")
STYLES = "assets/observatory.css"
ENGINE_FILES = ("assets/stylesheets/", "assets/javascripts/", "assets/images/")
OWN = ("practices", "registry", "schema", "theme", "docs", "generator", "tests", "bench", ".git", ".github")


class FaultsInEntries(Abort):
    """The entries or the registry have errors, so nothing was built. Ends ``mkdocs`` with its message and exit code 1."""

    def __init__(self, gathered: build.Gathered) -> None:
        count = errors(gathered.diagnostics)
        super().__init__(f"{count} error{'s' * (count != 1)} in entries or registry; the site was not built")
        self.diagnostics = gathered.diagnostics
        self.files = gathered.files


class SettingsError(Abort):
    """mkdocs.yml is missing or wrong; the message says where."""


class ThemeError(Abort):
    """The theme does not fit: a shell, a template or a catalogue of words; the message says where."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: how many pages in how many languages, how many warnings there were, and where the site is."""

    pages: int
    languages: int
    warnings: int
    site: Path


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what an observatory is stands in its registry."""


class ObservatoryPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Draws an observatory into a MkDocs site."""

    def __init__(self) -> None:
        self.progress: build.Progress = build.silent
        self.silent = False  # whether diagnostics are left to the caller
        self._serving = False
        self._staging: publish.Staging | None = None
        self._frames: dict[tuple[str, Section], Frame] = {}
        self._stubs: dict[str, tuple[str, Section]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether the engine serves, which it does from a folder of its own."""
        logging.getLogger("mkdocs.commands.build").addFilter(_is_news)
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything first, so that a fault ends the build before anything is touched."""
        root = Path(config.config_file_path).parent
        self._settings = Settings(root, config.site_url or NO_ADDRESS, _edit_address(config))
        self._refuse_our_own(Path(config.site_dir))
        try:
            self.gathered = build.gather(self._settings, self.progress)
        except LanguageError as error:
            raise ThemeError(str(error)) from None
        self._report(self.gathered.diagnostics)
        if self.gathered.observatory is None:
            raise FaultsInEntries(self.gathered)
        self._observatory = self.gathered.observatory
        config.theme.static_templates.discard("sitemap.xml")  # the site map is ours
        if not self._serving:
            self._staging = publish.Staging(Path(config.site_dir))
            config.site_dir = str(self._staging.folder)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a stub for each frame, and the style sheet; leave out the engine's own files, which no page asks for."""
        for file in [file for file in files if file.src_uri.startswith(ENGINE_FILES)]:
            files.remove(file)
        styles = sorted((self._settings.root / "theme" / "styles").glob("*.css"))
        css = "\n".join(path.read_text(encoding="utf-8") for path in styles)
        files.append(File.generated(config, STYLES, content=css))
        self._stubs = {}
        for edition in self._editions:
            for section in build.sections(self._observatory):
                file = File.generated(
                    config, section.stub(edition.language), content=token("BODY"), inclusion=InclusionLevel.NOT_IN_NAV
                )
                self._stubs[file.src_uri] = (edition.language, section)
                files.append(file)
        return files

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the shell its words and head: tokens on a stub, real values on a hand-written page."""
        stub = self._stubs.get(page.file.src_uri)
        language, section = stub or (page.url.partition("/")[0], Section(page.url.partition("/")[2].strip("/"), 2))
        edition = self._observatory.edition(language)
        head = Head.of_stub(edition, section) if stub else Head.of_page(edition, page.title or "", page.meta, page.url)
        return self._dress(context, config, language, head)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give the page for missing addresses its words, in every language."""
        edition = self._observatory.edition(self._observatory.catalogue.registry.default_language)
        context = self._dress(context, config, edition.language, Head.of_absence(edition))
        context["absent"] = [Head.absent(edition) for edition in self._editions]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Cut a drawn stub into a frame; an empty answer keeps the stub itself from being published."""
        stub = self._stubs.get(page.file.src_uri)
        if stub is None:
            return output
        body = output.replace(f"<p>{token('BODY')}</p>", token("BODY"))
        try:
            self._frames[stub] = cut(
                body, holes(tuple(edition.language for edition in self._editions)), page.file.src_uri
            )
        except FrameError as error:
            raise ThemeError(str(error)) from None
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Hang our pages into the frames, then swap the new site in."""
        try:
            build.draw(self._observatory, self._frames, Path(config.site_dir), self.progress)
        except TemplateError as error:
            raise ThemeError(str(error)) from None
        if self._staging:
            self._staging.swap()
            config.site_dir = str(self._staging.target)
            self._staging = None

    def on_build_error(self, *, error: Exception) -> None:
        """Leave no half-written site behind."""
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Leave no half-written site behind when the build was interrupted."""
        if self._staging:
            self._staging.discard()
            self._staging = None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild and reload when an entry, the registry or the theme changes."""
        for folder in (self._settings.practices, self._settings.registry, self._settings.root / "theme"):
            server.watch(str(folder))
        server.builder = _forbearing(server.builder)
        return server

    @property
    def _editions(self) -> list[Edition]:
        return self._observatory.editions

    def _dress(self, context: Any, config: MkDocsConfig, language: str, head: Head) -> Any:
        edition = self._observatory.edition(language)
        config.theme["language"] = language
        config.theme["direction"] = edition.words.direction
        context.update(words=edition.words.say, tongue=language, head=head)
        return context

    def _refuse_our_own(self, site: Path) -> None:
        """The site replaces what stands in its folder, so that must not be a part of the observatory."""
        place, root = site.resolve(), self._settings.root.resolve()
        own = [root / name for name in OWN]
        if place in (root, *root.parents) or any(place == part or part in place.parents for part in own):
            raise SettingsError(
                f"the site_dir {site} is a part of the observatory, and would be replaced; name another folder"
            )

    def _report(self, diagnostics: list[Diagnostic]) -> None:
        if self.silent:
            return
        for found in diagnostics:
            level = logging.ERROR if found.severity is Severity.ERROR else logging.INFO
            log.log(level, "%s", full(found))


def run(root: Path, site_dir: Path | None, progress: build.Progress) -> Built:
    """Build the site with the engine, as ``mkdocs build`` does, telling ``progress`` how far it is.

    Raises FaultsInEntries, SettingsError, ThemeError and OSError.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    config = _config(root, **({"site_dir": str(site_dir)} if site_dir else {}))
    plugin = next((one for one in config.plugins.values() if isinstance(one, ObservatoryPlugin)), None)
    if plugin is None:
        raise SettingsError("the list `plugins` does not name `observatory`")
    plugin.progress, plugin.silent = progress, True
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build_with_engine(config)
    finally:
        config.plugins.on_shutdown()
    gathered = plugin.gathered
    observatory = plugin._observatory
    return Built(
        len(observatory.pages) * len(observatory.editions),
        len(observatory.editions),
        len(gathered.diagnostics),
        Path(config.site_dir),
    )


def serve(root: Path, address: str) -> None:
    """Serve the site and rebuild it on every change, as ``mkdocs serve`` does; raises like ``run``."""
    _config(root)
    serve_with_engine(str(root / "mkdocs.yml"), livereload=True, dev_addr=address)


def _forbearing(builder: Callable[[], None]) -> Callable[[], None]:
    """A builder for which faults are no failure: the engine would hold every page back until they are mended."""

    def build_or_keep() -> None:
        try:
            builder()
        except Abort as fault:
            log.error("%s; what is shown is from before", fault)

    return build_or_keep


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the engine's log says something: it tells of each stub that is not published."""
    return not record.getMessage().startswith("Page skipped")


def _config(root: Path, **overrides: str) -> MkDocsConfig:
    try:
        return load_config(str(root / "mkdocs.yml"), **overrides)
    except ConfigurationError as error:
        raise SettingsError(str(error)) from None
    except Abort:
        raise SettingsError("the engine refuses it; what it said stands above") from None


def _edit_address(config: MkDocsConfig) -> str:
    """Where an entry is edited: below the repository, where mkdocs.yml names one."""
    return f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else ""
