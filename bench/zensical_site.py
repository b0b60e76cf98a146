"""The same entries for Zensical: the Markdown that stock Material gets, pages in our shell."""

from __future__ import annotations

import shutil
from pathlib import Path

import stock
from files import save
from listings import Corpus
from shell import Shell, Slots, filler

FILES = Path(__file__).parent / "zensical_files"
TITLE = "{% if page.meta.title is defined %}{{ page.meta.title | e }}{% else %}{{ page.title | e }}{% endif %}"
DESCRIBED = "{{% if page.meta.description is defined %}}{}{{% endif %}}"  # practices are, lists are not


def write(into: Path, corpus: Corpus) -> None:
    """Write the site but for its shell, which ``frame`` adds."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(FILES, into)
    stock.pages(into / "docs", corpus)
    with (into / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"nav: [{', '.join(f'{language}/index.md' for language in corpus.languages)}]\n")


def frame(into: Path, shell: Shell, padding: int) -> None:
    """Set the shell of all pages, and make practice pages longer by ``padding`` bytes."""
    slots = Slots(
        title=TITLE,
        description=DESCRIBED.format("{{ page.meta.description | e }}"),
        path="{{ page.url[3:] }}",  # below the two letters of a language
        body='\n<div class="wide prose">{{ page.content }}</div>\n' + DESCRIBED.format(filler(padding)),
    )
    save(into / "theme" / "main.html", shell.fill(slots))
