"""Segmented: one of two to five words. Real radio buttons underneath, so arrow keys and screen readers know what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import START, painter, rounded, within
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE

_ROLE = "small_medium"


class Segment(QRadioButton):
    """One word of a Segmented."""

    def __init__(self, code: str, words: str, icon: str | None) -> None:
        super().__init__(words.replace("&", "&&"))
        self.code, self._words, self._icon = code, words, icon
        self.radius = SPACE.radius - 2
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._show_stop(False)
        self.toggled.connect(self._show_stop)

    def _show_stop(self, chosen: bool) -> None:
        """Tab comes to the chosen word alone, from the first on; Qt would settle that only when one has had the focus."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chosen else Qt.FocusPolicy.NoFocus)

    def _lengths(self) -> tuple[float, float]:
        return px(21) if self._icon else 0, theme().metrics(_ROLE).horizontalAdvance(self._words) + 1

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._lengths())) + px(24), px(26))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c, on = painter(self), colours(), self.isChecked()
        if on:
            rounded(p, self.rect(), self.radius, c.press if theme().dark else c.raised, c.edge if self.isEnabled() else c.line)
        elif self.underMouse() and self.isEnabled():
            rounded(p, self.rect(), self.radius, c.hover)
        icon, words = self._lengths()
        ink = c.ink3 if not self.isEnabled() else c.ink if on else c.ink2
        x = (self.width() - icon - words) / 2
        if self._icon:
            paint_icon_in(p, self._icon, within(self, QRectF(x, 0, px(15), self.height())), px(15), ink)
        p.setFont(theme().font(_ROLE))
        p.setPen(ink)
        p.drawText(within(self, QRectF(x + icon, 0, words + 1, self.height())), START, self._words)


class Segmented(QWidget):
    """items: (code, words) or (code, words, icon). `chosen` says the code that a person picked."""

    chosen = Signal(str)

    def __init__(
        self, items: Sequence[tuple[str, str] | tuple[str, str, str]], *, stretch: bool = True, small: bool = False
    ) -> None:
        super().__init__()
        self._small = small
        self._group = QButtonGroup(self)
        self._line = QHBoxLayout(self)
        for code, words, *icon in items:
            segment = Segment(code, words, icon[0] if icon else None)
            self._group.addButton(segment)
            self._line.addWidget(segment, 1 if stretch else 0)
        self._group.buttonClicked.connect(self._picked)
        width = QSizePolicy.Policy.Preferred if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)
        if items:
            self.set_value(items[0][0])
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(SPACE.small if self._small else SPACE.control))
        inset = px(2)
        self._line.setContentsMargins(inset, inset, inset, inset)
        self._line.setSpacing(0)
        for segment in self._segments():
            segment.updateGeometry()

    def _segments(self) -> list[Segment]:
        return [button for button in self._group.buttons() if isinstance(button, Segment)]

    def value(self) -> str:
        checked = self._group.checkedButton()
        return checked.code if isinstance(checked, Segment) else ""

    def set_value(self, code: str) -> None:
        """Choose without saying so. An unknown code leaves the choice as it is; the focus goes along."""
        # Also where the window itself is not in front yet: then nothing has the focus, and something will
        focused = self.window().focusWidget() in self._segments()
        for segment in self._segments():
            if segment.code == code:
                segment.setChecked(True)
                self.setFocusProxy(segment)
                if focused:
                    segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def setAccessibleName(self, name: str) -> None:
        """The name of the choice; every word of it carries the name as its description."""
        super().setAccessibleName(name)
        for segment in self._segments():
            segment.setAccessibleDescription(name)

    def _picked(self, segment: Segment) -> None:
        self.setFocusProxy(segment)
        self.chosen.emit(segment.code)

    def paintEvent(self, event: QPaintEvent) -> None:
        rounded(painter(self), self.rect(), SPACE.radius, colours().sunken)
