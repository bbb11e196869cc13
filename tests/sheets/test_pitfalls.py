"""The pitfalls of print, one after the other: what goes wrong in every other program must not go wrong on leaflet and release.

Left out are the order of folds (19), which neither has, and the control rule of office paper (21), which is the layouts'.
"""

from __future__ import annotations

import getpass
import platform
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from organizer.records.campaign import Campaign
from organizer.sheets.catalogue import draw_leaflet, draw_press_release
from organizer.sheets.content import DemandLine, Fact, LeafletContent, PressContact
from organizer.sheets.imprint import imprint_line
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.bidi import levels, visual_order
from organizer.sheets.typesetting.blocks import Block, fill_column
from organizer.sheets.typesetting.capitals import capitals
from organizer.sheets.typesetting.colours import STANDARD
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.headline import headline
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import clean, text
from organizer.sheets.typesetting.stacks import Role, proportions
from organizer.sheets.typesetting.voice import Voice
from tests.sheets import reading
from tests.sheets.examples import LEAFLETS
from tests.sheets.more_examples import MORE_LEAFLETS
from tests.sheets.press_examples import PRESS
from tests.sheets.test_words import SEVENTEEN

ALL = {**LEAFLETS, **MORE_LEAFLETS}
ENGLISH = LEAFLETS["en"]


def paragraph(source: str, language: str = "en", role: Role = Role.TEXT, *, hyphenate: bool = False) -> Paragraph:
    return Paragraph(text(source), Voice(language, role, hyphenate=hyphenate))


def seen(source: str, language: str) -> str:
    """The signs of one line as the eye meets them from left to right."""
    found = paragraph(source, language)
    order = visual_order(levels(found.text, "rtl").levels)
    return reading.plain("".join(found.text[k] for k in order))


def lines_of(source: str, language: str, measure: float, *, hyphenate: bool = False) -> list[str]:
    found = paragraph(source, language, hyphenate=hyphenate)
    return [found.text[line.start : line.end] + ("-" if line.hyphen else "") for line in found.lines(measure)]


def stops(sheet: Sheet) -> dict[str, str]:
    return {note.field: note.sentence for note in sheet.notes if note.level == "stop"}


@pytest.mark.parametrize("language", SEVENTEEN)
def test_00_a_typical_leaflet_of_each_language_is_sound_and_reads_back(language: str) -> None:
    content = ALL[language]
    sheet = draw_leaflet(content)
    assert stops(sheet) == {}
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0
    assert reading.smallest_type(sheet.pdf) >= 6
    assert reading.codes(sheet.pdf) == [content.qr_target]
    if language not in ("ar", "fa", "he", "ur"):
        assert reading.letters(content.body.replace("*", "")) in reading.letters(reading.words(sheet.pdf))


@pytest.mark.parametrize("sign", ["✊", "📢", "ไ", "አ"])
def test_01_a_sign_without_a_font_stops_the_print_and_is_named(sign: str) -> None:
    leaflet = draw_leaflet(replace(ENGLISH, body=f"Come {sign}"))
    release = draw_press_release(replace(PRESS["en"], quote=f"Come {sign}"))
    assert sign in stops(leaflet)["body"]
    assert sign in stops(release)["quote"]


@pytest.mark.parametrize(("words", "language"), [("ЖАҢАӨЗЕН ҚЫРҒЫНЫ ҰМЫТ", "kk"), ("ÅÉ ĞÇ ŐŞ", "tr"), ("ہڑتال کرنے پر", "ur")])
def test_02_marks_of_one_headline_line_never_reach_the_next(words: str, language: str) -> None:
    found = paragraph(words, language, Role.DISPLAY)
    setting = headline(found, 60, 90, floor=15, ceiling=84, least_lines=3)
    inks = [found.ink(line) for line in setting.lines]
    sizes = [size / 1000 * 25.4 / 72 for size in setting.sizes]
    drawn = sum((top - bottom) * size for (top, bottom), size in zip(inks, sizes, strict=True))
    assert len(setting.lines) == 3
    assert (setting.height - drawn) / 2 > 0.8


