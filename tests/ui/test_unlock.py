"""Unlocking and making files: the right words open, every refusal says all that can be the matter, nothing is left behind."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from organizer import paths
from organizer.actions.campaigns import current_campaign
from organizer.actions.passphrases import words
from organizer.store.opening import create_file, is_plain, open_file
from organizer.store.store import Store
from organizer.ui import file_dialogs
from organizer.ui.look.field import Problem
from organizer.ui.look.messages import ErrorBar
from organizer.ui.look.theme import Theme
from organizer.ui.new_file import NewFile
from organizer.ui.patience import Patience
from organizer.ui.tasks import Tasks
from organizer.ui.unlock import Unlock, moment_words, place_words
from tests.ui.hands import type_text

PASSPHRASE = "kettle anchor velvet"


@pytest.fixture(autouse=True)
def nothing_was_wrong_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Patience, "wrong", 0)


@pytest.fixture
def opened() -> Iterator[list[Store]]:
    """Stores that a sheet handed out; closed at the end."""
    stores: list[Store] = []
    yield stores
    for store in stores:
        store.close(back_up=False)


def file_at(path: Path, passphrase: str | None = PASSPHRASE) -> Path:
    create_file(path, passphrase).close(back_up=False)
    return path


def asked(window: QWidget, path: Path, tasks: Tasks, opened: list[Store]) -> Unlock:
    sheet = Unlock(window, path, tasks)
    sheet.opened.connect(opened.append)
    sheet.show_over()
    return sheet


def said(sheet: QWidget) -> list[str]:
    QApplication.processEvents()
    return [problem.accessibleName() for problem in sheet.findChildren(Problem) if problem.isVisibleTo(sheet)]


def press_letter(widget: QWidget, letter: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    key = Qt.Key(ord(letter.upper()))
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, letter))


def test_the_right_passphrase_and_enter_open_the_file(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    settled()
    assert QApplication.focusWidget() is sheet.passphrase.editor
    type_text(PASSPHRASE)
    QTest.keyClick(sheet.passphrase.editor, Qt.Key.Key_Return)
    settled()
    assert len(opened) == 1
    assert opened[0].path == tmp_path / "a.organizer"
    assert not shiboken6.isValid(sheet)


def test_a_wrong_one_says_so_with_keyboard_and_damage_and_leaves_the_words_to_be_mended(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    sheet.passphrase.set_text("kettle anchor")
    sheet.try_it()
    settled()
    assert opened == []
    sentences = said(sheet)
    assert sentences[0] == "This passphrase does not open the file."
    assert "Caps Lock" in sentences[1]
    assert sheet.hints.damage.isVisibleTo(sheet)
    assert sheet.passphrase.text() == "kettle anchor"
    assert sheet.passphrase.editor.selectedText() == "kettle anchor"
    assert "does not open" in sheet.passphrase.editor.accessibleDescription()
    sheet.passphrase.set_text("kettle anchor v")
    assert said(sheet) == []


def test_after_a_wrong_one_the_right_one_opens_when_a_second_has_passed(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    sheet.passphrase.set_text("wrong")
    sheet.try_it()
    settled()
    assert sheet.unlock.words() == "Unlock in 1 second"
    sheet.passphrase.set_text(PASSPHRASE)
    sheet.try_it()
    assert not tasks.busy()
    sheet.patience.pass_second()
    assert sheet.unlock.words() == "Unlock" and sheet.unlock.isEnabled()
    sheet.try_it()
    settled()
    assert len(opened) == 1


def test_every_wrong_one_makes_the_next_try_wait_longer_in_other_sheets_too(window: QWidget) -> None:
    waits = []
    for _turn in range(7):
        patience = Patience(window)
        patience.was_wrong()
        waits.append(patience.left_s)
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    patience.was_right()
    patience.was_wrong()
    assert patience.left_s == 1


def test_while_it_opens_the_button_says_so_and_a_second_press_does_nothing(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    settled()
    sheet.passphrase.set_text(PASSPHRASE)
    sheet.try_it()
    assert sheet.unlock.words() == "Opening"
    assert not sheet.unlock.isEnabled()
    sheet.try_it()
    settled()
    assert len(opened) == 1


def test_without_any_word_nothing_is_tried(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    settled()
    sheet.try_it()
    assert not tasks.busy()
    assert said(sheet) == []


def test_caps_lock_is_noticed_by_the_letters_that_come(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    settled()
    press_letter(sheet.passphrase.editor, "k")
    assert said(sheet) == []
    press_letter(sheet.passphrase.editor, "K", Qt.KeyboardModifier.ShiftModifier)
    assert said(sheet) == []
    press_letter(sheet.passphrase.editor, "K")
    assert said(sheet) == ["Caps Lock is on."]
    press_letter(sheet.passphrase.editor, "k", Qt.KeyboardModifier.ShiftModifier)
    assert sheet.passphrase.caps_lock() is True


def test_the_eye_shows_the_words_and_hides_them_again(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    settled()
    sheet.passphrase.set_text("kettle")
    assert sheet.passphrase.editor.displayText() != "kettle"
    sheet.passphrase.eye.click()
    assert sheet.passphrase.editor.displayText() == "kettle"
    assert sheet.passphrase.eye.accessibleName() == "Hide the passphrase"
    sheet.passphrase.eye.click()
    assert sheet.passphrase.editor.displayText() != "kettle"


def test_a_plain_file_opens_without_a_question(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    asked(window, file_at(tmp_path / "plain.organizer", None), tasks, opened)
    settled()
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [(b"", "This file is empty"), (b"x" * 100, "too short"), (None, "no such file")],
)
def test_what_is_no_campaign_file_is_told_at_once(
    window: QWidget,
    tasks: Tasks,
    settled: Callable[[], None],
    opened: list[Store],
    tmp_path: Path,
    contents: bytes | None,
    sentence: str,
) -> None:
    path = tmp_path / "a.organizer"
    if contents is not None:
        path.write_bytes(contents)
    sheet = asked(window, path, tasks, opened)
    settled()
    assert sentence in said(sheet)[0]


def test_a_file_that_is_open_elsewhere_is_told(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    path = file_at(tmp_path / "a.organizer")
    elsewhere = open_file(path, PASSPHRASE)
    try:
        sheet = asked(window, path, tasks, opened)
        sheet.passphrase.set_text(PASSPHRASE)
        sheet.try_it()
        settled()
        assert opened == []
        assert len(said(sheet)) == 1
        assert "open" in said(sheet)[0]
    finally:
        elsewhere.close(back_up=False)


def test_escape_while_it_opens_closes_the_file_again(
    window: QWidget, tasks: Tasks, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    path = file_at(tmp_path / "a.organizer")
    sheet = asked(window, path, tasks, opened)
    settled()
    sheet.passphrase.set_text(PASSPHRASE)
    sheet.try_it()
    QTest.keyClick(sheet.cancel, Qt.Key.Key_Escape)
    settled()
    assert opened == [] and not shiboken6.isValid(sheet)
    open_file(path, PASSPHRASE).close(back_up=False)


def test_another_file_may_be_chosen_instead(
    window: QWidget,
    tasks: Tasks,
    settled: Callable[[], None],
    opened: list[Store],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = tmp_path / "b.organizer"
    monkeypatch.setattr(file_dialogs, "ask_open", lambda _parent: other)
    sheet = asked(window, file_at(tmp_path / "a.organizer"), tasks, opened)
    settled()
    with qtbot.waitSignal(sheet.other_wanted) as wanted:
        sheet.other.click()
    assert wanted.args == [other]
    assert sheet.isHidden()


def test_it_says_where_the_file_lies_and_when_it_was_saved(tmp_path: Path, look: Theme) -> None:
    path = file_at(tmp_path / "a.organizer")
    words_, icon = place_words(path, lambda: datetime.fromtimestamp(path.stat().st_mtime))
    assert tmp_path.name in words_
    assert "saved today" in words_
    assert icon == "folder-open"


def test_moments_are_today_yesterday_or_a_day(look: Theme) -> None:
    now = datetime(2012, 12, 6, 9, 0)
    assert moment_words(datetime(2012, 12, 6, 8, 5), now) == "today 08:05"
    assert moment_words(datetime(2012, 12, 5, 18, 40), now) == "yesterday 18:40"
    assert moment_words(datetime(2012, 12, 3, 18, 40), now) == "3 Dec 2012"


@pytest.fixture
def making(
    window: QWidget,
    tasks: Tasks,
    settled: Callable[[], None],
    opened: list[Store],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> NewFile:
    monkeypatch.setattr(paths, "documents", lambda: tmp_path)
    sheet = NewFile(window, tasks)
    sheet.created.connect(opened.append)
    sheet.show_over()
    settled()
    return sheet


def test_a_new_file_is_made_by_keyboard_alone(
    making: NewFile, settled: Callable[[], None], opened: list[Store], tmp_path: Path
) -> None:
    type_text("Free the Strikers")
    QTest.keyClick(making.name, Qt.Key.Key_Tab)
    type_text("London branch")
    QTest.keyClick(making.group, Qt.Key.Key_Tab)
    type_text(PASSPHRASE)
    QTest.keyClick(making.secret.first.editor, Qt.Key.Key_Tab)
    QTest.keyClick(making.secret.first.eye, Qt.Key.Key_Tab)
    type_text(PASSPHRASE)
    QTest.keyClick(making.secret.second.editor, Qt.Key.Key_Return)
    settled()
    assert opened == [] and making.offer is not None
    making.offer.later.click()
    settled()
    (store,) = opened
    assert store.path == tmp_path / "free-the-strikers.organizer"
    campaign = current_campaign(store)
    assert campaign is not None
    assert campaign.name == "Free the Strikers"
    assert store.meta("branch") == "London branch"
    QApplication.sendPostedEvents(making, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(making)
    opened.pop().close(back_up=False)
    assert not is_plain(store.path)


def test_six_random_words_are_shown_and_typed_into_both_fields(
    making: NewFile, settled: Callable[[], None], opened: list[Store]
) -> None:
    type_text("Strikers")
    making.secret.offer.click()
    drawn = making.secret.drawn.accessibleName()
    assert len(drawn.split()) == 6
    assert set(drawn.split()) <= set(words())
    assert making.secret.text() == drawn
    making.secret.offer.click()
    assert making.secret.drawn.accessibleName() != drawn
    drawn = making.secret.drawn.accessibleName()
    making.try_it()
    settled()
    assert opened == [] and making.offer is not None
    making.offer.later.click()
    settled()
    path = opened[0].path
    opened.pop().close(back_up=False)
    opened.append(open_file(path, drawn))


def test_two_texts_that_differ_are_told_as_soon_as_they_cannot_agree(making: NewFile, settled: Callable[[], None]) -> None:
    making.secret.first.set_text("kettle anchor velvet")
    making.secret.second.set_text("kettle")
    assert making.secret.problems() == []
    making.secret.second.set_text("kettlx")
    assert making.secret.problems() == ["The two are not the same."]
    making.secret.second.set_text("kettle anchor velvet")
    assert making.secret.problems() == []


def test_one_that_is_soon_guessed_is_told_but_not_forbidden(
    making: NewFile, settled: Callable[[], None], opened: list[Store]
) -> None:
    making.name.setText("Strikers")
    for secret in (making.secret.first, making.secret.second):
        secret.set_text("kettle")
    making.secret.weigh()
    assert "within minutes" in making.secret.strength.text()
    assert making.secret.problems() == []
    making.try_it()
    settled()
    assert opened == [] and making.offer is not None
    making.offer.later.click()
    settled()
    assert len(opened) == 1


@pytest.mark.parametrize(
    ("name", "first", "second", "where"),
    [("", PASSPHRASE, PASSPHRASE, "name"), ("Strikers", "", "", "first"), ("Strikers", PASSPHRASE, "kettle", "second")],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_is_made(
    making: NewFile, opened: list[Store], tmp_path: Path, name: str, first: str, second: str, where: str
) -> None:
    making.name.setText(name)
    making.secret.first.set_text(first)
    making.secret.second.set_text(second)
    making.try_it()
    expected = {"name": making.name, "first": making.secret.first.editor, "second": making.secret.second.editor}[where]
    assert QApplication.focusWidget() is expected
    assert said(making)
    assert list(tmp_path.glob("*.organizer")) == []


def test_a_plain_file_only_by_explicit_choice(making: NewFile, settled: Callable[[], None], opened: list[Store]) -> None:
    making.name.setText("Strikers")
    making.plain.click()
    assert not making.secret.isVisibleTo(making)
    making.try_it()
    settled()
    path = opened[0].path
    opened.pop().close(back_up=False)
    assert is_plain(path)


def test_a_name_that_is_taken_is_told_and_another_place_may_be_chosen(
    making: NewFile, settled: Callable[[], None], opened: list[Store], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = tmp_path / "campaign.organizer"
    taken.write_text("mine")
    making.name.setText("Strikers")
    making.plain.click()
    making._path = taken
    making.try_it()
    settled()
    (bar,) = making.findChildren(ErrorBar)
    assert bar.accessibleName() == "There is a file of this name already."
    assert taken.read_text() == "mine"
    monkeypatch.setattr(file_dialogs, "ask_new", lambda _parent, _name: tmp_path / "другое.organizer")
    bar.buttons[0].click()
    making.try_it()
    settled()
    assert opened[0].path == tmp_path / "другое.organizer"


def test_a_place_once_chosen_stays_when_the_campaign_gets_another_name(
    making: NewFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "ask_new", lambda _parent, _name: tmp_path / "stick.organizer")
    making.where.click()
    making.name.setFocus()
    type_text("Strikers")
    assert making.path() == tmp_path / "stick.organizer"


def test_names_get_the_suffix_once() -> None:
    assert file_dialogs.with_suffix(Path("/a/b")).name == "b.organizer"
    assert file_dialogs.with_suffix(Path("/a/b.organizer")).name == "b.organizer"
    assert file_dialogs.with_suffix(Path("/a/branch 2.1")).name == "branch 2.1.organizer"
