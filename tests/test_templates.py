"""Templates: what is escaped, what is not, and what is said of one that asks for what is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.compiled import Compiled
from generator.templates import TemplateError, Templates, _Environment
from generator.views import Text
from generator.words import load
from tests.conftest import THEME

NASTY = "<b>\"a\" & 'b'</b>"
ESCAPED = "&lt;b&gt;&#34;a&#34; &amp; &#39;b&#39;&lt;/b&gt;"
HERE = Text(NASTY, "en", "ltr", False)
FOREIGN = Text(NASTY, "ar", "rtl", True)


def drawn(folder: Path, template: str, **values: object) -> str:
    """A template beside the shared ones, drawn."""
    for path in (THEME / "templates").glob("_*.html"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "page.html").write_text(template, encoding="utf-8")
    return Templates(folder, load(THEME / "locales", "en", "ltr")).draw("page.html", **values)


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("{{ view.value }}", ESCAPED),
        ("{{ view.value ~ '!' }}", f"{ESCAPED}!"),
        ("{{ view.value|length }}", "16"),
        ("{{ view|said }}", ESCAPED),
        ("{{ view.value|whole }}", ESCAPED),
        ("{{ [view, view]|listed }}", f"{ESCAPED}, {ESCAPED}"),
        ("{{ _('of %(all)s', all=view.value) }}", f"of {ESCAPED}"),
        ("{{ _('of %(all)s', all=view|said) }}", f"of {ESCAPED}"),
        ("{{ apposed([view.value, view|said, '']) }}", f"{ESCAPED}, {ESCAPED}"),
        ("{{ _n('%(n)s practice', '%(n)s practices', 2) }}", "2 practices"),
        ("{{ day(view.value) if false else day('2019-05-27') }}", '<time datetime="2019-05-27">27 May 2019</time>'),
        ("{% set all %}<i>{{ view|said }}</i>{% endset %}{{ all }}", f"<i>{ESCAPED}</i>"),
        ("{% set all = view|said %}{{ all }}", ESCAPED),
        ("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(view.value) }}{{ m(view|said) }}", f"<i>{ESCAPED}</i>" * 2),
        ("{% macro m() %}<i>{{ caller() }}</i>{% endmacro %}{% call m() %}{{ view.value }}{% endcall %}", f"<i>{ESCAPED}</i>"),
        ("{% macro m(x, y='!') %}{{ x }}{{ y }}{% endmacro %}{{ m(1) }}{{ m(1, y=2) }}{{ m(y=2, x=3) }}", "1!1232"),
        ("{% macro m() %}<i>{{ view.value }}</i>{% endmacro %}{% set all = m() %}{{ all }}", f"<i>{ESCAPED}</i>"),
        ("{% macro m() %}{{ n() }}{% endmacro %}{% macro n() %}<i></i>{% endmacro %}{{ m() }}", "<i></i>"),
        ("{{ line(view) if false else '' }}{% macro line(x) %}<i>{{ x.value }}</i>{% endmacro %}{{ line(view) }}", f"<i>{ESCAPED}</i>"),
        ("{{ [view.value, 2]|join(_(', ')) }}", f"{ESCAPED}, 2"),
        ("{% for one in [1, 2] %}{{ one + 1 }}{% endfor %}", "23"),
    ],
)  # fmt: skip
def test_every_value_is_escaped_once(tmp_path: Path, template: str, html: str) -> None:
    assert drawn(tmp_path, template, view=HERE) == html


def test_each_language_says_it_in_its_words(tmp_path: Path) -> None:
    drawn(tmp_path, "{{ _('Facts') }}, {{ _('Read the original: %(language)s', language=view) }}", view="")
    said = {
        code: Templates(tmp_path, load(THEME / "locales", code, "ltr")).draw("page.html", view="<")
        for code in ("zh", "en")
    }
    assert said == {"zh": "基本情况, 阅读原文：&lt;", "en": "Facts, Read the original: &lt;"}


def test_a_template_that_was_changed_is_compiled_anew(tmp_path: Path) -> None:
    assert [drawn(tmp_path, template) for template in ("before", "after")] == ["before", "after"]


def test_a_text_in_another_language_says_so(tmp_path: Path) -> None:
    page = drawn(tmp_path, "{{ view|said }}<p{{ view|attributes }}>{{ view.value }}</p>", view=FOREIGN)
    assert page == f'<span lang="ar" dir="rtl">{ESCAPED}</span><p lang="ar" dir="rtl">{ESCAPED}</p>'


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ view.nothing }}", "theme/templates/page.html: 'Text' object has no attribute 'nothing'"),
        ("{{ nothing }}", "theme/templates/page.html: 'nothing' is undefined"),
        ("{{ nothing.value }}", "theme/templates/page.html: 'nothing' is undefined"),
        ("{{ nothing() }}", "theme/templates/page.html: 'nothing' is undefined"),
        ("a\n{{ _('of %(all)s', n=1) }}", "theme/templates/page.html:2: the message 'of %(all)s' needs a value for all"),
        ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}", "theme/templates/page.html: parameter 'x' was not provided"),
        ("{% macro m(x) %}{% endmacro %}\n{{ m(1, 2) }}", "theme/templates/page.html:2: the macro m takes x, and nothing else"),
        ("{{ badge(status=1) }}", "theme/templates/page.html:1: the macro badge takes state, original, and nothing else"),
        ("{{ arrow(1) }}", "theme/templates/page.html:1: the macro arrow takes nothing"),
        ("{{ _(view.value) }}", "theme/templates/page.html:1: _() takes one message, written out, and values by name"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_an_error(tmp_path: Path, template: str, said: str) -> None:
    with pytest.raises(TemplateError) as error:
        drawn(tmp_path, template, view=HERE)
    assert str(error.value) == said


CODE = compile("said = 'kept'", "page.html", "exec")
OTHERS: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:-1],
    "empty": lambda data: b"",
    "scribbled on": lambda data: data[:-1] + bytes([data[-1] ^ 1]),
    "of another template": lambda data: bytes(32) + data[32:],
}


def test_code_is_kept_of_the_same_template_by_the_same_program_alone(tmp_path: Path) -> None:
    kept = Compiled(tmp_path / "code", b"ground")
    assert kept.kept("page.html", "{{ x }}") is None
    kept.keep("page.html", "{{ x }}", CODE)
    assert kept.kept("page.html", "{{ x }}") == CODE
    assert kept.kept("page.html", "{{ y }}") is None
    assert kept.kept("other.html", "{{ x }}") is None
    assert Compiled(tmp_path / "code", b"another").kept("page.html", "{{ x }}") is None


@pytest.mark.parametrize("how", OTHERS)
def test_code_that_is_damaged_is_none(how: str, tmp_path: Path) -> None:
    kept = Compiled(tmp_path, b"ground")
    kept.keep("page.html", "{{ x }}", CODE)
    [path] = tmp_path.iterdir()
    path.write_bytes(OTHERS[how](path.read_bytes()))
    assert kept.kept("page.html", "{{ x }}") is None
    kept.keep("page.html", "{{ x }}", CODE)
    assert kept.kept("page.html", "{{ x }}") == CODE


def test_where_code_cannot_be_kept_it_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "code").write_text("a file in the way of the folder")
    kept = Compiled(tmp_path / "code", b"ground")
    kept.keep("page.html", "{{ x }}", CODE)
    assert kept.kept("page.html", "{{ x }}") is None


def test_kept_code_draws_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = {code: load(THEME / "locales", code, "ltr") for code in ("en", "zh")}
    folder, template = tmp_path / "templates", "{{ _('Facts') }} {{ view|said }}"
    folder.mkdir()
    said = [drawn(folder, template, view=HERE)]
    for code in ("en", "zh", "en"):
        monkeypatch.setattr(_Environment, "_made", {})  # as in another process
        own = Templates(folder, words[code], Compiled(tmp_path / "code", b"ground"))
        said.append(own.draw("page.html", view=HERE))
        monkeypatch.setattr(_Environment, "code_generator_class", None)  # what is kept needs no compiler
    assert said == [f"Facts {ESCAPED}", f"Facts {ESCAPED}", f"基本情况 {ESCAPED}", f"Facts {ESCAPED}"]
