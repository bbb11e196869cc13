"""The form of a sheet: what it is for, its language, what it asks, how it is printed, and whether its words are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.records.prints import Subject
from organizer.sheets.orders import Order, fault_in
from organizer.sheets.sheet import Note
from organizer.ui.form import Foot
from organizer.ui.look.field import Group
from organizer.ui.look.layout import Item, Panel, Scroll, box, col
from organizer.ui.look.parts import Segmented, Text
from organizer.ui.look.theme import px
from organizer.ui.print_room.answers import Answer, answer_field
from organizer.ui.print_room.how import How
from organizer.ui.print_room.spoken import Spoken, offered
from organizer.ui.print_room.subjects import SubjectField
from organizer.ui.session import Session

_BELOW = 60
"""As much as a sentence takes below a field, in px at 100 % text."""


class SheetForm(Panel):
    """Built anew for each sheet.

    `written` carries the key of an answer that a person changed; `way_chosen`: another size, layout, class or number of copies;
    `language_chosen`: another language; `shown_in` the tag of the language whose answers are wanted; `subject_chosen` a record.
    """

    written = Signal(str)
    way_chosen = Signal()
    language_chosen = Signal()
    shown_in = Signal(str)
    subject_chosen = Signal(object)
    escaped = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("canvas")
        self._session = session
        self.answers: dict[str, Answer] = {}
        self.how: How | None = None
        self.spoken: Spoken | None = None
        self.subject: SubjectField | None = None
        self.switch: Segmented | None = None
        self.foot = Foot()
        self._scroll: Scroll | None = None
        self._place = col(gap=0)
        self.setLayout(col((self._place, 1), self.foot, gap=0))

    def show_sheet(self, order: Order, subject: Subject | None, copies: int) -> None:
        """The fields of this order; its answers are shown by `show_answers`."""
        body = box(col(*self._groups(order, subject, copies), None, gap=20, margins=(18, 14, 18, 18)))
        scroll = Scroll(body)
        if self._scroll is not None:
            self._scroll.hide()
            self._place.removeWidget(self._scroll)
            self._scroll.deleteLater()
        self._scroll = scroll
        self._place.addWidget(scroll, 1)

    def _groups(self, order: Order, subject: Subject | None, copies: int) -> list[Item]:
        kind = order.kind
        self.subject = self._subject(kind.subject, subject) if kind.subject != "campaign" else None
        self.spoken = Spoken(order, offered(subject))
        self.spoken.changed.connect(self.language_chosen)
        self.how = How(order, copies)
        self.how.changed.connect(self.way_chosen)
        self.answers = {asked.key: self._answer(answer_field(asked, self._session)) for asked in kind.asked}
        self.switch = self._switch(order)
        head: list[Item] = [Text(_(kind.hint), "body", "ink2", wrap=True)]
        head += [self.subject] if self.subject is not None else []
        groups: list[Item] = [box(col(*head, self.spoken, gap=10))]
        if self.answers:
            asked = [answer.place for answer in self.answers.values()]
            groups.append(Group(_("On the sheet"), *([self.switch] if self.switch else []), *asked))
        return [*groups, Group(_("How it is printed"), self.how)]

    def _subject(self, kind: str, record: Subject | None) -> SubjectField:
        made = SubjectField(self._session, kind)
        made.show_record(record)
        made.chosen.connect(self.subject_chosen)
        return made

    def _answer(self, made: Answer) -> Answer:
        made.edited.connect(lambda: self.written.emit(made.asked.key))
        return made

    def _switch(self, order: Order) -> Segmented | None:
        """Which language's answers are shown, where a sheet speaks two."""
        if not (order.second and any(answer.asked.translated for answer in self.answers.values())):
            return None
        made = Segmented([(tag, i18n.language_name(tag)) for tag in (order.language, order.second)], stretch=False, small=True)
        made.setAccessibleName(_("Language of these words"))
        made.chosen.connect(self.shown_in)
        return made

    def copies(self) -> int:
        """How many are printed."""
        return self.how.count() if self.how is not None else 1

    def language(self) -> str:
        """Whose answers are shown."""
        if self.switch is not None:
            return self.switch.value()
        return self.spoken.first.value() if self.spoken is not None else ""

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show these answers, in the language in front."""
        for key, answer in self.answers.items():
            answer.show(answers.get(key, ""), self.language())
        self.follow_answers(answers)

    def follow_answers(self, answers: Mapping[str, str]) -> None:
        """Ask only what is wanted as the answers stand, and offer those who may see such a sheet."""
        for answer in self.answers.values():
            answer.place.setVisible(answer.asked.wanted(answers))
        if self.how is not None:
            self.how.show_answers(answers)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """The gravest note of each answer stands beneath it."""
        found: dict[str, Note] = {}
        for note in sorted(notes, key=lambda note: note.level != "stop"):
            if note.level != "good":
                found.setdefault(note.field, note)
        for key, answer in self.answers.items():
            answer.show_note(found.get(key))
        focused = next((answer for answer in self.answers.values() if answer.editor.hasFocus()), None)
        if focused is not None and focused.place.problem is not None:
            self.bring_in(focused.editor)

    def bring_in(self, field: QWidget) -> None:
        """Scroll until this field and what is said below it are in view."""
        scroll = self._scroll
        if scroll is not None:
            QTimer.singleShot(0, field, lambda: _bring_in(scroll, field))

    def faulty(self) -> QWidget | None:
        """The field of the first answer, or number of copies, that cannot be read, marked as such."""
        for answer in self.answers.values():
            if not answer.place.isHidden() and fault_in(answer.asked, answer.words()):
                answer.show_note(None)
                return answer.editor
        return self.how.copies if self.how is not None and self.how.fault() else None

    def first_field(self) -> QWidget | None:
        """Where the caret goes when the form is entered: the record, else the first answer, else the language."""
        if self.subject is not None:
            return self.subject.edit
        if self.answers:
            return next(iter(self.answers.values())).editor
        return self.spoken.first if self.spoken is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


def _bring_in(scroll: Scroll, field: QWidget) -> None:
    """What has just come below the field takes its room before it is scrolled to; Qt itself is content with the field alone."""
    form = scroll.widget()
    if form is None:
        return
    layout = form.layout()
    if layout is not None:
        layout.activate()
    end = field.mapTo(form, QPoint(0, field.height() + px(_BELOW)))
    scroll.ensureWidgetVisible(field)
    scroll.ensureVisible(0, end.y(), 0, 0)
