"""SheetEditor: the form of one sheet and its live page, and what becomes of them: kept words, paper, files, print runs."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from organizer.i18n import _
from organizer.records.leaflet import Leaflet
from organizer.records.prints import Subject
from organizer.records.sheet_text import SheetText
from organizer.store.store import Changes
from organizer.ui.photo_editor.editing import FACES
from organizer.ui.photo_editor.opening import edit_photo
from organizer.ui.print_room.printed_as import printed_as, way_of
from organizer.ui.print_room.sheet_view import SheetView
from organizer.ui.print_room.spoken import offered, usual_language
from organizer.ui.print_room.subjects import as_it_is_now
from organizer.ui.session import Session

_NOT_ON_PAPER = frozenset({SheetText})
"""Their changes leave what a sheet is made of as it is. A print run tells on which number sheets go on."""


class SheetEditor(SheetView):
    """What a person does in the form goes into the order, and onto the page."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._connect_form()
        self._connect_rest()

    def _connect_form(self) -> None:
        form = self.sheet_form
        form.written.connect(self._on_written)
        form.way_chosen.connect(self._on_way)
        form.language_chosen.connect(self._on_language)
        form.shown_in.connect(lambda _tag: self._show_answers())
        form.subject_chosen.connect(self._on_subject)
        form.foot.save.clicked.connect(self.save)
        form.foot.discard.clicked.connect(self.discard)

    def _connect_rest(self) -> None:
        head = self.room_head
        head.print_button.clicked.connect(self.print_it)
        head.file_wanted.connect(self.save_pdf)
        head.log.triggered.connect(lambda _checked=False: self.to_paper.ask())
        head.usual.triggered.connect(lambda _checked=False: self.use_usual_words())
        self.to_paper.logged.connect(self._on_logged)
        self.viewer.notes.offer("photo", _("Look at the photo"), self.look_at_photo)

    def _on_written(self, key: str) -> None:
        if self.order is None or self.own is None:
            return
        tag = self.sheet_form.language()
        self.own.write(key, self.sheet_form.answers[key].words(), tag, self._usual.get(tag, {}).get(key, ""))
        self._take_words()

    def _take_words(self) -> None:
        assert self.order is not None and self.own is not None  # there are words of an order only
        self.order = replace(self.order, written=self.own.answers())
        self.sheet_form.follow_answers(self.answers())
        self._show_way()
        self._show_state()
        self._prove(soon=True)

    def _on_logged(self) -> None:
        """Numbered sheets go on after those that are out."""
        if self.own is not None:
            self.own.printed()
            self._show_answers()
            self._take_words()

    def _on_way(self) -> None:
        form = self.sheet_form
        if self.order is not None and self.own is not None and form.how is not None:
            self.order = form.how.taken(self.order)
            self.own.print_as(way_of(self.order, form.copies()))
            self._show_way()
            self._show_state()
            self._prove()

    def _take_way(self) -> None:
        """What is kept of how the sheet is printed stands in the form again."""
        if self.order is not None and self.own is not None and self.sheet_form.how is not None:
            self.order, copies = printed_as(self.order, self.own.way)
            self.sheet_form.how.show_order(self.order, copies)

    def _on_language(self) -> None:
        form = self.sheet_form
        if self.order is None or form.spoken is None or form.how is None:
            return
        self.order = form.spoken.taken(self.order)
        self._spoken[self.order.kind.key] = (self.order.language, self.order.second)
        self._show_form(form.copies())
        if form.spoken is not None:
            form.spoken.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_subject(self, subject: Subject) -> None:
        self.work.forget()
        self.subject = subject
        if self.order is not None and self.order.language not in offered(subject):
            self.order = replace(self.order, language=usual_language(subject), second="")
        self._show_form(self.sheet_form.copies() if self.sheet_form.how is not None else 1)

    def save(self) -> bool:
        """Keep words and ways. False: one cannot be read, or the file does not take them; nothing that was typed is lost."""
        if self.own is None:
            return True
        faulty = self.sheet_form.faulty()
        if faulty is not None:
            self.show_words()
            faulty.setFocus(Qt.FocusReason.OtherFocusReason)
            self.sheet_form.bring_in(faulty)
            return False
        kept = self._session.tried(self.own.save)
        self._show_state()
        return kept

    def discard(self) -> None:
        """Forget what was written since the words were kept."""
        if self.own is not None and self._session.tried(self.own.discard):
            self._take_way()
            self._show_answers()
            self._take_words()

    def use_usual_words(self) -> None:
        """Whatever was written in place of the usual words goes; saving makes it so for good."""
        if self.own is not None:
            self.own.clear()
            self._show_answers()
            self._take_words()

    def keep(self) -> None:
        """UserError: the file does not take the draft."""
        if self.own is not None:
            self.own.keep()

    def take_changes(self, changes: Changes) -> None:
        """Undo, or another screen, changed the file: words that are not being written, and the records, are read anew."""
        if self.own is not None and self.own.reread():
            self._take_way()
            self._show_answers()
            self._take_words()
        self._show_state()
        if isinstance(self.subject, tuple(changes.kinds)):
            self._reread_subject()
        if changes.kinds - _NOT_ON_PAPER:
            self._gather()

    def _reread_subject(self) -> None:
        assert self.subject is not None  # asked for after looking at it
        self.subject = as_it_is_now(self._session, self.subject)
        if self.sheet_form.subject is not None:
            self.sheet_form.subject.show_record(self.subject)
        if self.subject is None:
            self.viewer.clear()

    def look_at_photo(self) -> None:
        """Open the photo that the sheet prints, to cover the faces in it or to say that there are none."""
        subject, session = self.subject, self._session
        photo_id = subject.photo_id if isinstance(subject, Leaflet) else None
        if photo_id is not None:
            session.tried(lambda: edit_photo(session, self.window(), photo_id, tool=FACES))

    def print_it(self) -> None:
        """Keep the words, then print the layout that is in view."""
        if self.order is not None and self.save():
            self.to_paper.print_it()

    def save_pdf(self, layout: str) -> None:
        """Keep the words, then write this layout to a file."""
        if self.order is not None and self.save():
            self.to_paper.save_pdf(layout)
