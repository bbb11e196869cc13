"""Guards tell what the records say before printing, each at its field, and only where it is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from organizer.records.campaign import Campaign, Demand
from organizer.records.leaflet import Leaflet
from organizer.records.picket import Picket
from organizer.records.press_release import PressRelease
from organizer.records.prints import LeafletParts, PressReleaseParts, PrintParts
from organizer.sheets.catalogue import draw, sheet_kinds
from organizer.sheets.guards import guard_notes, guarded
from organizer.sheets.imprint import countries, imprint_notes
from organizer.sheets.layouts import MAIL, ONE_PAGE, SHOP
from organizer.sheets.sheet import Note, Place, Sheet
from tests.sheets import jobs

OFFICE = {"name": "Campaign", "imprint_publisher": "Solidarity Office", "imprint_address": "1 Mill Lane, Leeds"}
SHOP_OF = {"imprint_printer": "Example Press", "imprint_printer_address": "3 Yard, Leeds"}


def told(campaign: Campaign, *, shop: bool = False) -> list[tuple[str, str]]:
    return [(note.level, note.sentence) for note in imprint_notes(campaign, shop=shop)]


def imprint(country: str, **fields: Any) -> Campaign:
    return Campaign(**{**OFFICE, **fields}, imprint_country=country)


@pytest.mark.parametrize("country", [*countries(), "FR"])
@pytest.mark.parametrize("shop", [False, True])
def test_who_names_publisher_and_printer_with_addresses_is_told_nothing(country: str, shop: bool) -> None:
    assert told(imprint(country, **SHOP_OF), shop=shop) == []


@pytest.mark.parametrize("country", ["GB", "DE", "AT", "IE", "FR"])
def test_an_address_is_asked_for(country: str) -> None:
    ((level, sentence),) = told(imprint(country, imprint_address=""))
    assert level == "look" and sentence.startswith("The imprint has no address.")


@pytest.mark.parametrize("country", ["CH", "US"])
def test_no_address_is_asked_for_where_no_law_asks(country: str) -> None:
    assert told(imprint(country, imprint_address="")) == []


@pytest.mark.parametrize("country", ["DE", "AT"])
def test_germany_and_austria_ask_who_printed_it(country: str) -> None:
    ((level, sentence),) = told(imprint(country))
    assert level == "look" and "you print this yourselves" in sentence
    ((level, sentence),) = told(imprint(country), shop=True)
    assert level == "stop" and sentence.endswith("Name the print shop and its address at the campaign.")


@pytest.mark.parametrize("country", ["DE", "AT", "GB"])
@pytest.mark.parametrize("shop", [False, True])
def test_a_branch_that_says_it_prints_itself_is_believed(country: str, shop: bool) -> None:
    assert told(imprint(country, imprint_printer=" solidarity  OFFICE"), shop=shop) == []


@pytest.mark.parametrize(("country", "level"), [("GB", "look"), ("IE", "look"), ("CH", None), ("US", None), ("FR", None)])
def test_elsewhere_the_print_shop_is_asked_for_only_where_one_prints(country: str, level: str | None) -> None:
    assert told(imprint(country)) == []
    assert [found for found, _sentence in told(imprint(country), shop=True)] == ([level] if level else [])


@pytest.mark.parametrize(("country", "level"), [("DE", "stop"), ("AT", "stop"), ("GB", "look"), ("US", "look")])
def test_a_printer_without_an_address_is_left_out_and_that_is_told(country: str, level: str) -> None:
    ((found, sentence),) = told(imprint(country, imprint_printer="Example Press"))
    assert found == level and sentence.startswith("The imprint names a printer without an address")


def job(parts: PrintParts | None = None, **more: Any) -> Any:
    return jobs.job("bust-card", parts=parts or jobs.parts(), **more)


def fields(some: Any) -> list[tuple[str, str]]:
    return [(note.level, note.field) for note in guard_notes(some)]


def test_an_imprint_that_lacks_something_is_told_on_public_sheets_alone() -> None:
    nowhere = jobs.parts(campaign=jobs.campaign(address="", country="DE"))
    assert fields(job(nowhere)) == [("look", "imprint")]
    assert fields(job(nowhere, print_class="branch")) == []
    release = PressReleaseParts(PressRelease(), nowhere.campaign)
    assert fields(job(PrintParts(nowhere.campaign, release=release))) == []


@pytest.mark.parametrize(("layout", "levels"), [(ONE_PAGE, []), (MAIL, []), (SHOP, ["look"])])
def test_the_layout_for_print_shops_asks_for_the_shop(layout: Any, levels: list[str]) -> None:
    assert [note.level for note in guard_notes(replace(job(), layout=layout))] == levels


def test_somebodys_home_in_the_imprint_is_told() -> None:
    (note,) = guard_notes(job(jobs.parts(home_in_imprint=True)))
    assert (note.level, note.field) == ("look", "imprint")
    assert note.sentence.startswith("The address in the imprint is the home of somebody")


def leaflet(**more: Any) -> LeafletParts:
    values = {"name": "L", "day": date(2026, 5, 9), "texts": {"en": {"headline": "Free them"}}, **more.pop("values", {})}
    return LeafletParts(Leaflet(**values), jobs.campaign(), **more)


def leaflet_notes(parts: LeafletParts, language: str = "en") -> list[Note]:
    return list(guard_notes(job(PrintParts(parts.campaign, leaflet=parts), language=language)))


OLD = Demand(number=4, edition=1, texts={"en": "Old", "ru": "То же"})
NEW = Demand(number=4, edition=2, since=date(2026, 5, 3), texts={"en": "New", "ru": "То же"})


def test_a_demand_that_was_rewritten_is_told_by_its_place_on_the_leaflet() -> None:
    first = Demand(number=1, texts={"en": "One"})
    parts = leaflet(demands=(first, OLD), standing=(first, NEW))
    (note,) = leaflet_notes(parts)
    assert (note.level, note.field) == ("look", "demands")
    assert note.sentence == (
        "This leaflet carries demand 2 as it was before 3 May 2026. Take the new edition, or print it as it is."
    )
    assert leaflet_notes(parts, "ru") == []


def test_a_demand_that_was_withdrawn_is_told() -> None:
    (note,) = leaflet_notes(leaflet(demands=(OLD,), standing=()))
    assert note.sentence == "Demand 1 was withdrawn. Take it off the leaflet, or print it as it is."


def test_without_a_day_the_change_of_a_demand_is_told_all_the_same() -> None:
    undated = Demand(number=4, edition=2, texts={"en": "New"})
    (note,) = leaflet_notes(leaflet(demands=(OLD,), standing=(undated,)))
    assert note.sentence == "This leaflet carries demand 1 as it was before. Take the new edition, or print it as it is."


def test_the_editions_that_stand_are_told_nothing_of_nor_those_nobody_asked_for() -> None:
    assert leaflet_notes(leaflet(demands=(NEW,), standing=(NEW,))) == []
    assert leaflet_notes(leaflet(demands=(OLD,), standing=None)) == []


@pytest.mark.parametrize(
    ("picket", "sentence"),
    [
        (Picket(day=date(2026, 5, 9)), None),
        (Picket(day=None), None),
        (Picket(day=date(2026, 5, 10)), "The picket is on 10 May 2026 now, the leaflet says 9 May 2026. Take the new day, or"),
        (Picket(day=date(2026, 5, 10), state="cancelled"), "The picket was cancelled, and the leaflet still calls to it."),
    ],
)
def test_a_call_to_a_picket_that_moved_or_was_called_off_is_told(picket: Picket, sentence: str | None) -> None:
    notes = leaflet_notes(leaflet(picket=picket))
    assert [(note.level, note.field) for note in notes] == ([("look", "day")] if sentence else [])
    assert all(note.sentence.startswith(sentence or "") for note in notes)


@pytest.mark.parametrize(("faces", "stopped"), [("", True), ("none", False), ("covered", False), ("agreed", False)])
def test_a_photo_enters_a_public_sheet_once_somebody_looked_for_faces(faces: str, stopped: bool) -> None:
    notes = leaflet_notes(leaflet(photo=b"pixels", photo_faces=faces))
    assert [(note.level, note.field) for note in notes] == ([("stop", "photo")] if stopped else [])
    inside = leaflet(photo=b"pixels", photo_faces=faces, values={"print_class": "branch"})
    assert leaflet_notes(inside) == [] and leaflet_notes(leaflet()) == []


def test_what_is_told_stands_where_the_sheet_placed_its_field_and_the_gravest_first() -> None:
    place = Place(1, 10, 190, 128, 5)
    own = (Note("look", "headline", "Long."), Note("good", "imprint", "Printed.", place), Note("good", "", "Signs."))
    sheet = guarded(Sheet(b"", own, 1, (148, 210)), [Note("look", "imprint", "No address."), Note("stop", "photo", "Faces.")])
    assert [(note.level, note.field, note.place) for note in sheet.notes] == [
        ("stop", "photo", None),
        ("look", "headline", None),
        ("look", "imprint", place),
        ("good", "", None),
    ]
    assert sheet.stopped


def test_where_a_sheet_is_stopped_at_a_field_no_more_is_told_of_it() -> None:
    own = (Note("stop", "imprint", "There is no imprint."),)
    sheet = guarded(Sheet(b"", own, 1, (148, 210)), [Note("look", "imprint", "No address."), Note("look", "day", "Moved.")])
    assert [note.sentence for note in sheet.notes] == ["There is no imprint.", "Moved."]


def test_every_sheet_that_is_drawn_brings_its_guards() -> None:
    some = job(jobs.parts(home_in_imprint=True), answers={"rights": "Say nothing."})
    assert [note.field for note in draw(sheet_kinds()["bust-card"], some).notes if note.level == "look"] == ["imprint"]
