"""The Jinja environment of our pages: autoescape on, an unknown name is an error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

_COMPOUND = re.compile(r"\w+(?:[-–]\w+)+")
_UNBREAKABLE = 24  # a longer compound may break, else it would overflow a phone


class Templates:
    """The templates of a folder, each compiled once."""

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["whole"] = whole
        self._environment.globals["_"] = _say
        self._environment.globals["_n"] = _count
        self._environment.globals["number"] = _number
        self._environment.globals["moment"] = _moment

    def get(self, name: str) -> Template:
        """A template by its file name."""
        return self._environment.get_template(name)


def whole(title: str) -> Markup:
    """A title whose compounds ("anti-corruption") do not break at the end of a line."""
    parts: list[str] = []
    last = 0
    for found in _COMPOUND.finditer(title):
        if len(found.group()) <= _UNBREAKABLE:
            parts += [escape(title[last : found.start()]), Markup('<span class="whole">{}</span>').format(found.group())]
            last = found.end()
    parts.append(escape(title[last:]))
    return Markup("").join(parts)


@pass_context
def _say(context: Context, message: str, **values: Any) -> Markup:
    said = escape(context["words"].say(message))
    return said % values if values else said


@pass_context
def _count(context: Context, singular: str, plural: str, number: int, **values: Any) -> Markup:
    words = context["words"]
    return escape(words.count(singular, plural, number)) % {"n": words.number(number), **values}


@pass_context
def _number(context: Context, value: int) -> str:
    return str(context["words"].number(value))


@pass_context
def _moment(context: Context, iso: str) -> str:
    return str(context["words"].moment(iso))
