"""The Jinja environment of our pages: autoescape on, an unknown name is an error.

A template is compiled once for all languages, each of which then puts its words in, so that drawing a page does not
look them up again. ``{{ base }}`` leads from a page to the root of its language; it is put in once a page is done.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any, ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2.runtime import Context, Macro

from generator.compiler import BASE, Compiler, in_language, plain

if TYPE_CHECKING:
    from generator.compiled import Compiled
    from generator.words import Words

_COMPOUND = re.compile(r"\w+(?:[-–]\w+)+")
_UNBREAKABLE = 24  # a longer compound may break, else it would overflow a phone
_BASE = BASE.encode()
_PIECES = ("_card.html", "_near.html", "_chips.html", "_states.html", "_strip.html")
KEPT = 1_000  # pieces that were shown last, about 1 KB each


class TemplateError(Exception):
    """A template that Jinja cannot read or that names what is not there; the message says where."""


class _Environment(Environment):
    """The environment of a language, which shares with those of the others what Jinja makes of a template."""

    code_generator_class = Compiler
    _made: ClassVar[dict[tuple[str, str], tuple[str, CodeType]]] = {}

    def compile(self, source: Any, name: Any = None, filename: Any = None, *_: Any, **__: Any) -> CodeType:  # type: ignore[override]
        """The code of a template, in the words of the language."""
        made = self._made.get((name, filename))
        if made is None or made[0] != source:
            kept: Compiled | None = self.compiled  # type: ignore[attr-defined]
            code = kept.kept(name, source) if kept else None
            if code is None:
                code = super().compile(source, name, filename)
                if kept:
                    kept.keep(name, source, code)
            made = self._made[name, filename] = source, code
        return in_language(made[1], self.say)  # type: ignore[attr-defined]


class Templates:
    """The templates of a folder in one language, each compiled once, or not at all where its code was ``compiled`` before."""

    def __init__(self, folder: Path, words: Words, compiled: Compiled | None = None) -> None:
        self._environment = _Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        speech = _Speech(words)
        functions = {"_n": speech.count, "apposed": speech.apposed, "day": speech.day}
        filters = {
            "whole": whole, "said": said, "tongue": tongue, "attributes": attributes,
            "card": self._card, "near": self._near, "chips": self._chips, "states": self._states, "strip": self._strip,
            "listed": speech.listed, "names": speech.names, "join": joined,
        }  # fmt: skip
        self._environment.globals |= {**functions, "number": words.number}
        self._environment.filters |= filters
        self._environment.extend(compiled=compiled, say=words.say, plain=plain, safe={*functions, *filters}, macros={})
        shared = vars(self._compiled("_.html").module)
        macros: dict[str, Macro] = {name: macro for name, macro in shared.items() if not name.startswith("_")}
        direct = {name: macro for name, macro in macros.items() if not macro.caller}
        self._environment.globals |= macros | {name: macro._func for name, macro in direct.items()}
        self._environment.safe |= macros.keys()  # type: ignore[attr-defined]
        self._environment.macros |= {name: macro.arguments for name, macro in direct.items()}  # type: ignore[attr-defined]
        self._globals = dict(self._environment.globals)
        self._pieces: OrderedDict[tuple[Any, ...], str] = OrderedDict()
        self._templates: dict[str, Template] = {}

    def draw(self, name: str, **values: Any) -> str:
        """A template by its file name; ``rooted`` puts in what leads from the page to the root of the language."""
        try:
            return self._draw(name, **values)
        except (UndefinedError, AttributeError) as error:
            raise TemplateError(f"theme/templates/{name}: {error}") from None

    @staticmethod
    def rooted(page: bytes, base: str) -> bytes:
        """A page with what leads from it to the root of its language wherever a template says ``{{ base }}``."""
        return page.replace(_BASE, base.encode())

    def card(self, card: Any, base: str) -> str:
        """A practice in a list that stands by itself; ``base`` leads from where it is shown to the root of the language."""
        return self._card(card).replace(BASE, base)

    def forget(self) -> None:
        """Draw pieces anew from here on, because what they show may have changed."""
        self._pieces.clear()

    def prepare(self, names: Iterable[str]) -> None:
        """Compile templates now, so that processes forked from this one share them."""
        for name in (*_PIECES, *names):
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
        context = Context(self._environment, self._globals, name, {})
        context.vars |= values
        drawn = "".join(template.root_render_func(context))
        context.vars.clear()  # a template's macros hold the context that holds them, and nothing collects that meanwhile
        return drawn

    def _card(self, card: Any, level: int = 3) -> str:
        """A practice in a list, with its title as a heading of that level."""
        piece = self._once(("card", card.id), "_card.html", card=card)
        if level == 3:
            return piece
        return piece.replace("<h3>", f"<h{level}>").replace("</h3>", f"</h{level}>")

    def _near(self, card: Any, named: bool = True) -> str:
        """A practice near another one, with its State or, where all are of one State, without."""
        return self._once(("near", card.id, named), "_near.html", card=card, named=named)

    def _chips(self, chips: Any) -> str:
        """Provisions as small links."""
        return self._once(("chips", *[chip.ref for chip in chips]), "_chips.html", chips=chips)

    def _states(self, states: Any) -> str:
        """The States that a practice names, or that it names none."""
        return self._once(("states", *[state.value for state in states]), "_states.html", states=states)

    def _strip(self, squares: Any, covered: int | None = None) -> str:
        """Provisions as a strip of squares; it says how many are covered, or stands beside what does."""
        key = ("strip", covered, *[square.full for square in squares])
        return self._once(key, "_strip.html", squares=squares, covered=covered)

    def _once(self, key: tuple[Any, ...], name: str, **values: Any) -> str:
        """A piece that stands on many pages, drawn once for those that follow soon."""
        piece = self._pieces.get(key)
        if piece is None:
            piece = self._pieces[key] = self._draw(name, **values)
            if len(self._pieces) > KEPT:
                self._pieces.popitem(last=False)
        else:
            self._pieces.move_to_end(key)
        return piece


class _Speech:
    """What templates say in their language, as safe HTML."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._apposed = plain(words.say("%(one)s, %(other)s"))
        self._comma = plain(words.say(", "))

    def count(self, singular: str, plural: str, number: int, **values: Any) -> str:
        if not values:
            return self._counted(singular, plural, number)
        values["n"] = self._words.number(number)
        return plain(self._words.count(singular, plural, number)) % {
            name: plain(value) for name, value in values.items()
        }

    def listed(self, texts: Iterable[Any]) -> str:
        """Texts one after another, with the comma of a list."""
        return self._comma.join(map(said, texts))

    def names(self, named: Iterable[Any]) -> str:
        """The labels of things in a sentence: "a, b and c"."""
        return self._words.sequence(*[said(one.label) for one in named])

    def apposed(self, parts: Sequence[Any]) -> str:
        """Notes set off from each other, as "the meeting, the place": many languages write that comma unlike the one of a list."""
        whole = ""
        for part in filter(None, parts):
            whole = self._apposed % {"one": whole, "other": plain(part)} if whole else plain(part)
        return whole

    @lru_cache(maxsize=4096)  # noqa: B019 - lives as long as the program
    def day(self, iso: str) -> str:
        """A date as the language writes it, with its machine-readable form; nothing where there is none."""
        return f'<time datetime="{plain(iso)}">{plain(self._words.moment(iso))}</time>' if iso else ""

    @lru_cache(maxsize=4096)  # noqa: B019 - lives as long as the program
    def _counted(self, singular: str, plural: str, number: int) -> str:
        return plain(self._words.count(singular, plural, number)) % {"n": plain(self._words.number(number))}


