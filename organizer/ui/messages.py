"""Messages: the one message bar over the foot of the list, and the one error bar above the contents."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.ui.look.field import Fix
from organizer.ui.look.layout import box, row
from organizer.ui.look.messages import ErrorBar, MessageBar
from organizer.ui.look.theme import px
from organizer.ui.page import Page


class Messages(QObject):
    """`undo_wanted`: Undo in the message bar was pressed. Both bars stay until the next message, or until they are closed.

    What `stand` shows is there again whenever no other error is.
    """

    undo_wanted = Signal()

    def __init__(self, window: QWidget, above: QBoxLayout) -> None:
        super().__init__(window)
        self._window, self._above = window, above
        self._page: Page | None = None
        self._area: QWidget | None = None
        self.bar = MessageBar(keys="Ctrl+Z")
        self.bar.setParent(window)
        self.bar.hide()
        self.bar.acted.connect(self.undo_wanted)
        self.bar.closed.connect(self.bar.hide)
        self.error: ErrorBar | None = None
        self._standing: UserError | None = None
        self._holder: QWidget | None = None

    def say(self, sentence: str, undoable: bool = False) -> None:
        """Show a sentence about what was done."""
        self.bar.say(sentence, _("Undo") if undoable else "")
        self._show_bar()

    def offer(self, sentence: str, icon: str, ways: Sequence[Fix]) -> None:
        """Show a sentence about what could be done, with its ways. Whichever is taken, the sentence goes."""
        self.bar.say(sentence, icon=icon, ways=[(label, partial(self._take, act)) for label, act in ways])
        self._show_bar()

    def _take(self, act: Callable[[], object]) -> None:
        self.bar.hide()
        act()

    def _show_bar(self) -> None:
        self.bar.show()
        self.place()

    def stand(self, error: UserError) -> None:
        """Show how it is with this file. It cannot be put away, as it goes on being so."""
        self._standing = error
        self.close_error()

    def fail(self, error: UserError, ways: Sequence[Fix] = ()) -> None:
        """Show what went wrong and what to do, with up to two ways out."""
        self._show_error(ErrorBar(error.message, error.hint, ways))

    def _show_error(self, bar: ErrorBar) -> None:
        self._drop_error()
        self.error = bar
        self.error.closed.connect(self.close_error)
        self._holder = box(row(self.error, margins=(0, 0, 0, 8)))
        self._put_error()

    def close_error(self) -> None:
        self._drop_error()
        if self._standing is not None:
            self._show_error(ErrorBar(self._standing.message, self._standing.hint, stays=True))

    def _drop_error(self) -> None:
        if self._holder is not None:
            self._holder.hide()
            self._holder.setParent(None)
            self._holder.deleteLater()
            self.error = self._holder = None

    def follow(self, page: Page) -> None:
        """The page in view is another: the bars go with it."""
        if self._page is not None:
            self._page.arranged.disconnect(self._on_arranged)
        self._page = page
        page.arranged.connect(self._on_arranged)
        self._on_arranged()
        self._put_error()

    def _on_arranged(self) -> None:
        if self._area is not None:
            self._area.removeEventFilter(self)
        self._area = self._page.message_area() if self._page is not None else None
        if self._area is not None:
            self._area.installEventFilter(self)
        self.place()

    def _put_error(self) -> None:
        if self._holder is None:
            return
        own = self._page.error_place() if self._page is not None else None
        (own if own is not None else self._above).addWidget(self._holder)
        self._holder.show()

    def place(self) -> None:
        """Put the message bar over the foot of what it speaks of, in the middle."""
        area = self._area
        if area is None or not self.bar.isVisible():
            return
        size = self.bar.fitted(area.width())
        width = size.width()
        corner = area.mapTo(self._window, area.rect().bottomLeft())
        self.bar.setGeometry(corner.x() + (area.width() - width) // 2, corner.y() - size.height() - px(2), width, size.height())
        self.bar.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide):
            self.place()
        return super().eventFilter(watched, event)
