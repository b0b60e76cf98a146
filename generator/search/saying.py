"""What the dialog of search says, in the language of the page."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator.edition import Edition


def said(edition: Edition) -> bytes:
    """The words of a language as JSON, by the names that the script knows; what goes with a number by plural forms of Unicode."""
    say, count = edition.words.say, edition.words.count
    words = {
        "label": say("Search the practices"),
        "hint": say("A topic, a State, a provision"),
        "submit": say("Search"),
        "close": say("Close"),
        "waiting": say("Searching…"),
        "found": _counted(edition, lambda n: count("%(n)s practice found", "%(n)s practices found", n)),
        "practices": _counted(edition, lambda n: count("%(n)s practice", "%(n)s practices", n)),
        "all": say("All results, to be narrowed"),
        "nothing": say("Nothing was found for “%(query)s”."),
        "near": say("Words that would find something:"),
        "ways": say("Or look through the lists:"),
        "failed": say(
            "Search does not work here: its files are missing or blocked, or this browser is too old for it."
        ),
        "begin": say(
            "Ask for a topic, a State by any of its names, or a provision by its number, such as %(provision)s."
        )
        % {"provision": next(iter(edition.catalogue.registry.provisions))},
        "keys": say("Arrow keys move, Enter opens, Escape closes."),
        "state": say("State"),
        "provision": say("Provision"),
        "article": say("Article"),
        "theme": say("Theme"),
        "lists": {
            "articles": say("Articles"),
            "countries": say("States"),
            "themes": say("Themes"),
            "documents": say("Documents"),
        },
    }
    names = {code: language.name for code, language in edition.languages.items()}
    return json.dumps({**words, "names": names}, ensure_ascii=False, separators=(",", ":")).encode()


def _counted(edition: Edition, message: Callable[[int], str]) -> dict[str, str]:
    """A message by each plural form of the language, with the place of the number left open."""
    rule: Callable[[int], str] = edition.words.locale.plural_form
    return {rule(number): message(number) for number in reversed(range(201))}
