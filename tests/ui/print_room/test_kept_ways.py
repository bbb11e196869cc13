"""What a sheet remembers from one print to the next, and what is of one print alone; who may see what is printed."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer.actions.print_room import kept_for
from organizer.records.print_run import PrintRun
from organizer.ui.print_room.how import How
from organizer.ui.print_room.page import PrintRoomPage
from organizer.ui.print_room.sheet_editor import SheetEditor
from tests.ui.print_room.conftest import Branch, Settled, words_on


def pick(choice: Any, code: str) -> None:
    """Choose as a person does."""
    choice.set_value(code)
    choice.chosen.emit(code)


def how_of(editor: SheetEditor) -> How:
    assert editor.sheet_form.how is not None
    return editor.sheet_form.how


@pytest.fixture
def petition(room: PrintRoomPage, editor: SheetEditor, settled: Settled) -> SheetEditor:
    room.sheets.show_sheet("petition-sheet", None)
    settled()
    return editor


@pytest.fixture
def sign_in(room: PrintRoomPage, editor: SheetEditor, settled: Settled) -> SheetEditor:
    room.sheets.show_sheet("sign-in-sheet", None)
    settled()
    return editor


def number(editor: SheetEditor) -> str:
    return str(editor.sheet_form.answers["first"].words())


def test_size_layout_copies_and_colours_are_kept_with_the_words_and_undone_in_one_step(
    room: PrintRoomPage, card: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    how = how_of(card)
    pick(how.format, "quarter-letter")
    pick(how.layouts, "four-on-letter")
    how.large.click()
    how.copies.selectAll()
    qtbot.keyClicks(how.copies, "50")
    card.sheet_form.answers["rights"].editor.setPlainText("You may keep silent.")
    assert card.sheet_form.foot.save.isEnabled() and card.save()
    words, way = kept_for(branch.store, branch.campaign.id, "bust-card")
    assert way == {"format": "quarter-letter", "layout": "four-on-letter", "large": "yes", "copies": "50"}
    assert words == {"en": {"rights": "You may keep silent."}}
    room.sheets.open_sheet("placard")
    room.sheets.open_sheet("bust-card")
    again = how_of(card)
    assert (again.format.value(), again.layouts.value(), again.copies.text()) == ("quarter-letter", "four-on-letter", "50")
    assert again.large.isChecked()
    branch.store.undo()
    assert kept_for(branch.store, branch.campaign.id, "bust-card") == ({}, {})
    qtbot.waitUntil(lambda: how_of(card).copies.text() == "1")
    assert card.order is not None and card.order.format == "" and not how_of(card).large.isChecked()
    settled()


def test_another_size_is_not_kept_before_somebody_saves(card: SheetEditor, branch: Branch, settled: Settled) -> None:
    pick(how_of(card).format, "quarter-letter")
    assert card.sheet_form.foot.save.isEnabled()
    card.discard()
    assert how_of(card).format.value() == "a6" and not card.sheet_form.foot.save.isEnabled()
    assert kept_for(branch.store, branch.campaign.id, "bust-card") == ({}, {})
    settled()


def test_a_number_of_copies_that_is_none_is_said_at_its_field_and_nothing_is_kept(
    card: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    how = how_of(card)
    how.copies.selectAll()
    qtbot.keyClicks(how.copies, "0")
    assert how.fault() and not card.save()
    assert how.copies.hasFocus()
    how.copies.selectAll()
    qtbot.keyClicks(how.copies, "20")
    assert not how.fault() and card.save()
    assert kept_for(branch.store, branch.campaign.id, "bust-card")[1] == {"copies": "20"}
    settled()


def test_numbered_sheets_go_on_where_the_last_ones_ended(
    petition: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    assert number(petition) == "1"
    petition.to_paper.ask()
    assert petition.to_paper.bar.copies() == 10
    petition.to_paper.bar.log.click()
    qtbot.waitUntil(lambda: number(petition) == "11")
    settled()
    run = branch.store.first(select(PrintRun))
    assert run is not None and (run.first_number, run.last_number, run.printed) == (1, 10, 10)
    branch.store.undo()
    qtbot.waitUntil(lambda: number(petition) == "1")
    settled()


def test_a_number_of_ones_own_is_of_one_print_alone(
    petition: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    first = petition.sheet_form.answers["first"].editor
    first.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(first, "101")
    settled()
    assert not petition.sheet_form.foot.save.isEnabled()
    petition.to_paper.ask()
    petition.to_paper.bar.count.setText("7")
    petition.to_paper.bar.log.click()
    qtbot.waitUntil(lambda: number(petition) == "108")
    settled()
    run = branch.store.first(select(PrintRun))
    assert run is not None and (run.first_number, run.last_number) == (101, 107)
    first.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(first, "105")
    settled()
    sheet = petition.viewer.sheet()
    assert sheet is not None
    assert any(note.field == "first" and "108" in note.sentence for note in sheet.notes)


def test_a_sign_in_sheet_says_everywhere_who_may_see_it(sign_in: SheetEditor, branch: Branch, settled: Settled) -> None:
    how = how_of(sign_in)
    assert sign_in.room_head.badge.accessibleName() == "Confidential" and how.seen_by.value() == "confidential"
    assert how.seen_by.count() == 1 and "CONFIDENTIAL" in words_on(sign_in)
    pick(sign_in.sheet_form.answers["names"].editor, "count")
    settled()
    assert sign_in.room_head.badge.accessibleName() == "Branch" and how.seen_by.value() == "branch"
    assert "BRANCH" in words_on(sign_in)
    pick(how.seen_by, "confidential")
    settled()
    assert "CONFIDENTIAL" in words_on(sign_in)
    sign_in.to_paper.log(3)
    run = branch.store.first(select(PrintRun))
    assert run is not None and run.print_class == "confidential"


def test_what_is_asked_of_a_count_alone_is_hidden_while_names_are_wanted(sign_in: SheetEditor, settled: Settled) -> None:
    groups = sign_in.sheet_form.answers["groups"].place
    assert groups.isHidden()
    pick(sign_in.sheet_form.answers["names"].editor, "count")
    assert not groups.isHidden()
    settled()


def test_the_word_over_the_sheet_follows_the_one_below_it(card: SheetEditor, settled: Settled, qtbot: QtBot) -> None:
    how = how_of(card)
    how.seen_by.setFocus()
    qtbot.keyClick(how.seen_by, Qt.Key.Key_End)
    assert card.room_head.badge.accessibleName() == "Confidential"
    settled()


def test_with_the_campaign_undone_no_sheet_of_it_stays_in_view(
    room: PrintRoomPage, card: SheetEditor, branch: Branch, qtbot: QtBot
) -> None:
    while branch.session.campaign is not None:
        branch.store.undo()
    qtbot.waitUntil(lambda: not card.isVisible())
    assert room.sheets.chooser.isVisible() and not branch.failed
    while branch.store.redo() is not None:
        pass
    qtbot.waitUntil(card.isVisible)
    qtbot.waitUntil(lambda: not card.is_behind(), timeout=10_000)


def test_what_is_said_below_the_field_in_hand_is_in_view(
    petition: SheetEditor, room: PrintRoomPage, settled: Settled, qtbot: QtBot
) -> None:
    answer = petition.sheet_form.answers["months"]
    answer.editor.setFocus()
    answer.editor.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(answer.editor, "999")
    assert not petition.save()
    settled()
    problem = answer.place.problem
    assert problem is not None and "from 1 to 120" in problem.accessibleName()
    qtbot.waitUntil(lambda: problem.visibleRegion().boundingRect().height() == problem.height())
