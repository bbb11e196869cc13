"""What was printed so far: how much is left and where, and which of it is out of date."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer.actions.demands import revise
from organizer.actions.print_runs import begin_print_run
from organizer.actions.waiting import waiting
from organizer.records.print_run import PrintRun
from organizer.ui.links import LinkControl
from organizer.ui.look.text import Text
from organizer.ui.look.theme import Theme
from organizer.ui.palette import Palette
from organizer.ui.print_room.hand_out import HandOutSheet
from organizer.ui.print_room.page import RUNS, PrintRoomPage
from organizer.ui.print_room.runs_screen import RunsScreen
from tests.ui.conftest import TODAY
from tests.ui.print_room.conftest import PATIENCE_MS, Branch, OpenWindow

Settle = Callable[[], None]


@pytest.fixture
def run(branch: Branch) -> PrintRun:
    made = begin_print_run(
        branch.store, branch.campaign, "petition-sheet", printed=400, needs=frozenset({"demands"}), today=TODAY
    )
    made.kept_at = "Office, second shelf"
    return branch.store.save(made)


@pytest.fixture
def runs(run: PrintRun, room: PrintRoomPage, settle: Settle) -> RunsScreen:
    room.show_screen(RUNS)
    settle()
    assert isinstance(room.runs, RunsScreen)
    return room.runs


def test_a_run_stands_in_the_list_with_what_is_left_and_where(runs: RunsScreen) -> None:
    model = runs.list.model
    said = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert model.rowCount() == 1
    assert "400" in " ".join(said) and "Office, second shelf" in " ".join(said)
    assert runs.form.record is not None and runs.form.record.left == 400


def test_what_was_handed_out_is_written_down_in_one_step(runs: RunsScreen, branch: Branch, qtbot: QtBot) -> None:
    edit = runs.form.body.controls["handed_out"].editor
    edit.setFocus()
    edit.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(edit, "150")
    assert runs.form.save()
    saved = branch.store.first(select(PrintRun))
    assert saved is not None and (saved.handed_out, saved.left) == (150, 250)
    branch.store.undo()
    again = branch.store.first(select(PrintRun))
    assert again is not None and again.left == 400


def test_more_than_was_printed_is_not_handed_out(runs: RunsScreen, qtbot: QtBot) -> None:
    edit = runs.form.body.controls["handed_out"].editor
    edit.selectAll()  # type: ignore[attr-defined]
    qtbot.keyClicks(edit, "500")
    assert not runs.form.save()
    assert any("More copies were handed out" in sentence for sentence in runs.form.body.problems_shown())


def test_stock_with_an_older_demand_is_told_above_the_list_until_it_is_handed_out(
    runs: RunsScreen, run: PrintRun, branch: Branch, qtbot: QtBot
) -> None:
    assert not runs.stale.isVisible()
    revise(branch.store, branch.demand, {"en": "Reinstate every worker, with back pay."}, TODAY)
    qtbot.waitUntil(runs.stale.isVisible, timeout=PATIENCE_MS)
    assert runs.stale.title.text() == "This stock is out of date."
    runs.stale.buttons[0].click()
    assert runs.form.record is not None and runs.form.record.id == run.id
    saved = branch.store.get(PrintRun, run.id)
    saved.handed_out = 400
    branch.store.save(saved)
    qtbot.waitUntil(lambda: not runs.stale.isVisible(), timeout=PATIENCE_MS)


def test_no_line_of_it_is_cut_in_a_small_window_with_large_text(
    runs: RunsScreen, branch: Branch, look: Theme, settle: Settle, qtbot: QtBot
) -> None:
    look.apply(scale=1.5)
    runs.window().resize(880, 600)
    revise(branch.store, branch.demand, {"en": "Reinstate every worker, with back pay."}, TODAY)
    qtbot.waitUntil(runs.stale.isVisible, timeout=PATIENCE_MS)
    settle()
    lines = [text for text in runs.stale.findChildren(Text) if text.wordWrap()]
    assert lines and all(line.height() >= line.heightForWidth(line.width()) for line in lines)


def test_an_empty_list_says_what_will_stand_there(room: PrintRoomPage, settle: Settle) -> None:
    room.show_screen(RUNS)
    settle()
    runs = room.runs
    assert isinstance(runs, RunsScreen) and runs.list.none_yet.isVisible()


def test_a_print_run_opens_in_its_list_from_elsewhere(room: PrintRoomPage, run: PrintRun, branch: Branch, settle: Settle) -> None:
    branch.session.want(PrintRun, run.id)
    settle()
    runs = room.runs
    assert isinstance(runs, RunsScreen) and runs.isVisible()
    assert runs.form.record is not None and runs.form.record.id == run.id


def test_stock_that_is_out_of_date_is_one_line_of_what_waits(run: PrintRun, branch: Branch) -> None:
    assert not [thing for thing in waiting(branch.store, branch.campaign.id, TODAY) if thing.kind is PrintRun]
    revise(branch.store, branch.demand, {"en": "Reinstate every worker, with back pay."}, TODAY)
    (thing,) = [thing for thing in waiting(branch.store, branch.campaign.id, TODAY) if thing.kind is PrintRun]
    assert thing.what == "400 printed copies say what holds no more" and thing.record_id == run.id
    assert thing.why.startswith("Demand 1 was rewritten")


def test_a_print_run_is_found_by_where_it_lies(run: PrintRun, branch: Branch, open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("overview")
    window.search()
    palette = window.findChild(Palette)
    assert palette is not None
    qtbot.keyClicks(palette.edit, "second shelf")
    qtbot.waitUntil(lambda: any(row.record is not None for row in palette.list.model_.rows), timeout=PATIENCE_MS)
    (found,) = [row for row in palette.list.model_.rows if row.record is not None]
    assert found.record is not None and found.record.id == run.id and "400 copies left" in found.detail
    palette.dismiss()


@pytest.fixture
def handing(runs: RunsScreen) -> HandOutSheet:
    """The sheet that the verb of the run in view opens."""
    (verb,) = runs.form.head.verbs
    verb.click()
    sheet = runs.window().findChild(HandOutSheet)
    assert isinstance(sheet, HandOutSheet)
    return sheet


def test_copies_are_handed_out_at_a_picket_by_keyboard_in_one_step(
    handing: HandOutSheet, runs: RunsScreen, branch: Branch, qtbot: QtBot
) -> None:
    assert handing.count.hasFocus()
    qtbot.keyClicks(handing.count, "150")
    qtbot.keyClick(handing.count, Qt.Key.Key_Tab)
    assert handing.picket.hasFocus()
    qtbot.keyClicks(handing.picket, "Anniversary")
    qtbot.keyClick(handing.picket, Qt.Key.Key_Return)
    qtbot.keyClick(handing.picket, Qt.Key.Key_Return)
    run = branch.store.first(select(PrintRun))
    assert run is not None and (run.handed_out, run.left, run.picket_id) == (150, 250, branch.picket.id)
    assert branch.said[-1] == "150 copies handed out."
    qtbot.waitUntil(lambda: runs.form.record is not None and runs.form.record.left == 250)
    control = runs.form.body.controls["picket_id"]
    assert isinstance(control, LinkControl)
    link = control.link()
    assert link is not None and link.id == branch.picket.id
    branch.store.undo()
    run = branch.store.first(select(PrintRun))
    assert run is not None and (run.left, run.picket_id) == (400, None)


@pytest.mark.parametrize("words", ["", "0", "-3", "many", "1.5", "4 hundred", "٣x", "1e3"])
def test_what_is_no_number_is_said_at_the_field(handing: HandOutSheet, branch: Branch, words: str, qtbot: QtBot) -> None:
    handing.count.setText(words)
    qtbot.keyClick(handing.count, Qt.Key.Key_Return)
    assert handing.field.problem is not None and handing.isVisible()
    run = branch.store.first(select(PrintRun))
    assert run is not None and run.left == 400


def test_more_than_are_left_can_be_mended_with_one_press(handing: HandOutSheet, branch: Branch, qtbot: QtBot) -> None:
    qtbot.keyClicks(handing.count, "500")
    qtbot.keyClick(handing.count, Qt.Key.Key_Return)
    assert handing.field.problem is not None
    handing.field.problem.buttons[0].click()
    run = branch.store.first(select(PrintRun))
    assert run is not None and run.left == 0


def test_a_picket_that_nobody_knows_is_not_taken(handing: HandOutSheet, branch: Branch, qtbot: QtBot) -> None:
    qtbot.keyClicks(handing.count, "5")
    handing.picket.setText("Atlantis")
    handing.button.click()
    assert handing.picket_field.problem is not None and handing.picket.hasFocus()
    run = branch.store.first(select(PrintRun))
    assert run is not None and run.left == 400
