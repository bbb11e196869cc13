"""A painted widget that keeps its picture until its size, the theme, the language or its data change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer import i18n
from organizer.ui.look.theme import follow, theme


def in_window(words: str) -> str:
    """A sentence of the program, or a subject in any language, as it is written on a picture that runs from left to right."""
    return i18n.isolate_rtl(words) if i18n.runs_rtl(words, window=i18n.is_rtl()) else words


class CachedPicture(QWidget):
    """Those who inherit paint once in `draw`; a repaint copies pixels. `fresh` throws the picture away."""

    def __init__(self) -> None:
        super().__init__()
        self._picture: QPixmap | None = None
        self._key: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        follow(self)

    def restyle(self) -> None:
        self.fresh()

    def fresh(self) -> None:
        self._picture = None
        self.update()

    def draw(self, p: QPainter) -> None:
        raise NotImplementedError

    def ratio(self) -> float:
        return self.devicePixelRatioF()

    def paintEvent(self, event: QPaintEvent) -> None:
        key = (self.size(), self.ratio(), theme().dark, theme().scale, i18n.language(), self.layoutDirection())
        if self._picture is None or key != self._key:
            self._picture, self._key = self._drawn(), key
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _drawn(self) -> QPixmap:
        picture = QPixmap(self.size() * self.ratio())
        picture.setDevicePixelRatio(self.ratio())
        picture.fill(Qt.GlobalColor.transparent)
        p = QPainter(picture)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Time and the globe run the same way in every language; words keep to the side that is named.
        p.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.draw(p)
        p.end()
        return picture
