"""The spreadsheets of the campaign come in as they are, once, as one step that can be undone."""

from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from organizer.errors import UnreadableSheet, UserError
from organizer.exchange.sheet_kinds import SHEET_KINDS
from organizer.exchange.sheets_in import ImportResult, preview, take_in
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation, donation_totals
from organizer.records.kinds import KINDS
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.place import City, Site
from organizer.records.target import Target
from organizer.records.values import DatePrecision
from organizer.store.store import Store
from tests import factories
from tests.exchange.sheets import BANK, BERLIN, DONATIONS, LETTERS, MOSCOW, PICKETS, TARGETS, sheet, total


def brought(store: Store, kind: str, path: Path, *, skip_bad: bool = True) -> ImportResult:
    return take_in(store, preview(store, kind, path), skip_bad=skip_bad)


def everything(store: Store) -> dict[str, int]:
    return {name: store.count(select(kind.id)) for name, kind in KINDS.items()}


def test_the_letter_book_comes_to_3128_letters_156_of_them_on_one_day(letter_book: Store) -> None:
    assert letter_book.rows(select(func.sum(Letter.quantity))) == [(3128,)]
    assert letter_book.rows(select(func.sum(Letter.quantity)).where(Letter.day == date(2012, 8, 15))) == [(156,)]
    by_evidence = select(Letter.evidence, func.sum(Letter.quantity)).group_by(Letter.evidence)
    assert dict(letter_book.rows(by_evidence)) == {"held": 1650, "reported": 1136, "estimated": 342}


def test_an_organisation_in_capitals_is_the_same_and_keeps_its_better_spelling(letter_book: Store) -> None:
    names = [name for (name,) in letter_book.rows(select(Organisation.name))]
    assert len(names) == 211
    assert "New York Miners' Association 27" in names and not [name for name in names if name.isupper()]


def test_cities_under_local_names_become_the_gazetteers(letter_book: Store) -> None:
    names = {name for (name,) in letter_book.rows(select(City.name))}
    assert {"Moscow", "Saint Petersburg", "Athens", "Vienna", "Lisbon"} <= names
    assert len(names) == 30


def test_letters_find_the_targets_that_are_there_and_make_the_others(store: Store) -> None:
    brought(store, "targets", TARGETS)
    before = store.count(select(Target.id))
    brought(store, "letters", LETTERS)
    made = store.records(select(Target).where(Target.organisation == ""))
    assert store.count(select(Target.id)) == before + len(made)
    assert [target.title() for target in made] == ["Embassy, Berlin"]
    embassy = store.records(select(Target).where(Target.office == "Embassy in the Russian Federation"))[0]
    assert store.count(select(Letter.id).where(Letter.target_id == embassy.id)) == 141


def test_targets_that_letters_named_first_are_described_afterwards_not_doubled(store: Store) -> None:
    brought(store, "letters", LETTERS)
    result = brought(store, "targets", TARGETS)
    assert (result.rows_new, result.rows_amended) == (2, 9)
    offices = [office for (office,) in store.rows(select(Target.office))]
    assert offices.count("Ministry of Foreign Affairs") == 1 and store.count(select(Target.id)) == 12


def test_the_pickets_of_london_stand_with_day_time_place_and_headcount(store: Store) -> None:
    brought(store, "pickets", PICKETS)
    first, second, third, fourth = store.records(select(Picket).order_by(Picket.id))
    assert (first.day, first.starts, first.people_low, first.people_high) == (date(2011, 12, 16), time(12), 45, 60)
    assert (second.day, second.starts, second.people_low, second.people_about) == (date(2011, 6, 11), time(13), 20, True)
    assert (third.state, fourth.state, fourth.people_low) == ("held", "cancelled", None)
    assert first.notes == "letter handed in at the door, taken by a guard"
    assert {picket.city.name for picket in (first, second, third, fourth) if picket.city} == {"London"}


