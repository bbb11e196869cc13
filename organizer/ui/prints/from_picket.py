"""Choose the picket that a leaflet or a press release begins with: those to come first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from organizer.errors import MissingRecord, UserError
from organizer.i18n import _
from organizer.records.picket import Picket, took_place, upcoming
from organizer.store.listing import ListQuery
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.look.field import Field
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Text
from organizer.ui.look.sheet import Sheet
from organizer.ui.session import Session

_OFFERED = 7


def picket_suggestions(session: Session, typed: str) -> list[Suggestion]:
    """The campaign's pickets that fit what was typed, the latest first."""
    campaign = session.campaign
    query = ListQuery(Picket, text=typed, filters=(("campaign", campaign.id),) if campaign else ())
    found = session.store.listing(query).records(0, _OFFERED)
    return [_suggestion(each) for each in found]


def _suggestion(picket: Picket) -> Suggestion:
    return Suggestion(picket.title(), picket.id, picket.occasion or picket.place_words(), "megaphone")


def next_picket(session: Session) -> Picket | None:
    """The one that comes next, else the last that was not called off."""
    campaign = session.campaign
    if campaign is None:
        return None
    return session.store.first(upcoming(campaign.id, session.today())) or session.store.first(took_place(campaign.id))


class PicketSheet(Sheet):
    """`chosen` carries the picket. It begins with the one that comes next: Enter takes it."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, session: Session) -> None:
        self._session = session
        self.picket = CompletionEdit(lambda typed: picket_suggestions(session, typed), icon="megaphone", after="chevron-down")
        self.field = Field(_("Picket"), self.picket, hint=_("Type a city, a day or the occasion, or press ↓."))
        self.use = Button(_("Start from this picket"), "primary")
        cancel = Button(_("Cancel"), "quiet")
        contents = col(
            Text(_("From a picket"), "title"), self.field, row(None, cancel, self.use), gap=14, margins=(24, 20, 24, 20)
        )
        super().__init__(window, _("From a picket"), contents, width=520, top=120)
        coming = next_picket(session)
        self.picket.show_choice(_suggestion(coming) if coming else None)
        self.use.clicked.connect(self._take)
        self.picket.returnPressed.connect(self._take)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def _take(self) -> None:
        self.picket.settle()
        chosen = self.picket.chosen()
        if chosen is None:
            self.field.show_problem(_("No picket is chosen. Choose a row of the list."))
            self.picket.setFocus()
            return
        try:
            picket = self._session.store.get(Picket, chosen.value)
        except MissingRecord as fault:
            self.field.show_problem(f"{fault.message} {fault.hint}")
            return
        self.dismiss()
        self.chosen.emit(picket)


def choose_picket(session: Session, use: Callable[[Picket], None]) -> None:
    """Ask over the window in front; `use` gets the picket. Its UserError goes to the error bar."""
    window = QApplication.activeWindow()
    if window is None:
        return
    sheet = PicketSheet(window, session)

    def take(picket: Picket) -> None:
        try:
            use(picket)
        except UserError as fault:
            session.fail(fault)

    sheet.chosen.connect(take)
    sheet.show_over(sheet.picket)
    sheet.picket.selectAll()
