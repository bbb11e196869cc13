"""Recovery sheets as PDF: one for the printer, or a file for each holder, so that no two of three lie in one place unmeant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale

from organizer import i18n
from organizer.sheets.recovery_sheet import RecoverySheet, recovery_sheet
from organizer.store import faults, recovery
from organizer.store.files import write_atomic
from organizer.store.key import Key

ONE, THREE = "one", "three"


def one_pdf(key: Key, kind: str, day: date) -> bytes:
    """The sheet, or the three of them, page by page."""
    return _pdf(_contents(key, kind, day))


def write_pdfs(key: Key, kind: str, day: date, place: Path) -> None:
    """Write the sheet to this file, or into this folder a file for each of the three: all of them, or none.

    StorageFault; of three, also where one of the names is taken.
    """
    contents = _contents(key, kind, day)
    if kind == ONE:
        write_atomic(place, _pdf(contents))
        return
    files = [place / f"{each.title()}.pdf" for each in contents]
    if any(file.exists() for file in files):
        raise faults.name_taken()
    try:
        for file, each in zip(files, contents, strict=True):
            write_atomic(file, _pdf([each]))
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        raise


def _contents(key: Key, kind: str, day: date) -> list[RecoverySheet]:
    words = [recovery.one_sheet(key)] if kind == ONE else list(recovery.three_sheets(key))
    return [
        RecoverySheet(each, recovery.mark(key), day, number if kind == THREE else 0) for number, each in enumerate(words, start=1)
    ]


def _pdf(contents: list[RecoverySheet]) -> bytes:
    """On the paper of this country."""
    letter = QLocale.system().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return recovery_sheet(contents, i18n.language(), letter=letter).pdf
