"""What the shell of a page says of it: title, description, addresses in every language, and the sections of frames."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from msgspec import Struct

from generator.edition import Edition
from generator.frame import token
from generator.page import Page
from generator.registry import Language
from generator.views import Text

Crumbs = tuple[tuple[Text, str], ...]
CONTRIBUTE = "contribute"
"""The section of the pages for contributors."""

PLACES = (("Articles", "articles/"), ("States", "countries/"), ("Themes", "themes/"), ("Documents", "documents/"))


class Section(Struct, frozen=True):
    """Pages that share a frame: those of one section at one depth, because the engine's links are relative.

    ``listed`` is whether search engines may list them.
    """

    name: str
    depth: int
    listed: bool = True

    @classmethod
    def of(cls, page: Page) -> Section:
        """The section of a page."""
        return cls(page.section, page.path.count("/") + 1, page.listed)

    def stub(self, language: str) -> str:
        """The path of the stub that the engine is handed for it: hidden, so that no hand-written page stands there as well."""
        name = f".{self.name}" if self.listed else f".unlisted-{self.name}"
        inner = [name, *([".frame"] * (self.depth - 2))] if self.depth > 1 else []
        return "/".join([language, *inner, "index.md"])


class Head(Struct, frozen=True):
    """The values of the shell. ``alternates`` are pairs of language and address, ``switch`` rows of code, name, address.

    ``original`` is the name of the language that a hand-written page was translated from by a program, with the page in it.
    On a stub, ``hole`` stands in the place of the alternates, of which not every page has the same.
    ``written_in`` is the language of a hand-written page that the page's own language lacks, and ``crumbs`` are the pages that it stands
    below: title, and address below the language. ``repository`` is its address on pages for contributors, which send readers there.
    """

    title: str
    description: str
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    switch: tuple[tuple[str, str, str], ...]
    section: str
    name: Text
    strapline: Text
    disclaimer: Text
    licence_note: Text
    handwritten: bool = False
    listed: bool = True
    hole: str = ""
    original: str = ""
    original_address: str = ""
    written_in: Language | None = None
    crumbs: Crumbs = ()
    repository: str = ""

    @classmethod
    def of_stub(cls, edition: Edition, section: Section) -> Head:
        """Tokens, to be replaced on each page that hangs in the frame."""
        languages = edition.catalogue.registry.published
        switch = tuple((lang.code, lang.name, token(f"SWITCH_{lang.code}")) for lang in languages)
        return cls(
            token("TITLE"), token("DESCRIPTION"), token("CANONICAL"), (), switch, section.name, *_standing(edition),
            listed=section.listed, hole=token("ALTERNATES"),
        )  # fmt: skip

    @classmethod
    def of_page(
        cls, edition: Edition, title: str, meta: Mapping[str, Any], url: str, written_in: Language, crumbs: Crumbs = ()
    ) -> Head:
        """A hand-written page, whose address below its language is the same in every language."""
        path = url.partition("/")[2]
        languages = edition.catalogue.registry.published
        values = addresses(edition, path)
        section = path.partition("/")[0]
        repository = edition.catalogue.registry.observatory.submissions.repository
        original = _original(meta, [language.code for language in languages])
        return cls(
            titled(edition, title), str(meta.get("description", "")), values["CANONICAL"], alternates(edition, path),
            tuple((lang.code, lang.name, values[f"SWITCH_{lang.code}"]) for lang in languages),
            section, *_standing(edition), handwritten=True,
            original=edition.language_name(original) if original else "", original_address=values.get(f"SWITCH_{original}", ""),
            written_in=None if written_in.code == edition.language else written_in, crumbs=crumbs,
            repository=repository.address if repository and section == CONTRIBUTE else "",
        )  # fmt: skip

    @classmethod
    def of_absence(cls, edition: Edition) -> Head:
        """The page for missing addresses, which stands for every address, so its links are absolute."""
        languages = edition.catalogue.registry.published
        root = _root_path(edition)
        return cls(
            titled(edition, edition.words.say("There is no page at this address")), "", "", (),
            tuple((lang.code, lang.name, f"{root}{lang.code}/") for lang in languages),
            "", *_standing(edition),
        )  # fmt: skip

    @staticmethod
    def absent(edition: Edition) -> tuple[str, str, Callable[[str], str], str, list[tuple[str, str]]]:
        """What the page for missing addresses says in one language: code, direction, words, home, and places to go on from."""
        home = f"{_root_path(edition)}{edition.language}/"
        places = [(edition.words.say(label), home + path) for label, path in PLACES]
        return edition.language, edition.words.direction, edition.words.say, home, places


def addresses(edition: Edition, path: str, languages: tuple[str, ...] = ()) -> dict[str, str]:
    """The addresses of a page by the hole of a frame that they fill. ``path`` is below the language; ``languages`` as in ``Page``.

    Where its text is in another language only, the page there is the one to be listed: this one differs in its frame alone.
    """
    up = "../" * (path.count("/") + 1)
    own = languages[0] if languages and edition.language not in languages else edition.language
    values = {"CANONICAL": f"{edition.site_url}{own}/{path}"}
    for language in edition.catalogue.registry.published:
        is_this = language.code == edition.language  # whose address is the shortest, since it stands on every page
        values[f"SWITCH_{language.code}"] = "./" if is_this else f"{up}{language.code}/{path}"
    return values


def alternates(edition: Edition, path: str, languages: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """The languages that the text of a page is in, each with its address; last, the one for readers of any other."""
    registry, root = edition.catalogue.registry, edition.site_url
    codes = [language.code for language in registry.published if not languages or language.code in languages]
    default = languages[0] if languages else registry.default_language
    links = [(code, f"{root}{code}/{path}") for code in codes]
    return (*links, ("x-default", f"{root}{default}/{path}" if path else root))


def titled(edition: Edition, title: str) -> str:
    """The title of a page with the name of the observatory behind it."""
    name = edition.text(edition.catalogue.registry.observatory.name).value
    return f"{title} – {name}" if title else name


def _original(meta: Mapping[str, Any], published: Collection[str]) -> str:
    """The language that a hand-written page was translated from by a program, as its front matter says; else empty."""
    said = meta.get("translation")
    code = str(said.get("original")) if isinstance(said, dict) and said.get("status") == "machine" else ""
    return code if code in published else ""


def _standing(edition: Edition) -> tuple[Text, Text, Text, Text]:
    observatory = edition.catalogue.registry.observatory
    texts = (observatory.name, observatory.strapline, observatory.disclaimer, observatory.licence_note)
    name, strapline, disclaimer, licence = map(edition.text, texts)
    return name, strapline, disclaimer, licence


def _root_path(edition: Edition) -> str:
    return "/" + edition.site_url.partition("://")[2].partition("/")[2]
