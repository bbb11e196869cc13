"""Erasing: nobody who was erased is found in any byte of the file, undo does not bring them back, and what is others' stays."""

from __future__ import annotations

import json
import unicodedata
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from organizer.errors import StorageFault
from organizer.records.consent import Consent
from organizer.records.donation import Donation
from organizer.records.erasure import Erasure
from organizer.records.letter import Letter
from organizer.records.organisation import Affiliation, Organisation, Person
from organizer.records.picket import Picket
from organizer.records.tag import Tag, Tagging
from organizer.store import erasing, faults, whereabouts
from organizer.store.erasing import Erased
from organizer.store.progress import Progress
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store
from organizer.store.tables import DRAFT, JOURNAL
from organizer.store.taking_out import Erasing
from tests import factories
from tests.decrypted import decrypted, forms

NAME = "Zoë Quakenbrück"
TODAY = date(2012, 12, 1)


def occurrences(store: Store) -> int:
    """In the bytes of the file, and in what stands compressed within them. Each word of the name counts by itself."""
    data = decrypted(store.path, store._key)
    packed = b"\n".join(zlib.decompress(edits) for (edits,) in store.rows(select(JOURNAL.c.edits)) if edits)
    return sum(whole.count(form) for word in NAME.split() for form in forms(word) for whole in (data, packed))


@pytest.fixture
def person(store: Store) -> Person:
    """Somebody who stands wherever a name can stand."""
    person = factories.person(
        store, name=NAME, email="zoe.quakenbruck@example.org", phone="+44 20 7946 0958", address="7 Elm Row"
    )
    branch = factories.organisation(store, notes=f"Ask {NAME.upper()} for the key")
    store.save(Affiliation(person_id=person.id, organisation_id=branch.id, role="Secretary"))
    store.save(Consent(person_id=person.id, given_on=TODAY, note="said so"))
    tag = store.save(Tag(name="stewards"))
    store.save(Tagging(tag_id=tag.id, record_kind="person", record_uid=person.uid))
    factories.letter(store, person_id=person.id, text_as_sent=f"Yours, {unicodedata.normalize('NFD', NAME)}")
    factories.donation(store, person_id=person.id, giver="", amount_minor=40_00)
    picket = factories.picket(
        store, taken_by="Quakenbruck, Zoe", notes="Ring 020 7946 0958 or write to zoe.quakenbruck@example.org"
    )
    picket.notes += " early"
    store.save(picket)
    factories.press_release(store, contact_name=NAME, facts=[{"text": f"{NAME} spoke"}])
    factories.sheet_text(store, answers={"en": {"title": f"Call {NAME}"}})
    store.delete(store.save(Organisation(name=f"Friends of {NAME}")))
    store.keep_draft("letter", "new", {"notes": f"from {NAME}", "person_id": {"id": person.id, "words": NAME}})
    store.keep_draft("person", person.uid, {"notes": "half"})
    store.set_meta("last_words", json.dumps({"signed": NAME}))
    return store.get(Person, person.id)


def erase(store: Store, person: Person, **changes: Any) -> Erased:
    asked = Erasing(**{"sought": sought_for(person), "people": frozenset({person.id}), **changes})
    return erasing.erase(store, asked, TODAY)


def test_no_byte_of_an_erased_name_is_left_and_before_there_were_many(store: Store, person: Person) -> None:
    assert occurrences(store) > 30
    erase(store, person)
    assert occurrences(store) == 0
    assert whereabouts.anywhere(store, sought_for(person)) == 0


