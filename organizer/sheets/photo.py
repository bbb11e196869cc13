"""Pictures for print: clean pixels at 300 dots an inch, cut to their place, without anything a camera wrote into them."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageOps, UnidentifiedImageError

from organizer.sheets.typesetting.pictures import Picture

_PER_MM = 300 / 25.4
_QUALITY = 84
_HIGHEST = 0.38
_UNREADABLE = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError)
# Of 16 bits, what scanners write: Pillow would turn all of it white.
_DEEP_GREYS = ("I;16", "I;16B", "I;16L", "I")


@lru_cache(maxsize=4)
def photo(data: bytes, width_mm: float, height_mm: float, *, cmyk: bool, grey: bool = False) -> tuple[Picture, float] | None:
    """The photo cut to the shape, and its dots an inch as printed; None where the bytes are no picture."""
    image = _opened(data, round(width_mm * _PER_MM))
    if image is None:
        return None
    share = min(image.width / width_mm, image.height / height_mm)
    scale = min(1.0, _PER_MM / share)
    size = (max(1, round(width_mm * share * scale)), max(1, round(height_mm * share * scale)))
    cut = ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(0.5, _HIGHEST))
    return _encoded(cut.convert("L" if grey else "CMYK" if cmyk else "RGB")), share * 25.4


@lru_cache(maxsize=8)
def logo(data: bytes, height_mm: float) -> Picture | None:
    """A logo on white, scaled to the height; None where the bytes are no picture."""
    image = _opened(data, round(height_mm * _PER_MM * 3))
    if image is None:
        return None
    image = image.copy()
    image.thumbnail((image.width, round(height_mm * _PER_MM)), Image.Resampling.LANCZOS)
    return _encoded(image)


@lru_cache(maxsize=1)
def _opened(data: bytes, least_width: int) -> Image.Image | None:
    """Upright RGB pixels on white, reduced while decoding where the file allows it. Only the latest is kept: it may be large."""
    try:
        image: Image.Image = Image.open(io.BytesIO(data))
        image.draft("RGB", (least_width, least_width))
        image.load()
        ImageOps.exif_transpose(image, in_place=True)
        if image.mode in _DEEP_GREYS:
            image = image.convert("I").point(lambda value: value / 256).convert("L")
        if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
            image = image.convert("RGBA")
            ground = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(ground, image)
        return image if image.mode == "RGB" else image.convert("RGB")
    except _UNREADABLE:
        return None


def _encoded(image: Image.Image) -> Picture:
    """Pixels alone: unless told otherwise Pillow writes the comment of the file that they came from."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, comment=b"")
    space = {"CMYK": "DeviceCMYK", "L": "DeviceGray"}.get(image.mode, "DeviceRGB")
    return Picture(out.getvalue(), image.width, image.height, space, inverted=image.mode == "CMYK")
