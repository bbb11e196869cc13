"""The section Privacy: erase a person, keep nothing longer than needed, tell who asks; and the log of erasures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer import i18n
from organizer.i18n import N_, _, _n
from organizer.records.erasure import Erasure, all_erasures
from organizer.store.store import Changes
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import px
from organizer.ui.page import Page
from organizer.ui.safe_keeping.erase_sheet import EraseSheet
from organizer.ui.safe_keeping.known_sheet import KnownSheet
from organizer.ui.safe_keeping.remain_sheet import RemainSheet, remaining
from organizer.ui.safe_keeping.retention_sheet import RetentionSheet
from organizer.ui.safe_keeping.step_sheet import StepSheet
from organizer.ui.session import Session
from organizer.ui.tall import Tall

_WIDEST, _SHOWN = 760, 8
_WAYS = (
    (
        "user",
        N_("Erase a person everywhere"),
        N_("Out of records, history, search, drafts and texts; nothing brings them back."),
    ),
    (
        "hourglass",
        N_("Keep nothing longer than needed"),
        N_("Sign-in lists, contacts gone quiet and givers, as long as each is needed."),
    ),
    (
        "file-text",
        N_("What does this file know about somebody?"),
        N_("Every record and every text, as PDF for the person who asks."),
    ),
)


_REMAIN = (
    "triangle-alert",
    N_("Texts to look at"),
    N_("A backup has brought words back that an erasure had taken out of them."),
)


class PrivacySection(Page):
    """Three ways, each a sheet of steps; a fourth one ahead of them after an older backup brought words back."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self.erase = Button(_("Erase a person…"), icon="trash-2")
        self.retain = Button(_("What would go today…"), icon="hourglass")
        self.tell = Button(_("Tell who asks…"), icon="file-text")
        self.look = Button(_("Look at them…"), icon="search")
        self._remain = _way(*_REMAIN, self.look)
        self._log = QVBoxLayout()
        self._log.setSpacing(px(4))
        cards = [_way(*way, button) for way, button in zip(_WAYS, (self.erase, self.retain, self.tell), strict=True)]
        log = box(col(Text(_("Log of erasures"), "group"), self._log, gap=8))
        column = box(col(self._remain, *cards, 8, log, None, gap=12, margins=(22, 18, 22, 22)))
        column.setMaximumWidth(px(_WIDEST))
        self.setLayout(col((Tall(row((column, 100), None, gap=0)), 1), gap=0))
        ways = ((self.look, RemainSheet), (self.erase, EraseSheet), (self.retain, RetentionSheet), (self.tell, KnownSheet))
        for button, sheet in ways:
            button.clicked.connect(self._opener(sheet))
        session.changed.connect(self._on_changes)
        self._show_log()
        self._show_remain()

    def _opener(self, sheet: Callable[[QWidget, Session], StepSheet]) -> Callable[[], None]:
        def show() -> None:
            made = sheet(self.window(), self._session)
            made.closed.connect(self._show_remain)
            made.show_over()

        return show

    def panes(self) -> list[QWidget]:
        return [self.erase]

    def _on_changes(self, changes: Changes) -> None:
        if Erasure in changes.kinds:
            self._show_log()
        self._show_remain()

    def _show_remain(self) -> None:
        self._remain.setVisible(bool(remaining(self._session.store)))

    def _show_log(self) -> None:
        while (item := self._log.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        found = self._session.store.records(all_erasures().limit(_SHOWN))
        for erasure in found:
            self._log.addWidget(Text(_words(erasure), "body", wrap=True))
        if not found:
            self._log.addWidget(Text(_("Nobody was erased so far. The log never says who."), "body", "ink2", wrap=True))


def _words(erasure: Erasure) -> str:
    day = i18n.day(erasure.day) if erasure.day else ""
    deleted = _n("{n} record deleted", "{n} records deleted", erasure.deleted)
    changed = _n("{n} record changed", "{n} records changed", erasure.changed)
    return i18n.dotted(day, erasure.rule_words(), deleted, changed)


def _way(icon: str, title: str, words: str, button: Button) -> Card:
    said = col(Text(_(title), "group", wrap=True), Text(_(words), "body", "ink2", wrap=True), gap=3)
    return Card(row(Glyph(icon, 22), (said, 1), button, gap=14, margins=(16, 14, 16, 14)))
