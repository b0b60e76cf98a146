"""The same entries for Zola: Markdown with front matter in TOML, each facet a taxonomy, pages in our shell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from facts import Labels, facts, labels, quoted, toml
from files import save
from listings import FAMILIES, FORMS, Corpus, Form
from model import Entry
from phrases import phrases
from prose import body
from shell import Shell, Slots, filler
from vocabulary import Vocabulary, slug

FILES = Path(__file__).parent / "zola_files"
PADDING = "<!--PADDING-->"
ALL = 1_000_000  # so many cards are all there are
SLOTS = Slots(
    title="{% if page %}{{ page.title }}{% elif section %}{{ section.title }}{% elif term %}{{ term.name }}"
    "{% elif taxonomy %}{{ trans(key=taxonomy.name, lang=lang) }}{% endif %}",
    description="{% if page %}{{ page.description }}{% endif %}",
    path='{{ current_path | trim_start_matches(pat="/" ~ lang ~ "/") | safe }}',
    body="{% block main %}{% endblock %}",
)


def write(into: Path, corpus: Corpus) -> None:
    """Write the site but for its shell, which ``frame`` adds."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(FILES, into)
    with (into / "config.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n".join(_settings(corpus.languages)))
    content = into / "content"
    for language in corpus.languages:
        called = labels(corpus.families, language)
        title = phrases(language).headings["practices"]
        save(into / f"labels.{language}.json", quoted(called))
        save(content / f"_index.{language}.md", toml({"title": title}))
        section = {"title": title, "template": "practices.html"}
        save(content / "practices" / f"_index.{language}.md", toml(section))
        for entry in corpus.entries:
            front = _front(entry, language, corpus.known, called)
            save(content / "practices" / f"{entry.id}.{language}.md", toml(front) + body(entry, language))


def frame(into: Path, shell: Shell, padding: int) -> None:
    """Set the shell of all pages, and make practice pages longer by ``padding`` bytes."""
    save(into / "templates" / "base.html", shell.fill(SLOTS))
    page = (FILES / "templates" / "page.html").read_text(encoding="utf-8")
    if PADDING not in page:
        raise ValueError(f"page.html has no {PADDING}")
    save(into / "templates" / "page.html", page.replace(PADDING, filler(padding)))


def _front(entry: Entry, language: str, known: Vocabulary, called: Labels) -> dict[str, object]:
    """Front matter; what has pages of its own stands in it with its name, since Zola looks up slowly."""
    values = facts(entry, language, known)
    title, description = values.pop("title"), values.pop("description")
    keys = {name: [slug(key).lower() for key in keys_of(entry)] for name, keys_of in FAMILIES.items()}
    linked = {name: [{"id": key, "label": called[name][key]} for key in keys[name]] for name in FAMILIES}
    extra = {name: value for name, value in (values | linked).items() if value}
    return {"title": title, "description": description, "taxonomies": keys, "extra": extra}


def _settings(languages: tuple[str, ...]) -> Iterator[str]:
    yield ""
    for name in FAMILIES:
        yield f"[extra.forms.{name}]"
        yield from _form(FORMS[name])
    taxonomies = ", ".join(f'{{name = "{name}"}}' for name in FAMILIES)
    for language in languages:
        yield f"[languages.{language}]"
        yield f"taxonomies = [{taxonomies}]"
        yield f"[languages.{language}.translations]"
        yield from (f"{name} = {quoted(said)}" for name, said in phrases(language).headings.items())
    yield ""


def _form(form: Form) -> Iterator[str]:
    yield f"cards = {ALL if form.cards is None else form.cards}"
    yield f"lines = {str(form.lines).lower()}"
