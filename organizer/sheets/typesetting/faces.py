"""Font faces, loaded when first asked for: coverage, metrics and shaping by HarfBuzz. All measures in 1/1000 em."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz as hb

from organizer import paths

_SPACES = frozenset("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000")
_HYPHEN_THAT_STAYS, _HYPHEN = 0x2011, 0x2010
_KEPT_LETTERS = 60_000


class Glyph(NamedTuple):
    """One glyph of a shaped run. `cluster` is the index of its character in the run."""

    number: int
    cluster: int
    advance: float
    dx: float
    dy: float


class Face:
    """One font file of resources/fonts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.harfbuzz: Any = hb.Face(hb.Blob.from_file_path(str(paths.resources() / "fonts" / f"{name}.ttf")))
        self._font: Any = hb.Font(self.harfbuzz)
        self._unit = 1000.0 / self.harfbuzz.upem
        extents = self._font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self._unit
        self.descent: float = extents.descender * self._unit
        self._advances: dict[int, float] = {}
        self._inks: dict[int, tuple[float, float] | None] = {}
        self._sides: dict[int, tuple[float, float]] = {}
        self._numbers: dict[str, int] = {}
        self._shapes: dict[tuple[str, bool, str, str], tuple[Glyph, ...]] = {}
        self._letters = 0

    def glyph(self, character: str) -> int:
        """The number of the character's plain glyph, 0 if the face has none."""
        found = self._numbers.get(character)
        if found is None:
            found = self._numbers[character] = self._font.get_nominal_glyph(ord(character)) or 0
        return found

    def covers(self, character: str) -> bool:
        """Whether the character prints: by its own glyph, or by the plain space or hyphen that HarfBuzz puts in its place."""
        if self.glyph(character):
            return True
        if character in _SPACES:
            return bool(self.glyph(" "))
        return ord(character) == _HYPHEN_THAT_STAYS and bool(self.glyph(chr(_HYPHEN)))

    def advance(self, number: int) -> float:
        found = self._advances.get(number)
        if found is None:
            found = self._advances[number] = self._font.get_glyph_h_advance(number) * self._unit
        return found

    def ink(self, number: int) -> tuple[float, float] | None:
        """Top and bottom of the glyph's outline over the baseline; None for a blank one."""
        if number not in self._inks:
            box = self._font.get_glyph_extents(number)
            top = box.y_bearing * self._unit if box else 0.0
            self._inks[number] = (top, top + box.height * self._unit) if box and box.height else None
        return self._inks[number]

    def sides(self, number: int) -> tuple[float, float]:
        """Left and right edge of the glyph's outline, from where the glyph begins; what hangs over its advance counts."""
        found = self._sides.get(number)
        if found is None:
            box = self._font.get_glyph_extents(number)
            left = box.x_bearing * self._unit if box else 0.0
            found = self._sides[number] = (left, left + box.width * self._unit) if box else (0.0, 0.0)
        return found

    def cap_height(self) -> float:
        ink = self.ink(self.glyph("H")) if self.glyph("H") else None
        return ink[0] if ink else 0.7 * self.ascent

    def shape(self, text: str, *, rtl: bool, language: str, script: str) -> tuple[Glyph, ...]:
        """Glyphs in visual order. Default-ignorable characters leave no glyph."""
        key = (text, rtl, language, script)
        found = self._shapes.get(key)
        if found is None:
            self._letters += len(text)
            if self._letters > _KEPT_LETTERS:
                self._shapes.clear()
                self._letters = len(text)
            found = self._shapes[key] = self._shape(text, rtl, language, script)
        return found

    def _shape(self, text: str, rtl: bool, language: str, script: str) -> tuple[Glyph, ...]:
        buffer: Any = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        if script:
            buffer.script = script
        buffer.language = language
        hb.shape(self._font, buffer, {})
        unit = self._unit
        return tuple(
            Glyph(info.codepoint, info.cluster, place.x_advance * unit, place.x_offset * unit, place.y_offset * unit)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions or (), strict=True)
        )


@lru_cache(maxsize=64)
def face(name: str) -> Face:
    """The face of a file in resources/fonts, by its name without `.ttf`."""
    return Face(name)
