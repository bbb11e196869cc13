"""What a sheet is made of, what there is to print for, and the campaign's own words, kept in the real file."""

from __future__ import annotations

from datetime import date, time

import pytest

from organizer.actions.overview import overview
from organizer.actions.print_room import keep_answers, kept_answers, kept_for, parts_for, subjects
from organizer.actions.sample import fill_with_sample
from organizer.errors import UserError
from organizer.records.campaign import Campaign
from organizer.records.donation import Donation
from organizer.records.leaflet import Leaflet
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.print_run import PrintRun
from organizer.records.sheet_text import SheetText
from organizer.store.store import Store
from tests import factories
from tests.store.test_attachments import drawing

TODAY = date(2012, 12, 6)
EVERYTHING = frozenset({"demands", "pickets", "organisations", "targets", "funds"})


@pytest.fixture
def campaign(store: Store) -> Campaign:
    return factories.campaign(store, address="12 Example Lane, London E0 1AA")


def test_a_campaigns_parts_are_the_lists_that_are_asked_for_in_order(store: Store, campaign: Campaign) -> None:
    old = factories.demand(store, campaign_id=campaign.id, number=1)
    new = factories.demand(store, campaign_id=campaign.id, number=1, edition=2, texts={"en": "New"})
    gone = factories.demand(store, campaign_id=campaign.id, number=2, withdrawn=True)
    later = factories.picket(store, campaign_id=campaign.id, day=date(2012, 12, 20))
    sooner = factories.picket(store, campaign_id=campaign.id, day=date(2012, 12, 16))
    off = factories.picket(store, campaign_id=campaign.id, state="cancelled")
    elsewhere = factories.picket(store, campaign_id=factories.campaign(store, name="Other").id)
    retired = factories.target(store, retired=True)
    target, organisation = factories.target(store), factories.organisation(store)
    own, common = factories.fund(store, name="Own", campaign_id=campaign.id), factories.fund(store, name="Common")
    factories.fund(store, name="Others", campaign_id=elsewhere.campaign_id)
    parts = parts_for(store, campaign, EVERYTHING)
    assert [demand.uid for demand in parts.demands] == [new.uid]
    assert [picket.id for picket in parts.pickets] == [sooner.id, later.id]
    assert [each.id for each in parts.targets] == [target.id]
    assert [each.id for each in parts.organisations] == [organisation.id]
    assert [fund.id for fund in parts.funds] == [common.id, own.id]
    assert {old.uid, gone.uid}.isdisjoint(demand.uid for demand in parts.demands)
    assert off.id not in {picket.id for picket in parts.pickets} and retired.id != target.id


def test_nothing_is_read_that_is_not_asked_for(store: Store, campaign: Campaign) -> None:
    factories.demand(store, campaign_id=campaign.id)
    parts = parts_for(store, campaign)
    assert (parts.demands, parts.pickets, parts.organisations, parts.targets, parts.funds) == ((), (), (), (), ())
    assert (parts.picket, parts.donation, parts.leaflet, parts.release, parts.logo) == (None, None, None, None, None)


def test_a_draft_of_a_picket_has_the_city_and_site_that_it_names(store: Store, campaign: Campaign) -> None:
    site = factories.site(store)
    draft = Picket(campaign_id=campaign.id, city_id=site.city_id, site_id=site.id, day=TODAY, starts=time(12))
    parts = parts_for(store, draft)
    assert parts.picket is not None and parts.picket.place_words() == "London, Embassy of Kazakhstan"
    assert parts.picket.site is not None and parts.picket.site.address_lines() == ["33 Thurloe Square", "London"]
    assert draft.is_new() and parts.campaign.id == campaign.id


def test_a_form_that_moved_a_saved_picket_prints_the_new_place(store: Store, campaign: Campaign) -> None:
    saved = store.get(Picket, factories.picket(store, campaign_id=campaign.id).id)
    saved.city_id = factories.city(store, name="Berlin", country="DE").id
    picket = parts_for(store, saved).picket
    assert picket is not None and picket.city is not None and picket.city.name == "Berlin"
    assert (picket.id, picket.uid, picket.version) == (saved.id, saved.uid, saved.version)


