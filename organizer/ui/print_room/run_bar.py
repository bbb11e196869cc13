"""After printing: how many came out of the printer? One press writes the print run down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from organizer.i18n import _, _n
from organizer.ui.look.layout import Panel, row
from organizer.ui.look.parts import Button, Edit, Glyph, Text, icon_button
from organizer.ui.look.theme import follow, px
from organizer.ui.print_room.printed_as import MOST_COPIES


class RunBar(Panel):
    """`logged` carries how many copies. Hidden until it is asked for."""

    logged = Signal(int)

    def __init__(self) -> None:
        super().__init__("canvas", edges=("bottom",))
        self.words = Text(_("How many copies were printed?"), "medium")
        self.count = Edit("1")
        self.count.setAccessibleName(_("Copies printed"))
        self.log = Button("", icon="check", small=True)
        self.close_button = icon_button("x", _("Close the message"))
        self.setLayout(
            row(Glyph("layers", 18), self.words, self.count, self.log, None, self.close_button, gap=10, margins=(18, 8, 12, 8))
        )
        self.count.textEdited.connect(lambda _words: self._say())
        self.count.returnPressed.connect(self._log)
        self.log.clicked.connect(self._log)
        self.close_button.clicked.connect(self.hide)
        self.hide()
        follow(self)

    def restyle(self) -> None:
        self.count.setFixedWidth(px(96))

    def ask(self, copies: int) -> None:
        """Ask, with this many filled in; one press logs them."""
        self.count.setText(str(copies))
        self._say()
        self.show()

    def copies(self) -> int:
        """0 while no number of copies stands here."""
        said = self.count.text().strip()
        return int(said) if said.isdecimal() and 0 < int(said) <= MOST_COPIES else 0

    def _say(self) -> None:
        copies = self.copies()
        self.log.set_words(_n("Log {n} copy", "Log {n} copies", copies))
        self.log.setEnabled(copies > 0)

    def _log(self) -> None:
        if self.copies():
            self.hide()
            self.logged.emit(self.copies())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
