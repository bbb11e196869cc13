"""New file: where it lies, whose it is, and its passphrase, with honest words about what it protects and what it costs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from organizer import i18n, paths
from organizer.actions import passphrases
from organizer.errors import UserError
from organizer.i18n import _
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.messages import ErrorBar
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.passphrase_edit import PassphraseEdit
from organizer.ui.tall import Tall
from organizer.ui.tasks import Tasks
from organizer.ui.unlock import warm_up

if TYPE_CHECKING:
    from organizer.store.store import Store


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


class NewFile(Sheet):
    """`created` carries the open Store."""

    created = Signal(object)

    def __init__(self, window: QWidget, tasks: Tasks) -> None:
        self._tasks, self._busy, self._chosen = tasks, False, False
        self._path = paths.documents() / f"{_('campaign')}{file_dialogs.SUFFIX}"
        self._make_fields()
        super().__init__(window, _("New campaign file"), self._contents(), width=560)
        self._connect()
        self._show_path()
        tasks.run(warm_up, lambda _done: None)

    def _make_fields(self) -> None:
        self.campaign = Field(_("Campaign"), Edit(hint=_("As it stands on the leaflets")))
        self.branch = Field(_("Your branch or group"), Edit(), optional=True)
        self.passphrase = Field(_("Passphrase"), PassphraseEdit())
        self.again = Field(_("Once more"), PassphraseEdit())
        self.plain = QCheckBox(_("Keep the file without a passphrase: anyone who finds it can read it"))
        self.plain.setAccessibleName(self.plain.text())
        self.offer = Button(_("Six random words"), "link", icon="refresh-cw", small=True)
        self.where = Button(_("Choose where"), "link", small=True)
        self.cancel = Button(_("Cancel"), "quiet")
        self.create_button = Button(_("Create the file"), "primary", keys="Enter")

    def _contents(self) -> QWidget:
        self._warning = Text(
            _("Write the passphrase down and keep it apart from the file. Without it nobody can open the file again."),
            "small",
            "ink2",
            wrap=True,
        )
        self._drawn = Text("", "strong", wrap=True, language="en")
        self._drawn.hide()
        self._notice = col(gap=0)
        self._error: ErrorBar | None = None
        self._secret = box(
            col(
                row((self.passphrase, 1), (self.again, 1), gap=10),
                row(self.offer, None),
                self._drawn,
                row(Glyph("key-round", 18, "amber_text"), (self._warning, 1), gap=8),
                gap=8,
            )
        )
        fields = col(
            row(Text(_("New campaign file"), "title"), None, Glyph("file-plus", 22), gap=8),
            self._notice,
            self._file(),
            row((self.campaign, 3), (self.branch, 2), gap=10),
            self._secret,
            self.plain,
            gap=14,
            margins=(26, 22, 22, 8),
        )
        foot = row(None, self.cancel, self.create_button, gap=6, margins=(26, 8, 22, 20))
        return box(col((Tall(fields), 1), foot, gap=0))

    def _file(self) -> Card:
        self._name, self._folder = Elided("", "strong"), Elided("", "caption", "ink2")
        words = col(self._name, self._folder, gap=0)
        return Card(
            row(Glyph("folder-open", 20), (words, 1), self.where, gap=12, margins=(14, 9, 6, 9)),
            token="canvas",
            edge=None,
            radius=8,
        )

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.dismiss)
        self.create_button.clicked.connect(self.try_it)
        self.where.clicked.connect(self._ask_where)
        self.offer.clicked.connect(self._draw)
        self.plain.toggled.connect(self._take_plain)
        for field in (self.campaign, self.branch, self.passphrase, self.again):
            editor = field.editor
            if isinstance(editor, Edit):
                editor.textEdited.connect(lambda _words, field=field: field.clear_problem())
                editor.returnPressed.connect(self.try_it)
        for secret in self._secrets():
            secret.edited.connect(self._compare)
        self._line(self.campaign).textEdited.connect(self._suggest_name)

    def _secrets(self) -> list[PassphraseEdit]:
        return [field.control for field in (self.passphrase, self.again) if isinstance(field.control, PassphraseEdit)]

    @staticmethod
    def _line(field: Field) -> Edit:
        assert isinstance(field.editor, Edit)
        return field.editor

    def path(self) -> Path:
        return self._path

    def _suggest_name(self, campaign: str) -> None:
        """Until a person chose where, the file is called after the campaign."""
        if not self._chosen:
            name = "".join(letter if letter.isalnum() else "-" for letter in campaign.casefold()).strip("-")[:60]
            self._path = paths.documents() / f"{name or _('campaign')}{file_dialogs.SUFFIX}"
            self._show_path()

    def _ask_where(self) -> None:
        path = file_dialogs.ask_new(self, self._path.stem)
        if path is not None:
            self._path, self._chosen = path, True
            self._show_path()
            self._clear_error()

    def _show_path(self) -> None:
        self._name.setText(i18n.isolate_unknown(self._path.name))
        self._folder.setText(_("In the folder {name}").format(name=i18n.isolate(str(self._path.parent))))

    def _draw(self) -> None:
        """Six words, shown so that they can be written down, already typed into both fields."""
        words = passphrases.generate()
        for secret in self._secrets():
            secret.set_text(words)
        self._drawn.setText(i18n.isolate(words))
        self._drawn.setAccessibleName(words)
        self._drawn.show()
        self.offer.set_words(_("Six other words"))
        self.passphrase.clear_problem()
        self.again.clear_problem()

    def _take_plain(self, plain: bool) -> None:
        self._secret.setVisible(not plain)

    def _compare(self) -> None:
        """Told at once only where the second text can no longer become the first; shortness is said, never forbidden."""
        first, second = (secret.text() for secret in self._secrets())
        if self._drawn.text() and i18n.isolate(first) != self._drawn.text():
            self._drawn.hide()
        if second and not first.startswith(second):
            self.again.show_problem(_("The two are not the same."))
        else:
            self.again.clear_problem()
        if first and len(first) < passphrases.SHORT:
            self.passphrase.show_problem(_("Short ones are guessed. Four words are safer."), tone="amber")
        else:
            self.passphrase.clear_problem()

    def try_it(self) -> None:
        """Create the file, or say at the fields what is missing."""
        if self._busy or not self._complete():
            return
        self._clear_error()
        self._set_busy(True)
        path, secret = self._path, None if self.plain.isChecked() else self._secrets()[0].text()
        campaign, branch = self._line(self.campaign).text().strip(), self._line(self.branch).text().strip()
        self._tasks.run(lambda: make_file(path, secret, campaign, branch), self._created, self._failed)

    def _complete(self) -> bool:
        missing = []
        if not self._line(self.campaign).text().strip():
            self.campaign.show_problem(_("The campaign has no name. Type the one that stands on its leaflets."))
            missing.append(self.campaign)
        first, second = (secret.text() for secret in self._secrets())
        if not self.plain.isChecked() and not first:
            self.passphrase.show_problem(_("There is no passphrase. Type one, or take six random words."))
            missing.append(self.passphrase)
        elif not self.plain.isChecked() and first != second:
            self.again.show_problem(_("The two are not the same."))
            missing.append(self.again)
        if missing:
            missing[0].editor.setFocus()
        return not missing

    def _created(self, store: Store) -> None:
        self._set_busy(False)
        if self.isHidden():
            store.close()
            return
        for secret in self._secrets():
            with QSignalBlocker(secret):
                secret.set_text("")
        self.dismiss()
        self.created.emit(store)

    def _failed(self, error: UserError) -> None:
        self._set_busy(False)
        self._clear_error()
        self._error = ErrorBar(error.message, error.hint, [(_("Choose where"), self._ask_where)])
        self._error.closed.connect(self._clear_error)
        self._notice.add(self._error)

    def _clear_error(self) -> None:
        if self._error is not None:
            self._notice.removeWidget(self._error)
            self._error.hide()
            self._error.deleteLater()
            self._error = None

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.create_button.set_words(_("Creating the file") if busy else _("Create the file"))
        for part in (self.create_button, self.where, self.offer, self.plain):
            part.setEnabled(not busy)
