"""The list of what is covered: each area to be taken in hand, or taken off."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.ui.look.layout import box, row
from organizer.ui.look.parts import Button, Text, icon_button
from organizer.ui.look.theme import follow, px
from organizer.ui.photo_editor.editing import Editing


class AreaList(QWidget):
    """One row an area, in the order in which they were covered."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.names: list[Button] = []
        self.removers: list[Button] = []
        editing.edited.connect(self._on_edited)
        editing.chosen.connect(self._mark)
        follow(self)
        self._fill()

    def restyle(self) -> None:
        self._lines.setSpacing(px(2))

    def _on_edited(self) -> None:
        if len(self._editing.retouch.areas) != len(self.names):
            self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.names, self.removers = [], []
        for place in range(len(self._editing.retouch.areas)):
            self._lines.addWidget(self._line(place))
        if not self.names:
            self._lines.addWidget(Text(_("Nothing is covered yet."), "small", "ink2", wrap=True))
        self._mark()

    def _line(self, place: int) -> QWidget:
        words = _("Area {number}").format(number=i18n.number(place + 1))
        name = Button(words, "quiet", small=True, start=True)
        remove = icon_button("x", _("Remove {what}").format(what=words), small=True)
        name.clicked.connect(partial(self._choose, place))
        remove.clicked.connect(partial(self._remove, place))
        self.names.append(name)
        self.removers.append(remove)
        return box(row((name, 1), remove, gap=4))

    def _choose(self, place: int, _checked: bool = False) -> None:
        self._editing.choose(place)

    def _remove(self, place: int, _checked: bool = False) -> None:
        self._editing.remove_area(place)

    def _mark(self) -> None:
        for place, name in enumerate(self.names):
            in_hand = place == self._editing.current
            name.kind = "plain" if in_hand else "quiet"
            name.setAccessibleDescription(_("In hand: the arrow keys move it on the photo.") if in_hand else "")
            name.update()
