"""The file remembers which campaign is worked in, on whatever computer it is opened."""

from datetime import date

import pytest

from organizer.actions.campaigns import begin_campaign, choose_campaign, current_campaign
from organizer.errors import Problems
from organizer.store.store import Store
from tests import factories


def test_a_file_without_a_campaign_has_none(store: Store) -> None:
    assert current_campaign(store) is None


def test_until_one_is_chosen_the_latest_is_current(store: Store) -> None:
    factories.campaign(store, name="Old", started=date(1994, 1, 1))
    factories.campaign(store, name="New", started=date(2012, 1, 1))
    current = current_campaign(store)
    assert current is not None
    assert current.name == "New"


def test_the_chosen_one_is_current(store: Store) -> None:
    old = factories.campaign(store, name="Old", started=date(1994, 1, 1))
    factories.campaign(store, name="New", started=date(2012, 1, 1))
    choose_campaign(store, old)
    current = current_campaign(store)
    assert current is not None
    assert current.id == old.id


def test_when_the_chosen_one_is_deleted_another_takes_its_place(store: Store) -> None:
    old = factories.campaign(store, name="Old", started=date(1994, 1, 1))
    factories.campaign(store, name="New", started=date(2012, 1, 1))
    choose_campaign(store, old)
    store.delete(old)
    current = current_campaign(store)
    assert current is not None
    assert current.name == "New"


def test_the_first_campaign_of_a_file_is_chosen_at_once(store: Store) -> None:
    campaign = begin_campaign(store, "Free the strikers")
    factories.campaign(store, name="Later", started=date(2030, 1, 1))
    current = current_campaign(store)
    assert current is not None
    assert current.uid == campaign.uid


def test_a_campaign_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(Problems):
        begin_campaign(store, "  ")
    assert current_campaign(store) is None
