"""Pictures: taken in as pixels only. Decoded within bounds, turned upright, copied to a fresh canvas; no metadata comes along."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from organizer.errors import UserError
from organizer.i18n import _
from organizer.records.attachment import Attachment
from organizer.records.base import Record
from organizer.store.change import Change
from organizer.store.tables import PICTURE

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
_READ = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_PHOTOS = ("JPEG", "MPO")
"""Phones put a second picture behind the first: that is MPO, and is opened as JPEG."""
_MODES = {"1": "L", "L": "L", "LA": "RGBA", "RGB": "RGB", "RGBA": "RGBA"}
_DEEP_GREYS = ("I;16", "I;16B", "I;16L", "I")
"""Of 16 bits: what scanners write."""


@dataclass(frozen=True)
class CleanPicture:
    """Encoded pixels and nothing else; width and height in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def clean(data: bytes) -> CleanPicture:
    """The picture anew. Photos come out as JPEG, everything else as PNG. UserError for what is no picture or too large."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data), formats=_READ) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise too_large()
            photo = picture.format in _PHOTOS
            canvas = _fresh(ImageOps.exif_transpose(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise too_large() from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
        raise UserError(
            _("This picture cannot be read."), _("Save it anew as JPEG or PNG in a picture program, and choose that file.")
        ) from fault
    return CleanPicture(_encoded(canvas, photo), "image/jpeg" if photo else "image/png", canvas.width, canvas.height)


def too_large() -> UserError:
    return UserError(
        _("This picture has more than 50 million points, too many for any sheet."),
        _("Make it smaller in a picture program first."),
    )


def _fresh(picture: Image) -> Image:
    from PIL import Image

    if picture.mode in _DEEP_GREYS:
        # Pillow cuts such greys off at 255 instead of scaling them
        picture = picture.convert("I").point(lambda grey: grey * (1 / 257) + 0.5).convert("L")
    mode = _MODES.get(picture.mode, "RGBA" if "transparency" in picture.info else "RGB")
    canvas = Image.new(mode, picture.size)
    canvas.paste(picture.convert(mode))
    return canvas


def _encoded(canvas: Image, photo: bool) -> bytes:
    out = io.BytesIO()
    if photo:
        canvas.save(out, "JPEG", quality=92, subsampling=0, optimize=True)
    else:
        canvas.save(out, "PNG", optimize=True)
    return out.getvalue()


def keep(change: Change, picture: CleanPicture, *, name: str, owner: Record | None, faces: str = "") -> Attachment:
    """Put a picture into the file as part of a change. Equal pixels are kept once. `faces`: a key of `Attachment.FACES`."""
    sha256 = hashlib.sha256(picture.data).hexdigest()
    change.connection.execute(insert(PICTURE).values(sha256=sha256, pixels=picture.data).on_conflict_do_nothing())
    attachment = Attachment(
        name=name,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        sha256=sha256,
        owner_kind=type(owner).KIND if owner is not None else "",
        owner_uid=owner.uid if owner is not None else "",
        faces=faces,
    )
    return change.save(attachment)


def pixels(connection: Connection, attachment_id: int) -> bytes | None:
    """The encoded picture of an attachment; None when there is none of this id."""
    found = select(PICTURE.c.pixels).join(Attachment, Attachment.sha256 == PICTURE.c.sha256).where(Attachment.id == attachment_id)
    data: bytes | None = connection.execute(found).scalar()
    return data
