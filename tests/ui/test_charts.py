"""Charts: bars that add up, notes that cover nothing, a world in equal areas, and figures that are spoken and can be pressed."""

import hashlib
import math
import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from organizer import i18n, paths
from organizer.actions.periods import Mark, Peak, Periods
from organizer.records.totals import Period
from organizer.ui.charts.bars import AxisDate, Frame, axis_words, lay_bars, nice_ticks, note_place
from organizer.ui.charts.cached import in_window
from organizer.ui.charts.projection import equal_earth
from organizer.ui.charts.weeks import WeeksChart, last_day, period_name, span_words
from organizer.ui.charts.world import WorldMap, disc_words
from organizer.ui.charts.world_layout import Spot, disc_labels, letter_dots, outlines, picket_discs, world_view
from organizer.ui.look.theme import Theme, colours

FRAME = Frame(left=40, top=20, width=400, height=200)
LONDON = Spot("London", 51.5, -0.13, held=3, letters=100, number=1)
BERLIN = Spot("Berlin", 52.5, 13.4, held=2, number=2)
NEW_YORK = Spot("New York", 40.7, -74.0, held=3, number=3)
PERTH = Spot("Perth", -31.9, 115.9, letters=4, number=4)


def test_the_scale_of_the_record_week_is_the_one_a_person_would_draw() -> None:
    assert nice_ticks(189, 4) == [0, 50, 100, 150, 200]
    assert nice_ticks(4, 4) == [0, 1, 2, 3, 4]
    assert nice_ticks(0, 4) == [0, 1]


@pytest.mark.parametrize("highest", [1, 9, 10, 11, 99, 189, 1000, 12_345, 999_999])
def test_every_scale_is_short_and_covers_its_bars(highest: int) -> None:
    ticks = nice_ticks(highest, 4)
    assert ticks[0] == 0
    assert ticks[-2] < highest <= ticks[-1]
    assert 2 <= len(ticks) <= 5
    assert str(ticks[1]).strip("0") in {"1", "2", "5"}


def test_the_parts_of_a_bar_stand_on_each_other_and_are_as_high_as_their_numbers() -> None:
    bars = lay_bars([(50, 30, 20), (0, 0, 0), (0, 10, 0)], FRAME)
    first = [piece for piece in bars.pieces if piece.x < FRAME.left + bars.step]
    assert [piece.part for piece in first] == [0, 1, 2]
    assert first[0].y + first[0].height == pytest.approx(FRAME.bottom, abs=1.01)
    assert first[0].height / first[2].height == pytest.approx(50 / 20, abs=0.1)
    assert bars.top(0) == pytest.approx(FRAME.top + FRAME.height * (1 - 100 / bars.ticks[-1].value))
    assert bars.top(1) == FRAME.bottom
    assert len(bars.pieces) == 4


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_bars_begin_on_device_pixels_at_every_scale(ratio: float) -> None:
    bars = lay_bars([(n, n, n) for n in range(66)], Frame(40, 20, 451, 200, ratio))
    assert all(math.isclose(piece.x * ratio, round(piece.x * ratio), abs_tol=1e-6) for piece in bars.pieces)
    assert all(math.isclose(tick.y * ratio, round(tick.y * ratio), abs_tol=1e-6) for tick in bars.ticks)


