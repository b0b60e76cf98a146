"""One number of entries, run through all tools."""

from __future__ import annotations

from pathlib import Path

import click
import entries
import hugo_site
from listings import Listing, listings
from measure import peak, timed
from model import Entry
from report import Result, site
from shell import MATERIAL, OURS, shell
from tools import Tool, missing
from vocabulary import read

TOLERANCE = 0.03  # how much longer than ours the pages of Hugo may be
MODELS = {"ours": OURS, "stock": MATERIAL}  # whose page the shell is cut from, the first that takes part


class Course:
    """One number of entries: the folder, the entries and lists, and the tools that run on them."""

    def __init__(self, into: Path, n: int, languages: tuple[str, ...], seed: int, tools: list[Tool]) -> None:
        self.into = into / f"{n}-{'-'.join(languages)}"
        self.languages = languages
        self.tools = tools
        self.entries: list[Entry] = entries.write(self.into, n, languages, seed)
        self.families: dict[str, list[Listing]] = listings(self.entries, read(entries.ROOT / "registry"))

    def warm_up(self) -> dict[str, Result]:
        """Build everything once untimed: measure memory, check the pages, take the shell for Hugo."""
        results = {}
        for tool in sorted(self.tools, key=lambda tool: tool.name == "hugo"):
            if tool.name == "hugo":
                self._frame_hugo(tool, results)
            results[tool.name] = self._build(tool)
        return {tool.name: results[tool.name] for tool in self.tools}

    def _build(self, tool: Tool) -> Result:
        tool.clean(self.into)
        memory = peak(tool.command(self.into), self.into / tool.name)
        self.check(tool)
        return Result(tool, memory, site(tool.site(self.into), self.languages))

    def check(self, tool: Tool) -> None:
        """Fail when a page is missing."""
        faults = missing(tool, tool.site(self.into), len(self.entries), self.families, self.languages)
        if faults:
            raise click.ClickException(f"{tool.label} did not write what it should: {'; '.join(faults)}")

    def _frame_hugo(self, hugo: Tool, results: dict[str, Result]) -> None:
        """Give Hugo's pages the shell of ours, and fill up what its body lacks."""
        model = next((results[name] for name in MODELS if name in results), None)
        if model is None:
            raise click.ClickException("Hugo's pages need a shell: let ours or stock take part")
        cut = self._shell(model.tool)
        hugo_site.frame(self.into / "hugo", cut, 0)
        lacking = model.site.page - self._build(hugo).site.page
        hugo_site.frame(self.into / "hugo", cut, round(lacking))
        if -lacking > model.site.page * TOLERANCE:
            click.echo(f"Hugo's pages are {-lacking:.0f} bytes longer than those of {model.tool.label}", err=True)

    def _shell(self, tool: Tool) -> str:
        language, entry = self.languages[0], self.entries[0]
        path = f"practices/{entry.id}/"
        page = tool.site(self.into) / language / path / "index.html"
        text = entry.texts[language]
        summary = " ".join(text.summary.split("\n"))
        return shell(page.read_text(encoding="utf-8"), MODELS[tool.name], text.title, summary, path)

    def run(self, rounds: int, stock_rounds: int) -> dict[str, Result]:
        """All rounds; in each the tools run in turn, beginning with another one."""
        results = self.warm_up()
        for number in range(rounds):
            for tool in self._turn(number):
                if tool.name == "stock" and number >= stock_rounds:
                    continue
                tool.clean(self.into)
                times = timed(tool.command(self.into), self.into / tool.name)
                self.check(tool)
                results[tool.name].rounds[number] = times
                click.echo(f"round {number + 1}, {tool.label}: {times.wall:.2f} s", err=True)
        return results

    def _turn(self, number: int) -> list[Tool]:
        first = number % len(self.tools)
        return self.tools[first:] + self.tools[:first]
