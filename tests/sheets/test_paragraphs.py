"""Paragraphs keep every letter, no line is wider than its measure, and what belongs together stays together."""

from __future__ import annotations

import unicodedata

import pyphen
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.sheets.typesetting.capitals import capitals
from organizer.sheets.typesetting.hyphenation import hyphens
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run, clean, text
from organizer.sheets.typesetting.shaping import Line
from organizer.sheets.typesetting.voice import Voice
from tests.sheets.examples import HOSTILE

_SAMPLE = (
    "Solidaritätskomitee Streikenden Schangaösen нефтяники забастовочного мұнайшылар αλληλεγγύη عمال النفط أضربوا הנפט שבתו "
    "+7 (727) 123-45-67 office@example.org https://example.org/kz?a=b&c=d SW1Y 5EA 12–14 № 7 50 % ₸ AVAST To. fi ffi "
    "e\u0301 ✊ 李明 "
    "so\u00adli\u00adda\u00adri\u00adty می‌خواهیم श्रमिकों یکجہتی \u2067x\u2069 \u202e! * <b> &amp;"
)
WORDS = _SAMPLE.split(" ")
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=20).map("".join),
)
LANGUAGES = st.sampled_from(("en", "de", "ru", "kk", "el", "ar", "he", "fa", "ur", "hi", "fr"))
MEASURES = st.floats(300, 30_000)


def plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def paragraph(source: str, language: str = "en", **changes: bool) -> Paragraph:
    return Paragraph(text(source), Voice(language, **changes))


def shown(found: Paragraph, lines: list[Line]) -> str:
    return "".join(found.text[line.start : line.end] for line in lines)


def unspaced(source: str) -> str:
    return "".join(c for c in source if not c.isspace() and unicodedata.category(c) not in ("Cf", "Zl"))


@settings(max_examples=250, deadline=None)
@given(TEXTS, LANGUAGES, MEASURES)
def test_no_line_is_wider_than_its_measure(source: str, language: str, measure: float) -> None:
    found = paragraph(source, language, hyphenate=True)
    for line in found.lines(measure):
        assert all(glyph.number for shaped in found.shaped(line) for glyph in shaped.glyphs)
        if found.width(line) > measure + 0.01:
            advancing = sum(1 for shaped in found.shaped(line) for glyph in shaped.glyphs if glyph.advance > 0)
            assert advancing <= 1 or len({g.cluster for s in found.shaped(line) for g in s.glyphs if g.advance > 0}) == 1


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGUAGES, MEASURES)
def test_no_letter_is_lost_between_lines(source: str, language: str, measure: float) -> None:
    found = paragraph(source, language, hyphenate=True)
    for lines in (found.lines(measure), found.balanced(measure), found.without_runt(measure)):
        assert unspaced(shown(found, lines)) == unspaced(found.text)


def test_the_sum_of_letters_alone_would_have_been_too_wide() -> None:
    found = paragraph("AVAVAVAV To. To. Ty, Wo. LT VA", "en")
    widths = [found.width(found.line(a, b)) for a in range(0, 20) for b in range(a + 1, 30)]
    sums = [found._sums[b] - found._sums[a] for a in range(0, 20) for b in range(a + 1, 30)]
    assert any(width > total + 1 for width, total in zip(widths, sums, strict=True))


def test_hostile_text_is_literal_and_loses_nothing_but_controls() -> None:
    runs = text(HOSTILE)
    assert '<b>&amp;"' in plain(runs)
    assert not [c for c in plain(runs) if unicodedata.category(c) in ("Cc", "Cs")]
    assert "\u2028next\u2028line\u2028end tab" in plain(runs)
    assert Paragraph(runs, Voice("en")).lines(5000)


def test_ten_thousand_letters_without_a_space_are_set() -> None:
    found = paragraph("Ж" * 10_000, "ru", hyphenate=True)
    lines = found.lines(20_000)
    assert len(shown(found, lines)) == 10_000
    assert found.splits(lines)


def test_decomposed_letters_are_composed() -> None:
    assert clean("e\u0301 И\u0306") == "é Й"


@pytest.mark.parametrize(
    ("language", "small", "large"),
    [
        ("el", "Απολύθηκαν προϊόν", "ΑΠΟΛΥΘΗΚΑΝ ΠΡΟΪΟΝ"),
        ("tr", "işçi ısı", "İŞÇİ ISI"),
        ("de", "Straße", "STRAẞE"),
        ("kk", "ұлы жеңіс", "ҰЛЫ ЖЕҢІС"),
        ("en", "fire", "FIRE"),
    ],
)
def test_capitals_follow_the_language(language: str, small: str, large: str) -> None:
    assert capitals(small, language) == large


@pytest.mark.parametrize(
    ("language", "source", "kept"),
    [
        ("en", "Come to London SW1Y 5EA today", "SW1Y 5EA"),
        ("en", "Call +44 20 7946 0123 now", "+44 20 7946 0123"),
        ("en", "Be there on 12 June at noon", "12 June"),
        ("ru", "Приходите к посольству", "к посольству"),
        ("ru", "Приказ № 7 отменить", "№ 7"),
        ("fr", "Liberté pour tous !", "tous !"),
    ],
)
def test_what_belongs_together_is_on_one_line(language: str, source: str, kept: str) -> None:
    found = paragraph(source, language)
    for measure in range(4_000, 16_000, 250):
        lines = found.lines(measure)
        if found.splits(lines):
            continue
        shown_lines = [found.text[line.start : line.end].replace("\u00a0", " ").replace("\u2011", "-") for line in lines]
        assert any(kept in line for line in shown_lines)


