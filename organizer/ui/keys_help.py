"""The sheet of keys: every shortcut of the window, and those that work in lists, fields and the grid."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from organizer.i18n import N_, _, joined
from organizer.ui.commands import COMMANDS
from organizer.ui.look.layout import box, col, row
from organizer.ui.look.paint import keycap_words
from organizer.ui.look.parts import Button, Keys, Sheet, Text
from organizer.ui.reading import Reading

_ELSEWHERE = (
    (N_("Go to an entry of the side bar"), "Alt+0 … 9"),
    (N_("From the list into the form"), "Return"),
    (N_("Back, or close what lies on top"), "Esc"),
    (N_("Open the rows or the calendar of a field"), "Alt+Down"),
    (N_("Today, in the grid"), "Ctrl+;"),
    (N_("Next problem, in the grid"), "F8"),
    (N_("Open what the search found beside the page"), "Ctrl+Return"),
    (N_("Log all rows of the grid"), "Ctrl+Return"),
)


class KeysSheet(Sheet):
    def __init__(self, window: QWidget) -> None:
        groups = [
            _group(_(heading), [(_(command.words), command.keys or command.shown_keys) for command in commands])
            for heading, commands in COMMANDS
        ]
        groups.append(_group(_("In lists, fields and the grid"), [(_(words), keys) for words, keys in _ELSEWHERE]))
        self.close_button = Button(_("Close"), "primary", keys="Esc")
        contents = col(
            row(Text(_("Keys"), "title"), margins=(10, 0, 0, 0)),
            (Reading(_("Keys"), groups), 1),
            row(None, self.close_button, margins=(0, 0, 6, 0)),
            gap=10,
            margins=(14, 20, 14, 18),
        )
        super().__init__(window, _("Keys"), contents, width=460)
        self.close_button.clicked.connect(self.dismiss)
        self.closed.connect(self.deleteLater)


def _group(heading: str, lines: list[tuple[str, str]]) -> QLayout:
    """What has no keys is left out. A keycap is silent, so the keys are spoken with the words."""
    return col(Text(heading, "group"), *(_line(words, keys) for words, keys in lines if keys), gap=6)


def _line(words: str, keys: str) -> QWidget:
    said = Text(words, "body")
    said.setAccessibleName(joined(words, keycap_words(keys)))
    return box(row(said, None, Keys(keys)))
