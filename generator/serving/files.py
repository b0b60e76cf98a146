"""What stands at an address: a file of the site, or one of ours."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from html import escape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

from generator.interpreter import languages, voice
from generator.phrase import phrase
from generator.serving.news import News
from generator.words import MESSAGES

LIVE = "/_live/"
"""Below which our own files stand; no language is called so, and the engine copies nothing that begins with ``_``."""

_OWN = Path(__file__).parent / "static"
_SCRIPT = (_OWN / "script.html").read_text(encoding="utf-8").strip()
_WAITING = (_OWN / "waiting.html").read_text(encoding="utf-8")
_TEXTS = ("application/json", "application/xml", "image/svg+xml", "text/")


@dataclass(frozen=True, slots=True)
class Found:
    """What an address leads to: a file's bytes and type, or ``elsewhere``, another address."""

    status: HTTPStatus = HTTPStatus.OK
    type: str = "text/plain; charset=utf-8"
    data: bytes = b""
    elsewhere: str = ""


def of_site(news: News, path: str) -> Found:
    """What stands at a path of the site, which is given as it came; its page for missing addresses where nothing does."""
    path = unquote(path)
    if news.site is None or not path.startswith(news.mount):
        return Found(elsewhere=news.mount) if path in ("/", news.mount.rstrip("/")) else _absent(news)
    file = _below(news.site, path.removeprefix(news.mount))
    if file is None:
        return _absent(news)
    if file.is_dir():
        if not path.endswith("/"):
            return Found(elsewhere=f"{path}/")
        file /= "index.html"
    return _found(file, news.site_id) or _absent(news)


def own(name: str) -> Found:
    """One of our own files, by name."""
    file = _below(_OWN, name)
    return (_found(file, "") if file else None) or Found(HTTPStatus.NOT_FOUND)


def waiting(locales: Path, path: str) -> Found:
    """The page that is shown before there is a site, in the language whose code stands in the path that was asked for."""
    known = languages(locales)
    words = voice(locales, next((part for part in path.split("/") if part in known), MESSAGES))
    said = {
        "language": words.language,
        "direction": words.direction,
        "title": words.tell(phrase("There is no site yet")),
        "text": words.tell(phrase("It is being built, or has faults. This page gives way to it by itself.")),
    }
    page = _WAITING.format_map({name: escape(text) for name, text in said.items()})
    return Found(HTTPStatus.SERVICE_UNAVAILABLE, "text/html; charset=utf-8", _live(page.encode(), ""))


def _absent(news: News) -> Found:
    page = news.site / "404.html" if news.site else _OWN
    return _found(page, news.site_id, HTTPStatus.NOT_FOUND) or Found(HTTPStatus.NOT_FOUND)


def _below(folder: Path, path: str) -> Path | None:
    """A file below a folder; none where a path tries to lead out of it, or cannot be one."""
    parts = [part for part in path.split("/") if part]
    if any(part in (".", "..") or "\\" in part or "\0" in part or ":" in part for part in parts):
        return None
    return folder.joinpath(*parts)


def _found(file: Path, site_id: str, status: HTTPStatus = HTTPStatus.OK) -> Found | None:
    """A file's bytes; in a page, with our script. The site_id must be older than the file."""
    try:
        data = file.read_bytes()
    except (OSError, ValueError):
        return None
    type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    if type == "text/html":
        data = _live(data, site_id)
    return Found(status, f"{type}; charset=utf-8" if type.startswith(_TEXTS) else type, data)


def _live(page: bytes, site_id: str) -> bytes:
    """A page with our script in it."""
    return page.replace(b"</head>", _SCRIPT.format(site=site_id).encode() + b"</head>", 1)
