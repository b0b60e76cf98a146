"""The form for people who have never seen a file: every question drawn, which a script brings to life.

What the script knows beside the page, it fetches from ``exports.form``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.catalogue import Catalogue
from generator.edition import Edition
from generator.kinds import Address, Choice, Line, ListOf, Markdown, Moment, Prose, Provision, Record, Reference
from generator.labels import N_
from generator.page import Page, Sheet
from generator.pages.spoken import Spoken, spoken
from generator.questionnaire import FORM, Question
from generator.registry import Submissions
from generator.views import Text

PATH = "contribute/form/"
GUIDES = ("contribute/submit/", "contribute/")
"""The hand-written pages that show other ways, the most fitting first."""

MANY = 12
"""A list with more choices has a field that narrows it."""

SHORT = 20
"""Items of a list that have no more characters stand on one line."""

_DATE = re.compile(r"(\d{4}(?:-\d{2})+)")
_QUOTED = re.compile(r'"([^"]*)"')
SAID = {
    "remove": N_("Take away: %(title)s"),
    "first": N_("Put first: %(title)s"),
    "item": N_("%(title)s: %(n)s"),
    "added": N_("Added: %(title)s"),
    "away": N_("Taken away: %(title)s"),
    "listed": N_("%(n)s of %(all)s are listed."),
    "characters": N_("%(n)s of %(all)s characters"),
    "saved": N_("Saved in this browser at %(time)s."),
    "restored": N_("What you wrote here before was still in this browser. You can go on with it."),
    "sent": N_("You have downloaded, copied or sent what stands here. You can go on with it."),
    "overtaken": N_(
        "What you wrote here before was still in this browser, but the entry has changed since. Compare the two before you send it, or "
        "clear everything."
    ),
    "elsewhere": N_(
        "The same is being written in another window of this browser, and what is typed last is kept. Close one of the two, and load the "
        "other one anew."
    ),
    "unsaved": N_("This browser keeps nothing here, so download the file before you close the page."),
    "sure": N_("Clear everything that you have written here?"),
    "cleared": N_("Everything was cleared."),
    "sound": N_("Nothing is wrong. You can send it."),
    "remarked": N_("Nothing is wrong, but look at the remarks. You can send it all the same."),
    "sources": N_("Source"),
    "legal_basis": N_("Act"),
    "assistance.received": N_("Assistance received"),
    "assistance.needed": N_("Assistance needed"),
    "assistance.offered": N_("Assistance offered"),
    "links": N_("Link"),
    "copied": N_("The text is copied."),
    "uncopied": N_("This browser did not copy the text. It is selected: copy it with Ctrl+C."),
    "downloaded": N_("The file %(name)s was given to your browser to save."),
    "long": N_(
        "The file is too long to be carried in an address. It was downloaded; in the page that opens, choose it and propose the change."
    ),
    "paste": N_("The text is copied. In the page that opens, paste it in place of what stands there."),
    "attach": N_("The file was downloaded. Attach it to the letter."),
    "subject": N_("A practice: %(title)s"),
    "letter": N_("The file %(path)s:"),
    "attached": N_("The file %(path)s is attached."),
    "edit": N_("Change an entry"),
    "translate": N_("Translate an entry"),
    "editing": N_("You are changing an entry: %(title)s"),
    "translating": N_("You are translating an entry: %(title)s"),
    "unloaded": N_("The entry “%(id)s” could not be loaded. Look at the address, or try again later."),
    "original": N_("Original (%(language)s)"),
}


class Option(Struct, frozen=True, gc=False):
    """A choice: its value in the file, what it is called, and where it has one a number before that."""

    value: str
    label: Text
    number: str = ""


class Options(Struct, frozen=True, gc=False):
    """Choices that belong together, below a label; the label is empty where they stand alone."""

    label: Text
    options: tuple[Option, ...]


class Asked(Struct, frozen=True, gc=False):
    """A question as it is drawn.

    ``control`` is how it is answered: ``line``, ``text``, ``choice`` (one of several), ``many`` (several of them), ``lines`` (a text a
    line), ``numbers`` (a line of them), ``ids`` (of entries, one a line), ``group`` (its parts) or ``groups`` (its parts again and
    again). ``is_code`` says that the answer runs from left to right in every language, as a date does. ``limit`` is in characters, of a
    text that stands alone. Every second part of the ``hint`` is a date.
    """

    path: str
    id: str
    name: str
    control: str
    title: str
    hint: tuple[str, ...]
    example: str
    is_code: bool
    is_required: bool
    is_short: bool
    is_translated: bool
    limit: int
    has_filter: bool
    choices: tuple[Options, ...]
    parts: tuple[Asked, ...]

    @property
    def has_hint(self) -> bool:
        """Whether anything is said beside its title."""
        return bool(any(self.hint) or self.example or self.control in ("lines", "numbers", "ids"))


class Part(Struct, frozen=True, gc=False):
    """A section of the form."""

    name: str
    title: str
    hint: str
    asked: tuple[Asked, ...]


class FormView(Struct, frozen=True, gc=False):
    """The page; ``how`` is the address of the hand-written page that shows other ways, empty where there is none."""

    parts: tuple[Part, ...]
    words: tuple[Spoken, ...]
    how: str
    submissions: Submissions


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The one page."""
    yield Page(PATH, "contribute", "form.html", draw)


