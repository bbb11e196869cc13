"""LostSheet: the records that a backup has and the file has no more, and the way back for each."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.actions.privacy.field_words import kind_words
from organizer.errors import UserError
from organizer.i18n import N_, _
from organizer.records.kinds import KINDS
from organizer.store.from_backup import Lost, LostRecords, bring_back, lost_records, record_from
from organizer.store.kept_backups import Kept
from organizer.ui.look.button import Button
from organizer.ui.look.cells import Cell
from organizer.ui.look.layout import col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.table import TableView
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import px
from organizer.ui.safe_keeping.backup_words import RECORDS, erased_words, to_look_at_words, when
from organizer.ui.safe_keeping.results import Results
from organizer.ui.safe_keeping.rows_model import RowsModel, show_in
from organizer.ui.session import Session

_KINDS = {**RECORDS, "site": N_("Sites")}
"""What stands in lists of its own, in the order of the side bar."""


def _cell(lost: Lost, column: int) -> Cell:
    return Cell(text=kind_words(lost.kind.KIND)) if column else Cell(text=lost.title, strong=True)


class LostSheet(Sheet):
    """Stays open, so that several can be brought back one after the other; each is one step to undo."""

    def __init__(self, window: QWidget, session: Session, kept: Kept) -> None:
        self._session, self._kept, self._busy = session, kept, False
        self.table = TableView(_("Records that only this backup has"))
        self._model = RowsModel(self.table, (_("Record"), _("Kind")), _cell)
        show_in(self.table, self._model, (300, 150))
        self.table.setMinimumHeight(px(240))
        self.close_button, self.back = Button(_("Close"), "quiet"), Button(_("Bring back"), "primary", icon="undo-2")
        self._said, self._results = Text(_("The backup is being read."), "body", "ink2", wrap=True), Results()
        title = row(Text(_("Records that only this backup has"), "title"), None, Glyph("life-buoy", 22), gap=8)
        made = Text(_("Backup of {moment}").format(moment=when(kept.backup.at_utc)), "small", "ink2")
        foot = row(None, self.close_button, self.back, gap=6)
        contents = col(title, made, self._results, self._said, (self.table, 1), foot, gap=10, margins=(26, 22, 22, 20))
        super().__init__(window, _("Records that only this backup has"), contents, width=620)
        self.close_button.clicked.connect(self.dismiss)
        self.back.clicked.connect(self.bring_back)
        self.closed.connect(self._on_closed)
        self.back.setEnabled(False)
        self._read()

    def rows(self) -> list[Lost]:
        return list(self._model.rows)

    def _read(self) -> None:
        store, path = self._session.store, self._kept.backup.path
        self._session.tasks.run(lambda: lost_records(store, path, [KINDS[name] for name in _KINDS]), self._arrived, self._failed)

    def _arrived(self, found: LostRecords) -> None:
        self._busy = False
        rows = found.rows
        at = max(0, self.table.currentIndex().row())
        self._model.show_rows(rows)
        some = _("Each comes back with its tags and photos, and with what it points to.")
        said = some if rows else _("Every record of this backup is in the file, too.")
        self._said.setText(f"{said} {erased_words(found.erased)}" if found.erased else said)
        if not rows and self.table.hasFocus():  # what hides with the focus would let it go nowhere
            self.close_button.setFocus()
        self.table.setVisible(bool(rows))
        self.back.setEnabled(bool(rows))
        if rows:
            self.table.choose_row(min(at, len(rows) - 1))

    def bring_back(self) -> None:
        """Put the record in hand back into the file, as one step."""
        place = self.table.currentIndex().row()
        if self._busy or not 0 <= place < len(self._model.rows):
            return
        self._busy = True
        lost, store, path = self._model.rows[place], self._session.store, self._kept.backup.path

        def work() -> bool:
            found = record_from(store, path, lost.kind, lost.uid)
            if found is not None:
                bring_back(store, found, _("Record brought back from a backup"))
            return found is not None and bool(found.to_look_at())

        self._session.tasks.run(work, self._brought, self._failed)

    def _brought(self, to_look_at: bool) -> None:
        self._session.say(to_look_at_words() if to_look_at else _("Record brought back from a backup"), undoable=True)
        self._read()

    def _failed(self, error: UserError) -> None:
        self._busy = False
        if self.isHidden():
            self._on_closed()
            return
        self._said.setText("")
        self._results.fail(error)

    def _on_closed(self) -> None:
        self.deleteLater()
