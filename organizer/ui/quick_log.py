"""Quick log: a picket, a letter or a donation in one small form. Enter logs it and is ready for the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.errors import Problem, Problems, UserError
from organizer.i18n import _
from organizer.records.base import Record
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Elided, Glyph, Keys, Text
from organizer.ui.quick_entry import Logged, QuickEntry
from organizer.ui.quick_forms import FORMS, LETTER, sum_words
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft
from organizer.ui.tall import Tall

_SHOWN = 3


class QuickLog(Sheet):
    """Keep one a window: it remembers the last entry of each kind, and the last three for their Undo. What was typed and not
    logged is kept in the file when the window goes.
    """

    def __init__(self, window: QWidget, session: Session) -> None:
        self._session = session
        self._lasts: dict[str, Record] = {}
        self.logged: list[Logged] = []
        self._drafts: dict[str, SheetDraft] = {}
        self.entries = {form.code: QuickEntry(session, form) for form in FORMS}
        self.kinds = Segmented([(form.code, _(form.words), form.kind.icon) for form in FORMS], stretch=False)
        self.kinds.setAccessibleName(_("What to log"))
        self.close_button = Button(_("Close"), "quiet", keys="Esc")
        self.log_button = Button("", "primary", keys="Enter")
        super().__init__(window, _("Quick log"), self._contents(), width=600, top=70)
        self._connect()
        self.choose(LETTER.code)

    def _contents(self) -> QWidget:
        self._campaign = Elided("", "small", "ink2")
        self._done = Card(token="canvas", edge=None, radius=8)
        self._done_line = col(gap=0, margins=(14, 9, 6, 6))
        self._done.setLayout(self._done_line)
        self._done_rows: list[QWidget] = []
        self._done.hide()
        keys = row(Keys("Ctrl+1"), Keys("2"), Keys("3"), gap=4)
        head = row(self.kinds, None, keys, gap=8, margins=(18, 16, 18, 0))
        foot = row(Glyph("flag", 15), (self._campaign, 1), self.close_button, self.log_button, gap=8, margins=(18, 0, 18, 12))
        forms = col(*self.entries.values(), gap=0)
        done = row((self._done, 1), margins=(18, 0, 18, 16))
        return box(col(head, (Tall(forms), 1), foot, done, gap=6))

    def _connect(self) -> None:
        self.kinds.chosen.connect(self.choose)
        self.close_button.clicked.connect(self.dismiss)
        self.log_button.clicked.connect(self.log)
        for number, form in enumerate(FORMS, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda code=form.code: self.choose(code))
            self.entries[form.code].edited.connect(self._show_button)
        self._session.campaign_changed.connect(self._begin_anew)

    def entry(self) -> QuickEntry:
        return self.entries[self.kinds.value()]

    def show_over(self, first: QWidget | None = None, *, kind: str | None = None) -> None:
        """Open at a kind by its code, else at the last one used."""
        campaign = self._session.campaign
        self._campaign.setText(campaign.name if campaign else _("No campaign yet"))
        super().show_over(first or self.close_button)
        self.choose(kind or self.kinds.value())

    def choose(self, code: str) -> None:
        """Turn to the form of a kind; what was typed in the others stays."""
        self.kinds.set_value(code)
        for name, entry in self.entries.items():
            entry.setVisible(name == code)
        entry = self.entries[code]
        if entry.record is None:
            entry.start(self._lasts.get(code))
            self._bring_back(code, entry)
        self._show_button()
        if self.isVisible():
            entry.focus_first(code in self._lasts)

    def _bring_back(self, code: str, entry: QuickEntry) -> None:
        body, name = entry.body, f"quick log {code}"
        self._drafts[code] = SheetDraft(self, self._session, name, body.changed, body.restore, stays=True)

    def _begin_anew(self) -> None:
        """Another campaign: nothing of the last one's entries stays."""
        self._lasts.clear()
        self.logged.clear()
        self._show_logged()
        for entry in self.entries.values():
            entry.start()

    def _show_button(self) -> None:
        entry = self.entry()
        self.log_button.set_words(entry.form.button(entry.body.raws()))

    def log(self) -> None:
        """Log the entry and begin the next, or show what stands in the way at its field."""
        entry = self.entry()
        problems = entry.problems()
        if problems:
            entry.show_problems(problems)
            return
        try:
            record, logged = entry.log()
        except Problems as found:
            entry.show_problems(found.problems)
            return
        except UserError as error:
            entry.show_problems([Problem("", str(error))])
            return
        self._lasts[entry.form.code] = record
        self.logged.insert(0, logged)
        self._show_logged()
        entry.start(record)
        self._drafts[entry.form.code].drop()
        self._show_button()
        entry.focus_first(True)
        self._announce(_("Logged: {entry}").format(entry=logged.words))

    def _announce(self, sentence: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show_logged(self) -> None:
        for old in self._done_rows:
            self._done_line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._done_rows = []
        self._done.setVisible(bool(self.logged))
        if self.logged:
            title = Text(_("Logged just now"), "caption_strong", "ink2")
            total = Text(sum_words([logged.letters for logged in self.logged]), "caption", "ink2")
            self._add_done(box(row(title, None, total, margins=(0, 0, 6, 2))))
        for logged in self.logged[:_SHOWN]:
            self._add_done(self._logged_row(logged))

    def _add_done(self, part: QWidget) -> None:
        self._done_rows.append(part)
        self._done_line.add(part)

    def _logged_row(self, logged: Logged) -> QWidget:
        undo = Button(_("Undo"), "link", small=True, name=_("Undo: {entry}").format(entry=logged.words))
        undo.clicked.connect(lambda: self.take_back(logged))
        clock = Text(i18n.clock(logged.at.time()), "caption", "ink3")
        return box(row(Glyph("circle-check", 16, "green_text"), (Elided(logged.words, "small"), 1), clock, undo, gap=8))

    def take_back(self, logged: Logged) -> None:
        """Undo one entry, with what was made for it."""
        try:
            self._session.store.undo_entry(logged.entry_id)
        except UserError as error:
            self.entry().show_problems([Problem("", str(error))])
            return
        self.logged.remove(logged)
        self._show_logged()
        self._announce(_("Taken back: {entry}").format(entry=logged.words))
        self.entry().focus_first(self.kinds.value() in self._lasts)

    def press_enter(self) -> None:
        self.log()
