"""The demands on a leaflet: the very editions that are printed, in their order. Newer editions are offered, never put in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from organizer import i18n
from organizer.errors import Problem
from organizer.i18n import _
from organizer.records.campaign import Campaign, Demand, current_demands, demands_with_uids
from organizer.sheets.sheet import Note
from organizer.store.store import Changes
from organizer.ui.controls import Control
from organizer.ui.look.layout import Item, col, row
from organizer.ui.look.paint import CENTRE, painter, rounded
from organizer.ui.look.parts import Button, Elided, Text, icon_button
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.prints.languages import LanguagesControl
from organizer.ui.prints.noted import NotedPlace
from organizer.ui.session import Session


def plain(words: str) -> str:
    """A demand's words without the stars that mark the strong ones."""
    return " ".join(words.replace("*", "").split())


def lead(words: str) -> str:
    """The strong words of a demand, by which it is known; all of them where none is marked."""
    parts = words.split("*")
    return plain(parts[1]) if len(parts) > 2 and parts[1].strip() else plain(words)


def edition_words(demand: Demand, today: date) -> str:
    """version 2 of 11 June 2012; version 3, changed yesterday"""
    if demand.since is None:
        return _("version {number}").format(number=demand.edition)
    if demand.since == today:
        return _("version {number}, changed today").format(number=demand.edition)
    if demand.since == today - timedelta(days=1):
        return _("version {number}, changed yesterday").format(number=demand.edition)
    return _("version {number} of {day}").format(number=demand.edition, day=i18n.day_long(demand.since))


