"""The MkDocs adapter: hands the engine a stub per frame, takes its shells, and lets the pipeline hang our pages.

The only module that imports mkdocs. Whether the engine is started by ``mkdocs build`` or by ``observatory``, the site is
made by the pipeline; the engine draws its frames and the hand-written pages into a folder of its own.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import build as build_with_engine
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import cache, policy, tree
from generator.begin import Begun, begin, opened
from generator.build import kept
from generator.cache import Setup, Shell
from generator.diagnostics import full
from generator.draw import frame_name
from generator.edition import Edition
from generator.finish import draw_into, finish
from generator.frame import Frame, FrameError, cut, holes, token
from generator.gather import gather, silent
from generator.grounds import grounds
from generator.head import Head, Section
from generator.observatory import Observatory
from generator.outcome import BrokenLinks, FaultsInEntries, NotBuiltError, SettingsError, ThemeError
from generator.settings import NO_ADDRESS, Settings
from generator.store import CACHE

log = logging.getLogger("mkdocs.plugins.observatory")
STYLES = "assets/observatory.css"
ENGINE_FILES = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", "sitemap.xml")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what an observatory is stands in its registry."""


class Stopped(Abort):
    """Ends ``mkdocs`` with the message of what stopped the build, and exit code 1."""

    def __init__(self, reason: NotBuiltError) -> None:
        super().__init__(str(reason))
        self.reason = reason


class ObservatoryPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Draws the frames of an observatory as a MkDocs site; where MkDocs itself was started, then has the site made."""

    def __init__(self) -> None:
        self.observatory: Observatory | None = None
        self._is_guest = False  # whether the engine was started for its frames alone
        self._serves = False
        self.shell = Shell({}, {})
        self._frames: dict[str, Frame] = {}
        self._stubs: dict[str, tuple[str, Section]] = {}
        self._build: Begun | None = None
        self._held = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether the engine serves, which it does from a folder of its own."""
        logging.getLogger("mkdocs.commands.build").addFilter(_is_news)
        self._serves = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything first, so that a fault ends the build before anything is touched."""
        config.theme.static_templates.discard("sitemap.xml")  # the site map is ours
        if self._is_guest:
            return config
        root = Path(config.config_file_path).parent
        setup = _setup(config, root)
        with _told():
            if self._serves:
                settings = Settings(root, setup.site_url, setup.repository, guarded=False)
                self.observatory = opened(settings, gather(settings, grounds(settings), None))
            else:
                self._held.enter_context(kept(root / CACHE))
                self._build = begin(root, lambda: setup)
                self.observatory = self._build.observatory
                config.site_dir = str(self._build.cache / cache.ENGINE)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a stub for each frame, pages a language lacks, and the styles; leave out what no page asks for, and other languages."""
        for file in list(files):
            is_unpublished = file.is_documentation_page() and file.src_uri.partition("/")[0] not in self._known.codes
            if is_unpublished or file.src_uri.startswith(ENGINE_FILES):
                files.remove(file)
        styles = sorted((self._known.settings.root / "theme" / "styles").glob("*.css"))
        css = "\n".join(path.read_text(encoding="utf-8") for path in styles)
        files.append(File.generated(config, STYLES, content=css))
        for path, borrowed in self._known.borrowed.items():
            text = (self._known.settings.docs / borrowed.path).read_text(encoding="utf-8")
            files.append(File.generated(config, path, content=text))
        self._stubs = {}
        for edition in self._known.editions:
            for section in self._known.sections:
                file = File.generated(
                    config, section.stub(edition.language), content=token("BODY"), inclusion=InclusionLevel.NOT_IN_NAV
                )
                self._stubs[file.src_uri] = (edition.language, section)
                files.append(file)
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark the links of a hand-written page that lead to other sites."""
        return policy.outward(html)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the shell its words and head: tokens on a stub, real values on a hand-written page."""
        stub = self._stubs.get(page.file.src_uri)
        language, section = stub or (page.url.partition("/")[0], Section(page.url.partition("/")[2].strip("/"), 2))
        edition = self._known.edition(language)
        borrowed = self._known.borrowed.get(page.file.src_uri)
        written_in = edition.languages[borrowed.language if borrowed else edition.language]
        head = (
            Head.of_stub(edition, section)
            if stub
            else Head.of_page(edition, page.title or "", page.meta, page.url, written_in)
        )
        return self._dress(context, config, language, head)

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Give the page for missing addresses its words, in every language."""
        edition = self._known.edition(self._known.catalogue.registry.default_language)
        context = self._dress(context, config, edition.language, Head.of_absence(edition))
        context["absent"] = [Head.absent(edition) for edition in self._known.editions]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Cut a drawn stub into a frame; an empty answer keeps the stub itself from being published."""
        stub = self._stubs.get(page.file.src_uri)
        if stub is None:
            return output
        body = output.replace(f"<p>{token('BODY')}</p>", token("BODY"))
        try:
            self._frames[frame_name(*stub)] = cut(body, holes(tuple(self._known.codes)), page.file.src_uri)
        except FrameError as error:
            raise Stopped(ThemeError(str(error))) from None
        return ""

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep what the engine drew; where MkDocs was started by itself, make the site of it."""
        self.shell = Shell(dict(sorted(self._frames.items())), _hashed(Path(config.site_dir)))
        if self._is_guest:
            return
        with _told():
            if self._build:
                config.site_dir = str(finish(self._build, self.shell, config.strict).site)
            else:
                tasks = [(code, work) for code in self._known.codes for work in self._known.works]
                draw_into(self._known, self.shell, tasks, Path(config.site_dir), {}, silent)

    def on_shutdown(self) -> None:
        """Let other builds begin."""
        self._held.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild and reload when an entry, the registry or the theme changes."""
        settings = self._known.settings
        for folder in (settings.practices, settings.registry, settings.root / "theme"):
            server.watch(str(folder))
        server.builder = _forbearing(server.builder)
        return server

    def visit(self, observatory: Observatory) -> None:
        """Draw only the frames of an observatory; someone else makes the site."""
        self.observatory, self._is_guest = observatory, True

    @property
    def _known(self) -> Observatory:
        if self.observatory is None:
            raise LookupError("the engine went on without an observatory")
        return self.observatory

    def _dress(self, context: Any, config: MkDocsConfig, language: str, head: Head) -> Any:
        edition: Edition = self._known.edition(language)
        config.theme["language"] = language
        config.theme["direction"] = edition.words.direction
        guard = policy.PAGES if self._known.settings.guarded else ""
        offered = {"translations", "rules", *(path.strip("/") for path in self._known.handwritten)}
        context.update(words=edition.words.say, tongue=language, head=head, policy=guard, referrer=policy.REFERRER)
        context["offered"] = offered
        return context


