"""Edit and Area: one line and several lines of words, with icon, unit and keycap; they take the words' own language."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPaintEvent, QPalette, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QWidget

from organizer.i18n import is_rtl as is_rtl_language
from organizer.i18n import language, language_name, runs_rtl
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import END, is_rtl, keycap, keycap_width, keycap_words, painter, within
from organizer.ui.look.theme import colours, follow, px, theme

_ROOM = 8
"""Above and below the lines of an area, in px at 100 %."""
_OVERHANG = 2
"""What letters may stand out to the sides of their places, in px."""


def say(widget: QWidget, name: str, value: bool) -> None:
    """Tell the style about a state of a field: `problem`, `sealed`, `bare`."""
    if bool(widget.property(name)) != value:
        widget.setProperty(name, value)
        widget.update()


def direction_of(tag: str) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if is_rtl_language(tag) else Qt.LayoutDirection.LeftToRight


class Edit(QLineEdit):
    """`hint` is shown while empty, `short_hint` where it has no room; `icon` stands before, `after` (an icon), `unit` (words) or
    `keys` behind the text.
    """

    def __init__(
        self,
        words: str = "",
        *,
        hint: str = "",
        short_hint: str = "",
        icon: str | None = None,
        after: str | None = None,
        unit: str = "",
        keys: str | None = None,
        bare: bool = False,
        role: str = "body",
    ) -> None:
        super().__init__(words)
        self._icon, self._after, self._unit, self._role = icon, after, unit, role
        self._keys = keycap_words(keys) if keys else ""
        self._language: str | None = None
        self._room_after = 0
        self._hints = (hint, short_hint) if short_hint else ()
        self.setPlaceholderText(hint)
        self.setProperty("bare", bare)
        self.setCursorPosition(0)
        follow(self)

    def restyle(self) -> None:
        self.setFont(theme().font(self._role, language=self._language))
        self.setMinimumWidth(px(40))
        self._make_room()

    def set_problem(self, problem: bool) -> None:
        say(self, "problem", problem)

    def set_sealed(self, sealed: bool) -> None:
        """Sealed words can be read and copied, not changed."""
        self.setReadOnly(sealed)
        say(self, "sealed", sealed)

    def set_language(self, tag: str) -> None:
        """The font and direction of what is written here, whatever the interface speaks."""
        self._language = tag
        self.setLayoutDirection(direction_of(tag))
        self.restyle()

    def set_icon(self, name: str | None) -> None:
        self._icon = name
        self._make_room()

    def set_room_after(self, length: int) -> None:
        """Keep px (at 100 %) free at the end for a button that lies on the field."""
        self._room_after = length
        self._make_room()

    def _make_room(self) -> None:
        """Text margins are left and right, not start and end: Qt does not mirror them."""
        before = px(24) if self._icon else 0
        unit = theme().metrics("small").horizontalAdvance(self._unit) + px(6) if self._unit else 0
        keys = keycap_width(self._keys) + px(4) if self._keys else 0
        after = round(max(unit, keys, px(22) if self._after else 0, px(self._room_after)))
        left, right = (after, before) if is_rtl(self) else (before, after)
        self.setTextMargins(left, 0, right, 0)
        self._fit_hint()
        self.update()

    def _fit_hint(self) -> None:
        if self._hints:
            margins = self.textMargins()
            room = self.width() - margins.left() - margins.right() - 2 * px(8)
            fits = self.fontMetrics().horizontalAdvance(self._hints[0]) <= room
            self.setPlaceholderText(self._hints[0 if fits else 1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._icon or self._after or self._unit or self._keys):
            return
        p, height, inset, size = painter(self), self.height(), px(10), px(16)
        if self._icon:
            paint_icon_in(p, self._icon, within(self, QRectF(inset, 0, size, height)), size, colours().ink2)
        if self._after:
            place = within(self, QRectF(self.width() - inset - size, 0, size, height))
            paint_icon_in(p, self._after, place, size, colours().ink2)
        if self._unit:
            p.setFont(theme().font("small"))
            p.setPen(colours().ink2)
            p.drawText(within(self, QRectF(0, 0, self.width() - inset, height)), END, self._unit)
        if self._keys and not self.text():
            keycap(p, within(self, QRectF(0, 0, self.width() - px(8), height)), self._keys)


def _line_height(font: QFont, tag: str) -> float:
    """The height of a line as a document lays it: Latin words among those of another script need the room of both faces."""
    layout = QTextLayout(f"Ág {language_name(tag)}", font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLeadingIncluded(True)
    layout.endLayout()
    return line.height()


class Area(QPlainTextEdit):
    """Several lines; `lines` of them are seen without scrolling. Tab leaves it."""

    def __init__(self, words: str = "", *, lines: int = 3, hint: str = "", role: str = "body") -> None:
        super().__init__(words)
        self._lines, self._role = lines, role
        self._language: str | None = None
        self.setProperty("field", True)
        self.setPlaceholderText(hint)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # lines are wrapped
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self._align)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)
        follow(self)

    def restyle(self) -> None:
        font = theme().font(self._role, language=self._language)
        self.setFont(font)
        self.document().setDefaultFont(font)
        # The room around the words is the view's: a wide margin of the document's own would show half of the next line.
        self.document().setDocumentMargin(_OVERHANG)
        self.setViewportMargins(px(9) - _OVERHANG, px(_ROOM) - _OVERHANG, px(9) - _OVERHANG, px(_ROOM) - _OVERHANG)
        self._align()
        tag = self._language or language()
        self.setFixedHeight(ceil(_line_height(font, tag) * self._lines) + 2 * px(_ROOM) + 2 * self.frameWidth() + 1)

    def words(self) -> str:
        return self.toPlainText()

    def setAccessibleName(self, name: str) -> None:
        """Screen readers also find what the words are painted on; it bears the same name."""
        super().setAccessibleName(name)
        self.viewport().setAccessibleName(name)

    def set_problem(self, problem: bool) -> None:
        say(self, "problem", problem)

    def set_sealed(self, sealed: bool) -> None:
        self.setReadOnly(sealed)
        say(self, "sealed", sealed)

    def set_language(self, tag: str) -> None:
        """Font, direction and height of a line of the words' own language."""
        self._language = tag
        self.setLayoutDirection(direction_of(tag))
        option = self.document().defaultTextOption()
        option.setTextDirection(direction_of(tag))
        self.document().setDefaultTextOption(option)
        self.restyle()

    def _align(self) -> None:
        """A document's alignment is absolute: left stays left in right-to-left words. Where no language is known they tell."""
        words = "" if self._language else self.toPlainText()
        right = runs_rtl(words, window=is_rtl(self)) if words else is_rtl(self)
        option, edge = self.document().defaultTextOption(), Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if option.alignment() != edge:
            option.setAlignment(edge)
            self.document().setDefaultTextOption(option)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
