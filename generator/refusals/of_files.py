"""Why a file is not read, whatever is in it: its kind, its name, its size, its characters."""

from __future__ import annotations

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.phrase import counted, phrase
from generator.source import Span


def missing_file(span: Span) -> Problem:
    """A file that must be there is not.

    Restore it from the repository, or mend the path you gave.

    Wrong:

        registry/            (without themes.yml)

    Right:

        registry/themes.yml
    """
    return Problem(span, phrase("there is no such file"), phrase("restore it from the repository, or mend the path"))


def unreadable_file(span: Span, reason: str) -> Problem:
    """The file is there but cannot be opened.

    Most often its permissions forbid it.

    Wrong:

        chmod 000 ita-plans.yml

    Right:

        chmod 644 ita-plans.yml
    """
    return Problem(
        span,
        phrase("the file cannot be read: %(reason)s", reason=shortened(reason) or phrase("unknown reason")),
        phrase("look at its permissions"),
    )


def symbolic_link(span: Span, name: str) -> Problem:
    """A symbolic link stands where a file is expected.

    Links are never followed: they could lead out of the folder.

    Wrong:

        ita-plans.yml -> /etc/hosts

    Right:

        ita-plans.yml         (the file itself)
    """
    message = phrase("%(name)s is a symbolic link", name=shortened(name))
    return Problem(span, message, phrase("put the file itself here; links are not followed"))


def not_a_file(span: Span, name: str) -> Problem:
    """A folder or device has the name of an entry.

    Only regular files are read.

    Wrong:

        ita-plans.yml/

    Right:

        ita-plans.yml
    """
    return Problem(
        span,
        phrase("%(name)s is not a regular file", name=shortened(name)),
        phrase("give it another name, or move it away"),
    )


def stray_file(span: Span, name: str) -> Problem:
    """A file among the entries does not end in `.yml`, so it would silently be left out.

    Notes and images belong elsewhere; an entry needs the ending `.yml` in small letters.

    Wrong:

        practices/article-05/ita-plans.yaml

    Right:

        practices/article-05/ita-plans.yml
    """
    stem = shortened(name.split(".")[0])
    message = phrase("%(name)s does not end in .yml, so it would not be read", name=shortened(name))
    return Problem(span, message, phrase("call it %(stem)s.yml, or move it away", stem=stem))


def unread_file(span: Span, name: str, known: tuple[str, ...]) -> Problem:
    """A file in the registry that nothing reads.

    Most often its name is misspelt, or a document stands outside the folder `documents`, a glossary outside `glossary`.

    Wrong:

        registry/theme.yml

    Right:

        registry/themes.yml
    """
    advice = phrase(
        "the files are %(files)s, one a document in registry/documents/, and one a language in registry/glossary/",
        files=known,
    )
    return Problem(span, phrase("nothing reads a file called %(name)s", name=shortened(name)), advice)


def closed_folder(span: Span, name: str) -> Problem:
    """A folder cannot be looked into, or stands too deep in others, so what is in it would silently be left out.

    Entries stand in one folder for each article.

    Wrong:

        practices/article-05/2019/meeting/statements/europe/south/rome/one/two/ita-plans.yml

    Right:

        practices/article-05/ita-plans.yml
    """
    message = phrase("the folder %(name)s cannot be looked into, or stands too deep in others", name=shortened(name))
    return Problem(span, message, phrase("look at its permissions, or move its files up"))


def name_not_utf_8(span: Span) -> Problem:
    """The name of a file or folder is in another encoding than UTF-8.

    Other computers would not find it by that name. It often comes out of an old archive.

    Wrong:

        practices/article-05/ita-\\xe0.yml

    Right:

        practices/article-05/ita-plans.yml
    """
    return Problem(
        span, phrase("the name is not in UTF-8"), phrase("give it another, of small letters, digits and hyphens")
    )


def too_large(span: Span, size: int, limit: int) -> Problem:
    """The file is larger than any entry needs.

    The limit (256 KB) protects the checks from files made to exhaust them.

    Wrong:

        description: |            (a whole report pasted in)

    Right:

        description: |            (what was done; the report is a source)
    """
    message = counted(
        "the file has %(n)s byte; at most %(limit)s are read",
        "the file has %(n)s bytes; at most %(limit)s are read",
        size,
        limit=limit,
    )
    return Problem(span, message, phrase("shorten the texts, or split the entry"))


def not_utf_8(span: Span, byte: int | None) -> Problem:
    """The file is in another encoding than UTF-8.

    Letters with accents and other scripts would come out wrong. Choose UTF-8 in the editor's "Save as".

    Wrong:

        lead: Autorit\\xe0         (Latin-1)

    Right:

        lead: Autorità            (UTF-8)
    """
    message = phrase("the file is not in UTF-8, but probably in UTF-16")
    if byte is not None:
        message = phrase("the file is not in UTF-8: byte %(byte)s stands here", byte=f"0x{byte:02X}")
    return Problem(span, message, phrase("save it again with the encoding UTF-8"))


def unseen_character(span: Span, character: str) -> Problem:
    """A control, zero-width or text-direction character stands in the file.

    A reviewer cannot see it, and it can hide or turn around words. It often comes with text copied from a web
    page.

    Wrong:

        title: Plan<U+200B>s

    Right:

        title: Plans
    """
    return Problem(span, sentences.UNSEEN.about(code=f"U+{ord(character):04X}"), sentences.DELETE.about())
