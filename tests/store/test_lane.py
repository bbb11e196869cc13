"""The store may be used from several threads at once: everything is done, one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from organizer.records.organisation import Organisation
from organizer.store.listing import ListQuery
from organizer.store.store import Store


def test_many_threads_read_and_write_without_stepping_on_each_other(store: Store) -> None:
    def work(number: int) -> int:
        saved = store.save(Organisation(name=f"branch {number}"))
        with store.change("twice") as change:
            for half in ("a", "b"):
                change.save(Organisation(name=f"branch {number} {half}"))
        store.listing(ListQuery(Organisation, text="branch")).records(0, 20)
        return store.get(Organisation, saved.id).id

    with ThreadPoolExecutor(8) as threads:
        ids = list(threads.map(work, range(40)))
    assert len(set(ids)) == 40
    assert store.count(select(Organisation)) == 120
    assert store.listing(ListQuery(Organisation, text="branch")).count == 120
    assert sum(entry.count for entry in store.lately(500)) == 120


def test_a_backup_in_one_thread_waits_for_a_change_in_another(store: Store) -> None:
    with ThreadPoolExecutor(1) as thread:
        with store.change("slow") as change:
            change.save(Organisation(name="first"))
            waiting = thread.submit(store.back_up)
            change.save(Organisation(name="second"))
        assert waiting.result().counts["organisation"] == 2


def test_reading_inside_a_change_sees_what_it_has_written_so_far(store: Store) -> None:
    with store.change("under way") as change:
        saved = change.save(Organisation(name="new"))
        assert store.get(Organisation, saved.id).name == "new"
        assert [record.name for record in change.records(select(Organisation))] == ["new"]
        first = change.first(select(Organisation))
        assert first is not None
        assert first.id == saved.id


def test_a_change_inside_a_change_is_a_mistake_of_the_program(store: Store) -> None:
    with store.change("outer") as change:
        change.save(Organisation(name="outer"))
        with pytest.raises(RuntimeError), store.change("inner"):
            pass
    assert store.listing(ListQuery(Organisation)).count == 1