class MkDocs:
    """The engine of an observatory; raises SettingsError where mkdocs.yml is missing or wrong."""

    def __init__(self, root: Path) -> None:
        logging.getLogger("mkdocs").setLevel(logging.WARNING)
        self._config = _config(root)
        plugin = next((one for one in self._config.plugins.values() if isinstance(one, ObservatoryPlugin)), None)
        if plugin is None:
            raise SettingsError("the list `plugins` does not name `observatory`")
        self._plugin = plugin
        self._setup = _setup(self._config, root)

    def setup(self) -> Setup:
        """What its settings say to us."""
        return self._setup

    def shell(self, observatory: Observatory, folder: Path) -> Shell:
        """The frames, and the hashes of the files that it wrote into the folder; raises ThemeError."""
        self._plugin.visit(observatory)
        self._config.site_dir = str(folder)
        self._config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_engine(self._config)
        except Stopped as stopped:
            raise stopped.reason from None
        except Abort as error:
            raise ThemeError(str(error)) from None
        finally:
            self._config.plugins.on_shutdown()
        return self._plugin.shell


def _hashed(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): tree.digest(path.read_bytes()) for path in files}


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the engine's log says something: it tells of each stub that is not published."""
    return not record.getMessage().startswith("Page skipped")


def _config(root: Path) -> MkDocsConfig:
    try:
        return load_config(str(root / "mkdocs.yml"))
    except ConfigurationError as error:
        raise SettingsError(str(error)) from None
    except Abort:
        raise SettingsError("the engine refuses it; what it said stands above") from None


def _setup(config: MkDocsConfig, root: Path) -> Setup:
    repository = f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else ""
    return Setup(config.site_url or NO_ADDRESS, repository, os.path.relpath(config.site_dir, root))


@contextmanager
def _told() -> Iterator[None]:
    """Turns what stops a build into what ends the engine."""
    try:
        yield
    except (FaultsInEntries, BrokenLinks) as faults:
        for found in faults.diagnostics:
            log.error("%s", full(found))
        raise Stopped(faults) from None
    except NotBuiltError as reason:
        raise Stopped(reason) from None


def _forbearing(builder: Callable[[], None]) -> Callable[[], None]:
    """A builder for which faults are no failure: the engine would hold every page back until they are mended."""

    def build_or_keep() -> None:
        try:
            builder()
        except Abort as fault:
            log.error("%s; what is shown is from before", fault)

    return build_or_keep
