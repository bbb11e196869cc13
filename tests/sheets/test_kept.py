"""Paragraphs kept between drawings: what did not change is not shaped anew, what is drawn is the same, memory has an end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from organizer.sheets.catalogue import draw, draw_leaflet, sheet_kinds
from organizer.sheets.content import LeafletContent
from organizer.sheets.typesetting.blocks import Block, draw_stack
from organizer.sheets.typesetting.colours import Palette
from organizer.sheets.typesetting.kept import KeptParagraphs, kept_paragraph
from organizer.sheets.typesetting.page import Page
from organizer.sheets.typesetting.paragraphs import Paragraph
from organizer.sheets.typesetting.runs import Run, text
from organizer.sheets.typesetting.stacks import Role
from organizer.sheets.typesetting.voice import Voice
from tests.sheets.jobs import campaign, job, parts
from tests.sheets.leaflets import example, leaflet_parts

ENGLISH = Voice("en")


class Shaping:
    """Shapes paragraphs, and remembers which."""

    def __init__(self) -> None:
        self.shaped: list[str] = []

    def __call__(self, runs: tuple[Run, ...], voice: Voice) -> Paragraph:
        self.shaped.append("".join(run.text for run in runs))
        return Paragraph(runs, voice)


def test_only_the_paragraph_that_changed_is_shaped_anew() -> None:
    shaping = Shaping()
    kept = KeptParagraphs(make=shaping)
    for words in ("Free the prisoners", "Reinstate the 312", "Free the prisoners", "Reinstate the 313"):
        assert kept.paragraph(text(words), ENGLISH).text == words
    assert shaping.shaped == ["Free the prisoners", "Reinstate the 312", "Reinstate the 313"]


def test_the_same_words_in_another_voice_or_weight_are_another_paragraph() -> None:
    kept = KeptParagraphs()
    asked = [
        (text("istanbul"), ENGLISH),
        (text("istanbul"), Voice("en", capitals=True)),
        (text("istanbul"), Voice("tr", capitals=True)),
        (text("istanbul"), Voice("en", Role.DISPLAY)),
        (text(Run("istanbul", strong=True)), ENGLISH),
        (text(Run("istanbul", emphasis=True)), ENGLISH),
        (text("istan", "bul"), ENGLISH),
    ]
    found = [kept.paragraph(*each) for each in asked]
    assert len(set(map(id, found))) == len(asked)
    assert [paragraph.text for paragraph in found[:3]] == ["istanbul", "ISTANBUL", "İSTANBUL"]
    assert [kept.paragraph(*each) for each in asked] == found


def test_the_oldest_are_forgotten_before_there_are_too_many_letters() -> None:
    shaping = Shaping()
    kept = KeptParagraphs(400, shaping)
    for words in (letter * 60 for letter in "abacdeab"):
        kept.paragraph(text(words), ENGLISH)
        assert kept.letters <= 400
    assert "".join(words[0] for words in shaping.shaped) == "abcdeb"


def test_a_text_that_is_too_long_to_be_kept_is_set_all_the_same() -> None:
    kept = KeptParagraphs(400)
    short = kept.paragraph(text("solidarity"), ENGLISH)
    letters = kept.letters
    long = kept.paragraph(text("solidarity " * 500), ENGLISH)
    assert len(long.lines(20_000)) > 50 and kept.letters == letters
    assert kept.paragraph(text("solidarity"), ENGLISH) is short


def test_a_paragraph_tried_at_very_many_measures_is_made_anew_so_that_its_lines_do_not_pile_up() -> None:
    kept = KeptParagraphs(40_000)
    runs = text("solidarity with the oil workers of Zhanaozen " * 5)
    first = kept.paragraph(runs, ENGLISH)
    for end in range(1, 200):
        first.width(first.line(0, end))
    assert first.measured > 10_000
    again = kept.paragraph(runs, ENGLISH)
    assert again is not first and again.measured == 0
    assert kept.paragraph(runs, ENGLISH) is again


@pytest.mark.parametrize("language", ["en", "ar", "ur", "ru", "hi"])
def test_a_leaflet_drawn_after_many_others_is_the_same_file(language: str) -> None:
    content = example(language)
    others = [replace(content, body=content.body[:-k], headline=content.headline[k:]) for k in range(1, 4)]
    first = draw_leaflet(content).pdf
    for other in others:
        assert draw_leaflet(other).pdf != first
    assert draw_leaflet(content).pdf == first


@pytest.mark.parametrize("layout", ["folded-trifold-a4", "print-shop"])
def test_paragraphs_kept_from_one_layout_serve_another(layout: str) -> None:
    made_of = parts(leaflet=leaflet_parts(campaign(), "ur"))
    kind = sheet_kinds()["trifold"]
    alone = draw(kind, job("trifold", language="ur", parts=made_of, layout=layout)).pdf
    for other in kind.format("").layouts:
        draw(kind, job("trifold", language="ur", parts=made_of, layout=other.key))
    assert draw(kind, job("trifold", language="ur", parts=made_of, layout=layout)).pdf == alone


def test_a_kept_paragraph_is_drawn_like_one_that_is_new() -> None:
    def pdf(paragraph: Paragraph, width: float) -> bytes:
        page = Page(148, 210, title="", author="", subject="Test", language="en")
        draw_stack(page, [Block(paragraph, 10, 14, Palette().type, align="justify")], 20, 20, width)
        return page.bytes()

    runs, voice = text("Solidarität mit den Streikenden in Schangaösen: " * 6), Voice("de", hyphenate=True)
    kept = kept_paragraph(runs, voice)
    for width in (30.0, 47.5, 80.0, 30.0):
        assert pdf(kept, width) == pdf(Paragraph(runs, voice), width)


def test_a_sign_that_no_font_has_is_told_each_time() -> None:
    content = LeafletContent("en", "Freedom \U0001f4e2", body="Now")
    noted = [[note.sentence for note in draw_leaflet(content).notes if note.field == "headline"] for _time in range(2)]
    assert noted[0] == noted[1] and any("\U0001f4e2" in sentence for sentence in noted[0])
