"""Boxes on a picture stay inside it, keep their shape where they must, and go where hand and keys take them."""

from __future__ import annotations

import random

import pytest

from organizer.store.covering import Box
from organizer.ui.photo_editor import framing
from organizer.ui.photo_editor.framing import HANDLES
from organizer.ui.photo_editor.view import View

SIZE = (1200, 800)


def is_inside(box: Box) -> bool:
    return 0 <= box.left < box.right <= SIZE[0] and 0 <= box.top < box.bottom <= SIZE[1]


def test_whatever_is_done_to_a_box_it_stays_inside_the_picture() -> None:
    chance = random.Random(7)
    box = framing.whole(SIZE)
    for _turn in range(3_000):
        shape = chance.choice((None, None, 1.5, 0.4, 3.0))
        dx, dy = chance.randrange(-900, 900), chance.randrange(-900, 900)
        box = chance.choice(
            (
                framing.moved(box, dx, dy, SIZE),
                framing.grown(box, dx, dy, SIZE, shape),
                framing.pulled(box, chance.choice(HANDLES), (dx + 300, dy + 300), SIZE, shape),
                framing.between((dx, dy), (dy, dx), SIZE),
                framing.shaped(box, shape or 1.0, SIZE),
                framing.placed((dx, dy), abs(dx), SIZE),
            )
        )
        assert is_inside(box), box


@pytest.mark.parametrize("handle", HANDLES)
def test_a_pulled_corner_leaves_the_opposite_one_and_the_shape(handle: tuple[int, int]) -> None:
    box = Box(300, 200, 300, 200)
    pulled = framing.pulled(box, handle, (450 + 190 * handle[0], 300 + 130 * handle[1]), SIZE, 1.5)
    assert pulled.width / pulled.height == pytest.approx(1.5, abs=0.02)
    if all(handle):
        kept = (box.right if handle[0] < 0 else box.left, box.bottom if handle[1] < 0 else box.top)
        assert kept == (pulled.right if handle[0] < 0 else pulled.left, pulled.bottom if handle[1] < 0 else pulled.top)


def test_an_edge_pulled_past_the_other_stops_before_it() -> None:
    assert framing.pulled(Box(300, 200, 300, 200), (-1, 0), (900, 0), SIZE) == Box(584, 200, 16, 200)


def test_a_picture_smaller_than_a_handle_can_still_be_framed() -> None:
    tiny = (9, 5)
    assert framing.grown(Box(0, 0, 9, 5), -3, -3, tiny) == framing.placed((4, 2), 100, tiny) == Box(0, 0, 9, 5)


def test_places_on_the_screen_and_pixels_of_the_picture_are_the_same_both_ways() -> None:
    for zoom in (1.0, 2.5, 8.0):
        view = View(SIZE, (600, 500), zoom, at=(700.0, 300.0))
        rect = view.rect(Box(650, 250, 100, 80))
        assert view.pixel(rect.topLeft()) == pytest.approx((650, 250))
        assert view.pixel(rect.bottomRight()) == pytest.approx((750, 330))
    assert View(SIZE, (600, 500), 4.0, at=(700.0, 300.0)).middle() == pytest.approx((700, 300))
