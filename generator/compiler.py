"""Turns our templates into Python that does no more than it must; Jinja's own code asks again at every value.

What differs: messages stand in the code as they are, until ``in_language`` puts the words of a language there; an
attribute is an attribute, never a key; what a template calls is called directly, a macro as the function that it is; and a
value is escaped into a plain text, unless what gives it is known to give safe HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import CodeType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, find_undeclared
from markupsafe import Markup, escape

BASE = "\0"
"""Stands for ``{{ base }}``, the way to the root of the language, until a page is done; no text of ours can hold it."""

_VALUE = re.compile(r"%\((\w+)\)s")
_SAID = re.compile("\1([^\2]*)\2")  # a message in the text of a template, until its language is known


def in_language(code: CodeType, say: Callable[[str], str]) -> CodeType:
    """The code of a template with its messages in the words of a language, as HTML."""
    return code.replace(co_consts=tuple([_in_language(constant, say) for constant in code.co_consts]))


def _in_language(constant: Any, say: Callable[[str], str]) -> Any:
    if isinstance(constant, CodeType):
        return in_language(constant, say)
    if isinstance(constant, tuple):
        return tuple([_in_language(one, say) for one in constant])
    if isinstance(constant, str) and "\1" in constant:
        return _SAID.sub(lambda found: str(escape(say(found[1]))), constant)
    return constant


def plain(value: object) -> str:
    """A value as HTML: escaped unless it is marked as safe. As good as ``escape``, without the marking."""
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else str(escape(value))


class Compiler(CodeGenerator):
    """Writes the Python of a template.

    ``environment.safe`` names the filters and functions that give safe HTML as a text, ``environment.macros`` those of them that
    are the functions of macros, with the names of their arguments.
    """

    _macros: frozenset[str] = frozenset()
    _own: Mapping[
        str, tuple[str, ...]
    ] = {}  # the arguments of the macros that stand above, each called by its function
    _shown: nodes.Node | None = None  # what is put out at once, as opposed to a value on the way

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """A whole template; the macros that stand in it give safe HTML too."""
        self._macros = frozenset(
            {"_", "caller", *(macro.name for macro in node.body if isinstance(macro, nodes.Macro))}
        )
        self._own = {}
        super().visit_Template(node, frame)

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """What stands in a template; its pieces are gathered and given out at once, since one by one takes several times as long."""
        is_whole = frame.rootlevel and frame.buffer is None
        if is_whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if is_whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        """A macro; its function, which is called ``macro`` until the next one, has a name of its own."""
        super().visit_Macro(node, frame)
        if frame.toplevel and not find_undeclared(node.body, ("caller", "kwargs", "varargs")):
            self.writeline(f"macro_{node.name} = macro")
            self._own = {**self._own, node.name: tuple(one.name for one in node.args)}

    def write_commons(self) -> None:
        """Name what every template uses."""
        super().write_commons()
        self.writeline("plain = environment.plain")

    def enter_frame(self, frame: Frame) -> None:
        """The names of a template, without the two that are put in here."""
        loads = frame.symbols.loads
        for target in [target for target, (_, name) in loads.items() if name in ("_", "base")]:
            del loads[target]
        super().enter_frame(frame)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """A name; ``base`` stands for itself until a page is done."""
        if node.name == "base":
            self.write(repr(BASE))
        else:
            super().visit_Name(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """An attribute."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """A filter; what a safe one gives is marked where it is not put out at once."""
        if not self._is_safe(node) or node.node is None:
            super().visit_Filter(node, frame)
        else:
            self._call(node, frame, self.filters[node.name], [node.node, *node.args])

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call, made directly; a message with values is put together in place."""
        if _is_message(node):
            self.write("Markup(" if node is not self._shown else "(")
            self._message(node, frame)
            self.write(")")
        elif not forward_caller and (arguments := self._arguments(node)) is not None:
            self._call_macro(node, frame, arguments)
        else:
            self._call(node, frame, node.node, node.args, {"caller": "caller"} if forward_caller else {})

    def _call(
        self, node: nodes.Call | nodes.Filter, frame: Frame, called: nodes.Expr | str, given: list[nodes.Expr],
        named: dict[str, str] | None = None,
    ) -> None:  # fmt: skip
        is_marked = self._is_safe(node) and node is not self._shown
        self.write("Markup(" if is_marked else "(")
        if isinstance(called, str):
            self.write(called)
        else:
            self.visit(called, frame)
        self.write("(")
        for one in given:
            self.visit(one, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.visit(keyword, frame)
            self.write(", ")
        self.write("".join(f"{name}={value}, " for name, value in (named or {}).items()))
        self.write("))")

    def _arguments(self, node: nodes.Call) -> tuple[str, ...] | None:
        """The names of the arguments of a macro that is called; nothing where it is none, or none that is known."""
        if not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
            return None
        everywhere: Mapping[str, tuple[str, ...]] = self.environment.macros  # type: ignore[attr-defined]
        return self._own.get(node.node.name, everywhere.get(node.node.name))

    def _call_macro(self, node: nodes.Call, frame: Frame, arguments: tuple[str, ...]) -> None:
        """A call of the function of a macro, which takes each argument by its place, or that it is missing."""
        name = node.node.name  # type: ignore[attr-defined]
        given: dict[str, nodes.Expr] = {keyword.key: keyword.value for keyword in node.kwargs}
        if len(node.args) > len(arguments) or not given.keys() <= {*arguments[len(node.args) :]}:
            takes = f"{', '.join(arguments)}, and nothing else" if arguments else "nothing"
            self.fail(f"the macro {name} takes {takes}", node.lineno)
        given |= zip(arguments, node.args, strict=False)
        self.write("Markup(" if node is not self._shown else "(")
        if name in self._own:
            self.write(f"macro_{name}")
        else:
            self.visit(node.node, frame)
        self.write("(")
        for one in arguments:
            if one in given:
                self.visit(given[one], frame)
            else:
                self.write("missing")
            self.write(", ")
        self.write("))")

    def _message(self, node: nodes.Call, frame: Frame) -> None:
        """A message, with its values put in: their order is the language's."""
        message = self._said(node)
        values = {keyword.key: keyword.value for keyword in node.kwargs}
        self.write(repr(f"\1{message}\2"))
        if not values:
            return
        for name in _VALUE.findall(message):
            if name not in values:
                self.fail(f"the message {message!r} needs a value for {name}", node.lineno)
        self.write(" % {")
        for name, value in values.items():
            self.write(f"{name!r}: ")
            self._show(value, frame)
            self.write(", ")
        self.write("}")

    def _said(self, node: nodes.Call) -> str:
        """The message of a call of ``_``."""
        message = node.args[0] if len(node.args) == 1 else None
        if not isinstance(message, nodes.Const):
            self.fail("_() takes one message, written out, and values by name", node.lineno)
        return str(message.value)

    def _show(self, node: nodes.Expr, frame: Frame) -> None:
        """What gives a value as HTML, as a text."""
        before, self._shown = self._shown, node
        self.write("(" if self._is_safe(node) else "plain(")
        self.visit(node, frame)
        self.write(")")
        self._shown = before

    def _is_safe(self, node: nodes.Node) -> bool:
        safe: frozenset[str] = self.environment.safe  # type: ignore[attr-defined]
        if isinstance(node, nodes.Filter):
            return node.name in safe
        called = node.node if isinstance(node, nodes.Call) else None
        return isinstance(called, nodes.Name) and (called.name in safe or called.name in self._macros)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.Name) and node.name == "base":
            return BASE
        if isinstance(node, nodes.Call) and _is_message(node) and not node.kwargs:
            return f"\1{self._said(node)}\2"
        if self._is_safe(node):  # what it gives bears no mark, so it would be escaped
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self._shown = node
        self.write("(" if self._is_safe(node) else "plain(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self._shown = None
        self.write(")")


def _is_message(node: nodes.Call) -> bool:
    return isinstance(node.node, nodes.Name) and node.node.name == "_"
