"""Where a page lies on the desk: geometry that needs no window."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.ui.prints import placing
from organizer.ui.prints.placing import LEAST, MARGIN, MOST, View, covers, place, scrolled_to, stepped, under, wanted
from organizer.ui.prints.raster import Piece

A5, A4 = (148.0, 210.0), (210.0, 297.0)
ROOM = (686, 553)


def test_the_whole_page_fits_with_the_desk_around_it() -> None:
    placed = place(A5, View(ROOM, 1.0))
    assert placed.height == ROOM[1] - 2 * MARGIN
    assert placed.top == MARGIN
    assert placed.left == pytest.approx((ROOM[0] - placed.width) / 2, abs=1)


def test_at_100_percent_a_page_is_96_px_an_inch() -> None:
    assert place(A4, View(ROOM, 1.0, zoom=1.0)).full == (794, 1123)


@given(ratio=st.sampled_from([1.0, 1.25, 1.5, 1.75, 2.0, 2.25]), zoom=st.floats(LEAST, MOST))
def test_a_page_begins_and_ends_on_device_pixels(ratio: float, zoom: float) -> None:
    placed = place(A5, View(ROOM, ratio, zoom=zoom))
    for length in (placed.left, placed.top, placed.width, placed.height):
        assert length * ratio == pytest.approx(round(length * ratio), abs=1e-6)


@given(zoom=st.floats(0.01, 20))
def test_the_zoom_stays_between_25_and_400_percent(zoom: float) -> None:
    assert LEAST <= place(A5, View(ROOM, 1.0, zoom=zoom)).zoom <= MOST


@given(zoom=st.floats(LEAST, MOST), ratio=st.sampled_from([1.0, 1.5, 2.0]), x=st.integers(0, 5000), y=st.integers(0, 9000))
def test_what_is_drawn_covers_what_is_seen_and_never_more_than_a_page(zoom: float, ratio: float, x: int, y: int) -> None:
    view = View(ROOM, ratio, zoom=zoom, x=x, y=y)
    placed = place(A4, view)
    piece = wanted(placed, view)
    assert covers(piece, piece, placed, view)
    assert 0 <= piece.x < piece.x + piece.width <= piece.full[0]
    assert 0 <= piece.y < piece.y + piece.height <= piece.full[1]


def test_a_large_zoom_draws_only_what_is_seen() -> None:
    view = View(ROOM, 2.0, zoom=4.0, x=900, y=1200)
    piece = wanted(place(A4, view), view)
    assert piece.width * piece.height < 3_000_000
    assert under(piece).width * under(piece).height <= 1_510_000


def test_scrolling_on_needs_new_pixels() -> None:
    view = View(ROOM, 2.0, zoom=4.0, x=900, y=1200)
    have = wanted(place(A4, view), view)
    further = replace(view, y=2400)
    assert not covers(have, wanted(place(A4, further), further), place(A4, further), further)


@given(zoom=st.floats(0.6, MOST), px=st.floats(200, 480), py=st.floats(150, 400))
def test_zooming_leaves_what_lies_under_the_pointer_where_it_is(zoom: float, px: float, py: float) -> None:
    before = View(ROOM, 1.0, zoom=2.0, x=400, y=600)
    after = scrolled_to(before, A4, zoom, (px, py))
    old, new = place(A4, before), place(A4, after)
    for axis, start_old, length_old, start_new, length_new, point, reach in (
        ("x", old.left, old.width, new.left, new.width, px, new.reach[0]),
        ("y", old.top, old.height, new.top, new.height, py, new.reach[1]),
    ):
        scrolled = after.x if axis == "x" else after.y
        if 0 < scrolled < reach:
            share = (point - start_old) / length_old
            assert start_new + share * length_new == pytest.approx(point, abs=1.5)


def test_steps_go_up_and_down_the_same_scale() -> None:
    assert stepped(1.0, up=True) == 1.25
    assert stepped(1.0, up=False) == 0.9
    assert stepped(MOST, up=True) == MOST
    assert stepped(LEAST, up=False) == LEAST


def test_a_piece_of_a_page_knows_the_whole() -> None:
    assert Piece.whole(1, (300, 400)) == Piece(1, (300, 400), 0, 0, 300, 400)
    assert placing.fitting(A5, (10, 10)) == 0.05
