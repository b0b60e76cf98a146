"""The catalogues of interface words: ``python -m generator.catalogues`` says which words lack a translation.

With ``--take`` it first takes new words into the catalogues, as ``make words`` does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import PYTHON_FORMAT, Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import PoFileError, read_po, write_po

from generator import check
from generator.diagnostics import concise, shortened
from generator.settings import Settings
from generator.words import DOMAIN

MESSAGES = "en"
"""The language in which messages stand in the sources; it needs no catalogue."""
SOURCES = ("generator", "theme")
"""The folders in which messages stand; ``theme/locales/babel.cfg`` says in which files, marked by what."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong in a line of a catalogue."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


def messages(settings: Settings) -> Catalog:
    """All messages that stand in the sources."""
    with (settings.locales / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = _empty(None)
    for folder in SOURCES:
        for _, _, message, _, _ in extract_from_dir(settings.root / folder, methods, options, keywords={}):
            found.add(message)
    return found


def path_of(settings: Settings, language: str) -> Path:
    """Where the catalogue of a language stands."""
    return settings.locales / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def take(settings: Settings, published: Iterable[str], wanted: Catalog) -> None:
    """Bring the template and every catalogue up to date; a published language that has none gets one."""
    (settings.locales / f"{DOMAIN}.pot").write_bytes(written(wanted))
    begun = (path.parts[-3] for path in settings.locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    for language in sorted({*published, *begun}):
        path = path_of(settings, language)
        catalogue = _read(path, language) if path.is_file() else _empty(language)
        catalogue.update(wanted, no_fuzzy_matching=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalogue))


def written(catalogue: Catalog) -> bytes:
    """A catalogue as a file, without dates, persons and places, so that the same words give the same file."""
    fields = [f"Project-Id-Version: {DOMAIN}"]
    if catalogue.locale:
        fields += [f"Language: {catalogue.locale_identifier}", f"Plural-Forms: {catalogue.plural_forms}"]
    fields.append("Content-Type: text/plain; charset=utf-8")
    head = [catalogue.header_comment, 'msgid ""', 'msgstr ""', *(f'"{field}\\n"' for field in fields)]
    body = BytesIO()
    write_po(body, catalogue, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return "\n".join([*filter(None, head), "", body.getvalue().decode().strip(), ""]).encode()


def faults(settings: Settings, language: str, wanted: Catalog) -> list[Fault]:
    """What is wrong with the catalogue of a language, in the order of its lines."""
    path = path_of(settings, language)
    shown = settings.shown(path)
    try:
        catalogue = _read(path, language)
    except FileNotFoundError:
        return [Fault(shown, 1, f"there is no catalogue for {language}; run `make words`")]
    except PoFileError as error:
        said = str(error).rpartition(" on ")[0]  # what follows is the line, counted from 0
        return [Fault(shown, error.lineno + 1, f"the catalogue cannot be read: {said}")]
    except ValueError as error:
        return [Fault(shown, 1, f"the catalogue cannot be read: {error}")]
    told = (_told(message, catalogue) for message in wanted if message.id)
    return sorted(Fault(shown, line, text) for each in told for line, text in each)


@click.command()
@click.option("--take", "takes", is_flag=True, help="First take new words in and old ones out.")
def main(takes: bool) -> None:
    """Say which interface words lack a translation, in the languages that the site is published in."""
    settings = Settings(Path.cwd())
    registry, diagnostics = check.registry(settings)
    if registry is None:
        sys.exit("\n".join(map(concise, diagnostics)))
    published = [language.code for language in registry.published if language.code != MESSAGES]
    wanted = messages(settings)
    if takes:
        take(settings, published, wanted)
    found = {language: faults(settings, language, wanted) for language in published}
    for language in published:
        sound = f"{len(wanted)} messages in {language}, all translated"
        click.echo("\n".join(map(str, found[language])) or sound)
    sys.exit(1 if any(found.values()) and not takes else 0)


def _empty(language: str | None) -> Catalog:
    return Catalog(locale=language, project=DOMAIN, header_comment="")


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _told(wanted: Message, catalogue: Catalog) -> Iterator[tuple[int, str]]:
    """The faults of one message, each with its line."""
    name = f"“{shortened(_forms(wanted.id)[0])}”"
    found = catalogue.get(wanted.id)
    if found is None or found.pluralizable != wanted.pluralizable:
        line = found.lineno if found else None
        yield line or 1, f"{name} is missing as it stands in the sources; run `make words`"
        return
    for fault in [*_missing(found), *(_misplaced(wanted, found) or _unsound(found, catalogue))]:
        yield found.lineno or 1, f"{name} {fault}"


def _missing(found: Message) -> Iterator[str]:
    forms = _forms(found.string)
    if not any(forms):
        yield "is not translated"
    elif not all(forms):
        absent = ", ".join(f"msgstr[{number}]" for number, form in enumerate(forms) if not form)
        yield f"lacks a plural form: {absent}"
    if found.fuzzy:
        yield "is marked fuzzy; read the translation, then take the mark away"


def _misplaced(wanted: Message, found: Message) -> list[str]:
    """Placeholders lost or made up. Every plural form needs all: the one for 1 may stand for 21 as well."""
    needed = {name for form in _forms(wanted.id) for name in _placeholders(form)}
    said = [_placeholders(form) for form in _forms(found.string) if form]
    lost = sorted({name for names in said for name in needed - names})
    made_up = sorted({name for names in said for name in names - needed})
    return [*(f"has lost {name}" for name in lost), *(f"has made up {name}" for name in made_up)]


def _unsound(found: Message, catalogue: Catalog) -> Iterator[str]:
    """What Babel's own checks find, and per cent signs that break the filling in of placeholders."""
    for error in found.check(catalogue) if any(_forms(found.string)) else ():
        yield f"is at fault: {error}"
    for form in _forms(found.string) if found.python_format else ():
        try:
            form % {name: 0 for name, _, _ in PYTHON_FORMAT.findall(form)}
        except (TypeError, ValueError) as error:
            yield f"cannot be filled in: {error}; write a per cent sign as %%"


def _placeholders(text: str) -> set[str]:
    return {found.group() for found in PYTHON_FORMAT.finditer(text)} - {"%%"}


def _forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


if __name__ == "__main__":
    main()
