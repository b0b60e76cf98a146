"""Pages of ours, hung in their frames: those that rest on something that has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct, msgpack

from generator import tree
from generator.compiled import Compiled
from generator.compiler import plain
from generator.edition import Edition
from generator.exports.artifact import Artifact
from generator.frame import Frame
from generator.head import Section, addresses, alternates, titled
from generator.index import Question
from generator.observatory import Observatory
from generator.page import Page
from generator.templates import Templates
from generator.workers import CHUNK, spread

Work = Page | Artifact
"""What is drawn once a language."""

Task = tuple[str, Work]
"""A page or a file in a language."""


class Drawn(Struct, array_like=True, gc=False):
    """A page or file that was drawn: address, hash of its bytes, and whether they were written."""

    path: str
    hash: bytes
    written: bool


Note = Callable[[str, Sequence[str]], None]
"""Told the path of a page or file below its language, and what it asked of the catalogue when it was drawn."""

_DRAWN = msgpack.Decoder(tuple[list[Drawn], list[str]])
_ENCODER = msgpack.Encoder()


def frame_name(language: str, section: Section) -> str:
    """The name under which a frame is kept."""
    return f"{language} {section.name} {section.depth}{'' if section.listed else ' unlisted'}"


def address(language: str, work: Work) -> str:
    """Where a page or file stands below the site."""
    return f"{language}/{work.path}{'index.html' if isinstance(work, Page) else ''}"


def question(asked: Question) -> str:
    """A question as it is kept."""
    return ":".join(asked)


def templates(observatory: Observatory, compiled: Compiled | None = None) -> dict[str, Templates]:
    """The templates of each language; raises TemplateError."""
    folder = observatory.settings.templates
    return {edition.language: Templates(folder, edition.words, compiled) for edition in observatory.editions}


def draw(
    observatory: Observatory,
    templates: Mapping[str, Templates],
    frames: Mapping[str, Frame],
    tasks: Sequence[Task],
    folder: str,
    there: Mapping[str, bytes],
    progress: Callable[[str, int, int], None],
    note: Note,
) -> list[Drawn]:
    """Draw pages into a folder. ``there`` are the hashes of the files it has; what is the same is not written again."""
    if len(tasks) > CHUNK:  # for the processes among which they are spread; a few pages need little of all that
        observatory.catalogue.prepare()
        names = {work.template for _, work in tasks if isinstance(work, Page)}
        for language in {language for language, _ in tasks}:
            templates[language].prepare(names)
        place = _places(observatory)
        tasks = sorted(tasks, key=lambda task: place[task[1].path])
    drawn: list[Drawn] = []
    for _, data in spread(partial(_draw, observatory, templates, frames, folder, there), tasks):
        some, asked = _DRAWN.decode(data)
        for (_, work), questions in zip(tasks[len(drawn) : len(drawn) + len(some)], asked, strict=True):
            note(work.path, questions.split("\n") if questions else ())
        drawn += some
        progress("Drawing pages", len(drawn), len(tasks))
    return drawn


def listed(observatory: Observatory) -> list[tuple[str, tuple[str, ...]]]:
    """The addresses, below each language, that search engines are told of, with the languages of their text."""
    ours = [(page.path, page.languages) for page in observatory.pages if page.listed]
    return [*ours, *((path, ()) for path in observatory.handwritten)]


def _places(observatory: Observatory) -> dict[str, int]:
    """In which order pages are drawn: files and lists first, then practices that are near each other one after another.

    What takes much memory for a moment, such as the questionnaires, stands at the beginning, when the least is taken.
    A worker keeps only about as many pieces of neighbours as it draws pages. The languages of a page have the same
    place, since they share what is not translated.
    """
    near = sorted(observatory.catalogue.practices, key=lambda practice: (practice.provisions, practice.themes))
    works: list[Work] = [*observatory.artifacts, *observatory.pages]
    place = {work.path: number for number, work in enumerate(works)}
    return place | {f"practices/{practice.id}/": len(place) + number for number, practice in enumerate(near)}


def _draw(
    observatory: Observatory,
    templates: Mapping[str, Templates],
    frames: Mapping[str, Frame],
    folder: str,
    there: Mapping[str, bytes],
    chunk: Sequence[Task],
) -> bytes:
    drawn, questions = [], []
    asked = observatory.catalogue.asked
    for language, work in chunk:
        asked.clear()
        edition, own = observatory.edition(language), templates[language]
        data = _page(edition, own, frames, work) if isinstance(work, Page) else work.draw(edition, own)
        drawn.append(written(folder, there, address(language, work), data))
        questions.append("\n".join(map(question, asked)))
    return _ENCODER.encode((drawn, questions))


def written(folder: str, there: Mapping[str, bytes], path: str, data: bytes) -> Drawn:
    """A file put into a folder, unless that has it: ``there`` are the hashes of the files it has."""
    hash = tree.digest(data)
    is_new = there.get(path) != hash
    if is_new:
        tree.write(folder, path, data)
    return Drawn(path, hash, is_new)


def _page(edition: Edition, templates: Templates, frames: Mapping[str, Frame], page: Page) -> bytes:
    sheet = page.draw(edition)
    base = "../" * page.path.count("/") or "./"
    body = templates.draw(page.template, view=sheet.view, up=f"../{base}")
    if not page.section:
        return templates.rooted(body.encode(), base)
    values = {hole: plain(address) for hole, address in addresses(edition, page.path, page.languages).items()}
    values["ALTERNATES"] = templates.draw("_alternates.html", alternates=alternates(edition, page.path, page.languages))
    values["TITLE"] = plain(titled(edition, sheet.title))
    values["DESCRIPTION"] = plain(sheet.description)
    values["BODY"] = body
    return templates.rooted(frames[frame_name(edition.language, Section.of(page))].fill(values), base)
