"""A leaflet begun from a picket, and the parts its sheet is made of."""

from datetime import date, time

import pytest

from organizer.actions.leaflets import leaflet_from_picket, leaflet_parts
from organizer.errors import UserError
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.store.store import Store
from tests import factories


@pytest.fixture
def picket(store: Store) -> Picket:
    campaign = factories.campaign(
        store, slogans=["Striking is no crime"], summary="What happened.\n\nMore.", qr_target="https://x.org/k"
    )
    city = factories.city(store)
    site = factories.site(store, city_id=city.id, postcode="SW7 2SD")
    saved = factories.picket(
        store, campaign_id=campaign.id, city_id=city.id, site_id=site.id, occasion="Anniversary", starts=time(12), ends=time(14)
    )
    return store.get(Picket, saved.id)


def test_the_first_leaflet_takes_slogan_summary_day_times_and_place(store: Store, picket: Picket) -> None:
    made = leaflet_from_picket(store, picket)
    assert made.is_new() and (made.day, made.starts, made.ends) == (date(2012, 12, 16), time(12), time(14))
    assert made.texts == {
        "en": {
            "kicker": "Anniversary",
            "headline": "Striking is no crime",
            "body": "What happened.",
            "call_title": "Picket",
            "place": "Embassy of Kazakhstan\n33 Thurloe Square, London SW7 2SD",
        }
    }
    assert made.qr_target == "https://x.org/k" and store.save(made).title() == "London, 16 Dec 2012"


def test_it_names_the_editions_of_the_demands_that_stand(store: Store, picket: Picket) -> None:
    first = factories.demand(store, campaign_id=picket.campaign_id, number=1)
    later = factories.demand(store, campaign_id=picket.campaign_id, number=1, edition=2, texts={"en": "New words"})
    factories.demand(store, campaign_id=picket.campaign_id, number=2, withdrawn=True)
    assert leaflet_from_picket(store, picket).demand_uids == [later.uid] != [first.uid]


def test_the_next_leaflet_goes_on_from_the_last_one_in_all_its_languages(store: Store, picket: Picket) -> None:
    texts = {
        "en": {
            "headline": "Old",
            "body": "Body",
            "kicker": "Then",
            "directions": "By tube",
            "call_title": "Meet us",
            "place": "X",
        },
        "ru": {"headline": "Старый", "place": "Лондон", "kicker": "Тогда"},
    }
    other_place = factories.picket(store, campaign_id=picket.campaign_id, city_id=picket.city_id)
    factories.leaflet(store, campaign_id=picket.campaign_id, picket_id=other_place.id, texts=texts, languages=["en", "ru"])
    made = leaflet_from_picket(store, picket)
    assert made.languages == ["en", "ru"]
    assert (made.text_in("en", "headline"), made.text_in("ru", "headline")) == ("Old", "Старый")
    assert (made.text_in("en", "kicker"), made.text_in("ru", "kicker")) == ("Anniversary", "")
    assert made.text_in("en", "directions") == "" and made.text_in("ru", "place").startswith("Embassy")


def test_the_same_place_keeps_its_words_and_directions(store: Store, picket: Picket) -> None:
    texts = {
        "en": {"headline": "Old", "kicker": "Then", "directions": "By tube", "call_title": "Meet us", "place": "At the door"}
    }
    before = factories.picket(store, campaign_id=picket.campaign_id, city_id=picket.city_id, site_id=picket.site_id)
    factories.leaflet(store, campaign_id=picket.campaign_id, picket_id=before.id, texts=texts)
    made = leaflet_from_picket(store, picket)
    assert made.texts["en"] == {**texts["en"], "kicker": "Anniversary"}


def test_a_picket_of_no_campaign_is_told_what_to_do(store: Store) -> None:
    with pytest.raises(UserError, match="belongs to no campaign"):
        leaflet_from_picket(store, Picket(occasion="Draft"))
    with pytest.raises(UserError, match="belongs to no campaign"):
        leaflet_parts(store, Leaflet(name="Draft"))


def test_the_parts_are_the_campaign_the_picket_and_the_demands_in_order(store: Store, picket: Picket) -> None:
    second = factories.demand(store, campaign_id=picket.campaign_id, number=2)
    first = factories.demand(store, campaign_id=picket.campaign_id, number=1)
    parts = leaflet_parts(store, leaflet_from_picket(store, picket))
    assert [demand.uid for demand in parts.demands] == [first.uid, second.uid]
    assert parts.campaign.id == picket.campaign_id and parts.picket is not None and parts.picket.id == picket.id
    assert (parts.photo, parts.logo) == (None, None)
