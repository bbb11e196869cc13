"""A sheet of letters goes into the file as one step, with all that it names and nothing that it repeats."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from organizer.actions.letter_logging import log_rows
from organizer.actions.letter_rows import COUNTED, Defaults, TypedRow
from organizer.records.campaign import Campaign
from organizer.records.kinds import KINDS
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.place import City
from organizer.records.target import Target
from organizer.store.store import Store
from tests import factories
from tests.conftest import PASSPHRASE

TODAY = date(2012, 12, 6)
BOOK = Path(__file__).resolve().parents[1] / "data" / "spreadsheets" / "letters-2011-2012.csv"
COLUMNS = ("date", "organisation", "city", "to", "how", "how many", "copy on file")
FULL = TypedRow(("15/08/2012", "Bristol Dockers", "Bristol", "Supreme Court", "post", "3", "yes"))


@pytest.fixture
def passphrase() -> str | None:
    return PASSPHRASE


@pytest.fixture
def campaign(store: Store) -> Campaign:
    return factories.campaign(store)


def everything(store: Store) -> dict[str, int]:
    return {name: store.count(select(kind.id)) for name, kind in KINDS.items()}


def book_rows() -> list[TypedRow]:
    with BOOK.open(encoding="utf-8", newline="") as lines:
        return [TypedRow(tuple(line[column] for column in COLUMNS)) for line in csv.DictReader(lines)]


def test_a_letter_is_kept_with_all_that_its_row_says(store: Store, campaign: Campaign) -> None:
    logged = log_rows(store, [FULL], campaign.id, Defaults(tone="solidarity"), TODAY)
    (letter,) = store.records(select(Letter))
    assert logged.words() == "3 letters in 1 row logged."
    assert (letter.campaign_id, letter.day, letter.quantity) == (campaign.id, date(2012, 8, 15), 3)
    assert (letter.channel, letter.evidence, letter.tone) == ("post", "held", "solidarity")
    assert letter.city is not None and letter.city.geoname_id is not None
    assert letter.organisation is not None and letter.organisation.city_id == letter.city_id
    assert letter.organisation.country == "GB" and letter.target is not None and letter.target.kind == "court"


def test_everything_is_one_step_and_one_undo_takes_it_all_back(store: Store, campaign: Campaign) -> None:
    before, steps = everything(store), len(store.lately(50))
    rows = [FULL, FULL.written(1, "Leeds Miners").written(2, "Leeds"), FULL.written(3, "Embassy, Berlin")]
    logged = log_rows(store, rows, campaign.id, Defaults(), TODAY)
    assert len(store.lately(50)) == steps + 1 and store.lately(1)[0].label == "9 letters logged"
    undone = store.undo()
    assert undone is not None and undone.id == logged.entry_id
    assert everything(store) == before


def test_what_is_new_is_made_once_and_not_in_capitals_where_somebody_wrote_it_otherwise(store: Store, campaign: Campaign) -> None:
    rows = [FULL.written(1, "BRISTOL DOCKERS"), FULL.written(5, "8"), FULL.written(0, "16/08/2012")]
    log_rows(store, rows, campaign.id, Defaults(), TODAY)
    assert [found.name for found in store.records(select(Organisation))] == ["Bristol Dockers"]
    assert (store.count(select(Target.id)), store.count(select(City.id))) == (1, 1)


def test_rows_that_are_not_ready_stay_behind(store: Store, campaign: Campaign) -> None:
    bad = FULL.written(0, "30/02/2012")
    logged = log_rows(store, [FULL, TypedRow(), FULL, bad], campaign.id, Defaults(), TODAY)
    assert logged.left == (FULL, bad) and logged.taken == (FULL,)


def test_a_sheet_with_nothing_ready_takes_no_step(store: Store, campaign: Campaign) -> None:
    steps = len(store.lately(50))
    logged = log_rows(store, [FULL.written(0, "soon")], campaign.id, Defaults(), TODAY)
    assert (logged.letters, logged.entry_id, len(store.lately(50))) == (0, 0, steps)


def test_the_letter_book_comes_to_3128_letters_less_the_one_row_that_stands_twice(store: Store, campaign: Campaign) -> None:
    logged = log_rows(store, book_rows(), campaign.id, Defaults(), TODAY)
    assert (logged.letters, len(logged.taken), len(logged.left)) == (3127, 1348, 1)
    by_evidence = select(Letter.evidence, func.sum(Letter.quantity)).group_by(Letter.evidence)
    assert dict(store.rows(by_evidence)) == {"held": 1649, "reported": 1136, "estimated": 342}
    assert store.count(select(Organisation.id)) == 211


def test_counted_on_purpose_it_comes_to_3128_letters_156_of_them_on_one_day(store: Store, campaign: Campaign) -> None:
    first = log_rows(store, book_rows(), campaign.id, Defaults(), TODAY)
    second = log_rows(store, [TypedRow(row.cells, COUNTED) for row in first.left], campaign.id, Defaults(), TODAY)
    assert first.letters + second.letters == 3128
    assert store.rows(select(func.sum(Letter.quantity)).where(Letter.day == date(2012, 8, 15))) == [(156,)]


def test_the_same_sheet_a_second_time_adds_nothing(store: Store, campaign: Campaign) -> None:
    log_rows(store, book_rows(), campaign.id, Defaults(), TODAY)
    before = everything(store)
    again = log_rows(store, book_rows(), campaign.id, Defaults(), TODAY)
    assert again.letters == 0 and len(again.left) == 1349 and everything(store) == before
