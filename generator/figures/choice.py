"""Addresses in Explore, with a choice made, and the lists that come nearest to a choice where nothing can be narrowed."""

from __future__ import annotations

from html import unescape
from urllib.parse import parse_qs, urlencode

from generator.practice import article_of
from generator.registry import slug

EXPLORE = "explore/"


def chosen(**choice: str) -> str:
    """The address, below the language, of the entries of a choice: ``chosen(group="african", provision="5.1")``.

    The keys are those of Explore's facets, and the values their ids; what is empty is not chosen.
    """
    made = urlencode({key: value for key, value in choice.items() if value}, safe="()")
    return f"{EXPLORE}?{made}" if made else EXPLORE


def without_narrowing(query: str) -> str:
    """The address, below the language, of the list that comes nearest to a choice, as it stands in HTML after the ``?``."""
    choice = {key: values[0] for key, values in parse_qs(unescape(query)).items()}
    if provision := choice.get("provision"):
        anchor = f"#{choice['group']}" if "group" in choice else ""
        return f"articles/{article_of(provision)}/{slug(provision)}/{anchor}"
    if article := choice.get("article"):
        return f"articles/{article}/"
    if state := choice.get("state"):
        return f"countries/{state.lower()}/"
    return f"themes/{choice['theme']}/" if "theme" in choice else EXPLORE