class Disc(QWidget):
    """A number on red, as on the page."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(px(22), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        rounded(p, self.rect(), self.width() / 2, colours().red)
        p.setPen(colours().on_red)
        p.setFont(theme().font("caption_strong"))
        p.drawText(self.rect(), CENTRE, i18n.number(self._number))


class DemandRow(QWidget):
    """One demand. Alt+↑ and Alt+↓ move it, Delete takes it off."""

    moved = Signal(int)
    removed = Signal()
    renewed = Signal()

    def __init__(self, number: int, last: int, demand: Demand, newer: Demand | None, language: str, today: date) -> None:
        super().__init__()
        self.demand = demand
        words = lead(demand.text_in(language))
        self._words = Elided(words, "body", language=language)
        second = edition_words(demand, today)
        if language not in demand.texts:
            second = _("{edition}, not yet in this language").format(edition=second)
        self._second = Elided(second, "caption", "ink2")
        self.setLayoutDirection(self._words.layoutDirection())
        self.up = icon_button("chevron-up", _("Move demand {number} up").format(number=number))
        self.down = icon_button("chevron-down", _("Move demand {number} down").format(number=number))
        self.remove = icon_button("x", _("Take demand {number} off this leaflet").format(number=number))
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < last)
        items: list[Item] = [(col(Disc(number), None), 0), (col(self._words, self._second, gap=0), 1)]
        self.renew: Button | None = None
        if newer is not None:
            self.renew = Button(_("Use version {number}").format(number=newer.edition), "link", small=True, role="small_strong")
            self.renew.clicked.connect(self.renewed)
            items.append(self.renew)
        self.setLayout(row(*items, row(self.up, self.down, self.remove, gap=0), gap=9))
        self.setAccessibleName(_("Demand {number}: {words}").format(number=number, words=plain(demand.text_in(language))))
        self._connect()

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self.removed)
        for button in (self.up, self.down, self.remove):
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
            return True
        return False


class DemandsControl(Control):
    """`demand_uids`: numbers on the page follow this order, not the campaign's."""

    bare = True

    def __init__(self, session: Session) -> None:
        self._rows = QVBoxLayout()
        self.menu = QMenu()
        self.add = Button(_("Add a demand"), "quiet", icon="plus", small=True, menu=self.menu)
        self._place = NotedPlace(self._rows, row(self.add, None, Text(_("from the campaign"), "caption", "ink3")))
        super().__init__("demand_uids", self._place)
        self._session = session
        self._uids: list[str] = []
        self._language = "en"
        self.rows: list[DemandRow] = []
        self.menu.aboutToShow.connect(self._fill)
        self._rows.setSpacing(px(7))
        session.changed.connect(self._on_changes)

    def show_note(self, note: Note | None) -> None:
        """What the page says of the demands."""
        self._place.show_note(note)

    def uids(self) -> list[str]:
        return list(self._uids)

    def show_language(self, tag: str) -> None:
        self._language = tag
        self._build()

    def show(self, record: Any) -> None:
        control = self.siblings.get("languages")
        self._language = control.current() if isinstance(control, LanguagesControl) else self._language
        self.restore(record.demand_uids)

    def take(self, record: Any) -> list[Problem]:
        record.demand_uids = list(self._uids)
        return []

    def raw(self) -> list[str]:
        return list(self._uids)

    def restore(self, raw: Any) -> None:
        self._uids = [str(uid) for uid in raw]
        self._build()

    def _on_changes(self, changes: Changes) -> None:
        if Demand in changes.kinds:
            self._build()

    def _current(self) -> list[Demand]:
        campaign = self._session.campaign
        return self._session.store.records(current_demands(campaign.id)) if campaign else []

    def _build(self) -> None:
        for old in self.rows:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        known = {demand.uid: demand for demand in self._session.store.records(demands_with_uids(self._uids))}
        newest = {(demand.campaign_id, demand.number): demand for demand in self._current()}
        shown = [known[uid] for uid in self._uids if uid in known]
        self.rows = []
        for place, demand in enumerate(shown):
            last = newest.get((demand.campaign_id, demand.number))
            newer = last if last is not None and last.edition > demand.edition else None
            self._add_row(DemandRow(place + 1, len(shown), demand, newer, self._language, self._session.today()), newer)

    def _add_row(self, made: DemandRow, newer: Demand | None) -> None:
        uid = made.demand.uid
        made.moved.connect(lambda step: self.move(uid, step))
        made.removed.connect(lambda: self.change([each for each in self._uids if each != uid]))
        if newer is not None:
            made.renewed.connect(lambda: self.change([newer.uid if each == uid else each for each in self._uids]))
        self.rows.append(made)
        self._rows.addWidget(made)

    def move(self, uid: str, step: int) -> None:
        """One place up (-1) or down (1); the focus goes along."""
        place = self._uids.index(uid)
        other = place + step
        if 0 <= other < len(self._uids):
            uids = list(self._uids)
            uids[place], uids[other] = uids[other], uids[place]
            self.change(uids)
            moved = self.rows[other]
            button = moved.up if step < 0 else moved.down
            (button if button.isEnabled() else moved.remove).setFocus(Qt.FocusReason.TabFocusReason)

    def change(self, uids: list[str]) -> None:
        """Other demands, or another order, by a person's hand."""
        self._uids = uids
        self._build()
        self.edited.emit()

    def _fill(self) -> None:
        self.menu.clear()
        printed = {(each.demand.campaign_id, each.demand.number) for each in self.rows}
        for demand in self._current():
            if (demand.campaign_id, demand.number) not in printed:
                self._offer(lead(demand.text_in(self._language)), self._adding(demand.uid))
        if self.menu.isEmpty():
            self.menu.addAction(_("All demands of the campaign are on the leaflet")).setEnabled(False)
        self.menu.addSeparator()
        self._offer(_("Write demands in the campaign"), self._open_campaign)

    def _adding(self, uid: str) -> Callable[..., None]:
        return lambda *_checked: self.change([*self._uids, uid])

    def _offer(self, words: str, act: Callable[..., None]) -> None:
        action = QAction(words.replace("&", "&&"), self.menu)
        action.triggered.connect(act)
        self.menu.addAction(action)

    def _open_campaign(self, *_checked: bool) -> None:
        if self._session.campaign is not None:
            self._session.want(Campaign, self._session.campaign.id)