def test_a_draft_of_a_donation_knows_its_giver(store: Store, campaign: Campaign) -> None:
    organisation = factories.organisation(store)
    draft = Donation(campaign_id=campaign.id, organisation_id=organisation.id, day=TODAY, amount_minor=25_00)
    donation = parts_for(store, draft).donation
    assert donation is not None and donation.giver_words() == "Dockers' branch 7"


def test_leaflet_and_release_come_with_their_parts_and_their_picket(store: Store, campaign: Campaign) -> None:
    picket = factories.picket(store, campaign_id=campaign.id)
    demand = factories.demand(store, campaign_id=campaign.id)
    leaflet = factories.leaflet(store, campaign_id=campaign.id, picket_id=picket.id, demand_uids=[demand.uid])
    parts = parts_for(store, leaflet)
    assert parts.leaflet is not None and parts.leaflet.leaflet is leaflet and parts.picket is not None
    assert [each.uid for each in parts.leaflet.demands] == [each.uid for each in parts.leaflet.standing or ()] == [demand.uid]
    release = factories.press_release(store, campaign_id=campaign.id, picket_id=picket.id)
    of_release = parts_for(store, release)
    assert of_release.release is not None and of_release.picket is not None and of_release.picket.id == picket.id


def test_a_photo_comes_with_what_was_said_of_the_faces_in_it(store: Store, campaign: Campaign) -> None:
    photo = store.attach(drawing(), "crowd.png", campaign)
    leaflet = factories.leaflet(store, campaign_id=campaign.id, photo_id=photo.id)
    before = parts_for(store, leaflet).leaflet
    photo.faces = "covered"
    store.save(photo)
    after = parts_for(store, leaflet).leaflet
    assert before is not None and after is not None
    assert (before.photo_faces, after.photo_faces) == ("", "covered") and after.photo


def test_a_campaign_that_is_not_saved_yet_can_be_printed_for(store: Store) -> None:
    parts = parts_for(store, Campaign(name="New"), EVERYTHING)
    assert (parts.campaign.name, parts.demands, parts.pickets) == ("New", (), ())


@pytest.mark.parametrize("record", [Picket(), Donation(), Leaflet(), PressRelease()], ids=lambda record: record.KIND)
def test_what_belongs_to_no_campaign_is_told_what_to_do(store: Store, record: Picket) -> None:
    with pytest.raises(UserError, match="belongs to no campaign"):
        parts_for(store, record)


@pytest.mark.parametrize(
    ("home", "found"),
    [
        ("12 example lane\nLONDON  E0 1AA", True),
        ("12 Example Lane", True),
        ("Flat 3, 12 Example Lane, London E0 1AA", True),
        ("112 Example Lane, London E0 1AA", False),
        ("12 Example Lane, London E01AA", True),
        ("London", False),
        ("", False),
    ],
)
def test_the_home_of_somebody_in_the_imprint_is_found(store: Store, campaign: Campaign, home: str, found: bool) -> None:
    factories.person(store, address=home)
    assert parts_for(store, campaign).home_in_imprint is found


def test_the_home_of_the_printer_counts_and_an_office_does_not(store: Store, campaign: Campaign) -> None:
    factories.person(store, address="3 Yard, Leeds")
    factories.organisation(store, address=campaign.address)
    assert not parts_for(store, campaign).home_in_imprint
    campaign.imprint_printer_address = "3 Yard, Leeds"
    assert parts_for(store, campaign).home_in_imprint
    assert not parts_for(store, Campaign(name="No address")).home_in_imprint


