"""The sample campaign: its figures are those of the sheets it was made from, and nobody private can be reached through it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import func, select

from organizer.actions.campaigns import current_campaign
from organizer.actions.overview import Overview, overview
from organizer.actions.sample import fill_with_sample, sample_day
from organizer.records.attachment import Attachment
from organizer.records.campaign import Demand, current_demands, demands_with_uids
from organizer.records.donation import Donation
from organizer.records.kinds import KINDS
from organizer.records.leaflet import Leaflet
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation, Person
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease, paragraphs
from organizer.records.target import Target
from organizer.records.values import Money
from organizer.store.opening import create_file
from organizer.store.store import Store

SAMPLE_DAY = date(2012, 12, 6)
FICTIONAL_PHONE = re.compile(r"\+44 20 7946 0\d{3}|\+44 7700 900\d{3}")
PUBLIC_OFFICES = {"mid@mid.kz", "info@mangystau.kz", "doverie@kmg.kz", "ppo@s-k.kz", "kbm@kbm.kz"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One file with the sample, only read by the tests."""
    store = create_file(tmp_path_factory.mktemp("sample") / "sample.organizer", None)
    fill_with_sample(store)
    yield store
    store.close(back_up=False)


@pytest.fixture(scope="module")
def numbers(filled: Store) -> Overview:
    campaign = current_campaign(filled)
    assert campaign is not None
    return overview(filled, campaign.id, SAMPLE_DAY)


def every_text(filled: Store) -> Iterator[tuple[str, str]]:
    """(kind and field, words) of every text in the file, those in several languages too."""
    for kind in KINDS.values():
        for record in filled.records(select(kind)):
            for column in kind.__table__.columns:
                yield from ((f"{kind.KIND}.{column.key}", words) for words in texts_in(getattr(record, column.key)))


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (words for inner in value.values() for words in texts_in(inner))
    elif isinstance(value, list):
        yield from (words for inner in value for words in texts_in(inner))


def test_it_is_one_step_that_undo_takes_back_whole(store: Store) -> None:
    fill_with_sample(store)
    assert [entry.label for entry in store.lately()] == ["Sample campaign added"]
    store.undo()
    assert {kind.KIND: store.count(select(kind)) for kind in KINDS.values()} == dict.fromkeys(KINDS, 0)
    assert store.next_undo() is None


def test_the_file_opens_at_its_campaign_on_the_day_it_speaks_of(filled: Store) -> None:
    campaign = current_campaign(filled)
    assert campaign is not None
    assert (campaign.name, sample_day(filled)) == ("Campaign Kazakhstan", SAMPLE_DAY)


def test_a_file_of_ones_own_has_no_day_but_the_calendars(store: Store) -> None:
    assert sample_day(store) is None


def test_everything_in_it_could_be_saved_again(filled: Store) -> None:
    problems = {
        f"{record.title()}: {problem.sentence}"
        for kind in KINDS.values()
        for record in filled.records(select(kind))
        for problem in record.problems()
    }
    assert problems == set()


def test_every_letter_is_counted_with_what_proves_it(numbers: Overview) -> None:
    letters = numbers.letters
    assert (letters.total, letters.parts()) == (3128, (1650, 1136, 342))
    assert [round(100 * part / letters.total) for part in letters.parts()] == [53, 36, 11]


def test_one_organisation_in_capitals_is_one_organisation(filled: Store, numbers: Overview) -> None:
    names = [name for (name,) in filled.rows(select(Organisation.name))]
    assert len({name.casefold().strip() for name in names}) == len(names)
    assert (numbers.letters.organisations, numbers.letters.cities, numbers.letters.targets) == (211, 30, 10)


def test_156_letters_went_out_on_the_day_14_years_were_demanded(filled: Store) -> None:
    assert filled.rows(select(func.sum(Letter.quantity)).where(Letter.day == date(2012, 8, 15))) == [(156,)]


def test_every_letter_stands_in_the_city_of_its_sender(filled: Store) -> None:
    strayed = select(Letter).join(Organisation, Organisation.id == Letter.organisation_id)
    assert filled.count(strayed.where(Letter.city_id != Organisation.city_id)) == 0


def test_the_pickets_are_those_of_the_four_cities(filled: Store, numbers: Overview) -> None:
    pickets = numbers.pickets
    assert (pickets.held, pickets.scheduled, pickets.draft, pickets.cancelled) == (10, 2, 1, 2)
    assert (pickets.cities, pickets.counted, str(pickets.people)) == (4, 9, "975–1,495")
    assert filled.rows(select(func.sum(Picket.arrests))) == [(2,)]


