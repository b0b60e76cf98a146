"""Rules for provisions: that they exist, are written as the registry writes them, and decide the folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator import sentences
from generator.diagnostics import Problem, shortened
from generator.document import Scalar, scalars
from generator.kinds import Provision
from generator.phrase import Phrase, either, phrase
from generator.registry import Article, Registry
from generator.rules.subject import Subject

_FORM = re.compile(r"([1-9][0-9]{0,3})(\.[0-9]{1,3})?(\([a-z]\))?(\([ivx]{1,5}\))?")
_PARTS = re.compile(r"[0-9]{1,4}|[a-z]{1,5}")


def are_unknown(subject: Subject) -> bool:
    """Whether a provision is none of the registry's."""
    return bool(_unknown(subject))


def malformed_provision(subject: Subject) -> Iterator[Problem]:
    """A provision is not written the way the registry writes them.

    Article, full stop, paragraph, and a letter in round brackets: only so can entries be found by provision.

    Wrong:

        provisions: ["Art. 5(1)"]

    Right:

        provisions: ["5.1"]
    """
    registry = subject.known()
    for scalar in _unknown(subject):
        if not _FORM.fullmatch(scalar.value):
            message = phrase("`%(value)s` is not written like a provision", value=shortened(scalar.value, 30))
            yield Problem(scalar.span, message, meant_provision(scalar.value, registry))


def article_without_provision(subject: Subject) -> Iterator[Problem]:
    """An article is named as a whole, where one of its provisions is expected.

    An article says many things; an entry says to which of them it answers.

    Wrong:

        provisions: ["5"]

    Right:

        provisions: ["5.1"]
    """
    registry = subject.known()
    for scalar in _unknown(subject):
        article = registry.article.get(scalar.value)
        if article:
            advice = phrase("name a provision of it: %(provisions)s", provisions=_refs(article))
            yield Problem(scalar.span, phrase("`%(value)s` names a whole article", value=scalar.value), advice)


def uncovered_article(subject: Subject) -> Iterator[Problem]:
    """A provision of an article that this observatory does not cover.

    What is covered stands in `registry/articles.yml`.

    Wrong:

        provisions: ["15.1"]

    Right:

        provisions: ["5.1"]
    """
    registry = subject.known()
    for scalar in _unknown(subject):
        form = _FORM.fullmatch(scalar.value)
        if form and form[1] not in registry.article:
            numbers = [article.number for article in registry.articles]
            message = phrase(
                "`%(value)s` is not in %(division)s", value=scalar.value, division=registry.observatory.division
            )
            yield Problem(
                scalar.span,
                message,
                phrase("the articles here are %(first)s to %(last)s", first=numbers[0], last=numbers[-1]),
            )


def unknown_provision(subject: Subject) -> Iterator[Problem]:
    """A provision that its article does not have.

    Most often the paragraph or the letter is mistaken.

    Wrong:

        provisions: ["5.9"]

    Right:

        provisions: ["5.1"]
    """
    registry = subject.known()
    for scalar in _unknown(subject):
        form = _FORM.fullmatch(scalar.value)
        if form and form[1] in registry.article and scalar.value != form[1]:
            message = phrase("article %(article)s has no provision `%(value)s`", article=form[1], value=scalar.value)
            yield Problem(
                scalar.span,
                message,
                phrase("its provisions are %(provisions)s", provisions=_refs(registry.article[form[1]])),
            )


def wrong_folder(subject: Subject) -> Iterator[Problem]:
    """The entry stands in the folder of another article than that of its first provision.

    The first provision decides under which article an entry is shown, and people look for the file there.

    Wrong:

        practices/article-12/ita-plans.yml, with provisions: ["5.1", "12.1"]

    Right:

        practices/article-05/ita-plans.yml, with provisions: ["5.1", "12.1"]
    """
    registry, provisions = subject.known(), subject.field("provisions")
    first = next(scalars(provisions.value), None) if provisions else None
    provision = registry.provisions.get(first.value) if first else None
    if first and provision:
        right = registry.article[provision.article].folder
        if right != subject.folder:
            message = sentences.BELONGS_IN.about(provision=first.value, folder=right)
            here = next((one.number for one in registry.articles if one.folder == subject.folder), None)
            yield Problem(first.span, message, _into(right, here))


def meant_provision(written: str, registry: Registry) -> Phrase:
    """The advice for what is no provision, whatever is the matter with it."""
    near = _nearest(written, registry)
    if near:
        return sentences.NEAR.about(near=f"`{near}`")
    article = registry.article.get("".join(_PARTS.findall(written.lower())[:1]))
    if article:
        return phrase(
            "the provisions of article %(article)s are %(provisions)s",
            article=article.number,
            provisions=_refs(article),
        )
    return phrase("write it like %(provisions)s", provisions=_some(registry))


def _into(right: str, here: str | None) -> Phrase:
    """The advice to move a file into the right folder, or to put a provision first of the article whose folder it is in."""
    if here is None:
        return sentences.MOVE_FILE.about(folder=right)
    return sentences.MOVE_OR_PUT_FIRST.about(folder=right, article=here)


def _refs(article: Article) -> tuple[str, ...]:
    return tuple(provision.ref for provision in article.provisions)


def _unknown(subject: Subject) -> Iterable[Scalar]:
    provisions = subject.known().provisions
    return [scalar for _, scalar in subject.scalars(Provision) if scalar.value not in provisions]


def _nearest(written: str, registry: Registry) -> str | None:
    """The provision with the same numbers and letters: ``Art. 6 (1) a`` → ``6.1(a)``."""
    parts = _PARTS.findall(written.lower())
    while parts and not parts[0].isdigit():
        parts = parts[1:]
    return next((ref for ref in registry.provisions if _PARTS.findall(ref) == parts), None)


def _some(registry: Registry) -> str:
    refs = list(registry.provisions)
    longest = max(refs, key=len)
    return either(*dict.fromkeys((refs[0], longest)))
