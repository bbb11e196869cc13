"""Form: one record being edited, in a copy of its own. What is typed is never lost: it is saved, or kept as a draft."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from organizer.errors import ChangedMeanwhile, MissingRecord, Problem, Problems, UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.store import labels
from organizer.ui.compartments.closed_bar import ClosedBar
from organizer.ui.copies import copy_of
from organizer.ui.form_body import FormBody
from organizer.ui.form_head import FormHead
from organizer.ui.kind import Kind
from organizer.ui.look.layout import Panel, Scroll, col, row
from organizer.ui.look.messages import ErrorBar
from organizer.ui.look.parts import Button, Elided, Glyph
from organizer.ui.look.theme import follow, px
from organizer.ui.look.tokens import SPACE
from organizer.ui.session import Session

_SLOTS = ("new", *(f"new {n}" for n in range(2, 100)))
"""The drafts of records that were never saved are kept under these names."""


class Foot(Panel):
    """Whether what stands above is saved, and the two ways on."""

    def __init__(self) -> None:
        super().__init__("canvas", edges=("top",))
        self._glyph = Glyph("circle-dot", 15, "amber_text")
        self.words = Elided("", "small", "ink2")
        self.discard = Button(_("Discard"), "quiet")
        self.save = Button(_("Save"), "primary", keys="Ctrl+S")
        self.setLayout(row(self._glyph, (self.words, 1), self.discard, self.save, margins=(18, 10, 14, 10)))

    def show_state(self, *, dirty: bool) -> None:
        self._glyph.set_icon("circle-dot" if dirty else "circle-check", "amber_text" if dirty else "green_text")
        self.words.setText(_("Not saved yet") if dirty else _("Saved"))
        self.discard.setEnabled(dirty)
        self.save.setEnabled(dirty)


class Form(Panel):
    """`saved` carries the fresh copy. `open_record`, `start` and `close_record` keep the draft of what they replace.

    Where the file takes no draft they raise its UserError, and what was typed stays in view.
    """

    saved = Signal(object)
    discarded = Signal()
    escaped = Signal()

    def __init__(self, session: Session, kind: Kind) -> None:
        super().__init__("canvas", edges=("start",))
        self._session, self._kind = session, kind
        self.record: Any = None
        self._draft_back = self._begun = False
        self._slot = _SLOTS[0]
        self.head, self.body, self.foot = FormHead(kind), FormBody(session, kind), Foot()
        self._scroll = Scroll(self.body)
        self._meanwhile: ErrorBar | None = None
        self._bar_place = col(gap=0, margins=(12, 0, 12, 0))
        self.closed_bar = ClosedBar(session, kind.record)
        self.setLayout(
            col(self.head, self.closed_bar, self._bar_place, (self._scroll, 1), self.foot, gap=0, margins=(1, 0, 0, 0))
        )
        self.body.edited.connect(self._show_state)
        self.foot.save.clicked.connect(self.save)
        self.foot.discard.clicked.connect(self.discard)
        follow(self)

    def restyle(self) -> None:
        self.setMinimumWidth(px(SPACE.form - 40))

    def is_dirty(self) -> bool:
        """Whether something stands here that is not in the file."""
        return self.record is not None and (self._begun or self._draft_back or bool(self.body.changed()))

    def _show_state(self) -> None:
        self.foot.show_state(dirty=self.is_dirty() or (self.record is not None and self.record.is_new()))

    def open_record(self, record_id: int) -> None:
        """Edit a fresh copy of a record, with the draft that was kept of it. MissingRecord: it is gone."""
        self.keep()
        record = self._session.store.get(self._kind.record, record_id)
        self._begun = False
        self._show(record)

    def start(self, record: Record, *, anew: bool = False) -> None:
        """Begin a new record. A draft that was never saved comes back instead, unless this one is begun `anew` from another."""
        self.keep()
        used = [slot for slot in _SLOTS[:20] if self._session.store.draft(self._kind.record.KIND, slot) is not None]
        free = next(slot for slot in _SLOTS if slot not in used)
        self._slot = free if anew or not used else used[0]
        self._begun = anew
        self._show(record)
        self._show_state()

    def close_record(self) -> None:
        self.keep()
        self.record = None

    def forget(self) -> None:
        """The record is gone from the file."""
        self.record = None

    def _show(self, record: Any) -> None:
        self.record = record
        self._drop_bar()
        self.head.show_record(record)
        self.body.show_record(record)
        draft = self._session.store.draft(self._kind.record.KIND, self._draft_name())
        self._draft_back = draft is not None
        if draft is not None:
            self.body.restore(draft)
        self._scroll.verticalScrollBar().setValue(0)
        for part in (self._scroll, self.head.delete):
            part.setDisabled(self.closed_bar.say_record())
        self._show_state()

    def show_anew(self) -> None:
        """Read again whom the record names, with what is not saved kept as a draft. UserError when it cannot be kept."""
        self.keep()
        self._show(self.record if self.record.is_new() else self._session.store.get(self._kind.record, self.record.id))

    def _draft_name(self) -> str:
        return self._slot if self.record.is_new() else str(self.record.uid)

    def keep(self) -> None:
        """Keep what is not saved as a draft in the file. UserError when it does not take it."""
        if self.record is not None and self.is_dirty():
            self._session.store.keep_draft(self._kind.record.KIND, self._draft_name(), self.body.raws())

    def drop_draft(self) -> None:
        """What is not saved here need not come back."""
        self._draft_back = self._begun = False
        kind, name = self._kind.record.KIND, self._draft_name()
        self._session.tried(lambda: self._session.store.drop_draft(kind, name))

    def discard(self) -> None:
        """Forget what was typed since the last save."""
        if self.record is None:
            return
        self.drop_draft()
        if self.record.is_new():
            self.record = None
            self.discarded.emit()
            return
        try:
            self._show(self._session.store.get(self._kind.record, self.record.id))
        except MissingRecord:
            self.record = None
        self.discarded.emit()

    def save(self) -> bool:
        """Save, or show what stands in the way. False: it is not saved, and nothing that was typed is lost."""
        if self.record is None or not (self.is_dirty() or self.record.is_new()):
            return True
        unread = self.body.take(self.record)
        problems = unread + self._problems_besides({problem.field for problem in unread})
        if problems:
            self._show_problems(problems)
            return False
        return self._try_to_save()

    def _problems_besides(self, known: set[str]) -> list[Problem]:
        settled = known | {control.attribute for control in self.body.pending()}
        return [problem for problem in self.record.problems() if problem.field not in settled]

    def _try_to_save(self) -> bool:
        record, version = self.record, self.record.version if not self.record.is_new() else 0
        attempt = copy_of(record, with_uid=True) if record.is_new() else record
        try:
            with self._session.store.change() as change:
                for control in self.body.pending():
                    control.prepare(change, attempt)
                change.save(attempt)
                # Named after what the person did, not after the city or organisation that was made for it.
                change.label = labels.added(record.KIND) if record.is_new() else labels.changed(record.KIND)
            saved = self._session.store.get(self._kind.record, attempt.id)
        except Problems as found:
            self._show_problems(found.problems)
            return False
        except ChangedMeanwhile as fault:
            self._say_meanwhile(fault)
            return False
        except UserError as fault:
            if not record.is_new():
                record.version = version
            self._session.fail(fault)
            return False
        self.drop_draft()
        self._show(saved)
        self.saved.emit(saved)
        return True

    def _show_problems(self, problems: list[Problem]) -> None:
        first = self.body.show_problems(problems, self.record)
        if first is not None:
            first.setFocus()
            # The row has grown by its problem: scroll when the layout knows how far.
            QTimer.singleShot(0, first, lambda: self._scroll.ensureWidgetVisible(first, px(18), px(60)))

    def _say_meanwhile(self, fault: ChangedMeanwhile) -> None:
        self._drop_bar()
        ways = ((_("Keep mine"), self.keep_mine), (_("Take theirs"), self.discard))
        self._meanwhile = ErrorBar(fault.message, _("Keep mine writes your changes over theirs, field by field."), ways)
        self._meanwhile.closed.connect(self._drop_bar)
        self._bar_place.addWidget(self._meanwhile)

    def _drop_bar(self) -> None:
        if self._meanwhile is not None:
            self._meanwhile.hide()
            self._meanwhile.deleteLater()
            self._meanwhile = None

    def keep_mine(self) -> None:
        """Put the fields changed here on top of what the other saved, and save that."""
        mine = self.body.changed()
        self.record = self._session.store.get(self._kind.record, self.record.id)
        self.head.show_record(self.record)
        self.body.show_record(self.record)
        self.body.restore(mine)
        self._drop_bar()
        self.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def body_area(self) -> QWidget:
        """What lies between head and foot."""
        return self._scroll

    def first_field(self) -> QWidget:
        """Where the caret goes when the form is entered."""
        return next(iter(self.body.controls.values())).editor
