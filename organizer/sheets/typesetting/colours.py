"""Colours in both inks: RGB for screens and office printers, CMYK for print shops."""

from __future__ import annotations

from dataclasses import dataclass

_READABLE = 4.5
_TINT = 0.82


@dataclass(frozen=True)
class Colour:
    """Shares from 0 to 1."""

    rgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float]

    @classmethod
    def of(cls, web: str, cmyk: tuple[float, float, float, float] | None = None) -> Colour:
        """From `#c8101b`; without ink shares these are computed, with the grey part as black. Not a colour: ValueError."""
        digits = web.removeprefix("#")
        if len(digits) != 6:
            raise ValueError(f"not a colour: {web}")
        red, green, blue = (int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4))
        return cls((red, green, blue), cmyk or _separated(red, green, blue))

    def fill(self, in_cmyk: bool) -> str:
        """The PDF operator that takes the colour for filling."""
        return f"{_shares(self.cmyk)} k" if in_cmyk else f"{_shares(self.rgb)} rg"

    def stroke(self, in_cmyk: bool) -> str:
        return self.fill(in_cmyk).upper()

    def luminance(self) -> float:
        """Relative luminance. Source: WCAG 2.2."""
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in self.rgb)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        lighter, darker = sorted((self.luminance(), other.luminance()), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def blend(self, other: Colour, share: float) -> Colour:
        """`share` of the other colour mixed in."""
        rgb = [a + (b - a) * share for a, b in zip(self.rgb, other.rgb, strict=True)]
        cmyk = [a + (b - a) * share for a, b in zip(self.cmyk, other.cmyk, strict=True)]
        return Colour((rgb[0], rgb[1], rgb[2]), (cmyk[0], cmyk[1], cmyk[2], cmyk[3]))


BLACK = Colour.of("#000000", (0, 0, 0, 1))
WHITE = Colour.of("#ffffff", (0, 0, 0, 0))
NIGHT = Colour.of("#1c1420", (0.6, 0.6, 0.45, 0.85))
TYPE = Colour.of("#1c1420", (0, 0, 0, 1))
PAPER = Colour.of("#fff7ea", (0, 0.02, 0.08, 0))
GREY = Colour.of("#6b6370", (0, 0, 0, 0.65))
_RED = Colour.of("#c8101b", (0.12, 1, 0.98, 0.04))
_YELLOW = Colour.of("#ffc529", (0, 0.24, 0.9, 0))


@dataclass(frozen=True)
class Palette:
    """A campaign's colours. `accent` fills the headline band, `signal` the label and the rules."""

    accent: Colour = _RED
    signal: Colour = _YELLOW
    night: Colour = NIGHT
    paper: Colour = PAPER
    type: Colour = TYPE
    grey: Colour = GREY
    white: Colour = WHITE

    @classmethod
    def of(cls, accent: str, signal: str, night: str) -> Palette:
        """From three web colours. The standard ones keep their tuned printing inks. Not a colour: ValueError."""
        tuned = {"#c8101b": _RED, "#ffc529": _YELLOW, "#1c1420": NIGHT}
        return cls(*(tuned.get(web.lower()) or Colour.of(web) for web in (accent, signal, night)))

    def in_one_colour(self) -> Palette:
        """Black and the accent: what else had a colour is black, white, or a tint of the accent."""
        tint = self.accent.blend(WHITE, _TINT)
        return Palette(accent=self.accent, signal=tint, night=BLACK, paper=WHITE, type=BLACK, grey=GREY)

    def readable_on(self, ground: Colour) -> Colour:
        """White where it can be read on the ground, else the night colour."""
        return self.white if self.white.contrast(ground) >= self.night.contrast(ground) else self.night

    def coloured_on(self, ground: Colour) -> Colour:
        """The accent where it can be read on the ground, else the colour of the text."""
        return self.accent if self.accent.contrast(ground) >= _READABLE else self.readable_on(ground)

    def signal_on(self, ground: Colour) -> Colour:
        return self.signal if self.signal.contrast(ground) >= _READABLE else self.readable_on(ground)


STANDARD = Palette()


def _separated(red: float, green: float, blue: float) -> tuple[float, float, float, float]:
    black = 1 - max(red, green, blue)
    if black >= 1:
        return 0.0, 0.0, 0.0, 1.0
    cyan, magenta, yellow = ((1 - black - c) / (1 - black) for c in (red, green, blue))
    return round(cyan, 3), round(magenta, 3), round(yellow, 3), round(black, 3)


def _shares(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.3f}".rstrip("0").rstrip(".") or "0" for value in values)
