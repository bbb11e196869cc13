"""GridPanel: beside the letters grid, what is ready, what to look at with its ways out, the keys, and logging."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from organizer.actions.letter_sheet import ReadSheet
from organizer.i18n import _, _n, number
from organizer.ui.grid.look_items import LookItem, LookWay, items_of, rows_to_look_at
from organizer.ui.look.evidence import KINDS
from organizer.ui.look.layout import Item, Panel, Scroll, box, col, row
from organizer.ui.look.parts import Button, EvidenceBar, Glyph, Key, Keys, Text
from organizer.ui.look.theme import follow, px

_WIDTH = 300
_WIDEST = 16_777_215
_ICONS = {"red": "circle-alert", "amber": "triangle-alert", "blue": "plus", "grey": "info"}


class LookBox(QWidget):
    """One thing to look at, with its ways out. A click on it goes to its row."""

    wanted = Signal()
    taken = Signal(object)

    def __init__(self, item: LookItem) -> None:
        super().__init__()
        self.buttons = [self._button(item, way) for way in item.ways]
        tone = "ink2" if item.tone == "grey" else f"{item.tone}_text"
        words: list[Item] = [Text(item.title, "small_strong", wrap=True)]
        if item.detail:
            words.append(Text(item.detail, "small", "ink2", wrap=True))
        if self.buttons:
            words.append(row(*self.buttons, None, gap=6))
        glyph = col(1, Glyph(_ICONS[item.tone], 17, tone), None, gap=0)
        self.setLayout(row(glyph, (col(*words, gap=3), 1), gap=9))
        self._goes = bool(item.rows)
        if self._goes:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _button(self, item: LookItem, way: LookWay) -> Button:
        name = _("{way}: {what}").format(way=way.words, what=item.title)
        button = Button("", small=True, role="small_medium")
        button.set_words(way.words, name)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda: self.taken.emit(way))
        return button

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._goes:
            self.wanted.emit()


class Sums(QWidget):
    """How many letters are ready, and what proves them."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._words = Text("0", "number"), Text("", "small", "ink2", wrap=True)
        self._bar = EvidenceBar()
        self._keys = {kind: Key(kind) for kind in KINDS}
        head = row(self._number, 2, (col(None, self._words, 5, gap=0), 1), gap=6)
        self.setLayout(col(head, self._bar, 2, row(*self._keys.values(), gap=0), gap=7))

    def show_sheet(self, sheet: ReadSheet) -> None:
        self._number.setText(number(sheet.total()))
        self._words.setText(ready_words(sheet))
        self._bar.show_numbers(**sheet.letters)
        for kind, key in self._keys.items():
            key.show_number(sheet.letters[kind])


def ready_words(sheet: ReadSheet) -> str:
    """What stands behind the number of letters."""
    if not sheet.ready():
        return _("letters are ready")
    if sheet.total() == 1:
        return _("letter in 1 row is ready")
    return _n("letters in {n} row are ready", "letters in {n} rows are ready", sheet.ready())


def log_words(sheet: ReadSheet) -> str:
    return _n("Log {n} row", "Log {n} rows", sheet.ready()) if sheet.ready() else _("Log letters")


class GridPanel(Panel):
    """`way_taken` carries an item and the way out of it that was chosen; `row_wanted` an item whose row is to be shown."""

    way_taken = Signal(object, object)
    row_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("canvas", edges=("start",))
        self.sums = Sums()
        self.back = Button(_("Back to the grid"), "quiet", icon="arrow-left", small=True)
        self.discard = Button(_("Discard"), "quiet")
        self.log = Button(_("Log letters"), "primary", keys="Ctrl+Enter")
        self._heading, self._note = Text("", "heading", wrap=True), Text("F8", "caption", "ink3")
        self._list = col(gap=14)
        self._items: list[LookItem] = []
        self.boxes: list[LookBox] = []
        looks = col(row((self._heading, 1), self._note, gap=7), self._list, gap=10)
        inner = box(col(self.sums, 6, looks, None, _keys(), gap=14, margins=(16, 18, 16, 12)))
        foot = Panel("canvas", edges=("top",), layout=row(self.discard, None, self.log, margins=(10, 10, 12, 10)))
        self._top = box(row(self.back, None, margins=(8, 8, 8, 0)))
        self._top.hide()
        self.setLayout(col(self._top, (Scroll(inner), 1), foot, gap=0))
        self._narrow = False
        follow(self)

    def restyle(self) -> None:
        self.setMinimumWidth(px(_WIDTH))
        self.setMaximumWidth(_WIDEST if self._narrow else px(_WIDTH))

    def set_narrow(self, narrow: bool) -> None:
        """In the grid's place: as wide as there is room, with the way back."""
        self._narrow = narrow
        self._top.setVisible(narrow)
        self.restyle()

    def show_sheet(self, sheet: ReadSheet, left_out_columns: tuple[str, ...]) -> None:
        self.sums.show_sheet(sheet)
        self.log.set_words(log_words(sheet))
        self.log.setEnabled(sheet.ready() > 0)
        self.discard.setEnabled(sheet.begun() > 0)
        self._say(sheet)
        items = items_of(sheet, left_out_columns)
        if items != self._items:
            self._items = items
            self._list_anew()

    def _say(self, sheet: ReadSheet) -> None:
        rows = rows_to_look_at(sheet)
        words = _n("Look at {n} row", "Look at {n} rows", rows)
        if not rows:
            words = _("Nothing to look at") if sheet.begun() else _("Type, or paste from a spreadsheet")
        self._heading.setText(words)
        self._note.setVisible(rows > 0)

    def _list_anew(self) -> None:
        focused = QApplication.focusWidget()
        held = focused is not None and any(old.isAncestorOf(focused) for old in self.boxes)
        for old in self.boxes:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.boxes = [self._box(item) for item in self._items]
        self._list.add(*self.boxes)
        if held:
            buttons = [button for made in self.boxes for button in made.buttons]
            (buttons[0] if buttons else self.log).setFocus(Qt.FocusReason.TabFocusReason)

    def _box(self, item: LookItem) -> LookBox:
        made = LookBox(item)
        made.wanted.connect(lambda: self.row_wanted.emit(item))
        made.taken.connect(lambda way: self.way_taken.emit(item, way))
        return made


def _keys() -> QWidget:
    """The keys that are worth knowing here."""
    lines: list[Item] = [Text(_("Keys"), "heading"), 4]
    for keys, words in (
        ("Tab", _("Next cell; leaves after the last")),
        ("Ctrl+D", _("Same as above")),
        ("Ctrl+;", _("Today")),
        ("Alt+↓", _("Choices")),
        ("F6", _("Leave the grid")),
    ):
        lines.append(row((Text(words, "small", "ink2", wrap=True), 1), Keys(keys), gap=6))
    return box(col(*lines, gap=3))
