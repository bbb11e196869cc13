"""Passphrases by chance: words of the published list, never the same twice, drawn evenly."""

import pytest

from organizer.actions.passphrases import WORDS, Guessed, generate, guessed, words


def test_the_list_has_every_word_of_five_dice_once() -> None:
    assert len(words()) == len(set(words())) == 6**5
    assert all(word.isascii() and word.islower() for word in (each.replace("-", "") for each in words()))


def test_a_passphrase_is_six_words_of_the_list() -> None:
    drawn = generate().split(" ")
    assert len(drawn) == WORDS
    assert set(drawn) <= set(words())
    assert guessed(generate()) == Guessed.NEVER


def test_no_two_are_alike_and_the_whole_list_is_drawn_from() -> None:
    drawn = [generate() for _turn in range(400)]
    assert len(set(drawn)) == 400
    used = {word for phrase in drawn for word in phrase.split(" ")}
    assert len(used) > 1800
    assert min(used) < "b"
    assert max(used) > "y"


@pytest.mark.parametrize(
    ("passphrase", "when"),
    [
        ("", Guessed.AT_ONCE),
        ("kettle", Guessed.AT_ONCE),
        ("P@ssw0rd2012", Guessed.AT_ONCE),
        ("1234567890" * 20, Guessed.AT_ONCE),
        ("tr0ub4dor&3", Guessed.WEEKS),
        ("kettle anchor velvet", Guessed.NEVER),
    ],
)
def test_what_is_known_or_repeated_is_guessed_soon_and_several_words_are_not(passphrase: str, when: Guessed) -> None:
    assert guessed(passphrase) == when


def test_only_the_first_72_characters_are_weighed() -> None:
    assert guessed("x" * 72) == guessed("x" * 72 + generate())
