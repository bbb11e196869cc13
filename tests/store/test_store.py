"""What a store promises of single records: they come back as they went in, and nobody's change is lost in silence."""

from datetime import date, time

import pytest

from organizer.errors import ChangedMeanwhile, MissingRecord, Problems, UserError
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.records.tag import Tag
from organizer.store.listing import ListQuery
from organizer.store.store import Changes, Store
from tests import factories


def test_a_saved_record_comes_back_as_it_was(store: Store) -> None:
    saved = factories.picket(store, occasion="Жаңаөзен", ends=time(19, 0))
    found = store.get(Picket, saved.id)
    assert (found.occasion, found.day, found.starts, found.ends) == ("Жаңаөзен", date(2012, 12, 16), time(17, 30), time(19, 0))
    assert found.city is not None
    assert found.city.name == "London"
    assert found.title() == "London, 16 Dec 2012"


def test_a_record_is_found_by_the_name_it_has_in_every_file(store: Store) -> None:
    saved = factories.organisation(store)
    assert store.by_uid(Organisation, saved.uid).id == saved.id


def test_a_record_knows_which_branch_made_it(store: Store) -> None:
    assert factories.organisation(store).origin == "Berlin"


def test_what_may_not_be_saved_is_refused_with_its_problems(store: Store) -> None:
    with pytest.raises(Problems) as refused:
        store.save(Organisation(name=" "))
    assert [problem.field for problem in refused.value.problems] == ["name"]
    assert store.listing(ListQuery(Organisation)).count == 0


def test_a_record_that_another_window_saved_meanwhile_is_not_overwritten(store: Store) -> None:
    first = factories.organisation(store)
    second = store.get(Organisation, first.id)
    first.notes = "from the first window"
    store.save(first)
    second.notes = "from the second window"
    with pytest.raises(ChangedMeanwhile):
        store.save(second)
    assert store.get(Organisation, first.id).notes == "from the first window"


def test_a_deleted_record_is_gone(store: Store) -> None:
    gone = factories.organisation(store)
    store.delete(gone)
    with pytest.raises(MissingRecord):
        store.get(Organisation, gone.id)


def test_a_record_that_others_point_to_is_kept_and_it_is_said_how_many(store: Store) -> None:
    used = factories.organisation(store)
    for _count in range(3):
        factories.letter(store, organisation_id=used.id)
    with pytest.raises(UserError, match="3 other records still use this"):
        store.delete(used)
    assert store.get(Organisation, used.id).name == used.name


def test_a_name_that_may_be_there_once_is_refused_in_words(store: Store) -> None:
    store.save(Tag(name="port"))
    with pytest.raises(UserError, match="one like this already"):
        store.save(Tag(name="port"))


def test_a_record_that_speaks_of_a_deleted_one_is_refused_in_words(store: Store) -> None:
    gone = factories.city(store)
    store.delete(gone)
    with pytest.raises(MissingRecord, match="deleted meanwhile"):
        factories.organisation(store, city_id=gone.id)


def test_observers_hear_what_kinds_changed(store: Store) -> None:
    heard: list[Changes] = []
    store.observe(heard.append)
    factories.organisation(store)
    assert [changes.kinds for changes in heard] == [frozenset({Organisation})]


def test_an_exception_inside_a_change_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.change("half") as change:
        change.save(Organisation(name="Half"))
        raise ZeroDivisionError
    assert store.listing(ListQuery(Organisation)).count == 0
    assert store.next_undo() is None
