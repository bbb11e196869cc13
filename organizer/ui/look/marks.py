"""What marks a record: badges by state, the yellow label, the red date tile, the program's mark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from organizer.i18n import N_, _
from organizer.ui.look.icons import paint_icon_in
from organizer.ui.look.paint import CENTRE, mirrored, painter, rounded
from organizer.ui.look.theme import colours, follow, px, theme


@dataclass(frozen=True)
class State:
    """How one state looks. Never by colour alone: always icon and words. `quiet` states are a word with a tick in lists."""

    tone: str
    icon: str
    words: str
    quiet: bool = False
    outline: bool = False


STATES: dict[str, State] = {
    "draft": State("grey", "pencil-line", N_("Draft"), outline=True),
    "planned": State("grey", "circle-dashed", N_("Planned"), outline=True),
    "scheduled": State("blue", "calendar-clock", N_("Scheduled")),
    "in_progress": State("blue", "circle-dot", N_("In progress")),
    "held": State("green", "check", N_("Held"), quiet=True),
    "completed": State("green", "check", N_("Completed"), quiet=True),
    "approved": State("green", "badge-check", N_("Approved")),
    "embargoed": State("amber", "clock", N_("Embargoed")),
    "issued": State("green", "check", N_("Issued"), quiet=True),
    "corrected": State("blue", "pen-line", N_("Corrected")),
    "withdrawn": State("grey", "ban", N_("Withdrawn"), quiet=True),
    "ready": State("green", "check", N_("Ready")),
    "printed": State("green", "printer", N_("Printed"), quiet=True),
    "cancelled": State("grey", "ban", N_("Cancelled"), quiet=True),
    "voided": State("grey", "ban", N_("Voided"), quiet=True),
    "retired": State("grey", "archive", N_("Retired"), quiet=True),
    "late": State("red", "hourglass", N_("Late")),
    "look": State("amber", "triangle-alert", N_("Look at this")),
    "problem": State("red", "circle-alert", N_("Problem")),
    "new": State("blue", "plus", N_("New")),
}
_ROLE = "caption_strong"


def badge_width(words: str, icon: str | None) -> float:
    return theme().metrics(_ROLE).horizontalAdvance(words) + px(17) + (px(17) if icon else 0)


def paint_badge(p: QPainter, start: QPointF, words: str, tone: str, icon: str | None, *, outline: bool = False) -> float:
    """Paint from the middle of the start edge, in the painter's direction; the width it took. Without a tone's soft
    ground when `outline`."""
    c, width, height = colours(), badge_width(words, icon), px(22)
    rtl = p.layoutDirection() == Qt.LayoutDirection.RightToLeft
    rect = QRectF(start.x() - (width if rtl else 0), start.y() - height / 2, width, height)
    ink = c.named(f"{tone}_text")
    rounded(p, rect, height / 2, None if outline else c.named(f"{tone}_soft"), c.edge if outline else None)
    lead = px(17) if icon else 0
    if icon:
        place = mirrored(rect, QRectF(rect.x() + px(8), rect.y(), px(13), height), rtl)
        paint_icon_in(p, icon, place, px(13), ink, 1.7)
    p.save()
    p.setFont(theme().font(_ROLE))
    p.setPen(ink)
    text = QRectF(rect.x() + px(8) + lead, rect.y(), width - px(16) - lead, height)
    p.drawText(mirrored(rect, text, rtl), CENTRE, words)
    p.restore()
    return width


class Badge(QWidget):
    """A state at a record's head. tone: grey, blue, green, amber, red."""

    def __init__(self, words: str, tone: str = "grey", icon: str | None = None, *, outline: bool = False) -> None:
        super().__init__()
        self._words, self._tone, self._icon, self._outline = words, tone, icon, outline
        self.setAccessibleName(words)
        follow(self)

    @classmethod
    def of(cls, state: str) -> Badge:
        """The badge of a state's code. KeyError: STATES does not know it."""
        shown = STATES[state]
        return cls(_(shown.words), shown.tone, shown.icon, outline=shown.outline)

    def show_state(self, state: str) -> None:
        shown = STATES[state]
        self.show_words(_(shown.words), shown.tone, shown.icon, outline=shown.outline)

    def show_words(self, words: str, tone: str, icon: str | None = None, *, outline: bool = False) -> None:
        self._words, self._tone, self._icon, self._outline = words, tone, icon, outline
        self.setAccessibleName(words)
        self.restyle()

    def restyle(self) -> None:
        self.setFixedSize(round(badge_width(self._words, self._icon)) + 1, px(24))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        start = self.width() if p.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        paint_badge(p, QPointF(start, self.height() / 2), self._words, self._tone, self._icon, outline=self._outline)


