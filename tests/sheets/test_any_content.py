"""Whatever is typed into whatever field: a sheet comes out, sound, with a glyph for every code."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.sheets.catalogue import LEAFLET_LAYOUTS, draw_leaflet, draw_press_release
from organizer.sheets.content import CallToAction, DemandLine, Fact, LeafletContent, PressContact, PressReleaseContent
from tests.sheets import reading
from tests.sheets.test_paragraphs import TEXTS

LANGUAGES = st.sampled_from(("en", "de", "ru", "kk", "el", "ar-LB", "he", "fa", "ur", "hi", "tr", "fr", "xx", "", "zh_Hant"))
LINES = st.lists(TEXTS, max_size=4).map(tuple)
CALLS = st.builds(
    CallToAction,
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    TEXTS,
    st.booleans(),
    st.none() | st.just(time(12)),
    st.none() | st.just(time(14)),
    LINES,
    TEXTS,
)
DEMANDS = st.lists(st.builds(DemandLine, st.integers(1, 200), TEXTS, TEXTS), max_size=6).map(tuple)
LEAFLETS = st.builds(
    LeafletContent,
    LANGUAGES,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    DEMANDS,
    st.none() | CALLS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.none() | st.binary(max_size=40),
    headline_face=st.sampled_from(("heavy", "tall")),
    design=st.sampled_from(("photo", "type")),
)
RELEASES = st.builds(
    PressReleaseContent,
    LANGUAGES,
    TEXTS,
    TEXTS,
    TEXTS,
    TEXTS,
    st.none() | st.just(date(2012, 12, 13)),
    st.none() | st.just(datetime(2012, 12, 14, 0, 1)),
    TEXTS,
    TEXTS,
    TEXTS,
    st.none() | st.just(date(2012, 12, 14)),
    LINES,
    TEXTS,
    TEXTS,
    LINES,
    TEXTS,
    LINES,
    st.lists(st.builds(Fact, TEXTS, LINES), max_size=4).map(tuple),
    st.none() | st.builds(PressContact, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS),
    st.none() | st.binary(max_size=40),
    st.sampled_from(("A4", "Letter")),
)


@settings(max_examples=40, deadline=None)
@given(LEAFLETS, st.sampled_from([layout.key for layout in LEAFLET_LAYOUTS]))
def test_any_leaflet_is_drawn(content: LeafletContent, layout: str) -> None:
    sheet = draw_leaflet(content, next(known.key for known in LEAFLET_LAYOUTS if known.key == layout))
    assert reading.faults(sheet.pdf) == []
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0
    assert all(note.sentence for note in sheet.notes)


@settings(max_examples=40, deadline=None)
@given(RELEASES)
def test_any_press_release_is_drawn(content: PressReleaseContent) -> None:
    sheet = draw_press_release(content)
    assert reading.faults(sheet.pdf) == []
    assert reading.codes_of_glyphs_missing(sheet.pdf) == 0
    assert sheet.pages >= 1


def test_a_glyph_that_is_missing_would_be_counted() -> None:
    pdf = draw_leaflet(LeafletContent("en", "Freedom")).pdf
    with reading.opened(pdf) as found:
        for font in found.pages[0].Resources.Font.values():
            table = font.DescendantFonts[0].CIDToGIDMap
            table.write(bytes(len(table.read_bytes())))
        spoilt = reading.saved(found)
    assert reading.codes_of_glyphs_missing(spoilt) > 0


def test_the_list_of_sheets_loads_no_drawing_code() -> None:
    heavy = ("reportlab", "uharfbuzz", "PIL", "segno", "pyphen")
    code = f"import sys, organizer.sheets.catalogue; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
