"""The same entries for stock MkDocs + Material: Markdown files, facts as a table, lists as lists."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from facts import quoted
from files import save
from listings import FAMILIES, FORMS, Corpus, Form, Listing
from model import Entry
from phrases import phrases
from prose import body, source
from vocabulary import Vocabulary, label, slug

SECTIONS = ("practices", *FAMILIES)
SETTINGS = Path(__file__).parent / "stock_material" / "mkdocs.yml"


def write(into: Path, corpus: Corpus) -> None:
    """Write ``mkdocs.yml`` and ``docs/``, a folder a language."""
    shutil.rmtree(into, ignore_errors=True)
    pages(into / "docs", corpus)
    save(into / "mkdocs.yml", SETTINGS.read_text(encoding="utf-8") + "\n".join(_navigation(corpus.languages)))


def pages(into: Path, corpus: Corpus) -> None:
    """Write the Markdown of all pages."""
    known = corpus.known
    for language in corpus.languages:
        docs = into / language
        save(docs / "index.md", _home(language))
        title = phrases(language).headings["practices"]
        everything = _list(title, FORMS["practices"], corpus.entries, language, known, "")
        save(docs / "practices" / "index.md", everything)
        for entry in corpus.entries:
            save(docs / "practices" / f"{entry.id}.md", _practice(entry, language, known))
        for family, found in corpus.families.items():
            save(docs / family / "index.md", _index(family, found, language))
            for one in found:
                title = one.label(language)
                page = _list(title, FORMS[family], one.entries, language, known, "../practices/")
                save(docs / family / f"{one.address}.md", page)


def _navigation(languages: tuple[str, ...]) -> Iterator[str]:
    yield "nav:"
    for language in languages:
        headings = phrases(language).headings
        if len(languages) > 1:
            yield f"  - {language}:"
        indent = "      " if len(languages) > 1 else "  "
        yield f"{indent}- {language}/index.md"
        yield from (f"{indent}- {headings[name]}: {language}/{name}/index.md" for name in SECTIONS)
    yield "not_in_nav: |"
    yield from (f"  /{language}/{name}/" for language in languages for name in SECTIONS)
    if len(languages) > 1:
        yield "extra:"
        yield "  alternate:"
        yield from (f"    - {{name: {code}, link: /{code}/, lang: {code}}}" for code in languages)
    yield ""


def _home(language: str) -> str:
    headings = phrases(language).headings
    links = (f"- [{headings[name]}]({name}/index.md)" for name in SECTIONS)
    return "\n".join((f"# {headings['practices']}", "", *links, ""))


def _index(family: str, found: list[Listing], language: str) -> str:
    links = (f"- [{one.label(language)}]({one.address}.md) ({len(one.entries)})" for one in found)
    return "\n".join((f"# {phrases(language).headings[family]}", "", *links, ""))


def _list(title: str, form: Form, entries: Sequence[Entry], language: str, known: Vocabulary, to: str) -> str:
    cards, lines = form.divide(entries)
    return "\n".join((
        f"# {title}", "",
        *(_card(entry, language, known, to) for entry in cards), "",
        *(_line(entry, language, known, to) for entry in lines), "",
    ))  # fmt: skip


def _card(entry: Entry, language: str, known: Vocabulary, to: str) -> str:
    summary = " ".join(entry.texts[language].summary.split("\n"))
    facts = f"{', '.join(entry.provisions)} · {entry.since} · {entry.status}"
    return f"{_line(entry, language, known, to)}. {summary} {facts}"


def _line(entry: Entry, language: str, known: Vocabulary, to: str) -> str:
    state = label(known.countries[entry.country], language)
    return f"- [{entry.texts[language].title}]({to}{entry.id}.md) {state}"


def _practice(entry: Entry, language: str, known: Vocabulary) -> str:
    text = entry.texts[language]
    rows = "\n".join(f"| {name} | {value} |" for name, value in _facts(entry, language, known) if value)
    summary = " ".join(text.summary.split("\n"))
    return (
        f"---\ntitle: {quoted(text.title)}\ndescription: {quoted(summary)}\n---\n\n"
        f"# {text.title}\n\n{summary}\n\n"
        f"| {phrases(language).headings['facts']} | |\n|---|---|\n{rows}\n\n{body(entry, language)}"
    )


def _facts(entry: Entry, language: str, known: Vocabulary) -> Iterator[tuple[str, str]]:
    names = phrases(language).headings
    text = entry.texts[language]
    state = label(known.countries[entry.country], language)
    support = (f"{label(known.themes[one.theme], language)}: {one.note}, {one.provider}" for one in entry.support)
    sources = (source(one, known, language, "../documents/{}.md") for one in entry.sources)
    model = entry.adapted_from
    yield names["countries"], f"[{state}](../countries/{entry.country.lower()}.md)"
    yield names["articles"], ", ".join(f"[{n}](../articles/{n}.md)" for n in entry.articles)
    yield names["provisions"], ", ".join(f"[{ref}](../provisions/{slug(ref)}.md)" for ref in entry.provisions)
    yield (
        names["themes"],
        ", ".join(f"[{label(known.themes[id], language)}](../themes/{id}.md)" for id in entry.themes),
    )
    yield names["measures"], ", ".join(label(known.measures[id], language) for id in entry.measures)
    yield names["status"], entry.status
    yield names["since"], entry.since
    yield names["until"], entry.until
    yield names["lead"], text.lead
    yield names["partners"], ", ".join(text.partners)
    yield names["legal_basis"], "<br>".join(f"{title}, {reference}" for title, reference in entry.acts)
    yield names["assistance"], "<br>".join(support)
    yield names["adapted_from"], f"[{model}]({model}.md)" if model else ""
    yield names["links"], "<br>".join(f"[{title}]({url})" for title, url in entry.links)
    yield names["evidence"], entry.evidence
    yield names["sources"], "<br>".join(sources)
    yield names["submission"], ", ".join(entry.submission)
