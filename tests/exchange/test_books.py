"""Workbooks bring what their sheets show: the same rows as a CSV of them, days as days, and nothing hidden unsaid."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from organizer.errors import UnreadableSheet
from organizer.exchange import apart, books, file_forms, tables
from organizer.exchange.book_cells import as_text
from organizer.exchange.sheets_in import preview, preview_of, take_in
from organizer.records.donation import Donation
from organizer.records.picket import Picket
from organizer.store.store import Store
from tests.exchange.sheets import LETTERS, NEW_YORK, sheet, total
from tests.exchange.workbooks import packed_file, with_parts, with_rows, workbook

PICKETS = [["Date", "Time", "City", "People"], [date(2012, 2, 1), time(12, 30), "London", 35]]


def read(path: Path, kind: str = "", sheet: str = "") -> file_forms.SheetRead:
    return file_forms.read(path.read_bytes(), path.name, kind, sheet)


def test_the_workbook_of_new_york_brings_its_actions_with_day_time_and_city(store: Store) -> None:
    found = apart.read_sheet(NEW_YORK)
    assert (found.kind, found.form, found.sheet, found.notes) == ("pickets", "book", "Actions NYC", ())
    take_in(store, preview_of(store, found), skip_bad=False)
    first, _second, third = store.records(store_order())
    assert (first.day, first.starts, first.people_low) == (date(2012, 8, 22), time(17), 18)
    assert (third.day, third.starts, third.kind) == (date(2012, 9, 14), time(9), "leafleting")
    assert {picket.city.name for picket in (first, third) if picket.city} == {"New York"}
    assert preview_of(store, apart.read_sheet(NEW_YORK)).rows_known == 3


def store_order() -> object:
    from sqlalchemy import select

    return select(Picket).order_by(Picket.id)


def test_a_letter_book_is_the_same_as_a_workbook(store: Store, tmp_path: Path) -> None:
    with LETTERS.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    path = workbook(tmp_path, {"Letters": [[int(cell) if cell.isdecimal() else cell for cell in row] for row in rows]})
    shown = preview(store, "letters", path)
    assert (shown.rows_new, shown.bad, total(shown, "letters"), total(shown, "new.organisation")) == (1349, (), 3128, 211)
    assert [row.text("organisation") for row in shown.rows] == [row[1].strip() for row in rows[1:]]


@pytest.mark.parametrize(
    ("value", "shape", "text"),
    [
        (datetime(2012, 5, 1), "", "2012-05-01"),
        (datetime(2012, 5, 1, 12, 59, 59, 999_000), "", "2012-05-01 13:00"),
        (date(2012, 5, 1), "", "2012-05-01"),
        (time(17, 30), "", "17:30"),
        (time(23, 59, 50), "", "23:59"),
        (timedelta(hours=1, minutes=30), "", "01:30"),
        (True, "", "yes"),
        (35, "General", "35"),
        (35.0, "General", "35"),
        (12.5, "0.00", "12.5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e21, "General", "1000000000000000000000"),
        (7700900123, "00000000000", "07700900123"),
        (20, '"£"#,##0.00', "£ 20"),
        (20.5, "#,##0.00\\ [$€-407];-#,##0.00", "€ 20.5"),
        (20, "[$-809]0.00", "20"),
        (1.234, "General", "1.2340"),
        ("line one_x000D_\nline two", "", "line one\r\nline two"),
        ("half _xD800_ of one", "", "half  of one"),
        ("=1+1", "", "=1+1"),
    ],
)
def test_a_cell_says_what_is_seen_there(value: object, shape: str, text: str) -> None:
    assert as_text(value, shape) == text


def test_amounts_keep_the_currency_that_their_format_shows(store: Store, tmp_path: Path) -> None:
    def pounds(made: Worksheet) -> None:
        made["C2"].number_format = made["C3"].number_format = '"£"#,##0.00'

    path = workbook(
        tmp_path, {"Gifts": [["Date", "Name", "Amount"], ["1 Feb 2012", "Ann", 1234.5], ["2 Feb 2012", "Ben", 5]]}, pounds
    )
    take_in(store, preview(store, "donations", path), skip_bad=False)
    gifts = store.records(gifts_in_order())
    assert [(gift.amount_minor, gift.currency) for gift in gifts] == [(123_450, "GBP"), (500, "GBP")]


def gifts_in_order() -> object:
    from sqlalchemy import select

    return select(Donation).order_by(Donation.id)


def test_an_amount_that_shows_another_currency_than_its_row_says_is_not_believed(store: Store, tmp_path: Path) -> None:
    shown = preview(
        store, "donations", sheet(tmp_path, "Date,Name,Amount,Currency", "1 Feb 2012,Ann,£5.00,EUR", "2 Feb 2012,Ben,$5,CAD")
    )
    assert shown.rows_new == 1
    assert [bad.reason for bad in shown.bad] == ["The amount is in GBP, the currency beside it is EUR."]


def test_thousandths_are_never_taken_for_thousands(store: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Gifts": [["Date", "Name", "Amount", "Currency"], ["1 Feb 2012", "Ann", 1.234, "GBP"]]})
    shown = preview(store, "donations", path)
    assert shown.rows_new == 0 and "more decimals" in shown.bad[0].reason


def test_of_several_sheets_the_first_with_known_headings_is_read_and_another_can_be_named(tmp_path: Path) -> None:
    targets = [["Office", "Country", "E-mail"], ["Prosecutor", "KZ", "office@example.org"]]
    path = workbook(tmp_path, {"Read me": [["How to fill this in"]], "Pickets": PICKETS, "Targets": targets})
    found = apart.read_sheet(path)
    assert [tuple(each) for each in found.sheets] == [("Read me", False), ("Pickets", False), ("Targets", False)]
    assert (found.kind, found.sheet) == ("pickets", "Pickets")
    assert read(path, "targets").sheet == "Targets"
    assert read(path, "", "Targets").kind == "targets"
    nobodys = read(path, "", "Read me")
    assert (nobodys.kind, nobodys.rows, len(nobodys.sheets)) == ("", (), 3)
    with pytest.raises(UnreadableSheet, match="no sheet “Letters”"):
        read(path, "", "Letters")


def test_a_hidden_sheet_comes_last_and_is_said_to_be_hidden(tmp_path: Path) -> None:
    def hide(made: Worksheet) -> None:
        made.sheet_state = "hidden"

    path = workbook(tmp_path, {"Old": PICKETS, "New": [*PICKETS, [date(2012, 3, 1), None, "Paris", 4]]}, hide)
    assert (read(path).sheet, len(read(path).rows)) == ("New", 2)
    assert read(path, "", "Old").notes == ("The sheet “Old” is hidden in the workbook.",)


def test_hidden_rows_and_columns_come_in_and_are_said(tmp_path: Path) -> None:
    def hide(made: Worksheet) -> None:
        made.row_dimensions[2].hidden = True
        made.row_dimensions[9].hidden = True
        made.column_dimensions["D"].hidden = True

    found = read(workbook(tmp_path, {"Pickets": PICKETS}, hide))
    assert found.notes == ("1 hidden row is read as well.", "Hidden columns are read as well.")
    assert [row.cells for row in found.rows] == [("2012-02-01", "12:30", "London", "35")]


def test_rows_bear_the_numbers_that_the_spreadsheet_program_shows(store: Store, tmp_path: Path) -> None:
    rows = [["Our pickets in 2012"], [], ["Date", "City"], [], ["31/02/2012", "London"], [date(2012, 2, 1), "Paris"]]
    shown = preview(store, "pickets", workbook(tmp_path, {"Pickets": rows}))
    assert [bad.line for bad in shown.bad] == [5] and shown.rows_new == 1


def test_a_formula_that_was_never_worked_out_or_gives_no_value_stops_its_row_alone(store: Store, tmp_path: Path) -> None:
    rows = [
        ["Date", "City", "Occasion"],
        ["1 Feb 2012", "London", '="Vigil"'],
        ["2 Feb 2012", "Paris", "#REF!"],
        ["3 Feb 2012", "Rome", "Vigil"],
    ]
    shown = preview(store, "pickets", workbook(tmp_path, {"Pickets": rows}))
    assert shown.rows_new == 1
    assert [(bad.line, bad.reason) for bad in shown.bad] == [
        (2, "The column “occasion” says #N/A: its formula gives no value."),
        (3, "The column “occasion” says #REF!: its formula gives no value."),
    ]


def test_the_value_that_a_formula_had_when_it_was_saved_counts(tmp_path: Path) -> None:
    head = "".join(f'<c t="inlineStr"><is><t>{words}</t></is></c>' for words in ("Date", "City", "People"))
    first = '<c t="str"><f>X</f><v>1 Feb 2012</v></c><c t="str"><v>London</v></c><c><f>30+5</f><v>35</v></c>'
    second = '<c t="str"><v>2 Feb 2012</v></c><c t="str"><v>Paris</v></c><c t="str"><f>""</f><v></v></c>'
    made = with_rows(workbook(tmp_path, {"Pickets": PICKETS}), "".join(f"<row>{cells}</row>" for cells in (head, first, second)))
    assert [row.cells for row in read(made).rows] == [("1 Feb 2012", "London", "35"), ("2 Feb 2012", "Paris")]


def test_cells_beside_the_table_are_left_out_and_said(tmp_path: Path) -> None:
    found = read(workbook(tmp_path, {"Pickets": [*PICKETS, [date(2012, 3, 1), None, "Paris", 4, None, "ask Ann"]]}))
    assert found.rows[1].cells == ("2012-03-01", "", "Paris", "4")
    assert found.notes == ("Cells beside the columns that have headings are left out.",)


def test_macros_and_other_workbooks_are_said(tmp_path: Path) -> None:
    made = with_parts(
        workbook(tmp_path, {"Pickets": PICKETS}), {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    )
    assert read(made).notes == (
        "The workbook holds macros. They were neither run nor kept.",
        "Some values come from other workbooks. They stand as they were when this one was saved.",
    )


def grown(rows: str) -> Callable[[Path], Path]:
    return lambda folder: with_rows(workbook(folder, {"Pickets": PICKETS}), rows)


def test_a_sheet_beyond_the_caps_is_refused_and_the_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = workbook(tmp_path, {"Pickets": [*PICKETS, ["1 Feb 2012", *["x"] * 200]]})
    with pytest.raises(UnreadableSheet, match="Line 3 has more than 200 columns"):
        read(wide)
    far = workbook(tmp_path, {"Pickets": PICKETS}, lambda made: made.cell(4, 16_384, "x"))
    with pytest.raises(UnreadableSheet, match="Line 4 has more than 200 columns"):
        read(far)
    with pytest.raises(UnreadableSheet, match="line 3, column 2 has more than 32,000 characters"):
        read(workbook(tmp_path, {"Pickets": [*PICKETS, [None, "x" * 32_001]]}))
    monkeypatch.setattr(tables, "MOST_ROWS", 10)
    with pytest.raises(UnreadableSheet, match="more than 10 rows"):
        read(workbook(tmp_path, {"Pickets": [*PICKETS, *[PICKETS[1]] * 10]}))


def test_a_row_in_the_last_line_of_all_costs_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path, {"Pickets": PICKETS}, lambda made: made.cell(1_048_576, 3, "London"))
    assert [row.number for row in read(path).rows] == [2, 1_048_576]


LAUGHS = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><sst>&b;</sst>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>"""


