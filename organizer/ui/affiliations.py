"""Affiliations: a person's places in organisations, below the person's form."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.errors import Problems, UserError
from organizer.i18n import N_, _
from organizer.records.organisation import Affiliation, Person, affiliations_of
from organizer.store import labels
from organizer.store.store import Changes
from organizer.ui import fields, links
from organizer.ui.form_body import FormBody
from organizer.ui.kind import FormGroup, Head, Kind, KindWords
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Sheet, Text
from organizer.ui.part_list import PartList, PartRow
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft

KIND = Kind(
    record=Affiliation,
    icon="users",
    in_campaign=False,
    words=KindWords(
        many=N_("Places in organisations"),
        new=N_("Place in an organisation"),
        search="",
        none_yet="",
        first_step="",
        no_match="",
        delete="",
        history="",
        deleted=lambda _affiliation: _("Place in an organisation removed."),
    ),
    columns=(),
    groups=(
        FormGroup(
            "",
            (
                (links.organisation("organisation_id", N_("Organisation")),),
                (fields.line("role", N_("Role"), optional=True, hint=N_("As in branch secretary.")),),
                (fields.day("since", N_("Since"), optional=True), fields.day("until", N_("Until"), optional=True)),
                (fields.check("personal_capacity", N_("Speaks in a personal capacity")),),
            ),
        ),
    ),
    head=lambda affiliation: Head(affiliation.title()),
    new=lambda _session: Affiliation(),
)


class AffiliationsPart(PartList):
    def __init__(self, session: Session) -> None:
        super().__init__(_("Belongs to"), _("Add an organisation"), self.add, _("Save the person first."))
        self._session = session
        self._person: Person | None = None
        session.changed.connect(self._on_changes)

    def show_record(self, person: Any) -> None:
        self._person = person
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if Affiliation in changes.kinds:
            self._show()

    def _show(self) -> None:
        person = self._person
        saved = person is not None and not person.is_new()
        found = self._session.store.records(affiliations_of(person.id)) if person is not None and saved else []
        self.show_rows([self._row(place) for place in found], saved=saved, none=_("No organisation yet."))

    def _row(self, place: Affiliation) -> PartRow:
        name = place.organisation.name if place.organisation else ""
        capacity = _("in a personal capacity") if place.personal_capacity else ""
        since = _("since {day}").format(day=i18n.day(place.since)) if place.since else ""
        detail = i18n.dotted(place.role, capacity, since)
        return PartRow(name, detail, name, partial(self._edit, place), partial(self._remove, place))

    def add(self) -> None:
        if self._person is not None:
            self._edit(Affiliation(person_id=self._person.id))

    def _edit(self, place: Affiliation) -> None:
        AffiliationSheet(self.window(), self._session, place).show_over()

    def _remove(self, place: Affiliation) -> None:
        try:
            self._session.store.delete(place)
        except UserError as fault:
            self._session.fail(fault)
            return
        self._session.say(KIND.words.deleted(place), undoable=True)


class AffiliationSheet(Sheet):
    """One place in an organisation."""

    def __init__(self, window: QWidget, session: Session, place: Affiliation) -> None:
        self._session, self._affiliation = session, place
        self.body = FormBody(session, KIND)
        self.save_button = Button(_("Save"), "primary")
        cancel = Button(_("Cancel"), "quiet")
        contents = col(
            row(Text(_(KIND.words.new), "title"), margins=(18, 0, 18, 0)),
            self.body,
            row(None, cancel, self.save_button, margins=(18, 0, 18, 0)),
            gap=8,
            margins=(8, 20, 4, 18),
        )
        super().__init__(window, _(KIND.words.new), contents, width=480)
        self.body.show_record(place)
        name = f"affiliation {place.id or 0} of {place.person_id}"
        SheetDraft(self, session, name, self.body.changed, self.body.restore)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def save(self) -> None:
        unread = self.body.take(self._affiliation)
        settled = {problem.field for problem in unread} | {control.attribute for control in self.body.pending()}
        problems = unread + [problem for problem in self._affiliation.problems() if problem.field not in settled]
        if problems:
            self.body.show_problems(problems, self._affiliation)
            return
        try:
            with self._session.store.change() as change:
                for control in self.body.pending():
                    control.prepare(change, self._affiliation)
                new = self._affiliation.is_new()
                change.save(self._affiliation)
                change.label = labels.added("affiliation") if new else labels.changed("affiliation")
        except Problems as found:
            self.body.show_problems(found.problems, self._affiliation)
            return
        except UserError as fault:
            self._session.fail(fault)
            return
        self.dismiss()
