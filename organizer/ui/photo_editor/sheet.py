"""The photo editor as a sheet over the window: the photo large, its tools beside it, Cancel and Save below."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from organizer.errors import UserError
from organizer.i18n import _
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Elided, Sheet, icon_button
from organizer.ui.photo_editor.canvas import Canvas
from organizer.ui.photo_editor.editing import FRAME, Editing
from organizer.ui.photo_editor.mosaic import load
from organizer.ui.photo_editor.retouch import Retouch, Subject
from organizer.ui.photo_editor.side import Side
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft

_WIDTH = 1180
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier


class PhotoEditor(Sheet):
    """`apply` makes and keeps the new photo, on another thread, and may raise a UserError: then the sheet stays.

    `saved` carries what it returned.
    """

    saved = Signal(object)

    def __init__(self, window: QWidget, session: Session, subject: Subject, apply: Callable[[Retouch], Any]) -> None:
        self._session, self._subject, self._apply = session, subject, apply
        self._saving = False
        self.editing = Editing(subject)
        self.canvas, self.side = Canvas(self.editing), Side(subject, self.editing)
        self.cancel, self.save_button = Button(_("Cancel"), "quiet"), Button(_("Save photo"), "primary", keys="Ctrl+Enter")
        self.nearer, self.farther = icon_button("zoom-in", _("Enlarge")), icon_button("zoom-out", _("Show more"))
        seen = (self.farther, self.nearer, 4, (Elided(subject.name or _("Photo"), "small", "ink2"), 1))
        foot = row(*seen, self.cancel, self.save_button, gap=8)
        whole = col((row((self.canvas, 1), self.side, gap=16), 1), foot, gap=12, margins=(14, 14, 14, 12))
        super().__init__(window, _("Photo before print"), whole, width=_WIDTH)
        self.editing.setParent(self)
        self._connect()
        SheetDraft(self, session, f"photo {subject.mark()}", self._half_done, self._bring_back)
        self._show_state()
        session.tasks.run(partial(load, subject.data), self.canvas.show_image)

    def _connect(self) -> None:
        self.editing.edited.connect(self._show_state)
        self.side.cover.cover_wanted.connect(self.canvas.cover_here)
        self.nearer.clicked.connect(lambda: self.canvas.zoom_by(1.25))
        self.farther.clicked.connect(lambda: self.canvas.zoom_by(0.8))
        self.cancel.clicked.connect(self.dismiss)
        self.save_button.clicked.connect(self.save)
        self.closed.connect(self.deleteLater)

    def open_at(self, tool: str = FRAME) -> None:
        """Show it with the hand at the frame or at the faces."""
        self.side.show_tool(tool)
        self.show_over(self.canvas)

    def is_changed(self) -> bool:
        return self.editing.retouch != Retouch.of(self._subject)

    def _half_done(self) -> dict[str, Any]:
        return {**self.editing.retouch.raw(), "keep": self.side.keeping.decision()} if self.is_changed() else {}

    def _bring_back(self, raw: dict[str, Any]) -> None:
        self.editing.bring_back(Retouch.from_raw(raw))
        self.side.keeping.bring_back(raw["keep"])

    def _show_state(self) -> None:
        self.save_button.setEnabled(self.is_changed() and not self._saving)

    def save(self) -> None:
        """Make the new photo and keep it."""
        if not self.save_button.isEnabled():
            return
        self._saving = True
        self._show_state()
        asked = Retouch(
            self.editing.retouch.frame,
            self.editing.retouch.areas,
            self.editing.retouch.faces,
            keep_original=self.side.keeping.keep.isChecked(),
        )
        self._session.tasks.run(partial(self._apply, asked), self._on_saved, self._on_refused)

    def _on_saved(self, value: Any) -> None:
        self.dismiss()
        self.saved.emit(value)

    def _on_refused(self, error: UserError) -> None:
        self._saving = False
        self._show_state()
        self._session.fail(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN and event.modifiers() & _CTRL:
            self.save()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card: what was drawn is not thrown away by it."""
        if not self.is_changed():
            super().mousePressEvent(event)
