"""Colours and pictures in forms: a swatch beside the colour's code, a logo kept in the file as clean pixels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QWidget

from organizer.errors import Problem
from organizer.exchange.photos_in import attach_photo
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.ui import file_dialogs
from organizer.ui.controls import Control, LineControl
from organizer.ui.kind import Field
from organizer.ui.look.layout import row
from organizer.ui.look.paint import painter, rounded, within
from organizer.ui.look.parts import Button, Edit, Elided, icon_button
from organizer.ui.look.pressable import Pressable
from organizer.ui.look.theme import colours, follow, px
from organizer.ui.session import Session


class _Swatch(Pressable, QAbstractButton):
    """The colour that is written beside it; a press opens the palette."""

    def __init__(self, edit: ColourEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Choose a colour"))

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(self._edit.text())
        inner = QRectF(self.rect()).adjusted(px(4), px(4), -px(4), -px(4))
        rounded(painter(self), inner, 5, colour if colour.isValid() else None, colours().edge)


class ColourEdit(Edit):
    """#C8101B with a swatch of it, which opens the palette; Alt+↓ opens it from the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self._swatch = _Swatch(self)
        self._swatch.clicked.connect(self.open_palette)
        self.textChanged.connect(lambda _words: self._swatch.update())
        self.set_room_after(24)

    def open_palette(self) -> None:
        dialog = QColorDialog(QColor(self.text()), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._take)
        dialog.setModal(True)
        dialog.show()

    def _take(self, colour: QColor) -> None:
        self.setText(colour.name().upper())
        self.textEdited.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_palette()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - px(6)
        self._swatch.setGeometry(within(self, QRectF(self.width() - side - px(3), px(3), side, side)).toRect())


def colour(attribute: str, label: str) -> Field:
    return Field(attribute, label, lambda _session: LineControl(attribute, ColourEdit()))


class PictureBox(QWidget):
    """The picture, its name, and buttons to choose another or take it away."""

    changed = Signal()
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pixmap = QPixmap()
        self.choose_button = Button(_("Choose"), icon="image", small=True)
        self.remove_button = icon_button("x", _("Take the picture away"))
        self._words = Elided("", "small", "ink2")
        self._gap = QWidget()
        self.setLayout(row(self._gap, (self._words, 1), self.choose_button, self.remove_button, gap=6))
        self.choose_button.clicked.connect(self.wanted)
        self.setFocusProxy(self.choose_button)
        follow(self)

    @property
    def editor(self) -> QWidget:
        return self.choose_button

    def restyle(self) -> None:
        self._gap.setFixedWidth(px(36))
        self.setFixedHeight(px(36))

    def show_picture(self, data: bytes | None, name: str) -> None:
        self._pixmap = QPixmap()
        if data:
            self._pixmap.loadFromData(data)
        self._words.setText(name)
        self.remove_button.setVisible(bool(data))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        place = within(self, QRectF(0, 0, px(36), px(36)))
        if self._pixmap.isNull():
            rounded(p, place, 6, colours().sunken)
            return
        size = self._pixmap.size().scaled(place.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        inner = QRectF(0, 0, size.width(), size.height())
        inner.moveCenter(place.center())
        p.drawPixmap(inner, self._pixmap, QRectF(self._pixmap.rect()))


class PictureControl(Control):
    """A picture of the file by its id. What is chosen is kept when it is chosen; the record points to it when it is saved."""

    def __init__(self, attribute: str, session: Session) -> None:
        self._box = PictureBox()
        super().__init__(attribute, self._box)
        self._session = session
        self._id: int | None = None
        self._box.wanted.connect(self._ask)
        self._box.remove_button.clicked.connect(lambda _checked=False: self._set(None, said=True))

    def _ask(self) -> None:
        path = file_dialogs.ask_picture(self._box.window())
        if path is not None:
            self.take_file(path)

    def take_file(self, path: Path) -> None:
        """Take a picture into the file, without its metadata; away from the window's thread."""
        store = self._session.store
        self._session.tasks.run(lambda: attach_photo(store, path, None), self._taken)

    def _taken(self, made: Attachment) -> None:
        self._set(made.id, said=True)

    def _set(self, attachment_id: int | None, *, said: bool = False) -> None:
        self._id = attachment_id
        data = self._session.store.pixels(attachment_id) if attachment_id is not None else None
        self._box.show_picture(data, "" if data else _("None yet"))
        if said:
            self.edited.emit()

    def show(self, record: Any) -> None:
        self._set(getattr(record, self.attribute))

    def take(self, record: Any) -> list[Problem]:
        setattr(record, self.attribute, self._id)
        return []

    def raw(self) -> int | None:
        return self._id

    def restore(self, raw: Any) -> None:
        self._set(raw if isinstance(raw, int) else None)


def picture(attribute: str, label: str, *, share: int = 1) -> Field:
    return Field(attribute, label, lambda session: PictureControl(attribute, session), share, optional=True)
