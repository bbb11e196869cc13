"""The press release holds what editors look for, in every language, on one page or as many as it takes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from organizer.sheets.catalogue import draw_press_release
from organizer.sheets.content import Fact, PressContact, PressReleaseContent
from organizer.sheets.sheet import Sheet
from organizer.sheets.words import languages, words
from tests.sheets import reading
from tests.sheets.examples import HOSTILE
from tests.sheets.press_examples import PRESS

ENGLISH = PRESS["en"]
RIGHT_TO_LEFT = ("ar", "he")


@pytest.fixture(scope="module")
def drawn() -> dict[str, Sheet]:
    return {tag: draw_press_release(content) for tag, content in PRESS.items()}


def bare(source: str) -> str:
    return "".join(c for c in reading.plain(source) if c.isalpha()).casefold()


def notes(sheet: Sheet, level: str) -> dict[str, str]:
    return {note.field: note.sentence for note in sheet.notes if note.level == level}


@pytest.mark.parametrize("tag", PRESS)
def test_files_are_sound_on_one_page_with_every_font_embedded(drawn: dict[str, Sheet], tag: str) -> None:
    sheet = drawn[tag]
    assert reading.faults(sheet.pdf) == []
    found = reading.fonts(sheet.pdf)
    assert found
    assert all(font["embedded"] and font["unicode"] and "Helvetica" not in font["name"] for font in found)
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0
    assert reading.smallest_type(sheet.pdf) >= 6
    assert sheet.pages == 1
    assert not sheet.stopped


@pytest.mark.parametrize("tag", PRESS)
def test_the_story_reads_back_in_order(drawn: dict[str, Sheet], tag: str) -> None:
    content = PRESS[tag]
    text = bare(reading.words(drawn[tag].pdf))
    story = (
        [*content.body, *content.more] if tag not in RIGHT_TO_LEFT else [p.split(".")[0] for p in (*content.body, *content.more)]
    )
    wanted = [content.headline, content.subhead, *story, *content.notes]
    assert [part for part in wanted if bare(part) not in text] == []
    places = [text.index(bare(part)) for part in wanted]
    assert places == sorted(places)


def test_a_changed_order_would_be_noticed(drawn: dict[str, Sheet]) -> None:
    swapped = replace(ENGLISH, body=ENGLISH.body[::-1])
    text = bare(reading.words(draw_press_release(swapped).pdf))
    places = [text.index(bare(part)) for part in ENGLISH.body]
    assert places != sorted(places)


def test_editors_find_the_words_of_their_trade(drawn: dict[str, Sheet]) -> None:
    text = reading.words(drawn["en"].pdf)
    for wanted in (
        "PRESS RELEASE",
        "EMBARGOED UNTIL 00:01 GMT, FRIDAY 14 DECEMBER 2012",
        "PR 2012-14 · issued 13 December 2012",
        "LONDON, 14 December 2012 — Trade unionists",
        "ENDS",
        "Notes to editors",
        "PRESS OFFICE",
        "+44 20 7946 0123",
        "Page 1 of 1",
    ):
        assert wanted in text
    assert "FOR IMMEDIATE RELEASE" in reading.words(draw_press_release(replace(ENGLISH, embargo=None)).pdf)


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_numbers_are_whole_in_right_to_left_text(drawn: dict[str, Sheet], tag: str) -> None:
    text = reading.words(drawn[tag].pdf)
    for number in ("3,000", "2011", "2012", "press@example.org", "SW1Y 5EA"):
        assert number in text
    assert "Naskh" in str(reading.fonts(drawn["ar"].pdf))


def test_drawing_twice_gives_the_same_bytes(drawn: dict[str, Sheet]) -> None:
    assert draw_press_release(ENGLISH).pdf == drawn["en"].pdf
    assert draw_press_release(replace(ENGLISH, reference="other")).pdf != drawn["en"].pdf


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_long_releases_take_more_pages_and_say_so(tag: str, paper: str) -> None:
    content = replace(PRESS[tag], body=PRESS[tag].body * 8, paper="Letter" if paper == "Letter" else "A4")
    sheet = draw_press_release(content)
    assert sheet.pages > 1
    assert f"It runs to {sheet.pages} pages." in notes(sheet, "look")["body"]
    with reading.opened(sheet.pdf) as found:
        assert len(found.pages) == sheet.pages
        size = [round(float(x) * 25.4 / 72, 1) for x in found.pages[0].obj.MediaBox[2:]]
    assert size == ([215.9, 279.4] if paper == "Letter" else [210, 297])
    text = bare(reading.words(sheet.pdf))
    assert text.count(bare(PRESS[tag].body[-1].split(".")[0])) == 8
    if tag == "en":
        pages = [reading.words(sheet.pdf, number) for number in range(sheet.pages)]
        assert [f"Page {k} of {sheet.pages}" in page for k, page in enumerate(pages, 1)] == [True] * sheet.pages
        assert ["More follows" in page for page in pages] == [True] * (sheet.pages - 1) + [False]


def test_no_page_of_a_long_release_ends_with_a_heading_or_begins_with_a_last_line() -> None:
    for times in range(2, 9):
        sheet = draw_press_release(replace(ENGLISH, body=ENGLISH.body * times))
        for number in range(sheet.pages - 1):
            page = reading.words(sheet.pdf, number)
            assert not re.search(r"Notes to editors\W*(More follows|Campaign)", page)


@pytest.mark.parametrize(
    "field", ["headline", "subhead", "quote", "quote_by", "reference", "organisation", "address_line", "dateline_place"]
)
def test_ten_thousand_letters_in_a_field_are_all_printed_or_stop_the_print(field: str) -> None:
    for text in ("solidarity " * 900, "Ж" * 10_000):
        sheet = draw_press_release(replace(ENGLISH, **{field: text}))
        assert reading.faults(sheet.pdf) == []
        printed = reading.letters(reading.words(sheet.pdf)).count(reading.letters(text)[:1])
        assert printed >= reading.letters(text).count(reading.letters(text)[:1]) or field in notes(sheet, "stop")


def test_words_cut_off_would_be_noticed_by_counting() -> None:
    sheet = draw_press_release(replace(ENGLISH, headline="Ж" * 10_000))
    assert reading.words(sheet.pdf).count("Ж") < 10_000


def test_nothing_is_drawn_below_the_foot_of_a_page() -> None:
    for content in (
        replace(ENGLISH, quote="solidarity " * 900),
        replace(ENGLISH, headline="solidarity " * 900, body=ENGLISH.body * 5),
    ):
        sheet = draw_press_release(content)
        for number in range(sheet.pages):
            image = reading.pixels(sheet.pdf, 72, number)
            assert image.crop((0, 842 - 28, 595, 842)).getcolors() == [(595 * 28, (255, 255, 255))]


def test_facts_that_do_not_fit_stop_the_print() -> None:
    sheet = draw_press_release(replace(ENGLISH, facts=tuple(Fact("Where", ("A place with a long name",) * 12) for _ in range(6))))
    assert "cut off" in notes(sheet, "stop")["facts"]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_in_every_field_is_printed_as_it_stands(language: str) -> None:
    h = HOSTILE
    contact = PressContact(h, h, h, h, h)
    content = PressReleaseContent(
        language,
        h,
        h,
        h,
        h,
        None,
        datetime(2012, 12, 14, 0, 1),
        h,
        h,
        h,
        None,
        (h, h),
        h,
        h,
        (h,),
        h,
        (h,),
        (Fact(h, (h,)),),
        contact,
        b"x",
    )
    sheet = draw_press_release(content)
    assert reading.faults(sheet.pdf) == []
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0
    assert "<b>&amp;" in reading.words(sheet.pdf)
    assert "logo" in notes(sheet, "look")


def test_an_empty_release_says_what_is_missing() -> None:
    sheet = draw_press_release(PressReleaseContent("en", "", ""))
    assert set(notes(sheet, "stop")) == {"headline", "body"}
    assert "contact" in notes(sheet, "look")
    assert reading.words(sheet.pdf) == "PRESS RELEASE FOR IMMEDIATE RELEASE ENDS Page 1 of 1"


def test_signs_no_font_has_are_named_with_their_field() -> None:
    sheet = draw_press_release(replace(ENGLISH, quote="Freedom ✊"))
    assert notes(sheet, "stop") == {"quote": "The sign ✊ (raised fist) is in none of the fonts: it would print as a box."}


def test_a_logo_takes_the_place_of_the_initials() -> None:
    out = BytesIO()
    Image.new("RGBA", (600, 200), (0, 90, 180, 255)).save(out, "PNG")
    sheet = draw_press_release(replace(ENGLISH, logo=out.getvalue()))
    assert reading.faults(sheet.pdf) == []
    assert "CK" not in reading.words(sheet.pdf).split()
    assert "CK" in reading.words(draw_press_release(ENGLISH).pdf).split()
    assert reading.pixels(sheet.pdf).getpixel((70, 60))[2] > 150


@pytest.mark.parametrize("language", languages())
def test_fixed_words_of_every_language_are_set_without_boxes(language: str) -> None:
    contact = PressContact("N", "+44 20 7946 0123")
    sheet = draw_press_release(replace(ENGLISH, language=language, contact=contact, body=("…",) * 90, facts=()))
    assert not notes(sheet, "stop")
    fixed = words(language)
    assert bare(fixed.notes) in bare(reading.words(sheet.pdf)) or language in ("fa", "ur")
    assert "{" not in reading.words(sheet.pdf)


def test_every_language_has_its_own_words() -> None:
    named = {"en", "de", "fr", "ru", "kk", "uk", "el", "ar", "fa", "he", "es", "it", "pl", "tr"}
    assert named <= set(languages())
    for field in ("demands", "press_release", "immediate", "ends", "press_office"):
        assert len({getattr(words(tag), field) for tag in languages()}) > len(languages()) - 3
    assert words("xx") is words("en")
    assert words("ar-LB") is words("ar")


def test_leaving_out_as_many_words_as_the_note_says_brings_it_onto_one_page() -> None:
    for times in (2, 3):
        long = replace(ENGLISH, body=ENGLISH.body * times)
        sentence = notes(draw_press_release(long), "look")["body"]
        words_left = " ¶ ".join(long.body).split()[: -int(re.findall(r"\d+", sentence)[1])]
        shorter = replace(long, body=tuple(" ".join(words_left).split(" ¶ ")))
        assert draw_press_release(shorter).pages == 1


@pytest.mark.parametrize("tag", ["kk", "he"])
def test_releases_can_be_kept_in_archives_as_pdf_a(drawn: dict[str, Sheet], tag: str) -> None:
    assert reading.archive_faults(drawn[tag].pdf) == []


def test_a_font_that_is_not_embedded_would_be_refused_by_archives() -> None:
    out = BytesIO()
    plain = canvas.Canvas(out)
    plain.drawString(72, 72, "Freedom")
    plain.save()
    assert reading.archive_faults(out.getvalue())
    assert not all(font["embedded"] for font in reading.fonts(out.getvalue()))
