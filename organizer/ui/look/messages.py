"""The two bars: what was done, with its way back, and what went wrong, with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from organizer.i18n import _
from organizer.ui.look.button import Button, icon_button
from organizer.ui.look.field import Fix
from organizer.ui.look.layout import Item, col, night_palette, row
from organizer.ui.look.paint import painter, rounded, shadow, within
from organizer.ui.look.text import Glyph, Text
from organizer.ui.look.theme import colours, follow
from organizer.ui.look.tokens import SPACE

_ROOM = (12, 8, -12, -14)
"""The shadow's room round the bar, in px."""


class MessageBar(QWidget):
    """Night, tick, sentence, Undo with its keycap or up to two ways, ×. It stays until the next message or ×: older users read
    slower.

    Put it over the list's foot with `sizeHint`; `acted` and `closed` leave hiding it to the owner.
    """

    acted = Signal()
    closed = Signal()

    def __init__(self, words: str = "", *, action: str = "", keys: str | None = None, icon: str = "circle-check") -> None:
        super().__init__()
        self._glyph = Glyph(icon, 18, "night_yellow")
        self._words = Text(words, "medium")
        self.action = Button(action, "night", small=True, icon="undo-2", keys=keys)
        self.close_button = icon_button("x", _("Close the message"), "night_quiet")
        self.action.clicked.connect(self.acted)
        self.close_button.clicked.connect(self.closed)
        self.ways: list[Button] = []
        self._ways = row(gap=8)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        items: list[Item] = [self._glyph, 2, (self._words, 1), 10, self.action, self._ways, self.close_button]
        self.setLayout(row(*items, gap=8, margins=(24, 20, 24, 24)))
        self.say(words, action)
        follow(self)

    def restyle(self) -> None:
        night_palette(self)

    def say(self, words: str, action: str = "", icon: str = "circle-check", ways: Sequence[Fix] = ()) -> None:
        """A new message in place of the last; it is spoken."""
        self._offer(ways)
        self._words.setText(words)
        self._glyph.set_icon(icon)
        self.action.set_words(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(words)
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _offer(self, ways: Sequence[Fix]) -> None:
        for gone in self.ways:
            self._ways.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.ways = [Button(label, "night", small=True) for label, _act in ways]
        for button, (_label, act) in zip(self.ways, ways, strict=True):
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._ways.addWidget(button)

    def fitted(self, room: int) -> QSize:
        """How large it is where it may be `room` wide at most: a sentence that is too long takes several lines."""
        self._words.setWordWrap(False)
        hint = self._laid_out().sizeHint()
        if hint.width() <= room:
            return hint
        self._words.setWordWrap(True)
        return QSize(room, self._laid_out().totalHeightForWidth(room))

    def _laid_out(self) -> QLayout:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        layout.activate()
        return layout

    def words(self) -> str:
        return self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, rect = painter(self), QRectF(self.rect().adjusted(*_ROOM))
        shadow(p, rect, SPACE.card_radius, blur=20, fall=5, strength=0.22)
        rounded(p, rect, SPACE.card_radius, colours().night, colours().night_line)


class ErrorBar(QWidget):
    """At the top of the content: what happened, what to do, up to two buttons, ×. It stays until closed; one that is of how
    things `stay` has no ×.
    """

    closed = Signal()

    def __init__(self, what: str, what_to_do: str = "", actions: Sequence[Fix] = (), *, stays: bool = False) -> None:
        super().__init__()
        self.radius = SPACE.radius
        words = col(Text(what, "strong", wrap=True), Text(what_to_do, "body", "ink2", wrap=True), gap=1)
        self.buttons: list[Button] = []
        for label, act in actions:
            button = Button(label, small=True)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self.buttons.append(button)
        self.close_button = icon_button("x", _("Close the message"))
        self.close_button.clicked.connect(self.closed)
        if stays:  # never setHidden(False) before it lies in a layout: it would open as a window of its own
            self.close_button.hide()
        items: list[Item] = [Glyph("octagon-alert", 20, "red_text"), 4, (words, 1), *self.buttons, self.close_button]
        self.setLayout(row(*items, gap=8, margins=(16, 10, 10, 10)))
        self.setAccessibleName(what)
        self.setAccessibleDescription(what_to_do)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{what} {what_to_do}".strip()))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(self.minimumSizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:
        p, rect, c = painter(self), QRectF(self.rect()), colours()
        rounded(p, rect, self.radius, c.red_soft, c.red_text)
        outline = QPainterPath()
        outline.addRoundedRect(rect, self.radius, self.radius)
        p.setClipPath(outline)
        p.fillRect(within(self, QRectF(0, 0, 4, rect.height())), c.red_text)
