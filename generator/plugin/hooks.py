"""What the engine asks of us while it draws: each method is called by MkDocs at one step of its own build."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator import cache, handwritten, manuscripts, policy, tree
from generator.begin import Begun, begin, opened, refuse_taken
from generator.build import kept
from generator.cache import Shell
from generator.draw import frame_name
from generator.edition import Edition
from generator.exports import questionnaires
from generator.finish import draw_into, finish
from generator.frame import Frame, FrameError, cut, holes, token
from generator.gather import gather
from generator.grounds import grounds
from generator.head import Crumbs, Head, Section
from generator.observatory import Observatory
from generator.outcome import ThemeError
from generator.plugin.config import setup_of
from generator.plugin.stopped import Stopped, forbearing, told
from generator.registry import Language
from generator.settings import Settings
from generator.sought import sought
from generator.source import Source
from generator.store import CACHE
from generator.workers import silent

STYLES = "assets/observatory.css"
ENGINE_FILES = ("assets/stylesheets/", "assets/javascripts/", "assets/images/", "sitemap.xml")


class Options(Config):  # type: ignore[no-untyped-call]
    """The plugin has no options: what an observatory is stands in its registry."""


class ObservatoryPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Draws the frames of an observatory as a MkDocs site; where MkDocs itself was started, then has the site made."""

    def __init__(self) -> None:
        self.observatory: Observatory | None = None
        self._is_guest = False  # whether the engine was started for its frames alone
        self._serves = False
        self.shell = Shell({}, {})
        self._frames: dict[str, Frame] = {}
        self._stubs: dict[str, tuple[str, Section]] = {}
        self._pages: dict[str, Page] = {}
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
        setup = setup_of(config, root)
        with told():
            if self._serves:
                settings = Settings(root, setup.site_url, guarded=False)
                self.observatory = opened(settings, gather(settings, grounds(settings), None))
            else:
                self._held.enter_context(kept(root / CACHE))
                self._build = begin(root, lambda: setup)
                self.observatory = self._build.observatory
                config.site_dir = str(self._build.cache / cache.ENGINE)
            refuse_taken(self.observatory)
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
            for path in questionnaires.ADDRESSES.values():  # to which pages link; it is we who write them
                address = f"{edition.language}/{path}"
                files.append(File.generated(config, address, content="", inclusion=InclusionLevel.EXCLUDED))
            for section in self._known.sections:
                file = File.generated(
                    config, section.stub(edition.language), content=token("BODY"), inclusion=InclusionLevel.NOT_IN_NAV
                )
                self._stubs[file.src_uri] = (edition.language, section)
                files.append(file)
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take what stands before the text of a page as the check has read it: the engine makes numbers and dates of it."""
        page.meta = manuscripts.values(Source(page.file.src_uri, page.file.content_string))
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Mark the links of a hand-written page that lead to other sites."""
        return policy.outward(html)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Remember the pages, all of which have been read by now: what stands below another one names it."""
        self._pages = {file.url: file.page for file in files.documentation_pages() if file.page}

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        """Give the shell its words and head: tokens on a stub, real values on a hand-written page."""
        if stub := self._stubs.get(page.file.src_uri):
            language, section = stub
            return self._dress(context, config, language, Head.of_stub(self._known.edition(language), section))
        language = page.url.partition("/")[0]
        edition = self._known.edition(language)
        crumbs = self._crumbs(edition, page.url.partition("/")[2])
        head = Head.of_page(edition, page.title or "", page.meta, page.url, self._written_in(page, edition), crumbs)
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
        with told():
            if self._build:
                with sought(self._build) as indexed:
                    config.site_dir = str(finish(self._build, self.shell, indexed, config.strict).site)
            else:
                tasks = [(code, work) for code in self._known.codes for work in self._known.works]
                draw_into(self._known, self.shell, tasks, Path(config.site_dir), {}, silent, lambda *_: None)

    def on_shutdown(self) -> None:
        """Let other builds begin."""
        self._held.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Rebuild and reload when an entry, the registry or the theme changes."""
        settings = self._known.settings
        for folder in (settings.practices, settings.registry, settings.root / "theme"):
            server.watch(str(folder))
        server.builder = forbearing(server.builder)
        return server

    def visit(self, observatory: Observatory) -> None:
        """Draw only the frames of an observatory; someone else makes the site."""
        self.observatory, self._is_guest = observatory, True

    @property
    def _known(self) -> Observatory:
        if self.observatory is None:
            raise LookupError("the engine went on without an observatory")
        return self.observatory

    def _written_in(self, page: Page, edition: Edition) -> Language:
        """The language of the words of a hand-written page."""
        borrowed = self._known.borrowed.get(page.file.src_uri)
        return edition.languages[borrowed.language if borrowed else edition.language]

    def _crumbs(self, edition: Edition, address: str) -> Crumbs:
        """The hand-written pages that one stands below."""
        above = handwritten.above(self._known.handwritten, address)
        pages = [self._pages[f"{edition.language}/{path}"] for path in above]
        titles = [edition.written(page.title or "", self._written_in(page, edition).code) for page in pages]
        return tuple(zip(titles, above, strict=True))

    def _dress(self, context: Any, config: MkDocsConfig, language: str, head: Head) -> Any:
        edition: Edition = self._known.edition(language)
        config.theme["language"] = language
        config.theme["direction"] = edition.words.direction
        guard = policy.PAGES if self._known.settings.guarded else ""
        offered = {"translations", "rules", *(path.strip("/") for path in self._known.handwritten)}
        context.update(words=edition.words.say, tongue=language, head=head, policy=guard, referrer=policy.REFERRER)
        context["offered"] = offered
        return context


def _hashed(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): tree.digest(path.read_bytes()) for path in files}


def _is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the engine's log says something: it tells of each stub that is not published."""
    return not record.getMessage().startswith("Page skipped")
