"""Draws a shaped line into a page: one text object a line, letters placed exactly, their text kept for searching and copying."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from organizer.sheets.typesetting.bidi_classes import MIRRORED
from organizer.sheets.typesetting.colours import Colour
from organizer.sheets.typesetting.embedding import EmbeddedFont
from organizer.sheets.typesetting.faces import Glyph
from organizer.sheets.typesetting.itemize import Piece
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.shaping import Line, ShapedPiece, ShapedText

_SOFT_HYPHEN = "\u00ad"
# Copied text holds plain spaces and hyphens, and no joiners or direction marks.
_COPIED = {0xA0: " ", 0x202F: " ", 0x2011: "-", 0x2028: " "} | dict.fromkeys(
    (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x61C, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
# Letters stand in another order than they are spoken; for right-to-left scripts readers reverse ActualText, so not there.
_REORDERED_SCRIPTS = frozenset({"Deva"})
_LEAST_MOVE = 0.4
_SPACES = frozenset(" \u2028")


def draw_line(
    page: Page,
    paragraph: ShapedText,
    line: Line,
    *,
    x: float,
    baseline: float,
    size: float,
    colour: Colour,
    strong_colour: Colour | None = None,
    word_space: float = 0.0,
) -> None:
    """Draw from x to the right (mm); `size` in pt; `word_space` in 1/1000 em is added to each space."""
    left, bottom = page.point(x, baseline)
    writer = _Writer()
    marks: list[_Hung] = []
    pieces = paragraph.shaped(line)
    after = _space_after(paragraph, line, pieces) if page.structure is not None else None
    before = after.face.advance(after.face.glyph(" ")) * size / 1000 if after is not None and paragraph.base else 0.0
    writer.code.append(f"1 0 0 1 {_number(left - before)} {_number(bottom)} Tm")
    if after is not None and paragraph.base:
        writer.show_space(page.font(after.face), colour.fill(page.cmyk), size)
    for shaped in pieces:
        run = paragraph.runs[shaped.piece.weight]
        fill = (strong_colour if run.strong and strong_colour else colour).fill(page.cmyk)
        font = page.font(shaped.piece.face)
        scaled = size * shaped.scale
        writer.take(fill, font, scaled)
        pen = _Pen(font, scaled, paragraph.tracking / shaped.scale)
        writer.code.append(_show(paragraph, shaped, pen, word_space / shaped.scale))
        marks += [_Hung(fill, font, scaled, left, mark) for mark in pen.marks]
        left += pen.width * scaled / 1000
    if after is not None and not paragraph.base:
        writer.show_space(page.font(after.face), colour.fill(page.cmyk), size)
    writer.draw_marks(marks, bottom)
    if len(writer.code) > 1:
        page.write(f"BT {' '.join(writer.code)} ET")


class _Writer:
    """The operators of one line; colour and font are named only where they change."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self._fill = self._font = ""

    def take(self, fill: str, font: EmbeddedFont, size: float) -> None:
        named = f"/{font.name} {_number(size)} Tf"
        if fill != self._fill:
            self.code.append(fill)
        if named != self._font:
            self.code.append(named)
        self._fill, self._font = fill, named

    def show_space(self, font: EmbeddedFont, fill: str, size: float) -> None:
        """Nothing to see: so that who listens hears two words where a line ends."""
        self.take(fill, font, size)
        self.code.append(f"<{font.code(font.face.glyph(' '), ' '):04X}> Tj")

    def draw_marks(self, marks: list[_Hung], baseline: float) -> None:
        for fill, font, size, start, mark in marks:
            self.take(fill, font, size)
            at = f"{_number(start + mark.x * size / 1000)} {_number(baseline + mark.y * size / 1000)}"
            self.code.append(f"1 0 0 1 {at} Tm <{mark.code:04X}> Tj")


def _space_after(paragraph: ShapedText, line: Line, pieces: tuple[ShapedPiece, ...]) -> Piece | None:
    """The piece in whose font the space after the line stands: the last one that is read. None where no space follows."""
    if line.end >= len(paragraph.text) or paragraph.text[line.end] not in _SPACES or not pieces:
        return None
    last = pieces[0] if paragraph.base else pieces[-1]
    return last.piece if last.piece.face.glyph(" ") else None


