"""Brings the translations up to date with the program: python resources/i18n/build.py [NEW_LANGUAGE …]

Writes `organizer.pot` (every sentence of the program), renews each `LANGUAGE/LC_MESSAGES/organizer.po` with what is new, and
compiles it to the `organizer.mo` that the program reads. A sentence without a translation is shown in English.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).resolve().parent
PROGRAM = HERE.parents[1] / "organizer"
LEFT_OUT = tuple(
    f'"{field}' for field in ("POT-Creation", "PO-Revision", "Generated-By", "Report-Msgid", "Last-Translator", "Language-Team")
)
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "N_": None, "_n": (1, 2)}


def sentences() -> Catalog:
    """Every sentence that the program marks as one for people."""
    catalogue = Catalog(project="Picket Organizer", charset="utf-8")
    for _file, _line, words, comments, context in extract_from_dir(PROGRAM, keywords=KEYWORDS):
        catalogue.add(words, auto_comments=comments, context=context)
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """The text of a catalogue in the order of its sentences, without dates and names: the same words are the same bytes."""
    written = BytesIO()
    write_po(written, catalogue, omit_header=catalogue.locale is None, sort_output=True, width=120, no_location=True)
    lines = written.getvalue().decode().split("\n")
    return "\n".join(line for line in lines if not line.startswith(LEFT_OUT)).encode()


def as_mo(catalogue: Catalog) -> bytes:
    """The compiled words. What is not translated is left out, so that the program shows it in English."""
    for message in [message for message in catalogue if message.id and not is_said(message.string)]:
        catalogue.delete(message.id)
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def translation(language: str) -> Catalog:
    """What there is in a language; empty for a new one."""
    file = HERE / language / "LC_MESSAGES" / "organizer.po"
    if not file.exists():
        return Catalog(locale=language, project="Picket Organizer", version="1", charset="utf-8", fuzzy=False)
    with file.open("rb") as text:
        found = read_po(text, locale=language)
    found.header_comment = f"# Picket Organizer in {found.locale.english_name}. Licence: GPL-3.0-or-later."
    return found


def languages() -> list[str]:
    return sorted(folder.name for folder in HERE.iterdir() if (folder / "LC_MESSAGES" / "organizer.po").exists())


def renew(language: str, template: Catalog) -> int:
    """Write one language anew; how many sentences wait for a translation."""
    catalogue = translation(language)
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    folder = HERE / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "organizer.po").write_bytes(as_po(catalogue))
    (folder / "organizer.mo").write_bytes(as_mo(translation(language)))
    return sum(1 for message in catalogue if message.id and not is_said(message.string))


def is_said(words: str | tuple[str, ...]) -> bool:
    return all(words) if isinstance(words, tuple) else bool(words)


if __name__ == "__main__":
    template = sentences()
    (HERE / "organizer.pot").write_bytes(as_po(template))
    for language in sorted({*languages(), *sys.argv[1:]}):
        print(f"{language}: {renew(language, template)} sentences wait for a translation")
