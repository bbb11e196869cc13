"""PartList: the few things that hang on a record, below its fields: demands of a campaign, places of a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer.i18n import _
from organizer.ui.look.layout import col, row
from organizer.ui.look.paint import CENTRE, painter
from organizer.ui.look.parts import Button, Group, Text, icon_button
from organizer.ui.look.theme import colours, follow, px, theme


@dataclass(frozen=True)
class PartRow:
    """One thing: its number, words, a line more, what opening and removing it do. `name` is spoken for the buttons."""

    words: str
    detail: str
    name: str
    open: Callable[[], None]
    remove: Callable[[], None]
    number: int | None = None


class _Number(QWidget):
    """The white number on red that demands have on leaflets."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setAccessibleName(self._number)
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(px(22), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        p.setPen(colours().red)
        p.setBrush(colours().red)
        p.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        p.setPen(colours().on_red)
        p.setFont(theme().font("caption_strong"))
        p.drawText(self.rect(), CENTRE, self._number)


class PartList(Group):
    """`add` begins another one. While the record itself is not saved yet there is nothing to hang on it."""

    def __init__(self, title: str, add_words: str, add: Callable[[], None], unsaved: str) -> None:
        self.add_button = Button(add_words, "link", icon="plus", small=True)
        super().__init__(title, end=self.add_button)
        self.add_button.clicked.connect(lambda _checked=False: add())
        self._unsaved = unsaved
        self._rows = QWidget()
        self._lines = QVBoxLayout(self._rows)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._rows)

    def show_rows(self, rows: Sequence[PartRow], *, saved: bool, none: str) -> None:
        """Show these instead of what was here."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.add_button.setVisible(saved)
        if not rows:
            self._lines.addWidget(Text(none if saved else self._unsaved, "small", "ink2", wrap=True))
        for each in rows:
            self._lines.addWidget(_line(each))


def _line(each: PartRow) -> QWidget:
    line = QWidget()
    edit = icon_button("pencil-line", _("Change {what}").format(what=each.name))
    remove = icon_button("x", _("Remove {what}").format(what=each.name))
    edit.clicked.connect(lambda _checked=False: each.open())
    remove.clicked.connect(lambda _checked=False: each.remove())
    words = col(Text(each.words, "body", wrap=True), Text(each.detail, "small", "ink2", wrap=True), gap=0)
    number = [_Number(each.number)] if each.number is not None else []
    line.setLayout(row(*number, (words, 1), edit, remove, gap=8))
    return line
