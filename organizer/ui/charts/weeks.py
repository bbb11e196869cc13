"""Letters over time, stacked by evidence, with at most two notes. A press on a bar opens its letters."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QLineF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from organizer import i18n
from organizer.actions.periods import Mark, Peak, Periods
from organizer.i18n import _, _n
from organizer.records.totals import Period
from organizer.ui.charts.bars import AxisDate, Bars, Frame, axis_words, lay_bars, note_place
from organizer.ui.charts.cached import CachedPicture, in_window
from organizer.ui.look.evidence import KINDS, evidence_fill
from organizer.ui.look.paint import MIDDLE, hairline
from organizer.ui.look.theme import colours, px, theme

_RIGHT, _LEFT = MIDDLE | Qt.AlignmentFlag.AlignRight, MIDDLE | Qt.AlignmentFlag.AlignLeft


class WeeksChart(CachedPicture):
    """`picked` carries the period whose bar was pressed."""

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._periods: Periods | None = None
        self._bars: Bars | None = None
        self.setMinimumHeight(120)
        self.setAccessibleName(_("Letters over time"))

    def show_periods(self, periods: Periods) -> None:
        self._periods = periods
        self.setAccessibleDescription(_spoken(periods))
        self.fresh()

    def draw(self, p: QPainter) -> None:
        if self._periods is None:
            return
        labels = theme().metrics("keycap")
        highest = max(bar.total for bar in self._periods.bars)
        left = labels.horizontalAdvance(i18n.number(highest * 2)) + px(12)
        frame = Frame(left, px(20), self.width() - left - px(8), self.height() - px(42), self.ratio())
        self._bars = lay_bars([(bar.held, bar.reported, bar.estimated) for bar in self._periods.bars], frame)
        self._draw_scale(p, self._bars)
        for piece in self._bars.pieces:
            kind = tuple(KINDS)[piece.part]
            p.fillRect(QRectF(piece.x, piece.y, piece.width, piece.height), evidence_fill(kind, self.ratio()))
        self._draw_dates(p, self._bars, self._periods)
        self._draw_peak(p, self._bars, self._periods.peak)
        if self._periods.mark is not None:
            self._draw_mark(p, self._bars, self._periods.mark)

    def _draw_scale(self, p: QPainter, bars: Bars) -> None:
        c, frame = colours(), bars.frame
        p.setFont(theme().font("keycap"))
        for tick in bars.ticks:
            line = QRectF(frame.left, tick.y, frame.width, hairline(self.ratio()))
            p.fillRect(line, c.line if tick.value else c.edge)
            p.setPen(c.ink3)
            p.drawText(QRectF(0, tick.y - px(9), frame.left - px(8), px(18)), _RIGHT, i18n.number(tick.value))

    def _draw_dates(self, p: QPainter, bars: Bars, periods: Periods) -> None:
        p.setFont(theme().font("keycap"))
        p.setPen(colours().ink3)
        measure = theme().metrics("keycap").horizontalAdvance
        for word in axis_words(bars, _axis_dates(periods), measure):
            place = QRectF(word.x - px(2), bars.frame.bottom + px(3), measure(word.words) + px(4), px(18))
            p.drawText(place, _LEFT, word.words)

    def _draw_peak(self, p: QPainter, bars: Bars, peak: Peak) -> None:
        """The highest bar says its number and day; a second line what most of its letters were about."""
        strong, quiet = theme().metrics("caption_strong"), theme().metrics("keycap")
        about = quiet.elidedText(peak.about, Qt.TextElideMode.ElideRight, px(260))
        width = max(strong.horizontalAdvance(peak.words), quiet.horizontalAdvance(about)) + 1
        tall = px(34) if about else px(18)
        place = note_place(bars, peak.index, width, tall, px(20))
        if place is None:
            return
        towards, y = (_RIGHT if place.before else _LEFT), place.y
        middle, half = bars.middle(peak.index), bars.bar_width / 2 + px(4)
        ends = (place.x + width + px(5), middle - half) if place.before else (middle + half, place.x - px(5))
        p.setPen(QPen(colours().ink2, hairline(self.ratio())))
        p.drawLine(QLineF(ends[0], y + px(9), ends[1], y + px(9)))
        for words, role, ink, top, height in (
            (peak.words, "caption_strong", colours().ink, y, px(18)),
            (about, "keycap", colours().ink2, y + px(17), px(16)),
        ):
            p.setFont(theme().font(role))
            p.setPen(ink)
            p.drawText(QRectF(place.x, top, width, height), towards, in_window(words))

    def _draw_mark(self, p: QPainter, bars: Bars, mark: Mark) -> None:
        """A dotted line on a day to remember, its words above the frame, where no bar reaches."""
        ink, metrics = colours().green_text, theme().metrics("keycap")
        x = min(bars.frame.left + mark.at * bars.step, self.width() - 2.0)
        p.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine))
        p.drawLine(QLineF(x, bars.frame.top + px(2), x, bars.frame.bottom))
        words = metrics.elidedText(mark.words, Qt.TextElideMode.ElideRight, self.width())
        width = metrics.horizontalAdvance(words) + 1
        start = min(max(0.0, x - width / 2), self.width() - width)
        p.setFont(theme().font("keycap"))
        p.drawText(QRectF(start, 0, width, px(18)), _LEFT, in_window(words))

    def _period_at(self, x: float) -> Period | None:
        if self._bars is None or self._periods is None:
            return None
        index = self._bars.index_at(x)
        return self._periods.bars[index] if 0 <= index < len(self._periods.bars) else None

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._periods is not None:
            period = self._period_at(event.pos().x())
            QToolTip.showText(event.globalPos(), "" if period is None else period_words(self._periods, period), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        period = self._period_at(event.position().x())
        if period is not None and period.total:
            self.picked.emit(period)


def last_day(periods: Periods, period: Period) -> date:
    """The last day that counts for this bar."""
    if periods.unit == "week":
        return period.start + timedelta(days=6)
    year, month = (period.start.year + 1, 1) if periods.unit == "year" else _next_month(period.start)
    return date(year, month, 1) - timedelta(days=1)


def _next_month(day: date) -> tuple[int, int]:
    return (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)


def period_name(periods: Periods, period: Period) -> str:
    """Week of 13 Aug 2012; Aug 2012; 2012"""
    if periods.unit == "week":
        return _("Week of {day}").format(day=i18n.day(period.start))
    return i18n.month_year(period.start) if periods.unit == "month" else str(period.start.year)


def period_words(periods: Periods, period: Period) -> str:
    return _("{when}: {letters}").format(when=period_name(periods, period), letters=_n("{n} letter", "{n} letters", period.total))


def span_words(periods: Periods) -> str:
    """June 2011 to August 2012"""
    first, last = periods.bars[0], periods.bars[-1]
    first_day = first.start + timedelta(days=3 if periods.unit == "week" else 0)
    start = _month_and_year(first_day)
    end = _month_and_year(last_day(periods, last) - timedelta(days=3 if periods.unit == "week" else 0))
    return i18n.month_year_long(first_day) if start == end else _("{start} to {end}").format(start=start, end=end)


def _month_and_year(day: date) -> str:
    """In the form that "from … to …" asks for."""
    return f"{i18n.month_long(day)} {day.year}"


def _axis_dates(periods: Periods) -> list[AxisDate]:
    """Where a new month begins, by the Thursday of the week; with bars of years, where a year does."""
    found: list[AxisDate] = []
    for index, bar in enumerate(periods.bars):
        day = bar.start + timedelta(days=3 if periods.unit == "week" else 0)
        year = str(day.year)
        short = year if periods.unit == "year" else i18n.month_short(day)
        if not found or (found[-1].year, found[-1].short) != (day.year, short):
            found.append(AxisDate(index, day.year, short, year if periods.unit == "year" else i18n.month_year(day)))
    return found


def _spoken(periods: Periods) -> str:
    total = sum(bar.total for bar in periods.bars)
    sentence = _("{span}: {letters}. The highest: {peak}.")
    return sentence.format(span=span_words(periods), letters=_n("{n} letter", "{n} letters", total), peak=periods.peak.words)