def test_the_embassy_is_one_site_however_it_is_called(store: Store) -> None:
    brought(store, "pickets", PICKETS)
    (site,) = store.records(select(Site))
    assert (site.name, site.address, site.postcode) == ("Embassy of Kazakhstan", "33 Thurloe Square", "SW7 2SD")
    assert (site.kind, site.mission_of) == ("embassy", "KZ")
    assert store.count(select(Picket.id).where(Picket.site_id == site.id)) == 4


def test_a_day_that_does_not_exist_is_told_with_its_line_and_stops_the_import(store: Store) -> None:
    shown = preview(store, "pickets", PICKETS)
    assert [(bad.line, bad.reason) for bad in shown.bad] == [(6, "30/02/2012 is not a day.")]
    before = everything(store)
    with pytest.raises(UserError, match="nothing was imported"):
        take_in(store, shown, skip_bad=False)
    assert everything(store) == before
    assert take_in(store, shown, skip_bad=True).rows_new == 4


@pytest.mark.parametrize(
    ("kind", "path"), [("pickets", PICKETS), ("letters", LETTERS), ("targets", TARGETS), ("donations", DONATIONS)]
)
def test_a_second_import_of_the_same_sheet_adds_nothing(store: Store, kind: str, path: Path) -> None:
    brought(store, kind, path)
    before, steps = everything(store), len(store.lately(50))
    again = brought(store, kind, path)
    assert (again.rows_new, again.rows_amended) == (0, 0) and again.rows_known > 0
    assert (everything(store), len(store.lately(50))) == (before, steps)


def test_what_changed_in_the_file_since_does_not_make_a_row_new_again(store: Store) -> None:
    brought(store, "pickets", PICKETS)
    picket = store.records(select(Picket))[0]
    picket.occasion, picket.starts = "Another name", time(18)
    store.save(picket)
    assert brought(store, "pickets", PICKETS).rows_new == 0


def test_one_import_is_one_step_and_undo_takes_all_of_it_back(store: Store) -> None:
    before = everything(store)
    brought(store, "letters", LETTERS)
    assert [entry.label for entry in store.lately(5)] == ["Sheet of letters imported"]
    store.undo()
    assert everything(store) == before
    assert preview(store, "letters", LETTERS).rows_new == 1349


def test_a_preview_leaves_the_file_as_it_is(store: Store) -> None:
    before = everything(store)
    shown = preview(store, "letters", LETTERS)
    assert (shown.rows_new, total(shown, "letters"), total(shown, "new.organisation")) == (1349, 3128, 211)
    assert everything(store) == before and store.lately(5) == []


def test_what_came_into_the_file_between_preview_and_import_is_not_added_twice(store: Store) -> None:
    shown = preview(store, "pickets", PICKETS)
    brought(store, "pickets", PICKETS)
    assert take_in(store, shown, skip_bad=True).rows_new == 0


def test_the_providers_download_is_exact_and_counts_each_transaction_once(store: Store) -> None:
    result = brought(store, "donations", DONATIONS)
    assert (result.rows_new, result.rows_repeated) == (187, 2)
    campaign = store.records(select(Campaign))[0]
    assert store.rows(donation_totals(campaign.id)) == [("GBP", 89, 2615_00), ("EUR", 67, 2120_00), ("USD", 16, 590_00)]
    gift = store.first(select(Donation).where(Donation.reference == "6AF95D54301CEA4BE"))
    assert gift is not None
    assert (gift.amount_minor, gift.fee_minor, gift.currency, gift.state, gift.way) == (20_00, 88, "EUR", "received", "provider")
    assert gift.fund is not None and gift.fund.name == "Solidarity fund"
    refund = store.first(select(Donation).where(Donation.reference == "16E577663E569967D"))
    assert refund is not None and (refund.state, refund.amount_minor) == ("refunded", 5_00)


PROVIDER = "Date,Name,Type,Status,Currency,Gross,Fee,Transaction ID"


