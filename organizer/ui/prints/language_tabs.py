"""The languages of a leaflet as tabs, each with the state of its page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from organizer.i18n import _, language_name
from organizer.ui.look.icons import paint_icon
from organizer.ui.look.paint import painter, rounded
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.prints.notes import TONES

_HEIGHT, _PAD, _ICON = 40, 12, 16


class LanguageTabs(QTabBar):
    """One tab a language; ← and → go from one to the next, Delete takes the one in front away."""

    remove_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[str, str] = {}
        self._over = -1
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Languages of this leaflet"))
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(_HEIGHT))
        self.updateGeometry()

    def show_languages(self, tags: list[str], current: str) -> None:
        """Show these tabs without saying so."""
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for tag in tags:
            place = self.addTab(language_name(tag))
            self.setTabData(place, tag)
        self.setCurrentIndex(tags.index(current) if current in tags else 0)
        self.blockSignals(False)
        self._speak()

    def tag(self) -> str:
        """The language in front."""
        return self.tag_at(self.currentIndex())

    def tag_at(self, place: int) -> str:
        return str(self.tabData(place) or "")

    def show_state(self, tag: str, level: str) -> None:
        """stop, look or good: how this language's page stands."""
        if self._states.get(tag) != level:
            self._states[tag] = level
            self._speak()
            self.updateGeometry()
            self.update()

    def forget_states(self) -> None:
        """Another leaflet is shown, of whose pages nothing is known yet."""
        self._states.clear()
        self._speak()
        self.update()

    def state(self, tag: str) -> str:
        return self._states.get(tag, "")

    def _speak(self) -> None:
        said = {"stop": _("{language}, stops printing"), "look": _("{language}, wants a look"), "good": _("{language}, ready")}
        for place in range(self.count()):
            tag = self.tag_at(place)
            sentence = said.get(self.state(tag), "{language}")
            self.setAccessibleTabName(place, sentence.format(language=language_name(tag)))

    def _role(self, place: int) -> str:
        return "strong" if place == self.currentIndex() else "medium"

    def fit_into(self, width: int) -> list[str]:
        """Show the tabs that there is room for, the one in front always; the languages that are left out."""
        room = width - self.tabSizeHint(self.currentIndex()).width()
        left_out = []
        for place in range(self.count()):
            if place == self.currentIndex():
                self.setTabVisible(place, True)
                continue
            room -= self.tabSizeHint(place).width()
            self.setTabVisible(place, room >= 0)
            if room < 0:
                left_out.append(self.tag_at(place))
        return left_out

    def tabSizeHint(self, place: int) -> QSize:
        tag = self.tag_at(place)
        words = max(theme().metrics(role, language=tag).horizontalAdvance(self.tabText(place)) for role in ("strong", "medium"))
        return QSize(round(words) + px(_PAD) * 2 + px(_ICON + 8), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_HEIGHT))

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        for place in range(self.count()):
            if self.isTabVisible(place):
                self._paint_tab(place)

    def _paint_tab(self, place: int) -> None:
        p, c, rect = painter(self), colours(), QRectF(self.tabRect(place))
        tag, on = self.tag_at(place), place == self.currentIndex()
        if place == self._over and not on:
            rounded(p, rect.adjusted(2, px(4), -2, -px(6)), 8, c.hover)
        if on:
            p.fillRect(QRectF(rect.x() + px(8), rect.bottom() - 3, rect.width() - px(16), 3), c.red)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = rect.width() - px(_PAD) * 2 - px(_ICON + 8)
        start = rect.right() - px(_PAD) - words if rtl else rect.x() + px(_PAD)
        p.setFont(theme().font(self._role(place), language=tag))
        p.setPen(c.ink if on else c.ink2)
        p.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        p.drawText(QRectF(start, rect.y(), words, rect.height()), Qt.AlignmentFlag.AlignCenter, self.tabText(place))
        tone = TONES.get(self.state(tag))
        if tone:
            x = rect.x() + px(_PAD) if rtl else rect.right() - px(_PAD) - px(_ICON)
            paint_icon(p, tone.icon, x, rect.center().y() - px(_ICON) / 2, px(_ICON), c.named(tone.colour))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hover(self.tabAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, place: int) -> None:
        if place != self._over:
            self._over = place
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.count() > 1:
            self.remove_wanted.emit(self.tag())
        else:
            super().keyPressEvent(event)
