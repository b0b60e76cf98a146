"""The files outside the languages: the threshold, site maps, schemas, what servers are told, and what the dialog of search says."""

from __future__ import annotations

from collections.abc import Mapping

from generator import policy, schema, sitemap, threshold
from generator.draw import Drawn, listed, written
from generator.observatory import Observatory
from generator.search import saying
from generator.templates import Templates


def draw(
    observatory: Observatory, templates: Mapping[str, Templates], folder: str, there: Mapping[str, bytes]
) -> list[Drawn]:
    """Draw them into a folder. ``there`` are the hashes of the files it has; what is the same is not written again."""
    settings, registry = observatory.settings, observatory.catalogue.registry
    security = registry.observatory.security
    files = {
        **{path: text.encode() for path, text in policy.files(security, settings.site_url)},
        "index.html": threshold.draw(observatory.editions, templates, settings.guarded),
        **{path: text.encode() for path, text in schema.files(registry, settings.site_url).items()},
        **sitemap.draw(observatory.editions, listed(observatory)),
        **{f"search/{edition.language}.words.json": saying.said(edition) for edition in observatory.editions},
    }
    return [written(folder, there, path, data) for path, data in files.items()]
