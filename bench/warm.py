"""The build after a change: one entry is saved with other words, and a new process builds the site again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from filecmp import cmp
from html import escape
from pathlib import Path
from shutil import rmtree

from listings import Corpus
from measure import peak, timed
from model import Entry, Text
from observatory import save_original
from results import Series
from tools import Tool

STRIDE = 617  # a prime: the entries changed in a few rounds lie far apart


class DifferentError(Exception):
    """A page lacks the change, or the site is not what a cold build writes."""


@dataclass(frozen=True)
class Change:
    """A kind of change: the words that come with it, how they change a text, and on which other pages they show."""

    label: str
    words: str
    apply: Callable[[Text, str], Text]
    lists: Callable[[Entry], tuple[str, ...]]


def _sentence(text: Text, words: str) -> Text:
    return replace(text, sections=text.sections | {"description": f"{words} {text.sections['description']}"})


def _title(text: Text, words: str) -> Text:
    return replace(text, title=f"{text.title}, {words}")


CHANGES = {
    "sentence": Change(
        "after a sentence of one entry changed", "It was renewed for the time {}.", _sentence, lambda _: ()
    ),
    "title": Change(
        "after the title of one entry changed",
        "edition {}",
        _title,
        lambda entry: (f"countries/{entry.country.lower()}",),
    ),
}


class Warm:
    """Builds of ours after a change, each following a cold build or another change."""

    def __init__(self, into: Path, corpus: Corpus, ours: Tool) -> None:
        self.into = into
        self.corpus = corpus
        self.ours = ours
        self.series = {name: Series(change.label) for name, change in CHANGES.items()}

    def prove(self) -> None:
        """Untimed: measure memory, and compare the site after both changes with a cold build of the same entries."""
        with self._changes(-1) as changed:
            for name, done in changed:
                self.series[name].memory = peak(self.ours.command(self.into), self.into / self.ours.name)
                done()
            self.ours.forget(self.into)
            again = self.ours.site(self.into).with_name("ours-again")
            timed(self.ours.command(self.into, again), self.into / self.ours.name)
        _must_equal(self.ours.site(self.into), again)
        rmtree(again)

    def run(self, number: int) -> Iterator[Series]:
        """Time both changes, each of an entry that no other round changes."""
        with self._changes(number) as changed:
            for name, done in changed:
                times = timed(self.ours.command(self.into), self.into / self.ours.name)
                done()
                self.series[name].rounds[number] = times
                yield self.series[name]

    @contextmanager
    def _changes(self, number: int) -> Iterator[Iterator[tuple[str, Callable[[], None]]]]:
        """Save entries with each change in turn, with what checks the site after it; in the end all is as it was."""
        entries = self.corpus.entries
        first = (number + 1) * len(CHANGES)
        chosen = {name: entries[(first + place) * STRIDE % len(entries)] for place, name in enumerate(CHANGES)}
        try:
            yield ((name, self._change(entry, CHANGES[name], number)) for name, entry in chosen.items())
        finally:
            for entry in chosen.values():
                save_original(self.into / self.ours.name, entry, self.corpus.languages[0])

    def _change(self, entry: Entry, change: Change, number: int) -> Callable[[], None]:
        language = self.corpus.languages[0]
        words = change.words.format(number + 2)
        texts = entry.texts | {language: change.apply(entry.texts[language], words)}
        save_original(self.into / self.ours.name, replace(entry, texts=texts), language)
        shown = escape(texts[language].title if change is CHANGES["title"] else words, quote=False)
        pages = (f"practices/{entry.id}", *change.lists(entry))
        return lambda: self._must_show(shown, [self.ours.site(self.into) / language / page for page in pages])

    def _must_show(self, words: str, pages: list[Path]) -> None:
        for page in pages:
            if words not in (page / "index.html").read_text(encoding="utf-8"):
                raise DifferentError(f"{page}/index.html does not say “{words}”, as the changed entry does")


def _must_equal(one: Path, other: Path) -> None:
    """Fail when two folders do not hold the same files with the same bytes."""
    files = [{path.relative_to(root) for path in root.rglob("*") if path.is_file()} for root in (one, other)]
    if only := sorted(files[0] ^ files[1]):
        raise DifferentError(f"{one} and {other} do not have the same files: {only[0]} is in one of them")
    for path in sorted(files[0]):
        if not cmp(one / path, other / path, shallow=False):
            raise DifferentError(f"{path} after a change is not what a cold build writes; see {one} and {other}")
