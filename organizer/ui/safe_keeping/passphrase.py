"""The section Passphrase: what opens this file, its recovery sheets, and the change of both."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions.recovery_sheets import RecoveryNote, note_of
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.store import recovery
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, Scroll, box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import px
from organizer.ui.look.wrap import Wrap
from organizer.ui.page import Page
from organizer.ui.recovery.ask import AskPassphrase
from organizer.ui.recovery.change import ChangePassphrase
from organizer.ui.recovery.offer import RecoveryOffer
from organizer.ui.session import Session

_WIDEST = 760


class PassphraseSection(Page):
    """What can be changed here asks for the passphrase again: the window may stand open on a table."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self.change = Button("", icon="key-round")
        self.make = Button("", icon="printer")
        self.test = Button(_("Type in a sheet to try it"), icon="life-buoy")
        self._state, self._sheet = Text("", "body", wrap=True), Text("", "body", wrap=True)
        self._mark = Text("", "small", "ink2", wrap=True)
        self._icon, self._sheet_icon = Glyph("lock", 20), Glyph("life-buoy", 20)
        self.change.clicked.connect(self.ask_change)
        self.make.clicked.connect(partial(self._ask_first, self._offer))
        self.test.clicked.connect(partial(self._ask_first, self._try))
        file = _card(self._icon, _("Passphrase"), self._state, row(self.change, None))
        self._sheets = _card(self._sheet_icon, _("Recovery sheet"), self._sheet, self._mark, Wrap([self.make, self.test], gap=8))
        cards = box(col(file, self._sheets, gap=14))
        cards.setMaximumWidth(px(_WIDEST))
        self.setLayout(col(Scroll(box(col(row((cards, 100), None, gap=0), None, gap=0, margins=(22, 18, 22, 22)))), gap=0))
        self.entered()

    def entered(self) -> None:
        """Say how things stand now."""
        key = self._session.store.key()
        self._sheets.setVisible(key is not None)
        if key is None:
            self._state.setText(_("This file has no passphrase: anyone who finds it can read it."))
            self._icon.set_icon("lock-open", "amber_text")
            self.change.set_words(_("Encrypt this file…"))
            return
        self._state.setText(_("This file is encrypted. Its passphrase is kept nowhere: not in the file, and not by us."))
        self._icon.set_icon("lock", "green_text")
        self.change.set_words(_("Change the passphrase…"))
        note = note_of(self._session.store)
        self._sheet.setText(sheet_words(note))
        good = note is not None and bool(note.tested)
        self._sheet_icon.set_icon("life-buoy", "green_text" if good else "amber_text")
        mark = _("Sheets that open this file now bear the mark {mark}.").format(mark=i18n.isolate(recovery.mark(key)))
        self._mark.setText(mark)
        self.make.set_words(_("Make a recovery sheet…") if note is None else _("Make a new one…"))

    def ask_change(self) -> None:
        sheet = ChangePassphrase(self.window(), self._session.store, self._session.tasks)
        sheet.changed.connect(self._changed)
        sheet.unfinished.connect(lambda error: self._made_anew(sheet, error))
        self._show(sheet)

    def _changed(self) -> None:
        self._session.say(_("The new passphrase opens the file from now on."))
        self._offer()

    def _made_anew(self, sheet: ChangePassphrase, error: UserError) -> None:
        """The old recovery sheets open nothing any more, whatever the disk failed to do afterwards."""
        offer = self._made_offer()
        offer.tell(error)
        sheet.closed.connect(lambda: self._show(offer))

    def _ask_first(self, then: Callable[[], None]) -> None:
        sheet = AskPassphrase(self.window(), self._session.store, self._session.tasks)
        sheet.proved.connect(then)
        self._show(sheet)

    def _offer(self) -> None:
        self._show(self._made_offer())

    def _try(self) -> None:
        sheet = self._made_offer()
        self._show(sheet)
        sheet.show_test()

    def _made_offer(self) -> RecoveryOffer:
        session = self._session
        return RecoveryOffer(self.window(), session.store, session.tasks, today=session.today)

    def _show(self, sheet: Sheet) -> None:
        sheet.closed.connect(self.entered)
        sheet.show_over()


def sheet_words(note: RecoveryNote | None) -> str:
    """Whether there is a recovery sheet, of when, and whether it was tried."""
    if note is None:
        return _("No recovery sheet yet. If the passphrase is forgotten, nobody can open this file.")
    sheets = _n("{n} sheet", "{n} sheets", note.sheets)
    made, tested = i18n.day(note.made_on()), note.tested_on()
    if tested is None:
        sentence = _("{sheets} made on {day}, not tried yet: type it in once to see that it can be read.")
        return sentence.format(sheets=sheets, day=made)
    return _("{sheets} made on {day}, tried on {tried}.").format(sheets=sheets, day=made, tried=i18n.day(tested))


def _card(icon: Glyph, title: str, *items: QWidget | object) -> Card:
    words = col(Text(title, "group"), *items, gap=8)  # type: ignore[arg-type]
    return Card(row(col(icon, None), (words, 1), gap=12, margins=(16, 14, 16, 14)))
