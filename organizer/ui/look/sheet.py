"""Sheet: a dialog as a child of the window. Scrim behind, Esc closes, Tab stays inside, the focus goes back."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLayout, QWidget

from organizer.ui.look.layout import box, col
from organizer.ui.look.paint import painter, rounded, shadow
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

_MARGIN = 24


class _Card(QWidget):
    """The sheet itself; a press on it is not a press on the scrim."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        c, dark = colours(), theme().dark
        rounded(painter(self), self.rect(), SPACE.dialog_radius, c.surface if dark else c.raised, c.edge if dark else c.line)


class Sheet(QWidget):
    """Lies over the whole `window`. `name` is spoken; `width` and `top` are tokens, without `top` it stands in the middle.

    `closed` follows Esc, a press beside the card, and `dismiss`.
    """

    closed = Signal()

    def __init__(
        self, window: QWidget, name: str, contents: QLayout | QWidget, *, width: int = 600, top: int | None = None
    ) -> None:
        super().__init__(window)
        self._width, self._top = width, top
        self._came_from: QWidget | None = None
        self.card = _Card(self)
        inner = box(contents) if isinstance(contents, QLayout) else contents
        self.card.setLayout(col(inner, gap=0, margins=(1, 1, 1, 1)))
        self.setAccessibleName(name)
        self.card.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        follow(self)

    def restyle(self) -> None:
        self._place()

    def show_over(self, first: QWidget | None = None) -> None:
        """Show it and give the focus to `first`, else to the first control inside: never does it stay beneath."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._came_from = focused
        # What was hidden while the sheet was away has told only the layout it lies in
        for layout in self.card.findChildren(QLayout):
            layout.invalidate()
        self._place()
        self.show()
        self.raise_()
        can = first is not None and first.isEnabled() and first.isVisibleTo(self)
        target = first if first is not None and can else next(iter(self._stops()), self)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        theme().moved.emit()

    def dismiss(self) -> None:
        """Close and give the focus back to where it came from."""
        if self.isHidden():
            return
        self.hide()
        theme().moved.emit()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return super().event(event)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        width = min(px(self._width), self.width() - 2 * px(_MARGIN))
        layout = self.card.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None and layout.hasHeightForWidth() else -1
        height = min(max(wanted, self.card.sizeHint().height() if wanted < 0 else 0), self.height() - 2 * px(_MARGIN))
        middle = (self.height() - height) // 2
        top = middle if self._top is None else min(px(self._top), max(px(_MARGIN), self.height() - height - px(_MARGIN)))
        self.card.setGeometry((self.width() - width) // 2, top, width, height)

    def _stops(self) -> list[QWidget]:
        """What Tab reaches inside, in its order."""
        inside, at = [], self.card.nextInFocusChain()
        while at is not None and at is not self.card:
            takes = bool(at.focusPolicy() & Qt.FocusPolicy.TabFocus) and at.isEnabled() and at.isVisibleTo(self)
            if takes and self.card.isAncestorOf(at) and at.focusProxy() is None:
                inside.append(at)
            at = at.nextInFocusChain()
        return inside

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet: what lies under the scrim cannot be reached."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return super().focusNextPrevChild(forward)
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            stops = self._stops() or [self]
            stops[0 if forward else -1].setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return moved

    def press_enter(self) -> None:
        """What Enter does where no part takes it: by itself nothing."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.press_enter()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        p.fillRect(self.rect(), colours().scrim)
        shadow(p, QRectF(self.card.geometry()), SPACE.dialog_radius, blur=36, fall=10, strength=0.3)
