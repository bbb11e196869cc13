"""Cover: an opaque sheet over the whole window, painted at once. It says that the window is locked, and what keeps it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QToolTip, QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.parts import Button, Glyph, Sheet, Text
from organizer.ui.look.theme import colours


class Cover(Sheet):
    """`again` and `without` are the ways out where the file does not take what is not saved. Neither shows anything of it."""

    again = Signal()
    without = Signal()

    def __init__(self, window: QWidget) -> None:
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._progress.setAccessibleName(_("Closing the file"))
        self._what = Text(_("What is not saved is kept in the file, then the file is closed."), "body", "ink2", wrap=True)
        self._hint = Text("", "body", "ink2", wrap=True)
        self.again_button, self.without_button = Button(_("Try again"), "primary"), Button(_("Leave without what is not saved"))
        self._ways = box(row(None, self.without_button, self.again_button, margins=(0, 8, 0, 0)))
        self._hint.hide()
        self._ways.hide()
        title = row(Text(_("Locked"), "title"), None, Glyph("lock", 22), gap=8)
        contents = col(title, self._what, self._hint, 4, self._progress, self._ways, gap=8, margins=(26, 22, 26, 24))
        super().__init__(window, _("Locked"), contents, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.again_button.clicked.connect(self._try_again)
        self.without_button.clicked.connect(self.without)

    def blank(self) -> None:
        """Nothing of the file is to be seen any more when this returns, in the window or before it."""
        self.show_over(self._progress)
        self.repaint()
        for window in _in_front_of(self.window()):
            window.reject() if isinstance(window, QDialog) else window.close()
        QToolTip.hideText()
        application: QApplication = QApplication.instance()  # type: ignore[assignment]
        application.installEventFilter(self)
        application.focusChanged.connect(self._on_focus)

    def tell(self, fault: UserError) -> None:
        """The file does not take what is not saved. The connection stays, and so does what was typed, behind this."""
        self._what.set_role("medium")
        self._what.set_colour("ink")
        self._what.setText(fault.message)
        self._hint.setText(fault.hint)
        self._hint.show()
        self._progress.hide()
        self._ways.show()
        self.again_button.setFocus(Qt.FocusReason.TabFocusReason)
        for other in self._others():
            other.hide()

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keys are for what stands here, whatever else asks for them."""
        if now is not None and now.window() is self.window() and not self.isAncestorOf(now):
            (self._stops() or [self])[0].setFocus()

    def _try_again(self) -> None:
        self._progress.show()
        self._progress.setFocus()
        self._ways.hide()
        self._hint.hide()
        self.again.emit()

    def _others(self) -> list[QWidget]:
        """What else stands in the window: out of sight it is out of reach of keys and screen readers too."""
        window = self.window()
        return [each for each in window.findChildren(QWidget, options=_DIRECT) if each is not self and not each.isWindow()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was under way may still want to lay a sheet over the window."""
        shown = watched if event.type() == QEvent.Type.Show and isinstance(watched, Sheet) else None
        if shown is not None and shown is not self and shown.parentWidget() is self.parentWidget():
            shown.hide()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        p.fillRect(self.rect(), colours().canvas)
        p.end()


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def _in_front_of(window: QWidget) -> list[QWidget]:
    """Menus, lists of choices, tool tips and dialogs of the system that stand before a window."""
    kinds = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Tool)
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window]
    return [each for each in shown if each.windowType() in kinds or (isinstance(each, QDialog) and each.parentWidget())]
