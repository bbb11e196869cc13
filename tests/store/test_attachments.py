"""Pictures come in as pixels and nothing else; what is no picture, or too large a one, is refused in words."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image, PngImagePlugin
from sqlalchemy import select

from organizer.errors import MissingRecord, UserError
from organizer.records.attachment import Attachment, attachments_of
from organizer.records.leaflet import Leaflet
from organizer.store.store import Store
from tests import factories

SECRET = b"51.4952 N 0.1743 W Anna Example"


def photo(size: tuple[int, int] = (60, 40), orientation: int = 1) -> bytes:
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, 10, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = SECRET.decode()
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET, quality=95)
    return out.getvalue()


def drawing() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SECRET.decode())
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def bomb() -> bytes:
    """A PNG that says it has 400 million points."""
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"IDAT" + zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (chunk, data, b"IEND")
    )


@pytest.mark.parametrize("data", [photo(), drawing()], ids=["photo", "drawing"])
def test_no_metadata_comes_in(store: Store, data: bytes) -> None:
    assert SECRET in data
    kept = store.pixels(store.attach(data, "picture", None).id)
    assert SECRET not in kept
    with Image.open(io.BytesIO(kept)) as picture:
        assert not picture.getexif()
        assert not {"exif", "comment", "Author", "icc_profile", "xmp"} & picture.info.keys()


def test_a_photo_taken_sideways_is_turned_upright(store: Store) -> None:
    attachment = store.attach(photo((60, 40), orientation=6), "picture", None)
    assert (attachment.width, attachment.height) == (40, 60)
    with Image.open(io.BytesIO(store.pixels(attachment.id))) as picture:
        red, green, _blue = picture.getpixel((37, 3))  # type: ignore[misc]
    assert red > 200 > 100 > green


def test_a_drawing_stays_transparent(store: Store) -> None:
    attachment = store.attach(drawing(), "picture", None)
    with Image.open(io.BytesIO(store.pixels(attachment.id))) as picture:
        assert (attachment.media_type, picture.mode, picture.getpixel((3, 3))) == ("image/png", "RGBA", (0, 0, 0, 0))


@pytest.mark.parametrize("data", [b"", b"not a picture", photo()[:300], drawing()[:60]])
def test_what_is_no_whole_picture_is_refused(store: Store, data: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        store.attach(data, "picture", None)


def test_a_picture_of_too_many_points_is_refused_before_it_is_decoded(store: Store) -> None:
    with pytest.raises(UserError, match="50 million points"):
        store.attach(bomb(), "picture", None)


def test_a_picture_belongs_to_its_record_and_goes_and_comes_back_with_it(store: Store) -> None:
    picket = factories.picket(store)
    attachment = store.attach(photo(), "banner", picket)
    pixels = store.pixels(attachment.id)
    assert [found.name for found in store.records(attachments_of("picket", picket.uid))] == ["banner"]
    store.delete(picket)
    with pytest.raises(MissingRecord):
        store.pixels(attachment.id)
    store.undo()
    assert store.pixels(attachment.id) == pixels


def test_a_record_that_shows_its_own_picture_is_deleted_with_it_and_comes_back(store: Store) -> None:
    leaflet = factories.leaflet(store)
    leaflet.photo_id = store.attach(photo(), "crowd", leaflet).id
    leaflet = store.save(leaflet)
    store.delete(leaflet)
    assert store.records(select(Attachment)) == []
    store.undo()
    assert store.get(Leaflet, leaflet.id).photo_id == leaflet.photo_id


def test_a_picture_that_another_record_shows_stays_when_its_first_owner_goes(store: Store) -> None:
    first = factories.leaflet(store)
    picture = store.attach(photo(), "crowd", first)
    copied = factories.leaflet(store, photo_id=picture.id)
    store.delete(first)
    assert store.pixels(picture.id) and store.get(Leaflet, copied.id).photo_id == picture.id


def test_a_phones_photo_with_a_second_picture_behind_it_stays_a_photo(store: Store) -> None:
    behind = io.BytesIO()
    grain = Image.effect_noise((64, 48), 60).convert("RGB")
    grain.save(behind, "MPO", save_all=True, append_images=[grain])
    assert store.attach(behind.getvalue(), "street", None).media_type == "image/jpeg"


def test_a_scan_of_sixteen_bits_keeps_its_greys(store: Store) -> None:
    scan, data = Image.new("I;16", (3, 1)), io.BytesIO()
    for x, grey in enumerate((0, 30_000, 65_535)):
        scan.putpixel((x, 0), grey)
    scan.save(data, "PNG")
    kept = Image.open(io.BytesIO(store.pixels(store.attach(data.getvalue(), "scan", None).id)))
    assert [kept.getpixel((x, 0)) for x in range(3)] == [0, 117, 255]