def test_gifts_are_kept_apart_by_currency(numbers: Overview) -> None:
    assert [(gifts.amount, gifts.count) for gifts in numbers.gifts] == [
        (Money(2630_00, "GBP"), 91),
        (Money(2120_00, "EUR"), 67),
        (Money(590_00, "USD"), 16),
    ]


def test_the_overview_has_something_ahead_and_something_late(numbers: Overview) -> None:
    assert numbers.next is not None
    assert (numbers.next.name, numbers.next.days) == ("Zhanaozen anniversary", 10)
    assert [place.city for place in numbers.next.places] == ["Berlin", "Moscow"]
    assert {thing.days for thing in numbers.waiting} == {52, 3, None}


def test_demands_speak_english_russian_and_kazakh_and_mark_their_core(filled: Store, numbers: Overview) -> None:
    for demand in filled.records(select(Demand)):
        assert {"en", "ru", "kk"} <= demand.texts.keys()
        assert all(words.count("*") == 2 for words in demand.texts.values()), demand.title()
    current = filled.records(current_demands(numbers.campaign.id))
    assert [(demand.number, demand.edition) for demand in current] == [(1, 2), (2, 2), (3, 1), (4, 1), (5, 1)]


def test_leaflets_speak_seven_languages(filled: Store) -> None:
    leaflets = filled.records(select(Leaflet))
    assert {language for leaflet in leaflets for language in leaflet.languages} == {"en", "de", "ru", "kk", "ar", "el", "he"}


def test_every_leaflet_fits_its_fields_and_has_its_demands_in_its_languages(filled: Store) -> None:
    for leaflet in filled.records(select(Leaflet)):
        demands = filled.records(demands_with_uids(leaflet.demand_uids))
        assert len(demands) == len(leaflet.demand_uids) == 3
        assert list(leaflet.texts) == leaflet.languages
        for language in leaflet.languages:
            words = {field: leaflet.text_in(language, field) for field in Leaflet.TEXT_FIELDS}
            assert all(words.values()), (leaflet.name, language)
            assert len(words["kicker"]) <= 28
            assert len(words["headline"]) <= 40
            assert 30 <= len(words["body"].split()) <= 52
            assert words["body"].count("**") == 2
            assert all(demand.texts.get(language) for demand in demands), (leaflet.name, language)


def test_every_leaflet_shows_the_one_picture_of_the_sample(filled: Store) -> None:
    pictures = filled.records(select(Attachment).where(Attachment.owner_kind == "campaign"))
    assert [(picture.name, picture.width) for picture in pictures] == [("crowd.jpg", 1560)]
    assert {leaflet.photo_id for leaflet in filled.records(select(Leaflet))} == {pictures[0].id}


def test_a_leaflet_calls_on_the_day_of_its_picket(filled: Store) -> None:
    for leaflet in filled.records(select(Leaflet)):
        assert leaflet.picket is not None
        assert (leaflet.day, leaflet.starts, leaflet.ends) == (leaflet.picket.day, leaflet.picket.starts, leaflet.picket.ends)


def test_press_releases_have_all_that_an_editor_asks_for(filled: Store) -> None:
    releases = filled.records(select(PressRelease).order_by(PressRelease.day))
    assert [release.day for release in releases] == [date(2011, 12, 14), date(2012, 8, 29)]
    assert [release.embargo_day for release in releases] == [date(2011, 12, 16), None]
    for release in releases:
        assert len(paragraphs(release.body)) == 3
        assert len(paragraphs(release.notes_to_editors)) == 3
        assert len(release.facts) >= 3
        assert release.quote_by.endswith("of Campaign Kazakhstan")


def test_no_phone_rings_and_no_private_mail_is_read(filled: Store) -> None:
    for field, words in every_text(filled):
        for mail in re.findall(r"[\w.+-]+@[\w.-]*\w", words):
            assert mail.endswith("@example.org") or (field == "target.email" and mail in PUBLIC_OFFICES), (field, mail)
        for phone in re.findall(r"\+\d[\d ()-]{6,}", words):
            assert FICTIONAL_PHONE.fullmatch(phone), (field, phone)


def test_givers_and_branches_have_no_address_at_all(filled: Store) -> None:
    people = filled.records(select(Person))
    assert people
    assert not any(person.address for person in people)
    letters = select(Organisation).where(Organisation.id.in_(select(Letter.organisation_id)))
    assert not any(body.address or body.email or body.phone for body in filled.records(letters))
    assert filled.count(select(Donation).where(Donation.notes != "")) == 0


def test_offices_written_to_are_public_ones(filled: Store) -> None:
    targets = filled.records(select(Target))
    assert len(targets) == 12
    assert not any(target.name or target.phone for target in targets)
