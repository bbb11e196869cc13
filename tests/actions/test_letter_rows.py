"""Rows of a letter book are read as people write them, and nothing is guessed in silence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.actions.letter_names import NameBook, read_names
from organizer.actions.letter_rows import COUNTED, LEFT_OUT, Defaults, RowReader, TypedRow
from organizer.actions.letter_sheet import BLANK, FAULTY, KNOWN, NEW, PASSED, READY, REPEAT, WAITING, ReadSheet, read_sheet
from organizer.records.target import Target
from organizer.records.values import DatePrecision
from organizer.store.store import Store
from tests import factories
from tests.conftest import PASSPHRASE

TODAY = date(2012, 12, 6)


@pytest.fixture
def passphrase() -> str | None:
    return PASSPHRASE


def row(
    day: str = "", organisation: str = "", city: str = "", target: str = "", how: str = "", count: str = "", proof: str = ""
) -> TypedRow:
    return TypedRow((day, organisation, city, target, how, count, proof))


def read(*rows: TypedRow, book: NameBook | None = None, defaults: Defaults | None = None) -> ReadSheet:
    return read_sheet(rows, RowReader(book or NameBook(), defaults or Defaults(), TODAY))


FULL = row("15/08/2012", "Dockers 7", "Bristol", "Supreme Court", "post", "3", "yes")


def test_a_full_row_says_all_there_is_to_say() -> None:
    sheet = read(FULL)
    said = sheet.rows[0]
    assert sheet.states == [READY]
    assert said.day == (date(2012, 8, 15), DatePrecision.EXACT)
    assert (said.channel, said.quantity, said.evidence) == ("post", 3, "held")
    assert said.shown == ("15 Aug 2012", "Dockers 7", "Bristol", "Supreme Court", "post", "3", "Copy held")
    assert said.taken == frozenset()


def test_an_empty_day_and_target_are_those_of_the_row_above() -> None:
    sheet = read(FULL, row(organisation="Miners 3"))
    assert sheet.states == [READY, READY]
    assert sheet.rows[1].day == sheet.rows[0].day and sheet.rows[1].target == sheet.rows[0].target
    assert sheet.rows[1].shown[0] == "15 Aug 2012" and {0, 3} <= sheet.rows[1].taken


def test_empty_rows_between_stand_in_nobodys_way() -> None:
    sheet = read(FULL, TypedRow(), row(organisation="Miners 3"))
    assert sheet.states == [READY, BLANK, READY] and sheet.begun() == 2


def test_an_organisation_is_written_not_taken_from_above() -> None:
    sheet = read(FULL, row("16/08/2012", city="Leeds"))
    assert sheet.states[1] == FAULTY and sheet.looks[-1].title() == "Row 2: No organisation is named"


def test_the_first_row_needs_a_day_and_a_target_of_its_own() -> None:
    sheet = read(row(organisation="Miners 3"))
    assert [fault.sentence for fault in sheet.rows[0].faults] == [
        "There is no day.",
        "It is not said who the letters went to.",
    ]


def test_empty_ways_and_evidence_take_what_was_chosen_for_all() -> None:
    plain = row("15/08/2012", "Miners 3", target="Supreme Court", count="2")
    sheet = read(plain, defaults=Defaults(channel="fax", evidence="held"))
    assert (sheet.rows[0].channel, sheet.rows[0].evidence, sheet.letters["held"]) == ("fax", "held", 2)


@pytest.mark.parametrize(("count", "evidence"), [("4", "reported"), ("5", "estimated"), ("", "reported")])
def test_by_number_five_letters_without_a_copy_are_an_estimate(count: str, evidence: str) -> None:
    assert read(row("15/08/2012", "Miners 3", target="Supreme Court", count=count)).rows[0].evidence == evidence


def test_an_empty_city_is_that_of_the_organisation(store: Store) -> None:
    wien = factories.city(store, name="Wien", country="AT", geoname_id=2761369)
    factories.organisation(store, name="Wien Teachers", city_id=wien.id)
    said = read(row("15/08/2012", "WIEN TEACHERS", target="Supreme Court"), book=read_names(store.rows)).rows[0]
    assert said.town is not None and said.town.id == wien.id and said.shown[2] == "Wien" and 2 in said.taken


def test_a_day_that_never_was_is_told_with_the_month_as_a_way_out() -> None:
    sheet = read(row("30/02/2012", "Miners 3", target="Supreme Court", count="12"))
    (look,) = sheet.looks
    assert (look.title(), look.detail()) == ("Row 1: 30/02/2012 is not a day", "Feb 2012 has 29 days.")
    assert look.fault is not None and [way.text for way in look.fault.ways] == ["Feb 2012"]
    assert (sheet.total(), sheet.ready()) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "way"), [("2012-02-30", "Feb 2012"), ("31 June 2012", "Jun 2012"), ("12/16/2011", "16 Dec 2011"), ("soon", None)]
)
def test_ways_out_of_a_bad_day(typed: str, way: str | None) -> None:
    fault = read(row(typed, "Miners 3", target="Supreme Court")).rows[0].faults[0]
    assert [way.text for way in fault.ways] == ([way] if way else [])


def test_rows_that_take_their_day_from_an_unreadable_one_wait_and_follow_when_it_is_mended() -> None:
    bad, after = row("30/02/2012", "Miners 3", target="Supreme Court"), row(organisation="Dockers 7")
    sheet = read(bad, after)
    assert sheet.states == [FAULTY, WAITING] and len(sheet.looks) == 1
    mended = read(bad.written(0, "Feb 2012"), after)
    assert mended.states == [READY, READY]
    assert mended.rows[1].day == (date(2012, 2, 1), DatePrecision.MONTH)


def test_a_row_left_out_gives_nothing_to_the_rows_below() -> None:
    passed = TypedRow(row("30/02/2012", "Miners 3", target="President").cells, LEFT_OUT)
    sheet = read(FULL, passed, row(organisation="Teachers 9"))
    assert sheet.states == [READY, PASSED, READY] and sheet.rows[2].shown[0] == "15 Aug 2012"


def test_a_row_that_says_the_same_again_is_not_counted_until_somebody_says_so() -> None:
    shouted = FULL.written(1, "DOCKERS 7")
    sheet = read(FULL, shouted)
    repeat = sheet.looks[-1]
    assert (repeat.kind, repeat.row, repeat.other) == (REPEAT, 1, 0)
    assert repeat.title() == "Row 2 repeats row 1"
    assert repeat.detail() == "Same organisation in capitals, same day, same target."
    assert (sheet.ready(), sheet.total()) == (1, 3)
    assert read(FULL, TypedRow(shouted.cells, COUNTED)).total() == 6


@pytest.mark.parametrize(("column", "text"), [(0, "16/08/2012"), (2, "Leeds"), (3, "President"), (4, "fax"), (5, "4")])
def test_rows_that_differ_are_no_repeats(column: int, text: str) -> None:
    assert read(FULL, FULL.written(column, text)).states == [READY, READY]


def test_what_was_decided_of_a_row_no_longer_holds_when_it_is_changed() -> None:
    assert TypedRow(FULL.cells, LEFT_OUT).written(5, "4").decision == ""


def test_new_names_are_told_once_where_they_first_stand(store: Store) -> None:
    factories.target(store, office="Supreme Court")
    sheet = read(FULL, FULL.written(5, "9"), FULL.written(2, "Xqzville"), book=read_names(store.rows))
    assert [(look.kind, look.row, look.title()) for look in sheet.looks] == [
        (NEW, 0, "Row 1: new organisation"),
        (NEW, 2, "Row 3: new organisation"),
        (NEW, 2, "Row 3: new place"),
    ]
    assert sheet.looks[0].detail() == "Dockers 7 is added with these letters."


def test_namesakes_are_told_apart_by_their_city(store: Store) -> None:
    leeds = factories.city(store, name="Leeds", country="GB", geoname_id=2644688)
    york = factories.city(store, name="York", country="GB", geoname_id=2633352)
    factories.organisation(store, name="Miners", city_id=leeds.id)
    there = factories.organisation(store, name="Miners", city_id=york.id)
    book = read_names(store.rows)
    fault = read(row("15/08/2012", "Miners", target="President"), book=book).rows[0].faults[0]
    assert fault.sentence == "Several organisations are called “Miners”."
    assert {way.text for way in fault.ways} == {"Leeds, United Kingdom", "York, United Kingdom"}
    said = read(row("15/08/2012", "Miners", "York, United Kingdom", "President"), book=book).rows[0]
    assert said.organisation is not None and said.organisation.id == there.id


def test_an_embassy_is_known_by_its_city_and_a_target_by_any_of_its_names(store: Store) -> None:
    berlin = factories.city(store, name="Berlin", country="DE", geoname_id=2950159)
    embassy = store.save(Target(office="Embassy of Kazakhstan", kind="embassy", city_id=berlin.id))
    company = store.save(Target(office="Chair of the Board", organisation="KazMunaiGas", kind="company"))
    book = read_names(store.rows)
    meant = {
        words: book.target(words).id for words in ("Embassy, Berlin", "embassy, BERLIN", "KazMunaiGas", "Chair of the board")
    }
    assert meant == {"Embassy, Berlin": embassy.id, "embassy, BERLIN": embassy.id} | dict.fromkeys(
        ("KazMunaiGas", "Chair of the board"), company.id
    )


def test_two_targets_of_one_name_are_asked_about(store: Store) -> None:
    factories.target(store, office="President", country="KZ")
    russian = factories.target(store, office="President", country="RU")
    book = read_names(store.rows)
    fault = read(row("15/08/2012", "Miners", target="President"), book=book).rows[0].faults[0]
    assert [way.text for way in fault.ways] == ["President, Kazakhstan", "President, Russia"]
    said = read(row("15/08/2012", "Miners", target="President, Russia"), book=book).rows[0]
    assert said.target is not None and said.target.id == russian.id


def test_a_retired_target_gives_way_to_its_namesake_in_use(store: Store) -> None:
    factories.target(store, office="President", retired=True)
    used = factories.target(store, office="President")
    assert read_names(store.rows).target("President").id == used.id


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        (4, "pigeon", "“pigeon” is not known here."),
        (5, "0", "0 is not a number of letters."),
        (5, "a few", "a few is not a whole number."),
        (6, "perhaps", "“perhaps” is not known here."),
    ],
)
def test_what_cannot_be_read_is_told_at_its_cell(column: int, text: str, sentence: str) -> None:
    (fault,) = read(FULL.written(column, text)).rows[0].faults
    assert (fault.column, fault.sentence) == (column, sentence) and fault.hint


@pytest.mark.parametrize("hostile", ["<b>", "{n}", "%s", "'; DROP TABLE letter", "\u202eabc", "𐍈" * 3000])
def test_hostile_names_are_names(hostile: str) -> None:
    sheet = read(row("15/08/2012", hostile, hostile, hostile))
    assert sheet.states == [READY] and all(look.title() and look.detail() for look in sheet.looks)


def test_a_name_longer_than_can_be_kept_is_told() -> None:
    (fault,) = read(FULL.written(1, "x" * 10_001)).rows[0].faults
    assert (fault.column, fault.sentence) == (1, "This name has 10,001 characters.")


USUAL = ("", "15/8/2012", "30/02/2012", "Miners", "MINERS", "Embassy, Berlin", "5", "fax", "yes")
CELLS = st.text(max_size=12) | st.sampled_from(USUAL)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(*[CELLS] * 7, st.sampled_from(["", LEFT_OUT, COUNTED])), max_size=6))
def test_whatever_is_typed_is_ready_or_told_and_the_sum_is_that_of_the_ready_rows(lines: list[tuple[str, ...]]) -> None:
    sheet = read(*(TypedRow(line[:7], line[7]) for line in lines))
    told = {look.row for look in sheet.looks}
    for place, state in enumerate(sheet.states):
        assert state in (READY, BLANK, PASSED, WAITING) or place in told
    assert sheet.total() == sum(said.quantity for said, state in zip(sheet.rows, sheet.states, strict=True) if state == READY)
    assert all(look.title() and look.detail() for look in sheet.looks)


def test_rows_already_in_the_letter_book_are_told(store: Store) -> None:
    letter = factories.letter(store, quantity=3, channel="post")
    book = read_names(store.rows)
    reader = RowReader(book, Defaults(), TODAY)
    rows = [row("15/08/2012", "Dockers' branch 7", target="President", how="post", count="3")]
    known = frozenset({(letter.day, letter.organisation_id or 0, 0, letter.target_id or 0, "post", 3)})
    sheet = read_sheet(rows, reader, known)
    assert sheet.states == [KNOWN] and sheet.looks[0].title() == "Row 1 is in the letter book already"
    assert read_sheet([TypedRow(rows[0].cells, COUNTED)], reader, known).states == [READY]