def test_a_pending_gift_that_has_arrived_since_is_received_from_then_on(store: Store, tmp_path: Path) -> None:
    brought(store, "donations", sheet(tmp_path, PROVIDER, "01/02/2012,Ann,Donation Received,Pending,GBP,5.00,0.00,T1"))
    later = sheet(tmp_path, PROVIDER, "01/02/2012,Ann,Donation Received,Completed,GBP,5.00,-0.37,T1")
    assert brought(store, "donations", later).rows_amended == 1
    (gift,) = store.records(select(Donation))
    assert (gift.state, gift.fee_minor) == ("received", 37)
    assert brought(store, "donations", later).rows_amended == 0


def test_a_gift_known_as_pending_arrives_also_where_the_sheet_tells_both(store: Store, tmp_path: Path) -> None:
    pending, done = "01/02/2012,Ann,Donation,Pending,GBP,5.00,0,T1", "01/02/2012,Ann,Donation,Completed,GBP,5.00,0,T1"
    brought(store, "donations", sheet(tmp_path, PROVIDER, pending))
    both = sheet(tmp_path, PROVIDER, pending, done)
    result = brought(store, "donations", both)
    assert (result.rows_known, result.rows_amended, result.rows_repeated) == (1, 1, 0)
    assert [gift.state for gift in store.records(select(Donation))] == ["received"]
    assert brought(store, "donations", both).rows_amended == 0


def test_one_transaction_number_with_two_amounts_is_not_believed(store: Store, tmp_path: Path) -> None:
    lines = ("01/02/2012,Ann,Donation,Completed,GBP,5.00,0,T1", "01/02/2012,Ann,Donation,Completed,GBP,50.00,0,T1")
    shown = preview(store, "donations", sheet(tmp_path, PROVIDER, *lines))
    assert shown.rows_new == 1 and [bad.line for bad in shown.bad] == [3]


def test_gifts_without_a_number_are_as_many_as_their_lines(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, "Date,Name,Amount", "01/02/2012,Collection tin,£5.00", "01/02/2012,Collection tin,£5.00")
    assert brought(store, "donations", path).rows_new == 2
    assert brought(store, "donations", path).rows_new == 0


def test_one_amount_tells_how_the_others_of_its_sheet_are_to_be_read(store: Store, tmp_path: Path) -> None:
    point = sheet(tmp_path, "Date,Name,Amount", "01/02/2012,Ann,£5.00", "02/02/2012,Ben,£1.500", name="point.csv")
    comma = sheet(tmp_path, "Date;Name;Amount", "01.02.2012;Ann;5,00 €", "02.02.2012;Ben;1.500 €", name="comma.csv")
    assert total(preview(store, "donations", point), "donations.received.GBP") == 6_50
    assert total(preview(store, "donations", comma), "donations.received.EUR") == 1505_00


def test_money_out_is_no_donation(store: Store, tmp_path: Path) -> None:
    shown = preview(store, "donations", sheet(tmp_path, "Date,Name,Amount", "01/02/2012,Printer,GBP -184.45"))
    assert shown.rows_new == 0 and "money out" in shown.bad[0].reason


def test_the_same_line_twice_in_a_letter_book_is_two_letters_and_is_mentioned(store: Store) -> None:
    shown = preview(store, "letters", LETTERS)
    assert (shown.rows_new, shown.rows_repeated) == (1349, 0)
    assert "1 row is the same as another" in shown.notes[0]


def test_a_copy_or_reply_that_came_later_does_not_make_a_second_letter(store: Store, tmp_path: Path) -> None:
    head = "date,organisation,city,to,how,how many,copy on file,reply"
    brought(store, "letters", sheet(tmp_path, head, "2012-02-01,Lyon Trades Council 3,Lyon,KazMunaiGas,post,2,no,"))
    later = sheet(tmp_path, head, "01 Feb 2012,LYON TRADES COUNCIL 3 ,Lyon,KazMunaiGas,post,2,yes,denied")
    assert brought(store, "letters", later).rows_new == 0


def test_a_picket_that_stands_twice_is_one_picket_unless_the_rows_disagree(store: Store, tmp_path: Path) -> None:
    head, row = "Date,Time,City,Occasion,No. there", "2012-02-01,noon,London,Vigil,"
    agreeing = preview(store, "pickets", sheet(tmp_path, head, row + "20", row.upper() + "20"))
    assert (agreeing.rows_new, agreeing.rows_repeated, agreeing.bad) == (1, 1, ())
    disagreeing = preview(store, "pickets", sheet(tmp_path, head, row + "20", row + "35"))
    assert disagreeing.rows_new == 1 and [bad.line for bad in disagreeing.bad] == [3]


