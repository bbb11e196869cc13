"""LettersGrid: the page on which many letters are logged at once. Paste or type; nothing is kept until "Log"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut

from organizer import i18n
from organizer.actions.letter_cells import DAY
from organizer.actions.letter_logging import Logged
from organizer.errors import UserError
from organizer.i18n import _, _n
from organizer.store.store import Changes
from organizer.ui.file_timer import FileTimer
from organizer.ui.grid import grid_draft
from organizer.ui.grid.grid_draft import GridDraft
from organizer.ui.grid.grid_frame import GridFrame
from organizer.ui.grid.grid_logging import GridLogging
from organizer.ui.grid.knowledge import Knowledge, Names
from organizer.ui.grid.look_items import LookItem, LookWay
from organizer.ui.grid.pasting import paste
from organizer.ui.session import Session

_KEEP_AFTER_MS = 1500
_ASK_AFTER_MS = 250


class LettersGrid(GridFrame):
    """What a person does here, what the window asks, and what the file says."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._knowledge = Knowledge(session, self)
        self._logging = GridLogging(session, self.model, self)
        self._begun = False
        self._keeping = FileTimer(session, self, self._keep_draft, _KEEP_AFTER_MS)
        self._wondering = FileTimer(session, self, self._ask_entries, _ASK_AFTER_MS)
        self._connect()
        self._add_keys()
        self.show_sheet()

    def _connect(self) -> None:
        self.model.read_anew.connect(self.show_sheet)
        self.model.edited.connect(self._keeping.start)
        self._knowledge.named.connect(self._take_names)
        self._knowledge.logged.connect(self.model.know_logged)
        self.bar.changed.connect(self._on_defaults)
        self.view.paste_wanted.connect(self.paste)
        self.view.log_wanted.connect(self.log)
        self.view.look_wanted.connect(self.go_to_look)
        self.view.today_wanted.connect(self._write_today)
        self.paste_button.clicked.connect(self.paste)
        for part in (self.panel, self.foot):
            part.log.clicked.connect(self.log)
            part.discard.clicked.connect(self.discard)
        self.panel.way_taken.connect(self._take_way)
        self.panel.row_wanted.connect(self.go_to_item)
        self._logging.done.connect(self._on_logged)
        self._logging.under_way.connect(self.set_busy)
        self._session.changed.connect(self._on_changes)
        self._session.campaign_changed.connect(self._on_campaign)

    def _add_keys(self) -> None:
        """What works beside the grid as well; in the grid its own keys come first."""
        for keys, doing in (
            ("Ctrl+Return", self.log),
            ("Ctrl+Enter", self.log),
            ("F8", lambda: self.go_to_look(1)),
            ("Shift+F8", lambda: self.go_to_look(-1)),
            ("Ctrl+V", self.paste),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(doing)

    # What stands here

    def show_sheet(self) -> None:
        super().show_sheet()
        if self._begun:
            self._wondering.start()

    def _take_names(self, names: Names) -> None:
        self.offers.book, self.offers.written = names.book, names.written
        self.model.know(names.book)

    def _ask_names(self) -> None:
        campaign = self.bar.campaign
        self.offers.near = campaign.imprint_country if campaign else ""
        self._knowledge.ask_names(campaign.id if campaign else -1)

    def _ask_entries(self) -> None:
        self._knowledge.ask_entries(self.model.sheet)

    def _on_defaults(self) -> None:
        self.model.set_defaults(self.bar.defaults)
        self._ask_names()
        self._keeping.start()

    def _on_campaign(self) -> None:
        self.bar.show_defaults(self.bar.defaults, None)
        self._ask_names()

    def _on_changes(self, changes: Changes) -> None:
        if not self._begun:
            return
        self._logging.heed(changes)
        self._ask_names()

    # What a person does

    def paste(self) -> None:
        """Take the cells of the clipboard in, from the current one on or at the end."""
        self.view.finish_writing()
        current = self.view.currentIndex()
        at = current.row() if current.isValid() else len(self.model.rows())
        text = QGuiApplication.clipboard().text()
        try:
            landing = paste(text, self.model.rows(), at, max(0, current.column()))
        except UserError as fault:
            self._session.fail(fault)
            return
        if not landing.count:
            self._session.say(_("There is no text to paste. Copy cells in your spreadsheet first."))
            return
        self.model.take(landing.rows)
        self.say_came("pasted", landing.count, landing.left_out)
        self.go_to(landing.row, landing.column)

    def _take_way(self, item: LookItem, way: LookWay) -> None:
        self.view.finish_writing()
        if way.text:
            self.model.write({(item.rows[0], item.column): way.text})
        else:
            self.model.decide(item.rows, way.decision)

    def _write_today(self) -> None:
        current = self.view.currentIndex()
        if current.isValid():
            self.model.write({(current.row(), DAY): i18n.day(self._session.today())})

    def discard(self) -> None:
        """Empty the grid; its own Ctrl+Z brings the rows back."""
        self.view.finish_writing()
        rows = self.model.sheet.begun()
        self.model.take(())
        self.say_came("discarded", 0)
        self.go_to(0, 0)
        sentence = _n("{n} row discarded.", "{n} rows discarded.", rows)
        self._session.say(_("{what} Ctrl+Z in the grid brings them back.").format(what=sentence))

    def log(self) -> None:
        """Log what is ready; the other rows stay. With nothing ready, show why."""
        self.view.finish_writing()
        if self.model.sheet.ready():
            self._logging.log(self.bar.campaign, self.bar.defaults)
        else:
            self.go_to_look(1)

    def _on_logged(self, logged: Logged) -> None:
        self.say_came("stayed", len(logged.left))
        self._session.tried(self.keep)
        self.go_to(0, 0)
        self._session.say(logged.words(), undoable=True)

    # What the window asks

    def entered(self) -> None:
        if not self._begun:
            self._begun = True
            self._bring_back()
        self._ask_names()
        if not self.view.currentIndex().isValid():
            self.view.go_to(len(self.model.rows()), 0)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        """What was left the last time."""
        draft = grid_draft.kept(self._session.store)
        self.bar.show_defaults(draft.defaults, self.bar.campaigns().get(draft.campaign_uid))
        self.model.set_defaults(draft.defaults)
        self.model.begin(draft.rows)
        self.say_came("kept", self.model.sheet.begun())

    def keep(self) -> None:
        """Keep what is not logged in the file, with what is being written."""
        self.view.finish_writing()
        self._write_draft()

    def _keep_draft(self) -> None:
        self._session.tried(self._write_draft)

    def _write_draft(self) -> None:
        self._keeping.stop()
        if not self._begun or self._logging.busy:
            return
        campaign = self.bar.campaign
        draft = GridDraft(self.model.rows(), self.bar.defaults, campaign.uid if campaign else "")
        grid_draft.keep(self._session.store, draft)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was to be done in a moment is not done behind a page that is gone: it was kept before."""
        self._keeping.stop()
        self._wondering.stop()
        super().hideEvent(event)

    def new(self) -> None:
        """To the empty row at the end."""
        self.go_to(len(self.model.rows()), 0)

    def duplicate(self) -> None:
        self.view.work.same_as_above()

    def delete(self) -> None:
        self.view.work.clear()
