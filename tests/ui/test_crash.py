"""A mistake of the program's own is told once a place, without a word of the records, and the program goes on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from organizer.ui import crash
from organizer.ui.look.theme import Theme

SECRET = "Anna Example, 12 Secret Lane"


@pytest.fixture
def watch(qapp: QApplication, look: Theme) -> Iterator[crash.CrashWatch]:
    before = sys.excepthook, threading.excepthook
    made = crash.CrashWatch(qapp)
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before
    if made.dialog is not None and shiboken6.isValid(made.dialog):
        made.dialog.accept()
    QApplication.processEvents()


def mistaken() -> BaseException:
    try:
        raise KeyError(SECRET)
    except KeyError as cause:
        try:
            raise ValueError(SECRET) from cause
        except ValueError as fault:
            return fault


def hook(fault: BaseException) -> None:
    sys.excepthook(type(fault), fault, fault.__traceback__)


def test_the_report_names_places_and_kinds_and_nothing_else() -> None:
    report = crash.report_of(mistaken())
    assert SECRET not in report and "Anna" not in report
    assert "ValueError" in report and "KeyError" in report and "test_crash.py" in report and "mistaken" in report
    assert "/home" not in report and "/work" not in report and report.startswith("PicketOrganizer 1.")


def test_a_place_inside_the_program_is_told_from_its_package_on(look: Theme) -> None:
    try:
        look.font("no such step")
    except KeyError as fault:
        report = crash.report_of(fault)
    assert "  organizer/ui/look/theme.py:" in report and "no such step" not in report


def test_the_dialog_says_first_that_what_was_saved_is_safe(watch: crash.CrashWatch, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        hook(mistaken())
    dialog = watch.dialog
    assert dialog is not None and dialog.isVisible() and not dialog.isModal()
    assert "ValueError" in dialog.report.words() and SECRET not in dialog.report.words()
    assert SECRET not in caplog.text and "ValueError" in caplog.text
    dialog.go_on_button.click()
    assert not dialog.isVisible()


def test_the_report_can_be_copied(watch: crash.CrashWatch) -> None:
    hook(mistaken())
    assert watch.dialog is not None
    watch.dialog.copy_button.click()
    assert "ValueError" in QGuiApplication.clipboard().text()


def test_one_place_is_told_once_however_often_it_fails(watch: crash.CrashWatch) -> None:
    faults = [mistaken() for _n in range(5)]
    hook(faults[0])
    first = watch.dialog
    for fault in faults[1:]:
        hook(fault)
    assert watch.dialog is first and len(watch.told) == 1


def test_a_mistake_on_another_thread_is_told_in_the_window(watch: crash.CrashWatch, qtbot: QtBot) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert "ZeroDivisionError" in watch.dialog.report.words()


def test_the_keyboard_sees_where_it_is_in_the_dialog(qtbot: QtBot, look: Theme) -> None:
    dialog = crash.CrashDialog("ValueError")
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.copy_button.setFocus(Qt.FocusReason.TabFocusReason)
    assert dialog.ring.widget() is dialog.copy_button
