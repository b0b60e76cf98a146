"""The same entries for Hugo: Markdown with front matter, each facet a taxonomy, pages in our shell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from facts import facts, labels, quoted, toml
from files import save
from listings import FORMS, Corpus
from phrases import phrases
from prose import body
from shell import Shell, Slots, filler

FILES = Path(__file__).parent / "hugo_files"
PADDING = "<!--PADDING-->"
SLOTS = Slots(
    title="{{ .Title }}",
    description="{{ .Description }}",
    path="{{ $path }}",
    body='{{ block "main" . }}{{ end }}',
    special=("{{",),
)
PATH = '{{ $path := strings.TrimPrefix (printf "/%s/" .Language.Lang) .RelPermalink }}'


def write(into: Path, corpus: Corpus) -> None:
    """Write the site but for its shell, which ``frame`` adds."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(FILES, into)
    with (into / "hugo.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n".join(_languages(corpus.languages)))
    content = into / "content"
    for language in corpus.languages:
        headings = phrases(language).headings
        save(into / "i18n" / f"{language}.yaml", _words(headings))
        save(content / "practices" / f"_index.{language}.md", _list(headings["practices"], "practices"))
        for family, found in corpus.families.items():
            for one in found:
                save(
                    content / family / one.address / f"_index.{language}.md",
                    _list(one.label(language), family),
                )
        save(into / "data" / "labels" / f"{language}.json", quoted(labels(corpus.families, language)))
        for entry in corpus.entries:
            page = toml(facts(entry, language, corpus.known)) + body(entry, language)
            save(content / "practices" / f"{entry.id}.{language}.md", page)


def frame(into: Path, shell: Shell, padding: int) -> None:
    """Set the shell of all pages, and make practice pages longer by ``padding`` bytes."""
    save(into / "layouts" / "baseof.html", PATH + shell.fill(SLOTS))
    page = (FILES / "layouts" / "page.html").read_text(encoding="utf-8")
    if PADDING not in page:
        raise ValueError(f"page.html has no {PADDING}")
    save(into / "layouts" / "page.html", page.replace(PADDING, filler(padding)))


def _languages(languages: tuple[str, ...]) -> Iterator[str]:
    yield ""
    for weight, language in enumerate(languages, 1):
        yield f"[languages.{language}]"
        yield f"weight = {weight}"
    yield ""


def _words(headings: dict[str, str]) -> str:
    """The interface words; the prefix keeps clear of the names that Hugo reserves."""
    return "".join(f"say_{name}: {quoted(said)}\n" for name, said in headings.items())


def _list(title: str, family: str) -> str:
    form = FORMS[family]
    cards = "all" if form.cards is None else str(form.cards)
    return toml({"title": title, "cards": cards, "lines": form.lines})
