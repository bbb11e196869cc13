"""Covered faces: what made them out is not in the picture any more; around them, and in what is cropped, nothing changes."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from organizer.errors import UserError
from organizer.store.attachments import CleanPicture, clean, retouched
from organizer.store.covering import MOST_CELLS, Area, Box, cells, tone

FACE = Box(40, 24, 96, 120)
Make = Callable[[], bytes]


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def opened(picture: CleanPicture | bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture if isinstance(picture, bytes) else picture.data))


def street(seed: int = 5, size: tuple[int, int] = (240, 200)) -> Image.Image:
    """Something with edges and grain everywhere, as a photo has."""
    chance, picture = random.Random(seed), Image.effect_noise(size, 40).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for _each in range(30):
        x, y = chance.randrange(size[0]), chance.randrange(size[1])
        colour = (chance.randrange(256), chance.randrange(256), chance.randrange(256))
        draw.ellipse((x, y, x + chance.randrange(8, 60), y + chance.randrange(8, 60)), fill=colour)
    return picture


def with_the_same_means(picture: Image.Image, box: Box, chance: random.Random) -> Image.Image:
    """Another face in the same place: the pixels of every cell in another order."""
    other = picture.copy()
    for cell in cells(box.width, box.height):
        place = (box.left + cell.left, box.top + cell.top, box.left + cell.right, box.top + cell.bottom)
        part = picture.crop(place)
        pixels = [part.getpixel((x, y)) for y in range(part.height) for x in range(part.width)]
        chance.shuffle(pixels)
        part.putdata(pixels)
        other.paste(part, place)
    return other


@pytest.mark.parametrize("seed", range(5))
def test_two_faces_with_the_same_means_come_out_the_same_to_the_byte(seed: int) -> None:
    chance = random.Random(seed)
    box = Box(chance.randrange(100), chance.randrange(80), chance.randrange(10, 120), chance.randrange(10, 110))
    one = street(seed)
    other = with_the_same_means(one, box, chance)
    assert ImageChops.difference(one, other).getbbox()
    covered = [retouched(encoded(face), areas=[Area(box, round=False)]).data for face in (one, other)]
    assert covered[0] == covered[1]


def test_under_an_ellipse_too_nothing_but_the_means_is_left() -> None:
    one = street()
    other = with_the_same_means(one, FACE, random.Random(1))
    mask = Image.new("1", (FACE.width, FACE.height))
    ImageDraw.Draw(mask).ellipse((0, 0, FACE.width - 1, FACE.height - 1), fill=1)
    inside = [opened(retouched(encoded(face), areas=[Area(FACE)])).crop(edges(FACE)) for face in (one, other)]
    difference = ImageChops.difference(inside[0], inside[1])
    assert Image.composite(difference, Image.new("RGB", difference.size), mask).getbbox() is None
    assert difference.getbbox(), "outside of the ellipse the faces still differ"


def test_of_an_area_at_most_six_by_six_flat_cells_are_left() -> None:
    data = encoded(street(size=(900, 900)))
    for size in (40, 100, 333, 800):
        box = Box(30, 30, size, size)
        part = opened(retouched(data, areas=[Area(box, round=False)])).crop(edges(box))
        assert len(part.getcolors(1_000_000) or ()) <= MOST_CELLS**2
    assert len(cells(800, 100)) == MOST_CELLS and len(cells(12, 12)) == len(cells(3, 5)) == 1


def test_cells_lie_side_by_side_over_the_whole_area() -> None:
    for width, height in ((1, 1), (7, 90), (96, 120), (401, 399)):
        found = cells(width, height)
        assert sum(cell.width * cell.height for cell in found) == width * height
        assert min(min(cell.width, cell.height) for cell in found) >= 1


def test_a_tone_leans_to_that_of_the_whole_area_in_sixteen_steps() -> None:
    assert tone((0.0, 128.0, 255.0), (100.0, 128.0, 255.0)) == (51, 136, 255)
    assert {tone((float(grey),), (0.0,))[0] % 17 for grey in range(256)} == {0}


def test_around_a_face_in_a_drawing_every_pixel_stays() -> None:
    before = street()
    after = opened(retouched(encoded(before), areas=[Area(FACE)]))
    difference = ImageChops.difference(before, after.convert("RGB"))
    left, top, right, bottom = difference.getbbox() or (0, 0, 0, 0)
    assert left >= FACE.left and top >= FACE.top and right <= FACE.right and bottom <= FACE.bottom


def test_around_a_face_in_a_photo_no_more_changes_than_jpeg_takes_anyway() -> None:
    photo = clean(encoded(street(size=(640, 480)), "JPEG", quality=92)).data
    box = Box(80, 80, 160, 160)
    difference = ImageChops.difference(opened(photo), opened(retouched(photo, areas=[Area(box)])))
    difference.paste((0, 0, 0), edges(box))
    assert max(most for _least, most in difference.getextrema()) <= 12
    assert max(ImageStat.Stat(difference).mean) < 0.5


def test_one_area_over_another_reads_what_was_painted_there() -> None:
    first, second = Area(Box(40, 24, 80, 80), round=False), Area(Box(47, 31, 80, 80), round=False)
    one = street()
    other = with_the_same_means(one, first.box, random.Random(3))
    both = [retouched(encoded(face), areas=[first, second]).data for face in (one, other)]
    assert both[0] == both[1]


def test_a_frame_cuts_and_what_lies_beyond_is_gone() -> None:
    before = street()
    cut = retouched(encoded(before), frame=Box(20, 30, 100, 90))
    assert (cut.width, cut.height) == opened(cut).size == (100, 90)
    assert ImageChops.difference(before.crop((20, 30, 120, 120)), opened(cut)).getbbox() is None
    beyond = retouched(encoded(before), frame=Box(200, 150, 500, 500))
    assert (beyond.width, beyond.height) == (40, 50)


def test_an_area_at_the_edge_or_beyond_covers_what_there_is() -> None:
    data = encoded(street())
    assert retouched(data, areas=[Area(Box(-50, -50, 90, 90))]).width == 240
    assert opened(retouched(data, areas=[Area(Box(900, 900, 40, 40))])).tobytes() == opened(clean(data)).tobytes()


def turned() -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "Anna Example"
    return encoded(street(size=(200, 240)), "JPEG", exif=exif, quality=95)


def cmyk() -> bytes:
    return encoded(street().convert("CMYK"), "JPEG")


def see_through() -> bytes:
    picture = street().convert("RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    return encoded(picture)


def deep_grey() -> bytes:
    return encoded(street().convert("L").convert("I").point(lambda grey: grey * 257).convert("I;16"))


def bitmap() -> bytes:
    return encoded(street().convert("1"))


def indexed() -> bytes:
    return encoded(street().quantize(32), "GIF")


@pytest.mark.parametrize("make", [turned, cmyk, see_through, deep_grey, bitmap, indexed])
def test_every_kind_of_picture_is_turned_upright_covered_and_told_of_nothing_else(make: Make) -> None:
    covered = retouched(make(), areas=[Area(FACE, round=False)])
    picture = opened(covered)
    assert picture.size == (240, 200) and picture.mode in ("L", "RGB", "RGBA")
    assert not picture.getexif() and b"Anna" not in covered.data
    middle = picture.crop((FACE.left + 42, FACE.top + 44, FACE.left + 54, FACE.top + 56))
    assert max(most - least for least, most in picture_extrema(middle)) <= 4, "the middle of one cell is flat"


def picture_extrema(picture: Image.Image) -> list[tuple[int, int]]:
    found = picture.getextrema()
    return [found] if isinstance(found[0], int | float) else list(found)  # type: ignore[list-item]


def test_a_covered_area_is_not_transparent() -> None:
    picture = opened(retouched(see_through(), areas=[Area(FACE, round=False)])).crop(edges(FACE))
    assert picture.getextrema()[3] == (255, 255)


def test_nothing_is_left_beneath_what_was_rubbed_out() -> None:
    rubbed = street().convert("RGBA")
    rubbed.putalpha(0)
    assert opened(clean(encoded(rubbed))).convert("RGBA").getcolors() == [(240 * 200, (0, 0, 0, 0))]


@pytest.mark.parametrize("data", [b"", b"no picture", encoded(street())[:200]])
def test_what_is_no_picture_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        retouched(data, areas=[Area(FACE)])


def edges(box: Box) -> tuple[int, int, int, int]:
    return box.left, box.top, box.right, box.bottom
