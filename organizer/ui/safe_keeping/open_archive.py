"""The backup that any program can read: its card in the section, and the sheet in which it gets its passphrase."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.wrap import Wrap
from organizer.ui.new_passphrase import NewPassphrase
from organizer.ui.safe_keeping.results import Results
from organizer.ui.session import Session
from organizer.ui.tall import Tall

SUFFIX = ".zip.age"


class OpenArchiveCard(Card):
    """For the day on which this program is gone."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._state = Text("", "small", "ink2", wrap=True)
        self.make = Button(_("Make one…"), small=True)
        self.stop = Button(_("No more each month"), "quiet", small=True)
        words = col(Text(_("A backup for any program"), "strong"), self._state, gap=2)
        steps = Wrap([self.make, self.stop], gap=6)
        super().__init__(
            col(row(Glyph("package", 20, level="strong"), (words, 1), gap=12), None, steps, gap=10, margins=(14, 12, 12, 12))
        )
        self.make.clicked.connect(self.open_sheet)
        self.stop.clicked.connect(self._stop)
        session.backed_up.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        from organizer.exchange import open_backup_monthly as monthly

        store = self._session.store
        on, last = monthly.is_on(store), monthly.last_month(store)
        self.stop.setVisible(on)
        if not on:
            words = _(
                "All records and photos as JSON and JPEG in one archive, encrypted with age. It opens without this program."
            )
        elif last:
            year, month = (int(part) for part in last.split("-"))
            words = _("One is made each month in the backup folder. The last: {month}.").format(
                month=i18n.month_year(date(year, month, 1))
            )
        else:
            words = _("One is made each month in the backup folder.")
        self._state.setText(words)

    def open_sheet(self) -> None:
        sheet = OpenArchiveSheet(self.window(), self._session)
        sheet.closed.connect(self.show_state)
        sheet.show_over(sheet.secret.first.editor)

    def _stop(self) -> None:
        from organizer.exchange import open_backup_monthly as monthly

        self._session.tried(lambda: monthly.switch_off(self._session.store))
        self.show_state()


class OpenArchiveSheet(Sheet):
    """A passphrase of its own, because the file's is not known while it is open, and words outlast key files."""

    def __init__(self, window: QWidget, session: Session) -> None:
        self._session, self._busy = session, False
        self.secret = NewPassphrase()
        self.monthly = QCheckBox(_("Make one each month, beside the other backups"))
        kept = Text(_("For that this passphrase is kept inside the file."), "small", "ink2", wrap=True)
        self.monthly.setAccessibleName(self.monthly.text())
        self.cancel, self.go = Button(_("Cancel"), "quiet"), Button(_("Choose where and make it"), "primary")
        self._results = Results()
        says = _("It is opened with the standard tool “age” and this passphrase, and made into a file again by this program.")
        body = col(
            row(Text(_("A backup for any program"), "title"), None, Glyph("package", 22), gap=8),
            Text(says, "body", "ink2", wrap=True),
            self.secret,
            col(self.monthly, row(26, (kept, 1)), gap=0),
            self._results,
            gap=14,
            margins=(26, 22, 22, 6),
        )
        foot = row(None, self.cancel, self.go, gap=6, margins=(26, 10, 22, 20))
        super().__init__(window, _("A backup for any program"), box(col((Tall(body), 1), foot, gap=0)), width=580)
        self.closed.connect(self._on_closed)
        self.cancel.clicked.connect(self.dismiss)
        self.go.clicked.connect(self.press)
        self.secret.entered.connect(self.press)

    def press(self) -> None:
        """Ask where, and make it."""
        if self._busy or not self.secret.complete():
            return
        name = f"{self._session.store.path.stem} {self._session.today():%Y-%m}{SUFFIX}"
        path = file_dialogs.ask_save(self, _("Where to keep the archive"), name, f"age (*{SUFFIX})")
        if path is not None:
            self.make(path)

    def make(self, path: Path) -> None:
        """Write the archive, read it back, and from now on one each month if that is ticked."""
        from organizer.exchange import open_backup_monthly as monthly
        from organizer.exchange.open_backup import write_open_backup

        self._set_busy(True)
        store, passphrase, each_month = self._session.store, self.secret.text(), self.monthly.isChecked()
        today = self._session.today()

        def work() -> int:
            contents = write_open_backup(store, path, passphrase)
            if each_month:
                monthly.switch_on(store, passphrase, made_on=today)
            return sum(contents.records.values())

        self._session.tasks.run(work, self._made, self._failed)

    def _made(self, records: int) -> None:
        self._set_busy(False)
        self._session.backed_up.emit()
        self._session.say(
            _n("The archive holds {n} record and was read again.", "The archive holds {n} records and was read again.", records)
        )
        if self.isHidden():
            self._on_closed()
        else:
            self.dismiss()

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        if self.isHidden():
            self._session.fail(error)
            self._on_closed()
        else:
            self._results.fail(error)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.go.set_words(_("Making the archive") if busy else _("Choose where and make it"))
        for part in (self.go, self.secret, self.monthly):
            part.setEnabled(not busy)

    def _on_closed(self) -> None:
        """What was typed goes with the sheet, at once or when the archive that is being made is there."""
        if not self._busy:
            self.secret.forget()
            self.deleteLater()
