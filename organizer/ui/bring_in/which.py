"""Which: the sheet of a workbook that is meant, where it has several, and what it lists."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.i18n import _
from organizer.ui.bring_in.looking import Looked
from organizer.ui.bring_in.words import KINDS
from organizer.ui.look.choice import Choice
from organizer.ui.look.field import Field
from organizer.ui.look.layout import row


class Which(QWidget):
    """`wanted` says the kind and the sheet that a person chose; of another sheet the headings tell the kind, which is empty."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._settled = False
        self.sheet = Choice()
        self.sheet_field = Field(_("Sheet of the workbook"), self.sheet)
        self.kind = Choice((code, _(words)) for code, words in KINDS.items())
        self.kind_field = Field(_("What the sheet lists"), self.kind)
        self.setLayout(row((self.sheet_field, 1), (self.kind_field, 1), gap=16))
        self.sheet.chosen.connect(lambda name: self.wanted.emit("", name))
        self.kind.chosen.connect(lambda kind: self.wanted.emit(kind, self.sheet.value()))

    def forget(self) -> None:
        """Another file was chosen."""
        self.sheet.clear()
        self._settled = False

    def show_looked(self, looked: Looked) -> None:
        """Show what was read. A refusal tells no sheets: those of the file stay."""
        self.kind.set_value(looked.kind)
        self._settled = looked.settled
        if looked.sheets:
            self.sheet.clear()
            for each in looked.sheets:
                name = i18n.isolate_unknown(each.name)
                self.sheet.add(each.name, _("{name} (hidden)").format(name=name) if each.hidden else name)
            self.sheet.set_value(looked.sheet)

    def show_problem(self, sentence: str) -> None:
        self.kind_field.show_problem(sentence)

    def clear_problem(self) -> None:
        self.kind_field.clear_problem()

    def show_state(self, *, chosen: bool) -> None:
        """A file that cannot be read at all lists nothing, whatever is chosen; an address book lists people."""
        self.sheet_field.setVisible(self.sheet.count() > 1)
        self.kind_field.setVisible(chosen and not self._settled and bool(self.kind.value() or self.kind_field.problem))
        self.setVisible(chosen and (self.sheet.count() > 1 or not self.kind_field.isHidden()))

    def has_focus(self) -> bool:
        """Whether a choice is being made."""
        return self.kind.hasFocus() or self.sheet.hasFocus()

    def allow(self, allowed: bool) -> None:
        for part in (self.kind, self.sheet):
            part.setEnabled(allowed)
