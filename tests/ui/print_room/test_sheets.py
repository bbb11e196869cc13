"""The sheets of the print room: found and chosen by keyboard, filled in beside their live page, kept, printed, logged."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer.actions.print_room import kept_answers
from organizer.records.picket import Picket
from organizer.records.print_run import PrintRun
from organizer.sheets.catalogue import sheet_kinds, sheets_for
from organizer.ui import file_dialogs
from organizer.ui.form_head import FormHead
from organizer.ui.print_room.page import PrintRoomPage
from organizer.ui.print_room.sheet_editor import SheetEditor
from organizer.ui.session import Session
from tests import factories
from tests.ui.print_room.conftest import Branch, OpenWindow, Settled, words_on

Settle = Callable[[], None]


def field(editor: SheetEditor, key: str) -> Any:
    return editor.sheet_form.answers[key].editor


def write(qtbot: QtBot, editor: SheetEditor, key: str, words: str) -> None:
    edit = field(editor, key)
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, words)


def test_every_sheet_stands_in_the_list_under_its_group(room: PrintRoomPage) -> None:
    assert room.sheets.chooser.list.keys() == list(sheet_kinds())


def test_the_first_sheet_that_something_can_be_printed_for_is_shown_at_once_with_the_usual_words(
    room: PrintRoomPage, editor: SheetEditor, settled: Settled
) -> None:
    settled()
    there = ("campaign", "picket")
    assert editor.order is not None and editor.subject is not None
    assert editor.order.kind.key == next(key for key, kind in sheet_kinds().items() if kind.subject in there)
    assert editor.viewer.sheet() is not None


def test_a_search_leaves_what_has_its_words_and_enter_goes_on_to_it(room: PrintRoomPage, qtbot: QtBot, settled: Settled) -> None:
    chooser = room.sheets.chooser
    room.go_to_search()
    qtbot.keyClicks(chooser.search, "bust")
    assert chooser.list.keys() == ["bust-card"]
    qtbot.keyClick(chooser.search, Qt.Key.Key_Return)
    assert chooser.list.hasFocus() and chooser.list.key() == "bust-card"
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    assert room.sheets.editor.sheet_form.answers["title"].editor.hasFocus()
    qtbot.keyClick(room.sheets.editor.sheet_form.answers["title"].editor, Qt.Key.Key_Escape)
    assert chooser.list.hasFocus()


def test_a_search_without_hits_says_so(room: PrintRoomPage, qtbot: QtBot) -> None:
    chooser = room.sheets.chooser
    room.go_to_search()
    qtbot.keyClicks(chooser.search, "zzzz")
    assert not chooser.list.isVisible()
    qtbot.keyClick(chooser.search, Qt.Key.Key_Escape)
    assert chooser.list.keys() == list(sheet_kinds())


def test_arrow_keys_pass_over_headings_and_open_sheet_after_sheet(room: PrintRoomPage, editor: SheetEditor, qtbot: QtBot) -> None:
    sheets = room.sheets.chooser.list
    sheets.setFocus()
    qtbot.keyClick(sheets, Qt.Key.Key_Home)
    seen = []
    for _sheet in sheet_kinds():
        assert editor.order is not None
        seen.append(editor.order.kind.key)
        qtbot.keyClick(sheets, Qt.Key.Key_Down)
    assert seen == list(sheet_kinds())
    qtbot.keyClick(sheets, Qt.Key.Key_End)
    assert sheets.key() == list(sheet_kinds())[-1]


def test_what_is_typed_stands_on_the_page(card: SheetEditor, settled: Settled, qtbot: QtBot) -> None:
    assert "Anna Example" in words_on(card)
    write(qtbot, card, "rights", "You may keep silent.")
    settled()
    assert "You may keep silent." in words_on(card)


def test_what_stops_printing_is_said_at_its_field_and_below_the_page(card: SheetEditor) -> None:
    assert any(note.level == "stop" for note in card.viewer.notes.notes())
    place = card.sheet_form.answers["rights"].place
    assert place.problem is not None and place.problem.accessibleName().startswith("There are no rights")


def test_words_are_kept_for_the_campaign_and_one_undo_takes_them_back(
    card: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    write(qtbot, card, "rights", "You may keep silent.")
    assert card.own is not None and card.own.is_dirty()
    assert card.save() and not card.own.is_dirty()
    assert kept_answers(branch.store, branch.campaign.id, "bust-card") == {"en": {"rights": "You may keep silent."}}
    branch.store.undo()
    qtbot.waitUntil(lambda: not field(card, "rights").toPlainText())
    settled()
    assert kept_answers(branch.store, branch.campaign.id, "bust-card") == {}


def test_usual_words_are_not_kept_and_follow_the_records(
    card: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    before = field(card, "phones").toPlainText()
    write(qtbot, card, "phones", "Lawyer: 1")
    write(qtbot, card, "phones", before)
    assert card.own is not None and not card.own.is_dirty()
    campaign = branch.store.get(type(branch.campaign), branch.campaign.id)
    campaign.contact_phone = "+44 113 496 0999"
    branch.store.save(campaign)
    qtbot.waitUntil(lambda: "0999" in field(card, "phones").toPlainText())
    settled()
    assert "0999" in words_on(card)


def test_what_is_not_saved_comes_back_as_a_draft(room: PrintRoomPage, card: SheetEditor, settled: Settled, qtbot: QtBot) -> None:
    write(qtbot, card, "rights", "Half a sentence")
    room.sheets.open_sheet("placard")
    settled()
    room.sheets.open_sheet("bust-card")
    settled()
    assert field(card, "rights").toPlainText() == "Half a sentence"
    assert card.sheet_form.foot.save.isEnabled()
    card.discard()
    settled()
    assert field(card, "rights").toPlainText() == "" and not card.sheet_form.foot.save.isEnabled()


def test_another_language_has_words_of_its_own(card: SheetEditor, settled: Settled, qtbot: QtBot) -> None:
    write(qtbot, card, "title", "Stopped?")
    spoken = card.sheet_form.spoken
    assert spoken is not None
    spoken.first.set_value("ar")
    spoken.changed.emit()
    settled()
    title = field(card, "title")
    assert title.text() not in ("", "Stopped?") and title.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert card.order is not None and card.order.language == "ar"
    assert card.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_sheet_in_two_languages_asks_in_both(room: PrintRoomPage, editor: SheetEditor, settled: Settled, qtbot: QtBot) -> None:
    key = next(kind.key for kind in sheet_kinds().values() if kind.two_languages and kind.subject == "campaign")
    room.sheets.show_sheet(key, None)
    settled()
    spoken = editor.sheet_form.spoken
    assert spoken is not None
    spoken.second.set_value("ru")
    spoken.changed.emit()
    settled()
    switch = editor.sheet_form.switch
    assert editor.order is not None and editor.order.second == "ru" and switch is not None
    asked = next(each for each in editor.order.kind.asked if each.translated and each.kind in ("line", "text"))
    switch.set_value("ru")
    switch.chosen.emit("ru")
    write(qtbot, editor, asked.key, "Po-russki")
    assert editor.own is not None and editor.own.written["ru"] == {asked.key: "Po-russki"}
    settled()


def test_size_and_layout_are_those_of_the_page(card: SheetEditor, settled: Settled) -> None:
    how = card.sheet_form.how
    assert how is not None
    how.format.set_value("quarter-letter")
    how.format.chosen.emit("quarter-letter")
    how.layouts.set_value("four-on-letter")
    how.layouts.chosen.emit("four-on-letter")
    settled()
    size = card.viewer.preview.size_mm()
    assert size is not None and [round(length) for length in size] == [216, 279]
    assert list(card.room_head.file_actions) == ["one-page", "four-on-letter", "print-shop", "mail"]


def test_who_may_see_it_stands_on_the_page_and_over_it(card: SheetEditor, settled: Settled) -> None:
    how = card.sheet_form.how
    assert how is not None
    how.seen_by.set_value("confidential")
    how.seen_by.chosen.emit("confidential")
    settled()
    assert "CONFIDENTIAL" in words_on(card)
    assert card.room_head.badge.accessibleName() == "Confidential"


def test_an_answer_that_cannot_be_read_is_not_kept(
    room: PrintRoomPage, editor: SheetEditor, settled: Settled, qtbot: QtBot
) -> None:
    kind = next(
        kind
        for kind in sheet_kinds().values()
        if kind.subject == "campaign" and any(asked.kind == "number" for asked in kind.asked)
    )
    room.sheets.show_sheet(kind.key, None)
    settled()
    key = next(asked.key for asked in kind.asked if asked.kind == "number")
    write(qtbot, editor, key, "many")
    assert not editor.save()
    assert editor.sheet_form.answers[key].place.problem is not None
    assert field(editor, key).hasFocus()


@pytest.mark.parametrize("layout", ["one-page", "four-on-a4", "print-shop", "mail"])
def test_any_layout_is_saved_as_a_file_and_the_run_is_logged_with_one_press(
    card: SheetEditor,
    branch: Branch,
    settle: Settle,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    layout: str,
) -> None:
    write(qtbot, card, "rights", "You may keep silent.")
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _filter: str) -> Path:
        asked.append(name)
        return tmp_path / name

    monkeypatch.setattr(file_dialogs, "ask_save", answer)
    card.room_head.file_actions[layout].trigger()
    qtbot.waitUntil(lambda: card.to_paper.bar.isVisible(), timeout=10_000)
    assert asked == [f"bust-card-en-{layout}.pdf"] and (tmp_path / asked[0]).read_bytes().startswith(b"%PDF")
    card.to_paper.bar.count.setText("40")
    qtbot.keyClick(card.to_paper.bar.count, Qt.Key.Key_Return)
    run = branch.store.first(select(PrintRun))
    assert run is not None and (run.sheet, run.printed, run.left, run.language) == ("bust-card", 40, 40, "en")
    assert branch.said[-1] == "40 copies of “Bust card” logged." and not card.to_paper.bar.isVisible()
    branch.store.undo()
    assert branch.store.first(select(PrintRun)) is None


def test_a_sheet_that_is_stopped_is_not_saved_and_the_reason_is_said(card: SheetEditor, branch: Branch, settle: Settle) -> None:
    card.save_pdf("one-page")
    settle()
    assert branch.failed[0].message == "This is not printed yet." and not card.to_paper.bar.isVisible()


def test_copies_count_what_stands_on_a_sheet_of_paper(card: SheetEditor) -> None:
    how = card.sheet_form.how
    assert how is not None
    how.copies.setText("25")
    how.layouts.set_value("four-on-a4")
    how.changed.emit()
    card.to_paper.ask()
    assert card.to_paper.bar.copies() == 100
    assert card.to_paper.bar.log.words() == "Log 100 copies"


def test_a_narrow_window_shows_list_or_editor(room: PrintRoomPage, settled: Settled) -> None:
    room.window().resize(880, 640)
    QApplication.processEvents()
    assert room.sheets.chooser.isVisible() and not room.sheets.editor.isVisible()
    room.sheets.show_sheet("bust-card", None)
    assert not room.sheets.chooser.isVisible() and room.sheets.editor.isVisible()
    settled()
    room.sheets.back()
    assert room.sheets.chooser.isVisible() and room.sheets.chooser.list.hasFocus()


def test_screen_readers_hear_the_name_and_the_use_of_a_sheet(room: PrintRoomPage) -> None:
    sheets = room.sheets.chooser.list
    heard = QAccessible.queryAccessibleInterface(sheets)
    texts = [heard.child(at).text(QAccessible.Text.Name) for at in range(heard.childCount())]
    assert any(words.startswith("Bust card, Rights and phone numbers") for words in texts)


def test_a_picket_opens_its_sheets_from_its_print_menu(
    branch: Branch, open_window: OpenWindow, settle: Settle, qtbot: QtBot
) -> None:
    window = open_window("campaigns")
    window.page().open_record(branch.campaign.id)
    settle()
    head = window.page().findChild(FormHead)
    assert head is not None and head.print_button is not None
    menu = head.print_button.findChild(QMenu)
    assert menu is not None
    menu.aboutToShow.emit()
    named = {action.text(): action for action in menu.actions() if action.text()}
    assert list(named) == [kind.title() for kind in sheets_for("campaign")]
    named["Bust card"].trigger()
    page = window.page()
    assert isinstance(page, PrintRoomPage)
    qtbot.waitUntil(lambda: page.sheets.editor.order is not None, timeout=10_000)
    order = page.sheets.editor.order
    assert order is not None and order.kind.key == "bust-card"
    assert isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit)
    settle()


def test_a_numbered_set_is_logged_with_its_numbers(
    room: PrintRoomPage, editor: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    room.sheets.show_sheet("petition-sheet", None)
    settled()
    write(qtbot, editor, "first", "41")
    write(qtbot, editor, "sheets", "5")
    settled()
    editor.to_paper.ask()
    assert editor.to_paper.bar.copies() == 5
    editor.to_paper.bar.log.click()
    run = branch.store.first(select(PrintRun))
    assert run is not None and (run.first_number, run.last_number, run.printed) == (41, 45, 5)


def test_a_sheet_of_a_picket_is_printed_for_the_next_one_and_for_any_other(
    room: PrintRoomPage, editor: SheetEditor, branch: Branch, settled: Settled, qtbot: QtBot
) -> None:
    kind = sheets_for("picket")[0]
    other = factories.picket(
        branch.store, campaign_id=branch.campaign.id, day=date(2011, 1, 2), state="held", occasion="Hunger march"
    )
    room.sheets.show_sheet(kind.key, None)
    settled()
    assert editor.subject is not None and editor.subject.uid == branch.picket.uid
    field_ = editor.sheet_form.subject
    assert field_ is not None and field_.edit.hasFocus()
    field_.edit.selectAll()
    qtbot.keyClicks(field_.edit, "Hunger")
    qtbot.waitUntil(lambda: bool(field_.edit.offers()))
    qtbot.keyClick(field_.edit, Qt.Key.Key_Return)
    settled()
    assert editor.subject is not None and editor.subject.uid == other.uid


def test_without_a_picket_the_form_says_what_to_do(
    open_window: OpenWindow, session: Session, qtbot: QtBot, settle: Settle
) -> None:
    page = open_window("print_room", 1500, 800).page()
    assert isinstance(page, PrintRoomPage)
    qtbot.waitUntil(lambda: page.sheets.editor.order is not None, timeout=10_000)
    page.sheets.show_sheet(sheets_for("picket")[0].key, None)
    settle()
    form = page.sheets.editor.sheet_form
    assert form.subject is not None and form.subject.field.problem is not None
    assert form.subject.field.problem.accessibleName().startswith("There is no picket to print for yet.")
    assert page.sheets.editor.viewer.sheet() is None
    page.print_it()
    settle()


def test_a_picket_that_goes_from_the_file_gives_way_to_another(
    room: PrintRoomPage, editor: SheetEditor, branch: Branch, settled: Settled, settle: Settle
) -> None:
    other = factories.picket(branch.store, campaign_id=branch.campaign.id, day=date(2011, 1, 2), state="held")
    room.sheets.show_sheet(sheets_for("picket")[0].key, branch.picket)
    settled()
    branch.store.delete(branch.store.get(Picket, branch.picket.id))
    settle()
    assert editor.subject is not None and editor.subject.uid == other.uid
    branch.store.delete(branch.store.get(Picket, other.id))
    settle()
    assert editor.subject is None and not branch.failed