def test_organisations_come_out_of_a_letter_book_each_once(store: Store) -> None:
    result = brought(store, "organisations", LETTERS)
    assert (result.rows_new, result.rows_repeated) == (211, 1138)
    brought(store, "letters", LETTERS)
    assert store.count(select(Organisation.id)) == 211


def test_an_organisation_that_letters_named_first_learns_what_its_own_sheet_says(store: Store, tmp_path: Path) -> None:
    factories.organisation(store, name="Dockers 7", phone="1234")
    path = sheet(tmp_path, "name,city,members,e-mail,phone", "DOCKERS 7,London,300,office@dockers.example,999")
    assert brought(store, "organisations", path).rows_amended == 1
    (known,) = store.records(select(Organisation))
    assert (known.name, known.members, known.email, known.phone) == ("Dockers 7", 300, "office@dockers.example", "1234")
    assert brought(store, "organisations", path).rows_known == 1


def test_a_target_that_is_known_learns_what_it_lacks(store: Store, tmp_path: Path) -> None:
    factories.target(store, office="Prosecutor General", email="office@example.org")
    path = sheet(tmp_path, "Office,Email,Address", "Prosecutor General,other@example.org,14 Main Street")
    assert brought(store, "targets", path).rows_amended == 1
    (known,) = store.records(select(Target))
    assert (known.email, known.address) == ("office@example.org", "14 Main Street")


@pytest.mark.parametrize(("path", "rows"), [(MOSCOW, 3), (BERLIN, 4)])
def test_sheets_in_russian_and_german_need_only_their_words(store: Store, path: Path, rows: int) -> None:
    result = brought(store, "pickets", path)
    assert (result.rows_new, result.bad) == (rows, ())
    embassies = store.count(select(Site.id).where(Site.kind == "embassy"))
    assert embassies == 1


def test_a_german_bank_statement_gives_its_gifts_and_tells_what_is_money_out(store: Store) -> None:
    shown = preview(store, "donations", BANK)
    assert [bad.line for bad in shown.bad] == [4, 5]
    assert (shown.rows_new, total(shown, "donations.received.EUR")) == (3, 2291_00)


def test_a_city_that_nobody_knows_is_kept_as_it_is_written(store: Store, tmp_path: Path) -> None:
    brought(store, "pickets", sheet(tmp_path, "Date,City,Country", "1 Feb 2012,Atlantis under Sea,GB"))
    (city,) = store.records(select(City))
    assert (city.name, city.country, city.geoname_id) == ("Atlantis under Sea", "GB", None)


def test_a_city_whose_name_has_no_letters_is_one_city_however_often_it_comes(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, "Office,City,Country", "Prosecutor,???,KZ")
    brought(store, "targets", path)
    assert brought(store, "targets", path).rows_known == 1 and store.count(select(City.id)) == 1


def test_a_month_is_kept_as_a_month(store: Store, tmp_path: Path) -> None:
    brought(store, "pickets", sheet(tmp_path, "Date;City", "Feb 2012;Köln", encoding="cp1252"))
    (picket,) = store.records(select(Picket))
    assert (picket.day, picket.day_precision) == (date(2012, 2, 1), DatePrecision.MONTH)


def test_rows_go_to_the_campaign_that_is_named(store: Store, tmp_path: Path) -> None:
    factories.campaign(store, name="Newer", started=date(2020, 1, 1))
    older = factories.campaign(store, name="Older", started=date(2010, 1, 1))
    take_in(store, preview(store, "pickets", PICKETS, campaign=older), skip_bad=True)
    assert {picket.campaign_id for picket in store.records(select(Picket))} == {older.id}


