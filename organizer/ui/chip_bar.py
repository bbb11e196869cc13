"""ChipBar: a kind's filters as chips, with menus of the values that the records have."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from organizer.i18n import _, number
from organizer.records.base import Record
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from organizer.ui.kind import Chip, FilterChoice, Kind, Verb
from organizer.ui.look import chip as parts
from organizer.ui.look.layout import box, row
from organizer.ui.look.wrap import Wrap
from organizer.ui.print_room.verbs import add_verbs
from organizer.ui.session import Session

Filters = tuple[tuple[str, Any], ...]
Offer = Callable[[Session, type[Record]], list[FilterChoice]]


class _ChosenChip(QObject):
    """One chip with what it filters by now. Menus are filled when they are opened: the values may have changed."""

    changed = Signal()

    def __init__(self, chip: Chip, session: Session, kind: Kind, parent: QObject) -> None:
        super().__init__(parent)
        self._chip, self._session, self._kind = chip, session, kind
        self.offer = chip.choices
        self._choice: FilterChoice | None = None
        menu = QMenu() if chip.choices else None
        self.part = parts.Chip(_(chip.words), icon=chip.icon or None, menu=menu)
        self.menu = menu
        if menu is not None:
            menu.aboutToShow.connect(self._fill)
            self.part.removed.connect(lambda: self.choose(None))
        else:
            self.part.clicked.connect(self.changed)
            self.part.removed.connect(self.changed)
        if chip.comes:
            self.part.hide()

    def filters(self) -> Filters:
        if self.menu is not None:
            return self._choice.filters if self._choice else ()
        return self._chip.filters if self.part.is_on() else ()

    def off_filters(self) -> Filters | None:
        """What the chip would filter by, where it is counted beforehand."""
        return self._chip.filters if self.menu is None else None

    def may_come(self) -> bool:
        return self._chip.comes

    def come(self, wanted: bool) -> None:
        self.part.setHidden(not wanted and not self.part.is_on())

    def show_count(self, count: int) -> None:
        self.part.set_words(_(self._chip.words), count)

    def choose(self, choice: FilterChoice | None) -> None:
        self.take(choice)
        self.changed.emit()

    def take(self, choice: FilterChoice | None) -> None:
        """Show a choice without saying so."""
        self._choice = choice
        self.part.set_words(choice.words if choice else _(self._chip.words))
        self.part.set_on(choice is not None)

    def clear(self) -> None:
        if self.menu is not None:
            self.take(None)
        else:
            self.part.set_on(False)

    def _fill(self) -> None:
        if self.menu is None or self._chip.choices is None:
            return
        self.menu.clear()
        for choice in self._chip.choices(self._session, self._kind.record):
            words = choice.words.replace("&", "&&")
            action = QAction(f"{words}\t{number(choice.count)}" if choice.count is not None else words, self.menu)
            action.triggered.connect(lambda _checked=False, choice=choice: self.choose(choice))
            self.menu.addAction(action)
        if self.menu.isEmpty():
            self.menu.addAction(_("Nothing to choose from yet")).setEnabled(False)
        for action, verb in add_verbs(self.menu, list(self._chip.verbs)):
            action.triggered.connect(partial(self._do, verb))

    def _do(self, verb: Verb, _checked: bool = False) -> None:
        verb.run(self._session, None)


class ChipBar(QWidget):
    """`changed`: the filters are others now."""

    changed = Signal()

    def __init__(self, session: Session, kind: Kind, *end: QWidget) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self.chips = [_ChosenChip(chip, session, kind, self) for chip in kind.chips]
        for chip in self.chips:
            chip.changed.connect(self.changed)
        self.given = parts.Chip("", icon="list-filter", on=True)
        self._given: Filters = ()
        self.given.hide()
        self.given.removed.connect(self._forget_given)
        chips = box(Wrap([self.given, *(chip.part for chip in self.chips)], gap=6))
        self.setLayout(row((chips, 1), *end, gap=6, margins=(12, 0, 12, 8)))

    def filters(self) -> Filters:
        return self._given + tuple(pair for chip in self.chips for pair in chip.filters())

    def clear(self) -> None:
        """Take all filters off, without saying so."""
        for chip in self.chips:
            chip.clear()
        self.give((), "")

    def give(self, filters: Filters, words: str) -> None:
        """A filter that came from elsewhere, as a chip of its own before the others, until it is taken off."""
        self._given = filters
        self.given.set_words(words)
        self.given.set_on(True)
        self.given.setVisible(bool(filters))

    def _forget_given(self) -> None:
        self.give((), "")
        self.changed.emit()

    def count(self, base: Filters) -> None:
        """Say beside each chip that is on or off how many records it would leave; let those come that offer something."""
        counted = [chip for chip in self.chips if chip.off_filters() is not None]
        kind, store = self._kind.record, self._session.store
        asked = [base + (chip.off_filters() or ()) for chip in counted]
        if counted:
            work = partial(_counts, store, kind, asked)
            self._session.tasks.run(work, partial(self._show_counts, counted))
        coming = [chip for chip in self.chips if chip.may_come()]
        if coming:
            offers = [chip.offer for chip in coming]
            self._session.tasks.run(partial(_anything, self._session, kind, offers), partial(self._let_come, coming))

    def _show_counts(self, counted: list[_ChosenChip], counts: list[int]) -> None:
        for chip, count in zip(counted, counts, strict=True):
            chip.show_count(count)

    def _let_come(self, coming: list[_ChosenChip], there: list[bool]) -> None:
        for chip, wanted in zip(coming, there, strict=True):
            chip.come(wanted)


def _anything(session: Session, kind: type[Record], offers: list[Offer | None]) -> list[bool]:
    return [offer is not None and bool(offer(session, kind)) for offer in offers]


def _counts(store: Store, kind: type[Record], asked: list[Filters]) -> list[int]:
    return [store.listing(ListQuery(kind, filters=filters)).count for filters in asked]
