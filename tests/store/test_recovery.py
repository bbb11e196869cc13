"""Recovery words: they give the key back, and whatever was mistyped is named by its place."""

import os
from itertools import combinations

import pytest

from organizer.store import recovery
from organizer.store.key import KEY_BYTES, SALT_BYTES, Key
from organizer.store.recovery import RecoveryProblem, key_of, one_sheet, part_of, three_sheets, word_list

KEY = Key(bytes(range(KEY_BYTES)), bytes(range(100, 100 + SALT_BYTES)))


def other(word: str) -> str:
    """Another word of the list."""
    return word_list()[(word_list().index(word) + 311) % len(word_list())]


def problem(words: list[str] | tuple[str, ...]) -> RecoveryProblem:
    with pytest.raises(RecoveryProblem) as caught:
        part_of(words)
    return caught.value


def test_one_sheet_gives_key_and_salt_back() -> None:
    for key in (KEY, Key(bytes(KEY_BYTES), bytes(SALT_BYTES)), Key(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))):
        words = one_sheet(key)
        assert len(words) == recovery.WORDS
        assert key_of([part_of(words)]) == key


def test_capitals_do_not_matter() -> None:
    assert key_of([part_of([word.upper() for word in one_sheet(KEY)])]) == KEY


def test_any_two_of_three_sheets_give_it_back_and_one_does_not() -> None:
    parts = [part_of(words) for words in three_sheets(KEY)]
    assert [part.number for part in parts] == [1, 2, 3]
    for pair in combinations(parts, 2):
        assert key_of(pair) == KEY
    for part in parts:
        with pytest.raises(RecoveryProblem, match="opens nothing alone"):
            key_of([part, part])


def test_sheets_of_two_sets_do_not_belong_together() -> None:
    one, other_set = part_of(three_sheets(KEY)[0]), part_of(three_sheets(KEY)[1])
    with pytest.raises(RecoveryProblem, match="belong together"):
        key_of([one, other_set])


@pytest.mark.parametrize("place", [0, 1, 12, 42, 43, 45])
def test_one_wrong_word_is_named_by_its_place(place: int) -> None:
    words = list(one_sheet(KEY))
    words[place] = other(words[place])
    assert problem(words).places == (place,)
    assert f"Word {place + 1} " in str(problem(words))


@pytest.mark.parametrize(("one", "second"), [(0, 1), (7, 8), (3, 40), (44, 45)])
def test_two_words_in_each_others_place_are_named(one: int, second: int) -> None:
    words = list(one_sheet(KEY))
    words[one], words[second] = words[second], words[one]
    assert problem(words).places == (one, second)


def test_a_word_that_is_none_is_named_before_all_else() -> None:
    words = list(one_sheet(KEY))
    words[16], words[20] = "kettlex", other(words[20])
    assert problem(words).places == (16,)


@pytest.mark.parametrize("place", [0, 20, 45])
def test_a_missing_word_is_named_by_its_place(place: int) -> None:
    words = list(one_sheet(KEY))
    del words[place]
    found = problem(words).places
    # The same word twice in a row is missing at either place
    assert found == (place,) or words[found[0] - 1] == one_sheet(KEY)[place]


def test_too_few_or_too_many_words_are_counted() -> None:
    assert "30 words" in str(problem(one_sheet(KEY)[:30]))
    assert "47 words" in str(problem([*one_sheet(KEY), "kidney"]))


def test_many_wrong_words_never_pass() -> None:
    words = list(one_sheet(KEY))
    for place in (4, 9, 30):
        words[place] = other(words[place])
    assert problem(words).places == ()


def test_no_word_of_a_sheet_shows_in_an_error_or_a_repr() -> None:
    words = list(one_sheet(KEY))
    part = part_of(words)
    words[5], words[9] = other(words[5]), other(words[9])
    said = f"{problem(words)} {problem(words)!r} {part!r}"
    assert not {word for word in words if len(word) > 5} & set(said.lower().replace(",", " ").split())


def test_four_letters_tell_every_word() -> None:
    assert len({word[: recovery.PREFIX] for word in word_list()}) == len(word_list()) == 1024
    assert recovery.completed("kidn") == recovery.completed("KIDNEY") == "kidney"
    assert recovery.completed("kid") == recovery.completed("kidnx") == recovery.completed("") == ""


def test_the_mark_tells_files_apart_and_is_the_salts_alone() -> None:
    same_salt = Key(os.urandom(KEY_BYTES), KEY.salt)
    assert recovery.mark(same_salt) == recovery.mark(KEY)
    assert len({recovery.mark(Key(KEY.raw, os.urandom(SALT_BYTES))) for _turn in range(40)}) > 30
