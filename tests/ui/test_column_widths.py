"""Columns are as wide as their words while the one that takes the rest keeps its room."""

from hypothesis import given
from hypothesis import strategies as st

from organizer.ui.column_widths import Wish, shared

REST = Wish(200, 0, takes_rest=True)


def test_with_room_every_column_gets_what_its_words_need() -> None:
    assert shared([Wish(100, 120), REST, Wish(80, 60)], 800) == [120, 200, 80]


def test_without_room_columns_keep_what_they_were_given() -> None:
    assert shared([Wish(100, 140), REST], 300) == [100, 200]


def test_a_little_room_is_shared_by_need() -> None:
    assert shared([Wish(100, 140), REST, Wish(100, 120)], 430) == [120, 200, 110]


def test_no_column_grows_without_end() -> None:
    assert shared([Wish(100, 9000), REST], 5000) == [150, 200]


@given(st.lists(st.tuples(st.floats(20, 300), st.floats(0, 900)), max_size=8), st.floats(0, 3000))
def test_the_rest_keeps_its_room_wherever_there_is_enough(columns: list[tuple[float, float]], room: float) -> None:
    wishes = [*(Wish(given_, needed) for given_, needed in columns), REST]
    widths = shared(wishes, room)
    assert all(width >= wish.given for width, wish in zip(widths, wishes, strict=True))
    assert sum(widths) <= max(room, sum(wish.given for wish in wishes)) + 0.01
