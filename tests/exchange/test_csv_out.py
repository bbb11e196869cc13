"""What goes out can come back in: here it is known, elsewhere it is the same list again."""

import csv
import io
import json
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from organizer.exchange.columns import LISTED
from organizer.exchange.csv_out import to_csv, to_json
from organizer.exchange.sheet_kinds import SHEET_KINDS
from organizer.exchange.sheets_in import preview, take_in
from organizer.records.base import Record
from organizer.records.letter import Letter
from organizer.store.listing import ListQuery
from organizer.store.opening import create_file
from organizer.store.store import Store
from tests import factories
from tests.exchange.sheets import DONATIONS, LETTERS, PICKETS, TARGETS

IN_ORDER = ("targets", "organisations", "pickets", "letters", "donations")
"""A target that a letter names by its office alone is found best when the targets are there."""


def listed(store: Store, kind: str) -> list[Record]:
    return store.listing(ListQuery(LISTED[kind])).records(0, 10_000)


def bring(store: Store, kind: str, path: Path) -> tuple[int, int]:
    result = take_in(store, preview(store, kind, path), skip_bad=True)
    return result.rows_new, result.rows_amended


@pytest.fixture
def full(store: Store) -> Store:
    for kind, path in (("targets", TARGETS), ("pickets", PICKETS), ("letters", LETTERS), ("donations", DONATIONS)):
        bring(store, kind, path)
    factories.picket(
        store,
        occasion='=SUM(A1) "quoted"; <b>',
        notes="two\nlines",
        ends=time(19),
        people_low=4,
        people_high=9,
        people_about=True,
    )
    factories.letter(store, day=date(2012, 3, 1), day_precision="month", evidence="estimated", reply="pledge")
    factories.donation(store, currency="JPY", amount_minor=500, state="voided", void_reason="bounced", giver="+44 Club")
    return store


def test_every_list_comes_back_as_known_here_and_as_the_same_list_in_another_file(full: Store, tmp_path: Path) -> None:
    other = create_file(tmp_path / "other.organizer", None)
    for kind in IN_ORDER:
        path = tmp_path / f"{kind}.csv"
        path.write_bytes(to_csv(kind, listed(full, kind)))
        assert bring(full, kind, path) == (0, 0)
        assert bring(other, kind, path)[0] == len(listed(full, kind))
        assert sorted(to_csv(kind, listed(other, kind)).splitlines()) == sorted(path.read_bytes().splitlines())
    other.close(back_up=False)


def test_a_line_that_was_copied_and_changed_in_the_spreadsheet_is_a_new_row(store: Store, tmp_path: Path) -> None:
    factories.picket(store, occasion="First")
    head, row = to_csv("pickets", listed(store, "pickets")).decode().splitlines()
    path = tmp_path / "pickets.csv"
    path.write_text("\n".join((head, row, row.replace("2012-12-16", "2012-12-23"))), encoding="utf-8")
    assert bring(store, "pickets", path) == (1, 0)


def test_rows_come_back_into_the_campaign_they_came_from(store: Store, tmp_path: Path) -> None:
    for name in ("Kazakhstan", "Another"):
        campaign = factories.campaign(store, name=name)
        factories.letter(store, campaign_id=campaign.id)
    path = tmp_path / "letters.csv"
    path.write_bytes(to_csv("letters", listed(store, "letters")))
    other = create_file(tmp_path / "other.organizer", None)
    assert bring(other, "letters", path) == (2, 0)
    assert {letter.campaign.name for letter in other.records(select(Letter)) if letter.campaign} == {"Kazakhstan", "Another"}
    other.close(back_up=False)


def test_namesakes_stay_apart_when_their_own_list_comes_back(store: Store, tmp_path: Path) -> None:
    factories.organisation(store, name="Dockers", email="one@example.org")
    factories.organisation(store, name="Dockers")
    path = tmp_path / "organisations.csv"
    path.write_bytes(to_csv("organisations", listed(store, "organisations")))
    assert bring(store, "organisations", path) == (0, 0)


def test_who_gave_without_a_name_goes_out_without_one(store: Store) -> None:
    factories.donation(store, giver="")
    (gift,) = json.loads(to_json("donations", listed(store, "donations")))
    assert gift["giver"] is None


def test_no_cell_goes_out_as_a_formula(store: Store) -> None:
    factories.organisation(store, name="=HYPERLINK(1)", phone="+44 20", notes="@all")
    rows = list(csv.reader(io.StringIO(to_csv("organisations", listed(store, "organisations")).decode("utf-8-sig"), newline="")))
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell]


@pytest.mark.parametrize("kind", list(LISTED))
def test_every_kind_lists_itself_with_its_uid_last(store: Store, kind: str) -> None:
    makers = {LISTED[name]: name for name in LISTED}
    for maker in ("picket", "letter", "donation", "person", "demand", "press_release", "leaflet", "fund", "site"):
        getattr(factories, maker)(store)
    assert set(makers) == set(LISTED.values())
    records = listed(store, kind)
    rows = json.loads(to_json(kind, records))
    assert [row["uid"] for row in rows] == [record.uid for record in records] and rows
    assert to_csv(kind, records).decode("utf-8-sig").splitlines()[0].endswith("uid")


def test_json_keeps_codes_and_types(store: Store) -> None:
    factories.letter(store, quantity=5, channel="web", members=120)
    (letter,) = json.loads(to_json("letters", listed(store, "letters")))
    assert (letter["day"], letter["quantity"], letter["channel"], letter["copy"]) == ("2012-08-15", 5, "web", "reported")
    assert (letter["members"], letter["repeated"], letter["city"]) == (120, False, None)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(notes=st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=60))
def test_any_words_come_back_as_they_went_out_but_for_blanks_at_their_ends(store: Store, tmp_path: Path, notes: str) -> None:
    saved = factories.organisation(store, name="Branch", notes=notes)
    path = tmp_path / "out.csv"
    path.write_bytes(to_csv("organisations", [saved]))
    other = create_file(tmp_path / f"{saved.uid}.organizer", None)
    bring(other, "organisations", path)
    (back,) = listed(other, "organisations")
    other.close(back_up=False)
    assert getattr(back, "notes").strip() == notes.strip()  # noqa: B009


def test_the_kinds_that_come_in_are_among_those_that_go_out() -> None:
    assert set(SHEET_KINDS) <= set(LISTED)
