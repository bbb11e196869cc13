"""What is looked for when somebody asks: a name in its spellings, a telephone number, an address; found in any text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from organizer.records.gazetteer_file import fold_name
from organizer.records.organisation import Person

BLOT = "…"
"""Stands where words were taken out."""
_FEWEST_DIGITS, _TELLING_DIGITS = 6, 8
_SHORTEST_LINE = 6
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ENDINGS = "аеиоуыэюяьй"
_AHEAD = "+(@"


@dataclass(frozen=True)
class Span:
    """Where in a text something was found; `sure` is False for a lone word, which others may bear too."""

    start: int
    end: int
    sure: bool


@dataclass(frozen=True)
class _Clue:
    """A pattern over folded text, and what must stand in such a text, its blanks left out, for it to be tried at all."""

    pattern: re.Pattern[str]
    keys: tuple[str, ...]
    sure: bool


class Sought:
    """Case, accents, punctuation and the order of names do not count; Russian endings and an English or German s neither.

    A word that ends in * is found with any ending. `also` are names that somebody gave for this search: they are sure.
    """

    def __init__(
        self,
        *,
        names: Iterable[str] = (),
        also: Iterable[str] = (),
        phones: Iterable[str] = (),
        exact: Iterable[str] = (),
    ) -> None:
        made = [clue for name in names for clue in _of_name(name)]
        made += [replace(clue, sure=True) for name in also for clue in _of_name(name)]
        made += [clue for phone in phones for clue in _of_phone(phone)]
        made += [clue for text in exact for clue in _of_exact(text)]
        self._take(made)

    def _take(self, clues: Iterable[_Clue]) -> None:
        self._clues = tuple({clue.pattern.pattern: clue for clue in clues}.values())
        self._telling = tuple({max(clue.keys, key=len) for clue in self._clues})

    def __or__(self, other: Sought) -> Sought:
        """What one or the other looks for."""
        both = Sought()
        both._take((*self._clues, *other._clues))
        return both

    def sure(self) -> Sought:
        """The same without lone words, which others may bear too."""
        some = Sought()
        some._take(clue for clue in self._clues if clue.sure)
        return some

    def __bool__(self) -> bool:
        return bool(self._clues)

    def spans(self, text: str) -> list[Span]:
        """Where it is found, in order, none within another."""
        return self._places(text) if text and self._is_in(text) else []

    def _places(self, text: str) -> list[Span]:
        folded, at = _folded(text)
        found = [
            Span(at[match.start()], at[match.end() - 1] + 1, clue.sure)
            for clue in self._clues
            for match in clue.pattern.finditer(folded)
        ]
        return _apart([_with_edges(text, span) for span in found])

    def without(self, text: str) -> str:
        """The text with all of it blotted out."""
        kept, end = [], 0
        for span in self.spans(text):
            kept += [text[end : span.start], BLOT]
            end = span.end
        return "".join([*kept, text[end:]])

    def may_be_in(self, texts: Iterable[str]) -> bool:
        """Whether it may be in one of these texts, asked at once for all of them. No is sure."""
        return self._is_in("\n".join(texts))

    def _is_in(self, text: str) -> bool:
        """Whether it is: known without the places of letters, which are dear to find out."""
        close = text.translate(_CLOSE)
        for telling in self._telling:
            if telling in close:
                break
        else:
            return False
        tried = [clue.pattern for clue in self._clues if all(key in close for key in clue.keys)]
        if not tried:
            return False
        folded = " ".join(text.translate(_FOLDED).split())
        return any(pattern.search(folded) for pattern in tried)


def sought_for(person: Person, also: Iterable[str] = ()) -> Sought:
    """What tells of a person: name, number and addresses; `also` are other names they go by."""
    lines = [line for line in person.address.splitlines() if len(line.strip()) >= _SHORTEST_LINE and any(map(str.isdigit, line))]
    return Sought(names=[person.name], also=also, phones=[person.phone], exact=[person.email, *lines])


def _of_name(name: str) -> Iterator[_Clue]:
    words = [word + ("*" if starred else "") for word, starred in _words_of(name)]
    if not words:
        return
    orders = [words, [words[-1], *words[:-1]]]
    if len(words) > 2:
        orders += [[words[0], words[-1]], [words[-1], words[0]]]
    if len(words) > 1:
        orders += [[words[0][0], words[-1]], [words[-1], words[0][0]]]
    for order in orders:
        pattern = " ?".join(_any_form(word) for word in order)
        yield _Clue(re.compile(rf"(?<!\S){pattern}(?!\S)"), tuple(map(_stem, order)), len(words) > 1)


def _words_of(name: str) -> Iterator[tuple[str, bool]]:
    for piece in name.split():
        for word in fold_name(piece.replace("'", " ").replace("’", " ")).split():
            yield word, piece.endswith("*")


def _stem(word: str) -> str:
    bare = word.rstrip("*")
    return bare.rstrip(_ENDINGS) or bare if _CYRILLIC.search(bare) and len(bare) > 2 else bare


def _any_form(word: str) -> str:
    if word.endswith("*"):
        return re.escape(_stem(word)) + r"\S*"
    if _CYRILLIC.search(word) and len(word) > 2:
        return re.escape(_stem(word)) + r"\S{0,3}"
    return re.escape(word) + ("(?: ?s)?" if len(word) > 1 else "")


def _of_phone(phone: str) -> Iterator[_Clue]:
    digits = "".join(c for c in fold_name(phone) if c.isdigit())
    if len(digits) >= _FEWEST_DIGITS:
        telling = digits[-_TELLING_DIGITS:]
        yield _Clue(re.compile(r"(?:(?<!\S)\d[\d ]*?)?" + " ?".join(telling) + r"(?!\d)"), (telling,), True)


def _of_exact(text: str) -> Iterator[_Clue]:
    words = fold_name(text.replace("'", " ").replace("’", " ")).split()
    if words:
        yield _Clue(re.compile(rf"(?<!\S){' '.join(map(re.escape, words))}(?!\S)"), ("".join(words),), True)


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return ""
    return fold_name(letter) or " "


class _Folds(dict[int, str | None]):
    """For `str.translate`: every letter folded, and what is none a blank, with `close` nothing. Learns letters as they come.

    None stands for nothing: with an empty text `translate` takes twenty times as long.
    """

    def __init__(self, *, close: bool) -> None:
        super().__init__()
        self._blank = "" if close else " "
        self.odd: set[str] = set()
        """Letters met that are not one letter when folded."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _folded_letter(chr(code)).replace(" ", self._blank) or None
        if len(found or "") != 1:
            self.odd.add(chr(code))
        return found


_CLOSE, _FOLDED = _Folds(close=True), _Folds(close=False)
_WORD = re.compile("[^ ]+")


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded, words parted by one blank, and for each letter of it where it stood."""
    flat = text.translate(_FOLDED)
    letters: list[str] = []
    at: list[int] = []
    if _FOLDED.odd.isdisjoint(text):
        for word in _WORD.finditer(flat):
            letters.append(word.group())
            at.extend(range(word.start(), word.end() + 1))
        return " ".join(letters), at
    for index, letter in enumerate(text):
        for part in _folded_letter(letter):
            if part != " " or (letters and letters[-1] != " "):
                letters.append(part)
                at.append(index)
    return "".join(letters), at


def _with_edges(text: str, span: Span) -> Span:
    """With accents that stand behind the last letter, and a plus or bracket ahead of a number."""
    start, end = span.start, span.end
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    while start and text[start - 1] in _AHEAD:
        start -= 1
    return Span(start, end, span.sure)


def _apart(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        if found and span.start < found[-1].end:
            last = found[-1]
            found[-1] = Span(last.start, max(last.end, span.end), last.sure or span.sure)
        else:
            found.append(span)
    return found
