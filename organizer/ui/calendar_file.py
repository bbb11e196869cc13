"""Calendar file: the campaign's pickets as events for any calendar program, those to come or all of them."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from organizer.errors import UserError
from organizer.exchange.calendar_out import to_calendar
from organizer.i18n import _, _n
from organizer.records.picket import for_calendar
from organizer.store.files import write_atomic
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.look.button import Button
from organizer.ui.look.field import Field
from organizer.ui.look.layout import col, row
from organizer.ui.look.segmented import Segmented
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Text
from organizer.ui.session import Session
from organizer.ui.sheet_draft import SheetDraft

COMING, ALL = "coming", "all"
_SUFFIX = ".ics"


class CalendarSheet(Sheet):
    """Says how many pickets the file will have before it asks where the file goes."""

    def __init__(self, window: QWidget, session: Session, campaign_id: int, name: str) -> None:
        self._session, self._campaign_id, self._name = session, campaign_id, name
        self.which = Segmented([(COMING, _("From today on")), (ALL, _("All"))], stretch=False)
        self.drafts = QCheckBox(_("Drafts too, marked as not certain"))
        self.drafts.setAccessibleName(self.drafts.text())
        self.count = Text("", "medium")
        self.write = Button(_("Save calendar file"), "primary", icon="file-down")
        cancel = Button(_("Cancel"), "quiet")
        words = _("Any calendar program takes it in. A newer file moves what was moved; notes and names stay here.")
        contents = col(
            Text(_("Calendar file"), "title"),
            Text(words, "body", "ink2", wrap=True),
            Field(_("Which pickets"), self.which),
            self.drafts,
            row((self.count, 1), None, cancel, self.write, gap=8),
            gap=14,
            margins=(24, 20, 24, 20),
        )
        super().__init__(window, _("Calendar file"), contents, width=540, top=120)
        SheetDraft(self, session, f"calendar {campaign_id}", self._changed, self._restore)
        self.which.chosen.connect(lambda _code: self._count())
        self.drafts.clicked.connect(lambda _on: self._count())
        self.write.clicked.connect(self._ask_where)
        cancel.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)
        self._count()

    def _changed(self) -> dict[str, Any]:
        chosen = {"which": self.which.value(), "drafts": self.drafts.isChecked()}
        return chosen if chosen != {"which": COMING, "drafts": False} else {}

    def _restore(self, chosen: dict[str, Any]) -> None:
        self.which.set_value(chosen["which"])
        self.drafts.setChecked(chosen["drafts"])

    def _first(self) -> date:
        return self._session.today() if self.which.value() == COMING else date.min

    def _count(self) -> None:
        counting = partial(_how_many, self._session.store, self._campaign_id, self._first(), self.drafts.isChecked())
        self._session.tasks.run(counting, self._show_count)

    def _show_count(self, count: int) -> None:
        self.count.setText(_n("{n} picket", "{n} pickets", count) if count else _("None of them has a day to write down."))
        self.write.setEnabled(count > 0)

    def _ask_where(self) -> None:
        path = file_dialogs.ask_save(
            self.window(), _("Save calendar file"), f"{_('pickets')}{_SUFFIX}", f"iCalendar (*{_SUFFIX})"
        )
        if path is None:
            return
        path = path if path.suffix.lower() == _SUFFIX else path.with_name(path.name + _SUFFIX)
        first, drafts, session = self._first(), self.drafts.isChecked(), self._session
        self.dismiss()
        work = partial(_written, session.store, self._campaign_id, self._name, first, drafts, path)
        session.tasks.run(work, partial(_say, session, path.name), session.fail)


def ask_calendar(session: Session, _record: Any = None) -> None:
    """Ask over the window in front."""
    window, campaign = QApplication.activeWindow(), session.campaign
    if campaign is None:
        session.fail(UserError(_("There is no campaign yet."), _("Begin one: its pickets are what a calendar file holds.")))
    elif window is not None:
        sheet = CalendarSheet(window, session, campaign.id, campaign.name)
        sheet.show_over()


def _how_many(store: Store, campaign_id: int, first: date, drafts: bool) -> int:
    return len(store.records(for_calendar(campaign_id, first, drafts=drafts)))


def _written(store: Store, campaign_id: int, name: str, first: date, drafts: bool, path: Path) -> int:
    pickets = store.records(for_calendar(campaign_id, first, drafts=drafts))
    write_atomic(path, to_calendar(pickets, name=name))
    return len(pickets)


def _say(session: Session, name: str, count: int) -> None:
    pickets = _n("{n} picket", "{n} pickets", count)
    session.say(_("Saved as {name}: {count}.").format(name=name, count=pickets))