class Placard(QWidget):
    """The yellow label of the leaflets: at most one on a screen."""

    def __init__(self, words: str, *, role: str = "group", size: float = 13) -> None:
        super().__init__()
        self._words, self._role, self._size = words, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(words)
        follow(self)

    def set_words(self, words: str) -> None:
        self._words = words
        self.setAccessibleName(words)
        self.restyle()

    def restyle(self) -> None:
        metrics = theme().metrics(self._role, size=self._size)
        self.setFixedSize(round(metrics.horizontalAdvance(self._words)) + px(18), round(metrics.height()) + px(5))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = painter(self)
        p.fillRect(self.rect(), colours().yellow)
        p.setFont(theme().font(self._role, size=self._size))
        p.setPen(colours().on_yellow)
        p.drawText(self.rect(), CENTRE, self._words)


class DateTile(QWidget):
    """Day and month on red. A date that is not exact is outlined: its first line is the month, its second the year.

    size: the width in tokens, 44, 54 or 78. `spoken` is the date as a person says it.
    """

    def __init__(self, day: str = "", month: str = "", *, size: int = 54, exact: bool = True, spoken: str = "") -> None:
        super().__init__()
        self._size = size
        self.show_day(day, month, exact=exact, spoken=spoken)
        follow(self)

    def show_day(self, day: str, month: str, *, exact: bool = True, spoken: str = "") -> None:
        self._day, self._month, self._exact = day, month, exact
        self.setAccessibleName(spoken or f"{day} {month}")
        self.update()

    def restyle(self) -> None:
        self.setFixedSize(px(self._size), round(px(self._size) * 1.08))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, c, width, height = painter(self), colours(), self.width(), self.height()
        corner = max(5.0, width * 0.1)
        rounded(p, self.rect(), corner, c.red if self._exact else None, None if self._exact else c.edge)
        share = 0.62 if len(self._day) < 3 else 0.4
        font = _fitted(theme().font("display"), self._day, round(height * share), width - 8)
        ink = QFontMetricsF(font).tightBoundingRect(self._day)
        p.setFont(font)
        p.setPen(c.on_red if self._exact else c.ink)
        p.drawText(QPointF((width - ink.width()) / 2 - ink.x(), height * 0.09 - ink.y()), self._day)
        p.setFont(_fitted(theme().font("group"), self._month, round(height * 0.22), width - 6))
        p.setPen(c.night_yellow if self._exact else c.ink2)
        p.drawText(QRectF(0, height * 0.62, width, height * 0.34), CENTRE, self._month)


def _fitted(font: QFont, words: str, pixels: int, room: float) -> QFont:
    """The font at `pixels`, or as large as the words allow, never under 8."""
    font = QFont(font)
    for size in range(pixels, 7, -1):
        font.setPixelSize(size)
        if QFontMetricsF(font).horizontalAdvance(words) <= room:
            break
    return font


class Logo(QWidget):
    """A placard on red: the program's mark, and a campaign's until it has its own."""

    def __init__(self, size: int = 36) -> None:
        super().__init__()
        self._size = size
        follow(self)

    def restyle(self) -> None:
        self.setFixedSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_logo(painter(self), QRectF(self.rect()))


def paint_logo(p: QPainter, rect: QRectF) -> None:
    """The mark has its own four colours, in light and dark alike; drawn on a grid of 36."""
    p.save()
    rounded(p, rect, rect.width() * 0.22, QColor("#C8101B"))
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.translate(rect.center())
    p.scale(rect.width() / 36, rect.width() / 36)
    p.rotate(-9)
    p.setPen(QPen(QColor("#FFF7EA"), 2.6, c=Qt.PenCapStyle.RoundCap))
    p.drawLine(QLineF(0, 2, 0, 13.5))
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor("#FFC529"))
    p.drawRoundedRect(QRectF(-11, -11.5, 22, 14), 2, 2)
    p.setPen(QPen(QColor("#1C1420"), 2.2, c=Qt.PenCapStyle.RoundCap))
    p.drawLine(QLineF(-6.5, -6.8, 6.5, -6.8))
    p.drawLine(QLineF(-6.5, -2.4, 2.5, -2.4))
    p.restore()
