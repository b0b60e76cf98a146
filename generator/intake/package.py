"""Files of Word and Excel are zips: looked at from outside before anything in them is parsed."""

from __future__ import annotations

import re
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from generator.diagnostics import shortened
from generator.intake.faults import (
    AGAIN,
    DAMAGED,
    SMALLER,
    FaultError,
    dangerous_content,
    save_as,
    too_large_form,
    unreadable_form,
)
from generator.phrase import phrase
from generator.source import Span

MEMBERS = 500
PART = 6 * 1024 * 1024  # bytes of one part unpacked; that of a filled questionnaire has 400,000
WHOLE = 40 * 1024 * 1024  # bytes of all, pictures included
RATIO = 150  # a questionnaire shrinks to a fifteenth
_SMALL = 256 * 1024  # bytes; what is not longer may shrink as it likes
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}encoding=["']([^"']{1,40})["']""")
LOCKED = phrase("the file is protected by a password")
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")


def opened(data: bytes, start: Span, suffix: str) -> ZipFile:
    """The zip of a file that is called ``.docx`` or ``.xlsx``; raises FaultError where it is none that may be opened."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise FaultError(unreadable_form, start, LOCKED, phrase("save it without one"))
        why = phrase("this is the form of before 2007, in which nothing is read")
        raise FaultError(unreadable_form, start, why, save_as(suffix))
    try:
        package = ZipFile(BytesIO(data))
        members = package.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        why = phrase("the file is called %(suffix)s, and what is in it is something else, or cut short", suffix=suffix)
        raise FaultError(unreadable_form, start, why, save_as(suffix)) from None
    _refuse_large(members, start)
    if any(one.flag_bits & 0x1 for one in members):
        raise FaultError(unreadable_form, start, LOCKED, phrase("save it without one"))
    if any(one.filename.lower().endswith(("vbaproject.bin", "vbadata.xml")) for one in members):
        raise FaultError(
            dangerous_content, start, phrase("there are macros in the file"), phrase("save it without macros")
        )
    return package


def part(package: ZipFile, name: str, start: Span) -> bytes:
    """The bytes of a part, which is XML and declares nothing; raises FaultError where it is not there, or not such."""
    try:
        data = package.read(name)
    except KeyError:
        raise FaultError(
            unreadable_form, start, phrase("there is no %(part)s in the file", part=shortened(name)), AGAIN
        ) from None
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise FaultError(unreadable_form, start, DAMAGED, AGAIN) from None
    said = _ENCODING.match(data[:200])
    if b"\x00" in data[:200] or (said and said[1].lower() not in (b"utf-8", b"us-ascii")):
        raise FaultError(unreadable_form, start, DAMAGED, AGAIN)
    if any(one in data for one in _DECLARATIONS):
        message = phrase("%(part)s in the file declares entities of XML", part=shortened(name))
        raise FaultError(dangerous_content, start, message, AGAIN)
    return data


def _refuse_large(members: list[ZipInfo], start: Span) -> None:
    """Raises FaultError where unpacking would give far more than a questionnaire has."""
    if len(members) > MEMBERS:
        message = phrase("there are %(count)s parts in the file", count=len(members))
        raise FaultError(too_large_form, start, message, SMALLER)
    whole = sum(one.file_size for one in members)
    texts = [one.file_size for one in members if one.filename.lower().endswith((".xml", ".rels"))]
    growing = [one.file_size for one in members if one.file_size > max(_SMALL, RATIO * one.compress_size)]
    size = whole if whole > WHOLE else max([*growing, *(size for size in texts if size > PART)], default=0)
    if size:
        message = phrase("unpacked, what is in it would take %(size)s bytes", size=size)
        raise FaultError(too_large_form, start, message, SMALLER)
