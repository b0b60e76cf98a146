"""What file the text of a page probably comes from: looked up on disk, for the few pages with a broken link."""

from __future__ import annotations

from generator.settings import Settings


def origin(settings: Settings, page: str) -> str:
    """The entry of a practice's page, the source of a hand-written one; otherwise nobody knows, and it is empty."""
    language, _, path = page.partition("/")
    family, _, id = path.strip("/").partition("/")
    if family == "practices" and id:
        files = sorted(settings.practices.glob(f"*/{id}.yml"))
    else:
        stem = path.strip("/")
        files = [settings.docs / language / name for name in (f"{stem}.md", f"{stem}/index.md".lstrip("/"))]
    return next((settings.shown(path) for path in files if path.is_file()), "")
