"""Text shaped once, free of size: the true width, ink and glyphs of any stretch of it. Widths are in 1/1000 of the type size."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import NamedTuple

from organizer.sheets.typesetting import bidi
from organizer.sheets.typesetting.faces import Glyph
from organizer.sheets.typesetting.glue import glue
from organizer.sheets.typesetting.itemize import Piece, itemize
from organizer.sheets.typesetting.runs import LINE_BREAK, Run
from organizer.sheets.typesetting.stacks import stack
from organizer.sheets.typesetting.voice import Voice, prepared

_TRIMMED = frozenset(f" {LINE_BREAK}\u00ad\u200b\u2002\u2003\u2005\u2009\u200a\u3000\u200e\u200f\u061c\u2069\u202c")


class Line(NamedTuple):
    """Characters `start` to `end` (not included, nothing invisible at the end), with a hyphen added or not."""

    start: int
    end: int
    hyphen: bool = False


@dataclass(frozen=True)
class ShapedPiece:
    """Glyphs of one piece in visual order; clusters count from `piece.start`. `scale` is its share of the type size."""

    piece: Piece
    glyphs: tuple[Glyph, ...]
    scale: float


class ShapedText:
    """Runs in one voice, shaped; any part of it can be asked for as a line.

    `measured` counts the letters of all the lines that it remembers.
    """

    def __init__(self, runs: tuple[Run, ...], voice: Voice) -> None:
        self.voice = voice
        self.runs = runs = tuple(prepared(run, voice) for run in runs)
        self.text = glue("".join(run.text for run in runs), voice.language)
        weights = [number for number, run in enumerate(runs) for _ in run.text]
        self.levels, self.base = bidi.levels(self.text, "rtl" if voice.rtl else "ltr")
        items = itemize(self.text, self.levels, weights, [stack(voice.role_of(run), voice.language) for run in runs])
        self.drawn, self.pieces, self.missing = items.drawn, items.pieces, items.missing
        self._own = {stack(voice.role_of(run), voice.language)[0] for run in runs}
        self.tracking = voice.tracking * 1000
        self._piece_ends = [piece.end for piece in self.pieces]
        self._shaped: dict[Line, tuple[ShapedPiece, ...]] = {}
        self._widths: dict[Line, float] = {}
        self._inks: dict[Line, tuple[float, float]] = {}
        self._reaches: dict[Line, tuple[float, float]] = {}
        self.measured = 0
        self._sums, self._clusters = self._measure()

    def _measure(self) -> tuple[list[float], list[int]]:
        """Running sums of advances by character, and the characters at which a glyph begins."""
        advances = [0.0] * len(self.text)
        clusters = set()
        for piece in self.pieces:
            shaped = self._shape(piece, False)
            for glyph in shaped.glyphs:
                at = piece.start + glyph.cluster
                advances[at] += glyph.advance * shaped.scale + (self.tracking if glyph.advance else 0.0)
                if glyph.advance:
                    clusters.add(at)
        return list(accumulate(advances, initial=0.0)), sorted(clusters)

    def _shape(self, piece: Piece, hyphen: bool) -> ShapedPiece:
        hyphen = hyphen and piece.face.covers("-")
        text = self.drawn[piece.start : piece.end].replace(LINE_BREAK, "\u200b") + ("-" if hyphen else "")
        glyphs = piece.face.shape(text, rtl=bool(piece.level & 1), language=self.voice.language, script=piece.script)
        return ShapedPiece(piece, glyphs, 1.0 if piece.face in self._own else self.voice.foreign)

    def shaped(self, line: Line) -> tuple[ShapedPiece, ...]:
        """The line's pieces from left to right, as they will be drawn."""
        found = self._shaped.get(line)
        if found is None:
            cut = [self._shape(piece, line.hyphen and piece.end == line.end) for piece in self._cut(line)]
            order = bidi.visual_order([shaped.piece.level for shaped in cut])
            found = self._shaped[line] = tuple(cut[k] for k in order)
            self.measured += line.end - line.start
        return found

    def _cut(self, line: Line) -> Iterator[Piece]:
        for piece in self.pieces[bisect_right(self._piece_ends, line.start) :]:
            if piece.start >= line.end:
                break
            if piece.start >= line.start and piece.end <= line.end:
                yield piece
            else:
                yield replace(piece, start=max(piece.start, line.start), end=min(piece.end, line.end))

    def width(self, line: Line) -> float:
        """The true width of the line as drawn, letters shaped anew at its ends."""
        found = self._widths.get(line)
        if found is None:
            advances = [glyph.advance * shaped.scale for shaped in self.shaped(line) for glyph in shaped.glyphs if glyph.advance]
            found = sum(advances) + self.tracking * max(0, len(advances) - 1)
            self._widths[line] = found
        return found

    def ink(self, line: Line) -> tuple[float, float]:
        """Top and bottom of what is drawn, over the baseline; (0, 0) for a blank line."""
        found = self._inks.get(line)
        if found is None:
            inks = [
                ((ink[0] + glyph.dy) * shaped.scale, (ink[1] + glyph.dy) * shaped.scale)
                for shaped in self.shaped(line)
                for glyph in shaped.glyphs
                if (ink := shaped.piece.face.ink(glyph.number))
            ]
            found = (max(top for top, _ in inks), min(bottom for _, bottom in inks)) if inks else (0.0, 0.0)
            self._inks[line] = found
        return found

    def reach(self, line: Line) -> tuple[float, float]:
        """Left and right edge of what is drawn, from where the line begins: sweeping letters stand out of its width."""
        found = self._reaches.get(line)
        if found is None:
            found = self._reaches[line] = self._reach(line)
        return found

    def _reach(self, line: Line) -> tuple[float, float]:
        pen, left, right = 0.0, 0.0, self.width(line)
        for shaped in self.shaped(line):
            for glyph in shaped.glyphs:
                start, end = shaped.piece.face.sides(glyph.number)
                left = min(left, pen + (glyph.dx + start) * shaped.scale)
                right = max(right, pen + (glyph.dx + end) * shaped.scale)
                pen += glyph.advance * shaped.scale + (self.tracking if glyph.advance else 0.0)
        return left, right

    def whole(self) -> Line:
        """The text as one line."""
        return self.line(0, len(self.text))

    def line(self, start: int, end: int, hyphen: bool = False) -> Line:
        """The characters as a line: what cannot be seen at its end is left out."""
        while end > start and self.text[end - 1] in _TRIMMED:
            end -= 1
        return Line(start, end, hyphen and end > start)
