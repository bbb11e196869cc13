"""Photos for print: only pixels go in, the same each time, decoded once while somebody writes, and never many whole ones kept."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image, ImageOps

from organizer.sheets import photo as photos
from organizer.sheets.photo import logo, photo
from organizer.sheets.typesetting.pictures import Picture


def jpeg(width: int = 1800, height: int = 1200, turned: int = 1) -> bytes:
    """A photo with grain, and with everything that a camera writes about itself."""
    grain = Image.frombytes("RGB", (60, 40), random.Random(7).randbytes(60 * 40 * 3)).resize((width, height))
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turned, "SecretCamera"
    out = BytesIO()
    grain.save(out, "JPEG", exif=exif, comment=b"SecretComment", dpi=(72, 72))
    return out.getvalue()


def shown(data: bytes, width: float = 100, height: float = 60, *, cmyk: bool = False) -> Picture:
    found = photo(data, width, height, cmyk=cmyk)
    assert found is not None
    return found[0]


@pytest.mark.parametrize("cmyk", [False, True])
def test_nothing_but_pixels_goes_in(cmyk: bool) -> None:
    for data in (shown(jpeg(), cmyk=cmyk).data, shown(jpeg(turned=6), cmyk=cmyk).data):
        assert b"Secret" not in data and b"Exif" not in data
    mark = logo(jpeg(), 20)
    assert mark is not None and b"Secret" not in mark.data


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_photo_is_turned_upright_and_cut_from_its_whole(turned: int) -> None:
    data = jpeg(1000, 700, turned)
    upright = ImageOps.exif_transpose(Image.open(BytesIO(data))).convert("RGB")
    picture = shown(data, 100, 60)
    wanted = ImageOps.fit(upright, (picture.width, picture.height), Image.Resampling.LANCZOS, centering=(0.5, 0.38))
    out = BytesIO()
    wanted.save(out, "JPEG", quality=84, comment=b"")
    assert picture.data == out.getvalue()


def test_a_photo_is_decoded_once_for_all_heights_and_cut_once_for_each() -> None:
    data = jpeg(1600, 1100)
    decoded = photos._opened.cache_info().misses
    first = shown(data, 100, 60)
    others = [shown(data, 100, height) for height in (58, 56, 60)]
    assert photos._opened.cache_info().misses == decoded + 1
    assert others[-1] is first and len({picture.height for picture in others}) == 3


def test_only_the_latest_photo_is_kept_whole() -> None:
    for width in (900, 1000, 1100, 1200, 1300, 1400):
        shown(jpeg(width, 800))
    assert photos._opened.cache_info().currsize == 1
    assert photo.cache_info().currsize <= 4


def test_a_logo_beside_a_photo_does_not_let_it_be_decoded_again() -> None:
    picture, mark = jpeg(1500, 900), jpeg(300, 300)
    for height in (50, 51):
        shown(picture, 100, height)
        assert logo(mark, 12) is not None
    decoded = photos._opened.cache_info().misses
    for height in (52, 53):
        shown(picture, 100, height)
        assert logo(mark, 12) is not None
    assert photos._opened.cache_info().misses == decoded
