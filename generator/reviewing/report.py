"""A review in words: what is wrong, what came, changed and went, and what will look different."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.diagnostics import Diagnostic, errors
from generator.phrase import counted, phrase
from generator.reviewing.changes import ADDED, CHANGED, REMOVED, EntryChange
from generator.reviewing.entries import EntryReporter
from generator.reviewing.likeness import Alike
from generator.reviewing.looks import LOOKS
from generator.reviewing.parts import Item, Link, Part, Quoted, Report, Section, Strong, filled, joined
from generator.reviewing.reach import PageChange
from generator.reviewing.registered import FileChange
from generator.reviewing.review import Review
from generator.voices import SEVERITIES
from generator.words import Words

NAMED = 12
"""How many things are named in a line before the rest is counted."""

PAGES = 100
SHORT = 10  # digits of the id of a commit
_PAGE = {ADDED: phrase("New page"), CHANGED: phrase("Changed page"), REMOVED: phrase("Removed page")}


@dataclass(frozen=True, slots=True)
class Reporter:
    """Tells a review in a language; addresses lead to the site that is published at ``site_url``, nowhere where that is empty."""

    words: Words
    site_url: str

    def report(self, review: Review) -> Report:
        """All of it."""
        sections = [
            self._faults(review.faults),
            self._entries(review.entries),
            self._registry(review.registry),
            self._alike(review.alike),
            self._pages(review),
            self._around(review.around),
            self._looks(review.entries),
        ]
        return Report(self._say(phrase("What this change comes to")), self._line(review), tuple(filter(None, sections)))

    def _line(self, review: Review) -> tuple[Part, ...]:
        before, now = Quoted(review.before[:SHORT]), Quoted(review.now[:SHORT])
        if review.now:
            since = filled(self._say(phrase("The commit %(now)s compared with %(before)s.")), now=now, before=before)
        else:
            since = filled(
                self._say(phrase("The files as they stand compared with the commit %(before)s.")), before=before
            )
        differs = review.entries or review.registry or review.around
        return since if differs else (*since, " ", self._say(phrase("Nothing differs.")))

    def _faults(self, faults: Sequence[Diagnostic]) -> Section | None:
        if not faults:
            return None
        wrong = errors(faults)
        sentence = (
            self._say(phrase("As long as there are errors, nothing is published."))
            if wrong
            else self._say(phrase("These are warnings: they need a look, and hold nothing up."))
        )
        return Section(self._say(phrase("What is wrong")), sentence, tuple(map(self._fault, faults)))

    def _fault(self, found: Diagnostic) -> Item:
        kind = Strong(self._say(SEVERITIES[found.severity]))
        code = Link(found.code, self._address(f"rules/#{found.code.lower()}"))
        place = Quoted(f"{found.span.path}:{found.span.line}:{found.span.column}")
        advice = (Item((self._say(found.problem.advice),)),) if found.problem.advice else ()
        return Item((kind, " ", code, " (", place, "): ", self._say(found.problem.message)), advice)

    def _entries(self, changes: Sequence[EntryChange]) -> Section | None:
        return (
            Section(self._say(phrase("Entries")), "", tuple(map(EntryReporter(self.words).item, changes)))
            if changes
            else None
        )

    def _registry(self, changes: Sequence[FileChange]) -> Section | None:
        if not changes:
            return None
        sentence = self._say(phrase("Pages that show what differs here will change as well; they are not listed."))
        return Section(self._say(phrase("Registry")), sentence, tuple(map(self._file, changes)))

    def _file(self, change: FileChange) -> Item:
        if not change.is_legible:
            return Item(
                (Quoted(change.path), ": ", self._say(phrase("it cannot be read, so what differs in it is not known")))
            )
        kinds = (
            (self._say(phrase("New: %(names)s")), change.added),
            (self._say(phrase("Changed: %(names)s")), change.changed),
            (self._say(phrase("Removed: %(names)s")), change.removed),
        )
        told = [filled(sentence, names=self._named(names)) for sentence, names in kinds if names]
        return Item((Quoted(change.path), ". ", *joined(told, ". ")))

    def _named(self, names: Sequence[str]) -> tuple[Part, ...]:
        first = joined([(Quoted(name),) for name in names[:NAMED]], ", ")
        more = len(names) - NAMED
        return (*first, " ", self._more(more)) if more > 0 else first

    def _alike(self, found: Sequence[Alike]) -> Section | None:
        if not found:
            return None
        sentence = self._say(phrase("Perhaps the same practice, told twice. This holds nothing up."))
        return Section(self._say(phrase("Entries that look similar")), sentence, tuple(map(self._near, found)))

    def _near(self, one: Alike) -> Item:
        other = Link(one.title, self._address(f"practices/{one.other}/"))
        both = self._named((*one.countries, *one.provisions))
        title, summary = self.words.number(one.near_title), self.words.number(one.near_text)
        measured = self._say(
            phrase("Both bear on %(both)s. Of 100, the titles are near by %(title)s and the summaries by %(summary)s.")
        )
        below = Item(filled(measured, both=both, title=title, summary=summary))
        return Item((Quoted(one.id), ": ", other, " (", Quoted(one.other), ")"), (below,))

    def _pages(self, review: Review) -> Section | None:
        heading = self._say(phrase("Pages that will change"))
        if review.pages is None:
            return Section(
                heading, self._say(phrase("This is told once there are no errors: no page is drawn before."))
            )
        if not review.pages:
            return Section(heading, self._say(phrase("None."))) if review.entries else None
        order = {ADDED: 0, REMOVED: 1, CHANGED: 2}
        pages = sorted(review.pages, key=lambda page: order[page.change])
        items = [self._page(page, review.languages) for page in pages[:PAGES]]
        if len(pages) > PAGES:
            items.append(Item((self._more(len(pages) - PAGES),)))
        return Section(heading, self._say(phrase("In every language, where none is named.")), tuple(items))

    def _page(self, page: PageChange, every: tuple[str, ...]) -> Item:
        title = Link(page.title, self._address(page.path) if page.change != ADDED else "")
        codes = joined([(Quoted(code),) for code in page.languages], ", ")
        languages = (" [", *codes, "]") if page.languages != every else ()
        return Item(
            (Strong(self._say(_PAGE[page.change])), ": ", title, " (", Quoted(f"/{page.path}"), ")", *languages)
        )

    def _around(self, around: dict[str, int]) -> Section | None:
        if not around:
            return None
        sentence = self._say(phrase("Any page may look different with these, which is not looked at here."))
        items = (
            Item((Quoted(part), ": ", self._say(counted("%(n)s file", "%(n)s files", number))))
            for part, number in around.items()
        )
        return Section(self._say(phrase("Other files")), sentence, tuple(items))

    def _looks(self, entries: Sequence[EntryChange]) -> Section | None:
        if not entries:
            return None
        looks = tuple(Item((self._say(look),)) for look in LOOKS)
        return Section(self._say(phrase("What reviewers look at")), "", looks, numbered=True)

    def _more(self, number: int) -> str:
        return self._say(counted("and %(n)s more", "and %(n)s more", number))

    def _say(self, said: str) -> str:
        return self.words.tell(said)

    def _address(self, path: str) -> str:
        """Where a page stands in the language of the report."""
        return (
            f"{quote(self.site_url, safe=':/%')}{self.words.language}/{quote(path, safe='/#')}" if self.site_url else ""
        )
