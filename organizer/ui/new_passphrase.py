"""A passphrase for a new file: typed twice, or six words drawn by chance, with honest words about what it costs to lose it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions import passphrases
from organizer.actions.passphrases import Guessed
from organizer.i18n import N_, _
from organizer.ui.look.button import Button
from organizer.ui.look.field import Field
from organizer.ui.look.layout import Card, box, col, row
from organizer.ui.look.text import Glyph, Text
from organizer.ui.passphrase_edit import PassphraseEdit

_PAUSE_MS = 200
"""Weighing takes up to 40 ms: it waits until the typing pauses."""
_WORDS = {
    Guessed.AT_ONCE: N_("A state that has the file guesses this within minutes. Four random words are safer."),
    Guessed.HOURS: N_("A state that has the file guesses this within hours. Four random words are safer."),
    Guessed.WEEKS: N_("A state that has the file guesses this within weeks. One word more makes it safe."),
    Guessed.YEARS: N_("A state that has the file needs years to guess this."),
    Guessed.NEVER: N_("Nobody guesses this in a lifetime, as far as is known."),
}


class NewPassphrase(QWidget):
    """`entered`: Enter was pressed in one of the fields."""

    entered = Signal()

    def __init__(self, lost: str = "") -> None:
        """`lost` says what it means to lose it; by default, of a file."""
        super().__init__()
        self.first, self.second = PassphraseEdit(), PassphraseEdit()
        self._field, self._again = Field(_("Passphrase"), self.first), Field(_("Once more"), self.second)
        self.offer = Button(_("Six random words"), "link", icon="refresh-cw", small=True, flush=True)
        self.offer.clicked.connect(self.draw)
        self.drawn = Text("", "strong", wrap=True, size=17, language="en")
        self._drawn = Card(col(self.drawn, margins=(14, 10, 14, 10)), token="canvas", edge=None, radius=8)
        self._drawn.hide()
        sentence = _("Write the passphrase down and keep it apart from the file. Without it nobody can open the file again.")
        warning = row(
            Glyph("key-round", 18, "amber_text", level="small"), (Text(lost or sentence, "small", "ink2", wrap=True), 1), gap=8
        )
        self.strength, self._shield = Text("", "small", "ink2", wrap=True), Glyph("shield-alert", 18, level="small")
        self._strength = box(row(self._shield, (self.strength, 1), gap=8))
        self._strength.hide()
        fields = row((self._field, 1), (self._again, 1), gap=10)
        self.setLayout(col(fields, self._drawn, self._strength, row(self.offer, None), warning, gap=8))
        self._soon = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._soon.timeout.connect(self.weigh)
        for secret in (self.first, self.second):
            secret.edited.connect(self._compare)
            secret.editor.returnPressed.connect(self.entered)

    def text(self) -> str:
        return self.first.text()

    def draw(self) -> None:
        """Six words, shown so that they can be written down, already typed into both fields."""
        words = passphrases.generate()
        self.drawn.setText(i18n.isolate(words))
        self.drawn.setAccessibleName(words)
        for secret in (self.first, self.second):
            secret.set_text(words)
        self._drawn.show()
        self.offer.set_words(_("Six other words"))
        self._field.clear_problem()
        self._again.clear_problem()

    def forget(self) -> None:
        """Leave nothing of it behind in the fields."""
        for secret in (self.first, self.second):
            with QSignalBlocker(secret):
                secret.set_text("")
        self.drawn.setText("")
        self._soon.stop()

    def complete(self) -> bool:
        """Whether there is one, twice the same; what is missing is said at its field, and the caret goes there."""
        if not self.first.text():
            self._field.show_problem(_("There is no passphrase. Type one, or take six random words."))
            self.first.editor.setFocus()
        elif self.first.text() != self.second.text():
            self._again.show_problem(_("The two are not the same."))
            self.second.editor.setFocus()
        else:
            return True
        return False

    def problems(self) -> list[str]:
        """What is said at the two fields."""
        return [field.problem.accessibleName() for field in (self._field, self._again) if field.problem is not None]

    def _compare(self) -> None:
        """Told at once only where the second text can no longer become the first."""
        first, second = self.first.text(), self.second.text()
        if i18n.isolate(first) != self.drawn.text():
            self._drawn.hide()
        if second and not first.startswith(second):
            self._again.show_problem(_("The two are not the same."))
        else:
            self._again.clear_problem()
        self._field.clear_problem()
        self._strength.hide()
        self._soon.start()

    def weigh(self) -> None:
        """Say how soon it is guessed; nothing is forbidden."""
        if not self.first.text():
            return
        when = passphrases.guessed(self.first.text())
        good = when in (Guessed.YEARS, Guessed.NEVER)
        self._shield.set_icon("shield-check" if good else "shield-alert", "green_text" if good else "amber_text")
        self.strength.setText(_(_WORDS[when]))
        self.first.editor.setAccessibleDescription(_(_WORDS[when]))
        self._strength.show()
