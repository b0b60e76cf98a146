"""Rules for provisions: that they exist, are written as the registry writes them, and decide the folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.diagnostics import Problem, shortened
from generator.document import Scalar, scalars
from generator.fields import Provision
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
            message = f"`{shortened(scalar.value, 30)}` is not written like a provision"
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
            advice = f"name a provision of it: {_refs(article)}"
            yield Problem(scalar.span, f"`{scalar.value}` names a whole article", advice)


def outside_chapter(subject: Subject) -> Iterator[Problem]:
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
            message = f"`{scalar.value}` is not in {registry.observatory.division['en']}"
            yield Problem(scalar.span, message, f"the articles here are {numbers[0]} to {numbers[-1]}")


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
            message = f"article {form[1]} has no provision `{scalar.value}`"
            yield Problem(scalar.span, message, f"its provisions are {_refs(registry.article[form[1]])}")


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
            message = f"the first provision, {first.value}, belongs in the folder {right}"
            advice = f"move the file, with its translations, to practices/{right}/"
            here = next((one.number for one in registry.articles if one.folder == subject.folder), None)
            if here:
                advice += f"; or put a provision of article {here} first"
            yield Problem(first.span, message, advice)


def meant_provision(written: str, registry: Registry) -> str:
    """The advice for what is no provision, whatever is the matter with it."""
    near = _nearest(written, registry)
    if near:
        return f"did you mean `{near}`?"
    article = registry.article.get("".join(_PARTS.findall(written.lower())[:1]))
    if article:
        return f"the provisions of article {article.number} are {_refs(article)}"
    return f"write it like {_some(registry)}"


def _refs(article: Article) -> str:
    return ", ".join(provision.ref for provision in article.provisions)


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
    return " or ".join(dict.fromkeys((refs[0], longest)))
