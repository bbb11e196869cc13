"""When the window locks by itself, in words: for the settings, and for the button that locks it at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from organizer.i18n import _, _n
from organizer.ui.commands import COMMANDS
from organizer.ui.look.paint import keycap_words


def choice_words(minutes: int) -> str:
    """0 minutes is never."""
    return _n("After {n} minute", "After {n} minutes", minutes) if minutes else _("Never")


def tell_when(button: QWidget, minutes: int | None) -> None:
    """The tool tip of the button that locks: its keys, and after how long the window locks by itself. None: it does not."""
    (keys,) = (command.keys for _heading, commands in COMMANDS for command in commands if command.code == "lock")
    when = _by_itself(minutes) if minutes is not None else ""
    button.setToolTip("\n".join(filter(None, (f"{button.accessibleName()} ({keycap_words(keys)})", when))))
    button.setAccessibleDescription(when)


def _by_itself(minutes: int) -> str:
    if not minutes:
        return _("Locks by itself with the screen and before sleep.")
    return _n("Locks by itself after {n} minute.", "Locks by itself after {n} minutes.", minutes)
