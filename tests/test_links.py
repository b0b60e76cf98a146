"""Links within the site: where they lead, what is found on a page, what is told, and that the real site has no broken one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.links.leads import Leads, extract, merged
from generator.links.target import addresses, resolve
from generator.links.whole import astray, broken_in
from generator.voices import concise
from tests.conftest import Lights
from tests.reading import digest, read

OURS = "https://observatory.example/"
SITE = "https://host.example/obs/"
HERE = "en/practices/x/"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("", "en/practices/x/"),
        ("#", "en/practices/x/"),
        ("#top", "en/practices/x/"),
        ("#p20", "en/practices/x/#p20"),
        ("#%C3%A9t%C3%A9", "en/practices/x/#été"),
        ("#文", "en/practices/x/#文"),
        ("#p20:~:text=so", "en/practices/x/#p20"),
        ("../y/", "en/practices/y/"),
        ("../y/index.html", "en/practices/y/"),
        ("../y", "en/practices/y"),
        ("../../themes/?a=1#b", "en/themes/#b"),
        ("../../documents/d/#p11", "en/documents/d/#p11"),
        ("../../", "en/"),
        ("../../../", ""),
        ("../../../assets/mark.svg", "assets/mark.svg"),
        ("./z/", "en/practices/x/z/"),
        ("../a%20b/", "en/practices/a b/"),
        ("../a%23b/", "en/practices/a%23b/"),
        ("/obs/en/", "en/"),
        ("/en/", "/en/"),
        ("../../../../other/", "/other/"),
        ("https://host.example/obs/zh/", "zh/"),
        ("https://HOST.example/obs/zh/", "zh/"),
        ("//host.example/obs/zh/", "zh/"),
        ("https://host.example/obs/a&b/", "a&b/"),
        ("https://host.example/elsewhere/", None),
        ("https://host.example.org/obs/", None),
        ("https://other.example/#x", None),
        ("mailto:a@b.example", None),
        ("http://[", "/http://["),
    ],
)
def test_where_a_link_leads(link: str, address: str | None) -> None:
    assert resolve(link, HERE, SITE) == address
    html = f'<p><a class="c" href="{link.replace("&", "&amp;")}">so</a></p>'.encode()
    assert extract(html, HERE, SITE).to == ((address,) if address is not None else ())


def test_links_of_the_page_for_missing_addresses_must_not_be_relative() -> None:
    html = b'<a href="/obs/en/"></a><a href="#content"></a><link href="assets/a.css"><link href="https://host.example/obs/b.css">'
    assert extract(html, "404.html", SITE).to == ("en/", "404.html#content", "/assets/a.css", "b.css")


@pytest.mark.parametrize(
    ("html", "to", "ids"),
    [
        ('<img src="a.png" srcset="b.png 1x, c.png 2x">', ("a.png", "b.png", "c.png"), ()),
        ('<form action="../find/"><video poster="p.png"></video></form>', ("../find/", "p.png"), ()),
        ('<svg><use xlink:href="#dot"/></svg>', ("#dot",), ()),
        ('<meta http-equiv="refresh" content="0; url=../new/">', ("../new/",), ()),
        (f'<meta property="og:image" content="{SITE}card.png">', (f"{SITE}card.png",), ()),
        ('<meta name="description" content="The plan of 2019">', (), ()),
        ('<link rel="alternate"\n  hreflang="zh"\n  href="../zh/">', ("../zh/",), ()),
        ("<a href='../a/'>", ("../a/",), ()),
        ("<a id=one href=../a/>", ("../a/",), ("one",)),
        ('<A HREF="../a/" ID="b">', ("../a/",), ("b",)),
        ('<a title="a > b" href="../a/">', ("../a/",), ()),
        ('<a title="it\'s" href="../a/">', ("../a/",), ()),
        ('<p id="a&amp;b"></p>', (), ("a&b",)),
        ('<p>He wrote href="../lost/" and "so", it is 1 < 2 and 3 > 2</p>', (), ()),
        ('<p data-href="x" hidden></p><a download href="f.pdf">', ("f.pdf",), ()),
    ],
)
def test_what_stands_on_a_page(html: str, to: tuple[str, ...], ids: tuple[str, ...]) -> None:
    found = extract(html.encode(), HERE, SITE)
    assert found == Leads(tuple(str(resolve(one, HERE, SITE)) for one in to), ids)


def test_a_page_in_another_encoding_is_read_as_far_as_it_goes() -> None:
    html = b'<p id="\xe9"></p><a href="../a/">\xe9</a><a href=\'../\xe9/\'>'
    assert extract(html, HERE, SITE) == Leads(
        ("en/practices/a/", "en/practices/\N{REPLACEMENT CHARACTER}/"), ("\N{REPLACEMENT CHARACTER}",)
    )


VALUES = some.text(some.sampled_from("ab/.#?<>='\"& é文"), max_size=8)
NAMES = some.sampled_from(["href", "src", "id", "class", "title", "hidden"])


@given(
    some.lists(
        some.tuples(
            some.sampled_from(["a", "p", "link"]),
            some.dictionaries(NAMES, VALUES, max_size=4),
            some.sampled_from("\"' "),
            VALUES,
        ),
        max_size=5,
    )
)
def test_fast_reading_finds_what_a_parser_finds(elements: list[tuple[str, Mapping[str, str], str, str]]) -> None:
    html = "".join(_written(*element) for element in elements)
    reading = read(html)
    found = extract(html.encode(), HERE, SITE)
    links = [one.get(key) for one in reading.elements for key in one.attributes if key in ("href", "src")]
    assert set(found.to) == {to for link in links if (to := resolve(link, HERE, SITE)) is not None}
    assert list(found.ids) == [one.get("id") for one in reading.elements if "id" in one.attributes]


def _written(tag: str, attributes: Mapping[str, str], quote: str, text: str) -> str:
    """An element, with its attributes in single or double quotes, or bare where they can be."""
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    said = []
    for name, value in attributes.items():
        bare = quote == " " and value.isalnum()
        sign = "" if bare else quote.replace(" ", '"')
        said.append(
            f"{name}={sign}{value.replace('&', '&amp;').replace(sign or '&', '&#34;' if sign == chr(34) else '&#39;')}{sign}"
        )
    return f"<{' '.join([tag, *said])}>{shown}</{tag}>"


def test_pieces_of_a_page_are_joined() -> None:
    shell, body = Leads(("en/", "a.css"), ("content",)), Leads(("en/", "en/x/#content"), ("cite",))
    assert merged([shell, body]) == Leads(("en/", "a.css", "en/x/#content"), ("content", "cite"))


def test_what_leads_nowhere() -> None:
    there = addresses(["index.html", "en/index.html", "en/a/index.html", "assets/x.svg"])
    found = {
        "": Leads(("en/", "en/a"), ()),
        "en/": Leads(("en/#here", "en/a/#there", "assets/x.svg#dot", "assets/X.svg"), ("here",)),
        "en/a/": Leads(("en/a/#here", "/en/"), ("there", "twice", "twice")),
    }
    assert [(one.kind, one.page, one.target) for one in astray(found, there)] == [
        ("L101", "", "en/a"),
        ("L101", "en/", "assets/X.svg"),
        ("L101", "en/a/", "/en/"),
        ("L102", "en/a/", "en/a/#here"),
        ("L103", "en/a/", "#twice"),
    ]


def test_every_fault_is_told_with_its_place(tmp_path: Path) -> None:
    files = {
        "index.html": '<p>\n <a href="en/">in</a> <a href="en">in</a>\n',
        "en/index.html": '<i id="a"></i>\n<i id="a"></i> <a href="#b">b</a> <!-- <a href="gone/"> --> <a href="../STYLE.css">',
        "style.css": "body { background: url(ground.png) }",
        "sitemap.xml": f"<urlset><url><loc>{SITE}fr/</loc></url></urlset>",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    origin = {"en/": "docs/en/index.md"}
    said = [
        f"{concise(one)} ({one.problem.advice})"
        for one in broken_in(tmp_path, files, SITE, lambda page: origin.get(page, ""))
    ]
    from_docs = "it probably comes from docs/en/index.md"
    assert said == [
        f"en/index.html:2:1: L103 the id `a` stands 2 times on the page ({from_docs})",
        f"en/index.html:2:16: L102 `#b` leads to `#b`, which is not on the page `en/` ({from_docs})",
        "en/index.html:2:61: L101 `../STYLE.css` leads to `STYLE.css`, which is not in the site "
        f"(there is `style.css`: capital letters differ; {from_docs})",
        "index.html:2:23: L101 `en` leads to `en`, which is not in the site (it is a folder: write `en/`)",
        f"sitemap.xml:1:44: L101 `{SITE}fr/` leads to `fr/`, which is not in the site ()",
        f"style.css:1:24: L101 `{SITE}ground.png` leads to `ground.png`, which is not in the site ()",
    ]


def test_a_fault_of_many_pages_is_told_on_the_first(tmp_path: Path) -> None:
    files = [f"{number}.html" for number in range(9)]
    for name in files:
        (tmp_path / name).write_text('<a href="gone/">', encoding="utf-8")
    found = broken_in(tmp_path, files, SITE)
    assert [one.span.path for one in found] == ["0.html", "1.html", "2.html"]
    assert found[-1].problem.advice == "and on 6 pages more"


def test_strict_build_keeps_the_old_site(draft: Lights) -> None:
    draft.write("site/index.html", "the old site")
    draft.change(
        "docs/fr/about.md", "---\n\n", "---\n\n[là](../practices/lum-two-keepers/#nowhere) [ici](../nulle/)\n\n"
    )
    before = digest(draft.site)
    said = draft.run("build", "--no-search", "--strict")
    assert said.code == 1
    assert "error[L101] `../nulle/` leads to `fr/nulle/`, which is not in the site\n" in said.out
    assert "which is not on the page `fr/practices/lum-two-keepers/`\n" in said.out
    assert " --> fr/about/index.html:" in said.out and "it probably comes from docs/fr/about.md\n" in said.out
    assert said.err == "2 broken links within the site; it was not built; what was published before is untouched\n"
    assert digest(draft.site) == before
    assert draft.run("build", "--no-search", "--strict").out == said.out
    assert draft.run("build", "--no-search", "--quiet").code == 0


def test_the_engine_command_is_strict_as_well(lights: Lights) -> None:
    lights.write("site/index.html", "the old site")
    lights.change("theme/templates/practice.html", 'id="related"', 'id="content"')
    ran = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=lights.root, capture_output=True, text=True
    )
    assert ran.returncode == 1 and "Traceback" not in ran.stderr
    assert "error[L103] the id `content` stands 2 times on the page\n" in ran.stderr
    assert [path.name for path in lights.site.iterdir()] == ["index.html"]


def test_warnings_stay_warnings_where_the_build_is_strict(draft: Lights) -> None:
    said = draft.run("build", "--no-search", "--strict")
    assert (said.code, said.err) == (0, "11 warnings; `observatory check` shows what they are\n")


def test_the_real_site_has_no_broken_link_and_is_read_right(site: Path) -> None:
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert [concise(one) for one in broken_in(site, paths, OURS)] == []
    for path in sorted(path for path in paths if path.endswith(".html"))[::7]:
        reading = read(site / path)
        address = path.removesuffix("index.html")
        found = extract((site / path).read_bytes(), address, OURS)
        links = [one.get(key) for one in reading.elements for key in ("href", "src") if key in one.attributes]
        expected = {to for link in links if (to := resolve(link, address, OURS)) is not None}
        assert set(found.to) == expected and len(expected) > 5
        assert list(found.ids) == [one.get("id") for one in reading.elements if "id" in one.attributes]
