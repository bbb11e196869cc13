"""What the side bar is made of: the campaign's button, the entries, and the note at its foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from organizer.i18n import _, number
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.marks import paint_logo
from organizer.ui.look.paint import END, START, own_order, painter, rounded, within
from organizer.ui.look.pressable import Pressable
from organizer.ui.look.theme import colours, follow, px, theme
from organizer.ui.look.tokens import SPACE


class NavItem(Pressable, QAbstractButton):
    """A place of the program. The current one is raised, with a red mark; it says so, since it is not a check box."""

    def __init__(self, words: str, icon: str) -> None:
        super().__init__()
        self._words, self._icon, self._count, self._current, self._narrow = words, icon, "", False, False
        self.radius = SPACE.radius
        self.setText(words.replace("&", "&&"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(SPACE.nav))

    def sizeHint(self) -> QSize:
        return QSize(px(SPACE.control), px(SPACE.nav))

    def is_current(self) -> bool:
        return self._current

    def set_current(self, current: bool) -> None:
        self._current = current
        self._name()
        self.update()

    def set_count(self, count: int | None) -> None:
        self._count = "" if count is None else number(count)
        self._name()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.setToolTip(self._words if narrow else "")
        self.update()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._words}, {self._count}" if self._count else self._words)
        self.setAccessibleDescription(_("You are here.") if self._current else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c, rect = painter(self), colours(), QRectF(self.rect())
        if self._current:
            rounded(p, rect, self.radius, c.raised, c.line)
            rounded(p, within(self, QRectF(0, rect.height() / 2 - px(8), px(3), px(16))), 1.5, c.red)
        elif self.underMouse() or self.isDown():
            rounded(p, rect, self.radius, c.press)
        size = px(SPACE.icon)
        at = (rect.width() - size) / 2 if self._narrow else px(11)
        place = within(self, QRectF(at, 0, size, rect.height()))
        paint_icon_in(p, self._icon, place, size, c.red_text if self._current else c.ink2)
        if not self._narrow:
            self._paint_words(p)

    def _paint_words(self, p: QPainter) -> None:
        role = "strong" if self._current else "medium"
        counted = theme().metrics("caption").horizontalAdvance(self._count) + px(12) if self._count else 0
        room = self.width() - px(40) - counted
        words = theme().metrics(role).elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        p.setFont(theme().font(role))
        p.setPen(colours().ink)
        p.drawText(within(self, QRectF(px(38), 0, room, self.height())), START, own_order(p, words))
        if self._count:
            p.setFont(theme().font("caption"))
            p.setPen(colours().ink3)
            place = QRectF(self.width() - counted - px(10), 0, counted, self.height())
            p.drawText(within(self, place), END, self._count)


class CampaignButton(Pressable, QAbstractButton):
    """The campaign at work, in up to two lines; a press offers the others."""

    def __init__(self) -> None:
        super().__init__()
        self._campaign, self._narrow = "", False
        self.radius = SPACE.radius
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_campaign("")
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(52))

    def sizeHint(self) -> QSize:
        return QSize(px(40), px(52))

    def set_campaign(self, name: str) -> None:
        self._campaign = name
        self.setAccessibleName(name or _("No campaign yet"))
        self.setAccessibleDescription(_("Choose another campaign."))
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c = painter(self), colours()
        if self.underMouse() or self.isDown():
            rounded(p, self.rect(), self.radius, c.press)
        start = (self.width() - px(36)) / 2 if self._narrow else px(6)
        paint_logo(p, within(self, QRectF(start, px(8), px(36), px(36))))
        if self._narrow:
            return
        p.setPen(c.ink if self._campaign else c.ink3)
        self._paint_name(p, self._campaign or _("No campaign yet"))
        end = within(self, QRectF(self.width() - px(23), 0, px(15), self.height()))
        paint_icon_in(p, "chevrons-up-down", end, px(15), c.ink2)

    def _paint_name(self, p: QPainter, name: str) -> None:
        """Two lines of one height in every script: a face's own, 30 px in Arabic, would touch the ring."""
        p.setFont(theme().font("strong"))
        room, tall = self.width() - px(74), px(20)
        lines = in_two_lines(name, p.font(), room)
        top = (self.height() - tall * len(lines)) / 2
        for place, words in enumerate(lines):
            line = within(self, QRectF(px(51), top + place * tall, room, tall))
            p.drawText(line, int(START | Qt.TextFlag.TextDontClip), own_order(p, words))


class FootNote(Pressable, QAbstractButton):
    """A small icon and a few words that lead to where more is said of them."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._icon, self._colour = "", "shield-check", "green_text"
        self.radius = SPACE.radius
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("Shows all backups."))
        follow(self)

    def restyle(self) -> None:
        self.setFixedHeight(px(SPACE.small))

    def sizeHint(self) -> QSize:
        return QSize(px(60), px(SPACE.small))

    def words(self) -> str:
        return self._words

    def say(self, words: str, icon: str, colour: str) -> None:
        self._words, self._icon, self._colour = words, icon, colour
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c = painter(self), colours()
        if self.underMouse() or self.isDown():
            rounded(p, self.rect(), self.radius, c.press)
        place = within(self, QRectF(px(6), 0, px(16), self.height()))
        paint_icon_in(p, self._icon, place, px(16), c.named(self._colour))
        room = self.width() - px(29)
        words = theme().metrics("caption").elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        p.setFont(theme().font("caption"))
        p.setPen(c.ink2)
        p.drawText(within(self, QRectF(px(27), 0, room, self.height())), START, own_order(p, words))


def in_two_lines(words: str, font: QFont, width: float) -> list[str]:
    """The words in as many lines as they need, two at most; what is left over ends in an ellipsis."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    head, rest = words[: first.textLength()].rstrip(), words[first.textLength() :].strip()
    lines = [head, rest] if rest else [head]
    return [QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines]
