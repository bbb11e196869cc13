"""Each check of the preflight finds what it is there to find: a sound sheet is spoiled in one way, and that check speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from tests.preflight.checks import CHECKS, Printed, faults_of
from tests.sheets.jobs import job

RIGHTS = {"rights": "You need not answer questions.\nAsk whether you are free to go."}
BY_NAME = {check.__name__: check for check in CHECKS}
Spoiler = Callable[[pikepdf.Pdf], None]


def sound(layout: str) -> Printed:
    kind, made = sheet_kinds()["bust-card"], job("bust-card", layout=layout, answers=RIGHTS)
    return Printed(kind, made, draw(kind, made))


def spoiled(printed: Printed, spoil: Spoiler) -> Printed:
    with pikepdf.open(BytesIO(printed.sheet.pdf)) as pdf:
        spoil(pdf)
        out = BytesIO()
        pdf.save(out, compress_streams=False)
    return Printed(printed.kind, printed.job, replace(printed.sheet, pdf=out.getvalue()))


def font_of(pdf: pikepdf.Pdf) -> Any:
    return next(iter(pdf.pages[0].Resources.Font.values()))


def write(code: bytes) -> Spoiler:
    def spoil(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[0].Contents
        contents.write(contents.read_bytes() + b"\n" + code)

    return spoil


def torn_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents.write(b"torn \xff", filter=pikepdf.Name.FlateDecode)


def strange_font(pdf: pikepdf.Pdf) -> None:
    plain = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.pages[0].Resources.Font["/F9"] = plain


def unread_font(pdf: pikepdf.Pdf) -> None:
    del font_of(pdf)["/ToUnicode"]


def other_paper(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].mediabox = [0, 0, 612, 792]


def more_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def loose_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "untitled"


def no_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = ""


def missing_glyph(pdf: pikepdf.Pdf) -> None:
    table = font_of(pdf).DescendantFonts[0].CIDToGIDMap
    table.write(bytes(len(table.read_bytes())))


def private_text(pdf: pikepdf.Pdf) -> None:
    codes = font_of(pdf).ToUnicode
    body = codes.read_bytes()
    start = body.index(b"beginbfchar") + len(b"beginbfchar\n<0000> <")
    codes.write(body[:start] + b"E000" + body[start + 4 :])


def wordless(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents = pdf.make_stream(b"")


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


CONTROLS = [
    ("syntax", "one-page", torn_stream),
    ("fonts", "one-page", strange_font),
    ("fonts", "one-page", unread_font),
    ("boxes", "one-page", other_paper),
    ("boxes", "one-page", more_pages),
    ("properties", "one-page", loose_title),
    ("properties", "one-page", no_title),
    ("glyphs", "one-page", missing_glyph),
    ("extraction", "one-page", private_text),
    ("answers", "one-page", wordless),
    ("type_sizes", "one-page", write(b"BT /T1 4 Tf ET")),
    ("inks", "print-shop", write(b"1 0 0 rg 20 20 9 9 re f")),
    ("inks", "print-shop", no_intent),
    ("white_edges", "four-on-a4", write(b"0 0 0 rg 0 0 9 400 re f")),
    ("archive", "mail", no_structure),
]


@pytest.mark.parametrize(("check", "layout", "spoil"), CONTROLS)
def test_a_spoiled_sheet_is_found_out_by_its_check(check: str, layout: str, spoil: Spoiler) -> None:
    before = sound(layout)
    assert faults_of(before) == []
    assert BY_NAME[check](spoiled(before, spoil)) != []


def test_every_check_has_its_control() -> None:
    assert set(BY_NAME) == {name for name, _layout, _spoil in CONTROLS}
