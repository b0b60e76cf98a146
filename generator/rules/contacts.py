"""Rules for where readers can write to: addresses that somebody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Problem, shortened
from generator.document import Mapping, Scalar
from generator.kinds import Mailbox
from generator.phrase import phrase
from generator.rules.subject import Subject

_MAILBOX = re.compile(r"[A-Za-z0-9._+-]{1,64}@([A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{2,63}")


def expired_contact(subject: Subject) -> Iterator[Problem]:
    """The day until which the address for reports of holes stands is past.

    Those who find a hole in the site read it in `security.txt`, which tells them not to trust it after that day. The
    day is kept by hand, at most a year ahead, so that somebody looks at the address again before it is renewed.

    Wrong:

        security: {contact: https://example.org/report, expires: 2020-12-31}

    Right:

        security: {contact: https://example.org/report, expires: 2027-06-30}
    """
    security = subject.document.root.get("security")
    expires = security.get("expires") if isinstance(security, Mapping) else None
    if isinstance(expires, Scalar) and expires.value <= subject.today.isoformat():
        message = phrase("the address for reports stands until %(expires)s, which is past", expires=expires.value)
        yield Problem(
            expires.span, message, phrase("see that the address is still read, then write a day within a year")
        )


def malformed_mailbox(subject: Subject) -> Iterator[Problem]:
    """An e-mail address that no letter would reach.

    The form on the site offers to send a practice there.

    Wrong:

        submissions: {mail: practices at observatory.example}

    Right:

        submissions: {mail: practices@observatory.example}
    """
    for _, scalar in subject.scalars(Mailbox):
        if not _MAILBOX.fullmatch(scalar.value):
            message = phrase("`%(value)s` is no e-mail address", value=shortened(scalar.value))
            advice = phrase("write it like practices@observatory.example, without a name before it")
            yield Problem(scalar.span, message, advice)
