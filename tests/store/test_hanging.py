"""Tags and pictures hang on records: lists, search, history and whoever shows the record know when they change."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from organizer.actions.tags import delete_tag, put_tags, rename_tag
from organizer.errors import ChangedMeanwhile, UserError
from organizer.records.base import Record
from organizer.records.consent import Consent, consents_of
from organizer.records.kinds import KINDS
from organizer.records.letter import Letter
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.records.tag import Tag, Tagging
from organizer.store import from_backup
from organizer.store.journal_entries import FieldChange
from organizer.store.listing import ListQuery
from organizer.store.rows import hangings_of, listing_of
from organizer.store.store import Changes, Store
from tests import factories

LISTED = {"picket", "letter", "donation", "organisation", "person", "site", "target", "campaign", "press_release", "leaflet"}


def put(store: Store, record: Record, *names: str) -> None:
    with store.change() as change:
        put_tags(change, record, names)


def tag_named(store: Store, name: str) -> Tag:
    return next(tag for tag in store.records(select(Tag)) if tag.name == name)


def photo() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(data, "PNG")
    return data.getvalue()


def found(store: Store, kind: type[Any], **asked: Any) -> list[int]:
    listed = store.listing(ListQuery(kind, **asked))
    return sorted(listed.ids(0, listed.count))


@pytest.mark.parametrize("name", sorted(LISTED))
def test_every_kind_with_tags_can_be_filtered_and_searched_by_them(store: Store, name: str) -> None:
    record = getattr(factories, name)(store)
    put(store, record, "zeppelin")
    tag = tag_named(store, "zeppelin")
    assert found(store, type(record), filters=(("tag", tag.id),)) == [record.id]
    assert found(store, type(record), text="zepp") == [record.id]
    assert [hit.id for hit in store.search("zepp") if hit.kind is type(record)] == [record.id]
    assert [tag.name for tag in store.by_uid(type(record), record.uid).tags] == ["zeppelin"]  # type: ignore[attr-defined]


def test_every_kind_that_has_a_list_of_its_own_bears_tags_and_can_be_filtered_by_them() -> None:
    bearing = {name for name, kind in KINDS.items() if "tags" in hangings_of(kind)}
    assert bearing == {name for name, kind in KINDS.items() if "tag" in listing_of(kind).filters}
    assert bearing >= LISTED


def test_a_tag_counts_for_its_own_record_alone(store: Store) -> None:
    picket = factories.picket(store)
    factories.letter(store)
    put(store, picket, "urgent")
    assert (found(store, Picket, text="urgent"), found(store, Letter, text="urgent")) == ([picket.id], [])


def test_words_of_the_record_and_of_its_tags_are_found_together(store: Store) -> None:
    picket = factories.picket(store, occasion="Anniversary of Zhanaozen")
    other = factories.picket(store, occasion="Anniversary dinner")
    put(store, picket, "Dringend")
    put(store, other, "press")
    assert found(store, Picket, text="anniv dring") == [picket.id]
    picket = store.get(Picket, picket.id)
    picket.occasion = "Vigil"
    store.save(picket)
    assert found(store, Picket, text="vigil dring") == [picket.id]
    put(store, picket)
    assert found(store, Picket, text="dring") == []
    assert found(store, Picket, text="vigil") == [picket.id]


def test_lists_that_were_open_follow_tags_put_on_and_taken_off(store: Store) -> None:
    one, other = factories.picket(store), factories.picket(store)
    put(store, one, "urgent")
    filters = (("tag", tag_named(store, "urgent").id),)
    assert (found(store, Picket, filters=filters), found(store, Picket, text="urgent")) == ([one.id], [one.id])
    put(store, other, "urgent")
    assert (found(store, Picket, filters=filters), found(store, Picket, text="urgent")) == (
        [one.id, other.id],
        [one.id, other.id],
    )
    put(store, one)
    assert (found(store, Picket, filters=filters), found(store, Picket, text="urgent")) == ([other.id], [other.id])
    store.undo()
    assert (found(store, Picket, filters=filters), found(store, Picket, text="urgent")) == (
        [one.id, other.id],
        [one.id, other.id],
    )


def test_a_letter_is_found_by_the_tag_of_its_organisation(store: Store) -> None:
    letter = factories.letter(store)
    organisation = letter.organisation
    assert organisation is not None and found(store, Letter, text="dockland") == []
    put(store, organisation, "dockland")
    assert found(store, Letter, text="dockland") == [letter.id]


def test_who_shows_a_kind_hears_of_its_tags_and_pictures(store: Store) -> None:
    picket, heard = factories.picket(store), list[Changes]()
    put(store, picket, "urgnt")
    store.observe(heard.append)
    put(store, picket, "urgnt", "press")
    rename_tag(store, tag_named(store, "urgnt"), "urgent")
    delete_tag(store, tag_named(store, "press"))
    store.attach(photo(), "stewards.png", picket)
    store.undo()
    assert [Picket in changes.kinds and Letter not in changes.kinds for changes in heard] == [True] * 5


def test_photos_come_out_with_their_picket(store: Store) -> None:
    picket = factories.picket(store)
    assert picket.photos == []
    store.attach(photo(), "stewards.png", picket)
    assert [each.name for each in store.get(Picket, picket.id).photos] == ["stewards.png"]
    store.undo()
    assert store.get(Picket, picket.id).photos == []


def test_history_says_which_tags_came_and_went_and_that_a_picture_was_added(store: Store) -> None:
    picket = factories.picket(store)
    put(store, picket, "urgent", "press")
    put(store, picket, "urgent", "box")
    rename_tag(store, tag_named(store, "box"), "collection box")
    store.attach(photo(), "stewards.png", picket)
    told = [(entry.entry.label, entry.fields) for entry in store.history(picket)[:-1]]
    assert told == [
        ("Picture added", ()),
        ("Tag renamed", ()),
        ("Tag taken off", (FieldChange("tags", [], ["collection box"]), FieldChange("tags", ["press"], []))),
        ("Tag added", (FieldChange("tags", [], ["press", "urgent"]),)),
    ]


def test_what_was_tagged_later_is_not_undone_out_of_turn(store: Store) -> None:
    picket = factories.picket(store)
    entry = store.next_undo()
    put(store, picket, "urgent")
    assert entry is not None
    with pytest.raises(ChangedMeanwhile):
        store.undo_entry(entry.id)
    assert store.count(select(Tagging)) == 1


def test_a_deleted_record_takes_its_tags_along_and_undo_brings_them_back(store: Store) -> None:
    picket = factories.picket(store)
    put(store, picket, "urgent")
    store.delete(store.get(Picket, picket.id))
    assert store.count(select(Tagging)) == 0
    assert store.search("urgent") == [] or all(hit.kind is Tag for hit in store.search("urgent"))
    store.undo()
    assert [tag.name for tag in store.get(Picket, picket.id).tags] == ["urgent"]
    assert found(store, Picket, text="urgent") == [picket.id]


def test_a_deleted_person_takes_consents_along_and_undo_and_a_backup_bring_them_back(store: Store) -> None:
    person = factories.person(store)
    store.save(Consent(person_id=person.id, given_on=date(2012, 2, 1), note="on paper"))
    copy = store.back_up().path
    store.delete(store.get(Person, person.id))
    assert (store.count(select(Consent)), store.lately(1)[0].label) == (0, "Person deleted")
    store.undo()
    assert store.first(consents_of(person.id)).note == "on paper"  # type: ignore[union-attr]
    store.redo()
    assert store.count(select(Person)) == store.count(select(Consent)) == 0
    lost = from_backup.record_from(store, copy, Person, person.uid)
    assert lost is not None
    back = from_backup.bring_back(store, lost, "Person brought back")
    assert [consent.note for consent in store.records(consents_of(back))] == ["on paper"]


def test_a_person_who_stands_elsewhere_keeps_the_consents_as_the_deletion_is_refused(store: Store) -> None:
    person = factories.person(store)
    store.save(Consent(person_id=person.id, given_on=date(2012, 2, 1)))
    factories.letter(store, person_id=person.id)
    with pytest.raises(UserError, match="1 other record"):
        store.delete(store.get(Person, person.id))
    assert store.count(select(Consent)) == 1
