"""One number of entries in one place, run through all tools."""

from __future__ import annotations

from pathlib import Path

import click
import entries
from limits import Limits
from measure import peak, timed
from results import Outcome, Result, Series, Site, site
from shell import MATERIAL, OURS, Shell, cut
from tools import Tool, missing
from warm import Warm

TOLERANCE = 0.03  # how much longer than ours the pages of peers may be
MODELS = {"ours": OURS, "stock": MATERIAL}  # whose page the shell is cut from, the first that takes part


class Course:
    """One number of entries: the folder, the entries and lists, and the tools that run on them."""

    def __init__(self, into: Path, n: int, languages: tuple[str, ...], seed: int, tools: list[Tool]) -> None:
        self.into = into / f"{n}-{'-'.join(languages)}"
        self.tools = tools
        peers = [tool.name for tool in tools if tool.name in entries.SITES]
        self.corpus = entries.write(self.into, n, languages, seed, peers)
        self.results: dict[str, Result] = {}
        ours = next((tool for tool in tools if tool.name == "ours"), None)
        self.warm = Warm(self.into, self.corpus, ours) if ours else None
        self.limits: Limits | None = None

    def run(self, rounds: int, slow_rounds: int, place: str) -> Outcome:
        """All rounds; in each the tools run in turn, beginning with another one."""
        self._warm_up()
        for number in range(rounds):
            for tool in self._turn(number):
                if tool.slow and number >= slow_rounds:
                    continue
                self._time(tool, number)
            for series in self.limits.run(number) if self.limits else ():
                _tell(number, series)
        return Outcome(
            place,
            len(self.corpus.entries),
            self.corpus.languages,
            {tool.name: self.results[tool.name] for tool in self.tools},
            self.warm.series if self.warm else {},
            [limit.series for limit in self.limits.all] if self.limits else [],
        )

    def _warm_up(self) -> None:
        """Build everything once untimed: measure memory, check the pages, set the shell of the peers."""
        for tool in sorted(self.tools, key=lambda tool: tool.frame is not None):
            if tool.frame:
                self._frame(tool)
            else:
                self._first(tool)
        if self.warm:
            self.limits = Limits(self.into, self.warm.ours.site(self.into))
            self.warm.prove()

    def _first(self, tool: Tool) -> Site:
        click.echo(f"untimed, {tool.label}", err=True)
        tool.clean(self.into)
        memory = peak(tool.command(self.into), self.into / tool.name)
        self._check(tool)
        written = site(tool.site(self.into), self.corpus.languages)
        self.results[tool.name] = Result(tool.label, memory, site=written)
        return written

    def _time(self, tool: Tool, number: int) -> None:
        tool.clean(self.into)
        times = timed(tool.command(self.into), self.into / tool.name)
        self._check(tool)
        self.results[tool.name].rounds[number] = times
        _tell(number, self.results[tool.name])
        if self.warm and tool is self.warm.ours:
            for series in self.warm.run(number):
                self._check(tool)
                _tell(number, series)

    def _check(self, tool: Tool) -> None:
        """Fail when a page is missing."""
        if faults := missing(tool, tool.site(self.into), self.corpus):
            raise click.ClickException(f"{tool.label} did not write what it should: {'; '.join(faults)}")

    def _frame(self, tool: Tool) -> None:
        """Give a peer's pages the shell of ours, and fill up what its body lacks."""
        model = next((tool for name in MODELS for tool in self.tools if tool.name == name), None)
        if model is None or tool.frame is None:
            raise click.ClickException("the peers' pages need a shell: let ours or stock take part")
        shell, wanted = self._shell(model), self.results[model.name].site.practice
        tool.frame(self.into / tool.name, shell, 0)
        lacking = round(wanted - self._first(tool).practice)
        if -lacking > wanted * TOLERANCE:
            click.echo(f"{tool.label}'s pages are {-lacking} bytes longer than those of {model.label}", err=True)
        tool.frame(self.into / tool.name, shell, lacking)
        self._first(tool)

    def _shell(self, tool: Tool) -> Shell:
        language, entry = self.corpus.languages[0], self.corpus.entries[0]
        path = f"practices/{entry.id}/"
        page = tool.site(self.into) / language / path / "index.html"
        text = entry.texts[language]
        summary = " ".join(text.summary.split("\n"))
        return cut(page.read_text(encoding="utf-8"), MODELS[tool.name], text.title, summary, path)

    def _turn(self, number: int) -> list[Tool]:
        first = number % len(self.tools)
        return self.tools[first:] + self.tools[:first]


def _tell(number: int, series: Series) -> None:
    click.echo(f"round {number + 1}, {series.label}: {series.rounds[number].wall:.2f} s", err=True)
