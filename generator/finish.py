"""The rest of a build: what has changed is drawn, the whole is published, and what is known now is remembered."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Set
from functools import partial
from pathlib import Path

from generator import cache, draw, tree
from generator.begin import Begun
from generator.cache import Shell, State
from generator.diagnostics import Diagnostic
from generator.grounds import fingerprint
from generator.observatory import Observatory
from generator.outcome import BrokenLinks, Built, ThemeError
from generator.page import Page
from generator.rests import Resting, Rests
from generator.settings import today
from generator.sought import Indexed
from generator.templates import TemplateError, Templates
from generator.workers import Progress


def finish(begun: Begun, shell: Shell, indexed: Indexed, strict: bool = False) -> Built:
    """Draw what has changed, publish the whole, and remember it; raises ThemeError, BrokenLinks and OSError.

    ``indexed`` gives the index of search once the pages are drawn.
    """
    last, now, setup, gathered = begun.last, begun.grounds, begun.setup, begun.gathered
    observatory, spare = begun.observatory, begun.spare
    around = (*observatory.handwritten, *shell.parts)
    drawn_by = fingerprint(now.program, now.registry, now.theme, setup.site_url, *around)
    is_same = last is not None and last.drawn == drawn_by and gathered.changed is not None
    rests = Rests.of(last) if last and is_same else Rests([], {})
    tasks = _stale(begun, rests)
    resting = Resting(rests, [work.path for work in observatory.works])
    there = spare.hashes
    templates = partial(begun.store.templates, now)
    listed = "\n".join(f"{path} {languages}" for path, languages in draw.listed(observatory))
    beside_by = fingerprint(drawn_by, listed)
    beside = last.beside if last and last.beside_by == beside_by and there.keys() >= set(last.beside) else []
    drawn = draw_into(
        observatory, shell, tasks, spare.folder, there, begun.progress, resting.note, not beside, templates
    )
    pages = _hashes(observatory, there, drawn, shell) | {path: there[path] for path in beside}
    rests = resting.all()
    known = dict(gathered.known)
    entries = cache.packed_entries(known) if is_same else None  # here, because the index is often waited for
    index, added = indexed()
    hashes = pages | index.files
    written = {one.path for one in drawn if one.written} | _take(begun, shell, there) | added
    if strict and (broken := _broken(begun, hashes, written)):
        raise BrokenLinks(broken)
    spare.publish(begun.site, hashes, written)
    shutil.rmtree(begun.cache / cache.ENGINE, ignore_errors=True)
    state = State(
        strict, now, today(), observatory.catalogue.registry, gathered.said, setup, shell, known,
        gathered.together, drawn_by, beside_by, beside or [one.path for one in drawn[len(tasks) :]],
        rests.pages, rests.packed, index, spare.leaves, spare.marks, spare.site_marks, spare.site,
    )  # fmt: skip
    begun.store.remember(state, entries)
    languages = len(observatory.editions)
    redrawn = sum(isinstance(work, Page) for _, work in tasks)
    return Built(len(observatory.pages) * languages, redrawn, languages, gathered.diagnostics, begun.site)


def draw_into(
    observatory: Observatory, shell: Shell, tasks: list[draw.Task], folder: Path, there: Mapping[str, bytes],
    progress: Progress, note: draw.Note, beside: bool = True,
    templates: Callable[[Observatory], Mapping[str, Templates]] = draw.templates,
) -> list[draw.Drawn]:  # fmt: skip
    """Draw pages into a folder, and then the files ``beside`` them; raises ThemeError."""
    try:
        own = templates(observatory)
        drawn = draw.draw(observatory, own, shell.frames, tasks, str(folder), there, progress, note)
        if not beside:
            return drawn
        from generator import outside  # which few builds need

        return drawn + outside.draw(observatory, own, str(folder), there)
    except TemplateError as error:
        raise ThemeError(str(error)) from None


def _stale(begun: Begun, rests: Rests) -> list[draw.Task]:
    """The pages and files that must be drawn: new ones, damaged ones, and those that rest on what has changed."""
    known = set(rests.pages) - rests.on(draw.question(question) for question in begun.gathered.changed or ())
    return [
        (code, work)
        for code in begun.observatory.codes
        for work in begun.observatory.works
        if work.path not in known or draw.address(code, work) not in begun.spare.leaves
    ]


def _hashes(
    observatory: Observatory, there: Mapping[str, bytes], drawn: list[draw.Drawn], shell: Shell
) -> dict[str, bytes]:
    """The hashes of all files of the new site."""
    ours = (draw.address(code, work) for code in observatory.codes for work in observatory.works)
    hashes = {path: there[path] for path in ours if path in there}
    return shell.files | hashes | {one.path: one.hash for one in drawn}


def _take(begun: Begun, shell: Shell, there: Mapping[str, bytes]) -> set[str]:
    """Take over the engine's files that are new; those that were."""
    new = {path for path, hash in shell.files.items() if there.get(path) != hash}
    for path in new:
        tree.write(str(begun.spare.folder), path, (begun.cache / cache.ENGINE / path).read_bytes())
    return new


def _broken(begun: Begun, hashes: Mapping[str, bytes], written: Set[str]) -> list[Diagnostic]:
    """The links of the new site that lead nowhere."""
    from generator.links.origin import origin
    from generator.links.since import broken_since
    from generator.links.whole import broken_in

    settings, last = begun.observatory.settings, begun.last
    around = (settings.site_url, partial(origin, settings))
    if last and last.checked and last.setup == begun.setup and last.site == str(begun.site):
        index = last.index.files  # whose files come and go, and nothing links to them
        before = {path: leaf.hash for path, leaf in last.leaves.items() if path not in index}
        since = broken_since(begun.site, before, begun.spare.folder, hashes, written, *around)
        if since is not None:
            return since
    return broken_in(begun.spare.folder, hashes, *around)
