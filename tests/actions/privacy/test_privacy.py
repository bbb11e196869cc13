"""Privacy: what is due to go, the review of an erasure and its outcome, and what the file tells somebody who asks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from organizer.actions import print_room
from organizer.actions.privacy import erasing, field_words, known, retention
from organizer.errors import CompartmentClosed, StorageFault
from organizer.records.campaign import Campaign
from organizer.records.consent import Consent
from organizer.records.donation import Donation
from organizer.records.erasure import Erasure
from organizer.records.kinds import KINDS
from organizer.records.organisation import Affiliation, Person
from organizer.records.print_run import PrintRun
from organizer.records.values import Money
from organizer.store import backup, compartments, holders, second_medium
from organizer.store.opening import create_file
from organizer.store.rows import columns_of
from organizer.store.store import Store
from organizer.store.whereabouts import text_columns
from tests import factories
from tests.conftest import PASSPHRASE

TODAY = date(2012, 12, 1)
NAME = "Zoë Quakenbrück"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = create_file(tmp_path / "branch.organizer", PASSPHRASE, origin="Berlin")
    yield opened
    opened.close(back_up=False)


@pytest.fixture
def person(store: Store) -> Person:
    person = factories.person(store, name=NAME, email="zoe@example.org", phone="+44 20 7946 0958")
    store.save(Consent(person_id=person.id, given_on=date(2012, 2, 1), way="paper"))
    branch = factories.organisation(store)
    store.save(Affiliation(person_id=person.id, organisation_id=branch.id, role="Secretary"))
    factories.donation(store, person_id=person.id, giver="", day=date(2012, 3, 1))
    factories.picket(store, taken_by="Z. Quakenbrück")
    return person


def test_before_anything_goes_a_person_sees_what_and_where(store: Store, person: Person) -> None:
    release = factories.press_release(store, contact_name=NAME)
    run = factories.print_run(store, subject_kind="press_release", subject_uid=release.uid)
    review = erasing.review_people(store, [person], today=TODAY)
    assert review.titles == (NAME,)
    assert review.goes == {"person": 1, "affiliation": 1, "consent": 1}
    assert {(finding.kind.KIND, finding.field, finding.sure) for finding in review.findings} == {
        ("picket", "taken_by", True),
        ("press_release", "contact_name", True),
    }
    assert [run_.id for run_ in review.printed] == [run.id]
    assert store.count(select(Person)) == 1


def test_another_name_they_go_by_is_looked_for_too(store: Store, person: Person) -> None:
    factories.letter(store, notes="Quaki brought it")
    found = erasing.review_people(store, [person], today=TODAY, also=["Quaki"]).findings
    assert [finding.excerpt for finding in found if finding.kind.KIND == "letter"] == ["Quaki brought it"]
    assert [finding.sure for finding in found if finding.kind.KIND == "letter"] == [True]


def test_a_gift_keeps_its_giver_as_long_as_the_law_of_the_country_asks(store: Store, person: Person) -> None:
    retention.choose_country(store, "GB")
    review = erasing.review_people(store, [person], today=TODAY)
    assert [held.until for held in review.held] == [date(2018, 12, 31)]
    erasing.carry_out(store, review, today=TODAY)
    (gift,) = store.records(select(Donation))
    assert (gift.giver, gift.person_id) == (NAME, None)
    (due,) = retention.due(store, retention.DONORS, date(2019, 1, 1))
    outcome = erasing.carry_out(
        store, erasing.review_due(store, retention.DONORS, [due], today=date(2019, 1, 1)), today=date(2019, 1, 1)
    )
    assert store.records(select(Donation))[0].giver_words() == "Erased person" and outcome.erased.changed == 1
    assert retention.due(store, retention.DONORS, date(2019, 1, 1)) == []


def test_an_erasure_is_proved_and_names_the_backups_that_still_hold_the_name(store: Store, person: Person) -> None:
    older = store.back_up()
    outcome = erasing.carry_out(store, erasing.review_people(store, [person], today=TODAY), today=TODAY, keep_held=False)
    assert outcome.places == 0
    assert {path.name for path in outcome.holders} == {older.path.name, outcome.before.path.name}
    assert store.last_backup() is not None and store.last_backup().path not in outcome.holders  # type: ignore[union-attr]
    erasing.delete_backups(outcome.holders)
    assert [path.exists() for path in outcome.holders] == [False, False]
    assert len(list(older.path.parent.glob("*.organizer"))) == 1


def test_an_erasure_stands_where_the_disk_fails_right_after_it_and_is_told_as_not_looked_through(
    store: Store, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up, made = store.back_up, list[backup.Backup]()

    def once() -> backup.Backup:
        if made:
            raise StorageFault("The disk is full.", "Make room.")
        made.append(back_up())
        return made[0]

    review = erasing.review_people(store, [person], today=TODAY)
    monkeypatch.setattr(store, "back_up", once)
    outcome = erasing.carry_out(store, review, today=TODAY, keep_held=False)
    assert outcome.unfinished and outcome.holders == (made[0].path,)
    assert store.records(select(Person).where(Person.id == person.id)) == []


def test_copies_on_another_disk_are_named_too(store: Store, person: Person, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    second_medium.choose(store, stick)
    store.back_up()
    outcome = erasing.carry_out(store, erasing.review_people(store, [person], today=TODAY), today=TODAY, keep_held=False)
    there = {path.name for path in stick.glob("*.organizer")}
    on_the_stick = [path for path in outcome.holders if path.parent == stick]
    assert {path.name for path in on_the_stick} == {path.name for path in outcome.holders if path.parent != stick} & there
    assert outcome.before.path.name in {path.name for path in on_the_stick} and len(on_the_stick) == 2


def test_a_name_that_only_history_knew_is_found_in_a_backup(store: Store, person: Person) -> None:
    review = erasing.review_people(store, [person], today=TODAY)
    store.delete(store.save(Person(name="Other")))
    gone = erasing.carry_out(store, review, today=TODAY, keep_held=False)
    erasing.delete_backups(gone.holders)
    again = holders.backups_with(store, review.uids, review.asked.sought)
    assert again.holding == () and again.unread == ()


@pytest.mark.parametrize(("rule", "count"), [(retention.SIGN_IN, 1), (retention.CONTACTS, 1), (retention.DONORS, 1)])
def test_a_dry_run_lists_what_is_due_and_changes_nothing(store: Store, rule: str, count: int) -> None:
    factories.print_run(store, sheet="sign-in-sheet", name="Sign-in, London", printed_on=TODAY - timedelta(days=200))
    factories.print_run(store, sheet="sign-in-sheet", name="Sign-in, Berlin", printed_on=TODAY - timedelta(days=20))
    quiet = factories.person(store, name="Quiet Contact")
    factories.donation(store, giver="Old Giver", day=date(2001, 5, 5))
    factories.donation(store, giver="New Giver", day=date(2012, 5, 5))
    today = TODAY if rule != retention.CONTACTS else quiet.changed_utc.date() + timedelta(days=800)
    if rule == retention.CONTACTS:
        lively = factories.person(store, name="Lively Contact")
        store.save(Consent(person_id=lively.id, given_on=today))
    last = store.lately(1)
    assert len(retention.due(store, rule, today)) == (2 if rule == retention.DONORS and today.year > 2022 else count)
    assert store.lately(1) == last


def test_what_is_due_goes_as_an_erasure_that_names_its_rule(store: Store) -> None:
    run = factories.print_run(store, sheet="sign-in-sheet", printed_on=date(2012, 1, 1))
    review = erasing.review_due(store, retention.SIGN_IN, retention.due(store, retention.SIGN_IN, TODAY), today=TODAY)
    erasing.carry_out(store, review, today=TODAY)
    assert store.count(select(PrintRun).where(PrintRun.id == run.id)) == 0
    (logged,) = store.records(select(Erasure))
    assert (logged.rule, logged.people, logged.deleted) == ("sign_in", 0, 1)


def test_the_terms_say_where_they_stand(store: Store) -> None:
    for country in retention.countries():
        said = retention.source_words(country)
        assert ("looked up on" in said) == bool(country) and 4 <= retention.years_in(country) <= 10
    assert (retention.years_in("XX"), retention.source_words("XX")) == (10, "the longest of the terms known here")


def test_a_term_that_nobody_looked_up_is_told_as_not_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_periods", lambda: {"donors": [{"country": "XX", "years": 5, "source": "Law 1"}]})
    assert retention.source_words("XX") == "Law 1, not checked"


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2012, 3, 31), 1, date(2012, 2, 29)),
        (date(2012, 1, 15), 2, date(2011, 11, 15)),
        (date(2011, 12, 31), -2, date(2012, 2, 29)),
    ],
)
def test_months_end_on_their_last_day(day: date, months: int, before: date) -> None:
    assert retention.months_before(day, months) == before


def test_who_asks_is_told_every_record_every_text_and_every_step(store: Store, person: Person) -> None:
    person = store.get(Person, person.id)
    person.phone = "+44 20 7946 0000"
    store.save(person)
    store.back_up()
    told = known.known_about(store, "quakenbruck, zoe", known.people_named(store, "quakenbruck, zoe"), today=TODAY)
    assert [entry.heading.split(":")[0] for entry in told.own] == ["Person", "Place in an organisation", "Consent", "Donation"]
    assert ("Phone", "+44 20 7946 0000") in told.own[0].fields and ("How", "On paper") in told.own[2].fields
    assert [entry.fields for entry in told.named] == [(("Taken by", "Z. Quakenbrück"),)]
    assert told.steps[0].fields == (("Phone", "+44 20 7946 0958 → +44 20 7946 0000"),)
    assert [entry.heading.split(" · ")[1] for entry in told.steps] == [
        "Person changed", "Donation added", "Affiliation added",
        "Consent added", "Person added",
    ]  # fmt: skip
    assert {("Amount", str(Money(25_00, "GBP"))), ("Person", NAME)} <= set(told.steps[1].fields)
    assert len(told.backups) == 1
    assert json.loads(json.dumps(told.to_plain()))["own"][0]["heading"] == f"Person: {NAME}"


def test_every_column_in_which_something_of_a_person_can_stand_has_words(store: Store) -> None:
    told = {name for kind in KINDS.values() for name in columns_of(kind) if name not in field_words.NOT_TOLD}
    texts = {name for kind in KINDS.values() for name in text_columns(kind)} & field_words.NOT_TOLD
    assert told - field_words._FIELDS.keys() == set() and KINDS.keys() == field_words.KIND_WORDS.keys()
    assert texts <= {"import_key", "currency", "day_precision", "media_type", "owner_kind", "owner_uid", "record_uid"} | {
        "subject_kind", "subject_uid", "rule",
    }  # fmt: skip


def test_of_a_stranger_nothing_is_known(store: Store, person: Person) -> None:
    told = known.known_about(store, "Nobody Known", known.people_named(store, "Nobody Known"), today=TODAY)
    assert told.is_empty() and told.backups == ()


def test_what_lies_in_a_closed_compartment_is_told_as_not_searched_and_nobody_is_erased_meanwhile(
    store: Store, person: Person
) -> None:
    compartments.make(store, Person, "thistle copper lantern")
    compartments.close(store, Person)
    told = known.known_about(store, NAME, known.people_named(store, NAME), today=TODAY)
    assert (told.own, told.closed) == ((), 1)
    assert known.chapters(told)[-1][1][0][0] == "1 record in a closed compartment was not searched."
    with pytest.raises(CompartmentClosed):
        erasing.review_people(store, [], today=TODAY, also=[NAME])
    compartments.open_(store, Person, "thistle copper lantern")
    assert len(known.known_about(store, NAME, known.people_named(store, NAME), today=TODAY).own) == 4


def test_only_who_agreed_to_post_and_did_not_take_it_back_is_handed_to_address_labels(store: Store, person: Person) -> None:
    other = factories.person(store, name="Other Person")
    back = factories.person(store, name="Third Person")
    store.save(Consent(person_id=other.id, purpose="news_post", given_on=TODAY))
    store.save(Consent(person_id=back.id, purpose="news_post", given_on=TODAY, withdrawn_on=TODAY))
    (campaign,) = store.records(select(Campaign))
    parts = print_room.parts_for(store, campaign, frozenset({"people"}))
    assert [each.name for each in parts.people] == ["Other Person"]
