"""The night band of the overview: the next action, place by place, with what is ready and what is not."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QLayout, QMenu, QSizePolicy, QWidget

from organizer import i18n
from organizer.actions.ahead import NextAction, PlaceAhead, Step
from organizer.i18n import _, _n
from organizer.ui.look.button import Button
from organizer.ui.look.layout import Card, Item, box, col, row
from organizer.ui.look.marks import DateTile, Placard
from organizer.ui.look.paint import painter
from organizer.ui.look.text import Elided, Glyph, Text
from organizer.ui.look.theme import colours, follow, px
from organizer.ui.look.wrap import Wrap

_STEP_LOOKS = {
    "done": ("check", "on_night2", "ink2"),
    "begun": ("pencil-line", "on_night2", "ink2"),
    "look": ("triangle-alert", "night_yellow", "ink"),
}
_PLACE_WIDTH, _LONG_NAME = 150, 60


class NextCard(Card):
    """`opened` asks for the day's pickets, `print_wanted` carries a leaflet's number, `leaflet_wanted` a picket's,
    `log_wanted` comes where nothing is scheduled."""

    opened = Signal()
    print_wanted = Signal(int)
    leaflet_wanted = Signal(int)
    log_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(token="night", edge="night_line")
        self._line = col(gap=0, margins=(20, 20, 20, 16))
        self.setLayout(self._line)
        self._body: QWidget | None = None
        self._next: NextAction | None = None
        self._columns = 2
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(_("Next action"))
        follow(self)

    def restyle(self) -> None:
        super().restyle()
        self.setMinimumHeight(px(194))

    def show_next(self, action: NextAction | None) -> None:
        self._next = action
        self._columns = self._fitting()
        if self._body is not None:
            self._line.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = box(self._nothing() if action is None else self._contents(action))
        self._line.add((self._body, 1))
        self.setAccessibleDescription(_("Nothing is scheduled.") if action is None else _spoken(action))

    def _fitting(self) -> int:
        """How many places find room side by side."""
        return max(1, (self.width() - px(140)) // px(_PLACE_WIDTH))

    def fit(self) -> None:
        """Once more for the width it has now, where that changes how many places stand side by side."""
        if self._next is not None and self._fitting() != self._columns:
            self.show_next(self._next)

    def _nothing(self) -> QLayout:
        log = Button(_("Schedule a picket"), "night", icon="plus", small=True)
        log.clicked.connect(self.log_wanted)
        words = Text(_("Once a picket has a day, it stands here with what is still to do for it."), "body", "ink2", wrap=True)
        return col(Text(_("Nothing is scheduled"), "title", wrap=True), words, None, row(log, None), gap=6)

    def _contents(self, action: NextAction) -> QLayout:
        month = i18n.month_short(action.day)
        tile = DateTile(
            str(action.day.day), month.upper() if not i18n.is_rtl() else month, size=78, spoken=i18n.day_long(action.day)
        )
        wraps = len(action.name) <= _LONG_NAME
        name = Text(action.name, "title", wrap=True) if wraps else Elided(action.name, "title")
        head = row((name, 1), Placard(days_words(action.days)), gap=10)
        shown = action.places[: self._columns]
        places: list[Item] = [(box(_place(place)), 1) for place in shown]
        more = len(action.places) - len(shown)
        rest = Text(_n("and {n} more place", "and {n} more places", more), "small", "ink2") if more else None
        body = col(head, 1, row(*places, gap=14), *([rest] if rest else []), None, self._buttons(action), gap=6)
        return row(col(tile, None), (body, 1), gap=18)

    def _buttons(self, action: NextAction) -> QLayout:
        open_words = _("Open day of action") if len(action.places) > 1 else _("Open picket")
        self.open_button = Button(open_words, "night", small=True)
        self.open_button.clicked.connect(self.opened)
        return Wrap([self.open_button, self._print_button(action)], gap=8)

    def _print_button(self, action: NextAction) -> Button:
        """Print the one leaflet there is, choose among several, or make the first."""
        with_leaflet = [place for place in action.places if place.leaflet_id is not None]
        if not with_leaflet:
            make = Button(_("Make a leaflet"), "night", icon="file-plus", small=True)
            make.clicked.connect(lambda: self.leaflet_wanted.emit(action.places[0].picket_id))
            return make
        if len(with_leaflet) == 1:
            button = Button(_("Print leaflet"), "night", icon="printer", small=True)
            button.clicked.connect(lambda: self.print_wanted.emit(with_leaflet[0].leaflet_id))
            return button
        menu = QMenu()
        for place in with_leaflet:
            choice = menu.addAction(place.city.replace("&", "&&"))
            choice.triggered.connect(lambda _on=False, place=place: self.print_wanted.emit(place.leaflet_id))
        return Button(_("Print leaflets"), "night", icon="printer", small=True, menu=menu)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        p, outline = painter(self), QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), self.radius, self.radius)
        p.setClipPath(outline)
        p.setPen(Qt.PenStyle.NoPen)
        p.fillRect(QRectF(0, 0, self.width(), px(4)), colours().yellow)


def _place(place: PlaceAhead) -> QLayout:
    title = i18n.joined(place.city, i18n.clock(place.starts) if place.starts is not None else "")
    return col(Elided(title, "strong"), *(_step(step) for step in place.steps), gap=4)


def _step(step: Step) -> QLayout:
    icon, tone, ink = _STEP_LOOKS[step.state]
    return row(Glyph(icon, 16, tone), (Elided(step.words, "small", ink), 1), gap=7)


def days_words(days: int) -> str:
    if days == 0:
        return _("today")
    return _("tomorrow") if days == 1 else _n("in {n} day", "in {n} days", days)


def _spoken(action: NextAction) -> str:
    places = (f"{place.city}: {i18n.joined(*(step.words for step in place.steps))}" for place in action.places)
    return ". ".join([i18n.joined(action.name, i18n.day_long(action.day), days_words(action.days)), *places]) + "."