@pytest.mark.parametrize(
    ("language", "source", "kept"),
    [
        ("ar", "الهاتف +7 (727) 123-45-67 يومياً", "+7 (727) 123-45-67"),
        ("ar", "في 12 حزيران ١٢", "12"),
        ("fa", "ساعت ۱۲:۰۰–۱۴:۳۰ روز", "۱۲:۰۰–۱۴:۳۰"),
        ("fa", "در سال ۲۰۱۱ بود", "۲۰۱۱"),
        ("he", "בשעות 10-12 ביום", "10-12"),
        ("ur", "فون +44 20 7946 0123 پر", "+44 20 7946 0123"),
        ("he", "ראו https://example.org/kz?a=1 היום", "https://example.org/kz?a=1"),
        ("ar", "حوالي 50% منهم", "%50"),
    ],
)
def test_03_numbers_phones_and_addresses_keep_their_order_in_right_to_left_text(language: str, source: str, kept: str) -> None:
    assert kept in seen(source, language).replace("\u2011", "-").replace("‐", "-")


def test_04_persian_and_urdu_numerals_have_shapes_of_their_own() -> None:
    shapes = {}
    for language in ("fa", "ur"):
        (shaped,) = (found := paragraph("۴۶۷", language)).shaped(found.whole())
        shapes[language] = (shaped.piece.face.name, [glyph.number for glyph in shaped.glyphs])
    assert shapes["fa"][0].startswith("Vazirmatn")
    assert shapes["ur"][0].startswith("NotoNastaliq")
    plain = paragraph("۴۶۷", "fa").pieces[0].face.shape("۴۶۷", rtl=False, language="en", script="Arab")
    urdu = paragraph("۴۶۷", "fa").pieces[0].face.shape("۴۶۷", rtl=False, language="ur", script="Arab")
    assert [glyph.number for glyph in plain] != [glyph.number for glyph in urdu]


def test_05_brackets_and_quotes_are_mirrored_once() -> None:
    found = paragraph("(الف) «ب»", "fa")
    numbers = [glyph.number for shaped in found.shaped(found.whole()) for glyph in shaped.glyphs]
    face = found.pieces[0].face
    opening, closing = face.glyph("("), face.glyph(")")
    assert numbers.index(opening) < numbers.index(closing)
    assert seen("(الف)", "fa") == ")فلا("


def test_06_the_joiner_that_parts_persian_letters_shapes_them() -> None:
    parted, joined = (paragraph(word, "fa") for word in ("می‌خواهیم", "میخواهیم"))
    glyphs = [[glyph.number for part in found.shaped(found.whole()) for glyph in part.glyphs] for found in (parted, joined)]
    assert glyphs[0] != glyphs[1]
    assert "می‌خواهیم" in parted.text


@pytest.mark.parametrize(
    ("language", "small", "large"),
    [
        ("el", "απολύθηκαν, Μάιος ή Μαΐου", "ΑΠΟΛΥΘΗΚΑΝ, ΜΑΪΟΣ Ή ΜΑΪΟΥ"),
        ("tr", "ilk ışık", "İLK IŞIK"),
        ("de", "Straße", "STRAẞE"),
        ("ar", "سجن", "سجن"),
    ],
)
def test_07_capitals_are_those_of_the_language(language: str, small: str, large: str) -> None:
    assert capitals(small, language) == large


def test_08_long_german_words_part_with_a_hyphen_in_columns_and_never_in_headlines() -> None:
    word = "Rechtsschutzversicherungsgesellschaften"
    narrow = lines_of(f"Die {word} zahlen", "de", 8_000, hyphenate=True)
    assert any(line.endswith("-") for line in narrow)
    assert not any(line.endswith("-") for line in lines_of(f"Die {word} zahlen", "de", 25_000))
    sheet = draw_leaflet(replace(LEAFLETS["de"], headline=f"{word} enteignen"))
    assert word.upper() in reading.words(sheet.pdf).upper()


