"""The grounds of buttons and fields by kind and state: what the style and the own parts paint alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle

from organizer.ui.look.paint import rounded
from organizer.ui.look.theme import colours
from organizer.ui.look.tokens import SPACE

ButtonKind = Literal["primary", "plain", "quiet", "link", "danger", "night", "night_quiet"]


@dataclass(frozen=True)
class Touch:
    """How a control is being touched."""

    enabled: bool = True
    over: bool = False
    down: bool = False
    focus: bool = False

    @classmethod
    def of(cls, state: QStyle.StateFlag) -> Touch:
        flags = QStyle.StateFlag
        enabled = bool(state & flags.State_Enabled)
        return cls(
            enabled,
            enabled and bool(state & flags.State_MouseOver),
            bool(state & (flags.State_Sunken | flags.State_On)),
            bool(state & flags.State_HasFocus),
        )

    def pick(self, rest: QColor | None, over: QColor, down: QColor) -> QColor | None:
        return down if self.down else over if self.over else rest


class ButtonColours(NamedTuple):
    fill: QColor | None
    line: QColor | None
    ink: QColor


def button_colours(kind: ButtonKind, touch: Touch) -> ButtonColours:
    c = colours()
    if not touch.enabled:
        bare = kind in ("quiet", "link", "night", "night_quiet")
        return ButtonColours(None if bare else c.grey_soft, None, c.on_night2 if kind.startswith("night") else c.ink3)
    return {
        "primary": ButtonColours(touch.pick(c.primary, c.primary_hover, c.primary_press), None, c.on_primary),
        "plain": ButtonColours(touch.pick(c.raised, c.hover, c.press), c.edge, c.ink),
        "quiet": ButtonColours(touch.pick(None, c.hover, c.press), None, c.ink),
        "link": ButtonColours(touch.pick(None, c.hover, c.hover), None, c.blue_text),
        "danger": ButtonColours(touch.pick(c.raised, c.red_soft, c.red_soft), c.red_text, c.red_text),
        "night": ButtonColours(touch.pick(None, c.night_line, c.night_line), c.on_night2, c.on_night),
        "night_quiet": ButtonColours(touch.pick(None, c.night_line, c.night_line), None, c.on_night2),
    }[kind]


def paint_button(p: QPainter, rect: QRectF | QRect, kind: ButtonKind, touch: Touch) -> QColor:
    """Ground and edge of a button; the ink for its words."""
    fill, line, ink = button_colours(kind, touch)
    if fill is not None or line is not None:
        rounded(p, rect, SPACE.radius, fill, line)
    return ink


def paint_field(p: QPainter, rect: QRectF | QRect, touch: Touch, *, problem: bool = False, sealed: bool = False) -> None:
    """Ground and edge of anything that is written in. Focus is its own thick border; sealed has no border at all."""
    c = colours()
    if sealed or not touch.enabled:
        rounded(p, rect, SPACE.radius, c.sunken, c.line)
    elif touch.focus:
        rounded(p, rect, SPACE.radius, c.raised, c.focus, 2)
    elif problem:
        rounded(p, rect, SPACE.radius, c.raised, c.red_text, 1.6)
    else:
        rounded(p, rect, SPACE.radius, c.raised, c.ink2 if touch.over else c.edge)
