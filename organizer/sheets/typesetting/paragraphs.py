"""Paragraphs: lines for any measure, greedy, balanced, or without a lost last word. Measures are in 1/1000 of the type size."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice, pairwise

from organizer.sheets.typesetting.breaks import Break, Kind, breaks
from organizer.sheets.typesetting.runs import Run
from organizer.sheets.typesetting.shaping import Line, ShapedText
from organizer.sheets.typesetting.voice import Voice

_LOOSE_FOR_HYPHEN, _LOOSE_FOR_SPLIT = 0.17, 0.35
_RUNT, _LONE_WORD = 0.17, 0.3
_NARROWER = (0.985, 0.97, 0.955, 0.94, 0.92, 0.89, 0.86, 0.83)
_NARROWER_LONG = 5
_MOST_BALANCED = 12


class Paragraph(ShapedText):
    """One paragraph of runs in one voice."""

    def __init__(self, runs: tuple[Run, ...], voice: Voice) -> None:
        super().__init__(runs, voice)
        self._breaks = breaks(self.text, voice.language, voice.hyphenate) if self.text else []
        self._break_places = [found.at for found in self._breaks]
        self._evened: dict[float, list[Line]] = {}
        self._balanced: dict[float, list[Line]] = {}

    def lines(self, measure: float) -> list[Line]:
        """Greedy lines no wider than `measure`, but for a single letter that is wider itself."""
        found: list[Line] = []
        start = self._skip_spaces(0)
        while start < len(self.text):
            line, following = self._next_line(start, measure)
            found.append(line)
            start = self._skip_spaces(following)
        return found

    def _skip_spaces(self, start: int) -> int:
        while start < len(self.text) and self.text[start] == " ":
            start += 1
        return start

    def _next_line(self, start: int, room: float) -> tuple[Line, int]:
        """The line that begins at `start`, and where the next one begins."""
        candidates = self._candidates(start, room)
        best = self._fitting(start, room, [c for c in candidates if c.kind >= Kind.SPACE])
        loose = 1.0 if best is None else 1 - self.width(best[0]) / room if room > 0 else 1.0
        for kind, limit in ((Kind.HYPHEN, _LOOSE_FOR_HYPHEN), (Kind.SPLIT, _LOOSE_FOR_SPLIT)):
            after = best[1] if best else start
            if kind is Kind.SPLIT and best and self._next_word_fits(after, room):
                continue
            if loose > limit and not (best and best[2]):
                better = self._fitting(start, room, [c for c in candidates if c.kind is kind and c.at > after])
                if better:
                    best = better
                    loose = 1 - self.width(best[0]) / room
        if best:
            return best[0], best[1]
        return self._emergency(start, room)

    def _next_word_fits(self, start: int, room: float) -> bool:
        """Whether what begins at `start` fits a line of its own up to its next space."""
        return self.width(self.line(start, self._word_end(start))) <= room

    def _word_end(self, start: int) -> int:
        """The next place after `start` where a line ends without a hyphen."""
        return next((place.at for place in self._breaks_after(start) if place.kind >= Kind.SPACE), len(self.text))

    def _breaks_after(self, start: int) -> Iterator[Break]:
        return islice(self._breaks, bisect_right(self._break_places, start), None)

    def _candidates(self, start: int, room: float) -> list[Break]:
        """Breaks that may fit by the sum of advances, up to the first forced one."""
        found = []
        for place in self._breaks_after(start):
            end = self.line(start, place.at).end
            if self._sums[end] - self._sums[start] > room * 1.02 + 40:
                break
            found.append(place)
            if place.kind is Kind.FORCED:
                break
        return found

    def _fitting(self, start: int, room: float, candidates: list[Break]) -> tuple[Line, int, bool] | None:
        """The last candidate whose shaped line fits: line, next start, whether the break is forced."""
        for place in reversed(candidates):
            line = self.line(start, place.at, place.kind is Kind.HYPHEN)
            if self.width(line) <= room + 0.01:
                return line, place.at, place.kind is Kind.FORCED
        return None

    def _emergency(self, start: int, room: float) -> tuple[Line, int]:
        """As many letters of a word as fit; at least one."""
        limit = self._word_end(start)
        last = bisect_right(self._sums, self._sums[start] + room, lo=start) - 1
        ends = self._clusters[bisect_right(self._clusters, start) : bisect_right(self._clusters, min(last, limit))]
        for end in reversed(ends):
            line = self.line(start, end)
            if self.width(line) <= room + 0.01:
                return line, end
        after = bisect_right(self._clusters, start)
        end = min(limit, self._clusters[after]) if after < len(self._clusters) else limit
        return self.line(start, max(end, start + 1)), max(end, start + 1)

    def without_runt(self, measure: float) -> list[Line]:
        """As `lines`, a little narrower where the last line would be a single short word."""
        if measure not in self._evened:
            self._evened[measure] = self._without_runt(measure)
        return self._evened[measure]

    def _without_runt(self, measure: float) -> list[Line]:
        lines = self.lines(measure)
        if len(lines) < 2 or not self._is_runt(lines[-1], measure):
            return lines
        for share in _NARROWER if len(lines) == 2 else _NARROWER[:_NARROWER_LONG]:
            narrower = self.lines(measure * share)
            if len(narrower) == len(lines) and not self._is_runt(narrower[-1], measure):
                return narrower
        return lines

    def _is_runt(self, line: Line, measure: float) -> bool:
        """A last line that looks lost: very short, or one word that is not long."""
        share = self.width(line) / measure if measure > 0 else 1.0
        return share < _RUNT or (share < _LONE_WORD and " " not in self.text[line.start : line.end])

    def balanced(self, measure: float) -> list[Line]:
        """As few lines as in `lines`, about equally long."""
        if measure not in self._balanced:
            self._balanced[measure] = self._balance(measure)
        return self._balanced[measure]

    def _balance(self, measure: float) -> list[Line]:
        lines = self.lines(measure)
        if not 2 <= len(lines) <= _MOST_BALANCED:
            return lines
        low, high = measure * 0.4, measure
        for _ in range(9):
            middle = (low + high) / 2
            tried = self.lines(middle)
            if len(tried) <= len(lines) and max(map(self.width, tried)) <= middle + 0.1 and not self.splits(tried):
                high, lines = middle, tried
            else:
                low = middle
        return lines

    def splits(self, lines: list[Line]) -> bool:
        """Whether a word had to be cut to fit."""
        for before, after in pairwise(lines):
            at = bisect_left(self._break_places, before.end)
            if at == len(self._break_places) or self._break_places[at] > after.start:
                return True
        return False

    def words(self) -> list[Line]:
        """The stretches between spaces and forced ends."""
        places = [0, *(p.at for p in self._breaks if p.kind >= Kind.SPACE)]
        found = (self.line(self._skip_spaces(a), b) for a, b in pairwise(places))
        return [line for line in found if line.end > line.start]
