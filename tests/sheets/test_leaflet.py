"""The leaflet prints what was written, in every language and layout, and says beforehand what would go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat

from organizer.sheets.catalogue import LEAFLET_LAYOUTS, LeafletLayout, draw_leaflet
from organizer.sheets.content import CallToAction, DemandLine, LeafletContent
from organizer.sheets.sheet import Sheet
from organizer.sheets.typesetting.capitals import capitals
from organizer.sheets.typesetting.colours import Palette
from organizer.sheets.typesetting.geometry import MM
from organizer.sheets.typesetting.stacks import main_language
from tests.sheets import reading
from tests.sheets.examples import HOSTILE, LEAFLETS, TARGET

ENGLISH = LEAFLETS["en"]
RIGHT_TO_LEFT = ("ar", "he")
LAYOUTS: tuple[LeafletLayout, ...] = tuple(layout.key for layout in LEAFLET_LAYOUTS)


@pytest.fixture(scope="module")
def drawn() -> dict[tuple[str, str], Sheet]:
    return {(tag, layout): draw_leaflet(content, layout) for tag, content in LEAFLETS.items() for layout in LAYOUTS}


def photo(width: int = 1900, height: int = 1300, mode: str = "RGB", form: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert(mode).save(out, form, **options)
    return out.getvalue()


def levels(sheet: Sheet, field: str) -> list[str]:
    return [note.level for note in sheet.notes if note.field == field]


def sentences(sheet: Sheet, level: str) -> str:
    return " ".join(note.sentence for note in sheet.notes if note.level == level)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("tag", LEAFLETS)
def test_files_are_sound_with_every_font_embedded_and_no_box(drawn: dict[tuple[str, str], Sheet], tag: str, layout: str) -> None:
    pdf = drawn[tag, layout].pdf
    assert reading.faults(pdf) == []
    found = reading.fonts(pdf)
    assert found
    assert all(font["embedded"] and font["unicode"] and font["kind"] == "/Type0" for font in found)
    assert not [font for font in found if "Helvetica" in font["name"]]
    assert reading.codes_of_glyphs_missing(pdf) == 0
    assert reading.smallest_type(pdf) >= 6
    assert not drawn[tag, layout].stopped


@pytest.mark.parametrize("tag", [tag for tag in LEAFLETS if tag not in RIGHT_TO_LEFT])
def test_text_reads_back_in_order(drawn: dict[tuple[str, str], Sheet], tag: str) -> None:
    content = LEAFLETS[tag]
    text = reading.letters(reading.words(drawn[tag, "one-page"].pdf))
    wanted = [capitals(content.headline, tag), content.body.replace("*", "")]
    wanted += [f"{demand.lead} {demand.rest}" for demand in content.demands]
    assert content.call
    wanted += [
        capitals(content.call.title, tag),
        *content.call.place_lines,
        content.call.directions,
        content.qr_label,
        content.imprint,
    ]
    assert [part for part in wanted if reading.letters(part) not in text] == []
    places = [text.index(reading.letters(part)) for part in wanted[:5]]
    assert places == sorted(places)


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_right_to_left_text_reads_back_in_order(drawn: dict[tuple[str, str], Sheet], tag: str) -> None:
    content = LEAFLETS[tag]
    text = reading.words(drawn[tag, "one-page"].pdf)
    bare = "".join(c for c in text if c.isalnum())
    for demand in content.demands:
        assert "".join(c for c in reading.plain(f"{demand.lead}{demand.rest}") if c.isalnum()) in bare
    assert "".join(c for c in reading.plain(content.body.split(".")[0]) if c.isalpha()) in "".join(c for c in bare if c.isalpha())
    for number in ("2011", "16", "12:00", "14:00"):
        assert number in text
    assert "office@example.org" in text


def test_reading_backwards_would_be_noticed(drawn: dict[tuple[str, str], Sheet]) -> None:
    text = "".join(c for c in reading.words(drawn["ar", "one-page"].pdf) if c.isalnum())
    lead = "".join(c for c in LEAFLETS["ar"].demands[0].lead if c.isalnum())
    assert lead in text
    assert lead[::-1] not in text


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_the_code_on_the_page_leads_to_the_address(drawn: dict[tuple[str, str], Sheet], tag: str, layout: str) -> None:
    assert set(reading.codes(drawn[tag, layout].pdf)) == {TARGET}


def test_a_page_without_a_code_shows_none() -> None:
    assert reading.codes(draw_leaflet(replace(ENGLISH, qr_target="")).pdf) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_drawing_twice_gives_the_same_bytes(drawn: dict[tuple[str, str], Sheet], layout: LeafletLayout) -> None:
    assert draw_leaflet(ENGLISH, layout).pdf == drawn["en", layout].pdf
    assert draw_leaflet(replace(ENGLISH, headline="Another"), layout).pdf != drawn["en", layout].pdf


def test_nothing_is_printed_in_the_outer_five_millimetres_of_office_paper(drawn: dict[tuple[str, str], Sheet]) -> None:
    for tag in ("en", "ar"):
        image = reading.pixels(drawn[tag, "two-on-a4"].pdf, 72)
        assert image.size == (842, 596) or image.size == (842, 595)
        assert _edge_colours(image, 5 * MM) == {(255, 255, 255)}
    assert _edge_colours(reading.pixels(drawn["en", "one-page"].pdf, 72), 5 * MM) != {(255, 255, 255)}


def _edge_colours(image: Image.Image, edge: float) -> set[Any]:
    k = int(edge) - 1
    w, h = image.size
    strips = [(0, 0, w, k), (0, h - k, w, h), (0, 0, k, h), (w - k, 0, w, h)]
    return {colour for strip in strips for _count, colour in image.crop(strip).getcolors(1 << 16) or []}


def test_both_halves_of_office_paper_are_the_same_leaflet(drawn: dict[tuple[str, str], Sheet]) -> None:
    image = reading.pixels(drawn["kk", "two-on-a4"].pdf, 72)
    shift = round((297 - 5 - 148 * 200 / 210 - 5) * MM)
    left, right = image.crop((16, 16, 410, 578)), image.crop((16 + shift, 16, 410 + shift, 578))
    assert _difference(left, right) < 2
    assert _difference(left, image.crop((6 + shift, 16, 400 + shift, 578))) > 10


def _difference(one: Image.Image, other: Image.Image) -> float:
    """The mean difference of two pictures, 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def test_the_print_shop_file_has_printing_inks_and_bleed(drawn: dict[tuple[str, str], Sheet]) -> None:
    pdf = drawn["en", "print-shop"].pdf
    assert reading.colour_spaces(pdf) == {"cmyk"}
    assert "rgb" in reading.colour_spaces(drawn["en", "one-page"].pdf)
    with reading.opened(pdf) as found:
        boxes = {
            name: [round(float(x) / MM, 1) for x in found.pages[0].obj[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        }
    assert boxes == {"/MediaBox": [0, 0, 154, 216], "/BleedBox": [0, 0, 154, 216], "/TrimBox": [3, 3, 151, 213]}
    assert drawn["en", "print-shop"].size_mm == (148, 210)


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_photos_of_any_kind_are_printed_in_printing_inks(mode: str) -> None:
    pdf = draw_leaflet(replace(ENGLISH, photo=photo(mode=mode)), "print-shop").pdf
    assert reading.colour_spaces(pdf) == {"cmyk"}
    assert reading.faults(pdf) == []


def test_nothing_personal_is_in_the_file() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    pdf = draw_leaflet(replace(ENGLISH, photo=photo(exif=exif))).pdf
    with reading.opened(pdf) as found:
        info = {key: str(value) for key, value in found.docinfo.items()}
        data = b"".join(
            bytes(item.read_raw_bytes()) for item in found.objects if hasattr(item, "read_raw_bytes") and "/Length" in item
        )
    assert info["/Title"] == "Jailed for defending strikers"
    assert info["/Author"] == "Campaign Kazakhstan"
    assert {info["/Creator"], info["/Producer"]} == {"Picket Organizer"}
    assert b"SecretCamera" not in data + pdf
    assert not [word for word in ("anonymous", "untitled", "ReportLab", "root") if word in " ".join(info.values())]


def test_a_small_photo_is_called_soft_and_a_broken_one_replaced() -> None:
    small = draw_leaflet(replace(ENGLISH, photo=photo(600, 400)))
    assert "103 dots an inch" in sentences(small, "look")
    assert levels(draw_leaflet(replace(ENGLISH, photo=photo())), "photo") == []
    for broken in (b"", b"no picture", photo()[:2000]):
        sheet = draw_leaflet(replace(ENGLISH, photo=broken))
        assert "drawn crowd" in sentences(sheet, "look") or not broken


@pytest.mark.parametrize(
    ("width", "height", "mode", "form"),
    [(900, 1600, "RGB", "JPEG"), (12, 9, "RGB", "PNG"), (2000, 900, "RGBA", "PNG"), (800, 800, "I;16", "PNG")],
)
def test_portraits_stamps_transparent_and_sixteen_bit_pictures_are_printed(width: int, height: int, mode: str, form: str) -> None:
    image = Image.new(mode, (width, height))
    out = BytesIO()
    image.save(out, form)
    sheet = draw_leaflet(replace(ENGLISH, photo=out.getvalue()))
    assert "drawn crowd" not in sentences(sheet, "look")
    assert reading.faults(sheet.pdf) == []


def test_an_empty_leaflet_is_drawn_and_says_what_is_missing() -> None:
    sheet = draw_leaflet(LeafletContent("en", ""))
    assert {"headline", "imprint"} == {note.field for note in sheet.notes if note.level == "stop"}
    assert reading.faults(sheet.pdf) == []
    assert reading.words(sheet.pdf) == ""


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_in_every_field_is_printed_as_it_stands(language: str, layout: LeafletLayout) -> None:
    call = CallToAction(date(2012, 12, 16), HOSTILE, True, time(0, 0), time(23, 59), (HOSTILE, HOSTILE), HOSTILE)
    content = LeafletContent(
        language,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        HOSTILE,
        (DemandLine(1, HOSTILE, HOSTILE),),
        call,
        HOSTILE[:60],
        HOSTILE,
        HOSTILE,
        None,
    )
    sheet = draw_leaflet(replace(content, organisation=HOSTILE), layout)
    assert reading.faults(sheet.pdf) == []
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0
    assert "<b>&amp;" in reading.words(sheet.pdf) or "<B>&AMP;" in reading.words(sheet.pdf)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_ten_thousand_letters_in_any_field_stop_the_print_and_name_it(language: str) -> None:
    long = "Solidarität عمال солидарность " * 340
    one_word = "Ж" * 10_000
    base = replace(LEAFLETS[language], photo=None)
    assert base.call
    for text in (long, one_word):
        assert "stop" in levels(draw_leaflet(replace(base, body=text)), "body")
        assert "stop" in levels(draw_leaflet(replace(base, headline=text)), "headline")
        assert "stop" in levels(draw_leaflet(replace(base, kicker=text)), "kicker")
        assert "stop" in levels(draw_leaflet(replace(base, imprint=text)), "imprint")
        assert "stop" in levels(draw_leaflet(replace(base, qr_target=text)), "qr_target")
        assert "stop" in levels(draw_leaflet(replace(base, qr_label=text)), "qr_label")
        assert draw_leaflet(replace(base, call=replace(base.call, directions=text))).stopped
        assert draw_leaflet(replace(base, demands=(DemandLine(1, text, text),))).stopped


def test_text_over_its_place_shrinks_to_the_floor_and_no_further() -> None:
    sizes = []
    body = ENGLISH.body.replace("*", "")
    for times in (1, 2, 3, 4, 6):
        sheet = draw_leaflet(replace(ENGLISH, body="\n\n".join([body] * times)))
        sizes.append((levels(sheet, "body") or ["fits"])[0])
        assert reading.smallest_type(sheet.pdf) >= 6
    assert sizes == sorted(sizes, key=["fits", "look", "stop"].index)
    assert sizes[0] == "fits"
    assert sizes[-1] == "stop"


def test_a_note_says_the_size_and_how_many_words_to_leave_out() -> None:
    body = " ".join([ENGLISH.body.replace("*", "")] * 3)
    sheet = draw_leaflet(replace(ENGLISH, body=body))
    note = next(note for note in sheet.notes if note.level == "look" and note.field == "body")
    assert note.sentence.startswith("Set at 9.") or note.sentence.startswith("Set at 10.")
    assert "pt instead of 10.8 pt to fit." in note.sentence
    assert note.place
    assert note.place.y > 60


@pytest.mark.parametrize("words", [1, 2, 3, 7, 12, 30])
def test_headlines_of_one_and_of_many_words_fill_the_band(words: int) -> None:
    headline = " ".join((["Freedom", "for", "the", "jailed", "oil", "workers", "of"] * 5)[:words])
    sheet = draw_leaflet(replace(ENGLISH, headline=headline))
    assert reading.letters(headline) in reading.letters(reading.words(sheet.pdf))
    assert "stop" not in levels(sheet, "headline")


def test_twelve_demands_are_printed_or_refused_never_lost_in_silence() -> None:
    twelve = tuple(DemandLine(number, f"Demand {number}", "with a few words more") for number in range(1, 13))
    sheet = draw_leaflet(replace(ENGLISH, body="Short.", demands=twelve))
    text = reading.words(sheet.pdf)
    printed = [number for number in range(1, 13) if f"Demand {number} with" in text]
    assert len(printed) == 12 or sheet.stopped
    assert not draw_leaflet(replace(ENGLISH, demands=twelve[:3])).stopped


def test_signs_no_font_has_are_named_with_their_field() -> None:
    assert ENGLISH.call
    sheet = draw_leaflet(replace(ENGLISH, call=replace(ENGLISH.call, directions="Bring ✊ banners"), kicker="李明 ✊ ๑ ኣ"))
    stops = {note.field: note.sentence for note in sheet.notes if note.level == "stop"}
    assert stops["directions"] == "The sign ✊ (raised fist) is in none of the fonts: it would print as a box."
    assert stops["kicker"] == "The signs 李 明 ✊ and 2 more signs are in none of the fonts: they would print as boxes."
    assert "Every letter and sign is in the fonts." in sentences(draw_leaflet(ENGLISH), "good")
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0


def test_a_day_that_is_not_exact_prints_its_month() -> None:
    assert ENGLISH.call
    text = reading.words(draw_leaflet(replace(ENGLISH, call=replace(ENGLISH.call, exact=False))).pdf)
    assert "DECEMBER 2012" in text
    assert "Sunday" not in text


@pytest.mark.parametrize("change", ["call", "qr", "photo", "demands", "body", "all"])
def test_empty_parts_leave_no_bullet_and_no_stray_sign(change: str) -> None:
    changes: dict[str, Any] = {
        "call": {"call": None},
        "qr": {"qr_target": "", "qr_label": ""},
        "photo": {"design": "type"},
        "demands": {"demands": ()},
        "body": {"body": ""},
        "all": {"call": None, "qr_target": "", "qr_label": "", "design": "type", "demands": (), "body": "", "kicker": ""},
    }
    text = reading.words(draw_leaflet(replace(ENGLISH, **changes[change])).pdf)
    if change in ("demands", "all"):
        assert "DEMAND" not in text
    if change == "all":
        assert reading.letters(text) == reading.letters(ENGLISH.headline + ENGLISH.imprint)
    assert "None" not in text


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#ffc529", "#0057b8", "#7fff00"])
def test_any_campaign_colour_leaves_the_headline_readable(colour: str) -> None:
    palette = Palette.of(colour, colour, "#1c1420")
    assert palette.readable_on(palette.accent).contrast(palette.accent) >= 4.5
    assert palette.coloured_on(palette.paper).contrast(palette.paper) >= 4.5
    sheet = draw_leaflet(replace(ENGLISH, colours=palette))
    assert reading.codes(sheet.pdf) == [TARGET]


@pytest.mark.parametrize("tag", ["en", "ar", "he", "el"])
def test_the_words_under_the_code_keep_clear_of_its_card(drawn: dict[tuple[str, str], Sheet], tag: str) -> None:
    sheet = drawn[tag, "one-page"]
    place = next(note.place for note in sheet.notes if note.field == "qr_target")
    assert place is not None
    dots, below = 300 / 25.4, place.y + place.h
    edges = (place.x + 2, below + 0.3, place.x + place.w - 2, below + 1.2)
    strip = reading.pixels(sheet.pdf, 300).crop(tuple(round(edge * dots) for edge in edges))  # type: ignore[arg-type]
    assert len(strip.getcolors(1 << 16) or []) == 1


def test_right_to_left_leaflets_are_mirrored(drawn: dict[tuple[str, str], Sheet]) -> None:
    places = {
        tag: {note.field: note.place for note in draw_leaflet(replace(LEAFLETS[tag], qr_target=TARGET * 90, kicker="✊")).notes}
        for tag in ("en", "ar")
    }
    for field in ("qr_target", "kicker"):
        left, right = places["en"][field], places["ar"][field]
        assert left
        assert right
        assert (left.x + left.w / 2 < 74) != (right.x + right.w / 2 < 74)


def test_fixed_words_are_in_the_language_of_the_sheet(drawn: dict[tuple[str, str], Sheet]) -> None:
    for tag, word in (("de", "DAS FORDERN SIE"), ("ru", "ИХ ТРЕБОВАНИЯ"), ("kk", "ОЛАРДЫҢ ТАЛАПТАРЫ"), ("el", "ΤΑ ΑΙΤΗΜΑΤΑ")):
        assert word in reading.words(drawn[tag, "one-page"].pdf)
    assert main_language("ar-LB") == "ar"


def test_leaving_out_as_many_words_as_the_note_says_brings_the_size_back() -> None:
    words = " ".join([ENGLISH.body.replace("*", "")] * 3).split()
    note = next(note for note in draw_leaflet(replace(ENGLISH, body=" ".join(words))).notes if note.level == "look")
    count = int(note.sentence.split(" to fit. ")[1].split()[0])
    assert levels(draw_leaflet(replace(ENGLISH, body=" ".join(words[:-count]))), "body") == []
    assert count < len(words) * 0.6


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_leaflets_can_be_kept_in_archives_as_pdf_a(drawn: dict[tuple[str, str], Sheet], tag: str) -> None:
    assert reading.archive_faults(drawn[tag, "one-page"].pdf) == []
    assert reading.archive_faults(drawn[tag, "two-on-a4"].pdf) == []


def test_a_leaflet_of_a_headline_alone_has_nothing_to_fit() -> None:
    sheet = draw_leaflet(LeafletContent(language="en", headline="Sacked for striking", imprint="Published by X, 1 Y"), "one-page")
    assert [note.sentence for note in sheet.notes if note.level != "good"] == []
