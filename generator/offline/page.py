"""A page of the site, fitted for reading from a folder.

A browser that opens a file shows no ``index.html`` for a folder, loads no script that is a module and fetches nothing. So
links name the file, and what rests on such scripts is taken out; what each page holds without scripts stands anyway. A module that
needs no other one can be had as a plain script, and is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape

from generator.figures.choice import EXPLORE, without_narrowing

POLICY = (
    "default-src 'none'; script-src file:; style-src file:; img-src file: data:; base-uri 'none'; form-action 'none'"
)
"""The Content-Security-Policy of a page that is a file; ``'self'`` means different things for files in different browsers."""

_TAG = re.compile(r'<[a-z](?:[^>"]|"[^"]*")*>')
_ADDRESS = re.compile(r'( (?:href|src)="| http-equiv="refresh" content="0; url=)([^"]*)')
_GUARD = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*')
_NEEDS_SERVER = re.compile(
    r'<form\b.*?</form>\n?|<script\b[^>]* type="module".*?</script>\n?|<link rel="(?:alternate|modulepreload|preload)"[^>]*>\n?',
    re.DOTALL,
)
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
_SHELL = re.compile(r'(<script src=")([^"]*)(assets/shell\.js"></script>)')
CITE = "assets/cite.js"
"""The module that makes records of a citation; the shell has it loaded where there is a server."""
_CITED = ' id="cite"'
_EXPORTED = re.compile(r"^export ", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#")


def fitted(html: str, note: Callable[[str], str]) -> str:
    """A page for the offline copy; ``note`` gives what stands above it, by the address of the page on the web."""
    found = _CANONICAL.search(html)
    html = _GUARD.sub(lambda guard: guard[1] + POLICY, _NEEDS_SERVER.sub("", html))
    html = html.replace(' class="no-js"', ' class="offline no-js"', 1)
    if _CITED in html:
        html = _SHELL.sub(rf'\g<0><script defer src="\g<2>{CITE}"></script>', html, count=1)
    html = html.replace("<main", (note(unescape(found[1])) if found else "") + "<main", 1)
    return _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: found[1] + named(found[2]), tag[0]), html)


def plain_script(module: str) -> str:
    """A module that imports nothing as a script, which keeps its names to itself; what it exports nobody asks for."""
    return f"(() => {{\n{_EXPORTED.sub('', module)}}})();\n"


@lru_cache(maxsize=65536)
def named(address: str) -> str:
    """An address within the site with the file that it means: ``../5/#coverage`` → ``../5/index.html#coverage``."""
    if _ELSEWHERE.match(address) or not address:
        return address
    path, hash, anchor = address.partition("#")
    path, question, query = path.partition("?")
    if query and path.endswith(EXPLORE):
        path, _, nearer = f"{path.removesuffix(EXPLORE)}{without_narrowing(query)}".partition("#")
        hash, anchor, question, query = "#" if nearer else "", nearer, "", ""
    if path.endswith("/") or path.rpartition("/")[2] in (".", ".."):
        path = f"{path.removesuffix('/')}/index.html"
    return f"{path}{question}{query}{hash}{anchor}"
