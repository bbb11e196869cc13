"""A letter is counted once, however it came into the file first; what is learnt of it later is taken over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from organizer.actions.campaigns import current_campaign
from organizer.actions.letter_logging import log_rows
from organizer.actions.letter_rows import Defaults, TypedRow
from organizer.actions.sample import fill_with_sample
from organizer.exchange.sheets_in import ImportResult, Preview, preview, take_in
from organizer.records.campaign import Campaign
from organizer.records.letter import Letter
from organizer.store.store import Store
from tests import factories
from tests.exchange.sheets import LETTERS, sheet

HEAD = "date,organisation,city,to,how,how many,copy on file,on whose behalf (members),reply"
TODAY = date(2012, 9, 1)


def looked_at(store: Store, folder: Path, *lines: str) -> Preview:
    return preview(store, "letters", sheet(folder, HEAD, *lines), campaign=current_campaign(store))


def brought(store: Store, folder: Path, *lines: str) -> ImportResult:
    return take_in(store, looked_at(store, folder, *lines), skip_bad=False)


def rows(result: ImportResult) -> tuple[int, int, int]:
    return result.rows_new, result.rows_amended, result.rows_known


def typed(store: Store, *cells: tuple[str, ...]) -> None:
    """Rows of the grid: day, organisation, city, target, way, number, evidence."""
    campaign = current_campaign(store) or factories.campaign(store)
    logged = log_rows(store, [TypedRow(row) for row in cells], campaign.id, Defaults(), TODAY)
    assert len(logged.taken) == len(cells)


def test_the_letter_book_brought_into_the_sample_doubles_nothing(store: Store) -> None:
    campaign = fill_with_sample(store)
    before = store.rows(select(func.count(Letter.id), func.sum(Letter.quantity)))
    result = take_in(store, preview(store, "letters", LETTERS, campaign=campaign), skip_bad=False)
    assert rows(result) == (0, 0, 1349)
    assert store.rows(select(func.count(Letter.id), func.sum(Letter.quantity))) == before


def test_letters_typed_in_the_window_are_known_when_their_sheet_comes(store: Store, tmp_path: Path) -> None:
    typed(
        store,
        ("15 Aug 2012", "Dockers 7", "Lyon", "KazMunaiGas", "post", "2", ""),
        ("15 Aug 2012", "Miners 4", "Wien", "Embassy, Berlin", "", "1", "copy held"),
    )
    result = brought(
        store,
        tmp_path,
        "2012-08-15,DOCKERS 7,Lyon,KazMunaiGas,post,2,no,,",
        "15/08/2012,Miners 4,Vienna,\"Embassy, Berlin\",e-mail,1,yes,,",
    )  # fmt: skip
    assert rows(result) == (0, 0, 2)


def test_of_the_same_letter_typed_once_and_standing_twice_in_the_sheet_one_is_new(store: Store, tmp_path: Path) -> None:
    typed(store, ("15 Aug 2012", "Dockers 7", "Lyon", "KazMunaiGas", "post", "2", ""))
    line = "2012-08-15,Dockers 7,Lyon,KazMunaiGas,post,2,no,,"
    assert rows(brought(store, tmp_path, line, line)) == (1, 0, 1)
    assert rows(brought(store, tmp_path, line, line)) == (0, 0, 2)


@pytest.mark.parametrize(
    "line",
    [
        "2012-08-16,Dockers 7,Lyon,KazMunaiGas,post,2,no,,",
        "2012-08,Dockers 7,Lyon,KazMunaiGas,post,2,no,,",
        "2012-08-15,Dockers 8,Lyon,KazMunaiGas,post,2,no,,",
        "2012-08-15,Dockers 7,Paris,KazMunaiGas,post,2,no,,",
        "2012-08-15,Dockers 7,Lyon,Samruk-Kazyna,post,2,no,,",
        "2012-08-15,Dockers 7,Lyon,KazMunaiGas,fax,2,no,,",
        "2012-08-15,Dockers 7,Lyon,KazMunaiGas,post,3,no,,",
    ],
)
def test_a_letter_that_differs_in_what_makes_it_one_is_new(store: Store, tmp_path: Path, line: str) -> None:
    typed(store, ("15 Aug 2012", "Dockers 7", "Lyon", "KazMunaiGas", "post", "2", ""))
    assert rows(brought(store, tmp_path, line)) == (1, 0, 0)


def test_letters_of_another_campaign_are_not_these(store: Store, tmp_path: Path) -> None:
    typed(store, ("15 Aug 2012", "Dockers 7", "Lyon", "KazMunaiGas", "post", "2", ""))
    factories.campaign(store, name="Newer", started=date(2020, 1, 1))
    assert rows(brought(store, tmp_path, "2012-08-15,Dockers 7,Lyon,KazMunaiGas,post,2,no,,")) == (1, 0, 0)


def test_a_copy_and_a_reply_that_came_later_are_told_and_taken_over_in_one_step(store: Store, tmp_path: Path) -> None:
    brought(
        store,
        tmp_path,
        "2012-02-01,Lyon Trades Council 3,Lyon,KazMunaiGas,post,2,no,,",
        "2012-02-02,Dockers 7,Lyon,KazMunaiGas,post,9,,,no answer",
    )
    later = (
        "2012-02-01,Lyon Trades Council 3,Lyon,KazMunaiGas,post,2,yes,,denied",
        "2012-02-02,Dockers 7,Lyon,KazMunaiGas,post,9,,,they wrote that they will look into it",
    )
    shown = looked_at(store, tmp_path, *later)
    assert (shown.rows_new, shown.rows_amended, shown.totals) == (0, 2, ())
    assert shown.notes == ("1 known letter now has a copy on file.", "2 known letters now have a reply.")
    take_in(store, shown, skip_bad=False)
    first, second = store.records(select(Letter).order_by(Letter.id))
    assert (first.evidence, first.reply, first.reply_words) == ("held", "denial", "denied")
    assert (second.evidence, second.reply, second.reply_words) == ("estimated", "", "they wrote that they will look into it")
    assert rows(brought(store, tmp_path, *later)) == (0, 0, 2)
    store.undo()
    assert [(letter.evidence, letter.reply) for letter in store.records(select(Letter).order_by(Letter.id))] == [
        ("reported", ""),
        ("estimated", ""),
    ]


def test_nothing_that_the_file_knows_of_a_letter_is_taken_back_by_a_sheet(store: Store, tmp_path: Path) -> None:
    line = "2012-02-01,Dockers 7,Lyon,KazMunaiGas,post,2,yes,300,denied"
    brought(store, tmp_path, line)
    assert rows(brought(store, tmp_path, line.replace("yes", "no").replace("denied", "promised"))) == (0, 0, 1)
    (letter,) = store.records(select(Letter))
    assert (letter.evidence, letter.reply, letter.members) == ("held", "denial", 300)


def test_a_typed_letter_learns_its_copy_and_its_members_from_the_sheet(store: Store, tmp_path: Path) -> None:
    typed(store, ("15 Aug 2012", "Dockers 7", "Lyon", "KazMunaiGas", "post", "2", ""))
    assert rows(brought(store, tmp_path, "2012-08-15,Dockers 7,Lyon,KazMunaiGas,post,2,yes,5000,")) == (0, 1, 0)
    (letter,) = store.records(select(Letter))
    assert (letter.evidence, letter.members) == ("held", 5000)
    # For how many others it speaks tells two letters apart
    assert rows(brought(store, tmp_path, "2012-08-15,Dockers 7,Lyon,KazMunaiGas,post,2,yes,120,")) == (1, 0, 0)


def test_the_city_of_an_embassy_may_stand_in_a_column_of_its_own(store: Store, tmp_path: Path) -> None:
    path = sheet(tmp_path, "date,organisation,to,target city", "2012-02-01,Dockers 7,Embassy,Berlin")
    take_in(store, preview(store, "letters", path), skip_bad=False)
    (letter,) = store.records(select(Letter))
    assert letter.target is not None and letter.target.title() == "Embassy, Berlin"


def test_rows_go_to_the_campaign_they_name(store: Store, tmp_path: Path) -> None:
    old = factories.campaign(store, name="Old", started=date(2001, 1, 1))
    own = factories.campaign(store, name="Own", started=date(2012, 1, 1))
    head, line = "date,organisation,to,campaign", "2012-02-01,Dockers 7,KazMunaiGas,"
    path = sheet(tmp_path, head, line, line + "OLD", line + "own", line + "Unheard of")
    shown = preview(store, "letters", path, campaign=own)
    assert [total.words for total in shown.totals if total.key == "new.campaign"] == ["1 new campaign"]
    take_in(store, shown, skip_bad=False)
    (new,) = store.records(select(Campaign).where(Campaign.name == "Unheard of"))
    counted = select(Letter.campaign_id, func.count(Letter.id)).group_by(Letter.campaign_id)
    assert dict(store.rows(counted)) == {own.id: 2, old.id: 1, new.id: 1}
    assert take_in(store, preview(store, "letters", path, campaign=own), skip_bad=False).rows_known == 4
