"""Where a code leads to: the address, and below it what is printed beside the code."""

from __future__ import annotations

from typing import Any

from organizer import i18n
from organizer.i18n import _
from organizer.sheets.web_address import bare
from organizer.ui.controls import LineControl
from organizer.ui.look.edit import Edit
from organizer.ui.prints.noted import NotedField

_SHORT = 34


class AddressControl(LineControl):
    """What the QR code leads to; below it, what is printed beside the code."""

    bare = True

    def __init__(self) -> None:
        edit = Edit(after="qr-code", hint="https://")
        edit.set_language("en")
        super().__init__("qr_target", edit)
        self.field = NotedField(_("QR code leads to"), edit)
        self.editor = self.field
        edit.textChanged.connect(self._say_short)

    def _say_short(self, words: str) -> None:
        short = bare(words).removeprefix("www.")
        self.field.set_note(i18n.isolate(short) if short and len(short) <= _SHORT else "")

    def show_note(self, note: Any) -> None:
        self.field.show_note(note)
