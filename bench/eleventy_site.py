"""The same entries for Eleventy: Markdown with front matter in JSON, templates in JavaScript, pages in our shell."""

from __future__ import annotations

import shutil
from dataclasses import asdict
from pathlib import Path

from facts import facts, labels, quoted
from files import save
from listings import FORMS, Corpus, Form
from phrases import phrases
from prose import body
from shell import Shell, Slots, filler

FILES = Path(__file__).parent / "eleventy_files"
SLOTS = Slots("@@title@@", "@@description@@", "@@path@@", "@@body@@", special=("@@",))
FORM_OF_INDEX = {"none": Form(cards=0)}


def write(into: Path, corpus: Corpus) -> None:
    """Write the site but for its shell, which ``frame`` adds."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(FILES, into)
    data = into / "_data"
    forms = {name: asdict(form) for name, form in (FORMS | FORM_OF_INDEX).items()}
    save(data / "forms.json", quoted(forms))
    save(data / "words.json", quoted({one: phrases(one).headings for one in corpus.languages}))
    save(data / "labels.json", quoted({one: labels(corpus.families, one) for one in corpus.languages}))
    for language in corpus.languages:
        for entry in corpus.entries:
            front = {"language": language, **facts(entry, language, corpus.known)}
            page = f"---json\n{quoted(front)}\n---\n{body(entry, language)}"
            save(into / "practices" / language / f"{entry.id}.md", page)


def frame(into: Path, shell: Shell, padding: int) -> None:
    """Set the shell of all pages, and make practice pages longer by ``padding`` bytes."""
    save(into / "_includes" / "shell.html", shell.fill(SLOTS))
    save(into / "_includes" / "padding.html", filler(padding))
