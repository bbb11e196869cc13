"""Undo and redo: one action is one step, also of ten thousand rows, and steps survive closing and opening."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from organizer.errors import ChangedMeanwhile, MissingRecord, UserError
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.tag import Tag, Tagging
from organizer.store.listing import ListQuery
from organizer.store.opening import open_file
from organizer.store.store import Changes, Store
from tests import factories


def organisations(store: Store) -> list[str]:
    return [record.name for record in store.listing(ListQuery(Organisation)).records(0, 100)]


def test_an_added_record_is_taken_back_and_brought_back(store: Store) -> None:
    added = factories.organisation(store)
    store.undo()
    with pytest.raises(MissingRecord):
        store.get(Organisation, added.id)
    store.redo()
    assert store.by_uid(Organisation, added.uid).id == added.id


def test_a_change_is_taken_back_field_by_field(store: Store) -> None:
    changed = factories.organisation(store, notes="before")
    changed.notes = "after"
    changed = store.save(changed)
    store.undo()
    again = store.get(Organisation, changed.id)
    assert again.notes == "before"
    assert again.version > changed.version
    store.redo()
    assert store.get(Organisation, changed.id).notes == "after"


def test_a_deleted_record_comes_back_with_its_tags_and_the_name_it_has_everywhere(store: Store) -> None:
    record = factories.organisation(store)
    tag = store.save(Tag(name="port"))
    store.save(Tagging(tag_id=tag.id, record_kind="organisation", record_uid=record.uid))
    store.delete(record)
    assert store.records(select(Tagging)) == []
    store.undo()
    assert store.get(Organisation, record.id).uid == record.uid
    assert [tagging.record_uid for tagging in store.records(select(Tagging))] == [record.uid]


def test_ten_thousand_rows_are_one_step(store: Store) -> None:
    base = factories.letter(store)
    with store.change("10,000 letters taken in") as change:
        for number in range(10_000):
            change.save(
                Letter(
                    campaign_id=base.campaign_id,
                    organisation_id=base.organisation_id,
                    target_id=base.target_id,
                    day=date(2012, 1, 1),
                    quantity=number % 30 + 1,
                    notes=f"row {number}",
                )
            )
    assert store.count(select(Letter)) == 10_001
    entry = store.undo()
    assert entry is not None
    assert (entry.label, entry.count) == ("10,000 letters taken in", 10_000)
    assert store.count(select(Letter)) == 1
    assert store.listing(ListQuery(Letter, text="row 77")).count == 0
    store.redo()
    assert store.count(select(Letter)) == 10_001
    assert store.listing(ListQuery(Letter, text="row 7777")).count == 1


def test_steps_go_back_one_by_one_to_the_beginning_and_forward_again(store: Store) -> None:
    for name in "abc":
        factories.organisation(store, name=name)
    for left in (["a", "b"], ["a"], []):
        store.undo()
        assert organisations(store) == left
    assert store.undo() is None
    for there in (["a"], ["a", "b"], ["a", "b", "c"]):
        store.redo()
        assert organisations(store) == there
    assert store.redo() is None


def test_what_was_done_anew_stands_and_what_was_taken_back_before_it_cannot_return(store: Store) -> None:
    factories.organisation(store, name="a")
    store.undo()
    factories.organisation(store, name="b")
    assert store.next_redo() is None
    assert store.redo() is None
    assert organisations(store) == ["b"]


def test_undo_and_redo_survive_closing_and_opening(tmp_path: Path, store: Store, passphrase: str | None) -> None:
    factories.organisation(store, name="a")
    factories.organisation(store, name="b")
    store.undo()
    store.close(back_up=False)
    again = open_file(tmp_path / "branch.organizer", passphrase)
    assert [entry and entry.label for entry in (again.next_undo(), again.next_redo())] == ["Organisation added"] * 2
    again.redo()
    again.undo()
    again.undo()
    assert organisations(again) == []
    again.close(back_up=False)


def test_a_step_is_taken_back_out_of_turn_while_nothing_later_touched_its_records(store: Store) -> None:
    factories.organisation(store, name="a")
    first = store.lately()[0]
    factories.organisation(store, name="b")
    store.undo_entry(first.id)
    assert organisations(store) == ["b"]
    with pytest.raises(ChangedMeanwhile, match="undone already"):
        store.undo_entry(first.id)


def test_a_step_whose_record_was_changed_later_is_not_taken_back_out_of_turn(store: Store) -> None:
    record = factories.organisation(store, name="a")
    first = store.lately()[0]
    record.notes = "later"
    store.save(record)
    with pytest.raises(ChangedMeanwhile, match="Later changes"):
        store.undo_entry(first.id)
    assert organisations(store) == ["a"]


def test_a_step_stays_while_another_record_points_to_what_it_added(store: Store) -> None:
    record = factories.organisation(store, name="a")
    first = store.lately()[0]
    factories.letter(store, organisation_id=record.id)
    with pytest.raises(UserError, match="1 other record still uses this"):
        store.undo_entry(first.id)
    assert organisations(store) == ["a"]
    assert store.lately()[-1].id == first.id


def test_an_undone_step_leaves_the_list_of_what_was_logged_lately(store: Store) -> None:
    factories.organisation(store, name="a")
    factories.organisation(store, name="b")
    store.undo()
    assert [entry.label for entry in store.lately()] == ["Organisation added"]


def test_saving_without_a_change_is_no_step(store: Store) -> None:
    record = factories.organisation(store)
    before = store.next_undo()
    assert store.save(record).version == record.version
    assert store.next_undo() == before


def test_history_tells_who_changed_what_the_newest_first(store: Store) -> None:
    record = factories.organisation(store, members=100)
    record.members = 250
    record = store.save(record, "Members counted")
    store.undo()
    undone, changed, added = store.history(store.get(Organisation, record.id))
    assert (changed.entry.label, changed.entry.origin, changed.entry.step) == ("Members counted", "Berlin", "do")
    assert [(change.field, change.before, change.after) for change in changed.fields] == [("members", 100, 250)]
    assert [(change.field, change.before, change.after) for change in undone.fields] == [("members", 250, 100)]
    assert ("name", None, "Dockers' branch 7") in [(change.field, change.before, change.after) for change in added.fields]


def test_two_saves_of_one_record_in_one_step_are_undone_together(store: Store) -> None:
    with store.change("typed twice") as change:
        record = change.save(Organisation(name="once"))
        record.name = "twice"
        change.save(record)
    assert store.get(Organisation, record.id).name == "twice"
    store.undo()
    assert organisations(store) == []
    store.redo()
    assert organisations(store) == ["twice"]


def test_observers_hear_of_undo_as_of_any_step(store: Store) -> None:
    factories.organisation(store)
    heard: list[Changes] = []
    store.observe(heard.append)
    store.undo()
    assert [(changes.kinds, changes.entry and changes.entry.step) for changes in heard] == [(frozenset({Organisation}), "undo")]


def test_an_id_is_never_given_twice(store: Store) -> None:
    first = factories.organisation(store)
    store.delete(first)
    assert factories.organisation(store).id > first.id


def test_redo_brings_back_what_was_taken_back_last_not_what_was_given_up_before(store: Store) -> None:
    factories.organisation(store, name="a")
    factories.organisation(store, name="given up")
    store.undo()
    factories.organisation(store, name="b")
    store.undo()
    store.redo()
    assert organisations(store) == ["a", "b"]
    assert store.redo() is None


def test_a_step_taken_back_out_of_turn_is_the_first_to_be_brought_back(store: Store) -> None:
    factories.organisation(store, name="a")
    first = store.lately()[0]
    factories.organisation(store, name="b")
    store.undo_entry(first.id)
    store.undo()
    for there in (["b"], ["a", "b"]):
        store.redo()
        assert organisations(store) == there


def test_a_deletion_is_called_after_the_record_not_after_what_hung_on_it(store: Store) -> None:
    record = factories.organisation(store)
    tag = store.save(Tag(name="port"))
    store.save(Tagging(tag_id=tag.id, record_kind="organisation", record_uid=record.uid))
    store.delete(record)
    assert [entry.label for entry in store.lately(1)] == ["Organisation deleted"]
