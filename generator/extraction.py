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
from generator.codes import EVERY
from generator.diagnostics import errors
from generator.interpreter import paragraphs
from generator.settings import Settings
from generator.telling import count
from generator.voices import concise, full
from generator.words import CHECKS, DOMAIN, DOMAINS, MESSAGES, path_of

SOURCES = ("generator", "theme")
"""The folders in which messages stand; ``theme/locales/<domain>.cfg`` says in which files, marked by what."""


def messages(settings: Settings, domain: str = DOMAIN) -> Catalog:
    """All messages of a domain that stand in the sources, by the alphabet; then the explanations of rules, by their codes."""
    with _marks(settings, domain).open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    marked = [
        message
        for folder in SOURCES
        for _, _, message, _, _ in extract_from_dir(settings.root / folder, methods, options, keywords={})
    ]
    found = _empty(None)
    for message in sorted(marked, key=lambda one: one if isinstance(one, str) else one[0]):
        found.add(message)
    for rule in EVERY if domain == CHECKS else ():
        for paragraph in paragraphs(rule):
            found.add(paragraph, context=rule.code)
    return found


def take(settings: Settings, published: Iterable[str], wanted: Catalog, domain: str = DOMAIN) -> None:
    """Bring the template and every catalogue of a domain up to date; a published language that has none gets one."""
    catalogues.template_of(settings, domain).write_bytes(written(wanted))
    begun = (path.parts[-3] for path in settings.locales.glob("*/LC_MESSAGES/*.po"))
    for language in sorted({*published, *begun}):
        path = path_of(settings.locales, language, domain)
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
    write_po(body, catalogue, no_location=True, omit_header=True, ignore_obsolete=True)
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
    wanted = {domain: messages(settings, domain) for domain in DOMAINS if _marks(settings, domain).is_file()}
    if takes and not errors(interface.breaking(settings, registry)):  # what cannot be read must not be written anew
        for domain, some in wanted.items():
            take(settings, published, some, domain)
    found = [
        one
        for domain, some in wanted.items()
        for one in interface.template(settings, catalogues.messages(some), domain)
    ]
    found += interface.faults(settings, registry)
    for one in found:
        click.echo(full(one))
    number = sum(map(len, wanted.values()))
    click.echo(f"{count(number, 'message')} in {', '.join(published) or MESSAGES}: {count(len(found), 'problem')}")
    sys.exit(1 if errors(found) or (found and not takes) else 0)


def _marks(settings: Settings, domain: str) -> Path:
    """The file that says by what the messages of a domain are marked."""
    return settings.locales / f"{domain}.cfg"


def _empty(language: str | None) -> Catalog:
    return Catalog(locale=language, project=DOMAIN, header_comment="")


if __name__ == "__main__":
    main()
