"""FocusRing: the one ring of a window, 2 px outside whatever the keyboard reached."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QFocusFrame, QLineEdit, QPlainTextEdit, QWidget

from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.theme import colours, theme
from organizer.ui.look.tokens import SPACE

_OWN_BORDER = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_MARGIN = 3


class FocusRing(QFocusFrame):
    """One a window. Fields show focus by their own border. A widget may say its corner as `radius`.

    A widget that takes the focus from the mouse as well says in `by_keyboard` whether a key brought it.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        theme().moved.connect(self._come_back)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # The signal is the application's: the focus may have gone to another window.
        ours = now is not None and now.window() is self._window and not isinstance(now, _OWN_BORDER)
        ours = ours and bool(getattr(now, "by_keyboard", True))
        self.setWidget(now if ours else None)  # type: ignore[arg-type]  # None takes the ring away

    def _come_back(self) -> None:
        """Qt gives no frame to what is out of sight, nor when it is scrolled in, as happens to what takes the focus there."""
        widget = self.widget()
        if widget is not None and widget.isVisible() and not self.isVisible():
            self.setWidget(None)  # type: ignore[arg-type]
            self.setWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        widget = self.widget()
        if widget is not None:
            night = str(getattr(widget, "kind", "")).startswith("night")
            radius = float(getattr(widget, "radius", SPACE.radius))
            ring = colours().night_yellow if night else colours().focus
            rounded(painter(self), self.rect(), radius + _MARGIN, None, ring, 2)
