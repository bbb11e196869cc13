"""Columns are as wide as their words while the one that takes the rest keeps its room; where it is short some stand back."""

from hypothesis import given
from hypothesis import strategies as st

from organizer.ui.column_widths import Wish, shared

REST = Wish(200, 0, takes_rest=True, least=110)


def column(width: float, needed: float, leaves: int = 0, least: float | None = None) -> Wish:
    return Wish(width, needed, least=width if least is None else least, leaves=leaves)


def test_with_room_every_column_gets_what_its_words_need() -> None:
    assert shared([column(100, 120), REST, column(80, 60)], 800) == [120, 200, 80]


def test_with_just_enough_room_columns_keep_what_they_were_given() -> None:
    assert shared([column(100, 140), REST], 300) == [100, 200]


def test_a_little_room_is_shared_by_need() -> None:
    assert shared([column(100, 140), REST, column(100, 120)], 430) == [120, 200, 110]


def test_no_column_grows_without_end() -> None:
    assert shared([column(100, 9000), REST], 5000) == [150, 200]


def test_without_room_all_go_down_towards_their_least() -> None:
    assert shared([column(100, 140), REST, column(90, 90, least=45)], 322.5) == [100, 155, 67.5]


def test_what_can_be_spared_stands_back_first() -> None:
    wishes = [column(100, 100), REST, column(80, 80, leaves=1), column(60, 60, leaves=2)]
    assert shared(wishes, 290) == [100, 110, 80, 0]
    assert shared(wishes, 210) == [100, 110, 0, 0]


def test_what_must_stay_stays_at_its_least_however_small_the_room() -> None:
    assert shared([column(100, 100), REST], 20) == [100, 110]


NUMBERS = st.tuples(st.floats(20, 300), st.floats(0, 900), st.floats(0.3, 1), st.integers(0, 3))


@given(st.lists(NUMBERS, max_size=8), st.floats(0, 3000))
def test_the_columns_that_stay_fit_and_can_be_read(columns: list[tuple[float, float, float, int]], room: float) -> None:
    wishes = [*(column(width, needed, leaves, width * part) for width, needed, part, leaves in columns), REST]
    widths = shared(wishes, room)
    kept = [(width, wish) for width, wish in zip(widths, wishes, strict=True) if width]
    assert all(width >= wish.least - 0.01 for width, wish in kept)
    assert sum(widths) <= max(room, sum(wish.least for _width, wish in kept)) + 0.01
    assert all(wish.leaves for width, wish in zip(widths, wishes, strict=True) if not width)
    if sum(wish.given for wish in wishes) <= room:
        assert all(width >= wish.given for width, wish in zip(widths, wishes, strict=True))
