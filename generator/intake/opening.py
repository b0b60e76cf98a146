"""A file that was sent in, read by what it is: regular, not too large, and in the format that its name says."""

from __future__ import annotations

import stat
from pathlib import Path

from generator.blanks import titles
from generator.blanks.choices import Choices
from generator.diagnostics import shortened
from generator.intake.faults import (
    SMALLER,
    FaultError,
    broken_data,
    no_practice,
    save_as,
    too_large_form,
    unreadable_form,
)
from generator.intake.given import Read
from generator.phrase import phrase
from generator.source import Source, Span

SIZE = 8 * 1024 * 1024
"""The bytes of a file; a filled questionnaire has 40,000."""
TEXT_SIZE = 2 * 1024 * 1024
_ZIPPED = (".docx", ".xlsx")
_OTHERS = {
    **dict.fromkeys((".doc", ".docm", ".odt", ".rtf"), save_as(".docx")),
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".ods"), save_as(".xlsx")),
    ".pdf": phrase("ask for the questionnaire as .docx or .xlsx: what stands in a PDF cannot be told apart"),
    ".yml": phrase("an entry belongs into practices/; `observatory check` checks it"),
}
_KNOWN = phrase("it can be .docx, .xlsx, .csv or .json; with --issue, the text of an issue")


def read(path: Path, choices: Choices, issue: bool = False) -> Read:
    """The practices in a file, or what is wrong with it. ``issue`` says that it holds the text of an issue."""
    start = Source(path.as_posix(), "").start()
    try:
        return _read(path, start, choices, issue)
    except FaultError as stopped:
        return Read((), (stopped.diagnostic,))


def _read(path: Path, start: Span, choices: Choices, issue: bool) -> Read:
    size = _size(path, start)
    suffix = ".md" if issue else path.suffix.lower()
    if suffix not in (*_ZIPPED, ".csv", ".tsv", ".json", ".md") or (suffix == ".md" and not issue):
        advice = _OTHERS.get(suffix, _KNOWN)
        message = phrase("nothing is read from a file called %(name)s", name=shortened(path.name))
        raise FaultError(unreadable_form, start, message, advice)
    limit = SIZE if suffix in _ZIPPED else TEXT_SIZE
    if size > limit:
        message = phrase("the file has %(size)s bytes; at most %(limit)s are read", size=size, limit=limit)
        raise FaultError(too_large_form, start, message, SMALLER)
    data = _bytes(path, start, limit)
    if not data.strip():
        raise FaultError(no_practice, start, phrase("the file is empty"))
    if suffix == ".docx":
        from generator.intake.readers import docx

        return docx.read(data, start.path, choices.unchosen())
    if suffix == ".xlsx":
        from generator.intake.readers import xlsx

        return xlsx.read(data, start.path)
    from generator.intake.readers import data as records
    from generator.intake.readers import issue as issues
    from generator.intake.readers import table

    text = _decoded(data, start)
    if suffix == ".json":
        return records.read(text, start.path)
    codes = titles.codes(choices)
    if suffix == ".md":
        return issues.read(text, start.path, codes, choices.unchosen())
    return table.read(text, start.path, codes)


def _size(path: Path, start: Span) -> int:
    """The size of a regular file; raises FaultError where it is none."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FaultError(unreadable_form, start, phrase("this is a folder"), phrase("name the files in it"))
        if not stat.S_ISREG(status.st_mode):
            raise FaultError(unreadable_form, start, phrase("this is no regular file"), phrase("name the file itself"))
        return status.st_size
    except FileNotFoundError:
        message = phrase("there is no such file")
        raise FaultError(unreadable_form, start, message, phrase("look at its spelling")) from None
    except (OSError, ValueError) as error:
        raise _unreadable(start, error) from None


def _bytes(path: Path, start: Span, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise _unreadable(start, error) from None


def _unreadable(start: Span, error: OSError | ValueError) -> FaultError:
    why = getattr(error, "strerror", None) or "unknown reason"
    message = phrase("the file cannot be read: %(reason)s", reason=shortened(why))
    return FaultError(unreadable_form, start, message, phrase("look at its permissions"))


def _decoded(data: bytes, start: Span) -> str:
    """The text of a file in UTF-8, its lines ended by ``\\n``."""
    again = phrase("save it anew, as UTF-8 (in Excel: “CSV UTF-8”)")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise FaultError(broken_data, start, phrase("the file is in UTF-16"), again)
    nothing = data.find(b"\x00")
    if nothing >= 0:
        why = phrase("byte %(place)s of the file is zero: it is no text, or in UTF-16", place=nothing + 1)
        raise FaultError(broken_data, start, why, again)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"0x{data[error.start]:02X}"
        why = phrase("byte %(place)s of the file, %(byte)s, is not UTF-8", place=error.start + 1, byte=byte)
        raise FaultError(broken_data, start, why, again) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
