"""The Jinja environment of our pages: autoescape on, an unknown name is an error.

One environment a language: its words are put in when a template is compiled, so that drawing a page does not look
them up again. ``{{ base }}`` leads from a page to the root of its language; it is put in once a page is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from generator.words import Words

_COMPOUND = re.compile(r"\w+(?:[-–]\w+)+")
_UNBREAKABLE = 24  # a longer compound may break, else it would overflow a phone
KEPT = 30_000  # pieces that are drawn once and kept; about 1 KB each
_BASE = "\0"  # stands for the way to the root of the language until a page is done; no text of ours can hold it


class TemplateError(Exception):
    """A template that Jinja cannot read or that names what is not there; the message says where."""


class Templates:
    """The templates of a folder in one language, each compiled once."""

    def __init__(self, folder: Path, words: Words) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        speech = _Speech(words)
        self._environment.globals |= {
            "_": speech.say, "_n": speech.count, "apposed": speech.apposed, "day": speech.day, "number": words.number,
        }  # fmt: skip
        self._environment.filters |= {
            "whole": whole,
            "said": said,
            "attributes": attributes,
            "card": self._card,
            "near": self._near,
            "chips": self._chips,
        }
        self._environment.extend(say=speech.say)
        self._environment.add_extension(_WordsAtCompileTime)
        shared = self._compiled("_.html").module
        self._environment.globals |= {name: macro for name, macro in vars(shared).items() if not name.startswith("_")}
        self._pieces: dict[tuple[Any, ...], Markup] = {}
        self._templates: dict[str, Template] = {}

    def draw(self, name: str, base: str, **values: Any) -> str:
        """A template by its file name, with ``base`` leading to the root of the language."""
        try:
            return self._draw(name, **values).replace(_BASE, base)
        except UndefinedError as error:
            raise TemplateError(f"theme/templates/{name}: {error.message}") from None

    def forget(self) -> None:
        """Draw pieces anew from here on, because what they show may have changed."""
        self._pieces.clear()

    def prepare(self, names: Iterable[str]) -> None:
        """Compile templates now, so that processes forked from this one share them."""
        for name in ("_card.html", "_chips.html", *names):
            self._templates[name] = self._compiled(name)

    def _compiled(self, name: str) -> Template:
        try:
            return self._environment.get_template(name)
        except TemplateSyntaxError as error:
            raise TemplateError(f"theme/templates/{error.name or name}:{error.lineno}: {error.message}") from None

    def _draw(self, name: str, **values: Any) -> str:
        template = self._templates.get(name)
        if template is None:
            template = self._templates[name] = self._compiled(name)
        return template.render(values)

    def _card(self, card: Any, level: int = 3) -> Markup:
        """A practice in a list, with its title as a heading of that level."""
        piece = self._once((card.id,), "_card.html", card=card)
        if level == 3:
            return piece
        html = str(piece).replace("<h3>", f"<h{level}>").replace("</h3>", f"</h{level}>")
        return Markup(html)  # noqa: S704 - drawn by a template that escapes

    def _near(self, card: Any, named: bool = True) -> Markup:
        """A practice near another one, with its State or, where all are of one State, without."""
        return self._once((card.id, named), "_near.html", card=card, named=named)

    def _chips(self, chips: Any) -> Markup:
        """Provisions as small links."""
        return self._once(tuple(chip.ref for chip in chips), "_chips.html", chips=chips)

    def _once(self, key: tuple[Any, ...], name: str, **values: Any) -> Markup:
        """A piece that stands on many pages, drawn once."""
        piece = self._pieces.get(key)
        if piece is None:
            if len(self._pieces) >= KEPT:
                self._pieces.clear()
            piece = self._pieces[key] = Markup(self._draw(name, **values))  # noqa: S704 - the template escapes
        return piece


class _WordsAtCompileTime(Extension):
    """Puts ``_('…')`` without values, and ``base``, into a template as the text they say, before Jinja compiles it."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        tokens = list(stream)
        place = 0
        while place < len(tokens):
            token = tokens[place]
            kinds = [following.type for following in tokens[place : place + 4]]
            if token.test("name:_") and kinds == ["name", "lparen", "string", "rparen"]:
                yield from _literal(token.lineno, str(self.environment.say(tokens[place + 2].value)))  # type: ignore[attr-defined]
                place += 4
            elif token.test("name:base") and tokens[place - 1].type == "variable_begin":
                yield from _literal(token.lineno, _BASE)
                place += 1
            else:
                yield token
                place += 1


def _literal(line: int, text: str) -> Iterator[Token]:
    return (Token(line, kind, value) for kind, value in (("string", text), ("pipe", "|"), ("name", "safe")))


class _Speech:
    """What templates say in their language, escaped, with escaped values."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def say(self, message: str, **values: Any) -> Markup:
        said = escape(self._words.say(message))
        return said % values if values else said

    def count(self, singular: str, plural: str, number: int, **values: Any) -> Markup:
        if not values:
            return self._counted(singular, plural, number)
        return escape(self._words.count(singular, plural, number)) % {"n": self._words.number(number), **values}

    def apposed(self, parts: Sequence[Any]) -> Markup:
        """Notes set off from each other, as "the meeting, the place": many languages write that comma unlike the one of a list."""
        whole = Markup("")
        for part in filter(None, parts):
            whole = self.say("%(one)s, %(other)s", one=whole, other=part) if whole else escape(part)
        return whole

    @lru_cache(maxsize=4096)  # noqa: B019 - lives as long as the program
    def day(self, iso: str) -> Markup:
        """A date as the language writes it, with its machine-readable form; nothing where there is none."""
        return Markup('<time datetime="{}">{}</time>').format(iso, self._words.moment(iso)) if iso else Markup("")

    @lru_cache(maxsize=4096)  # noqa: B019 - lives as long as the program
    def _counted(self, singular: str, plural: str, number: int) -> Markup:
        return escape(self._words.count(singular, plural, number)) % {"n": self._words.number(number)}


def said(text: Any) -> Markup:
    """A text, wrapped in its own ``lang`` and ``dir`` where that is not the language of the page."""
    if not text.foreign:
        return escape(text.value)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(text.language, text.direction, text.value)


def attributes(text: Any) -> Markup:
    """The ``lang`` and ``dir`` of an element that holds a text, where that is not the language of the page."""
    return Markup(' lang="{}" dir="{}"').format(text.language, text.direction) if text.foreign else Markup("")


@lru_cache(maxsize=65536)
def whole(title: str) -> Markup:
    """A title whose compounds ("anti-corruption") do not break at the end of a line."""
    parts: list[str] = []
    last = 0
    for found in _COMPOUND.finditer(title):
        if len(found.group()) <= _UNBREAKABLE:
            parts += [
                escape(title[last : found.start()]),
                Markup('<span class="whole">{}</span>').format(found.group()),
            ]
            last = found.end()
    parts.append(escape(title[last:]))
    return Markup("").join(parts)