def test_phone_numbers_and_ranges_keep_their_order_in_arabic() -> None:
    for source, number in (("هاتف +7 (727) 123-45-67 مساءً", "+7 (727) 123-45-67"), ("من 10-12 أيار", "10-12")):
        found = paragraph(source, "ar")
        visual = "".join(
            found.text[shaped.piece.start + glyph.cluster] for shaped in found.shaped(found.whole()) for glyph in shaped.glyphs
        )
        assert number in visual.replace("\u00a0", " ").replace("\u2011", "-")


@pytest.mark.parametrize(
    ("language", "dictionary"), [("de", "de_DE"), ("en", "en_GB"), ("ru", "ru_RU"), ("el", "el_GR"), ("it", "it_IT")]
)
def test_words_are_hyphenated_as_by_pyphen(language: str, dictionary: str) -> None:
    sample = (
        "solidaritätskomitee kundgebung verhandlungen streikenden solidarity reinstatement independent international "
        "солидарности требования нефтяники забастовочного αλληλεγγύη διαπραγματεύσεις solidarietà lavoratori"
    )
    reference = pyphen.Pyphen(lang=dictionary, left=2, right=3)
    assert {word: hyphens(word, language) for word in sample.split()} == {
        word: list(reference.positions(word)) for word in sample.split()
    }


def test_languages_without_a_dictionary_and_names_are_not_hyphenated() -> None:
    assert hyphens("мұнайшылар", "kk") == []
    assert hyphens("KazMunayGas BBC", "en") == []


def test_addresses_break_only_after_their_signs_and_without_a_hyphen() -> None:
    found = paragraph("https://example.org/petitions/2012/kazakhstan?source=leaflet&language=de", hyphenate=True)
    lines = found.lines(9_000)
    assert len(lines) > 2
    assert all(found.text[line.end - 1] in "/?&=.-_" and not line.hyphen for line in lines[:-1])


def test_headings_are_balanced_and_last_lines_are_not_lost() -> None:
    found = paragraph("An independent inquiry into the shootings, with experts the families trust")
    measure = found.width(found.whole()) - 100
    greedy, evened = found.lines(measure), found.without_runt(measure)
    assert found.text[greedy[-1].start : greedy[-1].end] == "trust"
    assert " " in found.text[evened[-1].start : evened[-1].end]
    widths = [found.width(line) for line in found.balanced(measure)]
    assert min(widths) > 0.6 * max(widths)


def test_signs_without_a_font_are_named_and_drawn_as_a_box() -> None:
    found = paragraph("Fist ✊ and 李")
    assert found.missing == ("✊", "李")
    assert found.drawn == "Fist □ and □"
    assert all(glyph.number for shaped in found.shaped(found.whole()) for glyph in shaped.glyphs)


def test_latin_words_in_enlarged_arabic_are_not_enlarged() -> None:
    source = text("عمال London")
    alike, smaller = Paragraph(source, Voice("ar")), Paragraph(source, Voice("ar", foreign=0.5))
    latin = alike.line(alike.text.index("L"), len(alike.text))
    arabic = alike.line(0, 4)
    assert smaller.width(latin) == pytest.approx(alike.width(latin) / 2)
    assert smaller.width(arabic) == alike.width(arabic)


def test_the_number_of_an_address_stands_in_the_face_of_its_words() -> None:
    found = paragraph("لندن، 125 Pall Mall في 2012", "ar")
    faces = {
        words: next(piece.face.name for piece in found.pieces if piece.start <= found.text.index(words) < piece.end)
        for words in ("125", "Pall", "2012")
    }
    assert faces == {"125": "NotoSans-Regular", "Pall": "NotoSans-Regular", "2012": "NotoNaskhArabic-Regular"}


def test_all_digits_of_a_reference_stand_in_one_face() -> None:
    found = paragraph("بيان 14/2012", "ar")
    assert {piece.face.name for piece in found.pieces if found.text[piece.start].isdigit()} == {"NotoNaskhArabic-Regular"}


def test_the_numbers_of_an_address_in_the_imprint_stand_in_the_face_of_its_words() -> None:
    found = paragraph("الناشر: \u206812 Example Lane, London E0 1AA\u2069، \u2068حملة 7 Days\u2069 14", "ar")
    faces = {found.text[k]: piece.face.name for piece in found.pieces for k in range(piece.start, piece.end)}
    at = {
        words: next(piece.face.name for piece in found.pieces if piece.start <= found.text.index(words) < piece.end)
        for words in ("12", "0", "7", "14")
    }
    assert at == {
        "12": "NotoSans-Regular",
        "0": "NotoSans-Regular",
        "7": "NotoNaskhArabic-Regular",
        "14": "NotoNaskhArabic-Regular",
    }
    assert faces["ح"] == "NotoNaskhArabic-Regular"
