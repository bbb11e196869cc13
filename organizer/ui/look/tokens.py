"""Design tokens: colours for light and dark, lengths, type, and the pairs of colours whose contrast is promised. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Generic, TypeVar

Ink = TypeVar("Ink")


@dataclass(frozen=True)
class Colours(Generic[Ink]):
    """Every colour by its use: `#RRGGBB` or `#AARRGGBB` here, colours of the toolkit in the theme."""

    canvas: Ink
    surface: Ink
    raised: Ink
    sunken: Ink
    hover: Ink
    press: Ink
    pick: Ink
    pick_idle: Ink
    mark: Ink
    line: Ink
    edge: Ink
    ink: Ink
    ink2: Ink
    ink3: Ink
    primary: Ink
    primary_hover: Ink
    primary_press: Ink
    on_primary: Ink
    night: Ink
    on_night: Ink
    on_night2: Ink
    night_line: Ink
    night_yellow: Ink
    red: Ink
    on_red: Ink
    red_text: Ink
    red_soft: Ink
    yellow: Ink
    on_yellow: Ink
    amber_text: Ink
    amber_soft: Ink
    green_text: Ink
    green_soft: Ink
    blue_text: Ink
    blue_soft: Ink
    grey_text: Ink
    grey_soft: Ink
    focus: Ink
    held: Ink
    reported: Ink
    estimated: Ink
    land: Ink
    land_line: Ink
    scrim: Ink
    shadow: Ink

    def named(self, token: str) -> Ink:
        """The colour of a token that is known only as data. KeyError: there is no such token."""
        if token not in _TOKENS:
            raise KeyError(token)
        value: Ink = getattr(self, token)
        return value

    def items(self) -> list[tuple[str, Ink]]:
        return [(token, getattr(self, token)) for token in _TOKENS]


_TOKENS = tuple(field.name for field in fields(Colours))

LIGHT: Colours[str] = Colours(
    canvas="#F3EEE6", surface="#FBF9F5", raised="#FFFFFF", sunken="#ECE5DA", hover="#F1EBE2", press="#E6DED2",
    pick="#FFEFC4", pick_idle="#EFE9DF", mark="#FFDF85", line="#E4DCD0", edge="#8F858D",
    ink="#1F1823", ink2="#52485A", ink3="#665C6B",
    primary="#2A2030", primary_hover="#43364B", primary_press="#150F19", on_primary="#FFF7EA",
    night="#1C1420", on_night="#FFF7EA", on_night2="#CFC2CB", night_line="#43364B", night_yellow="#FFC529",
    red="#C8101B", on_red="#FFFFFF", red_text="#AE0C17", red_soft="#FCE7E3",
    yellow="#FFC529", on_yellow="#1C1420", amber_text="#7F4B00", amber_soft="#FFEFC9",
    green_text="#17623A", green_soft="#DDF0E2", blue_text="#1A558C", blue_soft="#E0ECF8",
    grey_text="#52485A", grey_soft="#EAE3D9", focus="#1A62C6",
    held="#C8101B", reported="#E58A80", estimated="#C4756E", land="#E6DDCF", land_line="#F6F1E8",
    scrim="#781C1420", shadow="#341E28",
)  # fmt: skip

DARK: Colours[str] = Colours(
    canvas="#151119", surface="#1B1620", raised="#26202C", sunken="#121016", hover="#2C2533", press="#383040",
    pick="#453716", pick_idle="#2F2836", mark="#7A5B00", line="#393141", edge="#857A8E",
    ink="#F5EEE3", ink2="#C8BDC9", ink3="#AA9FAD",
    primary="#F5EEE3", primary_hover="#FFFFFF", primary_press="#D9CFC2", on_primary="#1C1420",
    night="#2B2232", on_night="#FFF7EA", on_night2="#CFC2CB", night_line="#52465A", night_yellow="#FFC529",
    red="#CE1B26", on_red="#FFFFFF", red_text="#FF9A91", red_soft="#47201F",
    yellow="#FFC529", on_yellow="#1C1420", amber_text="#FFCF73", amber_soft="#3F3115",
    green_text="#8BDCA8", green_soft="#1C3A29", blue_text="#9AC8F7", blue_soft="#1C344E",
    grey_text="#C8BDC9", grey_soft="#362E3D", focus="#8DB9FF",
    held="#E8484F", reported="#80464C", estimated="#C98086", land="#332B39", land_line="#1B1620",
    scrim="#96060408", shadow="#000000",
)  # fmt: skip

TEXT, SHAPE = 4.5, 3.0
_GROUNDS = ("canvas", "surface", "raised", "hover", "pick", "pick_idle")
_HUES = ("red", "amber", "green", "blue", "grey")

PAIRS: tuple[tuple[str, str, float], ...] = (
    *((ink, ground, TEXT) for ink in ("ink", "ink2", "ink3") for ground in _GROUNDS),
    *((f"{hue}_text", ground, TEXT) for hue in _HUES for ground in (f"{hue}_soft", "surface", "raised", "pick")),
    *((f"{hue}_text", ground, TEXT) for hue in ("red", "blue") for ground in ("canvas", "hover")),
    *((ink, ground, TEXT) for ink in ("ink", "ink3") for ground in ("press", "sunken", "grey_soft")),
    *(("on_primary", ground, TEXT) for ground in ("primary", "primary_hover", "primary_press")),
    *((ink, "night", TEXT) for ink in ("on_night", "on_night2", "night_yellow")),
    *((edge, ground, SHAPE) for edge in ("edge", "focus") for ground in ("canvas", "surface", "raised")),
    ("ink2", "sunken", TEXT), ("ink", "mark", TEXT), ("ink", "red_soft", TEXT), ("ink2", "red_soft", TEXT),
    ("on_night", "night_line", TEXT), ("on_red", "red", TEXT), ("on_yellow", "yellow", TEXT), ("focus", "pick", SHAPE),
    ("held", "raised", SHAPE), ("estimated", "raised", SHAPE), ("red", "surface", SHAPE),
)  # fmt: skip
"""(foreground, ground, least contrast). `reported` stands outside: it is told apart by order, gap, name and number."""


@dataclass(frozen=True)
class Space:
    """Lengths in logical px at text size 100 %: one scale, no other numbers in layouts."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741
    xl: int = 24
    xxl: int = 40
    control: int = 36
    small: int = 30
    row: int = 36
    entry_row: int = 34
    menu_row: int = 32
    head: int = 34
    nav: int = 34
    hit: int = 46
    icon: int = 18
    box_radius: int = 5
    radius: int = 8
    card_radius: int = 12
    dialog_radius: int = 14
    side: int = 224
    rail: int = 60
    form: int = 400


SPACE = Space()


@dataclass(frozen=True)
class Face:
    """One step of the type scale: size in px at 100 %, weight, and whether it is the condensed headline cut."""

    size: int
    weight: int
    condensed: bool = False


TYPE: dict[str, Face] = {
    "display": Face(40, 900, True),
    "number": Face(30, 900, True),
    "title": Face(26, 900, True),
    "heading": Face(17, 700, True),
    "group": Face(15, 700, True),
    "lead": Face(16, 400),
    "body": Face(14, 400),
    "medium": Face(14, 500),
    "strong": Face(14, 600),
    "small": Face(13, 400),
    "small_medium": Face(13, 500),
    "small_strong": Face(13, 600),
    "caption": Face(12, 500),
    "caption_strong": Face(12, 600),
    "keycap": Face(11, 500),
    "mono": Face(12, 400),
}

TEXT_SIZES = (0.9, 1.0, 1.1, 1.25, 1.5)
"""What Settings and the start page offer; every length follows the text."""


def contrast(one: str, other: str) -> float:
    """The contrast of two opaque `#RRGGBB` colours, 1 to 21. Source: WCAG 2.2, relative luminance."""

    def luminance(colour: str) -> float:
        channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
