"""Reads PDFs back: fonts, colours, glyph codes, boxes, text in reading order, pixels, QR codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Any

import pikepdf
import pikepdf.pdfa
import pypdfium2
import zxingcpp
from PIL import Image

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\x02\ufffe]")
_HYPHEN_AT_LINE_END = re.compile("[-\u00ad\x02\ufffe]\r?\n")


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def saved(found: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    found.save(out)
    return out.getvalue()


def faults(pdf: bytes) -> list[str]:
    """What qpdf finds wrong with the file's syntax."""
    with opened(pdf) as found:
        return found.check_pdf_syntax()


def archive_faults(pdf: bytes) -> list[str]:
    """Why the file cannot be kept as PDF/A-2b."""
    try:
        with opened(pdf) as found:
            pikepdf.pdfa.save(found, BytesIO(), "2b")
    except pikepdf.pdfa.PdfaError as refused:
        return str(refused).splitlines()
    return []


def fonts(pdf: bytes) -> list[Any]:
    """Every font dictionary of every page and form."""
    with opened(pdf) as found:
        return [
            {
                "name": str(font.BaseFont),
                "kind": str(font.Subtype),
                "unicode": "/ToUnicode" in font,
                "embedded": "/DescendantFonts" in font and "/FontFile2" in font.DescendantFonts[0].FontDescriptor,
            }
            for resources in _resources(found)
            for font in (resources.get("/Font") or {}).values()
        ]


def _resources(found: pikepdf.Pdf) -> Iterator[Any]:
    for page in found.pages:
        resources = page.obj.get("/Resources", {})
        yield resources
        for form in (resources.get("/XObject") or {}).values():
            if form.get("/Subtype") == pikepdf.Name.Form:
                yield form.get("/Resources", {})


def _streams(found: pikepdf.Pdf) -> Iterator[Any]:
    for page in found.pages:
        yield page
        for form in (page.obj.get("/Resources", {}).get("/XObject") or {}).values():
            if form.get("/Subtype") == pikepdf.Name.Form:
                yield form


def operators(pdf: bytes) -> list[tuple[list[Any], str]]:
    with opened(pdf) as found:
        return [
            ([*operands], str(operator))
            for stream in _streams(found)
            for operands, operator in pikepdf.parse_content_stream(stream)
        ]


def codes_of_glyphs_missing(pdf: bytes) -> int:
    """How often a code is shown that stands for glyph 0, the box of fonts."""
    count = 0
    with opened(pdf) as found:
        for stream, resources in zip(_streams(found), _resources(found), strict=True):
            tables = {
                str(name): bytes(font.DescendantFonts[0].CIDToGIDMap.read_bytes())
                for name, font in (resources.get("/Font") or {}).items()
            }
            table = b""
            for operands, operator in pikepdf.parse_content_stream(stream):
                if str(operator) == "Tf":
                    table = tables[str(operands[0])]
                elif str(operator) == "TJ":
                    for string in operands[0]:
                        if isinstance(string, pikepdf.String):
                            count += _zeros(bytes(string), table)
    return count


def _zeros(shown: bytes, table: bytes) -> int:
    codes = [int.from_bytes(shown[k : k + 2], "big") for k in range(0, len(shown), 2)]
    return sum(1 for code in codes if int.from_bytes(table[2 * code : 2 * code + 2], "big") == 0)


def smallest_type(pdf: bytes) -> float:
    return min(float(operands[1]) for operands, operator in operators(pdf) if operator == "Tf")


def largest_type(pdf: bytes) -> float:
    return max(float(operands[1]) for operands, operator in operators(pdf) if operator == "Tf")


def colour_spaces(pdf: bytes) -> set[str]:
    """Which colours are used: rgb, cmyk, grey."""
    names = {"rg": "rgb", "RG": "rgb", "k": "cmyk", "K": "cmyk", "g": "grey", "G": "grey"}
    used = {names[operator] for _operands, operator in operators(pdf) if operator in names}
    with opened(pdf) as found:
        for resources in _resources(found):
            for image in (resources.get("/XObject") or {}).values():
                if image.get("/Subtype") == pikepdf.Name.Image:
                    space = image.ColorSpace
                    space = space[1] if isinstance(space, pikepdf.Array) else space
                    used.add({"/DeviceRGB": "rgb", "/DeviceCMYK": "cmyk", "/DeviceGray": "grey"}[str(space)])
    return used


@lru_cache(maxsize=8)
def words(pdf: bytes, page: int | None = None) -> str:
    """The text in reading order, hyphens at line ends joined, one space between words."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = range(len(document)) if page is None else [page]
        source = "\n".join(document[number].get_textpage().get_text_bounded() for number in pages)
    return plain(_HYPHEN_AT_LINE_END.sub("", source))


def plain(source: str) -> str:
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", source)).split())


def letters(source: str) -> str:
    """Letters and digits alone, for comparing across line breaks."""
    return "".join(c for c in plain(source).casefold() if c.isalnum())


def pixels(pdf: bytes, dots: int = 72, page: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=dots / 72).to_pil().convert("RGB")


def codes(pdf: bytes, dots: int = 150) -> list[str]:
    """What a phone reads from the page."""
    return [found.text for found in zxingcpp.read_barcodes(pixels(pdf, dots))]
