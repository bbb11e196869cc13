"""Passphrases by chance: words of the published list, never the same twice, drawn evenly."""

from organizer.actions.passphrases import SHORT, WORDS, generate, words


def test_the_list_has_every_word_of_five_dice_once() -> None:
    assert len(words()) == len(set(words())) == 6**5
    assert all(word.isascii() and word.islower() for word in (each.replace("-", "") for each in words()))


def test_a_passphrase_is_six_words_of_the_list() -> None:
    drawn = generate().split(" ")
    assert len(drawn) == WORDS
    assert set(drawn) <= set(words())
    assert len(generate()) > SHORT


def test_no_two_are_alike_and_the_whole_list_is_drawn_from() -> None:
    drawn = [generate() for _turn in range(400)]
    assert len(set(drawn)) == 400
    used = {word for phrase in drawn for word in phrase.split(" ")}
    assert len(used) > 1800
    assert min(used) < "b"
    assert max(used) > "y"
