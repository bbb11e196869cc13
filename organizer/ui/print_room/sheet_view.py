"""SheetView: one sheet as it stands in the form, and its live page: opened, gathered, shown, closed."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout

from organizer.records.campaign import Campaign
from organizer.records.prints import Subject
from organizer.sheets.orders import Order
from organizer.sheets.sheet import Note, Sheet
from organizer.sheets.sheet_kind import SheetKind
from organizer.ui.look.layout import col
from organizer.ui.print_room.own_words import OwnWords
from organizer.ui.print_room.printed_as import printed_as
from organizer.ui.print_room.room_head import RoomHead
from organizer.ui.print_room.sheet_form import SheetForm
from organizer.ui.print_room.spoken import offered, usual_language
from organizer.ui.print_room.subjects import fitting_subject
from organizer.ui.print_room.to_paper import ToPaper
from organizer.ui.print_room.work import Gathered, Work
from organizer.ui.prints.editor import Editor
from organizer.ui.prints.viewer import Viewer
from organizer.ui.session import Session


class SheetView(Editor):
    """`order` is what stands in the form; `open_sheet` shows another, as it was printed last."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.order: Order | None = None
        self.subject: Subject | None = None
        self.own: OwnWords | None = None
        self._usual: dict[str, dict[str, str]] = {}
        self._spoken: dict[str, tuple[str, str]] = {}
        self.sheet_form, self.room_head = SheetForm(session), RoomHead()
        self.errors: QBoxLayout = col(gap=0, margins=(12, 0, 12, 0))
        above = col(gap=0)
        super().__init__(self.sheet_form, Viewer(session.tasks), self.room_head, above)
        self.work = Work(session, self)
        self.to_paper = ToPaper(session, self.work, self)
        above.add(self.to_paper.bar, self.errors)
        self.work.gathered.connect(self._on_gathered)
        self.work.proved.connect(self._on_sheet)
        self.viewer.note_wanted.connect(self._on_note)

    def open_sheet(self, kind: SheetKind, campaign: Campaign, subject: Subject | None = None) -> None:
        """Show this sheet, for this record or the likeliest one. What was being written on another is kept as a draft."""
        self.close_sheet()
        self.subject = fitting_subject(self._session, kind.subject, campaign, subject)
        self.own = OwnWords(self._session.store, _campaign_id(self.subject) or campaign.id, kind)
        language, second = self._spoken.get(kind.key, ("", ""))
        if language not in offered(self.subject):
            language, second = usual_language(self.subject), ""
        self.order, copies = printed_as(Order(kind, language, second, written=self.own.answers()), self.own.way)
        self.to_paper.bar.hide()
        self.viewer.clear()
        self.show_words()
        self._show_form(copies)

    def _show_form(self, copies: int) -> None:
        assert self.order is not None  # called where a sheet has been opened
        self.sheet_form.show_sheet(self.order, self.subject, copies)
        self._show_answers()
        self._show_way()
        self._show_state()
        self._gather()

    def _gather(self) -> None:
        if self.order is not None and self.subject is not None:
            self.work.gather(self.order, self.subject)

    def close_sheet(self) -> None:
        """Nothing is shown any more; what is not saved is kept as a draft."""
        if self.own is not None:
            self._session.tried(self.own.keep)
        self.work.forget()
        self.order = self.own = self.subject = None
        self._usual = {}

    def _on_gathered(self, found: Gathered) -> None:
        self._usual = found.usual
        self._show_answers()
        self._show_way()
        self._prove()

    def _show_answers(self) -> None:
        if self.order is None or self.own is None:
            return
        self.sheet_form.show_answers(self.answers())

    def answers(self) -> dict[str, str]:
        """What stands in the form, in the language in front."""
        if self.own is None:
            return {}
        tag, written = self.sheet_form.language(), self.own.answers()
        return {**self._usual.get(tag, {}), **written.get("", {}), **written.get(tag, {})}

    def _prove(self, *, soon: bool = False) -> None:
        if self.order is None:
            return
        self.to_paper.take(self.order, self.subject, self.sheet_form.copies())
        if self.isVisible():
            self.work.prove(self.order, soon=soon)

    def look_again(self) -> None:
        """The page has come into view, or records have changed: read anew what the sheet is made of."""
        self._gather()

    def is_behind(self) -> bool:
        """Whether the page does not show yet what stands in the form."""
        return self.work.is_behind() or not self.viewer.preview.is_current()

    def _show_way(self) -> None:
        """The head says what the form says; its menu saves the layouts of the size in force."""
        order, how = self.order, self.sheet_form.how
        assert order is not None and how is not None  # a form of an order has both
        self.room_head.show_sheet(order.kind.title(), order.kind.class_with(self.answers(), order.print_class))
        self.room_head.offer_files(how.layout_keys())

    def _on_sheet(self, sheet: Sheet) -> None:
        self.viewer.show_sheet(sheet)
        self.sheet_form.show_notes(sheet.notes)

    def _on_note(self, _note: Note) -> None:
        if self.is_narrow():
            self.show_page()

    def _show_state(self) -> None:
        self.sheet_form.foot.show_state(dirty=self.own is not None and self.own.is_dirty())


def _campaign_id(subject: Subject | None) -> int | None:
    """Of which campaign's words are printed for a record."""
    return subject.id if isinstance(subject, Campaign) else subject.campaign_id if subject is not None else None
