"""What browsers are told to refuse: in every page, in the headers for servers, and what they need not be asked to allow."""

from __future__ import annotations

import re

from generator import policy
from generator.registry import Security
from tests.conftest import Lights
from tests.reading import read

SECURITY = Security("https://lights.example/hole", "2027-06-30", ("en", "fr"))
ADDRESS = "https://lights.example/"


def directives(said: str) -> dict[str, set[str]]:
    """A policy by its directives."""
    return {name: set(values) for name, *values in (part.split() for part in said.split(";"))}


def test_nothing_is_allowed_but_files_of_the_site() -> None:
    said = directives(policy.PAGES)
    assert said["default-src"] == {"'none'"}
    assert said["base-uri"] == {"'none'"}  # which falls back on nothing, as the next
    assert said["form-action"] == {"'self'"}
    assert said["script-src"] == {"'self'", "'wasm-unsafe-eval'"}
    assert set().union(*said.values()) == {"'none'", "'self'", "'wasm-unsafe-eval'"}


def test_headers_hold_the_policy_and_what_a_page_cannot_say() -> None:
    said = directives(policy.HEADERS["Content-Security-Policy"])
    assert said == directives(policy.PAGES) | {"frame-ancestors": {"'none'"}}


def test_every_page_has_the_policy_first(built: Lights) -> None:
    pages = sorted(built.site.rglob("*.html"))
    assert len(pages) > 80
    for page in pages:
        reading = read(page)
        metas = [element for element in reading.elements if element.tag == "meta"]
        (said,) = [meta.get("content") for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
        assert said == policy.PAGES
        assert [meta.get("content") for meta in metas if meta.get("name") == "referrer"] == ["same-origin"]
        before = reading.elements[: reading.elements.index(metas[1])]
        assert {element.tag for element in before} == {
            "html",
            "head",
            "meta",
        }  # what stands before it is not bound by it


def test_every_link_out_says_what_it_is_not(built: Lights) -> None:
    own = "https://lights.example/observatory/"
    found = 0
    for page in built.site.rglob("*.html"):
        for link in read(page).all("a"):
            if re.match("https?:", link.get("href")) and not link.get("href").startswith(own):
                assert "noopener" in link.get("rel").split(), f"{page}: {link.get('href')}"
                found += 1
    assert found > 20


def test_files_for_servers() -> None:
    files = dict(policy.files(SECURITY, ADDRESS))
    assert files["_headers"].startswith(
        "/*\n  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
    )
    assert '\nadd_header X-Content-Type-Options "nosniff" always;\n' in files["headers/nginx.conf"]
    assert '\nheader {\n\tContent-Security-Policy "default-src' in files["headers/Caddyfile"]
    for text in (files["_headers"], files["headers/nginx.conf"], files["headers/Caddyfile"]):
        for name, value in policy.HEADERS.items():
            assert (
                len(re.findall(rf"^\W*(?:add_header )?{name}:? \"?{re.escape(value)}\"?(?: always;)?$", text, re.M))
                == 1
            )


def test_security_txt() -> None:
    assert policy.security_txt(SECURITY, ADDRESS) == (
        "Contact: https://lights.example/hole\n"
        "Expires: 2027-06-30T00:00:00Z\n"
        "Preferred-Languages: en, fr\n"
        "Canonical: https://lights.example/.well-known/security.txt\n"
    )


def test_an_observatory_without_a_contact_has_no_security_txt() -> None:
    assert set(dict(policy.files(None, ADDRESS))) == {"_headers", "headers/nginx.conf", "headers/Caddyfile"}


def test_the_contact_is_published_with_the_site(built: Lights) -> None:
    said = (built.site / ".well-known/security.txt").read_text(encoding="utf-8")
    assert "Contact: https://lights.example/hole\nExpires: 2999-12-01T00:00:00Z\n" in said
    assert (built.site / "_headers").is_file()
