"""The interface words as they stand in the sources: ``python -m generator.extraction`` says what the catalogues lack of them.

With ``--take`` it takes new words into the template and the catalogues and old ones out, as ``make words`` does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from generator import catalogues, check, interface
from generator.diagnostics import concise, errors, full
from generator.settings import Settings
from generator.telling import count
from generator.words import DOMAIN, MESSAGES, path_of

SOURCES = ("generator", "theme")
"""The folders in which messages stand; ``theme/locales/babel.cfg`` says in which files, marked by what."""


def messages(settings: Settings) -> Catalog:
    """All messages that stand in the sources."""
    with (settings.locales / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    found = _empty(None)
    for folder in SOURCES:
        for _, _, message, _, _ in extract_from_dir(settings.root / folder, methods, options, keywords={}):
            found.add(message)
    return found


def take(settings: Settings, published: Iterable[str], wanted: Catalog) -> None:
    """Bring the template and every catalogue up to date; a published language that has none gets one."""
    catalogues.template_of(settings).write_bytes(written(wanted))
    begun = (path.parts[-3] for path in settings.locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    for language in sorted({*published, *begun}):
        path = path_of(settings.locales, language)
        catalogue = read_po(path.open("rb"), locale=language) if path.is_file() else _empty(language)
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
    if takes and not errors(interface.breaking(settings, registry)):  # what cannot be read must not be written anew
        take(settings, published, wanted)
    found = [*interface.template(settings, catalogues.messages(wanted)), *interface.faults(settings, registry)]
    for one in found:
        click.echo(full(one))
    click.echo(f"{count(len(wanted), 'message')} in {', '.join(published) or MESSAGES}: {count(len(found), 'problem')}")
    sys.exit(1 if errors(found) or (found and not takes) else 0)


def _empty(language: str | None) -> Catalog:
    return Catalog(locale=language, project=DOMAIN, header_comment="")


if __name__ == "__main__":
    main()
