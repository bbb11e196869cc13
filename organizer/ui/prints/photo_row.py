"""A photo in a form: a small look at it, what is known of it, and the way to another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.layout import col, row
from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.parts import Button, Elided
from organizer.ui.look.theme import colours, follow, px


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
