"""The fields of the registry's files, described like those of an entry."""

from __future__ import annotations

from generator.kinds import (
    Address,
    Choice,
    Field,
    Flag,
    Line,
    ListOf,
    Mailbox,
    Moment,
    Number,
    Provision,
    Record,
    Reference,
    Texts,
)

PARTY_ACTS = ("ratification", "accession", "acceptance", "approval", "succession", "formal confirmation")
PARTY_STATES = ("party", "recalled", "unknown", "not-party")
HOSTS = ("github", "gitlab")
ID = Line(60)


def _several(*fields: Field) -> ListOf:
    return ListOf(Record(fields), 1000)


def _field(name: str, kind: object, required: bool = True) -> Field:
    return Field(name, kind, f"See the registry's files for {name}.", required=required)  # type: ignore[arg-type]


OBSERVATORY = Record(
    (
        *(
            _field(name, Texts())
            for name in (
                "name", "strapline", "headline", "lead", "instrument", "division",
                "articles_heading", "disclaimer", "licence_note", "citation_name",
            )
        ),
        _field("elsewhere", _several(_field("title", Texts()), _field("url", Address())), False),
        _field("security", Record((
            _field("contact", Address()),
            _field("expires", Moment()),
            _field("languages", ListOf(Reference("languages")), False),
        )), False),
        _field("submissions", Record((
            _field("mail", Mailbox(), False),
            _field("repository", Record((
                _field("address", Address()),
                _field("branch", Line(100)),
                _field("host", Choice(HOSTS)),
            )), False),
        )), False),
        _field("languages", _several(
            _field("code", Line(8)),
            _field("name", Line(40)),
            _field("direction", Choice(("ltr", "rtl"))),
            _field("published", Flag()),
        )),
    )
)  # fmt: skip

ARTICLES = Record((
    _field("articles", _several(
        _field("number", Number()),
        _field("titles", Texts()),
        _field("verified", ListOf(Reference("languages")), False),
        _field("asks", Texts(500)),
        _field("discussed", Record((
            _field("frequency", Choice(("several-times", "once", "not-stated"))),
            _field("topic", Texts(), False),
            _field("document", Reference("documents"), False),
            _field("paragraph", Line(20), False),
        )), False),
        _field("provisions", _several(_field("ref", Line(20)), _field("headings", Texts()))),
    )),
))  # fmt: skip

THEMES = Record((
    _field("groups", _several(_field("id", ID), _field("labels", Texts()))),
    _field("themes", _several(
        _field("id", ID),
        _field("group", ID),
        _field("labels", Texts()),
        _field("definition", Texts(500)),
        _field("provisions", ListOf(Provision(), 100), False),
    )),
))  # fmt: skip

MEASURES = Record((
    _field("measures", _several(
        _field("id", ID),
        _field("labels", Texts()),
        _field("definition", Texts(500)),
        _field("class", Line(40), False),
    )),
))  # fmt: skip

COUNTRIES = Record((
    _field("policy", Texts(1000)),
    _field("groups", _several(_field("id", ID), _field("labels", Texts()), _field("short", Texts()))),
    _field("countries", _several(
        _field("code", Line(3)),
        _field("names", Texts()),
        _field("also", ListOf(Line(80), 20), False),
        _field("group", ID, False),
        _field("party", Record((
            _field("state", Choice(PARTY_STATES)),
            _field("act", Choice(PARTY_ACTS), False),
            _field("since", Moment(), False),
        )), False),
        _field("small_island", Flag(), False),
        _field("kind", Choice(("member", "observer", "organization"))),
    )),
))  # fmt: skip

DOCUMENT = Record((
    _field("titles", Texts(500)),
    _field("title_status", Choice(("verified", "rendering"))),
    _field("symbol", Line(60), False),
    _field("kind", Choice(("meeting-report", "background-paper", "secretariat-report", "draft-report"))),
    _field("body", Texts()),
    _field("session", Texts()),
    _field("date", Moment(), False),
    _field("meeting", Record((
        _field("from", Moment()), _field("until", Moment(), False), _field("place", Texts(), False),
    )), False),
    _field("original_language", Reference("languages"), False),
    _field("url", Address(), False),
    _field("paragraphs", Number()),
    _field("sections", _several(
        _field("title", Texts()), _field("from", Number()), _field("until", Number()),
    ), False),
    _field("read", Record((_field("language", Reference("languages")), _field("extent", Choice(("whole", "opening", "excerpt")))))),
    _field("caveats", Texts(1500), False),
))  # fmt: skip

GLOSSARY = Record((
    _field("terms", _several(
        _field("id", ID),
        _field("use", ListOf(Line(120))),
        _field("avoid", ListOf(Line(120)), False),
        _field("asked", ListOf(Line(120)), False),
        _field("note", Line(500), False),
    )),
))  # fmt: skip

FILES = {
    "observatory.yml": OBSERVATORY,
    "articles.yml": ARTICLES,
    "themes.yml": THEMES,
    "measures.yml": MEASURES,
    "countries.yml": COUNTRIES,
}
