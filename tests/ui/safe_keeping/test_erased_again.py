"""An older backup and people who were erased since: told before a restore, after it, among lost records, and under Privacy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from organizer.actions.privacy import erasing
from organizer.records.erasure import Erasure
from organizer.records.organisation import Person
from organizer.records.picket import Picket
from organizer.store.kept_backups import kept_backups
from organizer.store.restore import Restored
from organizer.store.store import Store
from organizer.ui.look.button import Button
from organizer.ui.main_window import MainWindow
from organizer.ui.safe_keeping.erase_sheet import EraseSheet
from organizer.ui.safe_keeping.known_sheet import KnownSheet
from organizer.ui.safe_keeping.lost_sheet import LostSheet
from organizer.ui.safe_keeping.privacy import PrivacySection
from organizer.ui.safe_keeping.remain_sheet import RemainSheet, remaining
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.safe_keeping.restored import RestoredSheet
from organizer.ui.safe_keeping.retention_sheet import RetentionSheet
from organizer.ui.safe_keeping.step_sheet import StepSheet
from organizer.ui.session import Session
from tests import factories
from tests.ui.safe_keeping.test_privacy import shown, words
from tests.ui.test_accessibility import BACK, FORWARD, name_of, stops, told, walk

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
S = TypeVar("S", bound=StepSheet)
NAME = "Zoë Quakenbrück"


@pytest.fixture
def window(open_window: Open, file: Store, session: Session) -> MainWindow:
    """A file in which somebody was erased after the backup was made, and a record was deleted that told of them."""
    person = factories.person(file, name=NAME)
    picket = factories.picket(file, occasion="Vigil", notes="Quaki has the banner")
    file.back_up()
    review = erasing.review_people(file, [person], today=session.today(), also=["Quaki"])
    erasing.carry_out(file, review, today=session.today())
    file.delete(file.get(Picket, picket.id))
    return open_window("safe_keeping")


def privacy(window: MainWindow, settle: Settle) -> PrivacySection:
    window.page().show_section("privacy")  # type: ignore[attr-defined]
    settle()
    section = window.page().current()  # type: ignore[attr-defined]
    assert isinstance(section, PrivacySection)
    return section


def brought_back(window: MainWindow, session: Session, settle: Settle) -> LostSheet:
    """The picket back out of the oldest backup."""
    sheet = LostSheet(window, session, kept_backups(session.store)[-1])
    sheet.show_over()
    settle()
    sheet.bring_back()
    settle()
    return sheet


def test_before_a_restore_the_sheet_says_who_does_not_come_back(
    window: MainWindow, session: Session, file: Store, settle: Settle
) -> None:
    oldest = kept_backups(file)[-1].backup.path
    sheet = RestoreSheet(window, file.path, session.tasks, session=session, chosen=oldest)
    sheet.show_over()
    settle()
    assert "1 person in it was erased since and does not come back." in words(sheet)
    sheet.dismiss()


def test_after_a_restore_the_sheet_says_what_was_taken_out_again(window: MainWindow, file: Store) -> None:
    sheet = RestoredSheet(window, {}, Restored(file.path, file.path.parent, {}, erased_again=2, remain=1), {})
    sheet.show_over()
    QApplication.processEvents()
    assert "2 people who were erased since the backup were taken out again. 1 text holds words again" in words(sheet)
    sheet.dismiss()


def test_an_erased_person_is_not_among_the_lost(window: MainWindow, session: Session, settle: Settle) -> None:
    sheet = brought_back(window, session, settle)
    assert sheet.rows() == [] and "1 person in it was erased since and does not come back." in words(sheet)
    sheet.dismiss()


def test_words_that_came_back_are_looked_at_and_erased_without_anybody_in_the_address_book(
    window: MainWindow, session: Session, file: Store, settle: Settle
) -> None:
    section = privacy(window, settle)
    assert not section.look.isVisible()
    brought_back(window, session, settle).dismiss()
    section.look.click()
    sheet = shown(window, RemainSheet)
    assert isinstance(sheet, RemainSheet) and "Quaki has the banner" in words(sheet)
    sheet.erase.click()
    ask = shown(window, EraseSheet)
    assert isinstance(ask, EraseSheet) and ask.on is not None
    ask.also.setText("Quaki")
    ask.on.click()
    settle()
    assert "Erase Quaki" in words(ask) and "No whole record." in words(ask)
    ask.on.click()
    settle()
    assert file.records(select(Picket))[0].notes == "… has the banner"
    assert [erasure.people for erasure in file.records(select(Erasure).order_by(Erasure.id))] == [1, 0]
    ask.dismiss()
    settle()
    assert remaining(file) == [] and not section.look.isVisible() and file.count(select(Person)) == 0


def test_the_list_is_put_away_when_nothing_is_left_to_erase(
    window: MainWindow, session: Session, file: Store, settle: Settle
) -> None:
    section = privacy(window, settle)
    brought_back(window, session, settle).dismiss()
    section.look.click()
    sheet = shown(window, RemainSheet)
    assert isinstance(sheet, RemainSheet)
    sheet.put_away.click()
    assert remaining(file) == [] and not section.look.isVisible()


def test_every_step_of_privacy_is_named_and_reached_by_tab(
    window: MainWindow, session: Session, file: Store, settle: Settle, qtbot: QtBot
) -> None:
    section = privacy(window, settle)
    brought_back(window, session, settle).dismiss()
    factories.person(file, name="Ada Quayle")
    factories.picket(file, taken_by="Ada Quayle")
    factories.donation(file, giver="Old Giver", day=date(2001, 5, 5))
    with qtbot.waitActive(window):
        window.activateWindow()

    def look(sheet: QWidget) -> None:
        settle()
        qtbot.waitUntil(lambda: has_focus(sheet))
        wanted = stops(sheet)
        assert wanted and [told(stop) for stop in wanted if not name_of(stop)] == []
        assert set(walk(FORWARD)) == set(wanted) == set(walk(BACK))

    for button, kind in ((section.look, RemainSheet), (section.retain, RetentionSheet)):
        sheet = open_of(button, window, kind, settle)
        look(sheet)
        sheet.dismiss()
    tell = open_of(section.tell, window, KnownSheet, settle)
    look(tell)
    tell.name.setText("Ada Quayle")
    tell.on.click()
    look(tell)
    tell.dismiss()
    erase = open_of(section.erase, window, EraseSheet, settle)
    look(erase)
    erase.also.setText("Ada Quayle")
    for _step in ("review", "erased"):
        assert erase.on is not None
        erase.on.click()
        look(erase)
    erase.dismiss()


def open_of(button: Button, window: MainWindow, kind: type[S], settle: Settle) -> S:
    """The sheet that a button opens, when it has found what it shows."""
    button.click()
    settle()
    sheet = shown(window, kind)
    assert isinstance(sheet, kind)
    return sheet


def has_focus(sheet: QWidget) -> bool:
    at = QApplication.focusWidget()
    return at is not None and sheet.isAncestorOf(at)
