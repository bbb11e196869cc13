"""The drawn crowd that stands in for a photo: a soft sky of two greys and outlines before it, in the campaign's colours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from organizer import paths
from organizer.sheets.typesetting.colours import Colour, Palette
from organizer.sheets.typesetting.geometry import Box
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.pictures import Picture

SIZE = (1820.0, 1240.0)
_SKY_SIZE = (728, 496)
_SKY_SHARE = 0.25
_MIDDLE_GREY = 110
_MIDDLE, _NEAR = 78 / _MIDDLE_GREY, 0.05
_PATH = re.compile(r'id="(\w+)"[^>]*? d="([^"]*)"')
_STEP = re.compile(r"([MLZ])\s*(?:(-?[\d.]+) (-?[\d.]+))?")
_OPERATORS = {"M": "m", "L": "l", "Z": "h"}


class _Outlines(NamedTuple):
    """Path operators in the units of the drawing, y downwards."""

    middle: str
    near: str


def draw_crowd(page: Page, palette: Palette, box: Box) -> None:
    """The crowd over the whole box; what does not fit is cut off, some of the sky and then the lower end."""
    width, height = SIZE
    scale = max(box.w / width, box.h / height)
    w, h = width * scale, height * scale
    whole = Box(box.x + (box.w - w) / 2, box.y - min(_SKY_SHARE * h, h - box.h), w, h)
    page.picture(_sky(palette, page.cmyk), whole, clip=box)
    dark, middle = _tones(palette)
    outlines = _outlines()
    page.outlines(outlines.middle, dark.blend(middle, _MIDDLE), SIZE, whole, clip=box)
    page.outlines(outlines.near, dark.blend(middle, _NEAR), SIZE, whole, clip=box)


def _tones(palette: Palette) -> tuple[Colour, Colour]:
    return palette.night, palette.accent.blend(palette.night, 0.12)


@lru_cache(maxsize=8)
def _sky(palette: Palette, cmyk: bool) -> Picture:
    """Greys of the file are looked up in a ramp, so that the file is the same for all colours."""
    dark, middle = _tones(palette)
    light = palette.signal.blend(palette.white, 0.5)
    ramp = bytearray()
    for grey in range(256):
        below = grey < _MIDDLE_GREY
        share = grey / _MIDDLE_GREY if below else (grey - _MIDDLE_GREY) / (255 - _MIDDLE_GREY)
        colour = dark.blend(middle, share) if below else middle.blend(light, share)
        ramp += bytes(round(255 * part) for part in (colour.cmyk if cmyk else colour.rgb))
    data = (paths.resources() / "sheets" / "crowd-sky.jpg").read_bytes()
    return Picture(data, *_SKY_SIZE, "DeviceCMYK" if cmyk else "DeviceRGB", bytes(ramp))


@lru_cache(maxsize=1)
def _outlines() -> _Outlines:
    drawing = (paths.resources() / "sheets" / "crowd.svg").read_text("utf-8")
    found = dict(_PATH.findall(drawing))
    return _Outlines(*(_operators(found[name]) for name in _Outlines._fields))


def _operators(path: str) -> str:
    return " ".join(f"{x} {y} {_OPERATORS[step]}".strip() for step, x, y in _STEP.findall(path))