def test_months_are_left_out_evenly_until_their_words_fit_and_a_new_year_is_said() -> None:
    bars = lay_bars([(1, 0, 0)] * 24, FRAME)
    dates = [AxisDate(n, 2011 + n // 12, f"m{n % 12}", f"m{n % 12} {2011 + n // 12}") for n in range(24)]
    wide = axis_words(bars, dates, lambda words: 6.0 * len(words))
    ends = [word.x + 6.0 * len(word.words) for word in wide]
    assert all(after.x - end >= 10 for after, end in zip(wide[1:], ends, strict=False))
    assert wide[0].words == "m0 2011"
    assert next(word.words for word in wide if word.index >= 12).endswith("2012")
    distances = {b.index - a.index for a, b in pairwise(wide)}
    assert len(distances) == 1


def test_a_note_stands_beside_its_bar_and_covers_no_other() -> None:
    parts = [(1, 0, 0)] * 40
    parts[35] = (100, 0, 0)
    bars = lay_bars(parts, FRAME)
    place = note_place(bars, 35, 150, 34, 20)
    assert place is not None
    assert place.before
    assert place.x + 150 < bars.middle(35)
    parts[2], parts[35] = (100, 0, 0), (1, 0, 0)
    after = note_place(lay_bars(parts, FRAME), 2, 150, 34, 20)
    assert after is not None
    assert not after.before


def test_a_note_without_room_is_left_out() -> None:
    assert note_place(lay_bars([(10, 0, 0)] * 3, FRAME), 1, 390, 34, 20) is None


def test_the_projection_keeps_areas_equal() -> None:
    """A patch of ten degrees has the area that it has on the globe, at the equator as at 60 degrees north."""

    def area(latitude: float) -> float:
        corners = [equal_earth(x, y) for x, y in ((0, latitude), (1, latitude), (1, latitude + 1), (0, latitude + 1))]
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(corners, corners[1:] + corners[:1], strict=True))) / 2

    def on_the_globe(latitude: float) -> float:
        return math.radians(1) * (math.sin(math.radians(latitude + 1)) - math.sin(math.radians(latitude)))

    for latitude in (-50, 0, 30, 60, 70):
        assert area(latitude) == pytest.approx(on_the_globe(latitude), rel=1e-3)


def test_the_map_is_the_file_that_its_source_note_names() -> None:
    folder = paths.resources() / "map"
    note = tomllib.loads((folder / "SOURCE.toml").read_text(encoding="utf-8"))
    assert hashlib.sha256((folder / "world.json").read_bytes()).hexdigest() == note["output_sha256"]
    words = paths.resources() / "words"
    note = tomllib.loads((words / "SOURCE.toml").read_text(encoding="utf-8"))
    assert hashlib.sha256((words / "eff-long.txt").read_bytes()).hexdigest() == note["output_sha256"]


def test_every_outline_lies_on_the_map_and_none_runs_across_it() -> None:
    world = outlines(paths.resources() / "map")
    assert {"KZ", "GB", "DE", "RU", "US", "FJ"} <= world.keys()
    assert "AQ" not in world
    for country in world.values():
        for ring in country.rings:
            steps = [abs(ring[at] - ring[at - 2]) for at in range(2, len(ring), 2)]
            assert max(steps) < 2500


def test_each_city_lies_in_its_own_country() -> None:
    world = outlines(paths.resources() / "map")
    for code, longitude, latitude in (("KZ", 71.4, 51.1), ("DE", 10.9, 50.9), ("AU", 133.9, -23.7)):
        x, y = equal_earth(longitude, latitude)
        assert any(_holds(ring, x * 2000, y * 2000) for ring in world[code].rings), code


def _holds(ring: tuple[int, ...], x: float, y: float) -> bool:
    points = list(zip(ring[::2], ring[1::2], strict=True))
    inside = False
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


def test_all_inhabited_land_is_in_view_at_any_shape() -> None:
    for width, height in ((500, 260), (900, 260), (300, 400)):
        view = world_view(width, height)
        for spot in (LONDON, NEW_YORK, PERTH, Spot("Ushuaia", -43.8, -68.3), Spot("Tromsø", 69.6, 18.9)):
            x, y = view.place(spot.latitude, spot.longitude)
            assert 0 <= x <= width
            assert 0 <= y <= height


def test_cities_whose_discs_would_touch_share_one_and_are_all_counted() -> None:
    near = picket_discs(world_view(400, 200), [LONDON, BERLIN, NEW_YORK], 9)
    assert sorted(disc.count for disc in near) == [3, 5]
    shared = next(disc for disc in near if disc.count == 5)
    assert shared.names == ("London", "Berlin")
    far = picket_discs(world_view(4000, 2000), [LONDON, BERLIN, NEW_YORK], 9)
    assert [disc.count for disc in far] == [3, 3, 2]


