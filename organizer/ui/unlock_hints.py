"""Hints under the passphrase: all that can be the matter when a file does not open, at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.i18n import _
from organizer.ui.look.field import Problem
from organizer.ui.look.layout import col
from organizer.ui.look.text import Text
from organizer.ui.passphrase_edit import PassphraseEdit, keyboard_words


class Hints(QWidget):
    """What is said here is told as the description of the passphrase's field."""

    def __init__(self, passphrase: PassphraseEdit) -> None:
        super().__init__()
        self._passphrase = passphrase
        self._shown: list[QWidget] = []
        self._lines = col(gap=2)
        damaged = _("If it was right before, the file may be damaged: open a backup of it.")
        self.damage = Text(damaged, "caption", "ink3", wrap=True)
        self.damage.hide()
        self.setLayout(col(self._lines, self.damage, gap=5))
        self.hide()

    def say(self, sentences: list[tuple[str, str]]) -> None:
        """Pairs of a sentence and its tone."""
        self.clear()
        for sentence, tone in sentences:
            problem = Problem(sentence, tone=tone)
            self._shown.append(problem)
            self._lines.add(problem)
        self._passphrase.editor.setAccessibleDescription(" ".join(sentence for sentence, _tone in sentences))
        self.show()

    def say_wrong(self, sentence: str) -> None:
        """The passphrase does not open it: Caps Lock, the keyboard, or damage. One of the first two is the usual reason."""
        self.say([(sentence, "red"), (self._keyboard(), "amber")])
        self.damage.show()

    def say_caps_lock(self) -> None:
        """Said while it is on, taken away when it is not."""
        if self._passphrase.caps_lock():
            self.say([(_("Caps Lock is on."), "amber")])
        else:
            self.clear()

    def clear(self) -> None:
        for problem in self._shown:
            self._lines.removeWidget(problem)
            problem.hide()
            problem.deleteLater()
        self._shown.clear()
        self.damage.hide()
        self.hide()
        self._passphrase.set_problem(False)
        self._passphrase.editor.setAccessibleDescription("")

    def _keyboard(self) -> str:
        """Caps Lock and layout in one sentence each."""
        lock = {True: _("Caps Lock is on."), False: _("Caps Lock is off."), None: _("Look at Caps Lock.")}
        layout = keyboard_words()
        if not layout:
            return lock[self._passphrase.caps_lock()]
        return f"{lock[self._passphrase.caps_lock()]} {_('The keyboard is set to {layout}.').format(layout=layout)}"
