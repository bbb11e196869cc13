"""Photos: the pictures of a record, below its form. They lie in the file as pixels alone, without place or camera."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer import i18n
from organizer.errors import UserError
from organizer.exchange.photos_in import attach_photo
from organizer.i18n import _
from organizer.records.attachment import Attachment, attachments_of
from organizer.store.store import Changes
from organizer.ui import file_dialogs
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Elided, Group, Text, icon_button
from organizer.ui.photo_editor.opening import edit_photo
from organizer.ui.prints.photo_row import Thumb
from organizer.ui.session import Session


class PhotosPart(Group):
    """Adding and removing are steps of their own, so that Undo takes back one picture and not the form."""

    def __init__(self, session: Session) -> None:
        self.add_button = Button(_("Add a photo"), "link", icon="plus", small=True)
        super().__init__(_("Photos"), end=self.add_button)
        self._session = session
        self._record: Any = None
        self._rows = QWidget()
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._rows)
        self.add_button.clicked.connect(lambda _checked=False: self._ask())
        session.changed.connect(self._on_changes)

    def show_record(self, record: Any) -> None:
        """Show the photos of a record; one that is not saved yet can have none."""
        self._record = record
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if Attachment in changes.kinds:
            self._show()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        record = self._record
        saved = record is not None and not record.is_new()
        self.add_button.setVisible(saved)
        photos = self._session.store.records(attachments_of(record.KIND, record.uid)) if saved else []
        if not photos:
            words = _("None yet. Place and camera are taken out of every photo.") if saved else _("Save first, then add photos.")
            self._lines.addWidget(Text(words, "small", "ink2", wrap=True))
        for photo in photos:
            self._lines.addWidget(self._line(photo))

    def _line(self, photo: Attachment) -> QWidget:
        thumb = Thumb()
        thumb.show_picture(self._session.store.pixels(photo.id))
        remove = icon_button("x", _("Remove {what}").format(what=photo.name))
        remove.clicked.connect(partial(self._remove, photo))
        size = _("{width} × {height} points").format(width=i18n.number(photo.width), height=i18n.number(photo.height))
        edit = icon_button("pencil-line", _("Crop or cover faces: {what}").format(what=photo.name))
        edit.clicked.connect(partial(self.edit, photo))
        words = col(None, Elided(photo.name, "body"), Elided(size, "small", "ink2"), None, gap=0)
        line = QWidget()
        line.setLayout(row(thumb, (words, 1), edit, remove))
        return line

    def _ask(self) -> None:
        path = file_dialogs.ask_picture(self.window())
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take a photo into the file. Decoding it may last a second: that is done elsewhere."""
        store, record = self._session.store, self._record
        self._session.tasks.run(lambda: attach_photo(store, path, record), self._added)

    def _added(self, _photo: Attachment) -> None:
        self._session.say(_("Photo added, without place or camera."), undoable=True)

    def edit(self, photo: Attachment, _checked: bool = False) -> None:
        """Open the photo editor on a photo of the list."""
        self._session.tried(lambda: edit_photo(self._session, self.window(), photo.id))

    def _remove(self, photo: Attachment, _checked: bool = False) -> None:
        try:
            self._session.store.delete(photo)
        except UserError as fault:
            self._session.fail(fault)
            return
        self._session.say(_("Photo removed."), undoable=True)
