"""A built page cut at its body: the shell that Hugo's pages get, so that they are as long as ours."""

from __future__ import annotations

import re
from html import escape

OURS = re.compile(r'<(\w+)[^>]*\sid="content"[^>]*>')
MATERIAL = re.compile(r'<(article) class="md-content__inner md-typeset">')
PATH = '{{ $path := strings.TrimPrefix (printf "/%s/" .Language.Lang) .RelPermalink }}'


def shell(page: str, opening: re.Pattern[str], title: str, description: str, path: str) -> str:
    """A Hugo base template: the page without its body, title, description and path below its language."""
    if "{{" in page:
        raise ValueError("the page has {{ in it, which a Hugo template cannot have")
    first, last = _body(page, opening)
    above, below = (_slots(part, title, description, path) for part in (page[:first], page[last:]))
    return PATH + above + '{{ block "main" . }}{{ end }}' + below


def _slots(html: str, title: str, description: str, path: str) -> str:
    for value, slot in ((description, "{{ .Description }}"), (title, "{{ .Title }}")):
        html = html.replace(escape(value), slot).replace(escape(value, quote=False), slot)
    return html.replace(path, "{{ $path }}")


def _body(page: str, opening: re.Pattern[str]) -> tuple[int, int]:
    """Where the inside of the first element that fits begins and ends."""
    found = opening.search(page)
    if found is None:
        raise ValueError(f"the page has no element like {opening.pattern}")
    depth = 1
    for tag in re.compile(rf"<(/?){found[1]}\b").finditer(page, found.end()):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return found.end(), tag.start()
    raise ValueError(f"<{found[1]}> is not closed")
