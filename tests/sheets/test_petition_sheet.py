"""The petition sheet: the whole request on every numbered sheet, rows to sign in, and what happens with the names."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest
import zxingcpp

from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.sheet import Sheet
from tests.sheets import reading
from tests.sheets.jobs import campaign, demand, job, parts

REQUEST = "We call for the reinstatement of all 312 workers dismissed on 3 March 2026 for striking over fire safety."
WHOM = "the Ambassador of the Republic of Karatau"
ARABIC = "نطالب بإعادة جميع العمال المفصولين إلى عملهم."


def petition(*, language: str = "en", answers: dict[str, str] | None = None, **more: Any) -> Sheet:
    said = {"title": "Reinstate the 312", "whom": WHOM, "request": REQUEST, "sheets": "1", **(answers or {})}
    return draw(sheet_kinds()["petition-sheet"], job("petition-sheet", language=language, answers=said, **more))


def sentences(sheet: Sheet, field: str, level: str) -> list[str]:
    return [note.sentence for note in sheet.notes if (note.field, note.level) == (field, level)]


def test_every_sheet_carries_the_whole_request_its_number_and_a_code_that_tells_it() -> None:
    sheet = petition(answers={"first": "21", "sheets": "3"})
    assert sheet.pages == 3
    for page, number in enumerate((21, 22, 23)):
        words = reading.words(sheet.pdf, page)
        assert REQUEST in words
        assert f"Sheet {number} of 23" in words
        found = zxingcpp.read_barcodes(reading.pixels(sheet.pdf, 150, page))
        assert [code.text for code in found] == [f"https://example.org#sheet={number}"]
        assert "example.org" in words


def test_without_an_address_the_code_tells_the_number_alone() -> None:
    sheet = petition(answers={"first": "7"}, parts=parts(campaign=campaign(website="")))
    assert reading.codes(sheet.pdf) == ["petition 7"]


def test_the_campaigns_own_code_address_goes_before_its_website() -> None:
    sheet = petition(parts=parts(campaign=campaign(qr_target="https://sign.example/312")))
    assert reading.codes(sheet.pdf) == ["https://sign.example/312#sheet=1"]


def test_an_address_that_no_code_holds_must_be_made_shorter() -> None:
    sheet = petition(parts=parts(campaign=campaign(website="https://example.org/" + "x" * 3_000)))
    assert any("too long for a QR code" in sentence for sentence in sentences(sheet, "qr_target", "stop"))


def test_a_usual_request_is_the_demands_of_the_campaign() -> None:
    made_of = parts(demands=(demand(1, "*Reinstate* all 312."), demand(2, "Drop the charges.")))
    usual = sheet_kinds()["petition-sheet"].usual_answers(made_of, "en")
    assert usual["request"] == "We, the undersigned, demand: 1. Reinstate all 312. 2. Drop the charges."
    assert usual["title"] == "Reinstate the 312"


def test_demands_without_words_in_the_language_are_left_out_where_others_have_them() -> None:
    made_of = parts(demands=(demand(1, "Drop the charges."), demand(2, "Снимите обвинения.", "ru")))
    usual = sheet_kinds()["petition-sheet"].usual_answers(made_of, "ru")
    assert usual["request"] == "Мы, нижеподписавшиеся, требуем: 1. Снимите обвинения."


@pytest.mark.parametrize("trimmed", ["a4-wide", "letter-wide"])
def test_fourteen_rows_stand_under_a_short_request(trimmed: str) -> None:
    sheet = petition(trimmed=trimmed)
    assert rows(sheet) == 14
    assert sentences(sheet, "request", "look") == []


def test_a_long_request_takes_rows_away_and_says_so_but_stands_whole() -> None:
    sheet = petition(answers={"request": " ".join([REQUEST] * 10)})
    found = rows(sheet)
    assert 6 <= found < 14
    assert sentences(sheet, "request", "look") == [f"{found} rows fit under the request. A shorter request leaves room for 14."]
    assert reading.words(sheet.pdf, 0).count("reinstatement") == 10
    assert not sheet.stopped


def test_a_request_that_fills_the_page_is_stopped() -> None:
    sheet = petition(answers={"request": " ".join([REQUEST] * 60)})
    assert sentences(sheet, "request", "stop") == ["The text does not fit, even at 10 pt. Shorten it."]


def test_nothing_to_sign_is_stopped_and_nobody_to_send_it_to_is_told() -> None:
    sheet = petition(answers={"request": " ", "whom": ""})
    assert sentences(sheet, "request", "stop") == ["There is no request in English: nobody would know what is signed. Write it."]
    assert len(sentences(sheet, "whom", "look")) == 1
    assert "To:" not in reading.words(sheet.pdf)


def test_two_languages_stand_on_the_same_side() -> None:
    second = {"title": "أعيدوا العمال", "whom": "السفير", "request": ARABIC}
    sheet = petition(second="ar", second_answers=second)
    assert sheet.pages == 1
    words = reading.words(sheet.pdf)
    assert reading.letters(REQUEST) in reading.letters(words)
    assert reading.letters(ARABIC) in reading.letters(words)
    assert "Signature" in words
    assert "التوقيع" in words
    assert "Oil Workers’ Solidarity Campaign" in words.split("No.")[0]


def test_what_lacks_in_the_second_language_is_told_with_its_name() -> None:
    sheet = petition(second="ru", second_answers={"title": "", "whom": "", "request": ""})
    assert sentences(sheet, "request", "stop") == ["There is no request in Русский: nobody would know what is signed. Write it."]


def test_the_notice_says_who_keeps_the_names_and_for_how_long() -> None:
    words = reading.words(petition(answers={"months": "6"}).pdf)
    assert "then destroyed: 6 months." in words
    assert "Controller: Oil Workers’ Solidarity Campaign, 12 Mill Lane, Leeds LS1 4AB." in words
    assert "12 месяцев" in reading.words(petition(language="ru", answers={"months": "12"}).pdf)


def test_sheets_that_are_never_destroyed_are_told() -> None:
    sheet = petition(answers={"months": ""})
    assert len(sentences(sheet, "months", "look")) == 1
    assert "destroyed" not in reading.words(sheet.pdf)


def test_where_it_goes_back_to_is_printed_or_left_to_write() -> None:
    said = reading.words(petition(answers={"return_by": "2026-06-05", "return_to": "Maria Hughes"}).pdf)
    assert "Return by: 5 June 2026" in said
    assert "Return to: Maria Hughes" in said
    blank = reading.words(petition(answers={"return_by": "soon"}).pdf)
    assert "Return by: Return to: Collected by: Valid signatures:" in blank


def test_two_hundred_sheets_share_what_is_the_same_on_all() -> None:
    one, many = petition(), petition(answers={"sheets": "200"})
    assert many.pages == 200
    assert len(many.pdf) < len(one.pdf) + 200 * 2_000


def test_for_a_mail_every_sheet_is_tagged_with_a_title_and_its_table() -> None:
    sheet = petition(layout="mail", answers={"sheets": "2"})
    assert reading.archive_faults(sheet.pdf) == []
    with reading.opened(sheet.pdf) as found:
        kinds = [str(element.S) for element in found.Root.StructTreeRoot.K.K if isinstance(element, pikepdf.Dictionary)]
    assert kinds.count("/H1") == 2
    assert "/Table" in kinds
    assert "/Figure" in kinds


@pytest.mark.parametrize(("language", "at_the_right"), [("en", True), ("ar", False), ("ur", False)])
def test_right_to_left_sheets_are_mirrored(language: str, at_the_right: bool) -> None:
    shown = reading.pixels(petition(language=language).pdf, 150)
    code = zxingcpp.read_barcodes(shown)[0]
    assert (code.position.top_left.x > shown.width / 2) is at_the_right


def rows(sheet: Sheet) -> int:
    """The number of the last row."""
    words = reading.words(sheet.pdf, 0).split("News?")[1].split("How your")[0]
    return max(int(number) for number in words.split())
