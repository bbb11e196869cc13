"""Restoring an older backup: who was erased since is taken out of it before it takes the place, and no name is kept for that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from organizer.errors import UserError
from organizer.records.donation import Donation
from organizer.records.erasure import Erasure, Mark
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.store import compartments, erasing, erasing_again, from_backup, restore, whereabouts
from organizer.store.erased_since import marked_fields
from organizer.store.opening import create_file, open_file
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store
from organizer.store.tables import SEALED
from organizer.store.taking_out import Erasing
from tests import factories
from tests.conftest import PASSPHRASE
from tests.store.test_erasing import occurrences
from tests.store.test_restore import as_before, killed_at

NAME = "Zoë Quakenbrück"
TODAY = date(2012, 12, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An encrypted file with somebody in it, who also goes by another name."""
    opened = create_file(tmp_path / "branch.organizer", PASSPHRASE, origin="Berlin")
    person = factories.person(opened, name=NAME, email="zoe.quakenbruck@example.org", phone="+44 20 7946 0958")
    factories.donation(opened, person_id=person.id, giver="", amount_minor=40_00)
    factories.donation(opened, giver="Old Giver", amount_minor=5_00)
    factories.picket(opened, occasion="Vigil", taken_by=NAME, notes="Quaki has the banner")
    factories.picket(opened, occasion="Z. Quakenbrück speaks", taken_by="Quakenbruck, Zoe", notes="… and so on")
    yield opened
    opened.close(back_up=False)


def erased(store: Store, *also: str, stays: frozenset[tuple[str, int, str]] = frozenset()) -> Sought:
    """Erase the person and whatever else is sought; what was looked for."""
    (person,) = store.records(select(Person))
    sought = sought_for(person, also)
    erasing.erase(store, Erasing(sought, frozenset({person.id}), stays=stays), TODAY)
    return sought


def restored(store: Store, copy: Path) -> tuple[restore.Restored, Store]:
    key = store.key()
    store.close(back_up=False)
    done = restore.restore(store.path, copy, key, damaged=False, former=key)
    return done, open_file(store.path, key=key)


def test_an_erased_person_does_not_come_back_with_an_older_backup(store: Store) -> None:
    copy = store.back_up().path
    sought = erased(store)
    done, again = restored(store, copy)
    try:
        assert occurrences(again) == 0
        assert whereabouts.anywhere(again, sought) == 0
        assert (done.erased_again, done.remain, done.counts["person"], done.counts["erasure"]) == (1, 0, 0, 1)
        assert {gift.giver_words() for gift in again.records(select(Donation))} == {"Erased person", "Old Giver"}
        assert [erasure.people for erasure in again.records(select(Erasure))] == [1]
        again.check()
        while again.undo() is not None:
            assert whereabouts.findings(again, sought) == []
    finally:
        again.close(back_up=False)


def test_a_backup_as_old_as_the_erasure_is_restored_byte_for_byte(store: Store) -> None:
    erased(store)
    copy = store.back_up().path
    before = copy.read_bytes()
    done, again = restored(store, copy)
    again.close(back_up=False)
    assert (done.erased_again, done.remain) == (0, 0) and copy.read_bytes() == before


def test_words_that_nobody_can_know_any_more_are_listed_to_be_looked_at(store: Store) -> None:
    copy = store.back_up().path
    erased(store, "Quaki")
    done, again = restored(store, copy)
    try:
        first = again.records(select(Picket).order_by(Picket.id))[0]
        assert (first.notes, first.taken_by) == ("Quaki has the banner", "…")
        assert done.remain == 1
        assert json.loads(again.meta(erasing_again.TO_LOOK_AT)) == [Mark("picket", first.uid, "notes").to_text()]
        assert [mark.field for mark, _record in marked_fields(again, [Mark("picket", first.uid, "notes").to_text()])] == ["notes"]
    finally:
        again.close(back_up=False)


def test_a_text_that_lost_two_names_and_loses_one_again_is_listed_too(store: Store) -> None:
    second = store.records(select(Picket).order_by(Picket.id))[1]
    second.notes = f"… {NAME} that is Quaki"
    store.save(second)
    copy = store.back_up().path
    erased(store, "Quaki")
    assert store.get(Picket, second.id).notes == "… … that is …"
    done, again = restored(store, copy)
    try:
        assert (again.get(Picket, second.id).notes, done.remain) == ("… … that is Quaki", 2)
        erasing.erase(again, Erasing(Sought(also=["Quaki"])), TODAY)
        assert marked_fields(again, json.loads(again.meta(erasing_again.TO_LOOK_AT))) == []
    finally:
        again.close(back_up=False)


def test_what_was_to_stay_stays(store: Store) -> None:
    copy = store.back_up().path
    first, second = store.records(select(Picket).order_by(Picket.id))
    (gift,) = store.records(select(Donation).where(Donation.person_id.is_not(None)))
    (person,) = store.records(select(Person))
    stays, keeps = frozenset({("picket", first.id, "taken_by")}), frozenset({gift.id})
    erasing.erase(store, Erasing(sought_for(person), frozenset({person.id}), keeps_donor=keeps, stays=stays), TODAY)
    done, again = restored(store, copy)
    try:
        assert [again.get(Picket, each.id).taken_by for each in (first, second)] == [NAME, "…"]
        assert again.get(Donation, gift.id).giver == NAME and done.remain == 0
    finally:
        again.close(back_up=False)


def test_a_giver_who_was_taken_out_by_a_rule_does_not_come_back(store: Store) -> None:
    copy = store.back_up().path
    (gift,) = store.records(select(Donation).where(Donation.giver == "Old Giver"))
    erasing.erase(store, Erasing(Sought(), donors=frozenset({gift.id}), rule="donors"), TODAY)
    _done, again = restored(store, copy)
    try:
        assert again.get(Donation, gift.id).giver_words() == "Erased person"
        assert again.count(select(Person)) == 1
    finally:
        again.close(back_up=False)


