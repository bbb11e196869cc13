"""Chip: a filter. Off it is an outlined word, on it is yellow with a cross; Delete or the cross takes it off."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from organizer.i18n import _, number
from organizer.ui.look.button import popup_under
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, own_order, painter, rounded, within
from organizer.ui.look.pressable import Pressable
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE


class Chip(Pressable, QAbstractButton):
    """Without a menu a press turns it on and off (`toggled`). With one a press opens it, and the screen says `set_on`.

    `removed`: the person took the filter off.
    """

    removed = Signal()

    def __init__(
        self, words: str, *, icon: str | None = None, count: int | None = None, menu: QMenu | None = None, on: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._count, self._menu, self._on = icon, count, menu, on
        self._words = ""
        self.setCheckable(menu is None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_words(words)
        self.set_on(on)
        if menu is not None:
            menu.setParent(self, menu.windowFlags())
        self.clicked.connect(self._pressed)
        follow(self)

    @property
    def radius(self) -> float:
        return self.height() / 2

    def restyle(self) -> None:
        self.setFont(theme().font("small_medium"))
        self.updateGeometry()

    def set_words(self, words: str, count: int | None = None) -> None:
        self._words, self._count = words, self._count if count is None else count
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words if self._count is None else f"{words}, {number(self._count)}")
        self.updateGeometry()
        self.update()

    def is_on(self) -> bool:
        return self.isChecked() if self.isCheckable() else self._on

    def set_on(self, on: bool) -> None:
        self._on = on
        if self.isCheckable():
            self.setChecked(on)
        self.setAccessibleDescription(_("This filter is on. Delete takes it off.") if on else "")
        self.updateGeometry()
        self.update()

    def _pressed(self) -> None:
        if self._menu is not None:
            popup_under(self, self._menu)
        else:
            self.set_on(self.isChecked())
            if not self.isChecked():
                self.removed.emit()

    def _take_off(self) -> None:
        self.set_on(False)
        self.removed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.is_on():
            self._take_off()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        cross = within(self, QRectF(self.width() - px(28), 0, px(28), self.height()))
        if self._menu is not None and self.is_on() and self.isDown() and cross.contains(event.position()):
            self.setDown(False)
            self._take_off()
        else:
            super().mouseReleaseEvent(event)

    def _widths(self) -> tuple[float, float, float, float]:
        """Icon, words, count and the mark at the end, each with its gap."""
        words = theme().metrics("small_medium").horizontalAdvance(self._words) + 1
        count = 0.0 if self._count is None else theme().metrics("caption").horizontalAdvance(number(self._count)) + px(7)
        mark = px(18) if self._menu is not None or self.is_on() else 0
        return px(20) if self._icon else 0, words, count, mark

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths())) + px(24), px(SPACE.small))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c, on = painter(self), colours(), self.is_on()
        over = self.underMouse() and self.isEnabled()
        rounded(p, self.rect(), self.radius, c.pick if on else c.hover if over else None, c.amber_text if on else c.line)
        self._paint_contents(p, c.ink if on else c.ink2)

    def _paint_contents(self, p: QPainter, ink: QColor) -> None:
        icon, words, count, mark = self._widths()
        x, height = float(px(12)), self.height()
        if self._icon:
            paint_icon_in(p, self._icon, within(self, QRectF(x, 0, px(15), height)), px(15), ink)
        x += icon
        p.setPen(ink)
        p.setFont(self.font())
        p.drawText(within(self, QRectF(x, 0, words, height)), START, own_order(p, self._words))
        x += words
        if self._count is not None:
            p.setFont(theme().font("caption"))
            p.setPen(colours().ink2 if self.is_on() else colours().ink3)
            p.drawText(within(self, QRectF(x + px(6), 0, count, height)), START, number(self._count))
        if mark:
            place = within(self, QRectF(x + count + px(5), 0, px(13), height))
            paint_icon_in(p, "x" if self.is_on() else "chevron-down", place, px(13), ink, 1.8)
