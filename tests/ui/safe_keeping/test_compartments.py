"""The section Compartments: made, closed, opened, done away with; and what lists and the search say while one is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from organizer.records.donation import Donation
from organizer.records.letter import Letter
from organizer.records.organisation import Person
from organizer.store import compartments
from organizer.store.restore import Restored
from organizer.store.store import Store
from organizer.ui.compartments.sheet import SecretSheet
from organizer.ui.look.field import Problem
from organizer.ui.look.text import Text
from organizer.ui.main_window import MainWindow
from organizer.ui.palette import Palette
from organizer.ui.patience import Patience
from organizer.ui.safe_keeping.compartments import CompartmentCard, CompartmentsSection
from organizer.ui.safe_keeping.exchange import Exchange
from organizer.ui.safe_keeping.restore_sheet import RestoreSheet
from organizer.ui.safe_keeping.restored import show_restored
from organizer.ui.session import Session
from tests import factories

Open = Callable[..., MainWindow]
Settle = Callable[[], None]
NAME = "Frédérique Quakenbrück"
SECOND = "thistle copper lantern"


@pytest.fixture
def person(file: Store) -> Person:
    person = factories.person(file, name=NAME)
    factories.donation(file, person_id=person.id, giver="")
    return person


@pytest.fixture
def window(open_window: Open, person: Person, settle: Settle, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(Patience, "wrong", 0)
    window = open_window("safe_keeping")
    window.page().show_section("compartments")  # type: ignore[attr-defined]
    settle()
    return window


def card(window: MainWindow, kind: type = Person) -> CompartmentCard:
    window.show_page("safe_keeping")
    section: Any = window.page()
    assert isinstance(section.current(), CompartmentsSection)
    return next(each for each in section.current().cards if each.compartment.kind is kind)


def press(window: MainWindow, words: str, kind: type = Person) -> SecretSheet | None:
    """Press a button of the card; the sheet that comes."""
    next(button for button in card(window, kind).buttons if button.words() == words).click()
    return next((sheet for sheet in window.findChildren(SecretSheet) if sheet.isVisible()), None)


def done(sheet: SecretSheet | None, qtbot: QtBot, old: str = "", new: str = "") -> None:
    assert sheet is not None
    sheet.old.set_text(old)
    for secret in (sheet.secret.first, sheet.secret.second):
        secret.set_text(new)
    with qtbot.waitSignal(sheet.done):
        sheet.go_on.click()


def words(widget: Any) -> str:
    return "\n".join(text.text() for text in widget.findChildren(Text) if text.isVisibleTo(widget))


def test_one_is_made_closed_and_opened_again(
    window: MainWindow, file: Store, person: Person, settle: Settle, qtbot: QtBot
) -> None:
    assert "1 record, read by whoever opens the file." in words(card(window))
    sheet = press(window, "Make a compartment…")
    assert sheet is not None and "Neither the file's passphrase nor the recovery sheet replaces it" in words(sheet)
    assert "Name · E-mail · Phone · Address · Languages · Notes" in words(sheet)
    done(sheet, qtbot, new=SECOND)
    assert "open until you close the compartment" in words(card(window))
    assert press(window, "Close it") is None
    assert "closed. Lists and exports show •••" in words(card(window))
    assert file.get(Person, person.id).name == "•••"
    done(press(window, "Open it…"), qtbot, old=SECOND)
    assert file.get(Person, person.id).name == NAME


def test_the_keyboard_stays_at_the_kind_that_was_worked_on(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    done(press(window, "Make a compartment…"), qtbot, new=SECOND)
    settle()
    assert window.focusWidget() is card(window).buttons[0]
    assert card(window).buttons[0].accessibleName() == "People: Close it"
    qtbot.keyClick(card(window).buttons[0], Qt.Key.Key_Return)
    settle()
    assert window.focusWidget() is card(window).buttons[0]
    assert card(window).buttons[0].words() == "Open it…"


def test_another_passphrase_waits_longer_each_time(window: MainWindow, file: Store, settle: Settle, qtbot: QtBot) -> None:
    compartments.make(file, Person, SECOND)
    compartments.close(file, Person)
    settle()
    sheet = press(window, "Open it…")
    assert sheet is not None
    sheet.old.set_text("thistle")
    sheet.go_on.click()
    settle()
    (problem,) = sheet.findChildren(Problem)
    assert problem.accessibleName() == "This passphrase does not open the compartment. Try again in 1 second."
    assert not sheet.go_on.isEnabled()
    sheet.patience.pass_second()
    assert sheet.go_on.isEnabled()
    sheet.dismiss()


def test_its_passphrase_is_changed_and_it_is_done_away_with(
    window: MainWindow, file: Store, person: Person, settle: Settle, qtbot: QtBot
) -> None:
    compartments.make(file, Person, SECOND)
    compartments.close(file, Person)
    settle()
    done(press(window, "Change its passphrase…"), qtbot, old=SECOND, new="other words")
    done(press(window, "Do away with it…"), qtbot, old="other words")
    assert not card(window).compartment.made
    assert file.get(Person, person.id).name == NAME


def test_what_stands_unsaved_in_a_form_is_sealed_with_it_and_comes_back(
    window: MainWindow, file: Store, person: Person, settle: Settle, qtbot: QtBot
) -> None:
    compartments.make(file, Person, SECOND)
    window.to.record(Person, person.id)
    settle()
    form = form_in(window)
    form.body.controls["email"].editor.setText("half@example.org")
    assert form.is_dirty()
    press(window, "Close it")
    settle()
    assert form.record is None
    window.to.record(Person, person.id)
    settle()
    assert form.body.controls["email"].editor.text() == "•••"
    done(press(window, "Open it…"), qtbot, old=SECOND)
    window.to.record(Person, person.id)
    settle()
    assert form.body.controls["email"].editor.text() == "half@example.org"


def form_in(window: MainWindow) -> Any:
    page: Any = window.page()
    return page.form if hasattr(page, "form") else page.current().form


def form_beside(window: MainWindow) -> Any:
    assert window.beside.beside is not None
    return window.beside.beside.form()


def list_in(window: MainWindow) -> Any:
    page: Any = window.page()
    return page.list if hasattr(page, "list") else page.current().list


def test_a_list_says_what_it_hides_and_opens_it(window: MainWindow, file: Store, settle: Settle, qtbot: QtBot) -> None:
    for kind in (Person, Donation):
        compartments.make(file, kind, SECOND)
        compartments.close(file, kind)
    window.show_page("donations")
    settle()
    pane = list_in(window)
    assert "This lies in a closed compartment: it shows •••" in words(pane.closed_bar)
    assert pane.closed_bar.isVisible() and not pane.new_button.isEnabled() and not form_in(window).body_area().isEnabled()
    pane.search.setText("quakenbruck")
    pane.query_changed.emit()
    settle()
    assert "2 records in closed compartments were not searched." in words(pane.closed_bar)
    pane.search.setText("")
    pane.query_changed.emit()
    settle()
    pane.closed_bar.open_button.click()
    sheet = next(sheet for sheet in window.findChildren(SecretSheet) if sheet.isVisible())
    done(sheet, qtbot, old=SECOND)
    settle()
    assert pane.closed_bar.isHidden() and pane.new_button.isEnabled() and form_in(window).body_area().isEnabled()


def test_the_search_over_everything_says_what_it_left_out(window: MainWindow, file: Store, settle: Settle) -> None:
    palette = window.findChild(Palette)
    window.run("search")
    palette = next(each for each in window.findChildren(Palette) if each.isVisible()) if palette is None else palette
    palette.edit.setText("quakenbruck")
    palette.edit.textEdited.emit("quakenbruck")
    settle()
    assert "not searched" not in words(palette) and palette.rows()
    compartments.make(file, Person, SECOND)
    compartments.close(file, Person)
    palette.edit.textEdited.emit("quakenbruck")
    settle()
    assert "1 record in a closed compartment was not searched." in words(palette)


def test_a_record_beside_the_page_is_blank_and_grey_once_its_compartment_is_closed(
    window: MainWindow, file: Store, person: Person, settle: Settle, qtbot: QtBot
) -> None:
    compartments.make(file, Person, SECOND)
    window.show_page("safe_keeping")
    window.to.record_beside(Person, person.id)
    settle()
    form = form_beside(window)
    assert form.closed_bar.isHidden()
    form.body.controls["email"].editor.setText("half@example.org")
    press(window, "Close it")
    settle()
    assert form.isVisible() and {form.body.controls[name].raw() for name in ("name", "email", "notes")} == {"•••"}
    assert "This lies in a closed compartment: it shows •••" in words(form.closed_bar) and form.closed_bar.isVisible()
    assert not form.body_area().isEnabled() and not form.head.delete.isEnabled() and not form.is_dirty()
    form.closed_bar.open_button.click()
    done(next(sheet for sheet in window.findChildren(SecretSheet) if sheet.isVisible()), qtbot, old=SECOND)
    settle()
    assert form.body.controls["email"].raw() == "half@example.org" and form.body.controls["name"].raw() == NAME
    assert form.body_area().isEnabled() and form.closed_bar.isHidden()


def test_a_form_that_names_somebody_shows_and_keeps_no_name_once_it_is_closed(
    window: MainWindow, file: Store, person: Person, settle: Settle, qtbot: QtBot
) -> None:
    letter = factories.letter(file, person_id=person.id)
    compartments.make(file, Person, SECOND)
    window.to.record_beside(Letter, letter.id)
    settle()
    form = form_beside(window)
    assert form.body.controls["person_id"].editor.text() == NAME
    form.body.controls["subject"].editor.setText("half a word")
    press(window, "Close it")
    settle()
    assert form.body.controls["person_id"].editor.text() == "•••" and form.is_dirty()
    assert "Quakenbr" not in str(file.draft("letter", letter.uid))
    done(press(window, "Open it…"), qtbot, old=SECOND)
    settle()
    assert form.body.controls["person_id"].editor.text() == NAME
    assert form.body.controls["subject"].editor.text() == "half a word"


def test_a_list_says_that_an_order_by_hidden_words_is_none(window: MainWindow, file: Store, settle: Settle) -> None:
    compartments.make(file, Donation, SECOND)
    compartments.close(file, Donation)
    window.show_page("donations")
    settle()
    pane = list_in(window)
    assert "sorted by words that are hidden" not in words(pane.closed_bar)
    place = next(n for n, column in enumerate(pane._kind.columns) if column.sort == "giver")
    pane.table.horizontalHeader().setSortIndicator(place, Qt.SortOrder.AscendingOrder)
    settle()
    assert "It is sorted by words that are hidden, so its order means nothing." in words(pane.closed_bar)


def test_a_backup_from_before_is_warned_of_and_the_compartment_made_again_afterwards(
    window: MainWindow, file: Store, settle: Settle, session: Session
) -> None:
    copy = file.back_up().path
    compartments.make(file, Person, SECOND)
    wanted: list[Exchange] = []
    session.exchange_wanted.connect(wanted.append)
    sheet = RestoreSheet(window, file.path, session.tasks, session=session, chosen=copy)
    sheet.show_over()
    settle()
    said = "Restored, it has in the open again: People (1 record)."
    assert said in words(sheet) and sheet.go.isEnabled()
    sheet.press()
    compartments.do_away(file, Person)  # as the restored file is
    settle()
    assert wanted and sheet._looked is not None
    now = Restored(file.path, copy.parent, {"person": 1})
    restored = show_restored(window, {}, now, sheet._looked.bared)
    assert said in words(restored)
    restored.again.click()
    settle()
    assert not shiboken6.isValid(restored) or restored.isHidden()
    made = next(each for each in window.findChildren(SecretSheet) if each.isVisible())
    assert "Compartment: People" in words(made)
    made.dismiss()
