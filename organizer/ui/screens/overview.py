"""The overview of the campaign: what is next, what is late, what was done and how well it is proven."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from organizer import i18n
from organizer.actions.overview import CityPoint, Overview, overview
from organizer.actions.periods import Periods
from organizer.actions.waiting import Waiting
from organizer.i18n import _, _n
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.totals import Period
from organizer.store.store import Changes, Store
from organizer.ui.charts.weeks import WeeksChart, last_day, period_name, span_words
from organizer.ui.charts.world import WorldMap
from organizer.ui.charts.world_layout import Spot
from organizer.ui.look.button import Button, icon_button
from organizer.ui.look.layout import Scroll, col, row
from organizer.ui.look.text import Text
from organizer.ui.look.theme import px
from organizer.ui.page import Page
from organizer.ui.print_room.verbs import open_sheet
from organizer.ui.screens import pickets
from organizer.ui.screens.overview_cards import GiftsCard, LettersCard, PicketsCard, TitledCard
from organizer.ui.screens.overview_grid import CardGrid
from organizer.ui.screens.overview_lists import DemandsCard, LatelyCard, WaitingCard, numbers_sheet
from organizer.ui.screens.overview_next import NextCard
from organizer.ui.session import Session
from organizer.ui.tasks import Latest

_TWO_COLUMNS, _TALL = 960, 920
_REPORT = "campaign-report"


class OverviewScreen(Page):
    """Every number leads to the list that it counts."""

    def __init__(self, session: Session) -> None:
        super().__init__("surface")
        self._session = session
        self._latest: Latest[Overview] = Latest(session.tasks)
        self._shown: Overview | None = None
        self._stale = True
        self.setAccessibleName(_("Overview"))
        self._make_cards()
        self._today = Text("", "small", "ink2")
        self.report = Button(_("Report"), icon="printer", name=_("Print a report of the campaign"))
        head = row(Text(_("Overview"), "title"), 6, self._today, None, self.report, gap=8, margins=(20, 14, 20, 16))
        self._grid = CardGrid(self._cards())
        self._scroll = Scroll(self._grid)
        self.setLayout(col(head, (self._scroll, 1), gap=0))
        self._connect()

    def _make_cards(self) -> None:
        self.next, self.waiting = NextCard(), WaitingCard()
        self.letters, self.pickets, self.gifts = LettersCard(), PicketsCard(), GiftsCard()
        self.chart, self.map = WeeksChart(), WorldMap()
        self.chart_numbers = icon_button("table", _("The numbers of the chart as a table"))
        self.map_numbers = icon_button("table", _("The numbers of the map as a table"))
        self.weeks = TitledCard(_("Letters per week"), height=230, end=(self.chart_numbers,))
        self.where = TitledCard(_("Where"), height=230, end=(self.map_numbers,))
        self.where.note.setText(_("red: pickets, small dots: letters"))
        self._no_weeks = Text(_("Once letters are logged, their weeks stand here."), "small", "ink2", wrap=True)
        self._no_weeks.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.weeks.fill(col(self._no_weeks, (self.chart, 1), gap=0))
        self.where.fill(col((self.map, 1), gap=0))
        self.lately, self.demands = LatelyCard(), DemandsCard()

    def _cards(self) -> dict[str, QWidget]:
        return {
            "next": self.next,
            "waiting": self.waiting,
            "letters": self.letters,
            "pickets": self.pickets,
            "gifts": self.gifts,
            "weeks": self.weeks,
            "where": self.where,
            "lately": self.lately,
            "demands": self.demands,
        }

    def _connect(self) -> None:
        self._session.changed.connect(self._changed)
        self._session.campaign_changed.connect(self._campaign_changed)
        self.letters.clicked.connect(lambda: self._session.want_list(Letter))
        self.pickets.clicked.connect(lambda: self._session.want_list(Picket))
        self.gifts.clicked.connect(lambda: self._session.want_list(Donation))
        self.waiting.acted.connect(self._act)
        self.demands.opened.connect(self._open_campaign)
        self.next.opened.connect(self._open_next)
        self.next.print_wanted.connect(lambda number: self._session.want_print(Leaflet, number))
        self.next.leaflet_wanted.connect(self._make_leaflet)
        self.next.log_wanted.connect(self._schedule)
        self.chart.picked.connect(self._open_period)
        self.map.picked.connect(self._open_city)
        self.report.clicked.connect(self._print_report)
        self.chart_numbers.clicked.connect(self._show_chart_numbers)
        self.map_numbers.clicked.connect(self._show_map_numbers)

    def entered(self) -> None:
        if self._stale or (self._shown is not None and self._shown.today != self._session.today()):
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered()

    def reload(self) -> None:
        """Ask the store anew, away from the window's thread."""
        campaign, store, today = self._session.campaign, self._session.store, self._session.today()
        self._today.setText(i18n.weekday_day(today))
        self._stale = False
        if campaign is not None:
            campaign_id = campaign.id
            self._latest.ask(lambda: overview(store, campaign_id, today), self._show)

    def _changed(self, _changes: Changes) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def _campaign_changed(self) -> None:
        self._latest.forget()
        self._changed(Changes(frozenset(), None))

    def _show(self, shown: Overview) -> None:
        self._shown = shown
        self.next.show_next(shown.next)
        self.waiting.show_waiting(shown.waiting)
        self.letters.show_letters(shown.letters)
        self.pickets.show_pickets(shown.pickets)
        self.gifts.show_gifts(shown.gifts)
        self._show_periods(shown.periods)
        self.map.show_spots(tuple(_spot(point) for point in shown.points), shown.campaign.country)
        self.lately.show_entries(shown.lately, datetime.now())
        self.demands.show_demands(shown.demands)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Tab goes through the cards as they are read, whenever their buttons were made."""
        parts = [part for card in self._cards().values() for part in (card, *card.findChildren(QWidget))]
        stops = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for one, next_one in pairwise(stops):
            QWidget.setTabOrder(one, next_one)

    def _show_periods(self, periods: Periods | None) -> None:
        self.chart.setVisible(periods is not None)
        self.chart_numbers.setVisible(periods is not None)
        self._no_weeks.setVisible(periods is None)
        if periods is not None:
            titles = {"week": _("Letters per week"), "month": _("Letters per month"), "year": _("Letters per year")}
            self.weeks.title.setText(titles[periods.unit])
            self.weeks.note.setText(span_words(periods))
            self.chart.show_periods(periods)

    def _act(self, thing: Waiting) -> None:
        self._session.want(thing.kind, thing.record_id)

    def _open_campaign(self) -> None:
        if self._shown is not None:
            self._session.want(Campaign, self._shown.campaign.id)

    def _print_report(self) -> None:
        if self._session.campaign is not None:
            open_sheet(_REPORT, self._session, self._session.campaign)

    def _open_next(self) -> None:
        action = self._shown.next if self._shown else None
        if action is None:
            return
        if len(action.places) == 1:
            self._session.want(Picket, action.places[0].picket_id)
        else:
            self._session.want_list(Picket, (("from", action.day), ("until", action.day)), i18n.day(action.day))

    def _schedule(self) -> None:
        self._session.begin(pickets.KIND.new(self._session))

    def _make_leaflet(self, picket_id: int) -> None:
        store = self._session.store
        self._session.tasks.run(lambda: _new_leaflet(store, picket_id), self._session.begin)

    def _open_period(self, period: Period) -> None:
        if self._shown is not None and self._shown.periods is not None:
            span = (("from", period.start), ("until", last_day(self._shown.periods, period)))
            self._session.want_list(Letter, span, period_name(self._shown.periods, period))

    def _open_city(self, numbers: tuple[int, ...]) -> None:
        """The list can be narrowed to one city; of several under one disc it is the first, whose name leads the label."""
        name = next((point.name for point in (self._shown.points if self._shown else ()) if point.city_id == numbers[0]), "")
        self._session.want_list(Picket, (("city", numbers[0]),), name)

    def _show_chart_numbers(self) -> None:
        periods = self._shown.periods if self._shown else None
        if periods is not None:
            heads = (_("When"), _("Copy held"), _("Reported"), _("Estimated"), _("Together"))
            rows = [
                (period_name(periods, bar), *(i18n.number(n) for n in (bar.held, bar.reported, bar.estimated, bar.total)))
                for bar in reversed(periods.bars)
            ]
            bars = periods.bars[::-1]
            numbers_sheet(self.window(), self.weeks.title.text(), heads, rows, lambda row: self._open_period(bars[row]))

    def _show_map_numbers(self) -> None:
        points = self._shown.points if self._shown else ()
        heads = (_("City"), _("Held"), _("Scheduled"), _("Letters"))
        rows = [(point.name, *(i18n.number(n) for n in (point.held, point.scheduled, point.letters))) for point in points]
        title = _n("{n} city", "{n} cities", len(points))
        numbers_sheet(self.window(), title, heads, rows, lambda row: self._open_point(points[row]))

    def _open_point(self, point: CityPoint) -> None:
        """The pickets of the city, or its letters where nobody stood there."""
        kind = Picket if point.held or point.scheduled else Letter
        self._session.want_list(kind, (("city", point.city_id),), point.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grid.arrange(self.width() >= px(_TWO_COLUMNS), self.height() >= px(_TALL))
        self.next.fit()


def _spot(point: CityPoint) -> Spot:
    return Spot(point.name, point.latitude, point.longitude, point.held, point.scheduled, point.letters, point.city_id)


def _new_leaflet(store: Store, picket_id: int) -> Leaflet:
    """Unsaved, for a worker."""
    from organizer.actions.leaflets import leaflet_from_picket

    return leaflet_from_picket(store, store.get(Picket, picket_id))
