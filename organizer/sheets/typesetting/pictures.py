"""Pictures as they go into a PDF, and for which printing its inks are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc


@dataclass(frozen=True)
class Picture:
    """Pixels as they go into the file. `data` is a JPEG of `space` DeviceRGB, DeviceCMYK, DeviceGray, or of greys with a `ramp`.

    `ramp` gives the colour of each of the 256 greys, so that one drawing is printed in any two colours.
    """

    data: bytes
    width: int
    height: int
    space: str
    ramp: bytes = b""
    inverted: bool = False


def output_intent() -> Any:
    """For which printing the inks are meant, by its name in the ICC's register; presses have the profile."""
    entries = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFX"),
        "OutputConditionIdentifier": pdfdoc.PDFString("FOGRA39"),
        "OutputCondition": pdfdoc.PDFString("Offset printing, coated paper, ISO 12647-2"),
        "RegistryName": pdfdoc.PDFString("http://www.color.org"),
        "Info": pdfdoc.PDFString("Coated FOGRA39 (ISO 12647-2:2004)"),
    }
    return pdfdoc.PDFArray([pdfdoc.PDFDictionary(entries)])


def image_object(document: Any, picture: Picture) -> Any:
    """The image object: the JPEG as it is, never decoded."""
    space: Any = pdfdoc.PDFName(picture.space)
    if picture.ramp:
        table = pdfdoc.PDFStream(pdfdoc.PDFDictionary({}), picture.ramp, [pdfdoc.PDFZCompress])
        space = pdfdoc.PDFArray([pdfdoc.PDFName("Indexed"), space, 255, document.Reference(table)])
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": space,
        "Filter": pdfdoc.PDFName("DCTDecode"),
    }
    if picture.inverted:
        entries["Decode"] = pdfdoc.PDFArray([1, 0] * 4)
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), picture.data, [])
