"""The offline copy: one zip, whose bytes follow from the site alone."""

from __future__ import annotations

import os
import posixpath
import re
import zipfile
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from generator import words
from generator.offline.page import CITE, fitted, plain_script
from generator.registry import Language
from generator.settings import Settings
from generator.templates import Templates

FOLDER = "observatory-offline"
"""The one folder in the zip."""

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip knows: no file has one of its own
_FILE = 0o644 << 16
_LINKED = re.compile(r' (?:href|src)="([^":#?]+)')
_PAINTED = re.compile(r"url\(([\w./-]+)\.svg\)")
_NO_PAGES = frozenset({"404.html"})  # asks for the root of a server

Note = Callable[[str], str]


def path_of(site: Path) -> Path:
    """Where the copy of a site stands: beside it."""
    return site.with_name(f"{site.name}-offline.zip")


def bundle(
    settings: Settings, languages: Iterable[Language], site: Path, progress: Callable[[str, int, int], None]
) -> Path:
    """Pack the site; its copy takes the place of an older one at the end. Raises OSError."""
    notes = {language.code: _note(settings, language) for language in languages}
    place = path_of(site)
    new = place.with_name(f".{place.name}.new")
    try:
        with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, data in _files(site, notes, progress):
                info = zipfile.ZipInfo(f"{FOLDER}/{path}", _BEGINNING)
                info.external_attr, info.create_system, info.compress_type = _FILE, 3, zipfile.ZIP_DEFLATED
                archive.writestr(info, data)
        new.replace(place)
    finally:
        new.unlink(missing_ok=True)
    return place


def _files(
    site: Path, notes: Mapping[str, Note], progress: Callable[[str, int, int], None]
) -> Iterator[tuple[str, bytes]]:
    """The pages, and then the files that they link to, each in the order of their paths."""
    linked: set[str] = set()
    there = sorted(_there(site))
    pages = [path for path in there if path.endswith(".html") and path not in _NO_PAGES]
    for number, path in enumerate(pages, 1):
        html = fitted((site / path).read_text(encoding="utf-8"), notes.get(path.partition("/")[0], _silent))
        linked.update(_targets(posixpath.dirname(path), html))
        yield path, html.encode()
        progress("Packing pages", number, len(pages))
    for path in there:  # and nothing else, whatever a text says that looks like a link
        if path in linked and not path.endswith(".html"):
            yield path, _loaded(site, path)


def _there(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        inner = Path(folder).relative_to(site)
        yield from ((inner / name).as_posix() for name in names)


def _targets(folder: str, html: str) -> Iterator[str]:
    for target in set(_LINKED.findall(html)):
        if not target.endswith(".html"):
            yield posixpath.normpath(posixpath.join(folder, target))


def _loaded(site: Path, path: str) -> bytes:
    """A file; in a style sheet, drawings stand as data, because a mask is not loaded from a file, and neither is a module."""
    data = (site / path).read_bytes()
    if path == CITE:
        return plain_script(data.decode()).encode()
    if not path.endswith(".css"):
        return data
    return _PAINTED.sub(partial(_drawn, (site / path).parent), data.decode()).encode()


def _drawn(folder: Path, url: re.Match[str]) -> str:
    return f"url(data:image/svg+xml;base64,{b64encode((folder / f'{url[1]}.svg').read_bytes()).decode()})"


def _note(settings: Settings, language: Language) -> Note:
    """What stands above every page in a language, with a link to the page on the web."""
    templates = Templates(settings.templates, words.load(settings.locales, language.code, language.direction))
    return lambda address: templates.draw("offline.html", address=address)


def _silent(_address: str) -> str:
    return ""
