"""A print run carries what stands on its paper, is handed out, and is told when what it says holds no more."""

from __future__ import annotations

from datetime import date, time

import pytest

from organizer.actions.demands import revise
from organizer.actions.print_room import next_number
from organizer.actions.print_runs import begin_print_run, hand_out, out_of_date
from organizer.errors import Problems, UserError
from organizer.records.campaign import Campaign, Demand
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.store.store import Store
from tests import factories

PRINTED_ON = date(2012, 12, 3)
PHONE = "+44 20 7946 0321"


@pytest.fixture
def campaign(store: Store) -> Campaign:
    return factories.campaign(store, address="12 Example Lane, London", contact_phone=PHONE, imprint_printer="Press")


@pytest.fixture
def picket(store: Store, campaign: Campaign) -> Picket:
    city = factories.city(store)
    site = factories.site(store, city_id=city.id, postcode="SW7 2SD")
    made = factories.picket(store, campaign_id=campaign.id, city_id=city.id, site_id=site.id, starts=time(12), ends=time(14))
    return store.get(Picket, made.id)


@pytest.fixture
def leaflet(store: Store, campaign: Campaign, picket: Picket) -> Leaflet:
    demands = [factories.demand(store, campaign_id=campaign.id, number=n, texts={"en": f"Old {n}"}) for n in (1, 2)]
    uids = [demand.uid for demand in demands]
    return factories.leaflet(
        store, campaign_id=campaign.id, picket_id=picket.id, demand_uids=uids, day=picket.day, starts=picket.starts
    )


def printed(store: Store, record: Leaflet | Picket | Campaign | PressRelease, sheet: str = "leaflet", **more: object) -> PrintRun:
    usual = {"printed": 500, "today": PRINTED_ON, **more}
    return store.save(begin_print_run(store, record, sheet, **usual))  # type: ignore[arg-type]


def changed(store: Store, campaign: Campaign) -> list[str]:
    return [sentence for stock in out_of_date(store, campaign.id) for sentence in stock.changed]


def test_a_run_is_begun_with_what_stands_on_the_leaflet(store: Store, leaflet: Leaflet, picket: Picket) -> None:
    run = begin_print_run(store, leaflet, "leaflet", printed=500, language="de", format_key="a5", layout="two-on-a4")
    assert run.is_new() and run.problems() == []
    assert (run.sheet, run.language, run.format, run.layout) == ("leaflet", "de", "a5", "two-on-a4")
    assert (run.subject_kind, run.subject_uid, run.name) == ("leaflet", leaflet.uid, "Embassy leaflet")
    assert (run.printed, run.left, run.printed_on) == (500, 500, date.today())
    assert run.demand_uids == leaflet.demand_uids
    assert run.carries == {
        "picket": picket.uid,
        "day": "2012-12-16",
        "starts": "12:00",
        "place": "Embassy of Kazakhstan, 33 Thurloe Square, London SW7 2SD",
        "imprint": "Campaign Kazakhstan; 12 Example Lane, London; Press",
    }


def test_a_sheet_of_the_campaign_carries_the_demands_that_stand_if_it_prints_them(store: Store, leaflet: Leaflet) -> None:
    campaign = store.get(Campaign, leaflet.campaign_id or 0)
    assert begin_print_run(store, campaign, "placard", printed=1).demand_uids == []
    petition = begin_print_run(store, campaign, "petition-sheet", printed=1, needs=frozenset({"demands"}))
    assert petition.demand_uids == leaflet.demand_uids


def test_the_phone_is_carried_where_it_is_printed(store: Store, campaign: Campaign, leaflet: Leaflet) -> None:
    card = begin_print_run(store, campaign, "bust-card", printed=1, answers={"phones": f"Office: {PHONE}"})
    assert card.carries["phone"] == PHONE
    assert "phone" not in begin_print_run(store, campaign, "placard", printed=1, answers={"slogan": "Free them"}).carries
    leaflet.texts = {"en": {"headline": "Call", "directions": f"Ring {PHONE}"}}
    assert begin_print_run(store, leaflet, "leaflet", printed=1).carries["phone"] == PHONE
    release = factories.press_release(store, campaign_id=campaign.id)
    assert begin_print_run(store, release, "press-release", printed=1).carries == {"phone": PHONE}
    release.contact_phone = "+49 30 000"
    assert begin_print_run(store, release, "press-release", printed=1).carries == {}


def test_what_is_not_public_carries_no_imprint(store: Store, campaign: Campaign) -> None:
    assert begin_print_run(store, campaign, "cash-count", printed=1, print_class="confidential").carries == {}


def test_numbered_sheets_go_on_where_the_last_ones_ended(store: Store, campaign: Campaign) -> None:
    assert next_number(store, campaign.id, "petition-sheet") == 1
    run = printed(store, campaign, "petition-sheet", printed=40, first_number=1)
    assert (run.first_number, run.last_number) == (1, 40)
    assert next_number(store, campaign.id, "petition-sheet") == 41
    assert next_number(store, campaign.id, "sign-in-sheet") == 1
    assert printed(store, campaign, "placard").last_number is None


def test_copies_are_handed_out_at_a_picket_in_one_step(store: Store, leaflet: Leaflet, picket: Picket) -> None:
    run = hand_out(store, printed(store, leaflet), 320, picket)
    assert (run.handed_out, run.left, run.picket_id) == (320, 180, picket.id)
    assert hand_out(store, run, 100).picket_id == picket.id
    entry = store.next_undo()
    assert entry is not None and entry.label == "Copies handed out"
    store.undo()
    assert store.get(PrintRun, run.id).left == 180