def test_what_is_only_scheduled_is_outlined_and_never_added_to_what_was_held() -> None:
    planned = Spot("Bonn", 50.7, 7.1, scheduled=4, number=9)
    discs = picket_discs(world_view(400, 200), [LONDON, planned], 9)
    assert len(discs) == 1
    assert discs[0].count == 3
    assert discs[0].solid
    alone = picket_discs(world_view(400, 200), [planned], 9)
    assert not alone[0].solid
    assert alone[0].count == 4


def test_labels_cover_neither_discs_nor_each_other_and_stay_inside() -> None:
    room = (600.0, 300.0)
    spots = [Spot(f"City {n}", 50 + n % 5, -10 + 6 * n, held=1, number=n) for n in range(12)]
    discs = picket_discs(world_view(*room), spots, 9)
    labels = disc_labels(discs, [disc_words(disc) for disc in discs], lambda words: 6.5 * len(words), 14, room)
    boxes = [(label.x, label.y, label.x + 6.5 * len(label.words), label.y + 14) for label in labels]
    assert labels
    for at, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= room[0]
        for other in boxes[at + 1 :]:
            assert not (one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3])


def test_dots_grow_with_the_letters_but_never_hide_a_continent() -> None:
    view = world_view(600, 300)
    small, large = letter_dots(view, [Spot("a", 0, 0, letters=1)], 1), letter_dots(view, [Spot("a", 0, 0, letters=10**6)], 1)
    assert small[0].radius == 1.5
    assert large[0].radius == 9
    assert letter_dots(view, [LONDON, PERTH], 1)[0].radius > letter_dots(view, [LONDON, PERTH], 1)[1].radius


def made_periods(unit: str = "week", count: int = 60) -> Periods:
    start = {"week": date(2011, 6, 6), "month": date(2011, 6, 1), "year": date(1990, 1, 1)}[unit]
    bars = tuple(Period(start + timedelta(weeks=n), held=n, reported=5, estimated=2) for n in range(count))
    return Periods(
        unit, bars, Peak(count - 1, "67 letters on 23 July", "Free the <b>strikers</b>"), Mark(30.5, "80 people in Köln")
    )  # type: ignore[arg-type]


def shown(qtbot: QtBot, chart: WeeksChart | WorldMap) -> QImage:
    qtbot.addWidget(chart)
    chart.resize(520, 260)
    chart.show()
    return chart.grab().toImage()


def test_the_chart_speaks_its_span_its_total_and_its_highest_bar(look: Theme, qtbot: QtBot) -> None:
    chart = WeeksChart()
    chart.show_periods(made_periods(count=5))
    shown(qtbot, chart)
    assert chart.accessibleName()
    assert chart.accessibleDescription() == "June 2011 to July 2011: 45 letters. The highest: 67 letters on 23 July."


def test_held_is_painted_solid_and_a_press_on_a_bar_hands_out_its_week(look: Theme, qtbot: QtBot) -> None:
    chart, periods = WeeksChart(), made_periods()
    chart.show_periods(periods)
    picture = shown(qtbot, chart)
    inks = {picture.pixelColor(x, y).name() for x in range(0, 520, 2) for y in range(60, 230, 3)}
    assert colours().held.name() in inks
    assert colours().reported.name() in inks
    with qtbot.waitSignal(chart.picked) as said:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))
    assert said.args[0] in periods.bars[-2:]


def test_an_empty_week_opens_nothing(look: Theme, qtbot: QtBot) -> None:
    chart = WeeksChart()
    bars = (Period(date(2011, 6, 6), held=3), Period(date(2011, 6, 13)), Period(date(2011, 6, 20), held=1))
    chart.show_periods(Periods("week", bars, Peak(0, "3 letters on 6 June", ""), None))
    shown(qtbot, chart)
    with qtbot.assertNotEmitted(chart.picked):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(260, 200))


