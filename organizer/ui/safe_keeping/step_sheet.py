"""StepSheet: a dialog of several steps, one in view at a time. While work is under way that cannot stop, it stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.store.progress import Progress
from organizer.ui.file_timer import FileTimer
from organizer.ui.look.button import Button
from organizer.ui.look.field import Problem
from organizer.ui.look.layout import Item, box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.session import Session
from organizer.ui.tall import Tall

T = TypeVar("T")
_LOOK_MS = 150


class StepSheet(Sheet):
    """`name` is the title of all steps. Buttons are those of the step in view, the last one leads on."""

    def __init__(self, window: QWidget, session: Session, name: str, *, width: int = 600) -> None:
        self.session = session
        self._busy = self._is_closed = False
        self._place_of_steps = QVBoxLayout()
        self._place_of_steps.setContentsMargins(0, 0, 0, 0)
        super().__init__(window, name, self._place_of_steps, width=width)
        self.closed.connect(self._on_closed)

    def show_step(self, title: str, body: Sequence[Item], buttons: Sequence[Button], first: QWidget | None = None) -> None:
        """Show this step instead of the one before."""
        self._busy = False
        # The focus ring of what stands in the body reaches out a little at the sides
        body_of_step = Tall(col(*body, gap=12, margins=(24, 2, 22, 4)))
        head = box(row(Text(title, "title", wrap=True), margins=(24, 20, 22, 8)))
        foot = box(row(None, *buttons, gap=8, margins=(18, 10, 22, 18)))
        self._put(box(col(head, (body_of_step, 1), foot, gap=0)))
        target = first or (buttons[-1] if buttons else None)
        if target is not None:
            # Once it is laid out: a widget that is not shown yet takes no focus
            QTimer.singleShot(0, target, target.setFocus)

    def work(
        self,
        title: str,
        sentence: str,
        do: Callable[[], T],
        done: Callable[[T], None],
        progress: Progress | None = None,
        *,
        may_stop: bool = True,
    ) -> None:
        """Do something away from the window; meanwhile a bar runs. What goes wrong is said here, with a way to close.

        With `progress` the bar says how far it is, and putting the sheet away stops it; without, or where it may not stop, it
        cannot be put away.
        """
        may_stop = may_stop and progress is not None
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        words = Text(sentence, "body", "ink2", wrap=True)
        self.show_step(title, [words, bar], [self.cancel_button()] if may_stop else [])
        self._busy = not may_stop
        if progress is not None:
            if may_stop:
                self.closed.connect(progress.stop)
            FileTimer(self.session, bar, partial(_show, bar, words, progress), _LOOK_MS, again=True).start()
        self.session.tasks.run(do, partial(self._done, done), self._failed)

    def _on_closed(self) -> None:
        self._is_closed = True
        self.deleteLater()

    def _done(self, done: Callable[[T], None], value: T) -> None:
        self._busy = False
        if not self._is_closed:
            done(value)

    def _failed(self, fault: UserError) -> None:
        if self._is_closed:
            return
        close = Button(_("Close"), "primary", keys="Esc")
        close.clicked.connect(self.dismiss)
        self.show_step(self.accessibleName(), [Problem(fault.message), Text(fault.hint, "body", wrap=True)], [close])

    def cancel_button(self) -> Button:
        button = Button(_("Cancel"), "quiet")
        button.clicked.connect(self.dismiss)
        return button

    def _put(self, step: QWidget) -> None:
        while (item := self._place_of_steps.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._place_of_steps.addWidget(step)
        step.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._busy:
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside it does nothing: what was looked through would be lost."""
        event.accept()


def _show(bar: QProgressBar, words: Text, progress: Progress) -> None:
    """How far the work is, in thousandths: a bar counts no further than two thousand millions."""
    if progress.total:
        bar.setRange(0, 1000)
        bar.setValue(min(1000, 1000 * progress.done // progress.total))
    if progress.doing and progress.doing != words.text():
        words.setText(progress.doing)
