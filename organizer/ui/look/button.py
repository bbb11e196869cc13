"""Button: icon, word, chevron for a menu, keycap. One primary at most on a screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from organizer.ui.look.controls import ButtonKind, Touch, paint_button
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, is_rtl, keycap, keycap_width, keycap_words, painter, within
from organizer.ui.look.pressable import Pressable
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

_TINY = 26
"""Of a way out under a field: as low as a target may be to stand in a line of text."""


class Button(Pressable, QPushButton):
    """kind: primary, plain, quiet, link, danger, night, night_quiet.

    The words are taken literally: `&` makes no shortcut. Without words, `name` says what the button does and is its tool
    tip. `start` puts icon and words at the start edge and the keycap at the end. `flush`, for links, leaves no room beside the
    words: they stand under the edge of what is above. Buttons take the focus from Tab alone,
    so that a click leaves the caret in the field and focus rings appear for keyboard users only.
    """

    def __init__(
        self,
        words: str = "",
        kind: ButtonKind = "plain",
        *,
        icon: str | None = None,
        keys: str | None = None,
        small: bool = False,
        tiny: bool = False,
        menu: QMenu | None = None,
        name: str = "",
        start: bool = False,
        flush: bool = False,
        role: str | None = None,
    ) -> None:
        super().__init__()
        self.kind: ButtonKind = kind
        self.radius = SPACE.radius
        self._icon, self._keys, self._small, self._start = icon, keycap_words(keys) if keys else "", small or tiny, start
        self._flush = flush
        self._height = _TINY if tiny else SPACE.small if small else SPACE.control
        self._role = role or ("strong" if kind == "primary" else "medium")
        self._words = ""
        self._popup = menu
        self._chevron = menu is not None
        self.setAutoDefault(False)  # it would draw a frame, and let Enter in a field press the first of them
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_words(words, name)
        if menu is not None:
            self.set_menu(menu)
        follow(self)

    def words(self) -> str:
        return self._words

    def set_words(self, words: str, name: str = "") -> None:
        """New words; `name` is spoken where they do not say enough alone."""
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(name or words)
        self.setToolTip("" if words else name)
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str | None) -> None:
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_menu(self, menu: QMenu) -> None:
        """A press opens the menu under the button; its actions are the menu's."""
        self._popup, self._chevron = menu, True
        menu.setParent(self, menu.windowFlags())
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if self._popup is not None:
            popup_under(self, self._popup)

    def restyle(self) -> None:
        self.setFont(theme().font(self._role))
        self.updateGeometry()

    def _parts(self) -> tuple[float, float, float, float]:
        """Widths of icon, words, chevron and keycap, each with the gap that follows or leads it."""
        words = theme().metrics(self._role).horizontalAdvance(self._words) if self._words else 0.0
        icon = (px(SPACE.icon) + (px(7) if words else 0)) if self._icon else 0
        chevron = px(20) if self._chevron else 0
        keys = keycap_width(self._keys) + px(12) if self._keys else 0.0
        return icon, words, chevron, keys

    def _pad(self) -> int:
        return px(0 if self._flush else 10 if self._small else 14)

    def sizeHint(self) -> QSize:
        height = px(self._height)
        if not self._words:
            return QSize(height + (px(12) if self._chevron else 0), height)
        return QSize(round(sum(self._parts())) + 2 * self._pad() + 1, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        touch = Touch(self.isEnabled(), self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked())
        ink = paint_button(p, self.rect(), self.kind, touch)
        icon, words, chevron, keys = self._parts()
        x = float(self._pad()) if self._start else (self.width() - icon - words - chevron - keys) / 2
        self._paint_words(p, x, icon, words, ink)
        x += icon + words
        if chevron:
            place = within(self, QRectF(x + px(6), 0, px(14), self.height()))
            paint_icon_in(p, "chevron-down", place, px(14), ink if self.kind != "plain" else self._icon_ink(ink))
            x += chevron
        if keys:
            end = self.width() - px(8) if self._start else x + keys
            keycap(p, within(self, QRectF(end - keys, 0, keys, self.height())), self._keys, self._keys_ink(ink))

    def _paint_words(self, p: QPainter, x: float, icon: float, words: float, ink: QColor) -> None:
        if self._icon:
            place = within(self, QRectF(x, 0, px(SPACE.icon), self.height()))
            paint_icon_in(p, self._icon, place, px(SPACE.icon), self._icon_ink(ink))
        if self._words:
            p.setFont(self.font())
            p.setPen(ink)
            p.drawText(within(self, QRectF(x + icon, 0, words + 2, self.height())), START, self._words)

    def _icon_ink(self, ink: QColor) -> QColor:
        quiet = self.kind in ("plain", "quiet") and self.isEnabled()
        return colours().ink2 if quiet else ink

    def _keys_ink(self, ink: QColor) -> QColor | None:
        return {"night": colours().on_night2, "primary": ink}.get(self.kind)


def popup_under(widget: QWidget, menu: QMenu) -> None:
    """Open a menu under a widget, at its start edge and at least as wide."""
    menu.setMinimumWidth(widget.width())
    below = QPoint(widget.width() - menu.sizeHint().width() if is_rtl(widget) else 0, widget.height() + px(4))
    menu.popup(widget.mapToGlobal(below))


def icon_button(icon: str, name: str, kind: ButtonKind = "quiet", *, small: bool = True, parent: QWidget | None = None) -> Button:
    """A button that is an icon alone; `name` is spoken and shown as its tool tip."""
    button = Button("", kind, icon=icon, small=small, name=name)
    if parent is not None:
        button.setParent(parent)
    return button
