"""Words as masks: every way of reading them from the index finds the same ids."""

from __future__ import annotations

import random

import pytest

from organizer.records.organisation import Organisation
from organizer.store import masks
from organizer.store.masks import SPAN, bits_of, flags_of, ids_in, mask_of, mask_of_digits
from organizer.store.store import Store
from organizer.store.words import Words, finds_as_much, mask_with
from tests import factories


@pytest.mark.parametrize(("highest", "many"), [(1, 0), (1, 1), (99, 100), (100, 30), (12_345, 4_000), (250_001, 90_000)])
@pytest.mark.parametrize("few", [0, SPAN])
def test_digits_become_the_mask_of_their_ids(monkeypatch: pytest.MonkeyPatch, highest: int, many: int, few: int) -> None:
    monkeypatch.setattr(masks, "_FEW", few)
    ids = sorted(random.Random(highest).sample(range(highest + 1), many))
    mask = mask_of_digits("".join(str(found + SPAN) for found in ids), highest)
    assert mask == mask_of([ids], highest) == bits_of(ids)
    assert list(ids_in(mask, highest)) == [at for at, flag in enumerate(flags_of(mask, highest)) if flag] == ids


def test_ids_beyond_one_span_are_read_span_by_span(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [factories.organisation(store, name=name).id for name in ("Dockers", "Miners", "Dockers 2", "Dockers 3")]
    with store._lane.writing() as connection:
        far = 2 * SPAN + 7
        connection.exec_driver_sql("INSERT INTO search_organisation(rowid, words) VALUES (?, 'dockers')", (far,))
        assert mask_with(connection, Organisation, "dock", far) == bits_of([ids[0], *ids[2:], far])


@pytest.mark.parametrize(
    ("shorter", "longer", "alike"),
    [("str", "stri", True), ("st", "str", False), ("s", "st", True), ("mi", "min", True), ("zz", "zzy", True), ("", "s", False),
     ("ver", "ver.", False), ("h", "hа", False)],
)  # fmt: skip
def test_a_longer_beginning_finds_as_much_where_no_word_parts_from_it(
    store: Store, shorter: str, longer: str, alike: bool
) -> None:
    for name in ("Strikers", "strike", "stop", "Miners", "ver.di", "hа"):
        factories.organisation(store, name=name)
    with store._lane.reading() as connection:
        assert finds_as_much(connection, Organisation, shorter, longer) is alike


def test_masks_kept_for_good_follow_every_change(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("organizer.store.words._MANY", 1)
    monkeypatch.setattr("organizer.store.words._MOST_MENDED", 2)
    records = [factories.organisation(store, name=name) for name in ("Dockers", "Drivers", "Miners", "Masons")]
    words = Words(Organisation, 4)
    with store._lane.reading() as connection:
        list(words.warm(connection, records[-1].id))
        assert set(words._letters) == {"d", "m"}
    for changed in (records[:1], records[:3]):
        for record in changed:
            fresh = store.get(Organisation, record.id)
            fresh.name = {"D": "Masons", "M": "Drivers"}[fresh.name[0]]
            store.save(fresh)
        words.note([record.id for record in changed])
        with store._lane.reading() as connection:
            for word in ("d", "m", "dr", "ma"):
                held = words.mask(connection, word, records[-1].id)
                assert held == mask_with(connection, Organisation, word, records[-1].id), word