def test_nor_is_any_left_where_the_disk_has_no_room_to_write_the_file_anew(
    store: Store, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def full() -> None:
        asked.append("room")
        raise faults.disk_full()

    monkeypatch.setattr(store, "rewrite", full)
    erase(store, person)
    assert (occurrences(store), asked) == (0, ["room"])


@pytest.fixture
def in_many(store: Store, person: Person) -> Person:
    """Somebody who stands in so many letters of one step that their index is built anew; in one by a tag alone."""
    (first,) = store.records(select(Letter))
    to = {"campaign_id": first.campaign_id, "target_id": first.target_id, "organisation_id": first.organisation_id}
    with store.change("Letters brought in") as change:
        for number in range(120):
            words = f"Signed by {NAME} and {number} others" if number % 2 else "No names"
            change.save(Letter(person_id=person.id, day=TODAY, notes=words, **to))
    marked = store.records(select(Letter))[-2]
    tag = store.save(Tag(name=f"asked by {NAME}"))
    store.save(Tagging(tag_id=tag.id, record_kind="letter", record_uid=marked.uid))
    return person


def test_nor_is_any_left_of_somebody_in_very_many_letters(store: Store, in_many: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(store.search("quakenbruck", 200)) > 60
    monkeypatch.setattr(store, "rewrite", lambda: None)
    progress = Progress()
    progress.expect(whereabouts.size(store))
    asked = Erasing(sought_for(in_many), frozenset({in_many.id}))
    erasing.erase(store, asked, TODAY, progress)
    assert occurrences(store) == 0 and whereabouts.anywhere(store, asked.sought) == 0
    assert len(store.search("others signed", 200)) == 60 and store.search("quakenbruck") == []
    assert 0.8 < progress.done / progress.total <= 1
    store.undo()
    assert store.check() is None


def test_an_erasure_in_many_letters_that_breaks_off_leaves_the_index_as_it_was_and_thorough(
    store: Store, in_many: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise faults.disk_full()

    with monkeypatch.context() as patch:
        patch.setattr("organizer.store.notes.forget_counted", broken)
        with pytest.raises(StorageFault):
            erase(store, in_many)
    assert len(store.search("quakenbruck", 200)) > 60
    store.delete(store.save(Organisation(name="Gone Xylophone")))
    with store.beside_history([]) as connection:
        connection.execute(JOURNAL.delete())
    assert b"xylophone" not in decrypted(store.path, store._key).lower()


def test_an_erasure_that_breaks_off_leaves_everything_as_it_was(
    store: Store, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_anything: object) -> None:
        raise faults.disk_full()

    before, steps = occurrences(store), store.lately(30)
    monkeypatch.setattr("organizer.store.notes.forget_counted", broken)
    with pytest.raises(StorageFault):
        erase(store, person)
    assert (occurrences(store), store.lately(30)) == (before, steps)
    assert store.get(Person, person.id).name == NAME and store.count(select(Erasure)) == 0
    assert [hit.id for hit in store.search("quakenbruck") if hit.kind is Person] == [person.id]


def test_nor_is_their_number_or_address_left(store: Store, person: Person) -> None:
    marks = (b"7946 0958", b"zoe.quakenbruck", b"7 Elm Row")
    before = decrypted(store.path, store._key)
    erase(store, person)
    after = decrypted(store.path, store._key)
    assert [(mark in before, mark in after) for mark in marks] == [(True, False)] * 3


def test_gifts_and_letters_stay_without_a_name(store: Store, person: Person) -> None:
    erase(store, person)
    (gift,), (letter,) = store.records(select(Donation)), store.records(select(Letter))
    assert (gift.amount_minor, gift.person_id, gift.giver_words()) == (40_00, None, "Erased person")
    assert (letter.person_id, letter.text_as_sent) == (None, "Yours, …")
    assert [store.count(select(kind)) for kind in (Person, Affiliation, Consent, Tagging)] == [0, 0, 0, 0]
    assert store.check() is None


def test_undoing_all_that_can_be_undone_never_brings_the_name_back(store: Store, person: Person) -> None:
    erase(store, person)
    before = store.next_undo()
    assert before is not None and before.label == "Organisation deleted"
    steps = 0
    while store.next_undo() is not None:
        store.undo()
        steps += 1
        assert whereabouts.findings(store, sought_for(person)) == []
    assert steps > 5 and store.count(select(Donation)) == 0
    while store.redo() is not None:
        assert whereabouts.findings(store, sought_for(person)) == []
    assert store.count(select(Person)) == 0


def test_the_erasure_is_logged_without_the_name_and_is_no_step(store: Store, person: Person) -> None:
    last = store.lately(1)
    done = erase(store, person)
    (logged,) = store.records(select(Erasure))
    assert (logged.day, logged.rule, logged.people) == (TODAY, "asked", 1)
    (picket,) = store.records(select(Picket))
    assert person.uid in logged.uids and f"picket {picket.uid} notes 2" in logged.uids
    assert not sought_for(person).spans(" ".join(logged.uids))
    assert (logged.deleted, logged.changed) == (done.deleted, done.changed) == (4, 6)
    assert [entry.id for entry in store.lately(1)] == [entry.id for entry in last]


def test_a_field_that_is_to_stay_stays_in_history_too(store: Store, person: Person) -> None:
    (picket,) = store.records(select(Picket))
    erase(store, person, stays=frozenset({("picket", picket.id, "taken_by")}))
    (after,) = store.records(select(Picket))
    assert after.taken_by == "Quakenbruck, Zoe" and after.notes == "Ring … or write to … early"
    assert {finding.place for finding in whereabouts.findings(store, sought_for(person))} == {("picket", picket.id, "taken_by")}


def test_a_gift_that_the_law_wants_with_its_giver_keeps_the_words(store: Store, person: Person) -> None:
    (gift,) = store.records(select(Donation))
    erase(store, person, keeps_donor=frozenset({gift.id}))
    (after,) = store.records(select(Donation))
    assert (after.giver, after.person_id, store.count(select(Person))) == (NAME, None, 0)


def test_others_of_the_same_first_name_are_left_alone(store: Store, person: Person) -> None:
    other = factories.person(store, name="Zoë Other", notes="Knows the way")
    erase(store, person)
    assert store.get(Person, other.id).name == "Zoë Other"
    assert [hit.id for hit in store.search("zoe")] == [other.id]


def test_the_list_of_people_and_the_counts_know_at_once(store: Store, person: Person, tmp_path: Path) -> None:
    told: list[Any] = []
    store.observe(told.append)
    erase(store, person)
    assert told[-1].entry is None and Person in told[-1].kinds
    assert store.needs_backup()


def test_drafts_of_theirs_go_and_those_of_others_lose_the_name(store: Store, person: Person) -> None:
    erase(store, person)
    assert store.draft("person", person.uid) is None
    assert store.draft("letter", "new") == {"notes": "from …", "person_id": None}
    assert store.rows(select(DRAFT.c.kind)) == [("letter",)]
    assert json.loads(store.meta("last_words")) == {"signed": "…"}


FOUND: tuple[tuple[str, str], ...] = (
    ("Zoe Quakenbruck", "…"),
    ("QUAKENBRÜCK, Zoë: banner", "…: banner"),
    ("Zoe\u0308 Quakenbru\u0308ck's van", "… van"),
    ("Z. Quakenbrück", "…"),
    ("Ring (+44) 20-7946-0958.", "Ring …."),
    ("Quakenbrück Street", "Quakenbrück Street"),
    ("Zoëlle Quakenbrück", "Zoëlle Quakenbrück"),
)


@pytest.mark.parametrize(("text", "without"), FOUND)
def test_a_name_is_found_however_it_is_spelt(text: str, without: str) -> None:
    assert sought_for(Person(name=NAME, phone="+44 20 7946 0958")).without(text) == without


@pytest.mark.parametrize("text", ["Анны Петровой", "с Анной Петровой", "Петрову Анну", "А. Петрова"])
def test_russian_endings_do_not_hide_a_name(text: str) -> None:
    assert "…" in Sought(names=["Анна Петрова"]).without(text)
    assert Sought(names=["Анна Петрова"]).without("Анна Иванова") == "Анна Иванова"


def test_a_lone_word_is_found_but_not_for_sure() -> None:
    (span,) = Sought(names=["Zoë"]).spans("for Zoe.")
    assert (span.start, span.end, span.sure) == (4, 7, False)


def test_a_star_stands_for_any_ending() -> None:
    assert Sought(names=["Quaken*"]).without("the Quakenbrücks") == "the …"
