"""The tags of a file in one place: renamed, made one, deleted by keyboard, each in one step; and on all that is printed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer.actions.tags import put_tags, tags_in_use
from organizer.records.picket import Picket
from organizer.records.print_run import PrintRun
from organizer.records.tag import Tag
from organizer.store.store import Store
from organizer.ui.kind import Kind
from organizer.ui.main_window import MainWindow
from organizer.ui.record_screen import RecordScreen
from organizer.ui.screens import leaflets, press_releases, print_runs
from organizer.ui.session import Session
from organizer.ui.settings_sheet import SettingsSheet
from organizer.ui.tag_list import TagLine, TagsSheet
from tests import factories
from tests.ui.hands import press, type_text

Open = Callable[..., MainWindow]
Settle = Callable[[], None]


@pytest.fixture
def pickets(file: Store) -> list[Picket]:
    found = [factories.picket(file), factories.picket(file)]
    with file.change() as change:
        put_tags(change, found[0], ["urgent", "embassy"])
        put_tags(change, found[1], ["Urgently"])
    return found


@pytest.fixture
def sheet(pickets: list[Picket], open_window: Open, settle: Settle) -> TagsSheet:
    """As the last entry in the menu of the Tag chip opens it."""
    window = open_window()
    screen = window.page()
    assert isinstance(screen, RecordScreen)
    menu = next(chip.menu for chip in screen.list.chips.chips if chip.menu is not None and chip.may_come())
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    settle()
    found = window.findChild(TagsSheet)
    assert isinstance(found, TagsSheet)
    return found


def line(sheet: TagsSheet, name: str) -> TagLine:
    return next(each for each in sheet.lines if each.tag.name == name)


def names(store: Store) -> list[str]:
    return sorted(tag.name for tag in store.records(select(Tag)))


@pytest.mark.parametrize("kind", [leaflets.KIND, press_releases.KIND, print_runs.KIND], ids=lambda kind: kind.record.KIND)
def test_what_is_printed_bears_tags_too(kind: Kind) -> None:
    fields = [field.attribute for group in kind.groups for row in group.rows for field in row]
    assert fields.count("tags") == 1
    assert any(chip.words == "Tag" for chip in kind.chips)


def test_all_tags_stand_there_by_the_alphabet_and_say_on_how_many_records(sheet: TagsSheet) -> None:
    assert [(each.tag.name, each.on) for each in sheet.lines] == [
        ("embassy", "on 1 record"),
        ("urgent", "on 1 record"),
        ("Urgently", "on 1 record"),
    ]
    assert sheet.lines[0].edit.hasFocus()


def test_enter_gives_a_tag_another_name(sheet: TagsSheet, file: Store, session: Session) -> None:
    said = list[str]()
    session.said.connect(lambda words, _undoable: said.append(words))
    edit = line(sheet, "embassy").edit
    edit.setFocus()
    edit.selectAll()
    type_text("At  the embassy ")
    press(Qt.Key.Key_Return)
    assert names(file) == ["At the embassy", "Urgently", "urgent"]
    assert said == ["The tag “embassy” is called “At the embassy” now."]
    assert line(sheet, "At the embassy").edit.hasFocus()
    file.undo()
    assert names(file) == ["Urgently", "embassy", "urgent"] and line(sheet, "embassy")


def test_by_the_name_of_another_tag_the_two_become_one_and_it_is_said_beforehand(
    sheet: TagsSheet, file: Store, pickets: list[Picket]
) -> None:
    edit = line(sheet, "Urgently").edit
    edit.setFocus()
    edit.selectAll()
    type_text("URGENT")
    assert line(sheet, "Urgently").go.words() == "Join"
    press(Qt.Key.Key_Return)
    assert [(tag.name, count) for tag, count in tags_in_use(file)] == [("urgent", 2), ("embassy", 1)]
    assert [each.tag.name for each in sheet.lines] == ["embassy", "urgent"]
    file.undo()
    assert [tag.name for tag in file.get(Picket, pickets[1].id).tags] == ["Urgently"]


def test_a_tag_is_deleted_everywhere_and_the_next_one_has_the_focus(sheet: TagsSheet, file: Store, qtbot: QtBot) -> None:
    qtbot.keyClick(line(sheet, "embassy").delete, Qt.Key.Key_Space)
    assert names(file) == ["Urgently", "urgent"]
    assert line(sheet, "urgent").edit.hasFocus()
    file.undo()
    assert names(file) == ["Urgently", "embassy", "urgent"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 61])
def test_a_name_that_is_none_is_said_at_its_field(sheet: TagsSheet, file: Store, name: str, qtbot: QtBot) -> None:
    found = line(sheet, "urgent")
    found.edit.setText(name)
    qtbot.keyClick(found.edit, Qt.Key.Key_Return)
    assert found.problem is not None
    assert names(file) == ["Urgently", "embassy", "urgent"]


def test_settings_lead_there_and_without_tags_it_is_said_where_they_come_from(
    session: Session, open_window: Open, settle: Settle
) -> None:
    window = open_window()
    window.settings()
    settings = window.findChild(SettingsSheet)
    assert isinstance(settings, SettingsSheet)
    settings.tags.click()
    settle()
    sheet = window.findChild(TagsSheet)
    assert isinstance(sheet, TagsSheet) and sheet.isVisible() and not sheet.lines


def test_a_print_run_is_tagged_in_its_form(file: Store, session: Session) -> None:
    assert session.campaign is not None
    run = file.save(PrintRun(campaign_id=session.campaign.id, sheet="placard", printed=5, printed_on=session.today()))
    with file.change() as change:
        put_tags(change, run, ["stall"])
    assert [tag.name for tag in file.get(PrintRun, run.id).tags] == ["stall"]
