"""A press release begun from a picket."""

from datetime import date, time

import pytest

from organizer import i18n
from organizer.actions.press_releases import press_release_parts, release_from_picket
from organizer.errors import UserError
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.store.store import Store
from tests import factories

TODAY = date(2012, 12, 10)


def picket(store: Store, **changes: object) -> Picket:
    campaign = factories.campaign(store, contact_name="Ruth Calder", contact_phone="+44 20 7946 0321", summary="Background.")
    city = factories.city(store)
    site = factories.site(store, city_id=city.id)
    values = {"campaign_id": campaign.id, "city_id": city.id, "site_id": site.id, "starts": time(12), "ends": time(14), **changes}
    return store.get(Picket, factories.picket(store, **values).id)


def test_it_says_who_where_and_when_and_whom_to_ring(store: Store) -> None:
    made = release_from_picket(store, picket(store, occasion="Anniversary"), TODAY)
    assert made.is_new() and (made.headline, made.day, made.dateline_place) == ("Anniversary", TODAY, "London")
    assert "will hold a picket on Sunday, 16 December 2012, from 12:00 (Embassy of Kazakhstan)" in made.body
    assert made.facts[0] == {"heading": "When", "words": "Sunday, 16 December 2012\n12:00–14:00"}
    assert made.facts[1]["words"] == "Embassy of Kazakhstan\n33 Thurloe Square\nLondon"
    assert (made.contact_name, made.contact_phone, made.notes_to_editors) == ("Ruth Calder", "+44 20 7946 0321", "Background.")
    assert store.save(made).state == "draft"


def test_of_a_picket_that_was_held_it_speaks_in_the_past(store: Store) -> None:
    assert "held a picket on" in release_from_picket(store, picket(store, state="held"), TODAY).body


def test_a_picket_without_a_day_leaves_the_lead_to_be_written(store: Store) -> None:
    undated = picket(store, state="draft", day=None)
    made = release_from_picket(store, undated, TODAY)
    assert made.body == "" and [fact["heading"] for fact in made.facts] == ["Where"]


def test_what_it_keeps_of_the_place_holds_no_marks_of_direction(store: Store) -> None:
    i18n.set_language("ar")
    try:
        made = release_from_picket(store, picket(store, site_id=None), TODAY)
    finally:
        i18n.set_language("en_GB")
    assert made.facts[1]["words"] == "London"


def test_the_parts_are_the_campaign_and_the_picket(store: Store) -> None:
    about = picket(store)
    parts = press_release_parts(store, release_from_picket(store, about, TODAY))
    assert parts.campaign.id == about.campaign_id and parts.picket is not None and parts.logo is None


def test_without_a_campaign_it_is_told_what_to_do(store: Store) -> None:
    with pytest.raises(UserError, match="belongs to no campaign"):
        release_from_picket(store, Picket(occasion="Draft"), TODAY)
    with pytest.raises(UserError, match="belongs to no campaign"):
        press_release_parts(store, PressRelease())
