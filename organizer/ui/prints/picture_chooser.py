"""The photo of a leaflet: chosen from a file, taken in as pixels only, saved with the leaflet in one step."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from organizer.errors import MissingRecord, Problem, UserError
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.sheets.sheet import Note
from organizer.store.attachments import CleanPicture, clean, keep
from organizer.ui import file_dialogs
from organizer.ui.controls import Control
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.layout import col, row
from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.parts import Button, Elided
from organizer.ui.look.theme import colours, follow, px
from organizer.ui.prints.noted import NotedPlace
from organizer.ui.session import Session

_WIDTH_MM = 154.0
"""How wide a photo is printed, with the bleed on both sides."""
_MOST_BYTES = 200_000_000


@dataclass(frozen=True)
class Chosen:
    """A picture in the form: in the file already (`id`), or clean and waiting to be saved with the leaflet."""

    name: str
    width: int
    data: bytes
    id: int | None = None
    picture: CleanPicture | None = None

    def dots(self) -> int:
        """Dots an inch at the width it is printed."""
        return round(self.width / (_WIDTH_MM / 25.4))


def read_picture(path: Path) -> Chosen:
    """A picture file as clean pixels. UserError: it cannot be read, or is no picture."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(_("This file is too large for a photo."), _("Choose one of less than 200 MB."))
        data = path.read_bytes()
    except OSError as fault:
        raise UserError(_("This file cannot be read."), _("Look whether it is still there, and choose it again.")) from fault
    picture = clean(data)
    return Chosen(path.name, picture.width, picture.data, picture=picture)


class Thumb(QWidget):
    """A small look at the picture, cut to its middle."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setAccessibleName(_("The photo"))
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(px(84), px(56))

    def show_picture(self, data: bytes | None) -> None:
        image = QImage.fromData(data) if data else QImage()
        if not image.isNull():
            image = image.scaled(
                336, 224, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
            )
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        if self._image.isNull():
            rounded(p, self.rect(), 6, colours().sunken, colours().line)
            paint_icon_in(p, "image", QRectF(self.rect()), px(20), colours().ink3)
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 6, 6)
        p.setClipPath(shape)
        p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        share = max(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * share, self._image.height() * share
        p.drawImage(QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height), self._image)


class PhotoRow(QWidget):
    """The thumb, what is known of the photo, and the way to another."""

    def __init__(self) -> None:
        super().__init__()
        self.thumb = Thumb()
        self.name = Elided("", "strong")
        self.second = Elided("", "small", "ink2")
        self.button = Button(_("Change"), small=True)
        self.setLayout(row(self.thumb, (col(None, self.name, self.second, None, gap=0), 1), self.button, gap=12))


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
        self.menu = QMenu(self._place)
        for words, act in ((_("Choose a photo"), self.choose), (_("Print without a photo"), self.remove)):
            action = QAction(words, self.menu)
            action.triggered.connect(act)
            self.menu.addAction(action)
        self.row.button.clicked.connect(self._on_button)

    def chosen(self) -> Chosen | None:
        return self._chosen

    def waiting(self) -> bytes | None:
        """The pixels of a photo that is not in the file yet."""
        return self._chosen.data if self._chosen is not None and self._chosen.id is None else None

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
        self.row.second.setText(_("{dots} ppi, no place or camera kept").format(dots=chosen.dots()))
        self.row.button.set_words(_("Change"), _("Change the photo"))

    def show(self, record: Any) -> None:
        self._set(self._kept(record.photo_id))

    def _kept(self, photo_id: int | None) -> Chosen | None:
        if photo_id is None:
            return None
        store = self._session.store
        try:
            known = store.get(Attachment, photo_id)
            return Chosen(known.name, known.width, store.pixels(photo_id), id=photo_id)
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
            record.photo_id = keep(change, chosen.picture, name=chosen.name, owner=record).id

    def raw(self) -> Any:
        chosen = self._chosen
        if chosen is None or chosen.id is not None or chosen.picture is None:
            return None if chosen is None else {"id": chosen.id}
        picture = chosen.picture
        pixels = base64.b64encode(picture.data).decode("ascii")
        size = {"width": picture.width, "height": picture.height}
        return {"name": chosen.name, "type": picture.media_type, "pixels": pixels, **size}

    def restore(self, raw: Any) -> None:
        if not raw:
            self._set(None)
        elif "id" in raw:
            self._set(self._kept(raw["id"]))
        else:
            picture = CleanPicture(base64.b64decode(raw["pixels"]), raw["type"], raw["width"], raw["height"])
            self._set(Chosen(raw["name"], picture.width, picture.data, picture=picture))

    def show_note(self, note: Note | None) -> None:
        """What the page says of the photo."""
        self._place.show_note(note)
