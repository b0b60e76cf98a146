"""Markdown written to hang a parser: each body is rendered or refused within 2 seconds and 300 MB."""

from __future__ import annotations

import json
import subprocess
import sys

from generator.kinds import Markdown
from tests.test_text import PATHOLOGICAL

LIMIT = Markdown().limit
MORE = {
    "links closed": "[a](b)" * 1_300 + ")" * 200,
    "images nested": "![a](" * 1_600 + ")" * 1_600,
    "link in a link": "[" * 200 + "a" + "](https://x.example)" * 350,
    "definitions": "".join(f"[{number:x}]: https://x.example\n" for number in range(330)),
    "definitions of one label": "[a]: b\n" * 1_100,
    "long label": "[" + "x" * 7_900 + "]",
    "long address used again and again": "[a]: https://x.example/" + "y" * 4_000 + "\n\n" + "[a]" * 1_300,
    "long title used again and again": '[a]: https://x.example/ "' + "y" * 4_000 + '"\n\n' + "[a]" * 1_300,
    "strong in strong": "**a" * 1_300 + "b**" * 1_300,
    "emphasis never closed": "a**b" + "c* " * 2_600,
    "emphasis in words": "a**b_c* " * 1_000,
    "underscores": "_" * 8_000,
    "emphasis in brackets": "[*" * 4_000,
    "backquotes of three lengths": "`a``b```c" * 880,
    "fences by turns": "```\n~~~\n" * 1_000,
    "lists in quotes": "> - " * 2_000 + "x",
    "everything in everything": "> - > 1. > * " * 600 + "x",
    "numbers on a line": "1. " * 2_600 + "x",
    "items with empty lines": "- x\n\n" * 1_600,
    "lazy lines": "> x\n" + "y\n" * 3_900,
    "indents of all sizes": "".join(" " * (number % 60) + "- a\n" for number in range(240)),
    "headings": "### x\n" * 1_300,
    "underlines": "x\n-\n" * 2_000,
    "rules": "- - -\n" * 1_300,
    "table as wide as it can be": "|a" * 1_990 + "|\n" + "|-" * 1_990 + "|",
    "table filled up to its width": "|a" * 1_000 + "|\n" + "|-" * 1_000 + "|\n" + "|\n" * 1_980,
    "table of the allowed width, filled up": "|a" * 20 + "|\n" + "|-" * 20 + "|\n" + "|\n" * 3_900,
    "table filled up in a quotation": "> " + "|a" * 900 + "|\n> " + "|-" * 900 + "|\n" + "> |\n" * 1_050,
    "table without outer borders": "a|" * 1_000 + "a\n" + "-|" * 1_000 + "-\n" + "a\n" * 1_990,
    "many tables": "a|b\n-|-\n1|2\n\n" * 570,
    "cells never a table": ("|" + "a|" * 300 + "\n") * 13,
    "entities": "&amp;" * 1_600,
    "entities never ended": "&#x" * 2_600,
    "long entities": "&CounterClockwiseContourIntegral;" * 240,
    "attributes": "<a" + ' b="c"' * 1_300,
    "raw data": "<![CDATA[" * 880,
    "addresses in angles": "<https://a.example>" * 420,
    "mail in angles": "<a@b" * 2_000,
    "notes": "".join(f"[^{number}]: x [^{number}]\n\n" for number in range(430)),
    "brackets escaped": "\\[" * 4_000,
    "title never closed": '[a](https://x.example "' + '\\"' * 3_900,
    "parentheses in an address": "[a](https://x.example/" + "(" * 3_900,
    "address never closed": "[a](<" + "b" * 7_900,
    "letters as wide as a page": "灯" * 8_000,
    "lines without end": "\n" * 7_999 + "x",
}
BODIES = {name: text[:LIMIT] for name, text in (PATHOLOGICAL | MORE).items()}
MEASURED = """
import json, pathlib, re, resource, sys, time
from generator.losses import losses
from generator.text import render
worst = {}
def memory():  # in MB; getrusage tells the most of the process before, too, of which this one is a fork
    status = pathlib.Path("/proc/self/status")
    found = re.search(r"VmHWM:\\s*(\\d+)", status.read_text()) if status.exists() else None
    return (int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024
for name, text in json.load(sys.stdin).items():
    began = time.process_time()
    lost = {loss.kind for loss in losses(text)}
    html = "" if lost else str(render(text))
    worst[name] = (time.process_time() - began, sorted(lost), len(html), memory())
print(json.dumps(worst))
"""


def test_every_body_is_rendered_or_refused_in_time() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED], input=json.dumps(BODIES), capture_output=True, text=True, check=True
    )
    measured: dict[str, tuple[float, list[str], int, int]] = json.loads(ran.stdout)
    assert len(measured) == len(BODIES) > 70
    assert [name for name, (spent, *_) in measured.items() if spent > 2] == []
    assert max(memory for *_, memory in measured.values()) < 300
    assert [name for name, (_, _, length, _) in measured.items() if length > 20 * LIMIT] == []
    refused = {name for name, (_, lost, _, _) in measured.items() if "table" in lost}
    filled = {name for name in BODIES if "filled up" in name or "wide as it" in name or "borders" in name}
    assert refused == filled | {"cells", "rows"}
