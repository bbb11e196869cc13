"""The sheets that are printed for a kind of record, as verbs for its Print menu: each opens the print room at that record."""

from __future__ import annotations

from functools import partial
from typing import Any, get_args

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from organizer.i18n import _
from organizer.records.print_run import PrintRun
from organizer.records.prints import Subject
from organizer.ui.kind import Verb
from organizer.ui.look.icons import icon
from organizer.ui.session import Session

_PRINTED_FOR = frozenset(kind.KIND for kind in get_args(Subject))


def has_sheets(kind: str) -> bool:
    """Whether anything can be printed for this kind of record at all."""
    return kind in _PRINTED_FOR


def sheet_verbs(kind: str) -> list[Verb]:
    """One for each sheet. The catalogue is read with the first of them."""
    from organizer.sheets.catalogue import sheets_for

    return [Verb(sheet.name, sheet.icon, partial(open_sheet, sheet.key)) for sheet in sheets_for(kind)]


def add_verbs(menu: QMenu, verbs: list[Verb]) -> list[tuple[QAction, Verb]]:
    """Entries at the end of a menu, set apart from those before."""
    if verbs and not menu.isEmpty():
        menu.addSeparator()
    added = []
    for verb in verbs:
        action = QAction(icon(verb.icon), _(verb.words).replace("&", "&&"), menu)
        menu.addAction(action)
        added.append((action, verb))
    return added


def open_sheet(sheet: str, session: Session, record: Any) -> None:
    """The print room at this sheet, for this record: a print run that is not written down yet says what is wanted."""
    session.begin(PrintRun(sheet=sheet, subject_kind=record.KIND, subject_uid=record.uid))