def test_09_long_addresses_part_behind_their_signs_without_a_hyphen() -> None:
    lines = lines_of("https://example.org/campaign/kazakhstan?language=en&print=yes", "en", 9_000, hyphenate=True)
    assert len(lines) > 2
    assert all(line[-1] in "/?&=.-_" and not line.endswith("--") for line in lines[:-1])
    assert "".join(lines) == "https://example.org/campaign/kazakhstan?language=en&print=yes"


def test_10_one_huge_word_shrinks_to_the_floor_and_then_stops_the_print() -> None:
    assert stops(draw_leaflet(replace(ENGLISH, headline="Gewerkschaftssolidarität"))) == {}
    assert "headline" in stops(draw_leaflet(replace(ENGLISH, headline="Freiheit" * 12)))


def test_11_empty_fields_leave_no_bullet_and_no_loose_sign() -> None:
    bare = draw_leaflet(replace(LeafletContent("en", "Free them"), demands=(DemandLine(1, ""),), qr_label=" "))
    without = replace(PRESS["en"], reference="", issued=None, dateline_place="", dateline_day=None)
    release = draw_press_release(replace(without, quote="", quote_by="", notes=("",), facts=()))
    assert reading.words(bare.pdf) == "FREE THEM"
    assert " · " not in reading.words(release.pdf).partition("FRIDAY")[0].partition("PRESS RELEASE")[2]
    assert "Notes to editors" not in reading.words(release.pdf)
    assert "2012 — Trade" not in reading.words(release.pdf)


@pytest.mark.parametrize("count", [0, 1, 3, 12])
@pytest.mark.parametrize("words", [1, 12])
def test_12_any_number_of_demands_and_words_is_printed_or_refused(count: int, words: int) -> None:
    demands = tuple(DemandLine(k, f"Demand{k}", "for all who were dismissed") for k in range(1, count + 1))
    sheet = draw_leaflet(replace(ENGLISH, headline=" ".join(["strike"] * words), demands=demands))
    printed = reading.words(sheet.pdf)
    assert "demands" in stops(sheet) or "body" in stops(sheet) or all(f"Demand{k} " in printed for k in range(1, count + 1))
    assert "headline" in stops(sheet) or printed.upper().count("STRIKE") >= words


def test_13_no_column_ends_with_a_first_line_or_begins_with_a_last_one() -> None:
    found = paragraph("word " * 60)
    block = Block(found, 10, 14, STANDARD.type)
    whole = len(block.lines(60))
    for room in range(5, 60, 3):
        first, rest = fill_column([block], 60, float(room))
        counts = [len(part.lines(60)) for part in (*first, *rest) if isinstance(part, Block)]
        assert sum(counts) == whole
        assert len(counts) == 1 or min(counts) >= 2


@pytest.mark.parametrize(
    ("language", "source", "kept"),
    [
        ("en", "at London SW1Y 5EA now", "SW1Y 5EA"),
        ("en", "on 12 June at noon", "12 June"),
        ("de", "am 12. Juni mittags", "12. Juni"),
        ("fr", "le 1er juin à midi", "1er juin"),
        ("es", "el 16 de diciembre al sol", "16 de diciembre"),
        ("pl", "ul. Sobieskiego 14, Warszawa", "Sobieskiego 14,"),
        ("ru", "приказ № 7 отменить", "№ 7"),
        ("ru", "в 2011 г. бастовали", "в 2011 г."),
        ("fr", "Il crie : liberté !", "crie :"),
    ],
)
def test_14_what_belongs_together_is_never_on_two_lines(language: str, source: str, kept: str) -> None:
    found = paragraph(kept, language)
    needed = found.width(found.whole())
    for measure in range(round(needed) + 100, 16_000, 250):
        assert any(kept in line.replace("\u00a0", " ") for line in lines_of(source, language, measure)), measure


