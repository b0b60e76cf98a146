"""What the runs came to, as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from results import Outcome, Result, Series

LIMIT = 1e9  # bytes that static hosts allow a site
COLD = ("tool", "rounds", "wall s (min–max)", "processor s", "peak memory MB", "practice page KB", "files", "site MB")
GROWTH = ("tool", "built", "ms a practice page", "÷ the smallest", "pages", "KB a page", "site MB", "of 1 GB")


def report(outcomes: Sequence[Outcome]) -> str:
    """All tables, with a heading each."""
    parts = []
    for outcome in outcomes:
        parts += [f"## {outcome.title}", lines(cold(outcome))]
        if outcome.warm:
            parts += ["### Built again after a change", lines(warm(outcome))]
        if outcome.limits:
            parts += ["### Limits", lines(limits(outcome))]
    if len({(outcome.place, outcome.practices) for outcome in outcomes}) > 1:
        parts += ["## Growth", lines(growth(outcomes))]
    parts += ["## In short", lines(short(outcomes))]
    return "\n\n".join(parts) + "\n"


def cold(outcome: Outcome) -> Iterator[Sequence[str]]:
    """One line a tool: seconds, memory, pages, and how it stands to Hugo and to stock Material."""
    peers = [outcome.cold[name] for name in ("hugo", "stock") if name in outcome.cold]
    memory = ["memory ÷ Hugo"] if "hugo" in outcome.cold else []
    yield *COLD, *(f"÷ {peer.label}" for peer in peers), *memory
    for result in outcome.cold.values():
        yield (
            *_times(result),
            f"{result.memory:.0f}",
            f"{result.site.practice / 1000:.1f}",
            f"{result.site.files}",
            f"{result.site.size / 1e6:.1f}",
            *(f"{result.ratio(peer):.2f}" for peer in peers),
            *(f"{result.memory / outcome.cold['hugo'].memory:.2f}" for _ in memory),
        )


def warm(outcome: Outcome) -> Iterator[Sequence[str]]:
    """One line a change: the time until the whole site stands again, beside full builds in the same rounds."""
    full = _full(outcome)
    yield "observatory", *COLD[1:5], *(f"÷ {result.label}, cold" for result in full)
    for series in outcome.warm.values():
        yield *_times(series), f"{series.memory:.0f}", *(f"{series.ratio(result):.3f}" for result in full)


def limits(outcome: Outcome) -> Iterator[Sequence[str]]:
    """One line a piece of work that no build can do without."""
    full = _full(outcome)
    yield "work", *COLD[1:4], *(f"÷ {result.label}, cold" for result in full)
    for series in outcome.limits:
        yield *_times(series), *(f"{series.ratio(result):.3f}" for result in full)


def growth(outcomes: Sequence[Outcome]) -> Iterator[Sequence[str]]:
    """Time a practice page beside that of the smallest site in the same place, and how large the sites are."""
    yield GROWTH
    for name in dict.fromkeys(name for outcome in outcomes for name in outcome.cold):
        for outcome in (one for one in outcomes if name in one.cold):
            result, site = outcome.cold[name], outcome.cold[name].site
            yield (
                result.label,
                outcome.title,
                f"{_each(outcome, name):.2f}",
                f"{_each(outcome, name) / _each(_least(outcomes, outcome.place), name):.2f}",
                f"{site.pages:,}",
                f"{site.html / site.pages / 1000:.1f}",
                f"{site.size / 1e6:.0f}",
                f"{site.size / LIMIT:.0%}",
            )


def short(outcomes: Sequence[Outcome]) -> Iterator[Sequence[str]]:
    """The ratios that matter, one a line; a column a course."""
    yield "ratio", *(outcome.title for outcome in outcomes)
    rows: dict[str, list[str]] = {}
    for place, outcome in enumerate(outcomes):
        for name, value in (*_ratios(outcome), *_growth(outcome, _least(outcomes, outcome.place))):
            rows.setdefault(name, ["–"] * len(outcomes))[place] = f"{value:.3f}"
    for name, cells in rows.items():
        yield name, *cells


def _ratios(outcome: Outcome) -> Iterator[tuple[str, float]]:
    ours, unsearched, hugo = (outcome.cold.get(name) for name in ("ours", "unsearched", "hugo"))
    if ours and hugo:
        yield "cold build ÷ Hugo", ours.ratio(hugo)
        yield "peak memory ÷ Hugo", ours.memory / hugo.memory
    if unsearched and hugo:
        yield "cold build without search ÷ Hugo", unsearched.ratio(hugo)
    for series in outcome.warm.values():
        yield from ((f"{series.label} ÷ {full.label}, cold", series.ratio(full)) for full in _full(outcome))


def _growth(outcome: Outcome, least: Outcome) -> Iterator[tuple[str, float]]:
    if "ours" in outcome.cold and outcome is not least:
        ratio = _each(outcome, "ours") / _each(least, "ours")
        yield f"time a practice page ÷ that at {least.practices:,} practice pages", ratio


def _least(outcomes: Sequence[Outcome], place: str) -> Outcome:
    """The smallest site in a place."""
    return min((one for one in outcomes if one.place == place), key=lambda one: one.practices)


def _full(outcome: Outcome) -> list[Result]:
    return [outcome.cold[name] for name in ("hugo", "ours") if name in outcome.cold]


def _each(outcome: Outcome, name: str) -> float:
    """Milliseconds a practice page."""
    return outcome.cold[name].wall / outcome.practices * 1000


def _times(series: Series) -> tuple[str, ...]:
    walls = [times.wall for times in series.rounds.values()]
    spread = f"{series.wall:.2f} ({min(walls):.2f}–{max(walls):.2f})"
    return series.label, str(len(walls)), spread, f"{series.cpu:.2f}"


def lines(rows: Iterator[Sequence[str]]) -> str:
    """Rows as a Markdown table, the first its heads; all columns but the first are numbers."""
    head, *body = rows
    ruler = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ruler, *body))
