"""What every sheet gives back: PDF bytes and notes for the person who is about to print them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Level = Literal["stop", "look", "good"]


class Place(NamedTuple):
    """Where on the sheet: page from 1, and mm from the top left of the sheet."""

    page: int
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Note:
    """`stop` must be mended before printing, `look` may be printed, `good` says what was checked.

    `field` is the content's field, empty for the whole sheet.
    """

    level: Level
    field: str
    sentence: str
    place: Place | None = None


@dataclass(frozen=True)
class Sheet:
    """A finished sheet. `size_mm` is the size of the paper, without bleed."""

    pdf: bytes
    notes: tuple[Note, ...]
    pages: int
    size_mm: tuple[float, float]

    @property
    def stopped(self) -> bool:
        """Whether something must be mended before it is printed."""
        return any(note.level == "stop" for note in self.notes)
