"""Every page and sheet by keyboard and by ear: what takes the focus has a name, and Tab comes to all of it, there and back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from organizer.actions.sample import fill_with_sample
from organizer.store.opening import create_file, open_file
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.look.sheet import Sheet
from organizer.ui.look.theme import Theme
from organizer.ui.main_window import MainWindow
from organizer.ui.pages import PLACES
from organizer.ui.session import Session
from tests import factories
from tests.screenshots import SCENES, Look, Stage, settle
from tests.ui.hands import editor, screen

PASSPHRASE = "kettle anchor velvet"
MOST_STOPS = 400
LEAST_TARGET = 24
LISTS = ("pickets", "letters", "donations", "address_book", "targets", "campaigns")
Open = Callable[..., MainWindow]
FORWARD, BACK = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = create_file(tmp_path_factory.mktemp("sample") / "sample.organizer", PASSPHRASE)
    fill_with_sample(store)
    store.close(back_up=False)
    return store.path


@pytest.fixture
def opened(sample: Path, tmp_path: Path) -> Iterator[Store]:
    store = open_file(Path(shutil.copy(sample, tmp_path)), PASSPHRASE)
    yield store
    store.close(back_up=False)


@pytest.fixture
def stage(look: Theme, opened: Store) -> Iterator[Stage]:
    made = Stage(Look("light"), opened)
    yield made
    made.tasks.close()


@pytest.fixture
def shown(request: pytest.FixtureRequest, stage: Stage, qtbot: QtBot) -> Iterator[QWidget]:
    """The window or dialog of a scene, with the focus where the program put it."""
    window = SCENES[request.param](stage)
    settle(stage.tasks)
    with qtbot.waitActive(window):
        window.activateWindow()
    yield window
    let_go(window)


@pytest.fixture
def full(file: Store, session: Session) -> Store:
    """A file with one of everything."""
    campaign = session.campaign.id
    factories.picket(file, campaign_id=campaign, occasion="Day of action")
    factories.letter(file, campaign_id=campaign)
    factories.donation(file, campaign_id=campaign)
    factories.demand(file, campaign_id=campaign)
    factories.person(file)
    return file


@pytest.mark.parametrize("shown", SCENES, indirect=True)
def test_all_that_takes_the_focus_is_named_and_reached_by_tab_both_ways(shown: QWidget) -> None:
    ground = open_sheet(shown) or shown
    wanted = stops(ground)
    assert [told(stop) for stop in wanted if not name_of(stop)] == []
    assert [told(combo) for combo in ground.findChildren(QComboBox) if combo.isVisible() and not label_of(combo)] == []
    there, back = walk(FORWARD), walk(BACK)
    assert [told(stop) for stop in wanted if stop not in there] == []
    assert [told(stop) for stop in there if stop not in wanted] == []
    assert set(back) == set(there)


@pytest.mark.parametrize("code", PLACES)
def test_an_empty_file_has_no_nameless_stop_either(look: Theme, tmp_path: Path, code: str) -> None:
    store = create_file(tmp_path / "empty.organizer", PASSPHRASE)
    stage = Stage(Look("light"), store)
    window = stage.window(code)
    assert [told(stop) for stop in stops(window) if not name_of(stop)] == []
    let_go(window)
    stage.tasks.close()
    store.close(back_up=False)


@pytest.mark.parametrize("code", LISTS)
def test_nothing_that_is_pressed_is_too_small_to_be_hit(open_window: Open, full: Store, code: str) -> None:
    window = open_window(code)
    small = [
        (type(widget).__name__, widget.accessibleName(), widget.width(), widget.height())
        for widget in stops(window)
        if not isinstance(widget, QAbstractScrollArea)
        and min(widget.width(), widget.height()) < LEAST_TARGET
        and not isinstance(widget, QCheckBox)
    ]
    assert small == []


@pytest.mark.parametrize("code", LISTS)
def test_no_two_buttons_in_view_bear_the_same_name(open_window: Open, full: Store, code: str) -> None:
    window = open_window(code)
    names = [widget.accessibleName() for widget in stops(window) if isinstance(widget, Button)]
    assert sorted(name for name in names if names.count(name) > 1) == []


def test_a_problem_is_told_as_the_description_of_its_field(open_window: Open, full: Store) -> None:
    window = open_window("pickets")
    editor(window, "ends").setText("15:00")
    editor(window, "ends").textEdited.emit("15:00")
    screen(window).save()
    interface = QAccessible.queryAccessibleInterface(editor(window, "ends"))
    assert interface.text(QAccessible.Text.Description) == "This ends before it starts."
    assert interface.text(QAccessible.Text.Name) == "Ends"


def test_the_table_says_its_rows_by_column(open_window: Open, full: Store) -> None:
    table = screen(open_window("pickets")).list.table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table and interface.text(QAccessible.Text.Name) == "Pickets"


def open_sheet(window: QWidget) -> Sheet | None:
    """The one on top."""
    return next((sheet for sheet in reversed(window.findChildren(Sheet)) if sheet.isVisible()), None)


def stops(ground: QWidget) -> list[QWidget]:
    """What should be reached by Tab: all that is in view, or can be scrolled into it."""
    return [
        widget
        for widget in ground.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def walk(direction: Qt.KeyboardModifier) -> list[QWidget]:
    """Everything Tab comes to until it is round. In the grid it goes through the cells first."""
    begun = at = QApplication.focusWidget()
    found: list[QWidget] = []
    for _turn in range(MOST_STOPS):
        QTest.keyClick(at, Qt.Key.Key_Tab if direction is FORWARD else Qt.Key.Key_Backtab, direction)
        before, at = at, QApplication.focusWidget()
        assert at is not None
        if at is before:
            continue
        if at in found:
            break
        found.append(at)
    stays = begun is not None and begun.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert not stays or begun in found, f"Tab does not come back to {told(begun)}"
    return found


def name_of(widget: QWidget) -> str:
    """The name that is spoken; of a combo box Qt on Linux gives the value instead, so its label counts."""
    if isinstance(widget, QComboBox):
        return label_of(widget)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip() or label_of(widget)


def label_of(widget: QWidget) -> str:
    voice = QAccessible.queryAccessibleInterface(widget)
    labels = [other for other, _relation in voice.relations(QAccessible.RelationFlag.Label)]
    return " ".join(label.text(QAccessible.Text.Name) for label in labels).strip()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()!r} in {type(widget.parentWidget()).__name__}"


def let_go(shown: QWidget) -> None:
    if isinstance(shown, MainWindow):
        shown.let_go()
    else:
        shown.close()
    shown.deleteLater()
    QApplication.processEvents()
