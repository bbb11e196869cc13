"""Geometry of the map: the part of the world that is shown, discs of pickets gathered where they touch, their names. No Qt."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from organizer.ui.charts.projection import equal_earth

UNIT = 2000
_WORLD = (-128.0, 71.0, 160.0, -44.0)
"""West, north, east, south of the land where people live, in degrees."""


@dataclass(frozen=True)
class Country:
    """Outlines as flat lists of x, y in 1/2000 of the globe's radius, and where the name goes."""

    at: tuple[float, float]
    rings: tuple[tuple[int, ...], ...]


@cache
def outlines(folder: Path) -> dict[str, Country]:
    """Every country by its two-letter code. Source: Natural Earth, public domain; see SOURCE.toml beside the file."""
    kept: dict[str, dict[str, Any]] = json.loads((folder / "world.json").read_text(encoding="ascii"))
    return {
        code: Country((shape["at"][0], shape["at"][1]), tuple(tuple(ring) for ring in shape["rings"]))
        for code, shape in kept.items()
    }


@dataclass(frozen=True)
class Spot:
    """A city: degrees north and east, pickets held and scheduled, letters."""

    name: str
    latitude: float
    longitude: float
    held: int = 0
    scheduled: int = 0
    letters: int = 0
    number: int = 0


@dataclass(frozen=True)
class View:
    """From globe radii to px: x * scale + left, y * scale + top."""

    scale: float
    left: float
    top: float

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        x, y = equal_earth(longitude, latitude)
        return x * self.scale + self.left, y * self.scale + self.top


@dataclass(frozen=True)
class Disc:
    """Pickets of one city, or of several whose discs would touch. `solid`: at least one of them was held."""

    x: float
    y: float
    radius: float
    count: int
    solid: bool
    names: tuple[str, ...]
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    radius: float


@dataclass(frozen=True)
class Label:
    """Words with their top left corner."""

    x: float
    y: float
    words: str


def world_view(width: float, height: float) -> View:
    """The inhabited world, as large as the room allows, in its middle."""
    west, north, east, south = _WORLD
    x0, x1 = equal_earth(west, 0)[0], equal_earth(east, 0)[0]
    y0, y1 = equal_earth(0, north)[1], equal_earth(0, south)[1]
    scale = min(width / (x1 - x0), height / (y1 - y0))
    return View(scale, (width - scale * (x0 + x1)) / 2, (height - scale * (y0 + y1)) / 2)


def letter_dots(view: View, spots: Sequence[Spot], unit: float) -> tuple[Dot, ...]:
    """One dot a city, its area after the number of letters, between 1.5 and 9 units. The largest first, so that none hides."""
    dots = []
    for spot in sorted(spots, key=lambda spot: -spot.letters):
        if spot.letters:
            x, y = view.place(spot.latitude, spot.longitude)
            dots.append(Dot(x, y, unit * min(9.0, max(1.5, 0.3 * math.sqrt(spot.letters)))))
    return tuple(dots)


def picket_discs(view: View, spots: Sequence[Spot], radius: float) -> tuple[Disc, ...]:
    """Discs that do not touch: each city joins the first disc it would overlap. Cities with more pickets come first."""
    discs: list[Disc] = []
    ranked = sorted((spot for spot in spots if spot.held or spot.scheduled), key=lambda spot: (-spot.held, -spot.scheduled))
    for spot in ranked:
        x, y = view.place(spot.latitude, spot.longitude)
        new = Disc(x, y, radius, spot.held or spot.scheduled, spot.held > 0, (spot.name,), (spot.number,))
        at = next((i for i, disc in enumerate(discs) if math.dist((disc.x, disc.y), (x, y)) < 1.7 * radius), None)
        if at is None:
            discs.append(new)
        elif new.solid == discs[at].solid or not new.solid:
            discs[at] = _joined(discs[at], new)
    return tuple(discs)


def _joined(disc: Disc, new: Disc) -> Disc:
    """Pickets that are only scheduled add their name to a solid disc, not their number."""
    count = disc.count + (new.count if new.solid == disc.solid else 0)
    return Disc(disc.x, disc.y, disc.radius, count, disc.solid, (*disc.names, *new.names), (*disc.numbers, *new.numbers))


Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def disc_labels(
    discs: Sequence[Disc],
    words: Sequence[str],
    measure: Callable[[str], float],
    line: float,
    room: tuple[float, float],
) -> tuple[Label, ...]:
    """One label a disc at the first of eight sides where it covers nothing; none where all are taken."""
    taken = [(d.x - d.radius, d.y - d.radius, d.x + d.radius, d.y + d.radius) for d in discs]
    labels = []
    for disc, text in zip(discs, words, strict=True):
        width = measure(text)
        for x, y in _sides(disc, width, line):
            place = (x, y, x + width, y + line)
            inside = x >= 0 and y >= 0 and x + width <= room[0] and y + line <= room[1]
            if inside and not any(_meet(place, other) for other in taken):
                taken.append(place)
                labels.append(Label(x, y, text))
                break
    return tuple(labels)


def _sides(disc: Disc, width: float, line: float) -> list[tuple[float, float]]:
    """Left, right, above, below, then the four corners: top left corners of a label beside a disc."""
    gap, slant = disc.radius + 5, disc.radius * 0.6
    left, right, middle = disc.x - gap - width, disc.x + gap, disc.x - width / 2
    level, above, below = disc.y - line / 2, disc.y - gap - line + 3, disc.y + gap - 3
    corners = [
        (left + slant, above + slant),
        (right - slant, above + slant),
        (left + slant, below - slant),
        (right - slant, below - slant),
    ]
    return [(left, level), (right, level), (middle, above), (middle, below), *corners]


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
