"""Recovery words: a file's key and salt as 46 words, on one sheet or as three sheets of which any two are enough.

Source: SLIP-39 as `shamir-mnemonic` (Trezor, MIT) makes it: its list of 1,024 words, told apart by their first four letters, an
empty passphrase, its least cost (a few milliseconds: the key is random already), and a checksum in the last three words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from organizer.errors import UserError
from organizer.i18n import _
from organizer.store import recovery_check as check
from organizer.store.key import KEY_BYTES, SALT_BYTES, Key

WORDS = 46
SHARES, ENOUGH = 3, 2
PREFIX = 4
"""So many letters tell a word."""


class RecoveryProblem(UserError):
    """Words that are not as on a sheet. `places` count from 0 and may be empty."""

    def __init__(self, message: str, hint: str, places: Iterable[int] = ()) -> None:
        super().__init__(message, hint)
        self.places = tuple(places)


@dataclass(frozen=True)
class RecoveryPart:
    """One sheet as it was typed in: its number, how many sheets like it are needed, and which set it is of."""

    number: int
    needed: int
    set_number: int
    words: tuple[str, ...] = field(repr=False)


def one_sheet(key: Key) -> tuple[str, ...]:
    """The words of the one sheet that opens the file alone."""
    return _made(key, 1, 1)[0]


def three_sheets(key: Key) -> tuple[tuple[str, ...], ...]:
    """The words of three sheets, of which one alone tells nothing."""
    return tuple(_made(key, ENOUGH, SHARES))


def mark(key: Key) -> str:
    """Four signs by which the sheets of different files, or of different passphrases, are told apart. They tell nothing else."""
    return hashlib.sha256(b"recovery sheet" + key.salt).hexdigest()[:4].upper()


def part_of(words: Sequence[str]) -> RecoveryPart:
    """What one sheet says. RecoveryProblem names what was mistyped by its place."""
    from shamir_mnemonic.share import Share  # type: ignore[import-untyped]
    from shamir_mnemonic.utils import MnemonicError  # type: ignore[import-untyped]

    said = tuple(word.casefold() for word in words)
    _prove(said)
    try:
        share = Share.from_mnemonic(" ".join(said))
    except MnemonicError:
        raise _not_one_sheet() from None  # its message quotes words of the sheet
    return RecoveryPart(share.index + 1, share.member_threshold, share.identifier, said)


def key_of(parts: Sequence[RecoveryPart]) -> Key:
    """The key that these sheets hold. RecoveryProblem when they are too few or do not belong together."""
    from shamir_mnemonic import combine_mnemonics  # type: ignore[import-untyped]
    from shamir_mnemonic.utils import MnemonicError

    if len({part.set_number for part in parts}) > 1:
        raise _other_set()
    different = {part.number: part for part in parts}
    needed = parts[0].needed if parts else 1
    if len(different) < needed:
        raise RecoveryProblem(_("One of three sheets opens nothing alone."), _("Type in another of the three."))
    try:
        secret = combine_mnemonics([" ".join(part.words) for part in list(different.values())[:needed]])
    except MnemonicError:
        raise _other_set() from None
    if len(secret) != KEY_BYTES + SALT_BYTES:
        raise _not_one_sheet()
    return Key(secret[:KEY_BYTES], secret[KEY_BYTES:])


@cache
def word_list() -> tuple[str, ...]:
    from shamir_mnemonic.wordlist import WORDLIST  # type: ignore[import-untyped]

    return tuple(WORDLIST)


@cache
def _by_prefix() -> dict[str, str]:
    return {word[:PREFIX]: word for word in word_list()}


def completed(letters: str) -> str:
    """The word that begins with these letters, where they tell one; else nothing."""
    word = _by_prefix().get(letters[:PREFIX].casefold(), "")
    return word if word.startswith(letters.casefold()) else ""


def begins_a_word(letters: str) -> bool:
    return any(word.startswith(letters.casefold()) for word in word_list())


def _made(key: Key, needed: int, of: int) -> list[tuple[str, ...]]:
    from shamir_mnemonic import generate_mnemonics

    (shares,) = generate_mnemonics(1, [(needed, of)], key.raw + key.salt, iteration_exponent=0)
    return [tuple(share.split()) for share in shares]


def _prove(words: tuple[str, ...]) -> None:
    """Every word known, as many as there are on a sheet, and their checksum right."""
    places = {word: place for place, word in enumerate(word_list())}
    unknown = [place for place, word in enumerate(words) if word not in places]
    if unknown:
        sentence = _("Word {number} is none of the words that stand on recovery sheets.")
        raise RecoveryProblem(sentence.format(number=unknown[0] + 1), _compare(), unknown)
    values = [places[word] for word in words]
    if len(values) != WORDS:
        raise _wrong_count(values)
    if check.residue(values):
        raise _wrong_words(values)


def _wrong_count(values: Sequence[int]) -> RecoveryProblem:
    place = check.missing_place(values) if len(values) == WORDS - 1 else None
    if place is not None:
        sentence = _("A word is missing: it should be word {number}.")
        return RecoveryProblem(sentence.format(number=place + 1), _compare(), [place])
    sentence = _("There are {count} words here, and {needed} on a sheet.")
    return RecoveryProblem(sentence.format(count=len(values), needed=WORDS), _("Type in all of them, in their order."))


def _wrong_words(values: Sequence[int]) -> RecoveryProblem:
    wrong = check.wrong_place(values)
    if wrong is not None:
        sentence = _("Word {number} is not the one that stands on the sheet.")
        return RecoveryProblem(sentence.format(number=wrong + 1), _compare(), [wrong])
    swapped = check.swapped_places(values)
    if swapped is not None:
        sentence = _("Words {first} and {second} stand in each other's place.").format(
            first=swapped[0] + 1, second=swapped[1] + 1
        )
        return RecoveryProblem(sentence, _compare(), swapped)
    return _not_one_sheet()


def _not_one_sheet() -> RecoveryProblem:
    return RecoveryProblem(_("At least two words are not those of the sheet."), _("Compare every word with it."))


def _other_set() -> RecoveryProblem:
    return RecoveryProblem(
        _("These sheets do not belong together."), _("Look at the four signs in their heads: they must be the same.")
    )


def _compare() -> str:
    return _("Compare it with the sheet.")
