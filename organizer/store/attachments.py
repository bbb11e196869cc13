"""Pictures: taken in as pixels only. Decoded within bounds, turned upright, copied to a fresh canvas; no metadata comes along.

Cropping and covering faces make new pixels in the same way; see `covering` for what makes a cover safe.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from organizer.records.attachment import Attachment, same_pixels
from organizer.records.base import Record
from organizer.store import decoding, originals
from organizer.store.change import Change
from organizer.store.covering import Area, Box, cells, tone
from organizer.store.tables import PICTURE

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class CleanPicture:
    """Encoded pixels and nothing else; width and height in pixels."""

    data: bytes
    media_type: str
    width: int
    height: int


def clean(data: bytes) -> CleanPicture:
    """The picture anew. Photos come out as JPEG, everything else as PNG. UserError for what is no picture or too large."""
    return _finished(*_decoded(data))


def retouched(data: bytes, *, frame: Box | None = None, areas: Sequence[Area] = ()) -> CleanPicture:
    """The picture anew with faces covered and cut to a frame, both in pixels of the upright picture. UserError as `clean`.

    Outside of the areas drawings stay as they are to the pixel, photos but for what JPEG takes once more.
    """
    canvas, photo = _decoded(data)
    for area in areas:
        _cover(canvas, area)
    inside = frame.within(*canvas.size) if frame is not None else None
    if inside is not None:
        canvas = canvas.crop((inside.left, inside.top, inside.right, inside.bottom))
    return _finished(canvas, photo)


def clean_pixels(mode: str, size: tuple[int, int], pixels: bytes, *, turned: int, photo: bool) -> CleanPicture:
    """The picture of raw pixels that were decoded elsewhere; see `decoding.Raw`."""
    return _finished(decoding.upright(mode, size, pixels, turned), photo)


def _decoded(data: bytes) -> tuple[Image, bool]:
    """A fresh upright canvas, and whether it was a photo."""
    raw = decoding.raw(data)
    return decoding.upright(raw.mode, (raw.width, raw.height), b"".join(raw.rows), raw.turned), raw.photo


def _finished(canvas: Image, photo: bool) -> CleanPicture:
    return CleanPicture(_encoded(canvas, photo), "image/jpeg" if photo else "image/png", canvas.width, canvas.height)


def _cover(canvas: Image, area: Area) -> None:
    """Paint flat cells over an area. One that overlaps another reads what was painted there: two grids tell no more than one."""
    from PIL import Image, ImageDraw

    box = area.box.within(*canvas.size)
    if box is None:
        return
    edges = (box.left, box.top, box.right, box.bottom)
    under, painted = _on_white(canvas.crop(edges)), Image.new(canvas.mode, (box.width, box.height))
    whole, full = _mean(under), (255,) if canvas.mode == "RGBA" else ()
    for cell in cells(box.width, box.height):
        place = (cell.left, cell.top, cell.right, cell.bottom)
        painted.paste((*tone(_mean(under.crop(place)), whole), *full), place)
    # A mask of all or nothing: a soft edge would mix the face in
    mask = Image.new("1", painted.size, not area.round)
    if area.round:
        left, top = box.left - area.box.left, box.top - area.box.top
        ImageDraw.Draw(mask).ellipse((-left, -top, area.box.width - left - 1, area.box.height - top - 1), fill=1)
    canvas.paste(painted, edges, mask)


def _on_white(picture: Image) -> Image:
    from PIL import Image

    if picture.mode != "RGBA":
        return picture
    return Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")


def _mean(picture: Image) -> list[float]:
    """The exact mean of every channel, from counts: resampling rounds on its way, and what it rounds would tell faces apart."""
    from PIL import ImageStat

    return ImageStat.Stat(picture).mean


def _encoded(canvas: Image, photo: bool) -> bytes:
    out = io.BytesIO()
    if photo:
        canvas.save(out, "JPEG", quality=92, subsampling=0, optimize=True)
    else:
        canvas.save(out, "PNG", optimize=True)
    return out.getvalue()


def keep(change: Change, picture: CleanPicture, *, name: str, owner: Record | None, faces: str = "") -> Attachment:
    """Put a picture into the file as part of a change. Equal pixels are kept once. `faces`: a key of `Attachment.FACES`."""
    attachment = Attachment(
        name=name,
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        sha256=_put(change, picture),
        owner_kind=type(owner).KIND if owner is not None else "",
        owner_uid=owner.uid if owner is not None else "",
        faces=faces,
    )
    return change.save(attachment)


def exchange(change: Change, photo: Attachment, picture: CleanPicture, *, faces: str, keep_original: bool) -> None:
    """Give an attachment other pixels, and every other one that shows the same: a face covered here is covered everywhere.

    Without `keep_original` the pixels of before leave the file in this very step; undo knows them until the file is closed.
    """
    before, same, sha256 = photo.sha256, change.records(same_pixels(photo)), _put(change, picture)
    for each in (photo, *same):
        each.sha256, each.media_type, each.faces = sha256, picture.media_type, faces
        each.width, each.height = picture.width, picture.height
        change.save(each)
    if not keep_original and before != sha256:
        originals.let_go(change.connection, before, photo)


def _put(change: Change, picture: CleanPicture) -> str:
    """Put pixels into the file; their checksum."""
    sha256 = hashlib.sha256(picture.data).hexdigest()
    change.connection.execute(insert(PICTURE).values(sha256=sha256, pixels=picture.data).on_conflict_do_nothing())
    return sha256


def pixels(connection: Connection, attachment_id: int) -> bytes | None:
    """The encoded picture of an attachment; None when there is none of this id."""
    found = select(PICTURE.c.pixels).join(Attachment, Attachment.sha256 == PICTURE.c.sha256).where(Attachment.id == attachment_id)
    data: bytes | None = connection.execute(found).scalar()
    return data
