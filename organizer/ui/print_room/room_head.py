"""The head over a sheet: its name, who may see it, saving and printing; the rarer verbs in a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from organizer.i18n import _
from organizer.records.values import PrintClass
from organizer.ui.prints.editor import EditorHead

_LOOKS = {
    PrintClass.PUBLIC: ("grey", "globe"),
    PrintClass.BRANCH: ("amber", "users"),
    PrintClass.CONFIDENTIAL: ("red", "lock"),
}


class RoomHead(EditorHead):
    """`usual` brings the usual words back, `log` asks how many were printed. `file_wanted` carries the key of a layout."""

    file_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("", _("Back to the sheets"), ())
        self.log = self.add_verb(_("Log a print run…"), "layers")
        self.usual = self.add_verb(_("Back to the usual words"), "refresh-cw")

    def offer_files(self, files: Sequence[tuple[str, str]]) -> None:
        super().offer_files(files)
        for key, action in self.file_actions.items():
            action.triggered.connect(lambda _checked=False, key=key: self.file_wanted.emit(key))

    def show_sheet(self, title: str, print_class: str) -> None:
        tone, icon = _LOOKS.get(print_class, _LOOKS[PrintClass.PUBLIC])
        self.badge.show_words(_(PrintClass.WORDS.get(print_class, print_class)), tone, icon)
        self.show_title(title)
