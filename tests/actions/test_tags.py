"""Tags on records: one step with what they hang on, one tag whatever its case and spaces, renamed and deleted everywhere."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from organizer.actions import facets
from organizer.actions.tags import delete_tag, distinct, put_tags, rename_tag, tags_in_use
from organizer.errors import Problems
from organizer.records.base import Record
from organizer.records.letter import Letter
from organizer.records.picket import Picket
from organizer.records.tag import LONGEST_TAG, Tag, Tagging
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from tests import factories


def put(store: Store, record: Record, *names: str) -> None:
    with store.change() as change:
        put_tags(change, record, names)


def tags(store: Store, record: Record) -> list[str]:
    fresh = store.get(type(record), record.id)
    return [tag.name for tag in fresh.tags]  # type: ignore[attr-defined]


def every_tag(store: Store) -> list[str]:
    return sorted(tag.name for tag in store.records(select(Tag)))


def test_tags_come_out_with_their_record_by_the_alphabet(store: Store) -> None:
    picket = factories.picket(store)
    put(store, picket, "urgent", "Anniversary", "box office")
    assert tags(store, picket) == ["Anniversary", "box office", "urgent"]


def test_the_same_tag_is_one_whatever_its_case_and_spaces(store: Store) -> None:
    one, other = factories.picket(store), factories.picket(store)
    put(store, one, "Day of  action")
    put(store, other, " day of ACTION ", "Day of action", "")
    assert (tags(store, one), tags(store, other)) == (["Day of action"], ["Day of action"])
    assert store.count(select(Tag)) == 1
    assert store.count(select(Tagging)) == 2


def test_names_are_distinct_in_the_order_they_were_typed() -> None:
    assert distinct(["b", " A", "a ", "B", "", "  "]) == ["b", "A"]
    assert distinct(["Ｆｕｌｌ", "full"]) == ["Ｆｕｌｌ"]
    assert distinct(["resume", "résumé"]) == ["resume", "résumé"]


def test_a_tag_that_nothing_bears_any_more_goes_and_undo_brings_it_back(store: Store) -> None:
    picket = factories.picket(store)
    put(store, picket, "urgent", "press")
    put(store, picket, "press")
    assert every_tag(store) == ["press"]
    store.undo()
    assert tags(store, picket) == ["press", "urgent"]
    store.redo()
    assert (tags(store, picket), every_tag(store)) == (["press"], ["press"])


def test_tags_that_are_as_they_were_make_no_step(store: Store) -> None:
    picket = factories.picket(store)
    put(store, picket, "urgent")
    before = store.next_undo()
    put(store, picket, "URGENT")
    assert store.next_undo() == before


def test_a_record_and_its_tags_are_one_step(store: Store) -> None:
    base = factories.picket(store)
    with store.change() as change:
        picket = change.save(Picket(campaign_id=base.campaign_id, city_id=base.city_id, day=base.day))
        put_tags(change, picket, ["urgent"])
    assert store.lately(1)[0].count == 1
    store.undo()
    assert store.listing(ListQuery(Picket)).count == 1
    assert (every_tag(store), store.count(select(Tagging))) == ([], 0)
    store.redo()
    assert tags(store, picket) == ["urgent"]


def test_a_renamed_tag_has_its_new_name_everywhere_at_one_step(store: Store) -> None:
    picket, letter = factories.picket(store), factories.letter(store)
    put(store, picket, "urgnt")
    put(store, letter, "urgnt")
    (tag,) = store.records(select(Tag))
    assert rename_tag(store, tag, " urgent ").name == "urgent"
    assert (tags(store, picket), tags(store, letter)) == (["urgent"], ["urgent"])
    assert store.listing(ListQuery(Picket, text="urgent")).count == 1
    assert store.listing(ListQuery(Picket, text="urgnt")).count == 0
    store.undo()
    assert tags(store, letter) == ["urgnt"]
    assert store.listing(ListQuery(Letter, text="urgnt")).count == 1


def test_only_the_case_of_a_tag_may_be_changed(store: Store) -> None:
    picket = factories.picket(store)
    put(store, picket, "kuramshin")
    (tag,) = store.records(select(Tag))
    rename_tag(store, tag, "Kuramshin")
    assert tags(store, picket) == ["Kuramshin"]


def test_a_tag_renamed_to_another_becomes_one_with_it_and_undo_parts_them(store: Store) -> None:
    both, one, other = factories.picket(store), factories.picket(store), factories.picket(store)
    put(store, both, "urgent", "pressing")
    put(store, one, "urgent")
    put(store, other, "pressing")
    pressing = next(tag for tag in store.records(select(Tag)) if tag.name == "pressing")
    rename_tag(store, pressing, "URGENT")
    assert [tags(store, picket) for picket in (both, one, other)] == [["urgent"]] * 3
    assert store.count(select(Tagging)) == 3
    store.undo()
    assert [tags(store, picket) for picket in (both, one, other)] == [["pressing", "urgent"], ["urgent"], ["pressing"]]


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_TAG + 1), "a\x00b"])
def test_a_tag_needs_a_name_that_can_be_kept(store: Store, name: str) -> None:
    picket = factories.picket(store)
    put(store, picket, "urgent")
    (tag,) = store.records(select(Tag))
    with pytest.raises(Problems):
        rename_tag(store, tag, name)
    assert tags(store, picket) == ["urgent"]


def test_a_deleted_tag_is_off_everything_at_one_step(store: Store) -> None:
    picket, letter = factories.picket(store), factories.letter(store)
    put(store, picket, "urgent", "press")
    put(store, letter, "urgent")
    urgent = next(tag for tag in store.records(select(Tag)) if tag.name == "urgent")
    delete_tag(store, urgent)
    assert (tags(store, picket), tags(store, letter), every_tag(store)) == (["press"], [], ["press"])
    store.undo()
    assert (tags(store, picket), tags(store, letter)) == (["press", "urgent"], ["urgent"])


def test_tags_are_counted_over_all_kinds_and_within_one_list(store: Store) -> None:
    picket, letter = factories.picket(store), factories.letter(store)
    put(store, picket, "urgent", "press")
    put(store, letter, "urgent")
    assert [(tag.name, count) for tag, count in tags_in_use(store)] == [("urgent", 2), ("press", 1)]
    counted = facets.counts_by_tag(store, Picket, campaign=picket.campaign_id)
    assert [(name, count) for _id, name, count in counted] == [("press", 1), ("urgent", 1)]
    assert facets.counts_by_tag(store, Picket, campaign=-1) == []