def test_14_a_year_does_not_hold_the_next_word() -> None:
    assert paragraph("In 2011 workers").text == "In 2011 workers"


def test_15_what_word_processors_paste_is_set_as_it_was_meant() -> None:
    pasted = "Cafe\u0301\tso\u00adli\u00addarity\u2028next\u00a0line\r\nlast\u200e"
    assert clean(pasted) == "Café so\u00adli\u00addarity\u2028next\u00a0line\u2028last\u200e"
    sheet = draw_leaflet(replace(ENGLISH, body=pasted))
    assert "Café solidarity next line last" in reading.words(sheet.pdf)
    assert "body" not in stops(sheet)


def test_16_nothing_is_set_under_its_floor_and_the_field_too_long_is_named() -> None:
    long = draw_leaflet(replace(ENGLISH, body=ENGLISH.body * 6))
    assert "body" in stops(long)
    assert reading.smallest_type(long.pdf) >= 6
    assert "facts" in stops(draw_press_release(replace(PRESS["en"], facts=(Fact("When", ("noon " * 12,) * 30),))))


def test_17_small_type_on_dark_is_eight_points_or_more_but_for_the_imprint() -> None:
    crowded = replace(ENGLISH.call, directions="Tube: Charing Cross. " * 4) if ENGLISH.call else None
    sheet = draw_leaflet(replace(ENGLISH, call=crowded))
    sizes = {float(operands[1]) for operands, operator in reading.operators(sheet.pdf) if operator == "Tf"}
    assert all(size >= 7.99 or 6 <= size <= 6.7 for size in sizes)


@pytest.mark.parametrize(("paper", "size"), [("A4", (210.0, 297.0)), ("Letter", (215.9, 279.4))])
def test_18_a_release_stands_on_both_papers(paper: str, size: tuple[float, float]) -> None:
    sheet = draw_press_release(replace(PRESS["de"], paper=paper))  # type: ignore[arg-type]  # one of the two names
    assert sheet.size_mm == size
    assert stops(sheet) == {}


def test_20_a_scan_of_sixteen_bits_keeps_its_greys() -> None:
    scan = Image.linear_gradient("L").resize((1900, 1300)).convert("I").point(lambda value: value * 257).convert("I;16")
    out = BytesIO()
    scan.save(out, "PNG")
    page = reading.pixels(draw_leaflet(replace(ENGLISH, photo=out.getvalue())).pdf)
    greys = {page.getpixel((20, y))[0] for y in range(5, 100, 10)}  # type: ignore[index]  # pixels of RGB are triples
    assert min(greys) < 90
    assert max(greys) < 250


def test_22_three_scripts_stand_in_one_line_without_a_box() -> None:
    for language in ("kk", "en", "ar"):
        found = paragraph("Қайрат / قيرات / Кайрат Kairat", language)
        assert found.missing == ()
        assert {piece.script for piece in found.pieces} >= {"Cyrl", "Arab", "Latn"}


def test_23_urdu_lines_are_as_far_apart_as_their_letters_climb() -> None:
    assert proportions("ur").tall
    assert not proportions("fa").tall
    sheet = draw_leaflet(replace(MORE_LEAFLETS["ur"], kicker="یوم یکجہتی"))
    unknown = draw_leaflet(replace(MORE_LEAFLETS["ur"], kicker="یوم یکجہتی ✊"))
    label = next(note.place for note in unknown.notes if note.field == "kicker")
    assert label is not None
    page = reading.pixels(sheet.pdf, 144)
    scale = 144 / 25.4
    edges = (label.x, label.y - 1.2, label.x + label.w, label.y - 0.2)
    above = page.crop(tuple(round(edge * scale) for edge in edges))  # type: ignore[arg-type]  # four edges
    letters = (28, 20, 32)
    assert letters not in {colour for _count, colour in above.getcolors(100_000) or ()}
    assert letters in {colour for _count, colour in page.getcolors(1_000_000) or ()}


