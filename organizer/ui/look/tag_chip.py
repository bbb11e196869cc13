"""TagChip: one word hung on something, with a cross that takes it off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from organizer.i18n import _
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, own_order, painter, rounded, within
from organizer.ui.look.theme import colours, follow, px, theme

_CHIP, _WIDEST = 24, 230
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class TagChip(QAbstractButton):
    """One word with a cross. `stepped`: ← or → was pressed on it, -1 towards the first; `typed`: anything else was."""

    removed = Signal()
    stepped = Signal(int)
    typed = Signal(QKeyEvent)

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("A tag. Delete takes it off."))
        self.setToolTip(words)
        # Tab goes past the chips to the next field; arrows reach them from the words that are typed.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.removed)
        follow(self)

    @property
    def radius(self) -> float:
        return self.height() / 2

    def restyle(self) -> None:
        self.setFont(theme().font("small_medium"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = theme().metrics("small_medium").horizontalAdvance(self.words)
        return QSize(min(round(words) + px(34), px(_WIDEST)), px(_CHIP))

    def _cross(self) -> QRectF:
        return within(self, QRectF(self.width() - px(24), 0, px(24), self.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Only the cross takes it off: a click on the word must not lose it."""
        if not self._cross().contains(event.position()):
            self.setDown(False)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = Qt.Key.Key_Left if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
        if event.key() in _BACK:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if event.key() == forward else -1)
        elif event.text().isprintable() and event.text():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c = painter(self), colours()
        rounded(p, self.rect(), self.radius, c.hover if self.underMouse() else c.sunken, c.line)
        room = self.width() - px(34)
        p.setFont(self.font())
        p.setPen(c.ink)
        shown = theme().metrics("small_medium").elidedText(self.words, Qt.TextElideMode.ElideRight, room + 1)
        p.drawText(within(self, QRectF(px(11), 0, room + 1, self.height())), START, own_order(p, shown))
        cross = QRectF(self.width() - px(20), 0, px(12), self.height())
        paint_icon_in(p, "x", within(self, cross), px(12), c.ink2, 1.8)
