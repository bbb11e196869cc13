"""Everything that takes the focus has a name, on every screen; nothing names itself after its value."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from organizer.store.store import Store
from organizer.ui.main_window import MainWindow
from organizer.ui.pages import PLACES
from organizer.ui.session import Session
from tests import factories

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
LEAST_TARGET = 22


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


def stops(window: QWidget) -> list[QWidget]:
    """What Tab reaches by now."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def nameless(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface is not None else ""
    labelled = any(label.buddy() is widget for label in widget.window().findChildren(QLabel))
    return not name.strip() and not labelled


@pytest.mark.parametrize("code", list(PLACES))
def test_everything_that_takes_the_focus_has_a_name(open_window: Open, settle: Settle, full: Store, code: str) -> None:
    window = open_window(code)
    settle()
    found = stops(window)
    assert len(found) > 12
    assert [(type(widget).__name__, widget.objectName()) for widget in found if nameless(widget)] == []


@pytest.mark.parametrize("code", ["pickets", "letters", "donations", "address_book", "targets", "campaigns"])
def test_nothing_that_is_pressed_is_too_small_to_be_hit(open_window: Open, full: Store, code: str) -> None:
    window = open_window(code)
    small = [
        (type(widget).__name__, widget.accessibleName(), widget.width(), widget.height())
        for widget in stops(window)
        if not isinstance(widget, QAbstractScrollArea)
        and min(widget.width(), widget.height()) < LEAST_TARGET
        and type(widget).__name__ not in ("QCheckBox",)
    ]
    assert small == []


@pytest.mark.parametrize("code", ["pickets", "letters", "donations", "address_book", "targets", "campaigns"])
def test_no_two_buttons_in_view_bear_the_same_name(open_window: Open, full: Store, code: str) -> None:
    window = open_window(code)
    names = [widget.accessibleName() for widget in stops(window) if type(widget).__name__ == "Button"]
    assert sorted(name for name in names if names.count(name) > 1) == []


def test_a_problem_is_told_as_the_description_of_its_field(open_window: Open, full: Store) -> None:
    from tests.ui.hands import editor, screen

    window = open_window("pickets")
    editor(window, "ends").setText("15:00")
    editor(window, "ends").textEdited.emit("15:00")
    screen(window).save()
    interface = QAccessible.queryAccessibleInterface(editor(window, "ends"))
    assert interface.text(QAccessible.Text.Description) == "This ends before it starts."
    assert interface.text(QAccessible.Text.Name) == "Ends"


def test_the_table_says_its_rows_by_column(open_window: Open, full: Store) -> None:
    from tests.ui.hands import screen

    table = screen(open_window("pickets")).list.table
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() == QAccessible.Role.Table and interface.text(QAccessible.Text.Name) == "Pickets"