def test_the_next_picket_comes_first_then_drafts_then_the_past(store: Store, campaign: Campaign) -> None:
    def made(**fields: object) -> int:
        return factories.picket(store, campaign_id=campaign.id, **fields).id

    past, older = made(day=date(2012, 8, 22), state="held"), made(day=date(2011, 12, 16), state="held")
    off = made(day=date(2012, 12, 10), state="cancelled")
    far, near = made(day=date(2013, 1, 9)), made(day=date(2012, 12, 16))
    draft = made(day=None, state="draft")
    ids = [record.id for record in subjects(store, campaign, "picket", today=TODAY)]
    assert ids == [near, far, draft, past, older] and off not in ids
    assert [record.id for record in subjects(store, campaign, "picket", today=TODAY, limit=2)] == [near, far]


def test_the_latest_leaflet_release_and_gift_come_first(store: Store, campaign: Campaign) -> None:
    first = factories.leaflet(store, campaign_id=campaign.id, day=date(2012, 8, 22))
    second = factories.leaflet(store, campaign_id=campaign.id, day=date(2012, 12, 16))
    undated = factories.leaflet(store, campaign_id=campaign.id)
    assert [record.id for record in subjects(store, campaign, "leaflet")] == [undated.id, second.id, first.id]
    release = factories.press_release(store, campaign_id=campaign.id)
    factories.press_release(store, campaign_id=campaign.id, state="withdrawn")
    assert [record.id for record in subjects(store, campaign, "press_release")] == [release.id]
    gift = factories.donation(store, campaign_id=campaign.id)
    factories.donation(store, campaign_id=campaign.id, state="voided", void_reason="Twice")
    assert [record.id for record in subjects(store, campaign, "donation")] == [gift.id]
    assert subjects(store, campaign, "campaign") == [campaign]
    assert subjects(store, campaign, Person.KIND) == []


def test_words_on_a_sheet_are_kept_in_one_step_and_taken_back_by_undo(store: Store, campaign: Campaign) -> None:
    words = {"": {"months": "6"}, "en": {"title": "Sign here"}, "ar": {"title": "وقّعوا هنا"}}
    assert kept_answers(store, campaign.id, "petition-sheet") == {}
    keep_answers(store, campaign.id, "petition-sheet", words)
    assert kept_answers(store, campaign.id, "petition-sheet") == words
    assert kept_answers(store, campaign.id, "placard") == {}
    steps = len(store.lately(50))
    keep_answers(store, campaign.id, "petition-sheet", {**words, "de": {}})
    assert len(store.lately(50)) == steps
    keep_answers(store, campaign.id, "petition-sheet", {"en": {"title": ""}})
    assert len(store.lately(50)) == steps + 1
    assert kept_answers(store, campaign.id, "petition-sheet") == {"en": {"title": ""}}
    store.undo()
    assert kept_answers(store, campaign.id, "petition-sheet") == words


def test_words_that_are_all_taken_back_leave_nothing_in_the_file(store: Store, campaign: Campaign) -> None:
    keep_answers(store, campaign.id, "bust-card", {})
    assert store.next_undo() is not None and store.count(SheetText.__table__.select()) == 0
    keep_answers(store, campaign.id, "bust-card", {"en": {"title": "Yours"}})
    keep_answers(store, campaign.id, "bust-card", {})
    assert store.count(SheetText.__table__.select()) == 0


def test_answers_handed_out_can_be_changed_without_changing_what_is_kept(store: Store, campaign: Campaign) -> None:
    keep_answers(store, campaign.id, "bust-card", {"en": {"title": "Yours"}})
    kept_answers(store, campaign.id, "bust-card")["en"]["title"] = "Mine"
    assert kept_answers(store, campaign.id, "bust-card") == {"en": {"title": "Yours"}}


