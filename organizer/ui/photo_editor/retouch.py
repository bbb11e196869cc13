"""What is edited and what was asked for: a photo with all that is known of it, and the frame, areas and answers given for it."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from hashlib import blake2b
from typing import Any

from organizer.store.covering import Area, Box
from organizer.ui.photo_editor.framing import Size, whole


@dataclass(frozen=True)
class Subject:
    """A photo to edit. `in_file`: its pixels lie in the file, and may be asked to leave it. `shape`: width by height of its place
    on a sheet, None where nobody knows; `printed_mm` how wide it stands there. `others`: how many leaflets change with it.
    """

    data: bytes
    name: str
    size: Size
    faces: str = ""
    in_file: bool = False
    shape: float | None = None
    printed_mm: float | None = None
    others: int = 0
    backups: int = 0

    def mark(self) -> str:
        """By which its pixels are known again, wherever they lie."""
        return blake2b(self.data, digest_size=8).hexdigest()


@dataclass(frozen=True)
class Retouch:
    """What was asked for. `frame` is the whole picture where nothing is cut off."""

    frame: Box
    areas: tuple[Area, ...] = ()
    faces: str = ""
    keep_original: bool = False

    @classmethod
    def of(cls, subject: Subject) -> Retouch:
        return cls(whole(subject.size), faces=subject.faces)

    def raw(self) -> dict[str, Any]:
        """As a draft keeps it."""
        areas = [[*astuple(area.box), area.round] for area in self.areas]
        return {"frame": list(astuple(self.frame)), "areas": areas, "faces": self.faces}

    @classmethod
    def from_raw(cls, raw: dict[str, Any]) -> Retouch:
        areas = tuple(Area(Box(*area[:4]), bool(area[4])) for area in raw["areas"])
        return cls(Box(*raw["frame"]), areas, str(raw["faces"]))

    def cut(self, size: Size) -> Box | None:
        """The frame, None where it cuts nothing off."""
        return None if self.frame == whole(size) else self.frame

    def changes_pixels(self, size: Size) -> bool:
        return bool(self.areas) or self.cut(size) is not None

    def with_area(self, place: int, area: Area) -> Retouch:
        return replace(self, areas=(*self.areas[:place], area, *self.areas[place + 1 :]))

    def without_area(self, place: int) -> Retouch:
        return replace(self, areas=(*self.areas[:place], *self.areas[place + 1 :]))
