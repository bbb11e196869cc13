"""Open beside: what was found stands at the window's end, to be read and edited, and the page stays as it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from organizer import i18n
from organizer.records.base import Record
from organizer.records.letter import Letter
from organizer.records.organisation import Organisation
from organizer.records.picket import Picket
from organizer.store.store import Store
from organizer.ui.beside import Beside
from organizer.ui.history import HistorySheet
from organizer.ui.main_window import MainWindow
from organizer.ui.palette import Palette
from tests import factories
from tests.ui.hands import CTRL, focused, press, retype, screen, type_text

Opens = Callable[..., MainWindow]
Settle = Callable[[], None]


def find(window: MainWindow, words: str, settle: Settle) -> Palette:
    press(Qt.Key.Key_K, CTRL, window)
    settle()
    (palette,) = window.findChildren(Palette)
    type_text(words)
    settle()
    return palette


def beside(window: MainWindow) -> Beside:
    found = window.beside.beside
    assert found is not None and found.isVisible()
    return found


def shown(window: MainWindow) -> Record:
    form = beside(window).form()
    assert form is not None
    record: Record = form.record
    return record


def field(window: MainWindow, attribute: str) -> object:
    form = beside(window).form()
    assert form is not None
    return form.body.controls[attribute].editor


@pytest.fixture
def filled(file: Store) -> None:
    wien = factories.organisation(file, name="Wien Transport Workers' Branch 28").id
    factories.picket(file, occasion="14 years demanded for Kuramshin")
    factories.letter(file, organisation_id=wien, subject="Free Vadim Kuramshin", quantity=4)
    factories.leaflet(file, name="Free Kuramshin")


@pytest.mark.usefixtures("filled")
def test_ctrl_enter_opens_beside_and_the_page_stays(open_window: Opens, settle: Settle) -> None:
    window = open_window("pickets")
    page, open_here = window.page(), screen(window).form.record
    palette = find(window, "wien", settle)
    assert palette._beside.isVisible()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert not palette.isVisible()
    assert window.page() is page and screen(window).form.record is open_here
    assert screen(window).list.isVisible() and screen(window).form.isVisible()
    assert isinstance(shown(window), Letter | Organisation)
    assert beside(window).isAncestorOf(focused())


@pytest.mark.usefixtures("filled")
def test_what_stands_beside_is_edited_saved_and_undone_like_any_record(open_window: Opens, settle: Settle, file: Store) -> None:
    window = open_window("letters")
    find(window, "14 years", settle)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    picket = shown(window)
    assert isinstance(picket, Picket)
    field(window, "occasion").setFocus()  # type: ignore[attr-defined]
    retype("Vigil for Kuramshin")
    press(Qt.Key.Key_S, CTRL)
    settle()
    assert file.get(Picket, picket.id).occasion == "Vigil for Kuramshin"
    assert window.stack.code == "letters"
    window.undo()
    settle()
    assert field(window, "occasion").text() == "14 years demanded for Kuramshin"  # type: ignore[attr-defined]


@pytest.mark.usefixtures("filled")
def test_escape_closes_it_keeps_a_draft_and_gives_the_focus_back(open_window: Opens, settle: Settle) -> None:
    window = open_window("letters")
    screen(window).list.table.setFocus()
    find(window, "14 years", settle)
    press(Qt.Key.Key_Return, CTRL)
    settle()
    picket = shown(window)
    field(window, "occasion").setFocus()  # type: ignore[attr-defined]
    retype("Half a thought")
    press(Qt.Key.Key_Escape)
    settle()
    assert window.beside.taken() == 0
    assert focused() is screen(window).list.table
    window.to.record_beside(Picket, picket.id)
    settle()
    assert field(window, "occasion").text() == "Half a thought"  # type: ignore[attr-defined]


@pytest.mark.usefixtures("filled")
def test_the_next_one_takes_its_place_and_go_leads_to_its_list(open_window: Opens, settle: Settle, file: Store) -> None:
    window = open_window("pickets")
    (organisation,) = file.records(select(Organisation))
    (picket,) = file.records(select(Picket))
    window.to.record_beside(Organisation, organisation.id)
    window.to.record_beside(Picket, picket.id)
    assert shown(window).id == picket.id and isinstance(shown(window), Picket)
    window.to.record_beside(Organisation, organisation.id)
    beside(window).go_button.click()
    settle()
    assert window.beside.taken() == 0
    assert window.stack.code == "address_book"


@pytest.mark.usefixtures("filled")
def test_it_can_be_deleted_there_and_its_history_read(open_window: Opens, settle: Settle, file: Store) -> None:
    window = open_window("letters")
    (picket,) = file.records(select(Picket))
    window.to.record_beside(Picket, picket.id)
    settle()
    window.run("show_history")
    (sheet,) = window.findChildren(HistorySheet)
    sheet.dismiss()
    beside(window).delete()
    settle()
    assert file.records(select(Picket)) == [] and window.beside.taken() == 0
    assert window.messages.bar.isVisible()
    window.undo()
    settle()
    assert [each.id for each in file.records(select(Picket))] == [picket.id]


@pytest.mark.usefixtures("filled")
def test_ctrl_p_prints_what_stands_beside_while_the_focus_is_there(open_window: Opens, settle: Settle, file: Store) -> None:
    window = open_window("letters")
    (picket,) = file.records(select(Picket))
    window.to.record_beside(Picket, picket.id)
    settle()
    press(Qt.Key.Key_P, CTRL)
    settle()
    assert window.stack.code == "leaflets"


@pytest.mark.usefixtures("filled")
def test_what_has_no_form_opens_on_its_own_page(open_window: Opens, settle: Settle) -> None:
    window = open_window("pickets")
    palette = find(window, "Free Kuramshin", settle)
    while (palette.list.row_at(palette.list.currentIndex()) or palette.rows()[0]).words != "Free Kuramshin":
        press(Qt.Key.Key_Down)
    assert not palette._beside.isVisible()
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert window.stack.code == "leaflets" and window.beside.taken() == 0


@pytest.mark.usefixtures("filled")
def test_in_a_small_window_it_opens_on_its_own_page_and_closes_when_the_window_shrinks(
    open_window: Opens, settle: Settle, file: Store
) -> None:
    window = open_window("letters", width=1200)
    (picket,) = file.records(select(Picket))
    window.to.record_beside(Picket, picket.id)
    assert window.beside.taken()
    window.resize(980, 700)
    settle()
    assert not window.beside.taken()
    window.to.record_beside(Picket, picket.id)
    settle()
    assert window.stack.code == "pickets" and screen(window).form.record.id == picket.id


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("language", ["en_GB", "ru", "de", "ar"])
@pytest.mark.parametrize("page", ["overview", "pickets", "letters", "donations", "address_book", "targets", "campaigns"])
def test_there_is_room_for_both_on_a_laptop(open_window: Opens, settle: Settle, file: Store, page: str, language: str) -> None:
    i18n.set_language(language)
    window = open_window(page)
    (picket,) = file.records(select(Picket))
    window.to.record_beside(Picket, picket.id)
    settle()
    assert (window.width(), beside(window).width()) == (1366, 360)
    assert window.page().width() == 1366 - 360 - window.side.width()
    assert window.rect().contains(beside(window).rect().translated(beside(window).mapTo(window, beside(window).rect().topLeft())))


@pytest.mark.usefixtures("filled")
def test_f6_goes_there_and_round(open_window: Opens, settle: Settle, file: Store) -> None:
    window = open_window("letters")
    (picket,) = file.records(select(Picket))
    window.to.record_beside(Picket, picket.id)
    settle()
    seen = []
    for _turn in range(5):
        window.next_pane()
        seen.append(window.beside.isAncestorOf(focused()))
    assert seen == [False, False, False, True, False]


@pytest.mark.usefixtures("filled")
def test_a_click_with_ctrl_opens_beside_too(open_window: Opens, settle: Settle) -> None:
    window = open_window("letters")
    palette = find(window, "14 years", settle)
    rect = palette.list.visualRect(palette.list.currentIndex())
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, CTRL, rect.center())
    settle()
    assert isinstance(shown(window), Picket) and window.stack.code == "letters"
