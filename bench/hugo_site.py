"""The same entries for Hugo: Markdown with front matter, each facet a taxonomy, pages in our shell."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from listings import FORMS, Listing, listings
from model import Entry
from phrases import phrases
from prose import body
from vocabulary import Vocabulary, label, slug

FILES = Path(__file__).parent / "hugo_files"
PADDING = "<!--PADDING-->"


def write(into: Path, entries: list[Entry], languages: tuple[str, ...], known: Vocabulary) -> None:
    """Write the site but for its shell, which ``frame`` adds."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(FILES, into)
    with (into / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n".join(_languages(languages)))
    content = into / "content"
    families = listings(entries, known)
    for language in languages:
        headings = phrases(language).headings
        _save(into / "i18n" / f"{language}.yaml", _words(headings))
        _save(content / "practices" / f"_index.{language}.md", _list(headings["practices"], "practices"))
        for family, found in families.items():
            for one in found:
                _save(
                    content / family / one.address / f"_index.{language}.md",
                    _list(one.label(language), family),
                )
        _save(into / "data" / "labels" / f"{language}.json", _json(_labels(families, language)))
        for entry in entries:
            page = _front(_facts(entry, language, known)) + body(entry, language)
            _save(content / "practices" / f"{entry.id}.{language}.md", page)


def frame(into: Path, shell: str, padding: int) -> None:
    """Set the shell of all pages, and make practice pages longer by ``padding`` bytes."""
    _save(into / "layouts" / "baseof.html", shell)
    page = (FILES / "layouts" / "page.html").read_text(encoding="utf-8")
    if PADDING not in page:
        raise ValueError(f"page.html has no {PADDING}")
    filler = f"<!--{'x' * max(0, padding - 7)}-->" if padding >= 7 else ""
    _save(into / "layouts" / "page.html", page.replace(PADDING, filler))


def _languages(languages: tuple[str, ...]) -> Iterator[str]:
    yield ""
    for weight, language in enumerate(languages, 1):
        yield f"[languages.{language}]"
        yield f"weight = {weight}"
    yield ""


def _words(headings: dict[str, str]) -> str:
    """The interface words; the prefix keeps clear of the names that Hugo reserves."""
    return "".join(f"say_{name}: {_json(said)}\n" for name, said in headings.items())


def _labels(families: dict[str, list[Listing]], language: str) -> dict[str, dict[str, str]]:
    """What the ids in front matter are called; looked up faster here than on the pages of the terms."""
    return {
        family: {one.address: one.key if family == "provisions" else one.label(language) for one in found}
        for family, found in families.items()
    }


def _list(title: str, family: str) -> str:
    form = FORMS[family]
    cards = "all" if form.cards is None else str(form.cards)
    return _front({"title": title, "cards": cards, "lines": form.lines})


def _facts(entry: Entry, language: str, known: Vocabulary) -> dict[str, object]:
    text = entry.texts[language]
    return {
        "title": text.title,
        "description": " ".join(text.summary.split("\n")),
        "countries": [entry.country.lower()],
        "articles": entry.articles,
        "provisions": [slug(ref) for ref in entry.provisions],
        "themes": entry.themes,
        "documents": entry.documents,
        "measures": [label(known.measures[id], language) for id in entry.measures],
        "status": entry.status,
        "since": entry.since,
        "until": entry.until,
        "evidence": entry.evidence,
        "lead": text.lead,
        "partners": text.partners,
        "legal_basis": [{"title": entry.law, "reference": entry.law_reference}],
        "assistance": [{
            "theme": label(known.themes[entry.support.theme], language),
            "note": entry.support.note,
            "provider": entry.support.provider,
        }],
        "adapted_from": [entry.adapted_from] if entry.adapted_from else [],
        "links": [{"title": entry.link[0], "url": entry.link[1]}],
        "sources": [
            {"title": one.title, "publisher": one.publisher, "url": one.url, "paragraphs": one.paragraphs}
            for one in entry.sources
        ],
        "submission": entry.submission,
    }  # fmt: skip


def _front(facts: dict[str, object]) -> str:
    """Front matter in TOML, which Hugo itself writes and reads a fifth faster than YAML."""
    return "+++\n" + "".join(f"{name} = {_toml(value)}\n" for name, value in facts.items() if value) + "+++\n"


def _toml(value: object) -> str:
    """A value as TOML writes it; strings and lists of them look as in JSON."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name} = {_toml(one)}" for name, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return _json(value)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
