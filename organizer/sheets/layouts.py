"""Formats that sheets are trimmed to, and the layouts in which they come out of a printer. Nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from organizer.i18n import N_, _

Size = tuple[float, float]
Arrangement = Literal["page", "mail", "grid", "booklet", "folded", "shop", "tiles"]

A3: Size = (297.0, 420.0)
A4: Size = (210.0, 297.0)
LETTER: Size = (215.9, 279.4)
TABLOID: Size = (279.4, 431.8)
WHITE_FRAME = 5.0
"""Office printers leave about this much white all round, in mm."""


@dataclass(frozen=True)
class Layout:
    """How the faces of a design come onto paper. `name` is a marked sentence; `paper` in mm, None for the design's own size.

    page: as it is, coloured to its edges. mail: the same, tagged, as PDF/A. grid: columns × rows of the same, with cut lines.
    booklet: folded and nested, two faces a side. folded: at true size with white edges, to be folded and not cut.
    shop: in printing inks with bleed. tiles: enlarged over several sheets.
    """

    key: str
    name: str
    arrangement: Arrangement = "page"
    paper: Size | None = None
    columns: int = 1
    rows: int = 1

    def title(self) -> str:
        return _(self.name)


ONE_PAGE = Layout("one-page", N_("One page"))
MAIL = Layout("mail", N_("For mail"), "mail")
SHOP = Layout("print-shop", N_("Print shop"), "shop")


@dataclass(frozen=True)
class Format:
    """A trimmed size in mm and the layouts it is printed in, the usual one first."""

    key: str
    name: str
    size: Size
    layouts: tuple[Layout, ...] = (ONE_PAGE, MAIL)

    def title(self) -> str:
        return _(self.name)

    def layout(self, key: str) -> Layout:
        """The layout of this key, the usual one for an empty key. KeyError: there is none."""
        found = {layout.key: layout for layout in self.layouts}
        return found[key] if key else self.layouts[0]

    def with_layouts(self, *layouts: Layout) -> Format:
        return replace(self, layouts=layouts)


def _wide(size: Size) -> Size:
    return size[1], size[0]


def _on(key: str, name: str, paper: Size, columns: int, rows: int) -> Layout:
    return Layout(key, name, "grid", paper, columns, rows)


def _tiled(key: str, name: str, paper: Size, columns: int, rows: int) -> Layout:
    return Layout(key, name, "tiles", paper, columns, rows)


TILES_ON_A4 = (
    _tiled("tiles-1x2", N_("Over two A4 sheets"), _wide(A4), 1, 2),
    _tiled("tiles-2x2", N_("Over four A4 sheets"), A4, 2, 2),
    _tiled("tiles-3x3", N_("Over nine A4 sheets"), A4, 3, 3),
)
TILES_ON_LETTER = (
    _tiled("tiles-1x2-letter", N_("Over two Letter sheets"), _wide(LETTER), 1, 2),
    _tiled("tiles-2x2-letter", N_("Over four Letter sheets"), LETTER, 2, 2),
    _tiled("tiles-3x3-letter", N_("Over nine Letter sheets"), LETTER, 3, 3),
)


def _placard(key: str, name: str, size: Size) -> Format:
    framed = _on(f"framed-{key}", N_("With a white frame"), size, 1, 1)
    return Format(key, name, size, (framed, SHOP, ONE_PAGE, MAIL))


A4_PLACARD = _placard("a4", N_("A4"), A4)
A3_PLACARD = _placard("a3", N_("A3"), A3)
LETTER_PLACARD = _placard("letter", N_("US Letter"), LETTER)
TABLOID_PLACARD = _placard("tabloid", N_("Tabloid"), TABLOID)
GLUED_A4 = Format("glued-a4", N_("Glued from A4 sheets"), A3, TILES_ON_A4)
GLUED_LETTER = Format("glued-letter", N_("Glued from Letter sheets"), TABLOID, TILES_ON_LETTER)
A4_PAGE = Format("a4", N_("A4"), A4)
LETTER_PAGE = Format("letter", N_("US Letter"), LETTER)
A4_WIDE = Format("a4-wide", N_("A4, wide"), _wide(A4))
LETTER_WIDE = Format("letter-wide", N_("US Letter, wide"), _wide(LETTER))
A5_PAGE = Format("a5", N_("A5"), (148.0, 210.0), (ONE_PAGE, _on("two-on-a4", N_("Two on A4"), _wide(A4), 2, 1), SHOP, MAIL))
HALF_LETTER = Format(
    "half-letter",
    N_("Half letter"),
    (139.7, 215.9),
    (ONE_PAGE, _on("two-on-letter", N_("Two on Letter"), _wide(LETTER), 2, 1), SHOP, MAIL),
)
LARGE_A4 = Format(
    "a4-large", N_("A4, large print"), A4, (_on("framed-a4", N_("With a white frame"), A4, 1, 1), SHOP, ONE_PAGE, MAIL)
)
LARGE_LETTER = Format(
    "letter-large",
    N_("US Letter, large print"),
    LETTER,
    (_on("framed-letter", N_("With a white frame"), LETTER, 1, 1), SHOP, ONE_PAGE, MAIL),
)
A6_PAGE = Format("a6", N_("A6"), (105.0, 148.5), (ONE_PAGE, _on("four-on-a4", N_("Four on A4"), A4, 2, 2), SHOP, MAIL))
QUARTER_LETTER = Format(
    "quarter-letter",
    N_("Quarter letter"),
    (107.95, 139.7),
    (ONE_PAGE, _on("four-on-letter", N_("Four on Letter"), LETTER, 2, 2), SHOP, MAIL),
)
DL = Format("dl", N_("DL"), (99.0, 210.0), (ONE_PAGE, _on("three-on-a4", N_("Three on A4"), _wide(A4), 3, 1), SHOP, MAIL))
THIRD_LETTER = Format(
    "third-letter",
    N_("Third of a letter"),
    (93.13, 215.9),
    (ONE_PAGE, _on("three-on-letter", N_("Three on Letter"), _wide(LETTER), 3, 1), SHOP, MAIL),
)

CARD_SIZE: Size = (85.0, 55.0)
CARD = Format(
    "card",
    N_("Pocket card"),
    CARD_SIZE,
    (
        _on("ten-on-a4", N_("Ten on A4"), A4, 2, 5),
        _on("eight-on-letter", N_("Eight on Letter"), LETTER, 2, 4),
        ONE_PAGE,
        SHOP,
        MAIL,
    ),
)
FOLDED_CARD = Format(
    "folded-card",
    N_("Pocket card, folded once"),
    (2 * CARD_SIZE[0], CARD_SIZE[1]),
    (_on("five-on-a4", N_("Five on A4"), A4, 1, 5), _on("four-on-letter", N_("Four on Letter"), LETTER, 1, 4), ONE_PAGE, MAIL),
)


def _folded(key: str, name: str, size: Size, at_home: str) -> Format:
    return Format(key, name, size, (Layout(f"folded-{key}", at_home, "folded", size), SHOP, ONE_PAGE, MAIL))


TRIFOLD_A4 = _folded("trifold-a4", N_("A4, folded in three"), _wide(A4), N_("On A4, to fold"))
TRIFOLD_LETTER = _folded("trifold-letter", N_("US Letter, folded in three"), _wide(LETTER), N_("On Letter, to fold"))


def _booklet(key: str, name: str, size: Size, layout: Layout) -> Format:
    return Format(key, name, size, (layout, ONE_PAGE, SHOP, MAIL))


A5_BOOKLET = _booklet(
    "a5-booklet", N_("A5"), (148.0, 210.0), Layout("booklet-on-a4", N_("Booklet on A4"), "booklet", _wide(A4), 2, 1)
)
HALF_LETTER_BOOKLET = _booklet(
    "half-letter-booklet",
    N_("Half letter"),
    (139.7, 215.9),
    Layout("booklet-on-letter", N_("Booklet on Letter"), "booklet", _wide(LETTER), 2, 1),
)
