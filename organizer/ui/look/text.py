"""Words on the screen: Text, Elided, Glyph (an icon that is looked at), Keys (a keycap)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from organizer.i18n import is_rtl as is_rtl_language
from organizer.ui.look.icons import STROKE, paint_icon
from organizer.ui.look.paint import START, keycap, keycap_width, keycap_words, own_order, painter
from organizer.ui.look.theme import colours, follow, px, theme

_ROLES = {
    "ink": QPalette.ColorRole.WindowText,
    "ink2": QPalette.ColorRole.LinkVisited,
    "ink3": QPalette.ColorRole.PlaceholderText,
    "red": QPalette.ColorRole.BrightText,
    "blue": QPalette.ColorRole.Link,
}


class Text(QLabel):
    """Plain text in a step of the type scale. Colours are palette roles: a change to dark needs no code here.

    colour: ink, ink2, ink3, red, blue. On night they are night's inks, and red is its yellow.
    """

    def __init__(
        self,
        words: str = "",
        role: str = "body",
        colour: str = "ink",
        *,
        wrap: bool = False,
        size: float | None = None,
        language: str | None = None,
    ) -> None:
        super().__init__(words)
        self._role, self._size, self._language = role, size, language
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setForegroundRole(_ROLES[colour])
        self.setWordWrap(wrap)
        if language is not None:
            self.set_language(language)
        follow(self)

    def restyle(self) -> None:
        self.setFont(theme().font(self._role, size=self._size, language=self._language))

    def set_role(self, role: str) -> None:
        self._role = role
        self.restyle()

    def set_colour(self, colour: str) -> None:
        self.setForegroundRole(_ROLES[colour])

    def set_language(self, tag: str) -> None:
        """The font and the direction of the words' own language."""
        self._language = tag
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl_language(tag) else Qt.LayoutDirection.LeftToRight)
        self.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """By itself a label asks its words where to begin: figures, and names in isolates, would stand at the wrong end."""
        wrap = Qt.TextFlag.TextWordWrap.value if self.wordWrap() else 0
        self._draw(self.text(), self.alignment().value | wrap)

    def _draw(self, words: str, flags: int) -> None:
        p = painter(self)
        p.setPen(self.palette().color(self.foregroundRole()))
        p.setFont(self.font())
        p.drawText(self.rect(), flags, own_order(p, words))


class Elided(Text):
    """One line that ends in … where there is no room, and tells the whole in its tool tip."""

    def paintEvent(self, event: QPaintEvent) -> None:
        self._draw(self._shown(), START.value)

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(30), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._shown() != self.text():
            QToolTip.showText(event.globalPos(), _plain(self.text()), self)
            return True
        return super().event(event)


def _plain(words: str) -> str:
    """A tool tip takes `<b>` as rich text unless its tags cannot be read as such."""
    return words.replace("<", "\u2039").replace(">", "\u203a")


class Glyph(QWidget):
    """An icon to look at: words beside it say the same.

    `level`: the role of words beside it that may take several lines; it stands level with the first of them.
    """

    decoration = True

    def __init__(self, name: str, size: int = 18, colour: str = "ink2", *, stroke: float = STROKE, level: str = "") -> None:
        super().__init__()
        self._name, self._size, self._colour, self._stroke, self._level = name, size, colour, stroke, level
        self.stands_at_top = bool(level)
        follow(self)

    def restyle(self) -> None:
        line = round(theme().metrics(self._level).height()) if self._level else 0
        self.setFixedSize(px(self._size), max(px(self._size), line))

    def set_icon(self, name: str, colour: str | None = None) -> None:
        self._name, self._colour = name, colour or self._colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        down = (self.height() - self.width()) // 2
        paint_icon(painter(self), self._name, 0, down, self.width(), colours().named(self._colour), self._stroke)


class Keys(QWidget):
    """A keycap, beside what the key does. Shortcuts are told by the control that has them."""

    decoration = True

    def __init__(self, keys: str) -> None:
        super().__init__()
        self._words = keycap_words(keys)
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(round(keycap_width(self._words)) + 1, px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        keycap(painter(self), QRectF(self.rect()), self._words, self.palette().color(QPalette.ColorRole.PlaceholderText))