def test_where_the_file_cannot_be_read_any_more_its_newest_backup_tells(store: Store) -> None:
    copy = store.back_up().path
    erased(store)
    store.back_up()
    key = store.key()
    store.close(back_up=False)
    store.path.write_bytes(b"\x07" * store.path.stat().st_size)
    done = restore.restore(store.path, copy, key, damaged=True)
    again = open_file(store.path, key=key)
    assert (done.erased_again, occurrences(again)) == (1, 0)
    again.close(back_up=False)


def test_who_was_not_in_the_backup_yet_is_known_by_another_one(store: Store) -> None:
    (person,) = store.records(select(Person))
    (gift,) = store.records(select(Donation).where(Donation.person_id.is_not(None)))
    store.delete(gift)
    store.delete(person)
    copy = store.back_up().path
    store.undo()
    store.back_up()
    erased(store)
    _done, again = restored(store, copy)
    assert whereabouts.findings(again, sought_for(person)) == []
    again.close(back_up=False)


def test_a_copy_that_cannot_be_worked_on_leaves_everything_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = store.back_up().path
    erased(store)
    key, path = store.key(), store.path
    store.close(back_up=False)
    before = path.read_bytes()

    def broken(*_anything: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr(erasing_again, "add_to_look_at", broken)
    with pytest.raises(Exception, match="full"):
        restore.restore(path, copy, key, damaged=False, former=key)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir() if each.name not in (path.name, copy.parent.name)] == []


def test_marks_are_read_as_they_were_written() -> None:
    marks = (Mark("person", "u"), Mark("picket", "u"), Mark("picket", "u", "notes"), Mark("donation", "u", "giver", stays=True))
    assert [Mark.from_text(mark.to_text()) for mark in marks] == list(marks)
    assert Mark.from_text(Mark("picket", "u", "notes", places=3).to_text()).places == 3


def test_a_single_record_comes_back_without_who_was_erased(store: Store) -> None:
    first, second = store.records(select(Picket).order_by(Picket.id))
    (gift,) = store.records(select(Donation).where(Donation.person_id.is_not(None)))
    (person,) = store.records(select(Person))
    copy = store.back_up().path
    sought = erased(store, "Quaki")
    for each in (first, second):
        store.delete(store.get(Picket, each.id))
    store.delete(store.get(Donation, gift.id))
    lost = from_backup.lost_records(store, copy, [Person, Picket, Donation])
    assert ({row.uid for row in lost.rows}, lost.erased) == ({first.uid, second.uid, gift.uid}, 1)
    assert not any(sought.spans(row.title) for row in lost.rows)
    for row in lost.rows:
        found = from_backup.record_from(store, copy, row.kind, row.uid)
        assert found is not None
        from_backup.bring_back(store, found, "back")
    back = store.by_uid(Donation, gift.uid)
    assert (back.giver_words(), back.person_id, store.count(select(Person))) == ("Erased person", None, 0)
    assert whereabouts.findings(store, sought_for(person)) == []
    noted = json.loads(store.meta(erasing_again.TO_LOOK_AT))
    assert [(mark.field, record.uid) for mark, record in marked_fields(store, noted)] == [("notes", first.uid)]
    with pytest.raises(UserError, match="erased since"):
        from_backup.record_from(store, copy, Person, person.uid)


def test_fields_put_back_do_not_bring_an_erased_name_along(store: Store) -> None:
    first = store.records(select(Picket).order_by(Picket.id))[0]
    copy = store.back_up().path
    sought = erased(store)
    now = store.get(Picket, first.id)
    now.occasion, now.taken_by = "Rally", "Someone"
    store.save(now)
    found = from_backup.record_from(store, copy, Picket, first.uid)
    assert found is not None
    assert from_backup.fields_that_differ(store, found) == {"occasion": ("Rally", "Vigil"), "taken_by": ("Someone", "…")}
    from_backup.put_fields_back(store, found, ["taken_by", "occasion"], "x")
    assert whereabouts.anywhere(store, sought) == 0 and found.to_look_at() == ()


def test_a_person_in_a_closed_compartment_goes_too_and_what_was_not_looked_into_is_told(store: Store) -> None:
    for kind in (Person, Donation):
        compartments.make(store, kind, "thistle copper lantern")
    copy = store.back_up().path
    erased(store)
    done, again = restored(store, copy)
    try:
        assert (done.erased_again, done.closed) == (1, True)
        assert again.count(select(SEALED).where(SEALED.c.kind == "person")) == 0 == again.count(select(Person))
        for kind in (Person, Donation):
            compartments.open_(again, kind, "thistle copper lantern")
        assert again.count(select(Donation)) == 2 and again.count(select(Donation).where(Donation.person_id.is_not(None))) == 0
    finally:
        again.close(back_up=False)


def test_killed_at_any_step_no_name_comes_back_and_no_half_made_copy_stays(store: Store) -> None:
    copy = store.back_up().path
    erased(store)
    key, path = store.key(), store.path
    store.close(back_up=False)
    before, step, kept = path.read_bytes(), 1, []
    while killed_at(step, lambda: restore.restore(path, copy, key, damaged=False, former=key)):
        again = open_file(path, key=key)
        kept.append(again.count(select(Picket)))
        assert (occurrences(again), again.count(select(Erasure))) == (0, 1)
        again.close(back_up=False)
        assert list(path.parent.glob(".*restor*")) == []
        as_before(path, before)
        step += 1
    assert step > 8 and set(kept) == {2}
