"""The photo of a leaflet: chosen from a file, taken in as pixels only, saved with the leaflet in one step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from organizer.errors import MissingRecord, Problem, UserError
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.sheets.sheet import Note
from organizer.store.attachments import keep
from organizer.store.store import Changes
from organizer.ui import file_dialogs
from organizer.ui.controls import Control
from organizer.ui.photo_editor.editing import FACES, FRAME
from organizer.ui.photo_editor.opening import edit_photo
from organizer.ui.photo_editor.sheet import PhotoEditor
from organizer.ui.prints.chosen_photo import PRINTED_MM, USUAL_SHAPE, Chosen, read_picture
from organizer.ui.prints.noted import NotedPlace
from organizer.ui.prints.photo_row import PhotoRow
from organizer.ui.session import Session


class PhotoControl(Control):
    """`photo_id`. What is chosen waits here, pixels only, until the leaflet is saved; a draft keeps it too."""

    bare = True
    loading = Signal(bool)

    def __init__(self, session: Session) -> None:
        self.row = PhotoRow()
        self._place = NotedPlace(self.row)
        super().__init__("photo_id", self._place)
        self._session = session
        self._chosen: Chosen | None = None
        self._shape = USUAL_SHAPE
        self.menu = QMenu(self._place)
        for words, act in (
            (_("Crop it or cover faces"), self.edit),
            (_("Choose a photo"), self.choose),
            (_("Print without a photo"), self.remove),
        ):
            action = QAction(words, self.menu)
            action.triggered.connect(act)
            self.menu.addAction(action)
        self.row.button.clicked.connect(self._on_button)
        session.changed.connect(self._on_changes)

    def chosen(self) -> Chosen | None:
        return self._chosen

    def waiting(self) -> bytes | None:
        """The pixels of a photo that is not in the file yet."""
        return self._chosen.data if self._chosen is not None and self._chosen.id is None else None

    def faces(self) -> str:
        """What is said of faces in the photo that waits."""
        return self._chosen.faces if self._chosen is not None else ""

    def _on_changes(self, changes: Changes) -> None:
        """The photo was cropped or covered, here or where else it is shown, or that was undone."""
        chosen = self._chosen
        if chosen is not None and chosen.id is not None and Attachment in changes.kinds:
            now = self._kept(chosen.id)
            if now is not None and now != chosen:
                self._set(now)
                self.edited.emit()

    def edit(self, *_checked: bool) -> None:
        """Crop the photo."""
        self._open_editor(FRAME)

    def look_for_faces(self) -> None:
        """Cover faces, or say that there are none."""
        self._open_editor(FACES)

    def _open_editor(self, tool: str) -> None:
        chosen, window, session = self._chosen, self.row.window(), self._session
        if chosen is None:
            return
        if chosen.id is not None:
            photo_id, place = chosen.id, {"shape": self._shape, "printed_mm": PRINTED_MM}
            session.tried(lambda: edit_photo(session, window, photo_id, tool=tool, besides=1, **place))
            return
        editor = PhotoEditor(window, self._session, chosen.subject(self._shape), chosen.retouched)
        editor.saved.connect(self._take_edited)
        editor.open_at(tool)

    def _take_edited(self, chosen: Chosen) -> None:
        self._set(chosen)
        self.edited.emit()

    def _on_button(self) -> None:
        if self._chosen is None:
            self.choose()
        else:
            self.menu.popup(self.row.button.mapToGlobal(self.row.button.rect().bottomLeft()))

    def choose(self, *_checked: bool) -> None:
        """Ask for a file and take it in, away from the window's thread."""
        path = file_dialogs.ask_picture(self.row)
        if path is not None:
            self.take_in(path)

    def take_in(self, path: Path) -> None:
        self.loading.emit(True)
        self._session.tasks.run(lambda: read_picture(path), self._arrived, self._refused)

    def _arrived(self, chosen: Chosen) -> None:
        self.loading.emit(False)
        self._set(chosen)
        self.edited.emit()

    def _refused(self, error: UserError) -> None:
        self.loading.emit(False)
        self._session.fail(error)

    def remove(self, *_checked: bool) -> None:
        self._set(None)
        self.edited.emit()

    def _set(self, chosen: Chosen | None) -> None:
        self._chosen = chosen
        self.row.thumb.show_picture(chosen.data if chosen else None)
        if chosen is None:
            self.row.name.setText(_("No photo"))
            self.row.second.setText(_("The drawn crowd is printed"))
            self.row.button.set_words(_("Choose"), _("Choose a photo"))
            return
        self.row.name.setText(chosen.name or _("Photo"))
        self.row.second.setText(chosen.second_line())
        self.row.button.set_words(_("Change"), _("Change the photo"))

    def show(self, record: Any) -> None:
        self._set(self._kept(record.photo_id))

    def _kept(self, photo_id: int | None) -> Chosen | None:
        if photo_id is None:
            return None
        store = self._session.store
        try:
            known = store.get(Attachment, photo_id)
            return Chosen(known.name, known.width, known.height, store.pixels(photo_id), id=photo_id, faces=known.faces)
        except MissingRecord:
            return None

    def take(self, record: Any) -> list[Problem]:
        record.photo_id = self._chosen.id if self._chosen is not None else None
        return []

    def pending(self) -> bool:
        return self.waiting() is not None

    def prepare(self, change: Any, record: Any) -> None:
        chosen = self._chosen
        if chosen is not None and chosen.picture is not None and chosen.id is None:
            record.photo_id = keep(change, chosen.picture, name=chosen.name, owner=record, faces=chosen.faces).id

    def raw(self) -> Any:
        return self._chosen.raw() if self._chosen is not None else None

    def restore(self, raw: Any) -> None:
        if not raw:
            self._set(None)
        else:
            self._set(self._kept(raw["id"]) if "id" in raw else Chosen.from_raw(raw))

    def show_note(self, note: Note | None) -> None:
        """What the page says of the photo. Where nobody has looked for faces yet, the way there stands beside it."""
        if note is not None and note.place is not None:
            self._shape = note.place.w / note.place.h
        unseen = self._chosen is not None and not self._chosen.faces
        self._place.show_note(note, ((_("Look for faces"), self.look_for_faces),) if unseen else ())
