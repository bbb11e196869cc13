"""The sheet of keys: every shortcut of the window, and those that work in lists, fields and the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.i18n import N_, _
from organizer.ui.commands import COMMANDS
from organizer.ui.look.layout import Item, col, row
from organizer.ui.look.parts import Button, Keys, Sheet, Text
from organizer.ui.tall import Tall

_ELSEWHERE = (
    (N_("Go to an entry of the side bar"), "Alt+1 … 9"),
    (N_("From the list into the form"), "Return"),
    (N_("Back, or close what lies on top"), "Esc"),
    (N_("Open the rows or the calendar of a field"), "Alt+Down"),
    (N_("Today, in the grid"), "Ctrl+;"),
    (N_("Next problem, in the grid"), "F8"),
    (N_("Log all rows of the grid"), "Ctrl+Return"),
)


class KeysSheet(Sheet):
    def __init__(self, window: QWidget) -> None:
        groups: list[Item] = []
        for heading, commands in COMMANDS:
            lines = [_line(_(command.words), command.keys or command.shown_keys) for command in commands]
            groups.append(col(Text(_(heading), "group"), *(line for line in lines if line is not None), gap=6))
        others = [line for words, keys in _ELSEWHERE if (line := _line(_(words), keys)) is not None]
        groups.append(col(Text(_("In lists, fields and the grid"), "group"), *others, gap=6))
        self.close_button = Button(_("Close"), "primary", keys="Esc")
        contents = col(
            Text(_("Keys"), "title"),
            (Tall(col(*groups, gap=16, margins=(0, 0, 12, 0))), 1),
            row(None, self.close_button),
            gap=14,
            margins=(24, 20, 20, 20),
        )
        super().__init__(window, _("Keys"), contents, width=460)
        self.close_button.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)


def _line(words: str, keys: str) -> Item:
    return row(Text(words, "body"), None, Keys(keys)) if keys else None
