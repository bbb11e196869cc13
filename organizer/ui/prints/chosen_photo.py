"""A photo chosen for a leaflet: in the file already, or taken in as clean pixels and waiting to be saved."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from organizer.exchange.photos_in import read_photo
from organizer.i18n import N_, _
from organizer.store.attachments import CleanPicture, retouched
from organizer.ui.photo_editor.retouch import Retouch, Subject

PRINTED_MM = 154.0
"""How wide a photo is printed, with the bleed on both sides."""
USUAL_SHAPE = PRINTED_MM / 84
"""Width by height of its place on a leaflet, until the page has told."""
_SECOND = {
    "": N_("{dots} ppi, no place or camera kept"),
    "none": N_("{dots} ppi, nobody can be recognised"),
    "covered": N_("{dots} ppi, faces are covered"),
    "agreed": N_("{dots} ppi, all who can be recognised agreed"),
}


@dataclass(frozen=True)
class Chosen:
    """A picture in the form: in the file already (`id`), or clean and waiting to be saved with the leaflet.

    `faces` is what somebody who looked for faces says of them: a key of `Attachment.FACES`.
    """

    name: str
    width: int
    height: int
    data: bytes
    id: int | None = None
    picture: CleanPicture | None = None
    faces: str = ""

    @classmethod
    def waiting(cls, name: str, picture: CleanPicture, faces: str = "") -> Chosen:
        return cls(name, picture.width, picture.height, picture.data, picture=picture, faces=faces)

    def dots(self) -> int:
        """Dots an inch at the width it is printed."""
        return round(self.width / (PRINTED_MM / 25.4))

    def second_line(self) -> str:
        """How sharp it is printed, and what is known of those in it."""
        return _(_SECOND[self.faces]).format(dots=self.dots())

    def retouched(self, asked: Retouch) -> Chosen:
        """It edited while it waits. What was only said of it leaves its pixels alone. May be called on any thread."""
        size = (self.width, self.height)
        if not asked.changes_pixels(size):
            return replace(self, faces=asked.faces)
        return Chosen.waiting(self.name, retouched(self.data, frame=asked.cut(size), areas=asked.areas), asked.faces)

    def subject(self, shape: float) -> Subject:
        """What the photo editor is opened on while it waits."""
        size = (self.width, self.height)
        return Subject(self.data, self.name, size, self.faces, shape=shape, printed_mm=PRINTED_MM)

    def raw(self) -> dict[str, Any]:
        """As a draft keeps it."""
        if self.picture is None:
            return {"id": self.id}
        picture = self.picture
        pixels = base64.b64encode(picture.data).decode("ascii")
        size = {"width": picture.width, "height": picture.height}
        return {"name": self.name, "type": picture.media_type, "pixels": pixels, "faces": self.faces, **size}

    @classmethod
    def from_raw(cls, raw: Any) -> Chosen:
        """One that waits, out of a draft."""
        picture = CleanPicture(base64.b64decode(raw["pixels"]), raw["type"], raw["width"], raw["height"])
        return cls.waiting(raw["name"], picture, raw.get("faces", ""))


def read_picture(path: Path) -> Chosen:
    """A picture file as clean pixels. UserError: it cannot be read, is no picture, or too large."""
    return Chosen.waiting(path.name, read_photo(path))
