"""The leaflet's designs: with a photo, in type alone, as long text on both sides; a back in another language; large print."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.imposition import arranged
from organizer.sheets.layouts import MAIL, ONE_PAGE, SHOP
from organizer.sheets.leaflet import leaflet_design
from organizer.sheets.sheet import Sheet
from tests.sheets import jobs, reading
from tests.sheets.leaflets import example, leaflet_parts

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "pl", "tr", "ru", "kk", "uk", "el", "ar", "fa", "ur", "he", "hi")
LIST = "- one thing\n- **another thing**\n\n1. first of all\n2. and *then*"
_KIB = 1024


def sheet_of(language: str, design: Any, *, times: int = 1, layout: Any = ONE_PAGE, **more: Any) -> Sheet:
    content = example(language)
    body = "\n\n".join([content.body] * times)
    return arranged(leaflet_design(replace(content, design=design, body=body, **more), cmyk=layout is SHOP), layout)


def stops(sheet: Sheet) -> list[str]:
    return [note.sentence for note in sheet.notes if note.level == "stop"]


def bare(words: str) -> Counter[str]:
    """How many of each letter there are, without accents, in whatever order readers find them."""
    decomposed = unicodedata.normalize("NFKD", reading.letters(words))
    return Counter(sign for sign in decomposed if not unicodedata.combining(sign))


def read_aloud(pdf: bytes) -> list[tuple[str, str, str]]:
    """Kind, alt and language of each element of the structure, in reading order; lists stand for what is in them."""
    found: list[tuple[str, str, str]] = []
    with pikepdf.open(BytesIO(pdf)) as opened:
        for element in opened.Root.StructTreeRoot.K.K:
            found.append((str(element.S)[1:], str(element.get("/Alt", "")), str(element.get("/Lang", ""))))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("design", "times", "pages"), [("type", 1, 1), ("text", 1, 2), ("text", 4, 2), ("text", 9, 2)])
def test_every_word_of_every_design_stands_on_it(language: str, design: str, times: int, pages: int) -> None:
    content = example(language)
    sheet = sheet_of(language, design, times=times)
    assert stops(sheet) == []
    assert sheet.pages == pages
    said = bare(reading.words(sheet.pdf))
    call = content.call.title if content.call else ""
    for wanted in (content.headline, *(line.lead for line in content.demands), call, *[content.body.replace("**", "")] * times):
        said.subtract(bare(wanted))
    assert {sign for sign, count in said.items() if count < 0} == set()
    assert reading.faults(sheet.pdf) == [] and reading.smallest_type(sheet.pdf) >= 5.95
    assert len(sheet.pdf) <= 60 * _KIB


@pytest.mark.parametrize("language", ["en", "ar"])
def test_too_long_a_text_is_told_with_the_words_that_are_cut(language: str) -> None:
    sheet = sheet_of(language, "text", times=60)
    assert any("is cut off" in sentence for sentence in stops(sheet))


def test_a_long_text_goes_on_overleaf_and_says_so() -> None:
    sheet = sheet_of("en", "text", times=9)
    assert "Continued overleaf" in reading.words(sheet.pdf, 0)
    assert "PICKET THE EMBASSY" in reading.words(sheet.pdf, 1) and "PICKET" not in reading.words(sheet.pdf, 0)
    assert "Continued overleaf" not in reading.words(sheet_of("en", "text", times=2).pdf)


def test_bold_is_in_colour_and_italics_in_their_own_face() -> None:
    plain = sheet_of("en", "photo")
    content = replace(example("en"), body="It *matters* to **all** of us.\n\n" + LIST)
    marked = arranged(leaflet_design(content), ONE_PAGE)
    assert ["NotoSans-Italic" in str(reading.fonts(sheet.pdf)) for sheet in (marked, plain)] == [True, False]
    said = reading.words(marked.pdf)
    assert "It matters to all of us" in said and "2. and then" in said and "*" not in said


def test_lists_of_a_mailed_leaflet_are_lists() -> None:
    content = replace(example("en"), body=LIST)
    sheet = arranged(leaflet_design(content), MAIL)
    assert reading.archive_faults(sheet.pdf) == []
    kinds = [kind for kind, _alt, _language in read_aloud(sheet.pdf)]
    assert kinds == ["H1", "P", "L", "L", "H2", "L", "P", "P", "H2", "P", "P", "P", "Figure", "P", "P", "P"]


def test_a_mailed_leaflet_tells_its_pictures() -> None:
    drawn = BytesIO()
    Image.new("RGB", (1800, 1200), "#884422").save(drawn, "JPEG")
    sheet = sheet_of("en", "photo", layout=MAIL, photo=drawn.getvalue())
    figures = [alt for kind, alt, _language in read_aloud(sheet.pdf) if kind == "Figure"]
    assert figures == ["QR code: example.org/kz", "Photo: JAILED FOR DEFENDING STRIKERS"]


@pytest.mark.parametrize(("front", "back"), [("en", "ar"), ("ur", "de"), ("kk", "ru")])
@pytest.mark.parametrize("design", ["a5-photo", "a5-type", "a5-text"])
def test_a_leaflet_in_two_languages_has_one_on_each_side(front: str, back: str, design: str) -> None:
    parts = leaflet_parts(jobs.campaign(), front, back, back=back)
    parts.leaflet.design = design
    job = jobs.job("leaflet", language=front, parts=jobs.parts(leaflet=parts), layout="mail")
    sheet = draw(sheet_kinds()["leaflet"], job)
    assert stops(sheet) == [] and sheet.pages == 2
    for page, language in enumerate((front, back)):
        said = bare(reading.words(sheet.pdf, page))
        said.subtract(bare(example(language).headline + example(language).demands[1].lead))
        assert min(said.values()) >= 0
    languages = [language for _kind, _alt, language in read_aloud(sheet.pdf)]
    assert set(languages) <= {"", back} and languages.count(back) >= 8
    assert reading.archive_faults(sheet.pdf) == []


def test_what_is_wrong_on_the_back_names_its_language_and_its_side() -> None:
    parts = leaflet_parts(jobs.campaign(), "en", "ar", back="ar")
    parts.leaflet.texts["ar"]["headline"] = ""
    sheet = draw(sheet_kinds()["leaflet"], jobs.job("leaflet", parts=jobs.parts(leaflet=parts)))
    (note,) = [note for note in sheet.notes if note.level == "stop" and "headline" in note.field]
    assert note.field == "headline@ar" and note.sentence.endswith(
        "There is no headline. Write the one thing a passer-by must read."
    )
    assert note.sentence != "There is no headline. Write the one thing a passer-by must read."


@pytest.mark.parametrize("trimmed", ["a4-large", "letter-large"])
@pytest.mark.parametrize("language", ["en", "ru", "ar", "ur"])
def test_large_print_is_nowhere_under_14_pt_but_in_the_imprint(trimmed: str, language: str) -> None:
    parts = leaflet_parts(jobs.campaign(), language)
    job = jobs.job("leaflet", language=language, trimmed=trimmed, layout="one-page", parts=jobs.parts(leaflet=parts))
    sheet = draw(sheet_kinds()["leaflet"], job)
    assert stops(sheet) == []
    sizes = sorted({float(operands[1]) for operands, operator in reading.operators(sheet.pdf) if operator == "Tf"})
    assert [size for size in sizes if 11.0 < size < 14.0] == []


def test_in_one_colour_a_photo_is_grey() -> None:
    drawn = BytesIO()
    Image.new("RGB", (1800, 1200), "#884422").save(drawn, "JPEG")
    parts = replace(leaflet_parts(jobs.campaign(), "en"), photo=drawn.getvalue(), photo_faces="none")
    sheet = draw(sheet_kinds()["leaflet"], jobs.job("leaflet", parts=jobs.parts(leaflet=parts), one_colour=True))
    assert "grey" in reading.colour_spaces(sheet.pdf)
    red, green, blue = reading.pixels(sheet.pdf, 20).getpixel((50, 8))[:3]
    assert abs(red - green) < 4 and abs(green - blue) < 4


@pytest.mark.parametrize("trimmed", ["a5", "half-letter", "a4-large", "letter-large"])
def test_for_a_shop_every_design_is_in_printing_inks_with_its_bleed(trimmed: str) -> None:
    for design in ("a5-photo", "a5-type", "a5-text"):
        parts = leaflet_parts(jobs.campaign(), "en")
        parts.leaflet.design = design
        job = jobs.job("leaflet", trimmed=trimmed, layout="print-shop", parts=jobs.parts(leaflet=parts), bleed=5.0)
        sheet = draw(sheet_kinds()["leaflet"], job)
        assert reading.colour_spaces(sheet.pdf) == {"cmyk"}
        with pikepdf.open(BytesIO(sheet.pdf)) as found:
            media, trim = found.pages[0].mediabox, found.pages[0].trimbox
            assert float(trim[0]) - float(media[0]) == pytest.approx(5 * 72 / 25.4, abs=0.1)
