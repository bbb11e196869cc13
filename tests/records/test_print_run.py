"""A print run counts its copies, refuses what cannot be, and is listed by what is left of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from organizer.errors import Problems, UserError
from organizer.records.leaflet import Leaflet
from organizer.records.print_run import PrintRun, runs_of, runs_of_subject, runs_with_copies_left
from organizer.records.sheet_text import SheetText, sheet_text_of
from organizer.store.listing import ListQuery
from organizer.store.store import Store
from tests import factories


def fields(**values: Any) -> list[str]:
    usual = {"campaign_id": 1, "sheet": "leaflet", "printed_on": date(2026, 5, 1), "printed": 100}
    return [problem.field for problem in PrintRun(**{**usual, **values}).problems()]


def test_what_is_neither_handed_out_nor_spoiled_is_left() -> None:
    assert PrintRun(printed=500, handed_out=320, spoiled=60).left == 120


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"campaign_id": None}, "campaign_id"),
        ({"sheet": ""}, "sheet"),
        ({"printed_on": None}, "printed_on"),
        ({"printed": 0}, "printed"),
        ({"printed": -1}, "printed"),
        ({"handed_out": -1}, "handed_out"),
        ({"spoiled": -1}, "spoiled"),
        ({"handed_out": 101}, "handed_out"),
        ({"handed_out": 60, "spoiled": 41}, "spoiled"),
        ({"first_number": 8, "last_number": 7}, "last_number"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(values: dict[str, Any], field: str) -> None:
    assert fields(**values) == [field]


@pytest.mark.parametrize("values", [{}, {"handed_out": 60, "spoiled": 40}, {"first_number": 7, "last_number": 7}])
def test_what_can_be_is_left_alone(values: dict[str, Any]) -> None:
    assert fields(**values) == []


def test_runs_are_listed_by_campaign_sheet_and_what_is_left(store: Store) -> None:
    used_up = factories.print_run(store, sheet="placard", name="Placard", printed=30, handed_out=24, spoiled=6)
    some = factories.print_run(store, printed=600, handed_out=460, printed_on=date(2012, 8, 20))
    all_left = factories.print_run(store, printed=2000)
    elsewhere = factories.print_run(store, campaign_id=factories.campaign(store).id)

    def listed(*filters: tuple[str, Any], sort: str = "left") -> list[int]:
        found = store.listing(ListQuery(PrintRun, filters=(("campaign", used_up.campaign_id), *filters), sort=sort))
        return [run.id for run in found.records(0, 10)]

    assert listed() == [all_left.id, some.id, used_up.id]
    assert listed(("left", True)) == [all_left.id, some.id]
    assert listed(("left", False)) == [used_up.id]
    assert listed(("sheet", "leaflet"), ("until", date(2012, 9, 1))) == [some.id]
    assert elsewhere.id not in listed(sort="printed_on")
    for sort in PrintRun.listing().sorts:
        assert sorted(listed(sort=sort)) == sorted([used_up.id, some.id, all_left.id])


def test_runs_are_found_by_their_name_place_and_note(store: Store) -> None:
    run = factories.print_run(store, name="Zhanaozen, Berlin", kept_at="Cupboard", note="Two boxes")
    for words in ("zhanao", "cupbo", "boxes"):
        assert [(hit.kind, hit.id) for hit in store.search(words)] == [(PrintRun, run.id)]


def test_the_latest_run_of_a_campaign_and_of_a_record_comes_first(store: Store) -> None:
    leaflet = factories.leaflet(store)
    first = factories.print_run(store, subject_kind="leaflet", subject_uid=leaflet.uid, printed_on=date(2012, 8, 1))
    second = factories.print_run(store, subject_kind="leaflet", subject_uid=leaflet.uid, handed_out=500)
    third = factories.print_run(store, subject_kind="picket", subject_uid=leaflet.uid)
    ids = [run.id for run in store.records(runs_of(leaflet.campaign_id or 0))]
    assert ids == [third.id, second.id, first.id]
    assert [run.id for run in store.records(runs_of_subject("leaflet", leaflet.uid))] == [second.id, first.id]
    assert [run.id for run in store.records(runs_with_copies_left(leaflet.campaign_id or 0))] == [third.id, first.id]


def test_a_run_keeps_what_it_carries_and_its_history(store: Store) -> None:
    run = factories.print_run(store, carries={"day": "2012-12-16", "place": "Nordendstraße 14"}, demand_uids=["a", "b"])
    run.handed_out = 40
    saved = store.save(run)
    assert (saved.carries, saved.demand_uids, saved.left) == (run.carries, ["a", "b"], 460)
    assert [change.field for change in store.history(saved)[0].fields] == ["handed_out"]
    store.undo()
    assert store.get(PrintRun, run.id).handed_out == 0


def test_a_campaign_has_its_words_on_a_sheet_once(store: Store) -> None:
    kept = factories.sheet_text(store)
    assert store.first(sheet_text_of(kept.campaign_id, "bust-card")).answers == {"en": {"title": "If you are stopped"}}  # type: ignore[union-attr]
    with pytest.raises(UserError, match="one like this already"):
        factories.sheet_text(store, campaign_id=kept.campaign_id)
    with pytest.raises(Problems):
        store.save(SheetText(campaign_id=kept.campaign_id))


def test_a_leaflet_is_a4_and_has_no_second_language_until_it_is_said(store: Store) -> None:
    leaflet = factories.leaflet(store)
    assert (leaflet.paper, leaflet.back_language) == ("A4", "")
    assert leaflet.design in Leaflet.DESIGNS and leaflet.paper in Leaflet.PAPERS
    assert set(Leaflet.DESIGNS) == {"a5-photo", "a5-type", "a5-text", "a6", "dl", "trifold", "booklet"}
