"""Where a passphrase is typed: hidden at first, an eye to see it, and it notices Caps Lock by what the keys give."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from organizer.i18n import _
from organizer.ui.look.button import icon_button
from organizer.ui.look.edit import Edit
from organizer.ui.look.layout import row

LONGEST = 1000


class _Hidden(Edit):
    """`caps_lock` is None as long as no letter has told. Qt does not tell the lock itself on every system."""

    caps_lock_seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caps_lock: bool | None = None
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter, before = event.text(), self.caps_lock
        if letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock = letter.isupper() != shifted
        elif event.key() == Qt.Key.Key_CapsLock and self.caps_lock is not None:
            self.caps_lock = not self.caps_lock
        super().keyPressEvent(event)
        # Said after the text has changed, which takes away what was said before.
        if self.caps_lock or self.caps_lock != before:
            self.caps_lock_seen.emit()


class PassphraseEdit(QWidget):
    """`edited`: the text changed. `editor` is the line itself, for labels and focus."""

    edited = Signal()
    caps_lock_seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.editor = _Hidden()
        self.eye = icon_button("eye", _("Show the passphrase"), small=False)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self.show_words)
        self.editor.textChanged.connect(lambda _words: self.edited.emit())
        self.editor.caps_lock_seen.connect(self.caps_lock_seen)
        self.setLayout(row((self.editor, 1), self.eye, gap=4))
        self.setFocusProxy(self.editor)

    def text(self) -> str:
        return self.editor.text()

    def set_text(self, words: str) -> None:
        self.editor.setText(words)

    def caps_lock(self) -> bool | None:
        return self.editor.caps_lock

    def show_words(self, shown: bool) -> None:
        """Let the words be seen, or hide them."""
        self.editor.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.setChecked(shown)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.set_words("", _("Hide the passphrase") if shown else _("Show the passphrase"))

    def set_problem(self, problem: bool) -> None:
        self.editor.set_problem(problem)

    def set_sealed(self, sealed: bool) -> None:
        self.editor.set_sealed(sealed)


def keyboard_words() -> str:
    """The layout that the keyboard is set to, in its own language: English (United Kingdom). Empty where the system is silent."""
    locale = QGuiApplication.inputMethod().locale()
    language, country = locale.nativeLanguageName(), locale.nativeTerritoryName()
    if not language or locale.name() == "C":
        return ""
    return f"{language} ({country})" if country and country not in language else language