def test_24_nothing_of_the_person_at_the_computer_is_in_the_file() -> None:
    for sheet in (draw_leaflet(ENGLISH), draw_press_release(PRESS["en"])):
        with reading.opened(sheet.pdf) as found:
            described = " ".join(str(value) for value in found.docinfo.values())
        names = [name for name in (getpass.getuser(), platform.node()) if len(name) > 3]
        assert not [name for name in names if name in described]
        assert "ReportLab" not in described


@pytest.mark.parametrize("language", SEVENTEEN)
def test_the_imprint_is_in_the_words_of_the_sheet(language: str) -> None:
    campaign = Campaign(name="Solidarity", imprint_country="NO", imprint_publisher="Branch 7", imprint_address="Storgata 1, Oslo")
    line = imprint_line(campaign, language)
    assert "Branch 7" in line
    assert reading.plain(line) not in ("Branch 7, Storgata 1, Oslo.", "Branch 7")
    assert language == "en" or line != imprint_line(campaign, "en")


def test_the_line_measure_holds_for_balanced_and_evened_lines_too() -> None:
    sources = {"en": "AVAVA To. Ty, Wo. LT VA " * 6, **{language: ALL[language].body for language in ("ar", "hi", "ur")}}
    for language, source in sources.items():
        found = paragraph(source, language, hyphenate=True)
        for measure in range(9_000, 30_000, 700):
            for lines in (found.lines(measure), found.balanced(measure), found.without_runt(measure)):
                assert max(map(found.width, lines)) <= measure + 0.11


def test_the_day_of_a_persian_leaflet_names_its_month_alone() -> None:
    content = MORE_LEAFLETS["fa"]
    assert content.call is not None
    assert content.call.day == date(2012, 5, 1)
    assert "مهٔ" not in reading.words(draw_leaflet(content).pdf)


def test_words_beside_a_code_alone_that_do_not_fit_stop_the_print() -> None:
    sheet = draw_leaflet(replace(ENGLISH, call=None, qr_label="Sign the petition of the families " * 30))
    assert "qr_label" in stops(sheet)
    assert "qr_label" not in stops(draw_leaflet(replace(ENGLISH, call=None)))


def test_a_contact_without_words_leaves_no_card() -> None:
    assert "PRESS OFFICE" not in reading.words(draw_press_release(replace(PRESS["en"], contact=PressContact())).pdf)


def test_an_hour_before_a_place_in_latin_letters_keeps_its_order() -> None:
    for language in ("ar", "ur", "he"):
        assert seen("17:00 New York", language).endswith("17:00")


@pytest.mark.parametrize(("language", "words"), [("ur", "کرنے پر قید"), ("ar", "قيد في كل مكان")])
def test_no_letter_of_a_headline_sweeps_out_of_its_measure(language: str, words: str) -> None:
    said = paragraph(words, language, Role.DISPLAY)
    setting = headline(said, 100, 80, floor=15, ceiling=500)
    for line, size in zip(setting.lines, setting.sizes, strict=True):
        left, right = said.reach(line)
        assert left <= 0 < said.width(line) <= right
        assert (right - left) * size / 1000 <= 100 * MM + 0.1


def test_lines_of_a_headline_close_up_under_a_tail_but_never_under_a_comma() -> None:
    """A comma just over an E would be its accent."""

    def gap(words: str) -> float:
        said = Paragraph(text(words), Voice("en", Role.DISPLAY, capitals=True))
        setting = headline(said, 100, 300, floor=15, ceiling=100, least_lines=2)
        inks = [
            (top - bottom) * size / 1000 for (top, bottom), size in zip(map(said.ink, setting.lines), setting.sizes, strict=True)
        ]
        return (setting.height * MM - sum(inks)) / sum(setting.sizes) * len(inks)

    assert 0.06 < gap("jailed strikers") < 0.08
    assert gap("sacked, strikers") == pytest.approx(0.13, abs=0.015)
