"""What a sheet is printed for: the record, found while one types, the likeliest first."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions import print_room
from organizer.errors import MissingRecord
from organizer.i18n import N_, _
from organizer.records.base import Record
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.prints import Subject
from organizer.ui.completion import CompletionEdit, Suggestion
from organizer.ui.look.field import Field
from organizer.ui.look.layout import col
from organizer.ui.session import Session
from organizer.ui.suggestions import records_like

KINDS: dict[str, type[Record]] = {kind.KIND: kind for kind in (Campaign, Picket, Donation, Leaflet, PressRelease)}
_LOOKS = {
    Picket.KIND: ("megaphone", N_("Picket"), N_("There is no picket to print for yet. Write one down under Pickets.")),
    Donation.KIND: ("hand-coins", N_("Donation"), N_("There is no donation to print for yet. Write one down under Donations.")),
    Leaflet.KIND: ("file-text", N_("Leaflet"), N_("There is no leaflet to print for yet. Begin one under Leaflets.")),
    PressRelease.KIND: (
        "newspaper",
        N_("Press release"),
        N_("There is no press release to print for yet. Begin one under Press releases."),
    ),
}
_OFFERED = 7


def best_subjects(session: Session, kind: str) -> list[Subject]:
    """The likeliest records of a kind, best first."""
    if session.campaign is None:
        return []
    # A kind of KINDS: each can be printed for.
    return print_room.subjects(session.store, session.campaign, kind, today=session.today(), limit=_OFFERED)  # type: ignore[return-value]


def fitting_subject(session: Session, kind: str, campaign: Campaign, wanted: Subject | None) -> Subject | None:
    """What a sheet for this kind of record is printed for: what is wanted where it fits, else the likeliest, if any."""
    if wanted is not None and kind == wanted.KIND:
        return wanted
    if kind == Campaign.KIND:
        return campaign
    return next(iter(best_subjects(session, kind)), None)


def as_it_is_now(session: Session, subject: Subject) -> Subject | None:
    """The record as the file has it now; where it is gone, the likeliest of its kind."""
    try:
        return session.store.get(type(subject), subject.id)
    except MissingRecord:
        return next(iter(best_subjects(session, subject.KIND)), None)


def _suggestion(record: Record) -> Suggestion:
    detail = ""
    if isinstance(record, Picket):
        detail = record.occasion or record.place_words()
    elif isinstance(record, Donation):
        detail = i18n.day(record.day) if record.day else ""
    elif isinstance(record, Leaflet):
        detail = i18n.joined(*(i18n.language_name(tag) for tag in record.languages))
    elif isinstance(record, PressRelease):
        detail = i18n.day(record.day) if record.day else ""
    return Suggestion(record.title(), record, detail, _LOOKS[record.KIND][0])


class SubjectField(QWidget):
    """`chosen` carries the record that a person picked."""

    chosen = Signal(object)

    def __init__(self, session: Session, kind: str) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        icon, label, self._none = _LOOKS[kind]
        self.edit = CompletionEdit(self._suggest, icon=icon, after="chevron-down")
        self.field = Field(_(label), self.edit)
        self.setLayout(col(self.field))
        self.edit.picked.connect(lambda suggestion: self.chosen.emit(suggestion.value))

    def _suggest(self, typed: str) -> list[Suggestion]:
        campaign = self._session.campaign
        if campaign is None:
            return []
        if not typed:
            return [_suggestion(each) for each in best_subjects(self._session, self._kind)]
        found = records_like(self._session.store, KINDS[self._kind], typed, ("campaign", campaign.id))
        return [_suggestion(each) for each in found]

    def show_record(self, record: Record | None) -> None:
        """Show what is printed for; None says that there is nothing."""
        self.edit.show_choice(_suggestion(record) if record is not None else None)
        if record is None:
            self.field.show_problem(_(self._none), tone="amber")
        else:
            self.field.clear_problem()
