"""The section Backups: what there is, one more now, and the way back to one of them."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer import i18n, paths
from organizer.i18n import _
from organizer.store.kept_backups import Kept, kept_backups
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Scroll, box, col, row
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.look.theme import px
from organizer.ui.look.wrap import Wrap
from organizer.ui.page import Page
from organizer.ui.safe_keeping.backup_table import BackupTable
from organizer.ui.safe_keeping.backup_words import when
from organizer.ui.safe_keeping.lost_sheet import LostSheet
from organizer.ui.safe_keeping.open_archive import OpenArchiveCard
from organizer.ui.safe_keeping.other_disk import OtherDisk
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.session import Session

_LEAST_TABLE = 190


class BackupsSection(Page):
    """`make` stands for “Back up now”, which the window does: it knows whether one is under way."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self.table = BackupTable()
        self.table.setMinimumHeight(px(_LEAST_TABLE))
        self.make = Button(_("Back up now"), "primary", icon="shield-check")
        self.show_folder = Button(_("Show the folder"), icon="folder-open")
        self.restore = Button(_("Compare and restore…"), icon="history")
        self.single = Button(_("Bring back single records…"), icon="life-buoy")
        self._said = Text("", "strong", wrap=True)
        folder = Elided(i18n.isolate(str(paths.backups(session.store.path))), "caption", "ink2")
        words = row(Glyph("shield-check", 20), (col(self._said, folder, gap=0), 1), gap=10)
        self._head = row((words, 1), row(self.show_folder, self.make, None, gap=10), gap=10)
        self.other_disk, self.archive = OtherDisk(session), OpenArchiveCard(session)
        self._cards = row((self.other_disk, 1), (self.archive, 1), gap=12)
        ways = Wrap([self.restore, self.single], gap=8)
        body = col(self._head, (self.table, 1), ways, 2, self._cards, gap=12, margins=(22, 16, 22, 18))
        self.setLayout(col(Scroll(box(body)), gap=0))
        self._connect()
        self._read()

    def _connect(self) -> None:
        self.make.clicked.connect(lambda: self._session.want_backup())
        self.show_folder.clicked.connect(self._open_folder)
        self.restore.clicked.connect(self.open_restore)
        self.single.clicked.connect(self.open_find)
        self.table.entered_row.connect(self.open_restore)
        self.table.selectionModel().currentChanged.connect(lambda _now, _before: self._show_state())
        self._session.backed_up.connect(self._read)

    def entered(self) -> None:
        self._read()

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room, the buttons stand under the words, and the cards one under the other."""
        along = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(along)
        self._cards.setDirection(along)

    def panes(self) -> list[QWidget]:
        return [self.table, self.make, self.other_disk.choose, self.archive.make]

    def message_area(self) -> QWidget:
        return self.table

    def _read(self) -> None:
        store = self._session.store
        self._session.tasks.run(lambda: kept_backups(store), self._arrived)

    def _arrived(self, rows: list[Kept]) -> None:
        self.other_disk.show_state()
        self.table.show_rows(rows)
        self._show_state()

    def _show_state(self) -> None:
        # A file that was restored may know of none that lie beside it
        last = self._session.store.last_backup() or next((kept.backup for kept in self.table.model_.rows if kept.counts), None)
        self._said.setText(
            _("No backup yet. One is made at closing, as soon as something has changed.")
            if last is None
            else _("Last backup {moment}, opened again to check it.").format(moment=when(last.at_utc))
        )
        chosen = self.table.chosen()
        self.restore.setEnabled(chosen is not None)
        self.single.setEnabled(chosen is not None and chosen.counts is not None)
        self.show_folder.setEnabled(paths.backups(self._session.store.path).is_dir())

    def open_restore(self) -> None:
        """Show what the backup in hand holds beside what the file holds."""
        kept, store = self.table.chosen(), self._session.store
        if kept is not None:
            sheet = RestoreSheet(self.window(), store.path, self._session.tasks, session=self._session, chosen=kept.backup.path)
            sheet.show_over(sheet.backups)

    def open_find(self) -> None:
        """Show which records the backup in hand has and the file has no more."""
        kept = self.table.chosen()
        if kept is not None and kept.counts is not None:
            sheet = LostSheet(self.window(), self._session, kept)
            sheet.show_over(sheet.close_button)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.backups(self._session.store.path))))
