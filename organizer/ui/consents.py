"""Consents: what a person agreed to, below the person's form."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.errors import Problems, UserError
from organizer.i18n import N_, _
from organizer.records.consent import Consent, consents_of
from organizer.records.organisation import Person
from organizer.store.store import Changes
from organizer.ui import fields
from organizer.ui.form_body import FormBody
from organizer.ui.kind import FormGroup, Head, Kind, KindWords
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Sheet, Text
from organizer.ui.part_list import PartList, PartRow
from organizer.ui.session import Session

KIND = Kind(
    record=Consent,
    icon="handshake",
    in_campaign=False,
    words=KindWords(
        many=N_("Agreed to"),
        new=N_("Consent"),
        search="",
        none_yet="",
        first_step="",
        no_match="",
        delete="",
        history="",
        deleted=lambda _consent: _("Consent removed."),
    ),
    columns=(),
    groups=(
        FormGroup(
            "",
            (
                (fields.choice("purpose", N_("Purpose"), Consent.PURPOSES),),
                (fields.day("given_on", N_("Given on")), fields.choice("way", N_("How"), Consent.WAYS)),
                (fields.day("withdrawn_on", N_("Taken back on"), optional=True),),
                (fields.line("note", N_("Note"), optional=True),),
            ),
        ),
    ),
    head=lambda consent: Head(consent.title()),
    new=lambda session: Consent(given_on=session.today()),
)


class ConsentsPart(PartList):
    def __init__(self, session: Session) -> None:
        super().__init__(_("Agreed to"), _("Add a consent"), self.add, _("Save the person first."))
        self._session = session
        self._person: Person | None = None
        session.changed.connect(self._on_changes)

    def show_record(self, person: Any) -> None:
        self._person = person
        self._show()

    def _on_changes(self, changes: Changes) -> None:
        if Consent in changes.kinds:
            self._show()

    def _show(self) -> None:
        person = self._person
        saved = person is not None and not person.is_new()
        found = self._session.store.records(consents_of(person.id)) if person is not None and saved else []
        none = _("Nothing so far: no news, no call, no name in print.")
        self.show_rows([self._row(consent) for consent in found], saved=saved, none=none)

    def _row(self, consent: Consent) -> PartRow:
        way = _(Consent.WAYS.get(consent.way, ""))
        since = _("since {day}").format(day=i18n.day(consent.given_on)) if consent.given_on else ""
        back = _("taken back on {day}").format(day=i18n.day(consent.withdrawn_on)) if consent.withdrawn_on else ""
        words = i18n.dotted(back or since, way, consent.note)
        return PartRow(consent.title(), words, consent.title(), partial(self._edit, consent), partial(self._remove, consent))

    def add(self) -> None:
        if self._person is not None:
            self._edit(Consent(person_id=self._person.id, given_on=self._session.today()))

    def _edit(self, consent: Consent) -> None:
        ConsentSheet(self.window(), self._session, consent).show_over()

    def _remove(self, consent: Consent) -> None:
        if self._session.tried(partial(self._session.store.delete, consent)):
            self._session.say(KIND.words.deleted(consent), undoable=True)


class ConsentSheet(Sheet):
    """One purpose that a person agreed to."""

    def __init__(self, window: QWidget, session: Session, consent: Consent) -> None:
        self._session, self._consent = session, consent
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
        self.body.show_record(consent)
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def save(self) -> None:
        unread = self.body.take(self._consent)
        settled = {problem.field for problem in unread}
        problems = unread + [problem for problem in self._consent.problems() if problem.field not in settled]
        if problems:
            self.body.show_problems(problems, self._consent)
            return
        try:
            self._session.store.save(self._consent)
        except Problems as found:
            self.body.show_problems(found.problems, self._consent)
        except UserError as fault:
            self._session.fail(fault)
        else:
            self.dismiss()