def said(text: Any) -> str:
    """A text, wrapped in its own ``lang`` and ``dir`` where that is not the language of the page."""
    value = plain(text.value)
    return f"<span{attributes(text)}>{value}</span>" if text.foreign else value


def joined(values: Iterable[Any], between: str) -> str:
    """Values one after another; Jinja's own filter asks of each whether it is one to wait for."""
    return str(plain(between)).join(map(plain, values))  # as a text: what is marked as safe would escape them again


def tongue(name: Any) -> str:
    """The name of a language, in that language: a word or two, whose direction their letters tell."""
    value = plain(name.value)
    return f'<bdi lang="{plain(name.language)}">{value}</bdi>' if name.foreign else value


def attributes(text: Any) -> str:
    """The ``lang`` of an element that holds a text, where that is not the language of the page, and its ``dir`` where that differs too."""
    if not text.foreign:
        return ""
    turned = f' dir="{plain(text.direction)}"' if text.direction else ""
    return f' lang="{plain(text.language)}"{turned}'


@lru_cache(maxsize=4096)
def whole(title: str) -> str:
    """A title whose compounds ("whistle-blower") do not break at the end of a line."""
    parts: list[str] = []
    last = 0
    for found in _COMPOUND.finditer(title):
        if len(found.group()) <= _UNBREAKABLE:
            parts += [plain(title[last : found.start()]), f'<span class="whole">{plain(found.group())}</span>']
            last = found.end()
    return "".join([*parts, plain(title[last:])])
