"""The checks of a print shop, each on the bytes of a file. Every one gives the faults that it finds, in words."""

from __future__ import annotations

import getpass
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from organizer.i18n import is_rtl
from organizer.sheets.sheet import Sheet
from organizer.sheets.sheet_kind import Job, SheetKind
from tests.sheets.reading import plain

MM = 72 / 25.4
WHITE_FRAME = 5.0
_DOTS = 36
_LEAST_TYPE = 5.95
_TYPE_SIZE = re.compile(rb"/T\d+ ([\d.]+) Tf")
_SHOWN = re.compile(rb"/(T\d+) [\d.]+ Tf|(?<!ActualText )<([0-9A-F]+)>")
_RGB = re.compile(rb"(?<![\w/.])[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b")
_UNWANTED = ("anonymous", "untitled", "unspecified", "ReportLab")
_LONG_WORD = 4
_TORN = 0.05
_LOST_AT_LINE_ENDS = 0.2
"""Words that readers tear apart at hyphens and line ends, as a share of all."""


@dataclass(frozen=True)
class Printed:
    """A finished sheet, the kind and the job that it was made for, and what the file holds."""

    kind: SheetKind
    job: Job
    sheet: Sheet

    @cached_property
    def pdf(self) -> pikepdf.Pdf:
        return pikepdf.open(BytesIO(self.sheet.pdf))

    @cached_property
    def forms(self) -> list[Any]:
        return [found for found in self.pdf.objects if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Form"]

    @cached_property
    def codes(self) -> list[tuple[Any, bytes]]:
        """Every page and form with its operators."""
        pages = [(page.obj, page.Contents.read_bytes()) for page in self.pdf.pages]
        return [*pages, *((form, form.read_bytes()) for form in self.forms)]

    @cached_property
    def text(self) -> str:
        with pypdfium2.PdfDocument(self.sheet.pdf) as document:
            return "\n".join(page.get_textpage().get_text_bounded() for page in document)

    @cached_property
    def pages(self) -> list[Image.Image]:
        with pypdfium2.PdfDocument(self.sheet.pdf) as document:
            return [page.render(scale=_DOTS / 72, grayscale=True).to_pil() for page in document]


def syntax(printed: Printed) -> list[str]:
    try:
        return list(printed.pdf.check_pdf_syntax())
    except pikepdf.PdfError as broken:
        return [str(broken)]


def fonts(printed: Printed) -> list[str]:
    """Embedded, of the kind that keeps every letter, with a way back to text."""
    faults = []
    for holder, _code in printed.codes:
        for font in (holder.get("/Resources", {}).get("/Font") or {}).values():
            name = str(font.BaseFont)
            if str(font.Subtype) != "/Type0" or "Helvetica" in name:
                faults.append(f"{name} is {font.Subtype}")
            elif "/ToUnicode" not in font or "/FontFile2" not in font.DescendantFonts[0].FontDescriptor:
                faults.append(f"{name} is not embedded whole")
    return faults


def boxes(printed: Printed) -> list[str]:
    """Size and boxes as ordered, in mm."""
    faults = []
    width, height = printed.sheet.size_mm
    bleed = printed.job.bleed if printed.job.cmyk else 0.0
    for page in printed.pdf.pages:
        media = [float(side) / MM for side in page.mediabox]
        trim = [float(side) / MM for side in page.trimbox]
        wanted = (0.0, 0.0, width + 2 * bleed, height + 2 * bleed), (bleed, bleed, width + bleed, height + bleed)
        for name, found, right in (("media", media, wanted[0]), ("trim", trim, wanted[1])):
            if any(abs(a - b) > 0.1 for a, b in zip(found, right, strict=True)):
                faults.append(f"{name} box is {found}, ordered was {right}")
    if len(printed.pdf.pages) != printed.sheet.pages:
        faults.append(f"{len(printed.pdf.pages)} pages, told were {printed.sheet.pages}")
    return faults


def properties(printed: Printed) -> list[str]:
    """A title, a language, and nobody's name but the campaign's."""
    info = printed.pdf.docinfo
    said = " ".join(str(value) for value in info.values())
    faults = [f"says {word}" for word in (*_UNWANTED, getpass.getuser()) if re.search(rf"\b{re.escape(word)}\b", said)]
    if not str(info.get("/Title", "")).strip():
        faults.append("has no title")
    if not str(printed.pdf.Root.get("/Lang", "")):
        faults.append("has no language")
    return faults


def glyphs(printed: Printed) -> list[str]:
    """No code of any text shows the box of a missing sign."""
    faults = []
    tables: dict[Any, bytes] = {}
    for holder, code in printed.codes:
        named = holder.get("/Resources", {}).get("/Font") or {}
        table = b""
        for found in _SHOWN.finditer(code):
            if found[1]:
                font = named[f"/{found[1].decode()}"]
                key = font.objgen
                if key not in tables:
                    tables[key] = font.DescendantFonts[0].CIDToGIDMap.read_bytes()
                table = tables[key]
                continue
            shown = bytes.fromhex(found[2].decode())
            numbers = (int.from_bytes(shown[k : k + 2], "big") for k in range(0, len(shown), 2))
            if any(table[2 * n : 2 * n + 2] == b"\0\0" for n in numbers):
                faults.append("a box stands for a missing sign")
    return faults[:1]


def extraction(printed: Printed) -> list[str]:
    """Text can be searched and copied: no private codes, no signs of broken text."""
    strange = {c for c in printed.text if unicodedata.category(c) == "Co" or c == "\ufffd"}
    return [f"text holds {sorted(map(ascii, strange))}"] if strange else []


def answers(printed: Printed) -> list[str]:
    """What was answered stands on the sheet, unless a note says that it does not fit.

    Tiles part words, and the letters of Nastaliq climb so that no reader puts them together again: not there.
    """
    stopped = {note.field for note in printed.sheet.notes if note.level == "stop"}
    if stopped or printed.job.layout.arrangement == "tiles" or printed.job.language == "ur":
        return []
    shown = _bare(printed.text)
    faults = []
    for key, said in _read(printed).items():
        words = [word for word in _bare_words(said) if len(word) >= _LONG_WORD]
        lost = [word for word in words if word not in shown]
        if len(lost) > len(words) * _LOST_AT_LINE_ENDS:
            faults.append(f"{key} is not on the sheet: {lost[:3]}")
    return faults


def _read(printed: Printed) -> dict[str, str]:
    """The answers that are there to be read: what a code says, and what was not asked for, are not."""
    return {
        asked.key: printed.job.answers[asked.key]
        for asked in printed.kind.asked
        if asked.kind in ("line", "text") and asked.key != "qr_target" and asked.wanted(printed.job.answers)
    }


def unread(printed: Printed) -> list[str]:
    """Words of the answers that are not read back, where nothing was too long: one in twenty may part at a line's end."""
    shown = _bare(printed.text)
    if any(note.level == "stop" for note in printed.sheet.notes) or printed.job.language == "ur":
        return []
    words = [word for said in _read(printed).values() for word in _bare_words(said)]
    if is_rtl(printed.job.language):
        words = [word for word in words if word.isalpha() or word.isdecimal()]  # this reader turns the parts of SW1Y about
    lost = [word for word in words if word not in shown and word[::-1] not in shown]
    return [f"{lost} are not on the sheet"] if len(lost) > len(words) * _TORN else []


def _bare(words: str) -> str:
    """Letters without capitals, marks and dots, which capitals lose and readers put elsewhere."""
    return "".join(_bare_words(words))


def _bare_words(words: str) -> list[str]:
    """Apart at every sign: a range of hours stands the other way about among letters that run to the left."""
    parted = unicodedata.normalize("NFKD", plain(words).replace("ı", "i")).casefold()
    return re.findall(r"\w+", "".join(c for c in parted if not unicodedata.combining(c) and unicodedata.category(c) != "Mc"))


def type_sizes(printed: Printed) -> list[str]:
    sizes = [float(size) for _holder, code in printed.codes for size in _TYPE_SIZE.findall(code)]
    least = min(sizes, default=10.0)
    return [f"type of {least} pt"] if least < _LEAST_TYPE else []


def inks(printed: Printed) -> list[str]:
    """A print shop gets printing inks only, and pictures of at least 200 dots an inch."""
    if not printed.job.cmyk:
        return []
    faults = ["colours for screens"] if any(_RGB.search(code) for _holder, code in printed.codes) else []
    for found in printed.pdf.objects:
        if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image":
            space = found.ColorSpace
            space = space[1] if isinstance(space, pikepdf.Array) else space
            if str(space) == "/DeviceRGB":
                faults.append("a picture for screens")
    if "/OutputIntents" not in printed.pdf.Root:
        faults.append("no output intent")
    return faults


def white_edges(printed: Printed) -> list[str]:
    """Nothing in the outer 5 mm of what an office printer prints."""
    if printed.job.layout.arrangement not in ("grid", "booklet", "folded", "tiles") and not _is_office_paper(printed):
        return []
    edge = int(WHITE_FRAME / 25.4 * _DOTS) - 1
    for number, image in enumerate(printed.pages):
        w, h = image.size
        for strip in ((0, 0, w, edge), (0, h - edge, w, h), (0, 0, edge, h), (w - edge, 0, w, h)):
            if image.crop(strip).getextrema()[0] < 245:
                return [f"ink in the outer 5 mm of page {number + 1}"]
    return []


def _is_office_paper(printed: Printed) -> bool:
    """Whether the page as it is goes into an office printer: papers of that size that are not coloured to their edges."""
    return (
        printed.job.layout.arrangement == "page"
        and printed.job.format.key in ("a4", "letter", "a4-wide", "letter-wide")
        and (len(printed.job.format.layouts) == 2)
    )


def archive(printed: Printed) -> list[str]:
    """What is mailed is tagged; that it is PDF/A-2b, its own pass has made sure of or raised."""
    if printed.job.layout.arrangement != "mail":
        return []
    faults = [] if "/StructTreeRoot" in printed.pdf.Root else ["no structure"]
    if '"2"' not in str(printed.pdf.open_metadata()) and "pdfaid" not in str(printed.pdf.open_metadata()):
        faults.append("not marked as PDF/A")
    return faults


CHECKS: tuple[Callable[[Printed], list[str]], ...] = (
    syntax,
    fonts,
    boxes,
    properties,
    glyphs,
    extraction,
    answers,
    type_sizes,
    inks,
    white_edges,
    archive,
)


def faults_of(printed: Printed) -> list[str]:
    return [f"{check.__name__}: {fault}" for check in CHECKS for fault in check(printed)]
