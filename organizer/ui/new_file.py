"""New file: where it lies, whose it is, and its passphrase, with honest words about what it protects and what it costs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n, paths
from organizer.errors import UserError
from organizer.i18n import _
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.new_passphrase import NewPassphrase
from organizer.ui.notice import Notice
from organizer.ui.opening_sheet import OpeningSheet
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks
from organizer.ui.unlock import warm_up

if TYPE_CHECKING:
    from organizer.store.store import Store
    from organizer.ui.recovery.offer import RecoveryOffer


def make_file(path: Path, passphrase: str | None, campaign: str, branch: str) -> Store:
    """Create the file and its first campaign: slow, for a worker. A file whose campaign could not be kept is not left behind."""
    from organizer.actions import campaigns
    from organizer.store import opening

    store = opening.create_file(path, passphrase, origin=branch)
    try:
        campaigns.begin_campaign(store, campaign)
    except BaseException:
        store.close(back_up=False)
        path.unlink(missing_ok=True)
        raise
    return store


class NewFile(OpeningSheet):
    """`created` carries the open Store; before that `held` does, while its recovery sheet is offered."""

    held = Signal(object)
    created = Signal(object)

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        self._window, self._tasks, self._busy, self._chosen = window, tasks, False, False
        self.offer: RecoveryOffer | None = None
        self._path = paths.documents() / f"{_('campaign')}{file_dialogs.SUFFIX}"
        self.name, self.group = Edit(hint=_("As it stands on the leaflets")), Edit()
        self.campaign = Field(_("Campaign"), self.name)
        self.branch = Field(_("Your branch or group"), self.group, optional=True)
        self.secret = NewPassphrase()
        self.plain = QCheckBox(_("Keep the file without a passphrase: anyone who finds it can read it"))
        self.plain.setAccessibleName(self.plain.text())
        self.where = Button(_("Choose where"), "link", small=True)
        self.cancel = Button(_("Cancel"), "quiet")
        self.create_button = Button(_("Create the file"), "primary", keys="Enter")
        super().__init__(window, _("New campaign file"), self._contents(), width=560)
        self._connect()
        self._show_path()
        tasks.run(warm_up, lambda _done: None)

    def _contents(self) -> QWidget:
        self._notice = Notice()
        fields = col(
            row(Text(_("New campaign file"), "title"), None, Glyph("file-plus", 22), gap=8),
            self._notice,
            self._file(),
            row((self.campaign, 3), (self.branch, 2), gap=10),
            self.secret,
            self.plain,
            gap=14,
            margins=(26, 22, 22, 8),
        )
        foot = row(None, self.cancel, self.create_button, gap=6, margins=(26, 8, 22, 20))
        return box(col((Tall(fields), 1), foot, gap=0))

    def _file(self) -> Card:
        self._file_name, self._folder = Elided("", "strong"), Elided("", "caption", "ink2")
        words = col(self._file_name, self._folder, gap=0)
        line = row(Glyph("folder-open", 20), (words, 1), self.where, gap=12, margins=(14, 9, 6, 9))
        return Card(line, token="canvas", edge=None, radius=8)

    def _connect(self) -> None:
        self.closed.connect(self.go_unless_busy)
        self.cancel.clicked.connect(self.dismiss)
        self.create_button.clicked.connect(self.try_it)
        self.where.clicked.connect(self._ask_where)
        self.plain.toggled.connect(lambda plain: self.secret.setVisible(not plain))
        self.secret.entered.connect(self.try_it)
        for editor in (self.name, self.group):
            editor.returnPressed.connect(self.try_it)
        self.name.textEdited.connect(self._suggest_name)

    def show_over(self, first: QWidget | None = None) -> None:
        super().show_over(first or self.name)

    def path(self) -> Path:
        return self._path

    def _suggest_name(self, campaign: str) -> None:
        """Until a person chose where, the file is called after the campaign."""
        self.campaign.clear_problem()
        if not self._chosen:
            name = "".join(letter if letter.isalnum() else "-" for letter in campaign.casefold()).strip("-")[:60]
            self._path = paths.documents() / f"{name or _('campaign')}{file_dialogs.SUFFIX}"
            self._show_path()

    def _ask_where(self) -> None:
        path = file_dialogs.ask_new(self, self._path.stem)
        if path is not None:
            self._path, self._chosen = path, True
            self._show_path()
            self._notice.clear()

    def _show_path(self) -> None:
        self._file_name.setText(i18n.isolate_unknown(self._path.name))
        self._folder.setText(_("In the folder {name}").format(name=i18n.isolate(str(self._path.parent))))

    def try_it(self) -> None:
        """Create the file, or say at the fields what is missing."""
        if self._busy or not self._complete():
            return
        self._notice.clear()
        self._set_busy(True)
        path, passphrase = self._path, None if self.plain.isChecked() else self.secret.text()
        campaign, branch = self.name.text().strip(), self.group.text().strip()
        self._tasks.run(lambda: make_file(path, passphrase, campaign, branch), self._created, self._failed)

    def _complete(self) -> bool:
        secret = self.plain.isChecked() or self.secret.complete()
        if not self.name.text().strip():
            self.campaign.show_problem(_("The campaign has no name. Type the one that stands on its leaflets."))
            self.name.setFocus()
            return False
        return secret

    def _created(self, store: Store) -> None:
        self._set_busy(False)
        if self.was_put_away(store):
            return
        self.secret.forget()
        self._busy = store.key() is not None  # it stays until the recovery sheet was offered
        self.dismiss()
        if not self._busy:
            self.created.emit(store)
            return
        from organizer.ui.recovery.offer import RecoveryOffer

        self.offer = RecoveryOffer(self._window, store, self._tasks)
        self.offer.closed.connect(lambda: self._hand_over(store))
        self.offer.show_over()
        self.held.emit(store)

    def _hand_over(self, store: Store) -> None:
        self._busy = False
        self.deleteLater()
        self.created.emit(store)

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        if self.was_put_away():
            return
        self._notice.fail(error, [(_("Choose where"), self._ask_where)])

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.create_button.set_words(_("Creating the file") if busy else _("Create the file"))
        for part in (self.create_button, self.where, self.secret, self.plain):
            part.setEnabled(not busy)
