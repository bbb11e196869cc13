"""Theme: the colours, lengths and fonts in force. One an application, as the palette and the style are.

`theme()` hands it out, because every painted part needs it at every frame and an argument in each constructor would
say nothing: there is never a second. It is made by `install`, which also keeps the style alive. Parts that hold fonts or
sizes call `follow(self)`: their `restyle()` runs at once and again whenever light, text size or language changes.
"""

from __future__ import annotations

import weakref
from typing import Protocol

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from organizer import i18n
from organizer.ui.look import fonts
from organizer.ui.look.tokens import DARK, LIGHT, TYPE, Colours


class Follower(Protocol):
    """A part that takes its fonts and sizes from the theme."""

    def restyle(self) -> None: ...


_ROLES = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "red_text",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "ink",
    QPalette.ColorRole.Highlight: "mark",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "blue_text",
    QPalette.ColorRole.LinkVisited: "ink2",
    QPalette.ColorRole.ToolTipBase: "primary",
    QPalette.ColorRole.ToolTipText: "on_primary",
    QPalette.ColorRole.Accent: "red",
}


def _colours(dark: bool) -> Colours[QColor]:
    return Colours(**{token: QColor(value) for token, value in (DARK if dark else LIGHT).items()})


class Theme(QObject):
    """`apply` changes it; `changed` follows when every part has taken the new look."""

    changed = Signal()
    moved = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._chosen_dark: bool | None = None
        self._fonts: dict[tuple[str, float, str], QFont] = {}
        self._metrics: dict[tuple[str, float, str], QFontMetricsF] = {}
        self._followers: weakref.WeakSet[Follower] = weakref.WeakSet()
        self.style: QStyle | None = None
        self.voices: object = None
        self.dark = False
        self.scale = 1.0
        self.colours = _colours(False)
        self._applied: tuple[bool, float, str] | None = None
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def apply(self, *, dark: bool | None = None, scale: float | None = None) -> None:
        """Take light or dark (None: as the system says) and a text size, in the whole application at once.

        The typefaces follow the interface's language. Nothing is done where all three are in force already.
        """
        self._chosen_dark = dark
        self.dark = self._system_is_dark() if dark is None else dark
        self.scale = self.scale if scale is None else scale
        if self._applied == (self.dark, self.scale, i18n.language()):
            return
        self._applied = self.dark, self.scale, i18n.language()
        self.colours = _colours(self.dark)
        self._fonts.clear()
        self._metrics.clear()
        self._app.setFont(self.font("body"))
        self._app.setPalette(self._palette())
        for part in [part for part in self._followers if not isinstance(part, QObject) or shiboken6.isValid(part)]:
            part.restyle()
        for widget in QApplication.allWidgets():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))
            widget.updateGeometry()
            widget.update()
        self.changed.emit()

    def follow(self, part: Follower) -> None:
        """Restyle the part now and at every change of the theme, for as long as it lives."""
        self._followers.add(part)
        part.restyle()

    def px(self, length: float) -> int:
        """A token's length in logical px at the text size in force."""
        return round(length * self.scale)

    def font(self, role: str, *, size: float | None = None, language: str | None = None) -> QFont:
        """A step of the type scale, by default at its own size (px at 100 %) and for the interface's language."""
        key = (role, size or TYPE[role].size, language or i18n.language())
        if key not in self._fonts:
            self._fonts[key] = fonts.make(role, self.px(key[1]), key[2])
        return self._fonts[key]

    def metrics(self, role: str, *, size: float | None = None, language: str | None = None) -> QFontMetricsF:
        key = (role, size or TYPE[role].size, language or i18n.language())
        if key not in self._metrics:
            self._metrics[key] = QFontMetricsF(self.font(role, size=size, language=language))
        return self._metrics[key]

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES.items():
            palette.setColor(role, self.colours.named(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colours.ink3)
        return palette

    def _system_is_dark(self) -> bool:
        return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._chosen_dark is None and self._system_is_dark() != self.dark:
            self.apply()


class _Held:
    theme: Theme | None = None


def hold(installed: Theme) -> None:
    """Make this the application's theme; `install` alone calls it."""
    _Held.theme = installed


def held() -> Theme | None:
    """The theme if the look has been installed in an application that still lives."""
    return _Held.theme if _Held.theme is not None and shiboken6.isValid(_Held.theme) else None


def theme() -> Theme:
    """The application's theme. RuntimeError: the look has not been installed yet."""
    if _Held.theme is None:
        raise RuntimeError("organizer.ui.look.install.install(app) comes first")
    return _Held.theme


def px(length: float) -> int:
    return theme().px(length)


def colours() -> Colours[QColor]:
    return theme().colours


def follow(part: Follower) -> None:
    theme().follow(part)