def test_no_more_copies_are_handed_out_than_are_left(store: Store, leaflet: Leaflet) -> None:
    run = printed(store, leaflet)
    with pytest.raises(Problems, match="More copies were handed out than were printed"):
        hand_out(store, run, 501)
    with pytest.raises(UserError, match="No copies were handed out"):
        hand_out(store, run, 0)
    assert store.get(PrintRun, run.id).left == 500


def test_two_who_hand_out_at_once_are_both_counted(store: Store, leaflet: Leaflet) -> None:
    run = printed(store, leaflet)
    hand_out(store, run, 100)
    assert hand_out(store, run, 50).handed_out == 150


def test_fresh_stock_is_up_to_date(store: Store, campaign: Campaign, leaflet: Leaflet, picket: Picket) -> None:
    printed(store, leaflet)
    printed(store, picket, "sign-in-sheet", print_class="branch")
    printed(store, campaign, "petition-sheet", needs=frozenset({"demands"}))
    assert out_of_date(store, campaign.id) == []


def test_a_rewritten_demand_makes_stock_out_of_date_in_that_language(store: Store, campaign: Campaign, leaflet: Leaflet) -> None:
    run = hand_out(store, printed(store, leaflet), 380)
    other_language = printed(store, leaflet, language="ru")
    second = store.by_uid(Demand, leaflet.demand_uids[1])
    newer = revise(store, second, {"en": "New 2"}, date(2026, 5, 3))
    stale = out_of_date(store, campaign.id)
    assert [stock.run.id for stock in stale] == [other_language.id, run.id]
    assert stale[1].words() == "Demand 2 was rewritten on 3 May 2026. 120 copies still carry the old."
    revise(store, newer, {"en": "New 2", "ru": "Новое"}, date(2026, 5, 4))
    in_english = printed(store, leaflet)
    in_english.demand_uids = [newer.uid]
    store.save(in_english)
    assert in_english.id not in [stock.run.id for stock in out_of_date(store, campaign.id)]


def test_withdrawn_and_deleted_demands_are_told(store: Store, campaign: Campaign, leaflet: Leaflet) -> None:
    printed(store, leaflet)
    first, second = (store.by_uid(Demand, uid) for uid in leaflet.demand_uids)
    first.withdrawn = True
    store.save(first)
    store.delete(second)
    assert changed(store, campaign) == ["Demand 1 was withdrawn.", "A demand on it was deleted."]


def test_stock_that_is_used_up_is_not_told(store: Store, campaign: Campaign, leaflet: Leaflet) -> None:
    run = printed(store, leaflet)
    run.handed_out, run.spoiled = 490, 10
    store.save(run)
    revise(store, store.by_uid(Demand, leaflet.demand_uids[0]), {"en": "New"}, date(2026, 5, 3))
    assert out_of_date(store, campaign.id) == []


def test_one_copy_is_told_as_one(store: Store, campaign: Campaign, leaflet: Leaflet) -> None:
    hand_out(store, printed(store, leaflet), 499)
    revise(store, store.by_uid(Demand, leaflet.demand_uids[0]), {"en": "New"}, date(2026, 5, 3))
    assert out_of_date(store, campaign.id)[0].words().endswith("1 copy still carries the old.")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"day": date(2012, 12, 17)}, "The picket was moved from 16 Dec 2012 to 17 Dec 2012."),
        ({"day": None, "state": "draft"}, "The picket of 16 Dec 2012 has no day any more."),
        ({"starts": time(13)}, "The hours of the picket were changed."),
        ({"state": "cancelled", "day": date(2012, 12, 17)}, "The picket was cancelled."),
        ({"site_id": None}, "The picket stands at another place now: London."),
    ],
)
def test_a_picket_that_changed_makes_stock_out_of_date(
    store: Store, campaign: Campaign, leaflet: Leaflet, picket: Picket, fields: dict[str, object], sentence: str
) -> None:
    printed(store, leaflet)
    for name, value in fields.items():
        setattr(picket, name, value)
    store.save(picket)
    assert changed(store, campaign) == [sentence]
    store.undo()
    assert changed(store, campaign) == []


def test_an_end_that_is_not_on_the_paper_may_change(store: Store, campaign: Campaign, leaflet: Leaflet, picket: Picket) -> None:
    printed(store, leaflet)
    picket.ends = time(15)
    store.save(picket)
    assert changed(store, campaign) == []


def test_a_picket_that_is_gone_is_told(store: Store, campaign: Campaign, picket: Picket) -> None:
    printed(store, picket, "sign-in-sheet")
    store.delete(picket)
    assert changed(store, campaign) == ["The picket was deleted."]


def test_phone_and_imprint_that_changed_are_told(store: Store, campaign: Campaign) -> None:
    printed(store, campaign, "bust-card", answers={"phones": PHONE})
    campaign.contact_phone, campaign.address = "+44 20 7946 0999", "14 Example Lane, London"
    store.save(campaign)
    assert changed(store, campaign) == ["The campaign’s phone number was changed.", "The imprint was changed."]


def test_other_campaigns_stock_is_left_out(store: Store, campaign: Campaign, leaflet: Leaflet) -> None:
    printed(store, leaflet)
    revise(store, store.by_uid(Demand, leaflet.demand_uids[0]), {"en": "New"}, date(2026, 5, 3))
    other = factories.campaign(store, name="Other")
    assert out_of_date(store, other.id) == [] and len(out_of_date(store, campaign.id)) == 1


@pytest.mark.parametrize(("printed_copies", "last"), [(10, 50), (7, 47), (20, 50)])
def test_two_copies_of_a_set_bear_the_numbers_of_one(store: Store, printed_copies: int, last: int) -> None:
    campaign = factories.campaign(store)
    run = begin_print_run(store, campaign, "petition-sheet", printed=printed_copies, first_number=41, numbers=10)
    assert (run.first_number, run.last_number) == (41, last)
