"""Give the application its look: fonts, the one style, the theme."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from organizer.ui.look import fonts
from organizer.ui.look.style import OrganizerStyle
from organizer.ui.look.theme import Theme, held, hold
from organizer.ui.look.voices import Voices


def install(app: QApplication, *, dark: bool | None = None, scale: float = 1.0) -> Theme:
    """Before the first part is built. `dark` None follows the system. A second call changes the look that is there.

    The theme keeps the style alive: Qt holds no Python reference to it.
    """
    theme = held()
    if theme is None:
        fonts.load()
        theme = Theme(app)
        hold(theme)
        theme.style = OrganizerStyle()
        app.setStyle(theme.style)
        theme.voices = Voices(theme)
    theme.apply(dark=dark, scale=scale)
    return theme