def _show(paragraph: ShapedText, shaped: ShapedPiece, pen: _Pen, word_space: float) -> str:
    """The operators that show one piece; its marks are left with the pen."""
    piece = shaped.piece
    ends = _cluster_ends(shaped)
    for cluster, group in groupby(shaped.glyphs, key=lambda glyph: glyph.cluster):
        glyphs = list(group)
        text = _letters(paragraph, piece, cluster, ends.get(cluster))
        widest = max(range(len(glyphs)), key=lambda k: glyphs[k].advance)
        for k, glyph in enumerate(glyphs):
            pen.put(glyph, text if k == widest else "", word_space if text == " " else 0.0)
    code = pen.finish()
    if piece.script not in _REORDERED_SCRIPTS:
        return code
    return _spoken(paragraph.text[piece.start : piece.end].translate(_COPIED), code)


def _cluster_ends(shaped: ShapedPiece) -> dict[int, int]:
    """Where the letters of each cluster end; the added hyphen has no letters."""
    length = shaped.piece.end - shaped.piece.start
    starts = sorted({glyph.cluster for glyph in shaped.glyphs if glyph.cluster < length})
    return dict(zip(starts, [*starts[1:], length], strict=True)) if starts else {}


def _letters(paragraph: ShapedText, piece: Piece, cluster: int, end: int | None) -> str:
    """What a reader copies for a cluster; it is all told by its widest glyph."""
    if end is None:
        return _SOFT_HYPHEN
    copied = paragraph.text[piece.start + cluster : piece.start + end].translate(_COPIED)
    return _as_seen(copied) if piece.level & 1 else copied


def _spoken(text: str, code: str) -> str:
    """The operators with the text they stand for."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC {code} EMC"


def _as_seen(text: str) -> str:
    """Readers turn right-to-left text from the order on the page to that of speech, letter by letter, and mirror its brackets."""
    return "".join(MIRRORED.get(character, character) for character in reversed(text))


class _Mark(NamedTuple):
    """A glyph that hangs on another one: where, in 1/1000 em from the beginning of its piece, and its code."""

    x: float
    y: float
    code: int


class _Hung(NamedTuple):
    """A mark with its colour, font and size, and where its piece begins, in points."""

    fill: str
    font: EmbeddedFont
    size: float
    start: float
    mark: _Mark


class _Pen:
    """Collects codes into as few strings as possible; moves only where kerning or justified spaces ask for it.

    Marks are set apart, to be drawn after the line: readers take a step back within a line for the beginning of another.
    """

    def __init__(self, font: EmbeddedFont, size: float, tracking: float) -> None:
        self._font, self._size, self._tracking = font, size, tracking
        self._code: list[str] = []
        self._array: list[str] = []
        self._text = ""
        self._at = self._wanted = self._rise = 0.0
        self.marks: list[_Mark] = []

    @property
    def width(self) -> float:
        return self._wanted

    def put(self, glyph: Glyph, text: str, extra: float) -> None:
        if not text and not glyph.advance:
            self.marks.append(_Mark(self._wanted + glyph.dx, glyph.dy, self._font.code(glyph.number, "")))
            return
        if abs(glyph.dy - self._rise) > _LEAST_MOVE:
            self._flush()
            self._rise = glyph.dy
            self._code.append(f"{_number(self._rise * self._size / 1000)} Ts")
        move = self._wanted + glyph.dx - self._at
        if abs(move) > _LEAST_MOVE:
            self._end_text()
            self._array.append(_number(-move))
            self._at += move
        self._text += f"{self._font.code(glyph.number, text):04X}"
        self._at += self._font.face.advance(glyph.number)
        self._wanted += glyph.advance + extra + (self._tracking if glyph.advance else 0.0)

    def finish(self) -> str:
        rest = self._wanted - self._at
        self._end_text()
        if abs(rest) > _LEAST_MOVE:
            self._array.append(_number(-rest))
        self._flush()
        if self._rise:
            self._code.append("0 Ts")
        return " ".join(self._code)

    def _end_text(self) -> None:
        if self._text:
            self._array.append(f"<{self._text}>")
            self._text = ""

    def _flush(self) -> None:
        self._end_text()
        if self._array:
            self._code.append(f"[{' '.join(self._array)}] TJ")
            self._array = []


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
