"""Hand out: how many copies of a print run went to people, and at which picket."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from organizer.actions.print_runs import hand_out
from organizer.errors import UserError
from organizer.i18n import _, _n, number
from organizer.records.picket import Picket, pickets_with_uids
from organizer.records.print_run import PrintRun
from organizer.ui.completion import CompletionEdit
from organizer.ui.look.edit import Edit
from organizer.ui.look.field import Field
from organizer.ui.look.layout import col, row
from organizer.ui.look.parts import Button, Text
from organizer.ui.look.sheet import Sheet
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft
from organizer.ui.suggestions import existing_picket, picket_suggestions


class HandOutSheet(Sheet):
    """Begins with the picket that the copies were printed for; Enter in either field hands out."""

    def __init__(self, window: QWidget, session: Session, run: PrintRun) -> None:
        self._session, self._run = session, run
        self.count = Edit()
        left = _n("{n} copy is left.", "{n} copies are left.", run.left)
        self.field = Field(_("How many"), self.count, hint=left)
        self.picket = CompletionEdit(lambda typed: picket_suggestions(session, typed), icon="megaphone", after="chevron-down")
        hint = _("Type a city, a day or the occasion, or press ↓.")
        self.picket_field = Field(_("At the picket"), self.picket, hint=hint, optional=True)
        self.button = Button(_("Hand out"), "primary")
        cancel = Button(_("Cancel"), "quiet")
        contents = col(
            Text(_("Hand out copies"), "title"),
            self.field,
            self.picket_field,
            row(None, cancel, self.button),
            gap=14,
            margins=(24, 20, 24, 20),
        )
        super().__init__(window, _("Hand out copies"), contents, width=520, top=120)
        printed_for = _picket_of(session, run)
        self.picket.show_choice(existing_picket(printed_for) if printed_for is not None else None)
        SheetDraft(self, session, f"hand out {run.id}", self._changed, lambda typed: self.count.setText(str(typed["count"])))
        self.button.clicked.connect(self._hand_out)
        self.count.returnPressed.connect(self._hand_out)
        self.picket.returnPressed.connect(self._hand_out)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)

    def _changed(self) -> dict[str, str]:
        return {"count": self.count.text()} if self.count.text() else {}

    def _hand_out(self) -> None:
        self.field.clear_problem()
        self.picket_field.clear_problem()
        self.picket.settle()
        count, chosen = self._copies(), self.picket.chosen()
        if count and chosen is None and self.picket.text().strip():
            self.picket_field.show_problem(_("This picket is not in the list. Choose a row, or leave the field empty."))
            self.picket.setFocus()
        elif count:
            self._do(count, chosen.value.id if chosen is not None else None)

    def _copies(self) -> int:
        """How many; 0 where the field says why it is none."""
        said, left = self.count.text().strip(), self._run.left
        count = int(said) if said.isdecimal() else 0
        if 1 <= count <= left:
            return count
        if count:
            take = (_("Hand out {n}").format(n=number(left)), lambda: self._take(left))
            self.field.show_problem(_n("There is only {n} copy left.", "There are only {n} copies left.", left), (take,))
        else:
            self.field.show_problem(_("Type how many copies, in digits."))
        self.count.setFocus()
        return 0

    def _take(self, count: int) -> None:
        self.count.setText(str(count))
        self._hand_out()

    def _do(self, count: int, picket_id: int | None) -> None:
        store = self._session.store
        try:
            picket = store.get(Picket, picket_id) if picket_id is not None else None
            hand_out(store, self._run, count, picket)
        except UserError as fault:
            self.field.show_problem(f"{fault.message} {fault.hint}")
            return
        self.dismiss()
        self._session.say(_n("{n} copy handed out.", "{n} copies handed out.", count), undoable=True)


def ask_hand_out(session: Session, run: Any) -> None:
    """Ask over the window in front. Where nothing is left, it is said instead."""
    window = QApplication.activeWindow()
    if run.left <= 0:
        session.fail(
            UserError(_("No copies of this print run are left."), _("Look at the numbers in the form, or log another run."))
        )
    elif window is not None:
        sheet = HandOutSheet(window, session, run)
        sheet.show_over(sheet.count)


def _picket_of(session: Session, run: PrintRun) -> Picket | None:
    """Where the last ones were handed out, else the picket they were printed for."""
    store = session.store
    if run.picket_id is not None:
        return store.get(Picket, run.picket_id)
    uid = run.subject_uid if run.subject_kind == Picket.KIND else run.carries.get("picket", "")
    return store.first(pickets_with_uids({uid})) if uid else None
