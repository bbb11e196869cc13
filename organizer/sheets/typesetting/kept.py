"""Paragraphs kept from one drawing to the next, the latest ones: after a keystroke only the one that changed is shaped anew."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run
from organizer.sheets.typesetting.voice import Voice

# A glyph takes about 200 bytes; one sheet of the longest text is 20,000 letters, measured in all the lines that were tried.
_MOST_LETTERS = 100_000
_MOST_OF_ONE = 0.25
# A sheet of few words has many paragraphs of few letters: each costs more than its letters.
_LETTERS_OF_ANY = 40
# Weighing all of them takes a millisecond: not for every paragraph, but when so large a share of the most has come anew.
_WEIGHED_AFTER = 0.05


class KeptParagraphs:
    """About `most` letters of paragraphs and of the lines tried in them: weighed as new ones come.

    Safe on any thread: what a paragraph remembers of itself is the same for all.
    """

    def __init__(self, most: int = _MOST_LETTERS, make: Callable[[tuple[Run, ...], Voice], Paragraph] = Paragraph) -> None:
        self._most, self._make = most, make
        self._kept: OrderedDict[tuple[tuple[Run, ...], Voice], Paragraph] = OrderedDict()
        self._lock = threading.Lock()
        self._come = 0

    @property
    def letters(self) -> int:
        return sum(map(_weight, self._kept.values()))

    def paragraph(self, runs: tuple[Run, ...], voice: Voice) -> Paragraph:
        """The paragraph of these runs in this voice, shaped already if it was lately asked for."""
        key = runs, voice
        with self._lock:
            found = self._kept.pop(key, None)
            if found is not None and self._is_light(found):
                self._kept[key] = found
                return found
        made = self._make(runs, voice)
        if self._is_light(made):
            with self._lock:
                self._kept[key] = made
                self._come += _weight(made)
                if self._come > self._most * _WEIGHED_AFTER:
                    self._forget_oldest()
        return made

    def forget(self) -> None:
        """Every paragraph."""
        with self._lock:
            self._kept.clear()

    def _is_light(self, paragraph: Paragraph) -> bool:
        """Not too long, nor tried at so many measures that its lines would pile up."""
        return _weight(paragraph) <= self._most * _MOST_OF_ONE

    def _forget_oldest(self) -> None:
        self._come = 0
        over = self.letters - self._most
        while over > 0:
            _key, gone = self._kept.popitem(last=False)
            over -= _weight(gone)


def _weight(paragraph: Paragraph) -> int:
    return _LETTERS_OF_ANY + len(paragraph.text) + paragraph.measured


_KEPT = KeptParagraphs()


def kept_paragraph(runs: tuple[Run, ...], voice: Voice) -> Paragraph:
    """A paragraph from those that are kept for all sheets."""
    return _KEPT.paragraph(runs, voice)


def forget_paragraphs() -> None:
    """The file whose words they are is closed."""
    _KEPT.forget()
