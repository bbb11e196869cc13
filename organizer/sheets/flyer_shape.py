"""The shapes of flyers: their paper, who draws head and foot on it, and how the height is shared out."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.sheets.leaflet_foot import Foot
from organizer.sheets.leaflet_head import Head
from organizer.sheets.leaflet_trim import Trim


@dataclass(frozen=True)
class Shape:
    """Heights in mm: the most and the least room for the headline, the comfortable, most and least height of the picture,
    and the air above and below the text. `largest` is how much larger than wished the text may be set."""

    trim: Trim
    head: type[Head]
    foot: type[Foot]
    headline: tuple[float, float]
    picture: tuple[float, float, float]
    air: float
    largest: float = 1.3