def test_a_campaign_begun_by_mistake_goes_with_its_words_on_sheets_and_comes_back_with_them(store: Store) -> None:
    mistake = factories.campaign(store, name="Mistake")
    keep_answers(store, mistake.id, "bust-card", {"en": {"title": "Yours"}})
    store.delete(mistake)
    entry = store.next_undo()
    assert entry is not None and entry.label == "Campaign deleted" and store.count(SheetText.__table__.select()) == 0
    store.undo()
    assert kept_answers(store, mistake.id, "bust-card") == {"en": {"title": "Yours"}}
    factories.print_run(store, campaign_id=mistake.id)
    with pytest.raises(UserError, match="1 other record still uses this"):
        store.delete(store.get(Campaign, mistake.id))
    assert kept_answers(store, mistake.id, "bust-card") == {"en": {"title": "Yours"}}


def test_the_totals_of_the_report_are_those_of_the_overview(store: Store) -> None:
    sample = fill_with_sample(store)
    totals = parts_for(store, sample, frozenset({"totals"})).totals
    assert totals is not None
    seen = overview(store, sample.id, totals.today)
    assert (totals.letters.total, totals.letters.parts()) == (3128, (1650, 1136, 342))
    assert (totals.letters, totals.pickets, totals.gifts) == (seen.letters, seen.pickets, seen.gifts)
    assert totals.unit == "month" and sum(bar.total for bar in totals.bars) == 3128
    assert sum(row.total for row in totals.targets) == 3128 and len(totals.targets) == totals.letters.targets
    assert [row.total for row in totals.targets] == sorted((row.total for row in totals.targets), reverse=True)
    assert totals.today == TODAY  # the day at which the sample stands still


def test_totals_are_counted_only_where_they_are_asked_for(store: Store, campaign: Campaign) -> None:
    assert parts_for(store, campaign).totals is None
    empty = parts_for(store, campaign, frozenset({"totals"})).totals
    assert empty is not None and (empty.letters.total, empty.bars, empty.targets, empty.gifts) == (0, (), (), ())
    assert empty.today == date.today()


def test_equal_targets_stand_in_the_order_of_their_offices_and_too_many_months_become_years(
    store: Store, campaign: Campaign
) -> None:
    court, bank = (factories.target(store, office=office).id for office in ("Court", "Bank"))
    factories.letter(store, target_id=court, day=date(2001, 5, 1), evidence="held", quantity=7)
    factories.letter(store, target_id=bank, day=date(2012, 5, 1), evidence="estimated", quantity=7)
    totals = parts_for(store, campaign, frozenset({"totals"})).totals
    assert totals is not None
    assert [(row.target.id, row.parts()) for row in totals.targets if row.target] == [(bank, (0, 0, 7)), (court, (7, 0, 0))]
    assert totals.unit == "year" and [bar.start.year for bar in totals.bars] == list(range(2001, 2013))


def test_how_a_sheet_is_printed_is_kept_with_its_words_and_stays_where_only_those_change(store: Store) -> None:
    campaign = factories.campaign(store)
    keep_answers(store, campaign.id, "bust-card", {"en": {"title": "Yours"}}, {"copies": "50", "layout": "four-on-a4"})
    keep_answers(store, campaign.id, "bust-card", {"en": {"title": "Ours"}})
    assert kept_for(store, campaign.id, "bust-card") == (
        {"en": {"title": "Ours"}},
        {"copies": "50", "layout": "four-on-a4"},
    )
    store.undo()
    assert kept_for(store, campaign.id, "bust-card")[0] == {"en": {"title": "Yours"}}
    keep_answers(store, campaign.id, "bust-card", {}, {})
    assert kept_for(store, campaign.id, "bust-card") == ({}, {})


def test_numbered_sheets_are_told_on_which_number_they_go_on(store: Store) -> None:
    campaign = factories.campaign(store)
    needs = frozenset({"number"})
    assert parts_for(store, campaign, needs, "petition-sheet").next_number == 1
    printed = {"printed": 40, "first_number": 1, "last_number": 40}
    store.save(PrintRun(campaign_id=campaign.id, sheet="petition-sheet", printed_on=date(2026, 5, 3), **printed))
    assert parts_for(store, campaign, needs, "petition-sheet").next_number == 41
    assert parts_for(store, campaign, needs, "placard").next_number == 1
