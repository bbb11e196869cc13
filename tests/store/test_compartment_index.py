"""A compartment is open before it is indexed: whoever searches meanwhile finds everything all the same, and nothing twice."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from organizer.errors import DamagedFile
from organizer.records.organisation import Person
from organizer.store import compartment_index, compartment_views, compartments
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file, open_file
from organizer.store.sealed_kinds import not_indexed
from organizer.store.store import Store
from organizer.store.tables import SEALED
from tests import factories

SECOND = "thistle copper lantern"
COUNT = 5


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five people in a compartment. Made once: every making makes a verified backup first."""
    store = create_file(tmp_path_factory.mktemp("sealed") / "branch.organizer", None)
    for number in range(COUNT):
        factories.person(store, name=f"Frédérique Quakenbrück {number}")
    compartments.make(store, Person, SECOND)
    store.close(back_up=False)
    return store.path


@pytest.fixture
def store(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The compartment is open and nobody of it indexed yet, with portions of two."""
    monkeypatch.setattr(compartment_index, "_AT_A_TIME", 2)
    monkeypatch.setattr(compartment_views, "_AT_A_TIME", 2)
    store = open_file(Path(shutil.copyfile(template, tmp_path / "branch.organizer")))
    compartments.open_(store, Person, SECOND)
    assert missing(store)
    yield store
    store.close(back_up=False)


def missing(store: Store) -> dict[str, int]:
    with store.looking() as connection:
        return dict(not_indexed(connection))


def fed(store: Store) -> int:
    with store.looking() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM temp.search_person").scalar_one())


def some_steps(store: Store, count: int) -> None:
    with store.looking() as connection:
        for _number in range(count):
            assert compartment_index.step(connection)


def test_the_first_search_waits_for_the_index(store: Store) -> None:
    assert fed(store) == 0
    assert len(store.search("quaken")) == COUNT
    assert not missing(store)


def test_so_does_a_list_that_is_typed_at(store: Store) -> None:
    assert store.listing(ListQuery(Person, text="quaken")).count == COUNT


def test_lists_are_shown_before_and_in_their_order(store: Store) -> None:
    names = [person.name for person in store.listing(ListQuery(Person)).records(0, 9)]
    assert names == sorted(names) and len(names) == COUNT
    assert missing(store)


def test_what_is_changed_in_between_is_found_once_and_by_its_new_words(store: Store) -> None:
    some_steps(store, 4)
    assert 0 < fed(store) < COUNT
    for record_id in (1, COUNT):
        person = store.get(Person, record_id)
        person.name = f"Orla Petersen {record_id}"
        store.save(person)
    added = factories.person(store, name="Orla Petersen")
    store.delete(store.get(Person, COUNT - 1))
    assert sorted(hit.id for hit in store.search("petersen")) == [1, COUNT, added.id]
    assert sorted(hit.id for hit in store.search("quaken")) == [2, 3]
    store.undo()
    assert sorted(hit.id for hit in store.search("quaken")) == [2, 3, COUNT - 1]
    assert fed(store) == COUNT + 1


def test_a_change_that_searches_and_is_taken_back_leaves_nothing_half_indexed(store: Store) -> None:
    def breaks_off() -> None:
        with store.change() as change:
            change.delete(store.get(Person, 1))
            assert len(store.search("quaken")) == COUNT - 1
            raise InterruptedError

    with pytest.raises(InterruptedError):
        breaks_off()
    assert len(store.search("quaken")) == COUNT
    assert not missing(store)


def test_closed_in_between_nothing_goes_on(store: Store) -> None:
    some_steps(store, 2)
    compartments.close(store, Person)
    assert not missing(store)
    store.make_searchable()
    assert store.search("quaken") == []


def test_done_away_with_before_it_was_indexed_everything_is_found_in_the_file(store: Store) -> None:
    compartments.do_away(store, Person)
    assert len(store.search("quaken")) == COUNT


def test_a_row_that_lost_its_box_stands_as_it_lies_in_the_file_and_an_altered_box_opens_nothing(store: Store) -> None:
    compartments.close(store, Person)
    with store.beside_history([]) as connection:
        connection.execute(delete(SEALED).where(SEALED.c.record_id == 3))
    compartments.open_(store, Person, SECOND)
    assert [store.get(Person, record_id).name[-1:] for record_id in (2, 3, 4)] == ["1", "", "3"]
    compartments.close(store, Person)
    with store.beside_history([]) as connection:
        connection.exec_driver_sql("UPDATE sealed SET box = CAST(substr(box, 1, 40) AS BLOB) WHERE record_id = 5")
    with pytest.raises(DamagedFile):
        compartments.open_(store, Person, SECOND)
    assert store.get(Person, 2).name == "•••"
