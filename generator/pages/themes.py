"""The themes: all by group, and each with its practices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.figures.choice import chosen
from generator.page import Page, Sheet
from generator.pages.listing import Listing, listings
from generator.registry import Term
from generator.views import Chip, Text


class ThemeRow(Struct, frozen=True, gc=False):
    """A theme in the list."""

    path: str
    label: Text
    definition: Text
    count: int


class ThemeGroup(Struct, frozen=True, gc=False):
    """A group of themes."""

    label: Text
    themes: tuple[ThemeRow, ...]


class ThemeView(Struct, frozen=True, gc=False):
    """A theme with its practices; ``narrowing`` is where a long list can be narrowed, empty where it is short."""

    label: Text
    definition: Text
    group: Text
    chips: tuple[Chip, ...]
    count: int
    states: int
    practices: Listing
    narrowing: str
    near: tuple[ThemeRow, ...]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list, then a page a theme."""
    yield Page("themes/", "themes", "themes.html", draw_list)
    for id in catalogue.registry.themes:
        yield Page(f"themes/{id}/", "themes", "theme.html", partial(draw_theme, id))


def draw_list(edition: Edition) -> Sheet:
    """All themes."""
    registry = edition.catalogue.registry
    groups = tuple(
        ThemeGroup(
            edition.text(group.labels),
            tuple(_row(edition, theme) for theme in registry.themes.values() if theme.group == group.id),
        )
        for group in registry.theme_groups
    )
    return Sheet(edition.words.say("Themes"), edition.words.say("What practices are about."), groups)


def draw_theme(id: str, edition: Edition) -> Sheet:
    """One theme."""
    catalogue = edition.catalogue
    registry = catalogue.registry
    theme = registry.themes[id]
    practices = catalogue.by_theme.get(id, ())
    (listing,) = listings(edition, [practices])
    view = ThemeView(
        edition.text(theme.labels),
        edition.text(theme.definition),
        next(edition.text(group.labels) for group in registry.theme_groups if group.id == theme.group),
        tuple(edition.chip(ref) for ref in theme.provisions),
        len(practices),
        len({code for practice in practices for code in practice.countries}),
        listing,
        chosen(theme=id) if listing.lines else "",
        tuple(_row(edition, near) for near in registry.themes.values() if near.group == theme.group and near.id != id),
    )
    return Sheet(view.label.value, view.definition.value, view)


def _row(edition: Edition, theme: Term) -> ThemeRow:
    return ThemeRow(
        f"themes/{theme.id}/",
        edition.text(theme.labels),
        edition.text(theme.definition),
        len(edition.catalogue.by_theme.get(theme.id, ())),
    )