def test_the_picture_is_painted_once_and_anew_in_dark(look: Theme, qtbot: QtBot) -> None:
    chart = WeeksChart()
    chart.show_periods(made_periods())
    light = shown(qtbot, chart)
    first = chart._picture
    chart.repaint()
    assert chart._picture is first
    look.apply(dark=True)
    dark = chart.grab().toImage()
    assert chart._picture is not first
    assert colours().held.name() in {dark.pixelColor(x, y).name() for x in range(0, 520, 2) for y in range(60, 230, 3)}
    assert light != dark


@pytest.mark.parametrize(
    ("unit", "last", "name"),
    [
        ("week", date(2012, 8, 19), "Week of 13 Aug 2012"),
        ("month", date(2012, 12, 31), "Dec 2012"),
        ("year", date(2012, 12, 31), "2012"),
    ],
)
def test_a_bar_knows_its_last_day_and_its_name(look: Theme, unit: str, last: date, name: str) -> None:
    start = {"week": date(2012, 8, 13), "month": date(2012, 12, 1), "year": date(2012, 1, 1)}[unit]
    period = Period(start, held=1)
    periods = Periods(unit, (period,), Peak(0, "", ""), None)  # type: ignore[arg-type]
    assert last_day(periods, period) == last
    assert period_name(periods, period) == name


def test_the_span_is_one_month_where_it_is_one() -> None:
    i18n.set_language("en_GB")
    one = Periods("week", (Period(date(2012, 8, 13)),), Peak(0, "", ""), None)
    assert span_words(one) == "August 2012"


@pytest.mark.parametrize(("language", "words"), [("ru", "август 2012"), ("de", "August 2012"), ("pl", "sierpień 2012")])
def test_a_month_alone_stands_in_its_own_form(look: Theme, language: str, words: str) -> None:
    i18n.set_language(language)
    one = Periods("week", (Period(date(2012, 8, 13)),), Peak(0, "", ""), None)
    assert span_words(one) == words


def test_a_right_to_left_sentence_keeps_its_order_on_a_picture_that_runs_from_the_left(look: Theme) -> None:
    i18n.set_language("ar")
    assert in_window("189 رسالة") == i18n.isolate_rtl("189 رسالة")
    assert in_window("Vadim: 14 years") == "Vadim: 14 years"
    i18n.set_language("en_GB")
    assert in_window("189 letters") == "189 letters"


def test_the_map_speaks_the_cities_and_marks_the_country(look: Theme, qtbot: QtBot) -> None:
    world = WorldMap()
    world.show_spots((LONDON, NEW_YORK, PERTH), "KZ")
    picture = shown(qtbot, world)
    assert "London: 3 pickets" in world.accessibleDescription()
    assert "Letters from 2 cities." in world.accessibleDescription()
    inks = {picture.pixelColor(x, y).name() for x in range(520) for y in range(0, 260, 2)}
    assert {colours().mark.name(), colours().land.name(), colours().red.name()} <= inks


def test_without_a_country_nothing_is_marked(look: Theme, qtbot: QtBot) -> None:
    world = WorldMap()
    world.show_spots((), "")
    picture = shown(qtbot, world)
    assert colours().mark.name() not in {picture.pixelColor(x, y).name() for x in range(520) for y in range(0, 260, 2)}


def test_a_press_on_a_disc_hands_out_its_cities(look: Theme, qtbot: QtBot) -> None:
    world = WorldMap()
    world.show_spots((LONDON, BERLIN, NEW_YORK))
    shown(qtbot, world)
    x, y = world_view(520, 260).place(NEW_YORK.latitude, NEW_YORK.longitude)
    with qtbot.waitSignal(world.picked) as said:
        QTest.mouseClick(world, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert said.args[0] == (3,)


def test_many_cities_under_one_disc_are_named_by_the_first() -> None:
    i18n.set_language("en_GB")
    spots = [Spot(name, 51.0, 6.9 + n / 100, held=1, number=n) for n, name in enumerate(("Köln", "Bonn", "Essen", "Düren"))]
    (disc,) = picket_discs(world_view(500, 260), spots, 9)
    assert disc_words(disc) == "Köln and 3 more"
