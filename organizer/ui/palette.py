"""Search everything: records by kind, then commands. The selection moves without leaving the field, or from among the rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from organizer import i18n
from organizer.actions.compartments import not_searched
from organizer.i18n import _
from organizer.records.base import Record
from organizer.store.compartments import closed_compartments
from organizer.store.store import Store
from organizer.ui.beside import can_stand_beside
from organizer.ui.kind import Kind
from organizer.ui.kinds import KINDS
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Rule, box, col, row
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.text import Glyph, Keys, Text
from organizer.ui.palette_list import RowList, SearchEdit
from organizer.ui.palette_rows import GROUPS, Deed, Row, deeds_like, grouped
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

_OF_A_KIND, _MOST = 3, 100
_DEEDS_AT_REST = 10
_OPENED = frozenset(kind for _heading, kinds in GROUPS for kind in kinds)
_NARROW = "Alt+Down"


class Palette(Sheet):
    """`deeds` are what the window can do; with new records of every kind they stand below what is found.

    Keep one a window; `show_over` begins anew.
    """

    def __init__(self, window: QWidget, session: Session, deeds: Sequence[Deed]) -> None:
        self._session, self._deeds = session, [*deeds, *new_record_deeds(session)]
        self._latest: Latest[tuple[list[Record], int]] = Latest(session.tasks)
        self._only: type[Record] | None = None
        self._found: list[Record] = []
        self.edit = SearchEdit(hint=_("Search everything"), bare=True, role="lead")
        self.edit.setAccessibleName(_("Search everything"))
        self.list = RowList()
        self.close_button = Button(_("Close"), "quiet", keys="Esc", small=True)
        super().__init__(window, _("Search"), self._contents(), width=660, top=84)
        self.edit.textEdited.connect(self._ask)
        self.edit.returnPressed.connect(self.open_chosen)
        self.edit.stepped.connect(self._step)
        self.list.stepped.connect(self._step)
        self.list.opened.connect(self.open_chosen)
        self.list.handed_on.connect(self._type)
        self.list.clicked.connect(self._click)
        self.close_button.clicked.connect(self.dismiss)
        for keys, do in ((_NARROW, self._narrow), ("Ctrl+Return", self.open_beside), ("Ctrl+Enter", self.open_beside)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _contents(self) -> QWidget:
        self.count = Text("", "small", "ink2")
        self._nothing = Text(_("Nothing found. Fewer letters find more."), "body", "ink2", wrap=True)
        self._nothing.hide()
        self._hidden_words = Text("", "small", "ink2", wrap=True)
        self._hidden = box(row(Glyph("lock", 16), (self._hidden_words, 1), gap=8, margins=(10, 4, 10, 4)))
        self._hidden.hide()
        self._narrow_words = Text("", "caption", "ink2")
        top = row(Glyph("search", 20), (self.edit, 1), self.count, self.close_button, gap=10, margins=(18, 8, 10, 8))
        body = col(self._nothing, self._hidden, self.list, gap=0, margins=(8, 4, 8, 6))
        self._beside = box(row(Keys("Ctrl+Enter"), Text(_("open beside"), "caption", "ink2"), 10, gap=5))
        foot = row(
            Keys("↑ ↓"), Text(_("choose"), "caption", "ink2"), 10, Keys("Enter"), Text(_("open"), "caption", "ink2"), 10,
            self._beside, Keys("Alt+↓"), self._narrow_words, None, gap=5, margins=(18, 7, 18, 7),
        )  # fmt: skip
        return box(col(top, Rule(), body, Rule(), foot, gap=0))

    def show_over(self, first: QWidget | None = None) -> None:
        self.edit.clear()
        self._only = None
        self._found = []
        self._hidden.hide()
        self._show()
        super().show_over(first or self.edit)

    def typed(self) -> str:
        return self.edit.text().strip()

    def rows(self) -> list[Row]:
        """What is on show, headings among it."""
        return self.list.model_.rows

    def _ask(self) -> None:
        words, store = self.typed(), self._session.store
        if not words:
            self._latest.forget()
            self._hidden.hide()
            self._took([])
            return
        self._latest.ask(lambda: (found_records(store, words), left_out(store)), self._took_all)

    def _took_all(self, answer: tuple[list[Record], int]) -> None:
        found, hidden = answer
        self._hidden_words.setText(not_searched(hidden) if hidden else "")
        self._hidden.setVisible(bool(hidden))
        self._took(found)

    def _took(self, found: list[Record]) -> None:
        self._found = found
        if self._only is not None and not any(type(record) is self._only for record in found):
            self._only = None
        self._show()

    def _show(self) -> None:
        words = self.typed()
        records = [record for record in self._found if self._only is None or type(record) is self._only]
        rows = grouped(records, _MOST if self._only else _OF_A_KIND)
        if self._only is None:
            deeds = deeds_like(self._deeds, words)
            rows += deeds if words else deeds[: _DEEDS_AT_REST + 1]
        self.list.offer(rows, words)
        self._nothing.setVisible(bool(words) and not rows)
        count = i18n.number(len(records)) + ("+" if len(self._found) >= _MOST else "")
        count = i18n.own_order(count, rtl=i18n.is_rtl())
        self.count.setText(_("{count} found").format(count=count) if words else "")
        self._narrow_words.setText(_("all kinds") if self._only else _("only this kind"))
        self._say_chosen()

    def _step(self, by: int) -> None:
        self.list.step(by)
        self._say_chosen()

    def _type(self, event: QKeyEvent) -> None:
        """Whoever goes on typing among the rows types in the field."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendEvent(self.edit, event)

    def _say_chosen(self) -> None:
        """The row under hand is spoken, since the focus stays in the field."""
        chosen = self.list.row_at(self.list.currentIndex())
        words = chosen.spoken() if chosen is not None else ""
        self._beside.setVisible(self._may_stand_beside(chosen))
        self.edit.setAccessibleDescription(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.edit, words))

    def _narrow(self) -> None:
        """Only the kind of the row under hand, or all kinds again."""
        chosen = self.list.row_at(self.list.currentIndex())
        if self._only is not None:
            self._only = None
        elif chosen is not None and chosen.record is not None:
            self._only = type(chosen.record)
        self._show()

    def open_chosen(self) -> None:
        self._open(self.list.currentIndex())

    def _may_stand_beside(self, chosen: Row | None) -> bool:
        return chosen is not None and chosen.record is not None and can_stand_beside(type(chosen.record))

    def open_beside(self) -> None:
        """The record under hand beside the page in view; what has no form for that opens as ever."""
        chosen = self.list.row_at(self.list.currentIndex())
        if chosen is None or chosen.record is None or not self._may_stand_beside(chosen):
            self.open_chosen()
            return
        self.dismiss()
        self._session.want_beside(type(chosen.record), chosen.record.id)

    def _click(self, index: QModelIndex) -> None:
        beside = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        self.open_beside() if beside else self._open(index)

    def _open(self, index: QModelIndex) -> None:
        chosen = self.list.row_at(index)
        if chosen is None or not chosen.chosen():
            return
        self.dismiss()
        if chosen.record is not None:
            self._session.want(type(chosen.record), chosen.record.id)
        elif chosen.deed is not None:
            chosen.deed.run()


def new_record_deeds(session: Session) -> list[Deed]:
    """Begin a new record of each kind that has a screen."""
    return [Deed(_(kind.words.new), kind.icon, partial(_begin, session, kind)) for kind in KINDS]


def _begin(session: Session, kind: Kind) -> None:
    session.begin(kind.new(session))


def found_records(store: Store, words: str) -> list[Record]:
    """The best hits of those kinds that can be opened, in their order. For a worker."""
    hits = [hit for hit in store.search(words, limit=_MOST) if hit.kind in _OPENED]
    found: dict[tuple[type[Record], int], Record] = {}
    for kind in {hit.kind for hit in hits}:
        for record in store.records_with(kind, [hit.id for hit in hits if hit.kind is kind]):
            found[kind, record.id] = record
    return [found[hit.kind, hit.id] for hit in hits if (hit.kind, hit.id) in found]


def left_out(store: Store) -> int:
    """How many records lie in closed compartments, where nothing was looked for. For a worker."""
    return sum(each.count for each in closed_compartments(store) if each.kind in _OPENED)
