"""Every kind's screen fits its records: what the data names is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from organizer.store.store import Store
from organizer.ui.form_body import FormBody
from organizer.ui.kind import Kind
from organizer.ui.kinds import KINDS
from organizer.ui.look.cells import Cell
from organizer.ui.look.marks import STATES
from organizer.ui.pages import place_of
from organizer.ui.session import Session
from tests import factories

NAMES = [kind.record.KIND for kind in KINDS]


def some(store: Store, kind: Kind) -> object:
    return getattr(factories, kind.record.KIND)(store)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_columns_sort_by_orders_that_the_records_have(kind: Kind) -> None:
    listing = kind.record.listing()
    assert {column.sort for column in kind.columns if column.sort} <= set(listing.sorts)
    assert any(column.sort == listing.default_sort for column in kind.columns)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_chips_filter_by_what_the_records_can_be_filtered_by(kind: Kind, session: Session, file: Store) -> None:
    some(file, kind)
    names = set(kind.record.listing().filters)
    for chip in kind.chips:
        offered = chip.choices(session, kind.record) if chip.choices else []
        used = {name for choice in offered for name, _value in choice.filters} | {name for name, _value in chip.filters}
        assert used <= names, chip.words
    assert not kind.in_campaign or "campaign" in names


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_one_column_takes_what_is_left(kind: Kind) -> None:
    assert [column.stretch for column in kind.columns].count(True) == 1


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_record_with_nothing_in_it_can_be_shown_everywhere(kind: Kind, session: Session) -> None:
    record = kind.new(session)
    assert all(isinstance(column.cell(record), Cell) for column in kind.columns)
    kept = {column.key for column in kind.record.__mapper__.column_attrs}
    assert FormBody(session, kind).controls.keys() <= (kept | {"tags"} if hasattr(kind.record, "tags") else kept)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_form_gives_back_what_it_was_shown(kind: Kind, session: Session, file: Store) -> None:
    record = some(file, kind)
    body = FormBody(session, kind)
    body.show_record(record)
    before = {name: getattr(record, name) for name in body.controls}
    assert body.changed() == {} and body.take(record) == []
    assert {name: getattr(record, name) for name in body.controls} == before


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_draft_brings_back_every_field(kind: Kind, session: Session, file: Store) -> None:
    record = some(file, kind)
    body, other = FormBody(session, kind), FormBody(session, kind)
    body.show_record(record)
    other.show_record(kind.new(session))
    other.restore(body.raws())
    assert other.raws() == body.raws()


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_the_head_of_a_form_knows_how_its_state_looks(kind: Kind, session: Session, file: Store) -> None:
    record = some(file, kind)
    states = list(getattr(kind.record, "STATES", {"": ""}))
    for state in states:
        if state:
            record.state = state
        head = kind.head(record)
        assert head.title and (not head.state or head.state in STATES)
        assert all(not column.cell(record).state or column.cell(record).state in STATES for column in kind.columns)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_every_kind_has_a_place_in_the_side_bar(kind: Kind) -> None:
    assert place_of(kind.record.KIND)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_a_code_that_a_later_version_wrote_is_kept(kind: Kind, session: Session, file: Store) -> None:
    record = some(file, kind)
    coded = [name for group in kind.groups for row in group.rows for field in row if field.words for name in [field.attribute]]
    body = FormBody(session, kind)
    for name in coded:
        setattr(record, name, "ZZZ")
    body.show_record(record)
    body.take(record)
    kept = {name: getattr(record, name) for name in coded}
    assert set(kept.values()) <= {"ZZZ"}


def test_right_to_left_words_in_a_field_of_a_left_to_right_window_read_from_their_own_side(session: Session) -> None:
    body = FormBody(session, KINDS[0])
    line = body.controls["occasion"].editor
    line.setText("الحرية للمحامي")
    assert line.isRightToLeft() or line.layoutDirection() == Qt.LayoutDirection.LeftToRight