HEADS = {
    "pickets": "Date,Time,City,No. there,Status",
    "letters": "date,organisation,to,how many,how,country",
    "donations": "Date,Name,Amount,Currency,Status",
    "organisations": "name,members,kind",
    "people": "Name,E-mail",
    "targets": "Office,Kind,Country",
}
FAULTY = [
    ("pickets", "2012-02-01,25:00,London,4,held"),
    ("pickets", "2012-02-01,noon,London,many,held"),
    ("pickets", "2012-02-01,noon,London,4,dreamt"),
    ("pickets", "2012-02-01,noon,,4,held"),
    ("pickets", ",noon,London,4,held"),
    ("pickets", "2012-02-01,noon,London,4,held,more,cells"),
    ("letters", "2012-02-01,,KazMunaiGas,1,post,GB"),
    ("letters", "2012-02-01,Branch 7,,1,post,GB"),
    ("letters", "2012-02-01,Branch 7,KazMunaiGas,0,post,GB"),
    ("letters", "2012-02-01,Branch 7,KazMunaiGas,1,pigeon,GB"),
    ("letters", "2012-02-01,Branch 7,KazMunaiGas,1,post,Ruritania"),
    ("letters", "2012-02-01,Branch 7,KazMunaiGas,99999999999,post,GB"),
    ("donations", "2012-02-01,Ann,,GBP,received"),
    ("donations", "2012-02-01,Ann,0.00,GBP,received"),
    ("donations", "2012-02-01,Ann,1.99999,GBP,received"),
    ("donations", "2012-02-01,Ann,5.00,XYZ,received"),
    ("donations", "2012-13-01,Ann,5.00,GBP,received"),
    ("organisations", "Branch 7,many,union"),
    ("organisations", ",12,union"),
    ("targets", ",ministry,KZ"),
    ("targets", "Office,castle,KZ"),
]


@pytest.mark.parametrize(("kind", "line"), FAULTY, ids=[line for _kind, line in FAULTY])
def test_a_row_that_cannot_be_read_is_told_in_a_sentence_and_the_others_come_in(
    store: Store, tmp_path: Path, kind: str, line: str
) -> None:
    shown = preview(store, kind, sheet(tmp_path, HEADS[kind], "", line))
    assert [bad.line for bad in shown.bad] == [3] and shown.rows_new == 0
    assert shown.bad[0].reason.endswith(".") and shown.bad[0].words().startswith("Line 3: ")


@pytest.mark.parametrize("kind", list(SHEET_KINDS))
def test_a_sheet_without_headings_and_one_with_nothing_else_are_refused(store: Store, tmp_path: Path, kind: str) -> None:
    with pytest.raises(UnreadableSheet, match="no headings"):
        preview(store, kind, sheet(tmp_path, "some,words", "and,more"))
    with pytest.raises(UnreadableSheet, match="no row below"):
        preview(store, kind, sheet(tmp_path, HEADS[kind]))


def test_a_sheet_of_another_kind_is_recognised_as_such(store: Store) -> None:
    with pytest.raises(UnreadableSheet, match="letters"):
        preview(store, "pickets", LETTERS)


ANY_CELL = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["30/02/2012", "2012-02-01", "noon", "about 20", "-5", "1e999", "embassy", "Embassy, ", ",", "'=1", "GB", "٣", "½"]
    ),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(kind=st.sampled_from(list(SHEET_KINDS)), rows=st.lists(st.lists(ANY_CELL, max_size=12), max_size=6), data=st.data())
def test_no_sheet_whatever_it_holds_raises_anything_but_a_sentence(
    store: Store, tmp_path: Path, kind: str, rows: list[list[str]], data: st.DataObject
) -> None:
    from organizer.records.reading_words import words

    fields = list(words()[kind]["columns"].values())
    headings = data.draw(st.permutations([synonyms[0] for synonyms in fields]))
    path = sheet(tmp_path, ",".join(headings), *(",".join(row) for row in rows))
    if data.draw(st.booleans()):
        path.write_bytes(data.draw(st.binary(max_size=200)))
    try:
        take_in(store, preview(store, kind, path), skip_bad=True)
    except UserError as refusal:
        assert refusal.message and refusal.hint
