"""Decoding pictures of strangers: whatever format they come in, raw rows of pixels go out, and nothing else comes along.

Pillow alone is loaded here, so that it can be done in a process of its own, and some rows at a time: even of a large photo there
is but one copy.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from organizer.errors import UserError
from organizer.i18n import _

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 50_000_000
BANDS = {"L": 1, "RGB": 3, "RGBA": 4}
"""The modes that pixels come in, and bytes a pixel."""
_READ = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
_PHOTOS = ("JPEG", "MPO")
"""Phones put a second picture behind the first: that is MPO, and is opened as JPEG."""
_MODES = {"1": "L", "L": "L", "LA": "RGBA", "RGB": "RGB", "RGBA": "RGBA"}
_DEEP_GREYS = ("I;16", "I;16B", "I;16L", "I")
"""Of 16 bits: what scanners write."""
_ORIENTATION = 0x0112
_AT_ONCE = 4_000_000
"""In pixels."""


@dataclass(frozen=True)
class Raw:
    """A picture as it lies in its file; `turned` is the Exif orientation that makes it upright, 1 for none."""

    mode: str
    width: int
    height: int
    turned: int
    photo: bool
    rows: Iterator[bytes]


def warm_up() -> None:
    """Import all readers, for a process that may open no file later."""
    from PIL import Image

    Image.init()


def raw(data: bytes) -> Raw:
    """Decode a picture. UserError for what is no picture or too large."""
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(io.BytesIO(data), formats=_READ)
        if picture.width * picture.height > MOST_PIXELS:
            raise too_large()
        photo, turned = picture.format in _PHOTOS, picture.getexif().get(_ORIENTATION, 1)
        picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise too_large() from fault
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, *_MISREAD) as fault:
        raise unreadable() from fault
    return Raw(_mode_of(picture), picture.width, picture.height, turned if turned in range(1, 9) else 1, photo, _rows(picture))


_MISREAD = (struct.error, KeyError, IndexError, TypeError, AttributeError, ArithmeticError, NotImplementedError)
"""What Pillow's readers raise over files that lie about themselves."""


def _mode_of(picture: Image) -> str:
    if picture.mode in _DEEP_GREYS:
        return "L"
    return _MODES.get(picture.mode, "RGBA" if "transparency" in picture.info else "RGB")


def _rows(picture: Image) -> Iterator[bytes]:
    mode, step = _mode_of(picture), max(1, _AT_ONCE // max(1, picture.width))
    for top in range(0, picture.height, step):
        yield _plain(picture.crop((0, top, picture.width, min(top + step, picture.height))), mode).tobytes()


def _plain(part: Image, mode: str) -> Image:
    from PIL import Image

    if part.mode in _DEEP_GREYS:
        # Pillow cuts such greys off at 255 instead of scaling them
        part = part.convert("I").point(lambda grey: grey * (1 / 257) + 0.5).convert("L")
    part = part.convert(mode)
    if mode != "RGBA":
        return part
    # Under what is transparent there may still lie colours, of a face that somebody rubbed out
    return Image.alpha_composite(Image.new(mode, part.size), part)


def upright(mode: str, size: tuple[int, int], pixels: bytes, turned: int) -> Image:
    """A fresh canvas from raw pixels, turned as their file said. The pixels must be as many as the size says."""
    from PIL import Image

    ways = Image.Transpose
    turns = (
        ways.FLIP_LEFT_RIGHT,
        ways.ROTATE_180,
        ways.FLIP_TOP_BOTTOM,
        ways.TRANSPOSE,
        ways.ROTATE_270,
        ways.TRANSVERSE,
        ways.ROTATE_90,
    )
    canvas = Image.frombytes(mode, size, pixels)
    return canvas.transpose(turns[turned - 2]) if turned > 1 else canvas


def too_large() -> UserError:
    return UserError(
        _("This picture has more than 50 million points, too many for any sheet."),
        _("Make it smaller in a picture program first."),
    )


def unreadable() -> UserError:
    return UserError(
        _("This picture cannot be read."), _("Save it anew as JPEG or PNG in a picture program, and choose that file.")
    )
