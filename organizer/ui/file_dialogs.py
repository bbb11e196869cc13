"""The system's file dialogs, each behind one small function: the only place that asks a person for a path."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from organizer import paths
from organizer.i18n import _

SUFFIX = ".organizer"


def ask_open(parent: QWidget | None = None) -> Path | None:
    """A campaign file to open; None where the person thought better of it."""
    name, _filter = QFileDialog.getOpenFileName(parent, _("Open a file"), str(paths.documents()), _campaign_files())
    return Path(name) if name else None


def ask_new(parent: QWidget | None = None, name: str = "") -> Path | None:
    """Where a new campaign file goes; the suffix is added where it is missing."""
    start = paths.documents() / f"{name or _('campaign')}{SUFFIX}"
    chosen, _filter = QFileDialog.getSaveFileName(parent, _("Where to keep the new file"), str(start), _campaign_files())
    return with_suffix(Path(chosen)) if chosen else None


def ask_folder(parent: QWidget | None, title: str, start: Path) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def ask_save(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
    """Where an export goes. `kinds` is a Qt filter of one suffix, as in "PDF (*.pdf)", which is added where it is missing.

    Where a file has the name with the suffix, which the dialog has not asked about, it comes again and does.
    """
    start, suffix = paths.documents() / name, kinds[kinds.rindex("(*") + 2 : kinds.rindex(")")]
    while True:
        chosen, _filter = QFileDialog.getSaveFileName(parent, title, str(start), kinds)
        path = Path(chosen)
        if not chosen or path.suffix.lower() == suffix:
            return path if chosen else None
        start = path.with_name(path.name + suffix)
        if not start.exists():
            return start


def ask_picture(parent: QWidget | None = None) -> Path | None:
    """A photo to take in; None where the person thought better of it."""
    kinds = f"{_('Photos')} (*.jpg *.jpeg *.png *.webp *.tif *.tiff *.gif *.bmp);;{_('All files')} (*)"
    name, _filter = QFileDialog.getOpenFileName(parent, _("Choose a photo"), str(paths.documents()), kinds)
    return Path(name) if name else None


def ask_sheet(parent: QWidget | None = None) -> Path | None:
    """A file of another program to bring in; None where the person thought better of it."""
    known = _("Spreadsheets, address books, calendars")
    kinds = f"{known} (*.xlsx *.xlsm *.csv *.tsv *.txt *.vcf *.ics);;{_('All files')} (*)"
    name, _filter = QFileDialog.getOpenFileName(parent, _("Choose a file"), str(paths.documents()), kinds)
    return Path(name) if name else None


def with_suffix(path: Path) -> Path:
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def _campaign_files() -> str:
    return f"{_('Campaign files')} (*{SUFFIX});;{_('All files')} (*)"
