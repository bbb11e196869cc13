"""Sums over large tables: as true after every change, undo and reopening as if they were asked anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from organizer.records.letter import Letter, breadth, letters_by_city, letters_by_day
from organizer.store import sums
from organizer.store.opening import open_file
from organizer.store.store import Store
from organizer.store.tables import table_of
from tests import factories


@pytest.fixture(autouse=True)
def as_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a few letters stand for files of many."""
    monkeypatch.setattr(sums, "_LARGE", 0)


def assert_true(store: Store, campaign_id: int) -> None:
    for query in (letters_by_day(campaign_id), breadth(campaign_id), letters_by_city(campaign_id)):
        assert store.sums(query) == store.rows(query)


def test_they_stay_true_through_saving_deleting_undo_and_redo(store: Store) -> None:
    letter = factories.letter(store)
    campaign_id = letter.campaign_id or 0
    assert store.sums(letters_by_day(campaign_id)) == [(date(2012, 8, 15), "reported", 3)]
    more = factories.letter(store, day=date(2012, 9, 1), quantity=5)
    assert_true(store, campaign_id)
    store.delete(more)
    assert_true(store, campaign_id)
    store.undo()
    assert_true(store, campaign_id)
    store.redo()
    assert_true(store, campaign_id)
    with pytest.raises(ZeroDivisionError), store.change("half") as change:
        change.delete(letter)
        assert store.sums(letters_by_day(campaign_id)) == []
        raise ZeroDivisionError
    assert_true(store, campaign_id)


def test_they_are_kept_in_the_file_with_their_days(tmp_path: Path, store: Store, passphrase: str | None) -> None:
    letter = factories.letter(store)
    factories.letter(store, day=date(2012, 9, 1))
    campaign_id = letter.campaign_id or 0
    before = store.sums(letters_by_day(campaign_id))
    factories.letter(store, quantity=7)
    store.close(back_up=False)
    again = open_file(tmp_path / "branch.organizer", passphrase)
    assert again.sums(letters_by_day(campaign_id)) == again.rows(letters_by_day(campaign_id)) != before
    factories.letter(again, quantity=2)
    assert_true(again, campaign_id)
    again.close(back_up=False)


def test_what_is_kept_is_not_asked_for_again(tmp_path: Path, store: Store, passphrase: str | None) -> None:
    letter = factories.letter(store)
    query = letters_by_day(letter.campaign_id or 0)
    store.sums(query)
    store.close(back_up=False)
    again = open_file(tmp_path / "branch.organizer", passphrase)
    kept = again.sums(query)
    with again._lane.writing() as connection:  # behind its back: only one that does not look again says the same
        connection.execute(table_of(Letter).delete())
    assert again.sums(query) == kept != again.rows(query)
    again.close(back_up=False)


def test_sums_of_different_campaigns_are_not_taken_for_each_other(store: Store) -> None:
    one = factories.letter(store).campaign_id or 0
    other = factories.campaign(store, name="Another").id
    factories.letter(store, campaign_id=other, quantity=9)
    assert store.sums(letters_by_day(one)) != store.sums(letters_by_day(other))
    assert_true(store, one)
    assert_true(store, other)