def draw(edition: Edition) -> Sheet:
    """The form in one language."""
    say = edition.words.say
    parts = tuple(
        Part(one.name, say(one.title), say(one.hint), tuple(_asked(edition, question) for question in one.questions))
        for one in FORM
    )
    counted = {
        "wrong": edition.words.forms("%(n)s answer needs another look", "%(n)s answers need another look"),
        "words": edition.words.forms("%(n)s word", "%(n)s words"),
    }
    how = next((path for path in GUIDES if path in edition.handwritten), "")
    view = FormView(parts, spoken(edition, SAID, counted), how, edition.catalogue.registry.observatory.submissions)
    lead = say("Answer the questions, have the answers checked, and send the file that is made of them.")
    return Sheet(say("Submit a practice"), lead, view)


def _asked(edition: Edition, question: Question) -> Asked:
    say = edition.words.say
    choices = tuple(_choices(edition, question))
    kind = question.kind
    return Asked(
        path=question.path,
        id=f"q-{question.path.replace('.', '-')}",
        name=question.field.name,
        control=_control(question, bool(choices)),
        title=say(question.title),
        hint=tuple(_DATE.split(say(question.hint))),
        example=say(_example(question)),
        is_code=isinstance(kind, Moment | Address),
        is_required=question.field.required,
        is_short=isinstance(kind, Moment),
        is_translated=question.field.translated,
        limit=kind.limit if isinstance(kind, Line | Prose | Markdown) and not question.is_repeatable else 0,
        has_filter=sum(len(group.options) for group in choices) > MANY,
        choices=choices,
        parts=tuple(_asked(edition, part) for part in question.parts),
    )


def _control(question: Question, has_choices: bool) -> str:
    if isinstance(question.kind, Record):
        return "groups" if question.is_repeatable else "group"
    if has_choices:
        return "many" if question.is_repeatable else "choice"
    if question.is_repeatable:
        if isinstance(question.kind, Reference):
            return "ids"
        return "numbers" if isinstance(question.kind, Line) and question.kind.limit <= SHORT else "lines"
    return "text" if isinstance(question.kind, Prose | Markdown) else "line"


def _example(question: Question) -> str:
    """An example as somebody would type it; empty where what stands in a file would only puzzle."""
    example = question.field.example
    if isinstance(question.field.kind, ListOf):
        quoted = _QUOTED.search(example)
        return quoted[1] if quoted and isinstance(question.kind, Line) else ""
    return example if isinstance(question.kind, Line | Prose | Markdown | Moment | Address) else ""


def _choices(edition: Edition, question: Question) -> Iterator[Options]:
    registry, kind = edition.catalogue.registry, question.kind
    if isinstance(kind, Choice):
        yield _alone(edition, (Option(value, _own(edition, question.labels[value])) for value in kind.values))
    elif isinstance(kind, Provision):
        for article in registry.articles:
            heading = f"{article.number} {edition.text(article.titles).value}"
            refs = (Option(one.ref, edition.text(one.headings), one.ref) for one in article.provisions)
            yield Options(edition.written(heading, edition.language), tuple(refs))
    elif isinstance(kind, Reference) and kind.to == "countries":
        yield _alone(edition, (Option(code, edition.state(code)) for code in edition.order))
    elif isinstance(kind, Reference) and kind.to == "themes":
        for group in registry.theme_groups:
            themes = (
                Option(one.id, edition.text(one.labels)) for one in registry.themes.values() if one.group == group.id
            )
            yield Options(edition.text(group.labels), tuple(themes))
    elif isinstance(kind, Reference) and kind.to == "measures":
        yield _alone(edition, (Option(one.id, edition.text(one.labels)) for one in registry.measures.values()))
    elif isinstance(kind, Reference) and kind.to == "documents":
        titled = ((one, edition.text(one.titles)) for one in registry.documents.values())
        yield _alone(edition, (Option(one.id, title, one.symbol) for one, title in titled))
    elif isinstance(kind, Reference) and kind.to == "languages":
        yield _alone(edition, (Option(code, edition.tongue(code)) for code in edition.languages))


def _alone(edition: Edition, options: Iterable[Option]) -> Options:
    return Options(edition.nothing, tuple(options))


def _own(edition: Edition, message: str) -> Text:
    return edition.written(edition.words.say(message), edition.language)