def test_a_workbook_that_would_unpack_to_too_much_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "MOST_UNPACKED", 2 * 2**20)
    bomb = with_parts(workbook(tmp_path, {"Pickets": PICKETS}), {"xl/media/image1.bin": bytes(2 * 2**20)})
    with pytest.raises(UnreadableSheet, match="unpacks to more than 2 MB"):
        read(bomb)


WRONG: dict[str, tuple[Callable[[Path], Path], str]] = {
    "laughs": (lambda folder: with_parts(workbook(folder, {"A": PICKETS}), {"xl/styles.xml": LAUGHS.encode()}), "damaged"),
    "outside": (
        lambda folder: with_parts(workbook(folder, {"A": PICKETS}), {"xl/worksheets/sheet1.xml": OUTSIDE.encode()}),
        "damaged",
    ),
    "no sheet": (lambda folder: with_parts(workbook(folder, {"A": PICKETS}), {"xl/workbook.xml": b"<workbook/>"}), "damaged"),
    "numbers": (grown('<row r="1"><c><v>x</v></c></row>'), "damaged"),
    "half": (lambda folder: cut(workbook(folder, {"A": PICKETS})), "damaged"),
    "text document": (lambda folder: packed_file(folder / "a.docx", {"word/document.xml": b"<x/>"}), "another format"),
    "open document": (
        lambda folder: packed_file(folder / "a.ods", {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
        "another format",
    ),
    "binary": (lambda folder: with_parts(workbook(folder, {"A": PICKETS}), {"xl/workbook.bin": b"x"}), "another format"),
    "old": (lambda folder: written(folder / "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)), "another format"),
    "locked": (
        lambda folder: written(folder / "a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        "protected by a password",
    ),
}


def cut(path: Path) -> Path:
    return written(path, path.read_bytes()[:-900])


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("case", WRONG)
def test_a_workbook_that_cannot_be_taken_in_is_refused_in_two_sentences(tmp_path: Path, case: str) -> None:
    make, told = WRONG[case]
    path = make(tmp_path)
    with pytest.raises(UnreadableSheet, match=told) as refusal:
        read(path, "pickets")
    assert refusal.value.message.endswith(".") and refusal.value.hint.endswith(".")


def test_xml_is_read_by_the_library_that_expands_nothing() -> None:
    import openpyxl

    assert openpyxl.DEFUSEDXML
