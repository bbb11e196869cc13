"""What is sought is found quickly: nothing that the slow way finds is missed, in whatever form the letters come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from organizer.records.organisation import Person
from organizer.store import holders, whereabouts
from organizer.store.progress import Progress, Stopped
from organizer.store.sought import Sought, sought_for
from organizer.store.store import Store
from tests import factories

PEOPLE = (
    sought_for(Person(name="Zoë O'Hara-Quakenbrück", phone="+44 20 7946 0958", email="zoe.q@example.org", address="7 Elm Row")),
    sought_for(Person(name="Анна Петрова"), also=["Аня", "Ан*"]),
    sought_for(Person(name="Li Wu", email="li@wu.example")),
    Sought(names=["Straße", "ﬁnn ßen"], also=["محمد علي"]),
)
PIECES = (
    "Zoë", "zoe\u0308", "O'Hara", "O’Hara", "OHara", "Quakenbrück", "QUAKENBRÜCK", "Quakenbruecks", "Z", "s", "'s",
    "7", "Elm", "Row", "+44", "(0)20", "7946", "0958", "79460958", "zoe.q@example.org", "Анна", "Анны",
    "Петро\u0301вой", "Аня", "Ан", "Li", "Wu", "li@wu", "STRASSE", "straße", "finn", "ﬁnn", "ssen", "محمد", "عليّ",
    "𝐋𝐢", "ＷＵ", " ", " ", "\n", "-", ", ", ".", "\u200d", "\u00ad", "é", "x",
)  # fmt: skip


@settings(max_examples=150)
@given(text=st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text(max_size=12))
@pytest.mark.parametrize("number", range(len(PEOPLE)))
def test_what_the_slow_way_finds_the_quick_one_finds_too(number: int, text: str) -> None:
    sought = PEOPLE[number]
    assert sought.spans(text) == (sought._places(text) if text else [])


def test_a_look_through_the_file_counts_how_far_it_is_and_can_be_stopped(store: Store) -> None:
    person = factories.person(store, name="Zoë Quakenbrück")
    factories.picket(store, taken_by="Zoë Quakenbrück", day=date(2012, 3, 1))
    store.back_up()
    sought, progress = sought_for(person), Progress()
    looks: list[Callable[[], object]] = [
        lambda: whereabouts.findings(store, sought, progress=progress),
        lambda: whereabouts.steps_with(store, sought, progress),
        lambda: holders.backups_with(store, {person.uid}, sought, progress=progress),
    ]
    for look in looks:
        look()
    assert progress.done == progress.total > 4
    progress.stop()
    for look in looks:
        with pytest.raises(Stopped):
            look()
