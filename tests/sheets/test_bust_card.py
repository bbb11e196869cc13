"""The bust card, read back: rights as a list, numbers large and in order, room to write, in every size."""

from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets.jobs import campaign, job, parts
from tests.sheets.reading import largest_type, smallest_type, words

RIGHTS = "You may keep silent.\nAsk for a lawyer of your own choice.\nSign nothing that your lawyer has not read."
PHONES = "Lawyer on call: +44 20 7946 0399\nOffice, day and night: +44 7700 900321"


def card(trimmed: str = "", layout: str = "", *, language: str = "en", large: bool = False, **answers: str) -> Sheet:
    said = {"rights": RIGHTS, "phones": PHONES, **answers}
    return draw(
        sheet_kinds()["bust-card"], job("bust-card", language=language, trimmed=trimmed, layout=layout, answers=said, large=large)
    )


def stops(sheet: Sheet) -> list[str]:
    return [note.field for note in sheet.notes if note.level == "stop"]


@pytest.mark.parametrize("trimmed", ["a6", "quarter-letter", "card"])
def test_rights_stand_on_the_front_and_numbers_on_the_back(trimmed: str) -> None:
    sheet = card(trimmed, "one-page")
    assert sheet.pages == 2 and not stops(sheet)
    front, back = words(sheet.pdf, 0), words(sheet.pdf, 1)
    assert "IF YOU ARE STOPPED" in front and "Sign nothing" in front and "7946" not in front
    assert "WHO TO RING" in back and "+44 20 7946 0399" in back and "Lawyer:" in back and "on your arm" in back
    assert "12 Mill Lane" in back and "PUBLIC" in front


@pytest.mark.parametrize(("trimmed", "layout", "copies"), [("card", "ten-on-a4", 10), ("card", "eight-on-letter", 8)])
def test_pocket_cards_stand_at_true_size_with_their_backs_behind_them(trimmed: str, layout: str, copies: int) -> None:
    sheet = card(trimmed, layout)
    assert sheet.pages == 2
    assert [words(sheet.pdf, page).count(said) for page, said in ((0, "IF YOU ARE STOPPED"), (1, "WHO TO RING"))] == [copies] * 2
    with pikepdf.open(BytesIO(sheet.pdf)) as pdf:
        scales = {
            float(operands[0]) for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]) if str(operator) == "cm"
        }
    assert 1.0 in scales


@pytest.mark.parametrize(("layout", "copies"), [("five-on-a4", 5), ("four-on-letter", 4)])
def test_a_folded_card_has_front_and_back_side_by_side(layout: str, copies: int) -> None:
    sheet = card("folded-card", layout)
    assert sheet.pages == 1 and not stops(sheet)
    said = words(sheet.pdf)
    assert said.count("IF YOU ARE STOPPED") == said.count("WHO TO RING") == copies


def kinds_in_order(element: Any) -> list[str]:
    """The outer kinds of a document's structure, as they are read aloud."""
    held = element.get("/K")
    elements = list(held) if isinstance(held, pikepdf.Array) else [held]
    return [str(found.S) for found in elements]


def test_the_front_of_a_folded_card_is_read_first() -> None:
    with pikepdf.open(BytesIO(card("folded-card", "mail").pdf)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        assert kinds_in_order(document) == ["/H1", "/L", "/P", "/H1", "/L", "/P", "/P", "/P", "/P"]


def test_numbers_are_the_largest_type_on_their_face() -> None:
    assert largest_type(card("a6", "one-page").pdf) >= 25
    assert smallest_type(card("card", "one-page").pdf) >= 5.95


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ur"])
@pytest.mark.parametrize("trimmed", ["a6", "card"])
def test_a_number_keeps_its_order_where_people_read_from_the_right(language: str, trimmed: str) -> None:
    sheet = card(trimmed, "one-page", language=language, phones="المكتب: +961 70 900 321")
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        text = document[1].get_textpage()
        places = [text.search(figures).get_next() for figures in ("961", "70", "900", "321")]
        lefts = [text.get_charbox(place[0])[0] for place in places if place]
    assert len(lefts) == 4 and lefts == sorted(lefts)


@pytest.mark.parametrize("line", ["+44 7700 900321", "Ring the office", "Office 0113 496 0123 (nights)", "112"])
def test_a_line_that_is_not_name_and_number_is_printed_as_it_is(line: str) -> None:
    for trimmed in ("a6", "card"):
        sheet = card(trimmed, "one-page", phones=line)
        back = words(sheet.pdf, 1)
        assert not stops(sheet) and all(word.strip("()") in back for word in line.split())


def test_without_rights_there_is_nothing_to_print() -> None:
    assert stops(card(rights=" \n")) == ["rights"]


def test_what_does_not_fit_is_told_at_its_field() -> None:
    assert set(stops(card("card", rights=RIGHTS * 9, phones=PHONES + "\n" + PHONES * 9))) == {"rights", "phones"}


def test_without_numbers_there_is_room_to_write_them() -> None:
    sheet = card(phones="")
    assert not stops(sheet) and "Lawyer:" in words(sheet.pdf)


def test_large_print_keeps_the_numbers_whole() -> None:
    sheet = card("a6", "one-page", large=True, rights="You may keep silent.")
    assert not stops(sheet) and "+44 20 7946 0399" in words(sheet.pdf, 1)


def test_an_imprint_that_is_missing_stops_the_card() -> None:
    known = parts(campaign=campaign(name="", address="", contact_name="", contact_phone=""))
    sheet = draw(sheet_kinds()["bust-card"], job("bust-card", parts=known, answers={"rights": RIGHTS}))
    assert "imprint" in stops(sheet)
